// SPDX-License-Identifier: MIT
// The page in which decoders race: from the compressed bytes in memory to pixels in memory, all on
// the main thread, where the product does it too.
//
//   await decodeWithEach()   one decoding by each: milliseconds by name
import { gunzipSync } from './fflate.mjs';
import { startAtelier, startDecoder } from './modules.js';
import { ungzip } from './pako.mjs';

const headerBytes = 16;
const pixels = 10000 * 28 * 28;

const fetchBytes = async (url) => new Uint8Array(await (await fetch(url)).arrayBuffer());
const labels = await fetchBytes('t10k-labels-idx1-ubyte.gz');
const images = await fetchBytes('t10k-images-idx3-ubyte.gz');
const takeTestSet = await startAtelier();
const decodeImages = await startDecoder();

async function unpackWithStream() {
  const stream = new Blob([images]).stream().pipeThrough(new DecompressionStream('gzip'));
  return await new Response(stream).arrayBuffer();
}

async function timed(expected, unpack) {
  const started = performance.now();
  const size = await unpack();
  const ms = performance.now() - started;
  if (size !== expected) throw new Error(`${size} bytes came out`);
  return ms;
}

window.decodeWithEach = async () => {
  // What only unpacks has done its work: behind the header, its output is the pixels.
  const unpacked = headerBytes + pixels;
  const { ms: atelierTestSet, countedMs: atelierCounted } = takeTestSet(labels, images);
  return {
    atelier: await timed(pixels, () => decodeImages(images)),
    atelierTestSet,
    atelierCounted,
    pako: await timed(unpacked, () => ungzip(images).length),
    fflate: await timed(unpacked, () => gunzipSync(images).length),
    decompressionStream: await timed(unpacked, async () => (await unpackWithStream()).byteLength),
  };
};
