// SPDX-License-Identifier: MIT
// The report, with the whole test set and both engines.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { EngineName, Snapshot } from '../../web/atelier_api';
import { launch } from './support/chromium';
import { openView } from './support/places';
import { serveSite, type Site } from './support/site';
import { Tab } from './support/tab';
import { labelOf } from './support/test_set';

let browser: Browser;
let site: Site;
let tab: Tab;
beforeAll(async () => {
  browser = await launch();
  site = await serveSite();
  tab = await Tab.open(browser, site, { until: 'ready' });
  await openView(tab, 'report');
});
afterAll(async () => {
  await browser.close();
  site.close();
});

async function evaluated(engine: EngineName): Promise<Snapshot['report']> {
  await tab.dispatch({ type: 'evaluate', engine });
  const isDone = ({ report }: Snapshot) => report !== null && !report.running;
  return (await tab.until('all images are answered', isDone)).report;
}

describe('the report', () => {
  it('is empty before anything has been evaluated', async () => {
    expect((await tab.snapshot()).report).toBeNull();
  });

  it('begins by its button, shows results while it runs, and can be cancelled', async () => {
    await tab.page.mouse.click(704, 42); // Evaluate
    const { report } = await tab.until(
      'results come in',
      ({ report: now }) => now !== null && now.done > 0,
    );
    expect(report).toMatchObject({ running: true, engine: 'atelier-nn', model: 'small' });
    expect(report!.done).toBeLessThan(10_000);
    await tab.dispatch({ type: 'cancel-evaluation' });
    expect((await tab.settled()).report).toBeNull();
    await expect(tab.dispatch({ type: 'cancel-evaluation' })).rejects.toThrow(
      'nothing is being evaluated',
    );
  });

  it('finds what was measured in PyTorch, by either engine', async () => {
    const { accuracy } = await tab.page.evaluate(async () => {
      return (await (await fetch('models/models.json')).json()).models[0];
    });
    for (const engine of ['atelier-nn', 'onnxruntime-web'] as const) {
      expect(await evaluated(engine)).toMatchObject({
        engine,
        done: 10_000,
        accuracy: accuracy.test,
      });
    }
  });

  it('opens an image of a cell in Draw', async () => {
    await tab.page.mouse.click(400, 450); // a shirt, taken for a shirt
    await tab.settled();
    await tab.page.mouse.click(140, 660); // its first image
    const { view, input } = await tab.until('it is shown', ({ input: now }) => now.index !== null);
    expect(view).toBe('draw');
    expect(labelOf(input.index!)).toBe(6);
  });

  it('answers what is drawn or picked while it runs', async () => {
    await tab.dispatch({ type: 'evaluate' });
    const { prediction, report } = await tab.select(0);
    expect(prediction!.name).toBe('Ankle boot');
    expect(report!.running).toBe(true);
    await tab.dispatch({ type: 'cancel-evaluation' });
  });
});
