// SPDX-License-Identifier: MIT
// Why: who cannot see the maps gets the numbers in them.
import { describe, expect, it } from 'vitest';

import type { Snapshot } from '../../web/shell/atelier_api';
import { layerWords } from '../../web/text/text_inside';

const inside: NonNullable<Snapshot['inside']> = {
  layers: [
    { maps: 12, rows: 28, columns: 28, sees: [3, 3] },
    { maps: 32, rows: 14, columns: 13, sees: [5, 5] },
  ],
  filters: [],
  layer: 1,
  cell: null,
  values: [],
  words: '',
};

describe('a layer', () => {
  it('is said by its number, from 1, and how large its maps are', () => {
    expect(layerWords(inside, 0)).toBe('Layer 1: 12 maps of 28 × 28');
    expect(layerWords(inside, 1)).toBe('Layer 2: 32 maps of 14 × 13');
  });
});
