// SPDX-License-Identifier: MIT
// What the page gives people to keep, as the browser downloads it; and what it is of.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';

import type { Action, Snapshot } from '../../web/shell/atelier_api';
import { Picture } from './support/picture';
import { openReadyPage, tab } from './support/ready_page';
import { imageOf, labelOf } from './support/test_set';

openReadyPage();

async function saved(act: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> {
  const download = tab.page.waitForEvent('download');
  await act();
  const file = await download;
  // One Chromium serves all files of tests: its downloads have to be copied to this one.
  const folder = mkdtempSync(join(tmpdir(), 'atelier-'));
  try {
    const path = join(folder, 'saved');
    await file.saveAs(path);
    return { name: file.suggestedFilename(), bytes: readFileSync(path) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const save = (what: 'answers-csv' | 'report-json' | 'sprite') =>
  saved(() => tab.dispatch({ type: 'save', what }));

async function filtered(filter: Omit<Extract<Action, { type: 'filter' }>, 'type'>) {
  await tab.dispatch({ type: 'filter', ...filter });
  return (await tab.snapshot()).explore;
}

describe('before an evaluation', () => {
  it('what takes answers shows nothing, and says why', async () => {
    expect(await filtered({ right: false })).toMatchObject({ count: 0, needs_evaluation: true });
    expect(await filtered({ label: 4 })).toMatchObject({ count: 1000, needs_evaluation: false });
    await expect(tab.dispatch({ type: 'save', what: 'report-json' })).rejects.toThrow(
      'no evaluation is complete',
    );
  });
});

describe('after an evaluation', () => {
  let report: NonNullable<Snapshot['report']>;

  beforeAll(async () => {
    await tab.dispatch({ type: 'evaluate' });
    const done = await tab.until('it is complete', ({ report: now }) => now?.running === false);
    report = done.report!;
  });

  it('filters by what was answered, and counts', async () => {
    const right = await filtered({ right: true });
    expect(right.count).toBe(report.correct);
    const wrong = await filtered({ right: false });
    expect(wrong.count).toBe(report.count - report.correct);
    const halves = [
      await filtered({ right: false, confidence: [0, 0.5] }),
      await filtered({ right: false, confidence: [0.5, 1] }),
    ];
    expect(halves[0]!.count + halves[1]!.count).toBe(wrong.count);
    expect(halves.every(({ count }) => count > 0)).toBe(true);
  });

  it('saves the answers as a table', async () => {
    const { name, bytes } = await save('answers-csv');
    expect(name).toBe(`answers-${report.model}-atelier-nn.csv`);
    const [head, ...lines] = bytes.toString().trimEnd().split('\r\n');
    expect(head!.split(',').slice(0, 4)).toEqual(['index', 'label', 'prediction', 'probability_0']);
    expect(lines).toHaveLength(10_000);
    const rows = lines.map((line) => line.split(',').map(Number));
    expect(rows.every(([index, label], k) => index === k && label === labelOf(k))).toBe(true);
    expect(rows.filter(([, label, prediction]) => label === prediction)).toHaveLength(
      report.correct,
    );
    for (const [, , prediction, ...probabilities] of rows) {
      expect(probabilities.indexOf(Math.max(...probabilities))).toBe(prediction);
    }
  });

  it('saves the report that scripts get', async () => {
    const { name, bytes } = await save('report-json');
    expect(name).toBe(`report-${report.model}-atelier-nn.json`);
    const file = JSON.parse(bytes.toString());
    const scripted = await tab.page.evaluate(() => window.atelier!.evaluate());
    const { ms, workers, ...rest } = scripted;
    expect(file).toEqual({ ...rest, ms: report.ms, workers: expect.any(Number) });
    expect(ms * workers).toBeGreaterThan(0);
    expect(file.model_sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(file.dataset_sha256.images).toMatch(/^346e55b9/);
    expect(file.classes).toHaveLength(10);
  });

  it('saves the images that Explore shows, in their order, as one picture', async () => {
    await tab.dispatch({ type: 'filter', label: 2, prediction: 6, sort: 'loss' });
    const { explore } = await tab.snapshot();
    const { name, bytes } = await save('sprite');
    expect(name).toBe(`images-${explore.count}.png`);
    const columns = Math.ceil(Math.sqrt(explore.count));
    const picture = Picture.fromPng(bytes);
    expect([picture.width, picture.height]).toEqual([
      28 * columns,
      28 * Math.ceil(explore.count / columns),
    ]);
    const first = Array.from({ length: 784 }, (_, k) => picture.at(k % 28, Math.floor(k / 28))[0]);
    const index = Array.from({ length: 10_000 }, (_, k) => k).find(
      (k) => String(imageOf(k)) === String(first),
    );
    expect(labelOf(index!)).toBe(2);
  });
});
