// SPDX-License-Identifier: MIT
// The page in windows of any size and density, in both themes, and when the graphics card goes away.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { connect } from './support/shared_chromium';
import { Fingers, zigzag } from './support/hands';
import { darkPaper, drawingSquare, openView, paper } from './support/places';
import { serveSite, type Site } from './support/site';
import { desktop, phone, Tab } from './support/tab';

let browser: Browser;
let site: Site;
beforeAll(async () => {
  browser = await connect();
  site = await serveSite();
});
afterAll(async () => {
  await browser.close();
  site.close();
});

// Sizes of the canvas, in its own pixels and on the page.
const canvasOf = (tab: Tab) =>
  tab.page.$eval('#canvas', (element) => {
    const canvas = element as HTMLCanvasElement;
    const { width, height } = canvas.getBoundingClientRect();
    return { pixels: [canvas.width, canvas.height], css: [width, height] };
  });

describe('a window', () => {
  let tab: Tab;
  beforeAll(async () => {
    tab = await Tab.open(browser, site, { until: 'ready' });
  });
  beforeEach(async () => {
    await tab.page.setViewportSize(desktop);
    await tab.settled();
  });
  afterAll(() => tab.close());

  it('can shrink to that of a phone and grow again, and works all the while', async () => {
    await tab.page.setViewportSize(phone);
    await tab.settled();
    expect(await canvasOf(tab)).toEqual({ pixels: [390, 844], css: [390, 844] });
    for (const view of ['explore', 'about', 'draw'] as const) await openView(tab, view);
    await tab.dispatch({ type: 'clear' });
    await tab.settled();
    const square = drawingSquare(await tab.picture(), { x: 0, y: 0, ...phone });
    expect(square.width).toBeGreaterThan(250);
    await new Fingers(tab, square).draw(zigzag);
    await tab.answered('it is answered', ({ input }) => input.source === 'drawing');

    await tab.page.setViewportSize(desktop);
    await tab.settled();
    expect(await canvasOf(tab)).toEqual({ pixels: [1280, 800], css: [1280, 800] });
    for (const view of ['explore', 'about', 'draw'] as const) await openView(tab, view);
  });

  it.each([
    [320, 568],
    [844, 390],
    [768, 1024],
    [1920, 1080],
    [200, 150],
  ])('of %i x %i is filled with something', async (width, height) => {
    await tab.page.setViewportSize({ width, height });
    await tab.select(0);
    const { frames } = await tab.settled();
    expect(await canvasOf(tab)).toEqual({ pixels: [width, height], css: [width, height] });
    expect((await tab.picture()).countColors(50)).toBe(50);
    expect(tab.errors).toEqual([]);
    expect(frames).toBeGreaterThan(0);
  });

  it('takes on the dark theme as soon as the system does', async () => {
    const corner = async () => (await tab.picture()).at(100, 790);
    await tab.dispatch({ type: 'view', view: 'about' });
    await tab.settled();
    expect(await corner()).toEqual(paper);
    await tab.page.emulateMedia({ colorScheme: 'dark' });
    await expect.poll(corner, { timeout: 5000 }).toEqual(darkPaper);
    await tab.page.emulateMedia({ colorScheme: 'light' });
    await expect.poll(corner, { timeout: 5000 }).toEqual(paper);
    await tab.dispatch({ type: 'view', view: 'draw' });
  });

  it('is drawn anew when the graphics card was away', async () => {
    await tab.select(0);
    await tab.settled();
    const before = await tab.picture();
    const lose = (what: 'loseContext' | 'restoreContext') =>
      tab.page.$eval(
        '#canvas',
        (element, method) => {
          const gl = (element as HTMLCanvasElement).getContext('webgl2')!;
          // Once lost, it does not give its extensions any more.
          const keeper = window as { loser?: WEBGL_lose_context | null };
          keeper.loser ??= gl.getExtension('WEBGL_lose_context');
          return new Promise<void>((resolve) => {
            const event = method === 'loseContext' ? 'lost' : 'restored';
            element.addEventListener(`webglcontext${event}`, () => resolve(), { once: true });
            keeper.loser![method]();
          });
        },
        what,
      );
    await lose('loseContext');
    // What happens meanwhile is not lost.
    await tab.select(1);
    await lose('restoreContext');
    await tab.select(0);
    await tab.settled();
    expect((await tab.picture()).differenceTo(before)).toBeLessThan(0.002);

    await tab.dispatch({ type: 'view', view: 'explore' });
    await tab.settled();
    expect((await tab.picture()).countColors(200), 'the images are there again').toBe(200);
    await tab.dispatch({ type: 'view', view: 'draw' });
  });
});

describe('a screen', () => {
  it.each([1.1, 1.5, 2])('of density %f is used to its last pixel', async (density) => {
    const tab = await Tab.open(browser, site, { deviceScaleFactor: density });
    await tab.settled();
    expect(await canvasOf(tab)).toEqual({
      pixels: [1280, 800].map((side) => Math.round(side * density)),
      css: [1280, 800],
    });
    // And what is drawn there is as large as on any other.
    await openView(tab, 'explore');
    await tab.close();
  });

  it('of a phone is used to its full density, and by fingers', async () => {
    const tab = await Tab.open(browser, site, {
      viewport: phone,
      deviceScaleFactor: 3,
      isMobile: true,
      hasTouch: true,
      until: 'ready',
    });
    await tab.settled();
    expect(await canvasOf(tab)).toEqual({ pixels: [1170, 2532], css: [390, 844] });
    await tab.page.touchscreen.tap(146, 812);
    await tab.until('a tap changes the view', ({ view }) => view === 'explore');
    await tab.settled();
    await tab.page.touchscreen.tap(200, 350);
    const { input } = await tab.until('a tap selects', (now) => now.input.source === 'sample');
    await new Fingers(tab, { x: 0, y: 0, width: 390, height: 844 }).draw([
      [0.5, 0.55],
      [0.5, 0.45],
      [0.5, 0.35],
      [0.5, 0.25],
    ]);
    await tab.settled();
    expect((await tab.snapshot()).input.index, 'a finger that scrolls selects nothing').toBe(
      input.index,
    );
    await tab.page.touchscreen.tap(200, 350);
    const scrolled = await tab.until('a tap selects', (now) => now.input.index !== input.index);
    expect(scrolled.input.index).toBeGreaterThan(input.index!);
    await tab.close();
  });
});

describe('a visitor who wants no motion', () => {
  it('sees the bars where they belong at once', async () => {
    const tab = await Tab.open(browser, site, { until: 'ready' });
    const framesFor = async (reducedMotion: 'reduce' | 'no-preference') => {
      await tab.page.emulateMedia({ reducedMotion });
      await tab.select(0);
      const { frames } = await tab.settled();
      await tab.select(1);
      return (await tab.settled()).frames - frames;
    };
    const [moving, still] = [await framesFor('no-preference'), await framesFor('reduce')];
    expect(still).toBeLessThan(moving);
    await tab.close();
  });
});
