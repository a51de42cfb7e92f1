// SPDX-License-Identifier: MIT
// heap.js: bytes into the memory of our WebAssembly.

// Lends a copy of the bytes to `use`, as web/seam/heap.ts does.
export function withBytes(raw, bytes, use) {
  const pointer = raw._malloc(bytes.length);
  try {
    raw.HEAPU8.set(bytes, pointer);
    return use(pointer);
  } finally {
    raw._free(pointer);
  }
}
