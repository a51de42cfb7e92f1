// SPDX-License-Identifier: MIT
// A visitor's own images, in the real page.
import { readFileSync, writeFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';

import type { Snapshot } from '../../web/shell/atelier_api';
import { openReadyPage, tab } from './support/ready_page';
import { dist } from './support/site';
import { imageOf, labelOf } from './support/test_set';

const folder = mkdtempSync(join(tmpdir(), 'atelier-own-data-'));
openReadyPage();
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, bytes: Uint8Array | number[]): string {
  const path = join(folder, name);
  writeFileSync(path, Uint8Array.from(bytes));
  return path;
}
const big = (...numbers: number[]) =>
  numbers.flatMap((number) => [24, 16, 8, 0].map((shift) => (number >>> shift) & 255));
const header = (...dimensions: number[]) => [0, 0, 8, dimensions.length, ...big(...dimensions)];
const choose = (...paths: string[]) => tab.page.setInputFiles('#data-files', paths);
const withCount = (count: number) => (now: Snapshot) => now.dataset.count === count;

// Test images 100 to 129, the labels likewise.
const some = Array.from({ length: 30 }, (_, k) => 100 + k);
const images = [...header(30, 28, 28), ...some.flatMap(imageOf)];
const labels = [...header(30), ...some.map(labelOf)];

describe("a visitor's images", () => {
  it('take the place of the test set, with a report of their own', async () => {
    await choose(
      file('some-images.gz', gzipSync(Uint8Array.from(images))),
      file('some-labels', labels),
    );
    const { dataset, input, view } = await tab.until('they are shown', withCount(30));
    expect(dataset).toMatchObject({ own: true, labelled: true, verified: false });
    expect(dataset.name).toBe('some-images.gz');
    expect(view).toBe('explore');
    expect(input.pixels).toEqual(imageOf(100));
    expect(input.label).toBe(labelOf(100));
    await tab.dispatch({ type: 'evaluate' });
    const { report } = await tab.until('all are answered', (now) => now.report?.running === false);
    expect(report!.count).toBe(30);
    expect(report!.accuracy).toBeGreaterThan(0.75);
  });

  it('go away when the test set is wanted again', async () => {
    await tab.dispatch({ type: 'use-bundled-data' });
    const { dataset, report } = await tab.until('it is back', withCount(10_000));
    expect(dataset).toMatchObject({ own: false, verified: true, name: 'Fashion-MNIST test set' });
    expect(report).toBeNull();
    await expect(tab.dispatch({ type: 'use-bundled-data' })).rejects.toThrow('shown already');
  });

  it('larger than 28 x 28 are shown as they came, as many as memory is meant for', async () => {
    // Each pixel eight wide and nine high: 113 MB.
    const [count, width, height] = [2000, 8 * 28, 9 * 28];
    const large = new Uint8Array(16 + count * width * height);
    large.set(header(count, height, width));
    for (let k = 0; k < count; ++k) {
      const image = imageOf(k);
      for (let y = 0; y < height; ++y) {
        const row = 28 * Math.floor(y / 9);
        const at = 16 + (k * height + y) * width;
        for (let x = 0; x < width; ++x) large[at + x] = image[row + (x >> 3)]!;
      }
    }
    await choose(file('large', large));
    await tab.until('they are shown', withCount(count));
    await tab.dispatch({ type: 'select-sample', index: count - 1 });
    const { input } = await tab.until('the last one is', (now) => now.input.index === count - 1);
    expect(input.original).toEqual({ width, height });
    await tab.dispatch({ type: 'edit-sample', index: 0 });
    const { input: drawn } = await tab.until('it can be drawn over', ({ input: { source } }) => {
      return source === 'drawing';
    });
    expect(drawn.original).toBeNull();
    await tab.dispatch({ type: 'use-bundled-data' });
    const { input: own } = await tab.until('the test set is back', withCount(10_000));
    expect(own.original).toBeNull();
  });

  it('without labels have none in the report', async () => {
    await choose(file('alone', images));
    await tab.until('they are shown', withCount(30));
    const refusal = await tab.page.evaluate(() =>
      window.atelier!.evaluate().then(null, (thrown: unknown) => thrown),
    );
    expect(refusal).toMatchObject({ code: 'no-labels' });
    await choose(file('their-labels', labels));
    await tab.until('they have labels', ({ dataset }) => dataset.labelled);
  });

  it('may be pictures, of any size, named by their class', async () => {
    const pngs = await tab.page.evaluate(async () => {
      const canvas = new OffscreenCanvas(90, 120);
      const context = canvas.getContext('2d')!;
      context.fillStyle = 'white';
      context.fillRect(0, 0, 90, 120);
      context.fillStyle = '#555';
      context.fillRect(30, 10, 12, 100); // two legs
      context.fillRect(48, 10, 12, 100);
      context.fillRect(30, 10, 30, 25);
      return [...new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer())];
    });
    await choose(file('1_00000.png', pngs), file('1_00001.png', pngs));
    await tab.until('they are shown', withCount(2));
    const { dataset, input, prediction } = await tab.answered('the first is answered');
    expect(dataset.labelled).toBe(true);
    expect(input.original).toEqual({ width: 90, height: 120 });
    expect(prediction!.name).toBe('Trouser');
  });

  it('are recognised as the official training set', async () => {
    const train = (name: string) => join(dist, '../data', name);
    await choose(train('train-images-idx3-ubyte.gz'), train('train-labels-idx1-ubyte.gz'));
    const { dataset, own_data } = await tab.until('they are shown', withCount(60_000));
    expect(dataset.name).toBe('Fashion-MNIST training set');
    expect(own_data.words).toContain('verified by its checksum');
  });
});

