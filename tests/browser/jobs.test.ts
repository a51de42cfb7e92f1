// SPDX-License-Identifier: MIT
// The second program, in workers: fetched when it is needed, cancelled when nobody waits, and missed
// without harm where it is missing.
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { connect } from './support/shared_chromium';
import { serveSite, type Fault, type Site } from './support/site';
import { Tab } from './support/tab';

let browser: Browser;
let site: Site;
let tab: Tab;
beforeAll(async () => {
  browser = await connect();
  site = await serveSite();
  tab = await Tab.open(browser, site, { until: 'ready' });
  await tab.complete();
});
afterEach(() => site.faults.clear());
afterAll(async () => {
  await browser.close();
  site.close();
});

const workers = () =>
  tab.page.workers().filter((worker) => worker.url().includes('assets/worker.js'));

const evaluate = () =>
  tab.page.evaluate(() =>
    window.atelier!.evaluate({ workers: 1 }).then(
      ({ count }) => ({ count }),
      (refusal: unknown) => refusal,
    ),
  );

describe('work in the background', () => {
  it('is not asked for by a page that needs none', async () => {
    await tab.select(3);
    expect(site.asked.filter((path) => path.includes('work'))).toEqual(
      site.asked.filter((path) => path.includes('ort_worker')),
    );
    expect(workers()).toHaveLength(0);
  });

  const cases: [string, Fault, string][] = [
    ['work.wasm', 'missing', 'file-not-found'],
    ['work.wasm', 'html', 'html-instead-of-data'],
    ['work.wasm', 'nonsense', 'engine-failed'],
    ['assets/worker.js', 'missing', 'engine-failed'],
  ];
  it.each(cases)('says what is wrong: %s, %s', async (file, fault, code) => {
    site.faults.set(file, fault);
    expect(await evaluate()).toMatchObject({ code });
  });

  it('is done once everything is there again', async () => {
    expect(await evaluate()).toEqual({ count: 10_000 });
    expect(workers()).toHaveLength(1);
  });

  it('stops soon after it is cancelled, and leaves its worker for the next', async () => {
    const [before] = workers();
    await tab.dispatch({ type: 'find-duplicates', in: 'features' });
    await tab.page.waitForTimeout(500);
    await tab.dispatch({ type: 'cancel-duplicates' });
    await tab.page.waitForTimeout(1_000); // a deaf one would have been replaced
    expect(workers()).toEqual([before]);
    expect(await evaluate()).toEqual({ count: 10_000 });
    expect(workers()).toEqual([before]);
  });
});
