// SPDX-License-Identifier: MIT
// The page as plain HTML, opened by choice, or because nothing can be drawn.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { launch, noWebGl } from './support/chromium';
import { connect } from './support/shared_chromium';
import { serveSite, type Site } from './support/site';
import { Tab } from './support/tab';
import { firstOfClass, imageOf } from './support/test_set';

const classNames = [
  'T-shirt/top',
  'Trouser',
  'Pullover',
  'Dress',
  'Coat',
  'Sandal',
  'Shirt',
  'Sneaker',
  'Bag',
  'Ankle boot',
];

// As the drawn view rounds.
function percent(probability: number): string {
  if (probability < 0.0005) return '< 0.1 %';
  return probability >= 0.9995 ? '> 99.9 %' : `${(probability * 100).toFixed(1)} %`;
}

const images = 'data/t10k-images-idx3-ubyte.gz';

let site: Site;
beforeAll(async () => {
  site = await serveSite();
});
afterAll(() => site.close());

// What the view says, with the table's rows as [class, logit, probability].
function textOf(tab: Tab) {
  return tab.page.evaluate(() => {
    const text = (id: string) => document.getElementById(id)!.textContent!;
    const rows = document.querySelectorAll('#probabilities tbody tr');
    return {
      label: text('sample-image-words'),
      verdict: text('verdict'),
      rows: [...rows].map((row) => [...row.children].map((cell) => cell.textContent!)),
    };
  });
}

// The view follows the snapshot, a tenth of a second later at most.
async function expectViewShows(tab: Tab, index: number): Promise<void> {
  const { prediction, input } = await tab.answered(
    `sample ${index} is answered`,
    (now) => now.input.index === index,
  );
  const rows = prediction!.probabilities.map((probability, label) => [
    classNames[label]!,
    prediction!.logits[label]!.toFixed(1),
    percent(probability),
  ]);
  await expect
    .poll(() => textOf(tab), { timeout: 5000 })
    .toEqual({
      label: `Test image ${index} · true class: ${classNames[input.label!]}`,
      verdict: expect.stringContaining(prediction!.words),
      rows,
    });
}

async function pixelsOfPicture(tab: Tab): Promise<number[]> {
  return tab.page.$eval('#sample-image', (element) => {
    const canvas = element as HTMLCanvasElement;
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, 28, 28);
    return Array.from({ length: 784 }, (_, k) => data[k * 4]!);
  });
}

