// SPDX-License-Identifier: MIT
// What the page says when a file does not come as it should, what works all the same, and how it
// recovers.
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import type { Stroke } from '../../web/shell/atelier_api';
import { connect } from './support/shared_chromium';
import { accentSoft, openView, work } from './support/places';
import { serveSite, type Fault, type Site } from './support/site';
import { Tab } from './support/tab';
import { imageOf } from './support/test_set';

const images = 'data/t10k-images-idx3-ubyte.gz';
const labels = 'data/t10k-labels-idx1-ubyte.gz';
const worker = 'assets/ort_worker.js';
const [ortLoader, ortGlue, ortWasm] = [
  'ort/1.30.0/ort.wasm.min.mjs',
  'ort/1.30.0/ort-wasm-simd-threaded.mjs',
  'ort/1.30.0/ort-wasm-simd-threaded.wasm',
];

// Part of the sentence that goes with each code.
const sentences: Record<string, RegExp> = {
  'file-not-found': /^A file that is needed here is missing\./,
  'html-instead-of-data': /^A web page arrived instead of the data file\./,
  network: /^The connection broke off before everything had arrived\./,
  'not-gzip': /^This is not the compressed data file that was expected\./,
  'gzip-truncated': /^The data file stops before its end/,
  'gzip-damaged': /^The data file was damaged on its way here\./,
  'model-unusable': /^This model cannot be used here\./,
  'engine-failed': /^The engine that computes the predictions has stopped\./,
};

const garment: Stroke = {
  type: 'stroke',
  tool: 'brush',
  gray: 200,
  size: 0.3,
  points: [
    [0.4, 0.2, 0.5],
    [0.4, 0.8, 0.5],
  ],
};

let browser: Browser;
let site: Site;
beforeAll(async () => {
  browser = await connect();
  site = await serveSite();
});
afterEach(() => site.faults.clear());
afterAll(async () => {
  await browser.close();
  site.close();
});

async function expectError(tab: Tab, code: string, file: string): Promise<void> {
  const { phase, error } = await tab.until('it has failed', ({ error }) => error !== null);
  expect({ phase, code: error!.code }).toEqual({ phase: 'failed', code });
  expect(error!.message).toMatch(sentences[code]!);
  if (code === 'file-not-found') expect(error!.detail).toContain(file);
}

// Each case begins with the page as the last one has left it, failed, and lets it try again.
async function retryWith(tab: Tab, file: string, fault: Fault): Promise<void> {
  site.faults.clear();
  site.faults.set(file, fault);
  await tab.dispatch({ type: 'retry' });
}

async function expectSamplesCanBeSeen(tab: Tab): Promise<void> {
  await tab.until('they have arrived', ({ dataset }) => dataset.verified);
  await openView(tab, 'explore');
  await tab.dispatch({ type: 'select-sample', index: 5 });
  const { input, prediction } = await tab.settled();
  expect(input).toMatchObject({ source: 'sample', index: 5 });
  expect(input.pixels).toEqual(imageOf(5));
  expect(prediction).toBeNull();
}

async function expectRecovery(tab: Tab): Promise<void> {
  await tab.dispatch({ type: 'retry' });
  await tab.until('everything is there', ({ phase }) => phase === 'ready');
  expect((await tab.snapshot()).error).toBeNull();
  expect((await tab.select(0)).prediction!.name).toBe('Ankle boot');
}

