// SPDX-License-Identifier: MIT
// The report, with the whole test set and both engines.
import { beforeAll, describe, expect, it } from 'vitest';

import type { EngineName, Snapshot } from '../../web/shell/atelier_api';
import { openView } from './support/places';
import { browser, openReadyPage, site, tab } from './support/ready_page';
import { desktop, Tab } from './support/tab';
import { imageOf, labelOf } from './support/test_set';

openReadyPage();
beforeAll(() => openView(tab, 'report'));

async function evaluated(engine: EngineName): Promise<Snapshot['report']> {
  await tab.dispatch({ type: 'evaluate', engine });
  const isDone = ({ report }: Snapshot) => report !== null && !report.running;
  return (await tab.until('all images are answered', isDone, 150_000)).report; // `large` takes long
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

  it(
    'finds what was measured in PyTorch, by either engine and for each model',
    { timeout: 600_000 },
    async () => {
      const { models } = await tab.page.evaluate(async () => {
        return (await (await fetch('models/models.json')).json()) as {
          models: { id: string; accuracy: { test: number } }[];
        };
      });
      for (const { id, accuracy } of models.reverse()) {
        await tab.dispatch({ type: 'select-model', id });
        await tab.complete();
        for (const engine of ['atelier-nn', 'onnxruntime-web'] as const) {
          expect(await evaluated(engine)).toMatchObject({
            engine,
            model: id,
            done: 10_000,
            accuracy: accuracy.test,
          });
        }
      }
    },
  );

  it('has what models.json says about calibration', async () => {
    const { calibration, model } = (await tab.snapshot()).report!;
    const recorded = await tab.page.evaluate(async (id) => {
      const { models } = await (await fetch('models/models.json')).json();
      return models.find((each: { id: string }) => each.id === id).calibration.test;
    }, model);
    expect(calibration.ece_before).toBeCloseTo(recorded.ece_before, 4);
    expect(calibration.ece_after).toBeCloseTo(recorded.ece_after, 4);
    expect(calibration.bins.reduce((sum, { count }) => sum + count, 0)).toBe(10_000);
  });

  it('compares the two engines, and looks at the older result again', async () => {
    const { report } = await tab.snapshot();
    const [older, newer] = report!.evaluations.slice(-2);
    expect(report!.comparison).toMatchObject({ first: newer!.id, second: older!.id });
    const { both_right, only_first, only_second, both_wrong } = report!.comparison!;
    expect(both_right + only_first + only_second + both_wrong).toBe(10_000);
    expect(both_right + only_first).toBe(report!.correct);
    await tab.dispatch({ type: 'show-evaluation', id: older!.id });
    expect((await tab.snapshot()).report).toMatchObject({ id: older!.id, engine: older!.engine });
  });

  it('opens an image of a cell in Draw', async () => {
    await tab.page.setViewportSize({ width: 1280, height: 1000 });
    await tab.settled();
    await tab.page.mouse.click(400, 640); // a shirt, taken for a shirt
    expect((await tab.settled()).report!.cell).toEqual([6, 6]);
    await tab.page.mouse.click(140, 848); // its first image
    const { view, input } = await tab.until('it is shown', ({ input: now }) => now.index !== null);
    expect(view).toBe('draw');
    expect(labelOf(input.index!)).toBe(6);
    await tab.page.setViewportSize(desktop);
  });

  it('answers what is drawn or picked while it runs', async () => {
    await tab.dispatch({ type: 'evaluate' });
    const { prediction, report } = await tab.select(0);
    expect(prediction!.name).toBe('Ankle boot');
    expect(report!.running).toBe(true);
    await tab.dispatch({ type: 'cancel-evaluation' });
  });
});

