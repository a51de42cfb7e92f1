// SPDX-License-Identifier: MIT
// The numbers that the page shows against those that the original network gave in PyTorch.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

import { openReadyPage, tab } from './support/ready_page';
import { dist } from './support/site';
import { imageOf, labelOf } from './support/test_set';

interface Recorded {
  sha256: string;
  samples: { index: number; label: number; logits: number[] }[];
  blank: { logits: number[] };
}

const { default: id, models } = JSON.parse(readFileSync(join(dist, 'models/models.json'), 'utf8'));
const model = models.find((each: { id: string }) => each.id === id);
const recordedFile = join(dist, `../models/recorded/${id}.json`);
const recorded: Recorded = existsSync(recordedFile)
  ? JSON.parse(readFileSync(recordedFile, 'utf8'))
  : { sha256: 'none: there are no recorded answers', samples: [], blank: { logits: [] } };

function softmax(logits: number[], temperature: number): number[] {
  const powers = logits.map((logit) => Math.exp((logit - Math.max(...logits)) / temperature));
  const sum = powers.reduce((a, b) => a + b);
  return powers.map((power) => power / sum);
}

function greatestDifference(a: number[], b: number[]): number {
  expect(a).toHaveLength(b.length);
  return Math.max(...a.map((value, k) => Math.abs(value - b[k]!)));
}

openReadyPage();

describe('an answer of the page', () => {
  it('comes from the file that was recorded, listed and delivered', () => {
    const delivered = readFileSync(join(dist, 'models', model.file));
    const sha256 = createHash('sha256').update(delivered).digest('hex');
    expect(model.sha256).toBe(sha256);
    expect(model.bytes).toBe(delivered.length);
    expect(recorded.sha256).toBe(sha256);
  });

  it('names the first test image an ankle boot, which it is', async () => {
    const { input, prediction } = await tab.select(0);
    expect(input).toMatchObject({ source: 'sample', index: 0, label: 9 });
    expect(prediction).toMatchObject({ label: 9, name: 'Ankle boot', engine: 'onnxruntime-web' });
    expect(prediction!.ms).toBeGreaterThan(0);
  });

  it('has the probabilities of the original network, for each of the twenty recorded images', async () => {
    expect(recorded.samples).toHaveLength(20);
    for (const { index, label, logits } of recorded.samples) {
      const { input, prediction } = await tab.select(index);
      expect(input.label).toBe(label);
      expect(input.pixels).toEqual(imageOf(index));
      const expected = softmax(logits, model.temperature);
      const found = prediction!.probabilities;
      expect(greatestDifference(found, expected), `image ${index}`).toBeLessThan(1e-4);
      expect(prediction!.label).toBe(expected.indexOf(Math.max(...expected)));
    }
  });

  it('is the same by classify(), which changes nothing of what is shown', async () => {
    const shown = await tab.select(3);
    for (const { index, logits } of recorded.samples) {
      const answer = await tab.classify(imageOf(index));
      expect(greatestDifference(answer.logits, logits), `image ${index}`).toBeLessThan(1e-3);
      const expected = softmax(logits, model.temperature);
      expect(greatestDifference(answer.probabilities, expected)).toBeLessThan(1e-4);
      expect(answer).toMatchObject({ engine: 'onnxruntime-web', ms: expect.any(Number) });
    }
    expect((await tab.settled()).input).toEqual(shown.input);
  });

  it('is given to a blank image too, if a script asks', async () => {
    const { logits } = await tab.classify(Array<number>(784).fill(0));
    expect(greatestDifference(logits, recorded.blank.logits)).toBeLessThan(1e-3);
  });

  it('sums up to one', async () => {
    for (const index of [5, 500, 9999]) {
      const { prediction } = await tab.select(index);
      const sum = prediction!.probabilities.reduce((a, b) => a + b);
      expect(sum).toBeCloseTo(1, 5);
    }
  });

  it('belongs to the newest of many selections, however fast they come', async () => {
    await tab.page.evaluate(() => {
      for (let index = 100; index < 200; ++index) {
        window.atelier!.dispatch({ type: 'select-sample', index });
      }
    });
    const { input, prediction } = await tab.settled();
    expect(input).toMatchObject({ index: 199, label: labelOf(199) });
    const { probabilities } = await tab.classify(imageOf(199));
    expect(greatestDifference(prediction!.probabilities, probabilities)).toBeLessThan(1e-6);
  });

  it('is refused in words for what is no image', async () => {
    const refusal = await tab.page.evaluate(() =>
      window.atelier!.classify(new Uint8Array(783)).then(String, String),
    );
    expect(refusal).toBe('TypeError: classify() takes a Uint8Array of 784 values from 0 to 255');
  });
});

describe('the status line', () => {
  it('says the prediction and the true class', async () => {
    await tab.select(0);
    const { prediction } = await tab.select(1);
    const status = tab.page.getByRole('status');
    await expect
      .poll(() => status.textContent(), { timeout: 5000 })
      .toMatch(/\. True class: Pullover\.$/);
    expect(await status.textContent()).toContain(prediction!.words);
  });
});