describe('a page without its test set', () => {
  let tab: Tab;
  beforeAll(async () => {
    site.faults.set(images, 'missing');
    tab = await Tab.open(browser, site);
    await expectError(tab, 'file-not-found', images);
  });
  afterAll(() => tab.close());

  const cases: [string, Fault, string][] = [
    [images, 'missing', 'file-not-found'],
    [labels, 'missing', 'file-not-found'],
    [images, 'html', 'html-instead-of-data'],
    [labels, 'html', 'html-instead-of-data'],
    [images, 'nonsense', 'not-gzip'],
    [images, 'truncated', 'gzip-truncated'],
    [labels, 'truncated', 'gzip-truncated'],
    [images, 'damaged', 'gzip-damaged'],
    [images, 'cut off', 'network'],
  ];
  it.each(cases)('says so: %s, %s', async (file, fault, code) => {
    await retryWith(tab, file, fault);
    await expectError(tab, code, file);
  });

  it('answers drawings all the same', async () => {
    await tab.dispatch(garment);
    const { input, prediction } = await tab.answered('the drawing is answered');
    expect(input.source).toBe('drawing');
    expect(prediction!.verdict).not.toBe('blank');
  });

  it('says so to scripts that wait for it', async () => {
    const refusal = await tab.page.evaluate(() =>
      window.atelier!.ready.then(
        () => null,
        (thrown: unknown) => thrown,
      ),
    );
    expect(refusal).toEqual({
      code: 'file-not-found',
      message: expect.stringMatching(sentences['file-not-found']!),
    });
  });

  it('has a button to try again, and then has everything', async () => {
    await tab.dispatch({ type: 'view', view: 'explore' });
    await tab.settled();
    const picture = await tab.picture();
    const banner = picture.boxOf(accentSoft, work)!;
    expect(banner, 'the banner').not.toBeNull();
    const row = banner.y + banner.height - 31;
    const [retry] = picture.segments(accentSoft, row, banner.x + 8, banner.x + banner.width - 8);
    await tab.page.mouse.click((retry![0] + retry![1]) / 2, row);

    await tab.until('everything is there', ({ phase }) => phase === 'ready');
    const { error, dataset } = await tab.snapshot();
    expect(error).toBeNull();
    expect(dataset).toMatchObject({ count: 10_000, verified: true });
    expect((await tab.select(0)).prediction!.name).toBe('Ankle boot');
    expect((await tab.picture()).boxOf(accentSoft, work), 'the banner').toBeNull();
  });
});

describe('a page without its network', () => {
  let tab: Tab;
  beforeAll(async () => {
    site.faults.set('models/models.json', 'missing');
    tab = await Tab.open(browser, site);
    await expectError(tab, 'file-not-found', 'models/models.json');
  });
  afterAll(() => tab.close());

  const cases: [string, Fault, string][] = [
    ['models/models.json', 'missing', 'file-not-found'],
    ['models/models.json', 'html', 'html-instead-of-data'],
    ['models/models.json', 'truncated', 'model-unusable'],
    ['models/small.onnx', 'missing', 'file-not-found'],
    ['models/small.onnx', 'html', 'html-instead-of-data'],
    ['models/small.onnx', 'truncated', 'model-unusable'],
    ['models/small.onnx', 'nonsense', 'model-unusable'],
    ['models/small.onnx', 'cut off', 'network'],
  ];
  it.each(cases)('says so: %s, %s', async (file, fault, code) => {
    await retryWith(tab, file, fault);
    await expectError(tab, code, file);
  });

  it('lets the test set be looked through all the same', () => expectSamplesCanBeSeen(tab));
  it('recovers when all files are there again', () => expectRecovery(tab));
});

describe('a page without ONNX Runtime Web', () => {
  let tab: Tab;
  beforeAll(async () => {
    site.faults.set(ortWasm, 'missing');
    tab = await Tab.open(browser, site);
    await expectNotice('file-not-found', ortWasm);
  });
  afterAll(() => tab.close());

  // Said, and no error: the page has an engine of its own.
  async function expectNotice(code: string, file: string): Promise<void> {
    const { error, notice } = await tab.until('it says so', (snapshot) => snapshot.notice !== null);
    expect({ error, code: notice!.code }).toEqual({ error: null, code });
    expect(notice!.message).toMatch(sentences[code]!);
    if (code === 'file-not-found') expect(notice!.detail).toContain(file);
    await tab.until('it goes on', ({ phase }) => phase === 'ready');
  }

  const cases: [string, Fault, string][] = [
    [ortLoader, 'missing', 'file-not-found'],
    [ortLoader, 'html', 'html-instead-of-data'],
    [ortGlue, 'missing', 'engine-failed'],
    [ortWasm, 'missing', 'file-not-found'],
    [ortWasm, 'html', 'html-instead-of-data'],
    [ortWasm, 'nonsense', 'engine-failed'],
    [ortWasm, 'cut off', 'network'],
    [worker, 'missing', 'engine-failed'],
    [worker, 'html', 'engine-failed'],
  ];
  it.each(cases)('says so: %s, %s', async (file, fault, code) => {
    await retryWith(tab, file, fault);
    await expectNotice(code, file);
  });

  it('answers by its own engine', async () => {
    const { model, prediction } = await tab.select(0);
    expect(model.engine).toBe('atelier-nn');
    expect(prediction).toMatchObject({ name: 'Ankle boot', engine: 'atelier-nn' });
  });

  it('says so only until somebody has read it', async () => {
    await tab.dispatch({ type: 'dismiss-notice' });
    expect((await tab.settled()).notice).toBeNull();
    expect((await tab.select(1)).prediction!.name).toBe('Pullover');
  });

  it('refuses to switch to what is not there', async () => {
    const switching = tab.dispatch({ type: 'select-engine', engine: 'onnxruntime-web' });
    await expect(switching).rejects.toThrow("'retry' starts it again");
  });

  it('has both engines when all files are there again', async () => {
    site.faults.clear();
    await tab.dispatch({ type: 'retry' });
    await tab.until('it answers', ({ model }) => model.engine === 'onnxruntime-web');
    expect((await tab.snapshot()).notice).toBeNull();
  });
});

