// SPDX-License-Identifier: MIT
// The page in which decoders race: from the compressed bytes in memory to pixels in memory, all on
// the main thread, where the product does it too.
//
//   await decodeWithEach()   one decoding by each: milliseconds by name
import { gunzipSync } from './fflate.mjs';
import { startAtelier, startInflater } from './modules.js';
import { ungzip } from './pako.mjs';

const unpackedBytes = 16 + 10000 * 28 * 28;

const fetchBytes = async (url) => new Uint8Array(await (await fetch(url)).arrayBuffer());
const labels = await fetchBytes('t10k-labels-idx1-ubyte.gz');
const images = await fetchBytes('t10k-images-idx3-ubyte.gz');
const decode = await startAtelier();
const inflate = await startInflater();

async function unpackWithStream() {
  const stream = new Blob([images]).stream().pipeThrough(new DecompressionStream('gzip'));
  return await new Response(stream).arrayBuffer();
}

// What only unpacks has done its work: without its first 16 bytes the output is the pixels.
async function timed(unpack) {
  const started = performance.now();
  const size = await unpack();
  const ms = performance.now() - started;
  if (size !== unpackedBytes) throw new Error(`${size} bytes came out`);
  return ms;
}

window.decodeWithEach = async () => {
  const { ms: atelier, countedMs: atelierCounted } = decode(labels, images);
  return {
    atelier,
    atelierCounted,
    atelierInflate: await timed(() => inflate(images)),
    pako: await timed(() => ungzip(images).length),
    fflate: await timed(() => gunzipSync(images).length),
    decompressionStream: await timed(async () => (await unpackWithStream()).byteLength),
  };
};
