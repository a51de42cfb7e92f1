// SPDX-License-Identifier: MIT
// shell/features.ts: what the browser must be able to do. This file and all that it shares a bundle with
// is compiled for older browsers than those, so that they can say what they lack.
import { say } from './say';

// A module whose one function uses two SIMD instructions, i8x16.splat and i8x16.popcnt. validate()
// looks at it and compiles nothing.
const simdModule = new Uint8Array([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15,
  253, 98, 11,
]);

// What is missing, as a sentence, or null.
export function missingFeature(): string | null {
  if (typeof WebAssembly !== 'object') {
    return say('web.no-wasm');
  }
  if (!WebAssembly.validate(simdModule)) {
    return say('web.too-old');
  }
  return null;
}