describe('the text view', () => {
  let browser: Browser;
  let tab: Tab;
  const press = (...keys: string[]) =>
    keys.reduce<Promise<void>>(
      (before, key) => before.then(() => tab.page.keyboard.press(key)),
      Promise.resolve(),
    );
  const go = (view: string) =>
    tab.page.getByRole('button', { name: view, exact: true }).press('Enter');
  const focused = () => tab.page.evaluate(() => document.activeElement?.id);

  beforeAll(async () => {
    browser = await connect();
    tab = await Tab.open(browser, site, { until: 'ready' });
  });
  afterAll(() => browser.close());

  it('is one press of Tab and one of Enter away', async () => {
    await press('Tab');
    expect(await focused()).toBe('open-text-view');
    await press('Enter');
    expect(await focused()).toBe('text-view-title');
    expect(await tab.page.isVisible('#canvas')).toBe(false);
    await expectViewShows(tab, 0);
  });

  it('takes the number of a sample by keyboard alone', async () => {
    await tab.page.focus('#text-view-title');
    for (let k = 0; k < 8 && (await focused()) !== 'sample-number'; ++k) await press('Tab');
    expect(await focused()).toBe('sample-number');
    await press('Control+a');
    await tab.page.keyboard.type('1234');
    await press('Enter');
    await expectViewShows(tab, 1234);
    expect(await pixelsOfPicture(tab)).toEqual(imageOf(1234));
  });

  it('walks to the next and to the one before, round and round', async () => {
    await tab.page.getByRole('button', { name: 'Next' }).press('Enter');
    await expectViewShows(tab, 1235);
    await tab.page.fill('#sample-number', '0');
    await press('Enter');
    await expectViewShows(tab, 0);
    await tab.page.getByRole('button', { name: 'Previous' }).press('Enter');
    await expectViewShows(tab, 9999);
  });

  it('does not take a number that no sample has', async () => {
    await tab.page.fill('#sample-number', '10000');
    await press('Enter');
    expect((await tab.settled()).input.index).toBe(9999);
    expect(await tab.page.$eval('#sample-number', (field) => field.matches(':invalid'))).toBe(true);
  });

  it('marks the answer, and says which model, engine and data it is from', async () => {
    await tab.page.fill('#sample-number', String(firstOfClass(1)));
    await press('Enter');
    await expectViewShows(tab, firstOfClass(1));
    expect(await tab.page.textContent('tr.top th')).toBe('Trouser');
    expect(await tab.page.textContent('#model-line')).toMatch(
      /^Read by Small: [\d,]+ weights, .* % of the/,
    );
    expect(await tab.page.inputValue('#model-choice')).toBe('');
    expect(await tab.page.textContent('#engine-line')).toMatch(/^ONNX Runtime Web, [\d.]+ ms$/);
    await go('Explore');
    await expect.poll(() => tab.page.textContent('#explore-line')).toBe('10,000 images');
    await go('About');
    await expect
      .poll(() => tab.page.textContent('#about-2-words'))
      .toMatch(/^10,000 images .* official test set, verified/);
    await go('Draw');
  });

  it('has the report as tables, with a header for every row and column', async () => {
    await go('Report');
    await tab.page.getByRole('button', { name: 'Evaluate all images' }).press('Enter');
    const { report } = await tab.until('all is answered', ({ report: now }) => {
      return now !== null && !now.running;
    });
    const rows = (selector: string) =>
      tab.page.$$eval(`${selector} tr`, (found) =>
        found.map((row) => [...row.children].map((cell) => cell.textContent ?? '')),
      );
    const matrix = report!.confusion.map((row, label) => [classNames[label]!, ...row.map(String)]);
    await expect
      .poll(() => rows('#text-confusion'), { timeout: 5000 })
      .toEqual([['Label', ...classNames], ...matrix]);
    expect((await rows('#text-figures'))[0]).toEqual([
      'Accuracy',
      `${(100 * report!.accuracy).toFixed(2)} %`,
    ]);
    const classes = await rows('#text-classes tbody');
    expect(classes.map(([name]) => name)).toEqual(classNames);
    expect(classes[6]![2]).toBe(`${(100 * report!.classes[6]!.recall).toFixed(2)} %`);
    const scopes = (scope: string) =>
      tab.page.locator(`#text-confusion th[scope=${scope}]`).count();
    expect([await scopes('col'), await scopes('row')]).toEqual([11, 10]);
    await go('Draw');
  });

  it('draws no frame of the view that nobody sees', async () => {
    const { frames } = await tab.settled();
    await tab.select(8);
    expect((await tab.settled()).frames).toBe(frames);
  });

  it('gives the drawn view back, with the sample that was chosen', async () => {
    const { frames } = await tab.snapshot();
    await tab.page.getByRole('button', { name: 'Drawn view' }).press('Enter');
    expect(await tab.page.isVisible('#text-view')).toBe(false);
    expect(await focused()).toBe('canvas');
    const { input } = await tab.until('it is drawn', (now) => now.frames > frames);
    expect(input.index).toBe(8);
  });

  it('can be reached from the canvas by Escape and Tab', async () => {
    await tab.page.focus('#canvas');
    await press('Tab', 'Tab');
    expect(await focused()).toBe('canvas');
    await press('Escape', 'Shift+Tab');
    expect(await focused()).toBe('open-text-view');
  });

  it('says what is wrong, and tries again', async () => {
    site.faults.set(images, 'truncated');
    const broken = await Tab.open(browser, site);
    await broken.page.focus('#open-text-view');
    await broken.page.keyboard.press('Enter');
    const note = broken.page.locator('#text-view-error');
    await note.waitFor({ state: 'visible' });
    expect(await note.innerText()).toContain('The data file stops before its end');

    site.faults.clear();
    await broken.page.click('#text-view-retry');
    await broken.until('everything is there', ({ phase }) => phase === 'ready');
    await note.waitFor({ state: 'hidden' });
    await broken.page.fill('#sample-number', '3');
    await broken.page.keyboard.press('Enter');
    await expectViewShows(broken, 3);
    await broken.close();
  });
});

describe('a browser without WebGL', () => {
  let browser: Browser;
  let tab: Tab;
  beforeAll(async () => {
    browser = await launch(noWebGl);
    tab = await Tab.open(browser, site);
  });
  afterAll(() => browser.close());

  it('really has none', async () => {
    const context = await tab.page.evaluate(
      () => document.createElement('canvas').getContext('webgl2') !== null,
    );
    expect(context).toBe(false);
  });

  it('is told so, and gets the text view', async () => {
    expect(await tab.page.isVisible('#text-view')).toBe(true);
    expect(await tab.page.innerText('#no-webgl')).toContain('This browser offers no WebGL 2');
    expect(await tab.page.isVisible('#canvas')).toBe(false);
    expect(await tab.page.isVisible('#loading-card')).toBe(false);
    expect(await tab.page.isVisible('#close-text-view')).toBe(false);
    expect(await tab.page.isVisible('#open-text-view')).toBe(false);
  });

  it('reads the test set and answers like any other', async () => {
    await tab.until('it is ready', ({ phase }) => phase === 'ready');
    await tab.page.fill('#sample-number', '0');
    await tab.page.keyboard.press('Enter');
    await expectViewShows(tab, 0);
    expect(await tab.page.textContent('tr.top th')).toBe('Ankle boot');
    expect(tab.errors.filter((error) => !/WebGL/i.test(error))).toEqual([]);
  });
});
