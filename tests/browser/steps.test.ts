// SPDX-License-Identifier: MIT
// Why: what the network gets is not what was drawn; the page says how one becomes the other, and
// what it would answer on the way.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { connect } from './support/shared_chromium';
import { serveSite, type Site } from './support/site';
import { Tab } from './support/tab';

let browser: Browser;
let site: Site;
let tab: Tab;
beforeAll(async () => {
  [browser, site] = await Promise.all([connect(), serveSite()]);
  tab = await Tab.open(browser, site, { until: 'ready' });
});
afterAll(async () => {
  await browser.close();
  site.close();
});

const outline = [0.2, 0.3, 0.8, 0.3, 0.7, 0.8, 0.25, 0.8, 0.2, 0.3];
function points(): [number, number, number][] {
  return [0, 1, 2, 3, 4].map((k) => [outline[2 * k]!, outline[2 * k + 1]!, 0.5]);
}

const known = () =>
  tab.until('every step is answered', ({ preprocessing: { steps } }) =>
    steps.every(({ on, label }) => on === false || label !== null),
  );

describe('the steps of a drawing', () => {
  it('are answered by our own engine, the last like the answer itself', async () => {
    await tab.dispatch({ type: 'stroke', points: points(), tool: 'brush', gray: 200, size: 0.02 });
    await tab.answered('the drawing is answered');
    const { preprocessing, prediction } = await known();
    const order = ['as-drawn', 'filled', 'trimmed', 'scaled', 'centred', 'toned', 'as-seen'];
    expect(preprocessing.steps.map(({ step }) => step)).toEqual(order);
    const seen = preprocessing.steps.at(-1)!;
    expect(seen.label).toBe(prediction!.label);
    expect(seen.probability).toBeCloseTo(Math.max(...prediction!.probabilities), 4);
  });

  it('say what any 28 x 28 pixels would be answered', async () => {
    const { preprocessing, input } = await tab.snapshot();
    const { probabilities } = await tab.classify(input.pixels);
    const toned = preprocessing.steps.find(({ step }) => step === 'toned')!;
    expect(toned.probability).toBeCloseTo(probabilities[toned.label!]!, 4);
  });

  it('can be left out, and what the network gets is another picture', async () => {
    const before = await tab.snapshot();
    expect(before.input.pixels[14 * 28 + 14]).toBeGreaterThan(100);
    await tab.dispatch({ type: 'switch-step', step: 'filled', on: false });
    const { preprocessing, input } = await known();
    expect(preprocessing.off).toEqual(['filled']);
    expect(preprocessing.steps[1]).toMatchObject({ on: false, label: null });
    expect(input.pixels[14 * 28 + 14]).toBe(0);
    await tab.dispatch({ type: 'switch-step', step: null });
    expect((await known()).input.pixels).toEqual(before.input.pixels);
  });

  it('have switches in the text view', async () => {
    await tab.page.focus('#open-text-view');
    await tab.page.keyboard.press('Enter');
    await tab.dispatch({ type: 'stroke', points: points(), tool: 'brush', gray: 200, size: 0.02 });
    const check = tab.page.getByLabel('Trimmed');
    await check.uncheck();
    await tab.until('it is left out', ({ preprocessing: { off } }) => off.join() === 'trimmed');
    await tab.page.getByRole('button', { name: 'All steps on' }).click();
    await tab.until('it is back', ({ preprocessing: { off } }) => off.length === 0);
    await expect.poll(() => check.isChecked(), { timeout: 5000 }).toBe(true);
  });
});

describe('the temperature', () => {
  it('makes the answer less sure, and its logits stay', async () => {
    const before = await tab.answered('there is an answer');
    const { calibrated } = before.temperature;
    await tab.page.fill('#temperature', '3');
    const hot = await tab.until('it is hot', ({ temperature }) => temperature.shown === 8);
    expect(hot.prediction!.logits).toEqual(before.prediction!.logits);
    const top = hot.prediction!.label;
    expect(hot.prediction!.probabilities[top]).toBeLessThan(before.prediction!.probabilities[top]!);
    await tab.page.click('#temperature-reset');
    const back = await tab.until('it is back', ({ temperature }) => {
      return temperature.shown === calibrated;
    });
    expect(back.prediction!.probabilities).toEqual(before.prediction!.probabilities);
  });

  it('of neither was there any error', () => {
    expect(tab.errors).toEqual([]);
  });
});
