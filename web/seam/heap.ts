// SPDX-License-Identifier: MIT
// seam/heap.ts: strings and bytes into the module's memory and out of it. The memory may grow, and
// views of it then die, in any call into the module: so every function here takes its view anew,
// and nothing that it returns is a view.
import { Failure } from './errors';

export interface HeapOwner {
  readonly HEAPU8: Uint8Array;
  _malloc(byteCount: number): number;
  _free(pointer: number): void;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export class Heap {
  constructor(private readonly owner: HeapOwner) {}

  // Lends a copy of the bytes to `use`.
  withBytes<T>(bytes: Uint8Array, use: (pointer: number, byteCount: number) => T): T {
    // malloc(0) may be 0, which means failure for every other size.
    const pointer = this.owner._malloc(Math.max(1, bytes.length));
    if (pointer === 0) throw new Failure('out-of-memory', `malloc(${bytes.length})`);
    try {
      this.owner.HEAPU8.set(bytes, pointer);
      return use(pointer, bytes.length);
    } finally {
      this.owner._free(pointer);
    }
  }

  withString<T>(text: string, use: (pointer: number, byteCount: number) => T): T {
    return this.withBytes(encoder.encode(text), use);
  }

  withFloats<T>(floats: ArrayLike<number>, use: (pointer: number) => T): T {
    const bytes = new Uint8Array(Float32Array.from(floats).buffer);
    return this.withBytes(bytes, use);
  }

  readBytes(pointer: number, byteCount: number): Uint8Array<ArrayBuffer> {
    return Uint8Array.from(this.owner.HEAPU8.subarray(pointer, pointer + byteCount));
  }

  readString(pointer: number, byteCount: number): string {
    return decoder.decode(this.readBytes(pointer, byteCount));
  }

  readFloats(pointer: number, count: number): Float32Array<ArrayBuffer> {
    return new Float32Array(this.readBytes(pointer, count * 4).buffer);
  }
}