describe('the names of the classes', () => {
  it("are the set's, and come back with it", async () => {
    await tab.dispatch({ type: 'use-bundled-data' });
    await tab.until('it is back', withCount(10_000));
    await tab.dispatch({ type: 'rename-class', label: 6, name: 'Hemd, "weiß"' });
    const renamed = await tab.snapshot();
    expect(renamed.dataset.class_names[6]).toBe('Hemd, "weiß"');
    expect(renamed.model.class_names[6]).toBe('Hemd, "weiß"');
    await choose(file('more-images', images), file('more-labels', labels));
    await tab.until('they are shown', withCount(30));
    await tab.dispatch({ type: 'rename-class', label: 6, name: 'six' });
    const own = await tab.snapshot();
    expect(own.dataset.class_names[6]).toBe('six');
    expect(own.model.class_names[6]).toBe('Hemd, "weiß"');
    await tab.dispatch({ type: 'use-bundled-data' });
    const { dataset } = await tab.until('it is back', withCount(10_000));
    expect(dataset.class_names[6]).toBe('Hemd, "weiß"');
    await tab.dispatch({ type: 'rename-class', label: null });
    expect((await tab.snapshot()).dataset.class_names[6]).toBe('Shirt');
  });

  it('are typed in the text view', async () => {
    await tab.page.evaluate(() => document.getElementById('open-text-view')!.click());
    await tab.page.getByRole('button', { name: 'Explore' }).click();
    await tab.page.click('summary:has-text("What the classes are called")');
    const field = tab.page.getByLabel('Class 6');
    await field.fill('Hemd');
    await field.press('Enter');
    expect((await tab.snapshot()).dataset.class_names[6]).toBe('Hemd');
    await expect.poll(() => tab.page.textContent('#probabilities tr:nth-child(7) th')).toBe('Hemd');
    await tab.page.click('#default-names');
    expect((await tab.snapshot()).dataset.class_names[6]).toBe('Shirt');
    await tab.page.click('#close-text-view');
  });
});

describe('files that are no data leave what is shown as it is:', () => {
  const packed = readFileSync(join(dist, 'data/t10k-labels-idx1-ubyte.gz'));
  it.each([
    ['cut-off.gz', packed.subarray(0, 3000), 'gzip-truncated'],
    ['damaged.gz', packed.map((byte, at) => (at === 2500 ? byte ^ 255 : byte)), 'gzip-damaged'],
    ['page.idx', Buffer.from('<!doctype html>'), 'html-instead-of-data'],
    ['huge.idx', header(4_000_000_000, 28, 28), 'idx-bad-dimensions'],
    ['wide.idx', header(1, 20_000, 20_000), 'idx-bad-dimensions'],
    ['short.idx', header(10, 28, 28), 'idx-truncated'],
    ['floats.idx', [0, 0, 13, 1, ...big(1), 0, 0, 0, 0], 'idx-wrong-type'],
    ['letters.idx', [...header(2), 3, 25], 'label-out-of-range'],
    ['notes.png', Buffer.from('not a picture'), 'cannot-read'],
    ['empty', [], 'gzip-truncated'],
  ])('%s', async (name, bytes, code) => {
    const { dataset: before } = await tab.snapshot();
    await choose(file(name, bytes));
    const { dataset, own_data } = await tab.until('it is refused', (now) => {
      return now.own_data.error !== null && now.own_data.words.startsWith(`${name}: `);
    });
    expect(own_data.error!.code).toBe(code);
    expect(dataset).toEqual(before);
  });

  it('and nothing is written to the console', () => {
    expect(tab.errors).toEqual([]);
  });
});
