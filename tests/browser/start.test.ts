// SPDX-License-Identifier: MIT
// The page as it starts, and as it stands still.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { connect } from './support/shared_chromium';
import { drawWithMouse, zigzag } from './support/hands';
import { drawingSquare, openView, work } from './support/places';
import { serveSite, type Site } from './support/site';
import { Tab } from './support/tab';

let browser: Browser;
let site: Site;
let tab: Tab;
beforeAll(async () => {
  browser = await connect();
  site = await serveSite();
  tab = await Tab.open(browser, site, { reducedMotion: 'no-preference' });
});
afterAll(async () => {
  await browser.close();
  site.close();
});

describe('the page, below a path of its host', () => {
  it('becomes ready, with the official test set and a network', async () => {
    await tab.page.evaluate(() => window.atelier!.ready);
    const { phase, error, dataset, model, view, input, prediction } = await tab.complete();
    expect({ phase, error, view, prediction }).toEqual({
      phase: 'ready',
      error: null,
      view: 'draw',
      prediction: null,
    });
    expect(dataset).toMatchObject({ count: 10_000, verified: true, bytes: 4_427_250 });
    expect(dataset.bytes_total).toBe(dataset.bytes);
    expect(dataset.decode_ms).toBeGreaterThan(0);
    expect(model).toMatchObject({ id: 'small', engine: 'onnxruntime-web' });
    expect(model.parameters).toBeGreaterThan(10_000);
    expect(input).toMatchObject({ source: 'none', index: null, label: null });
  });

  it('shows the canvas alone: no card is left', async () => {
    for (const card of ['#loading-card', '#error-card', '#text-view']) {
      expect(await tab.page.isVisible(card), card).toBe(false);
    }
    expect(await tab.page.isVisible('#canvas')).toBe(true);
  });

  it('gives a snapshot of exactly the documented fields', async () => {
    const snapshot = await tab.select(0);
    const names = (part: object | null) => Object.keys(part ?? {}).join(' ');
    expect(names(snapshot)).toBe(
      'phase error notice dataset model models engines agreement view input prediction suggestion temperature preprocessing photo trace why explanation neighbours inside change stress explore report own_model own_data votes frames',
    );
    expect(names(snapshot.dataset)).toBe(
      'name own labelled count verified bytes bytes_total decode_ms class_names',
    );
    expect(names(snapshot.model)).toBe('id parameters automatic engine class_names');
    expect(names(snapshot.engines[1]!)).toBe('name phase bytes bytes_total error');
    expect(names(snapshot.agreement)).toBe('inputs largest_difference');
    expect(names(snapshot.input)).toBe('source index label pixels original');
    expect(names(snapshot.prediction)).toBe(
      'label name logits probabilities verdict words ms engine model',
    );
    expect(snapshot.input.pixels).toHaveLength(784);
    expect(snapshot.prediction!.probabilities).toHaveLength(10);
    expect(typeof snapshot.frames).toBe('number');
  });

  it('gives each snapshot anew, so that nobody can change what the page knows', async () => {
    const label = await tab.page.evaluate(() => {
      const snapshot = window.atelier!.snapshot();
      snapshot.input.label = 3;
      snapshot.input.pixels.fill(7);
      return window.atelier!.snapshot().input.label;
    });
    expect(label).toBe(9);
  });

  it('asks no other host for anything, and breaks none of its own rules', async () => {
    const used = await Tab.open(browser, site, { until: 'ready' });
    const square = drawingSquare(await used.picture(), work);
    await drawWithMouse(used, square, zigzag);
    await used.answered('the drawing is answered');
    await openView(used, 'explore');
    await used.select(77);
    await openView(used, 'about');
    await used.settled();

    const asked = used.requests.map((url) => new URL(url));
    const elsewhere = ({ href, protocol }: URL) =>
      !href.startsWith(site.url) && protocol !== 'blob:'; // of the page's own memory
    expect(asked.filter(elsewhere).map(String)).toEqual([]);
    // Those of the worker are among them, or this test would see only half.
    const paths = asked.map(({ pathname }) => pathname);
    expect(paths.some((path) => path.endsWith('.onnx'))).toBe(true);
    expect(paths.some((path) => path.endsWith('ort-wasm-simd-threaded.wasm'))).toBe(true);
    expect(await used.page.evaluate(() => window.violations)).toEqual([]);
    expect(used.errors).toEqual([]);
    await used.close();
  });

  it('asks for each large file once', async () => {
    site.asked.length = 0;
    const fresh = await Tab.open(browser, site, { until: 'ready' });
    await fresh.settled();
    const times = new Map<string, number>();
    for (const path of site.asked) times.set(path, (times.get(path) ?? 0) + 1);
    const large = [...times].filter(([path]) => /\.(wasm|gz|onnx|mjs)$/.test(path));
    expect(large.length).toBeGreaterThanOrEqual(7);
    // Of the images a first answer needs few, so they come in two parts.
    const twice = ['data/t10k-images-idx3-ubyte.gz', 2];
    expect(large.filter(([, count]) => count !== 1)).toEqual([twice]);
    await fresh.close();
  });
});

describe('a page where nothing happens', () => {
  it('draws no frame', async () => {
    await tab.settled();
    const { frames } = await tab.snapshot();
    await tab.page.waitForTimeout(2000);
    expect((await tab.snapshot()).frames).toBe(frames);
  });

  it('draws none while it is hidden, answers all the same, and shows that when it is back', async () => {
    const setHidden = (hidden: boolean) =>
      tab.page.evaluate((value) => {
        Object.defineProperty(document, 'hidden', { value, configurable: true });
        document.dispatchEvent(new Event('visibilitychange'));
      }, hidden);
    await setHidden(true);
    const { frames } = await tab.settled();
    await tab.select(1);
    await tab.page.waitForTimeout(500);
    expect((await tab.snapshot()).frames).toBe(frames);

    await setHidden(false);
    await tab.until('a frame is drawn', (snapshot) => snapshot.frames > frames);
  });
});

describe('an address', () => {
  it('can lead to a view and a test image', async () => {
    const linked = await Tab.open(browser, site, { hash: '#explore/1234' });
    const { view } = await linked.answered('it is shown', ({ input }) => input.index === 1234);
    expect(view).toBe('explore');
    await linked.close();
  });

  it('follows what is shown, so that it can be passed on', async () => {
    await openView(tab, 'explore');
    await tab.select(42);
    await tab.page.waitForFunction(() => location.hash === '#explore/42');
    await tab.page.evaluate(() => void (location.hash = '#draw/7'));
    await tab.answered('the address is followed', ({ input }) => input.index === 7);
  });
});
