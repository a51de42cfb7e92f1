// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest';

import { parts } from '../../web/text/text_explanation';

describe('the map as a table', () => {
  it('is a map of 7 by 7 as it is', () => {
    const values = Array.from({ length: 49 }, (_, k) => k);
    expect(parts(values, 7, 7).flat()).toEqual(values);
  });

  it('is the means of 4 by 4 pixels of one of 28 by 28', () => {
    const values = new Array<number>(784).fill(0);
    for (let y = 4; y < 8; ++y) for (let x = 24; x < 28; ++x) values[28 * y + x] = 2;
    values[0] = 16;
    const table = parts(values, 28, 28);
    expect(table[1]![6]).toBe(2);
    expect(table[0]![0]).toBe(1);
    expect(table.flat().filter((value) => value !== 0)).toHaveLength(2);
  });
});
