// SPDX-License-Identifier: MIT
// What would change its mind, and what it bears, in the whole page: the claims against what
// classify() says of the very pictures.
import { describe, expect, it } from 'vitest';

import type { Snapshot } from '../../web/shell/atelier_api';
import { openReadyPage, tab } from './support/ready_page';

openReadyPage();

type Change = NonNullable<Snapshot['change']>;
type Stress = NonNullable<Snapshot['stress']>;

const top = (numbers: number[]) => numbers.indexOf(Math.max(...numbers));
const answered = async (pixels: number[]) => top((await tab.classify(pixels)).logits);

async function change(about: string, holds: (change: Change) => boolean): Promise<Change> {
  const { change } = await tab.until(about, ({ change }) => change !== null && holds(change));
  return change!;
}

async function stress(about: string, holds: (stress: Stress) => boolean): Promise<Stress> {
  const { stress } = await tab.until(about, ({ stress }) => stress !== null && holds(stress));
  return stress!;
}

describe('what would change its mind', () => {
  it('is not computed before anybody asks', async () => {
    await tab.dispatch({ type: 'select-engine', engine: 'atelier-nn' });
    await tab.select(25);
    expect((await tab.snapshot()).change).toBeNull();
  });

  it.each(['fgsm', 'iterated-fgsm'] as const)(
    'is enough at the least strength and not below, within it: %s',
    async (method) => {
      const { input, prediction } = await tab.select(25);
      await tab.dispatch({ type: 'open-why', topic: 'change' });
      await tab.dispatch({ type: 'change', method });
      const found = await change('all strengths are tried', ({ known }) => known);
      expect(found.label).toBe(prediction!.label);
      expect(found.strengths).toHaveLength(33);
      const { least } = found;
      expect(least).not.toBeNull();
      for (let strength = 1; strength <= least!; ++strength) {
        await tab.dispatch({ type: 'change', method, strength });
        const { pixels, prediction } = await change('it is shown', (each) => {
          return each.strength === strength;
        });
        const by = pixels.map((gray, k) => Math.abs(gray - input.pixels[k]!));
        expect(Math.max(...by)).toBeGreaterThan(0);
        expect(Math.max(...by)).toBeLessThanOrEqual(strength);
        expect(await answered(pixels)).toBe(prediction!.label);
        expect(prediction!.label === found.label).toBe(strength < least!);
      }
    },
  );

  it('makes it what is wanted', async () => {
    const { rival } = await change('it is known', ({ known }) => known);
    const target = rival === 4 ? 2 : 4;
    await tab.dispatch({ type: 'change', method: 'iterated-fgsm', target });
    const found = await change('the target is tried', (each) => {
      return each.known && each.target === target;
    });
    expect(found.rival).toBe(target);
    if (found.least === null)
      expect(found.words).toMatch(/^Many steps within 32 gray levels do not make the answer /);
    else expect(await answered(found.pixels)).toBe(target);
  });

  it('is said and moved in the text view', async () => {
    await tab.dispatch({ type: 'change', method: 'fgsm' });
    const { least } = await change('it is known', ({ known, target }) => known && target === null);
    await tab.page.focus('#open-text-view');
    await tab.page.keyboard.press('Enter');
    await expect
      .poll(() => tab.page.textContent('#change-line'))
      .toMatch(new RegExp(`^${least} gray levels? (is|are) enough to make the answer `));
    expect(await tab.page.locator('#change-strengths tbody tr').count()).toBe(33);
    await tab.page.fill('#change-strength', '0');
    await change('nothing is changed', ({ strength, pixels }) => {
      return strength === 0 && pixels.length === 0;
    });
    await tab.page.click('#close-text-view');
  });

  it('is a picture of its own on the page', async () => {
    await tab.settled();
    const plain = await tab.page.screenshot();
    await tab.dispatch({ type: 'change', strength: 32 });
    await tab.settled();
    expect((await tab.page.screenshot()).equals(plain)).toBe(false);
  });
});

describe('stress', () => {
  it('turns a picture until the answer is another one, which is that of the picture', async () => {
    const { prediction, input } = await tab.select(0);
    await tab.dispatch({ type: 'open-why', topic: 'stress' });
    const { curve, label } = await stress('the curve is there', (each) => each.curve.length > 0);
    expect(label).toBe(input.label);
    expect(curve).toHaveLength(33);
    const flipped = curve.find((point) => point.value > 0 && point.label !== prediction!.label)!;
    const turn = Math.round(flipped.value);
    await tab.dispatch({ type: 'stress', turn });
    const found = await stress('it is answered', (each) => {
      return each.turn === turn && each.prediction !== null;
    });
    expect(found.along).toBe('turn');
    expect(found.prediction!.label).not.toBe(prediction!.label);
    expect(await answered(found.pixels)).toBe(found.prediction!.label);
    expect(found.words).toMatch(/^The distorted picture: .*\. Before: Ankle boot/);
    // The picture as it is keeps its own answer.
    const after = await tab.snapshot();
    expect(after.prediction!.label).toBe(prediction!.label);
    expect(after.input.pixels).toEqual(input.pixels);
  });

  it('is a curve of what is answered along the slider', async () => {
    await tab.dispatch({ type: 'stress', shift: [7, 0] });
    const { curve, pixels, label } = await stress('the curve is along it', (each) => {
      return each.along === 'shift-x' && each.curve.length > 0 && each.prediction !== null;
    });
    const { probabilities } = await tab.classify(pixels);
    expect(curve[24]!.value).toBe(7);
    expect(curve[24]!.probability).toBeCloseTo(probabilities[label!]!, 4);
  });

  it('has sliders in the text view, and a way back', async () => {
    await tab.page.focus('#open-text-view');
    await tab.page.keyboard.press('Enter');
    await tab.page.fill('#stress-blur', '2');
    await stress('it is blurred as well', ({ blur, shift }) => blur === 2 && shift[0] === 7);
    await expect
      .poll(() => tab.page.textContent('#stress-curve'))
      .toMatch(/^Along all of Blur, Ankle boot is given from/);
    await tab.page.click('#stress-reset');
    await stress('nothing is distorted', ({ pixels, blur }) => pixels.length === 0 && blur === 0);
    await tab.page.click('#close-text-view');
    await tab.dispatch({ type: 'open-why', topic: null });
    expect((await tab.snapshot()).stress).toBeNull();
    expect(tab.errors).toEqual([]);
  });
});
