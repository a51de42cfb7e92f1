// SPDX-License-Identifier: MIT
// seam/errors.ts: how what went wrong crosses the seam. C++ has the sentences that people read; here is
// only its name and the detail for developers.
import type { ErrorCode } from '../generated/snapshot';

export type { ErrorCode } from '../generated/snapshot';

export class Failure extends Error {
  override readonly name = 'Failure';

  constructor(
    readonly code: ErrorCode,
    readonly detail: string,
  ) {
    super(detail);
  }

  // As it is told.
  toJSON(): { code: ErrorCode; detail: string } {
    return { code: this.code, detail: this.detail };
  }
}

// Whatever was thrown, in words. Runtimes compiled to WebAssembly have thrown bare numbers.
export function wordsOf(thrown: unknown): string {
  return thrown instanceof Error && thrown.message !== '' ? thrown.message : String(thrown);
}

// A Failure stays what it is; lack of memory is recognised by its words, because engines and
// browsers agree on nothing else; all the rest is `otherwise`.
export function failureOf(thrown: unknown, otherwise: ErrorCode): Failure {
  if (thrown instanceof Failure) return thrown;
  const words = wordsOf(thrown);
  const memory = /out of memory|bad_alloc|could not allocate|allocation failed/i.test(words);
  return new Failure(memory ? 'out-of-memory' : otherwise, words);
}
