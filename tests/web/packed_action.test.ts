// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest';

import { packed } from '../../web/seam/packed_action';

const nothing = new Uint8Array();

describe('an action on its way into the module', () => {
  it('is JSON', () => {
    const action = { type: 'stroke', points: [[0, 0.5, 1]], tool: 'brush', mirrored: false };
    expect(packed(action)).toEqual({ json: JSON.stringify(action), attachment: nothing });
  });

  it('has bytes beside it, whatever they came in', () => {
    const long = Array.from({ length: 2000 }, (_, k) => k % 256);
    for (const pixels of [long, new Uint8Array(long), new Uint8ClampedArray(long)]) {
      const { json, attachment } = packed({ type: 'open-photo', width: 1, pixels });
      expect(JSON.parse(json)).toEqual({ type: 'open-photo', width: 1, pixels: true });
      expect(attachment).toEqual(Uint8Array.from(long));
    }
  });

  it.each([
    ['a short list', [1, 2, 3]],
    ['what is no byte', [...new Array<number>(2000).fill(0), 256]],
    ['points', new Array(2000).fill([0, 0, 1])],
  ])('keeps %s as it is', (_, list) => {
    const { json, attachment } = packed({ type: 'any', list });
    expect(JSON.parse(json)).toEqual({ type: 'any', list });
    expect(attachment).toEqual(nothing);
  });

  it('has nulls where a list has holes', () => {
    expect(packed({ pixels: new Array(2) }).json).toBe('{"pixels":[null,null]}');
    expect(JSON.parse(packed({ pixels: new Array(2000) }).json)).toMatchObject({});
  });

  it.each([
    [undefined, 'null'],
    [null, 'null'],
    ['clear', '"clear"'],
    [() => 0, 'null'],
    [{ type: undefined }, '{}'],
    [{ type: 'edit-sample', index: NaN }, '{"type":"edit-sample","index":"NaN"}'],
    [{ size: -Infinity }, '{"size":"-Infinity"}'],
  ])('%o is left for the module to refuse', (action, json) => {
    expect(packed(action)).toEqual({ json, attachment: nothing });
  });
});
