// SPDX-License-Identifier: MIT
// seam/errors.ts: how what went wrong crosses the seam. C++ has the sentences that people read; here is
// only which kind it was and the detail for developers.

// The numbers are those of ErrorKind in src/bridge/bridge_abi.hpp.
export const ErrorKind = {
  fileNotFound: 0,
  network: 1,
  htmlInsteadOfData: 2,
  modelUnusable: 3,
  engineFailed: 4,
  outOfMemory: 5,
  onnxNotOnnx: 6,
  onnxUnsupported: 7,
  onnxTooNew: 8,
  onnxExternalData: 9,
  modelInput: 10,
  modelOutput: 11,
  modelTooSlow: 12,
  tooLarge: 13,
  noLabels: 14,
  noPicture: 15,
  cameraDenied: 16,
  noCamera: 17,
  cameraFailed: 18,
} as const;
export type ErrorKind = (typeof ErrorKind)[keyof typeof ErrorKind];

// The names that core::name() gives to the same kinds, in their order.
const kindNames = [
  'file-not-found',
  'network',
  'html-instead-of-data',
  'model-unusable',
  'engine-failed',
  'out-of-memory',
  'onnx-not-onnx',
  'onnx-unsupported',
  'onnx-too-new',
  'onnx-external-data',
  'model-input',
  'model-output',
  'model-too-slow',
  'too-large',
  'no-labels',
  'no-picture',
  'camera-denied',
  'no-camera',
  'camera-failed',
] as const;

export class Failure extends Error {
  override readonly name = 'Failure';
  readonly code: string;

  constructor(
    readonly kind: ErrorKind,
    readonly detail: string,
  ) {
    super(detail);
    this.code = kindNames[kind];
  }
}

// Whatever was thrown, in words. Runtimes compiled to WebAssembly have thrown bare numbers.
export function wordsOf(thrown: unknown): string {
  return thrown instanceof Error && thrown.message !== '' ? thrown.message : String(thrown);
}

// A Failure stays what it is; lack of memory is recognised by its words, because engines and
// browsers agree on nothing else; all the rest is `otherwise`.
export function failureOf(thrown: unknown, otherwise: ErrorKind): Failure {
  if (thrown instanceof Failure) return thrown;
  const words = wordsOf(thrown);
  const memory = /out of memory|bad_alloc|could not allocate|allocation failed/i.test(words);
  return new Failure(memory ? ErrorKind.outOfMemory : otherwise, words);
}
