// SPDX-License-Identifier: MIT
// Why: who cannot see the pictures gets the same answers in words, by the same sliders.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

import type { Snapshot } from '../../web/shell/atelier_api';
import { strengthWords } from '../../web/text/text_change';
import { curveWords, moved, sliders, valueOf } from '../../web/text/text_stress';

const change: NonNullable<Snapshot['change']> = {
  method: 'fgsm',
  target: null,
  known: true,
  strength: 3,
  least: 3,
  label: 2,
  rival: 6,
  strengths: [],
  pixels: [],
  prediction: { label: 6, name: 'Shirt', probabilities: [0.2, 0.512], verdict: 'unsure' },
  words: '',
};

const stress: NonNullable<Snapshot['stress']> = {
  shift: [1, -2],
  turn: 30,
  scale: 1,
  blur: 0,
  contrast: 1,
  noise: 0,
  seed: 1,
  along: 'turn',
  label: 0,
  curve: [],
  pixels: [],
  prediction: null,
  words: '',
};

describe('a strength', () => {
  it('is said with what is answered there', () => {
    expect(strengthWords(change)).toBe('3 gray levels: Shirt, 51.2 %');
    expect(strengthWords({ ...change, strength: 1, prediction: null })).toBe('1 gray level');
    expect(strengthWords({ ...change, strength: 0, prediction: null })).toBe(
      '0 gray levels: as it is',
    );
    expect(strengthWords({ ...change, strength: null })).toBe('');
  });
});

describe('a slider of a distortion', () => {
  it('moves its own number and leaves the others', () => {
    const { shift, turn, scale, blur, contrast, noise, seed } = stress;
    const same = { type: 'stress', shift, turn, scale, blur, contrast, noise, seed };
    for (const { kind, most } of sliders) {
      const action = moved(stress, kind, most);
      const expected = { ...same, along: kind } as Record<string, unknown>;
      if (kind === 'shift-x') expected.shift = [most, -2];
      else if (kind === 'shift-y') expected.shift = [1, most];
      else expected[kind] = most;
      expect(action).toEqual(expected);
    }
    expect(sliders.map(({ kind }) => valueOf(stress, kind))).toEqual([1, -2, 30, 1, 0, 1, 0]);
  });

  it('has the range and the steps that the panel has', () => {
    const source = readFileSync(
      join(import.meta.dirname, '../../src/features/explain/stress/stress.cpp'),
      'utf8',
    );
    const ranges = [...source.matchAll(/\{\{([^{}]*)\}, &Distortion/g)].map(([, list]) =>
      list!.split(',').map(parseFloat),
    );
    expect(ranges).toEqual(sliders.map(({ least, most, step }) => [least, most, step]));
  });

  it('says from where to where the probability goes', () => {
    expect(curveWords(stress, ['Bag'])).toBe('');
    const curve = [0.5, 0.25, 1].map((probability, value) => ({ value, probability, label: 0 }));
    expect(curveWords({ ...stress, curve }, ['Bag'])).toBe(
      'Along all of Turn, Bag is given from 25.0 % to > 99.9 %.',
    );
  });
});
