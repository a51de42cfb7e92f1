// SPDX-License-Identifier: MIT
// The nearest training images, in the whole page: held against the files themselves.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

import { openReadyPage, tab } from './support/ready_page';

openReadyPage();

const labels = gunzipSync(
  readFileSync(join(import.meta.dirname, '../../data/train-labels-idx1-ubyte.gz')),
).subarray(8);

const known = () =>
  tab.until('the neighbours are there', ({ neighbours }) => neighbours?.nearest.length === 8);

describe('the nearest training images', () => {
  it('are not fetched before anybody asks', async () => {
    await tab.select(0);
    expect((await tab.snapshot()).neighbours).toBeNull();
    const fetched = await tab.page.evaluate(() =>
      performance.getEntriesByType('resource').map(({ name }) => name),
    );
    expect(fetched.filter((name) => name.includes('neighbours'))).toEqual([]);
  });

  it('have the labels of the training files, the closest first, and pictures', async () => {
    await tab.dispatch({ type: 'open-why', topic: 'neighbours' });
    const snapshot = await tab.until('the pictures are there', ({ neighbours }) =>
      Boolean(neighbours?.nearest.length && neighbours.nearest.every(({ pictured }) => pictured)),
    );
    const { nearest, headline } = snapshot.neighbours!;
    expect(nearest).toHaveLength(8);
    for (const { number, label } of nearest) expect(label).toBe(labels[number]);
    const degrees = nearest.map((each) => each.degrees);
    expect(degrees).toEqual([...degrees].sort((a, b) => a - b));
    expect(degrees[0]).toBeLessThan(30);
    expect(headline).toBe('All 8 are labelled Ankle boot');
  });

  it('are found in less than 10 ms', async () => {
    const times: number[] = [];
    for (let index = 1; index <= 30; ++index) {
      await tab.dispatch({ type: 'select-sample', index });
      times.push((await known()).neighbours!.ms!);
    }
    const median = [...times].sort((a, b) => a - b)[15]!;
    console.info(`neighbours: ${median.toFixed(2)} ms, network and search, median of 30`);
    expect(median).toBeLessThan(10);
  });

  it('follow a drawing', async () => {
    await tab.dispatch({
      type: 'stroke',
      tool: 'polygon',
      gray: 180,
      size: 0.02,
      points: [
        [0.4, 0.1, 0.5],
        [0.6, 0.1, 0.5],
        [0.65, 0.9, 0.5],
        [0.35, 0.9, 0.5],
      ],
    });
    const { input, neighbours } = await known();
    expect(input.source).toBe('drawing');
    expect(neighbours!.words).toContain('0° is the same');
  });

  it('are a table in the text view', async () => {
    await tab.dispatch({ type: 'open-why', topic: null });
    await tab.select(0);
    await tab.page.focus('#open-text-view');
    await tab.page.keyboard.press('Enter');
    await tab.page.selectOption('#why-topic', 'neighbours');
    await tab.page.waitForSelector('#neighbours td');
    expect(await tab.page.locator('#neighbours tbody tr').count()).toBe(8);
    expect(await tab.page.textContent('#neighbours td')).toBe('Ankle boot');
    expect(tab.errors).toEqual([]);
  });
});