describe('close pairs of test images', () => {
  const distance = (a: readonly number[], b: readonly number[]) =>
    Math.sqrt(a.reduce((sum, gray, at) => sum + (gray - b[at]!) ** 2, 0));

  it.each(['pixels', 'features'] as const)(
    'are found in %s, while the page goes on',
    async (space) => {
      await tab.dispatch({ type: 'find-duplicates', in: space });
      await tab.select(space === 'pixels' ? 1 : 2);
      const { report } = await tab.until('they are found', ({ report: now }) => {
        return now !== null && !now.duplicates.searching;
      });
      const { pairs } = report!.duplicates;
      expect(pairs).toHaveLength(120);
      const distances = pairs.map(([, , each]) => each);
      expect(distances).toEqual([...distances].sort((a, b) => a - b));
      expect(pairs.every(([first, second]) => first < second)).toBe(true);
      if (space === 'features') return;
      for (const [first, second, each] of pairs) {
        expect(each).toBeCloseTo(distance(imageOf(first), imageOf(second)), 2);
      }
      // No image has a nearer one than the search says; a few are enough to notice what it leaves out.
      const farthest = distances.at(-1)!;
      const found = new Set(pairs.map(([first, second]) => `${first} ${second}`));
      for (const first of [0, 1, 500]) {
        for (let second = first + 1; second < 10_000; ++second) {
          if (distance(imageOf(first), imageOf(second)) >= farthest) continue;
          expect(found).toContain(`${first} ${second}`);
        }
      }
    },
  );
});

describe('votes on labels', () => {
  it('are there again on the next visit', async () => {
    await tab.dispatch({ type: 'vote', index: 7, vote: 'disagree' });
    await tab.dispatch({ type: 'vote', index: 3, vote: 'agree' });
    await tab.dispatch({ type: 'vote', index: 3, vote: null });
    expect((await tab.snapshot()).votes).toEqual({ kept: true, by_image: { 7: 'disagree' } });
    await tab.page.reload();
    await tab.started();
    const { votes } = await tab.until(
      'settings are read',
      (now) => now.votes.by_image[7] !== undefined,
    );
    expect(votes.by_image).toEqual({ 7: 'disagree' });
  });

  it('last as long as the page where the browser keeps nothing', async () => {
    const refused = await Tab.open(browser, site, {
      until: 'ready',
      before: () =>
        Object.defineProperty(window, 'localStorage', {
          get() {
            throw new DOMException('denied', 'SecurityError');
          },
        }),
    });
    await refused.dispatch({ type: 'vote', index: 7, vote: 'agree' });
    expect((await refused.snapshot()).votes).toEqual({ kept: false, by_image: { 7: 'agree' } });
    expect(refused.errors).toEqual([]);
    await refused.close();
  });
});

describe('twenty reports in a row', () => {
  it('take no more memory than three', { timeout: 900_000 }, async () => {
    const counted = await Tab.open(browser, site, {
      until: 'ready',
      before: () => {
        const instantiate = WebAssembly.instantiateStreaming;
        WebAssembly.instantiateStreaming = async (...given) => {
          const result = await instantiate(...given);
          const isMemory = (each: unknown) => each instanceof WebAssembly.Memory;
          Object.assign(window, {
            pageMemory: Object.values(result.instance.exports).find(isMemory),
          });
          return result;
        };
      },
    });
    const bytes = async () => {
      await counted.cdp.send('HeapProfiler.collectGarbage');
      return counted.page.evaluate(() => ({
        module: (window as unknown as { pageMemory: WebAssembly.Memory }).pageMemory.buffer
          .byteLength,
        scripts: (performance as unknown as { memory: { usedJSHeapSize: number } }).memory
          .usedJSHeapSize,
      }));
    };
    const report = async () => {
      await counted.dispatch({ type: 'evaluate' });
      await counted.until('all is answered', ({ report: now }) => now !== null && !now.running);
    };
    for (let k = 0; k < 3; ++k) await report();
    const before = await bytes();
    for (let k = 3; k < 20; ++k) await report();
    const after = await bytes();
    expect(after.module).toBe(before.module);
    expect(after.scripts).toBeLessThan(before.scripts + 2_000_000);
    await counted.close();
  });
});
