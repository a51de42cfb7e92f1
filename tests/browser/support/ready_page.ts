// SPDX-License-Identifier: MIT
// ready_page.ts: what most test files begin with: a browser, a site, and a tab in which the page is
// ready. Call openReadyPage() at the top of the file; the three are there in every test.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';

import { connect } from './shared_chromium';
import { serveSite, type Site } from './site';
import { Tab } from './tab';

export let browser: Browser;
export let site: Site;
export let tab: Tab;

// `prepare` changes what the site serves before the page is opened.
export function openReadyPage(prepare: (site: Site) => void = () => undefined): void {
  beforeAll(async () => {
    browser = await connect();
    site = await serveSite();
    prepare(site);
    tab = await Tab.open(browser, site, { until: 'ready' });
  });
  afterAll(async () => {
    await browser.close();
    site.close();
  });
}
