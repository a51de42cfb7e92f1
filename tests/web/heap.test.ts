// SPDX-License-Identifier: MIT
import { describe, expect, it, vi } from 'vitest';

import { Heap } from '../../web/seam/heap';
import { fakeModule } from './fakes';

describe('strings and bytes in the module', () => {
  it('a string arrives as UTF-8 with its length in bytes', () => {
    const module = fakeModule();
    const heap = new Heap(module);
    for (const text of ['', 'Ankle boot', 'na\u00efve \u2265 5', '\u670d \u{1F45A}']) {
      heap.withString(text, (pointer, byteCount) => {
        expect(byteCount).toBe(new TextEncoder().encode(text).length);
        expect(heap.readString(pointer, byteCount)).toBe(text);
      });
    }
    expect(module.allocated.size).toBe(0);
  });

  it('what was read stays when the memory moves', () => {
    const module = fakeModule();
    const heap = new Heap(module);
    const pointer = module.put(Uint8Array.of(1, 2, 3));
    const bytes = heap.readBytes(pointer, 3);
    module.grow();
    expect([...bytes]).toEqual([1, 2, 3]);
  });

  it('writes go to the memory as it is after an allocation that made it grow', () => {
    const module = fakeModule();
    const heap = new Heap(module);
    const bytes = new Uint8Array(10_000).fill(7);
    heap.withBytes(bytes, (pointer, byteCount) => {
      expect(heap.readBytes(pointer, byteCount)).toEqual(bytes);
    });
  });

  it('floats survive the way there and back', () => {
    const heap = new Heap(fakeModule());
    heap.withFloats([0, -1.5, 3.25], (pointer) => {
      expect([...heap.readFloats(pointer, 3)]).toEqual([0, -1.5, 3.25]);
    });
  });

  it('memory is given back even if the call throws', () => {
    const module = fakeModule();
    const failing = () => {
      throw new Error('trap');
    };
    expect(() => new Heap(module).withString('x', failing)).toThrow('trap');
    expect(module.allocated.size).toBe(0);
  });

  it('a full memory is an error of its own kind', () => {
    const module = fakeModule({ _malloc: () => 0 });
    const use = vi.fn();
    expect(() => new Heap(module).withBytes(new Uint8Array(8), use)).toThrow(
      expect.objectContaining({ code: 'out-of-memory' }),
    );
    expect(use).not.toHaveBeenCalled();
  });
});
