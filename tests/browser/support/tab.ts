// SPDX-License-Identifier: MIT
// tab.ts: a browser tab with the page in it, and how to wait for what it does. Nothing here sleeps
// for a fixed time: the page's own snapshot says when something has happened.
import type { Browser, BrowserContextOptions, CDPSession, Page } from 'playwright-core';

import type { Action, Classification, Snapshot } from '../../../web/shell/atelier_api';
import { Picture } from './picture';
import type { Site } from './site';

export const desktop = { width: 1280, height: 800 };
export const phone = { width: 390, height: 844 };
const patienceMs = 30_000;

export interface TabOptions extends BrowserContextOptions {
  hash?: string;
  // Until when to wait: the script interface is there unless told otherwise. 'ready' is when the page
  // can answer and nothing more is on its way.
  until?: 'loaded' | 'started' | 'ready';
  // Runs in the page before any of its own scripts.
  before?: () => void;
}

declare global {
  interface Window {
    violations: string[];
  }
}

export class Tab {
  // What the page asked for, with all its workers, and what went wrong in its own view.
  readonly requests: string[] = [];
  readonly errors: string[] = [];

  private constructor(
    readonly page: Page,
    readonly cdp: CDPSession,
  ) {}

  // Each has a context of its own: no cache and no settings of another. Without motion it comes to
  // rest sooner, and most tests do not look at motion.
  static async open(browser: Browser, site: Site, options: TabOptions = {}): Promise<Tab> {
    const { hash = '', until = 'started', before, ...contextOptions } = options;
    const context = await browser.newContext({
      viewport: desktop,
      reducedMotion: 'reduce',
      ...contextOptions,
    });
    context.setDefaultTimeout(patienceMs);
    const page = await context.newPage();
    const tab = new Tab(page, await context.newCDPSession(page));
    page.on('request', (request) => tab.requests.push(request.url()));
    page.on('pageerror', (error) => tab.errors.push(`uncaught: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error') tab.errors.push(message.text());
    });
    await page.addInitScript(() => {
      window.violations = [];
      addEventListener('securitypolicyviolation', ({ blockedURI, violatedDirective }) => {
        window.violations.push(`${violatedDirective}: ${blockedURI}`);
      });
    });
    if (before) await page.addInitScript(before);
    await page.goto(site.url + hash, { waitUntil: 'domcontentloaded' });
    if (until !== 'loaded') await tab.started();
    if (until === 'ready') await tab.complete();
    return tab;
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }

  async started(): Promise<void> {
    await this.page.waitForFunction(() => window.atelier !== undefined);
  }

  complete(): Promise<Snapshot> {
    return this.until('everything has come', ({ phase, engines }) => {
      return phase === 'ready' && engines.every((engine) => engine.phase !== 'loading');
    });
  }

  snapshot(): Promise<Snapshot> {
    return this.page.evaluate(() => window.atelier!.snapshot());
  }

  // Rejects with what dispatch() throws.
  dispatch(action: Action): Promise<void> {
    return this.page.evaluate((each) => window.atelier!.dispatch(each), action);
  }

  classify(pixels: number[]): Promise<Classification> {
    return this.page.evaluate((each) => window.atelier!.classify(Uint8Array.from(each)), pixels);
  }

  // Polls until the snapshot is as wanted, and returns it.
  async until(
    what: string,
    accept: (snapshot: Snapshot) => boolean,
    withinMs = patienceMs,
  ): Promise<Snapshot> {
    const deadline = Date.now() + withinMs;
    for (;;) {
      const snapshot = await this.snapshot();
      if (accept(snapshot)) return snapshot;
      if (Date.now() > deadline) {
        const { input, ...rest } = snapshot;
        const ink = input.pixels.filter((pixel) => pixel > 0).length;
        const shown = JSON.stringify({ ...rest, input: { ...input, pixels: `${ink} with ink` } });
        throw new Error(`waited in vain until ${what}: ${shown}`);
      }
      await this.page.waitForTimeout(30);
    }
  }

  // The snapshot once nothing happens any more: no frame is drawn, no answer is on its way.
  async settled(): Promise<Snapshot> {
    let [before, since] = ['', 0];
    return this.until('the page has come to rest', (snapshot) => {
      const now = JSON.stringify(snapshot);
      if (now !== before) [before, since] = [now, Date.now()];
      return Date.now() - since > 250;
    });
  }

  // Selects a sample and returns the snapshot with its prediction.
  async select(index: number): Promise<Snapshot> {
    await this.dispatch({ type: 'select-sample', index });
    return this.answered(`sample ${index} is answered`, ({ input }) => input.index === index);
  }

  answered(what: string, accept: (snapshot: Snapshot) => boolean = () => true): Promise<Snapshot> {
    return this.until(what, (snapshot) => snapshot.prediction !== null && accept(snapshot));
  }

  async picture(): Promise<Picture> {
    return Picture.fromPng(await this.page.screenshot());
  }
}
