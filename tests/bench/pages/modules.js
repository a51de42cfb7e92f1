// SPDX-License-Identifier: MIT
// modules.js: our WebAssembly, as the decoding benchmark drives it.
import createAtelier from './atelier.mjs';
import createDecoder from './decode_images.mjs';
import { withBytes } from './heap.js';

// Smaller than most of what Chromium's network stack hands to a page at a time.
const pieceBytes = 64 * 1024;

const labelsFile = 0;
const imagesFile = 1;

// The product's own module as its page starts it, but without a window: the exports of
// src/seam/bridge/bridge_abi.hpp take the test set, and the snapshot says what became of it.
// Resolves to a function that decodes both files.
export async function startAtelier() {
  // Whatever it asks of its page: nobody does it.
  const raw = await createAtelier({ host: new Proxy({}, { get: () => () => {} }) });

  // Nothing is visible, so this works off what was told and draws nothing.
  const update = () => raw._atelier_update(performance.now(), 0);

  function feed(file, bytes) {
    raw._atelier_dataset_started(file, bytes.length);
    for (let at = 0; at < bytes.length; at += pieceBytes) {
      const piece = bytes.subarray(at, at + pieceBytes);
      withBytes(raw, piece, (pointer) => raw._atelier_dataset_chunk(file, pointer, piece.length));
      update();
    }
    raw._atelier_dataset_ended(file);
    update();
  }

  function snapshot() {
    const text = raw._atelier_snapshot();
    const bytes = raw.HEAPU8.slice(text, text + raw._atelier_snapshot_bytes());
    return JSON.parse(new TextDecoder().decode(bytes));
  }

  // ms: everything; countedMs: what the module itself counts as decoding.
  return (labels, images) => {
    raw._atelier_start(); // forgets the last test set and waits for this one
    const started = performance.now();
    feed(labelsFile, labels);
    feed(imagesFile, images);
    const ms = performance.now() - started;
    const { dataset, error } = snapshot();
    if (!dataset.verified) throw new Error(`not the official test set: ${JSON.stringify(error)}`);
    return { ms, countedMs: dataset.decode_ms };
  };
}

// The product's decoder of images alone; see decode_images.cpp. Resolves to a function that takes a
// file and returns how many pixels came out of it.
export async function startDecoder() {
  const raw = await createDecoder();
  return (bytes) =>
    withBytes(raw, bytes, (pointer) => raw._decode_images(pointer, bytes.length, pieceBytes));
}
