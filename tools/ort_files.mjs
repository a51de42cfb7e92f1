// SPDX-License-Identifier: MIT
// tools/ort_files.mjs: which of ONNX Runtime Web's many files the page ships: the interface without
// WebGL and WebGPU, its loader, and the 14 MB engine (not the one of 28 MB).
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const ortPackage = join(import.meta.dirname, '../node_modules/onnxruntime-web');

export const ortFolder = join(ortPackage, 'dist');
export const ortVersion = JSON.parse(
  readFileSync(join(ortPackage, 'package.json'), 'utf8'),
).version;
export const ortFiles = [
  'ort.wasm.min.mjs',
  'ort-wasm-simd-threaded.mjs',
  'ort-wasm-simd-threaded.wasm',
];
