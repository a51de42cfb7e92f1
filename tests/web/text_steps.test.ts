// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest';

import { answerWords } from '../../web/text/text_steps';
import { temperatureWords } from '../../web/text/text_temperature';

describe('the answer after a step', () => {
  const names = ['T-shirt/top', 'Trouser'];
  it('is a class and how probable it is', () => {
    expect(answerWords({ label: 1, probability: 0.815 }, names)).toBe('Trouser, 81.5 %');
  });
  it('is nothing while it is not known', () => {
    expect(answerWords({ label: null, probability: null }, names)).toBe('');
  });
});

describe('the temperature', () => {
  it('is said to be the measured one, or beside it', () => {
    expect(temperatureWords({ shown: 1.1443, calibrated: 1.1443 })).toBe(
      '1.14, as it was measured',
    );
    expect(temperatureWords({ shown: 4, calibrated: 1.1443 })).toBe('4.00, measured was 1.14');
  });
});