describe('a page that cannot start', () => {
  const cases: [string, Fault, RegExp][] = [
    ['atelier.wasm', 'missing', /^A part of this page is missing on its server\./],
    ['atelier.wasm', 'html', /^Another web page arrived in place of a part of this one/],
    ['atelier.wasm', 'cut off', /^The connection broke off before the page had arrived\./],
    ['atelier.wasm', 'nonsense', /^This browser could not start the page\./],
  ];
  it.each(cases)('says so, and starts at the next try: %s, %s', async (file, fault, sentence) => {
    site.faults.set(file, fault);
    const tab = await Tab.open(browser, site, { until: 'loaded' });
    const card = tab.page.getByRole('alert');
    await card.waitFor({ state: 'visible' });
    expect(await tab.page.textContent('#error-words')).toMatch(sentence);
    expect(await tab.page.isVisible('#loading-card')).toBe(false);
    await tab.page.click('#error-card summary');
    expect(await tab.page.innerText('#error-detail')).toContain('Atelier ');

    site.faults.clear();
    await card.getByRole('button', { name: 'Try again' }).click();
    await tab.started();
    expect(await card.isVisible()).toBe(false);
    await tab.close();
  });

  it('says in the end that it takes too long, if its own script never comes', async () => {
    site.faults.set('assets/main.js', 'missing');
    const tab = await Tab.open(browser, site, { until: 'loaded' });
    const late = tab.page.getByText('This takes longer than usual. Perhaps reload the page.');
    expect(await late.isVisible()).toBe(false);
    // The stylesheet makes it visible after 20 seconds; here they pass at once.
    await tab.page.evaluate(() => document.getAnimations().forEach((each) => each.finish()));
    await late.waitFor({ state: 'visible' });
    await tab.close();
  });
});

describe('a page without its fonts', () => {
  const fonts = ['Regular', 'Medium', 'SemiBold'].map((weight) => `fonts/Inter-${weight}.otf`);

  async function expectItWorks(tab: Tab): Promise<void> {
    expect((await tab.select(0)).prediction!.name).toBe('Ankle boot');
    expect((await tab.settled()).error).toBeNull();
    expect(await tab.page.isVisible('#error-card')).toBe(false);
    expect((await tab.picture()).countColors(50)).toBe(50);
    await tab.close();
  }

  it('goes on with a stand-in for one that is missing', async () => {
    site.faults.set(fonts[0]!, 'missing');
    await expectItWorks(await Tab.open(browser, site, { until: 'ready' }));
  });

  it('goes on with a stand-in for all of them', async () => {
    for (const font of fonts) site.faults.set(font, 'missing');
    await expectItWorks(await Tab.open(browser, site, { until: 'ready' }));
  });

  it.each(['html', 'nonsense', 'truncated'] as const)(
    'is not stopped by what is no font: %s',
    async (fault) => {
      for (const font of fonts) site.faults.set(font, fault);
      await expectItWorks(await Tab.open(browser, site, { until: 'ready' }));
    },
  );
});
