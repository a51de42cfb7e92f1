// SPDX-License-Identifier: MIT
// Where the network looked, in the whole page: the map's numbers against another engine's logits,
// and its colours on the canvas.
import { describe, expect, it } from 'vitest';

import type { Explain, Snapshot } from '../../web/shell/atelier_api';
import { openReadyPage, tab } from './support/ready_page';

openReadyPage();

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

async function explained(fields: Omit<Explain, 'type'>): Promise<Snapshot> {
  await tab.dispatch({ type: 'explain', ...fields });
  return tab.until('there is a map', ({ explanation, input }) => {
    return explanation!.rows > 0 && input.source !== 'none';
  });
}

describe('where the network looked', () => {
  it('is not computed before anybody asks', async () => {
    await tab.select(0);
    expect((await tab.snapshot()).explanation).toBeNull();
  });

  it.each(['small', 'tiny'])('adds up to the logits of ONNX Runtime: %s', async (id) => {
    await tab.dispatch({ type: 'select-model', id });
    await tab.complete();
    const { input } = await tab.select(0);
    const { logits } = await tab.classify(input.pixels);
    for (const label of [9, 7, 0]) {
      const { explanation } = await explained({ method: 'activation', label });
      expect(explanation).toMatchObject({ label, rows: 7, columns: 7 });
      expect(mean(explanation!.values) + explanation!.bias).toBeCloseTo(logits[label]!, 2);
    }
  });

  it('colours the picture, and leaves it when it is closed', async () => {
    await tab.select(0);
    await tab.dispatch({ type: 'explain', method: null });
    await tab.settled();
    const plain = await tab.page.screenshot();
    await explained({ method: 'activation' });
    await tab.settled();
    expect((await tab.page.screenshot()).equals(plain)).toBe(false);
    let shown = await tab.picture();
    const colored = (predicate: (r: number, g: number, b: number) => boolean) => {
      let count = 0;
      for (let y = 100; y < 500; y += 4) {
        for (let x = 180; x < 560; x += 4) {
          const [r, g, b] = shown.at(x, y);
          if (predicate(r!, g!, b!)) ++count;
        }
      }
      return count;
    };
    expect(colored((r, _, b) => r > b + 60)).toBeGreaterThan(50); // orange: for
    await explained({ method: 'activation', label: 0 }); // nothing here looks like a T-shirt
    await tab.settled();
    shown = await tab.picture();
    expect(colored((r, _, b) => b > r + 30)).toBeGreaterThan(50); // blue: against
    await tab.dispatch({ type: 'explain', method: null });
    await tab.settled();
    expect((await tab.page.screenshot()).equals(plain)).toBe(true);
  });

  it('by occlusion is what classify() says when the patch is hidden', async () => {
    await tab.dispatch({ type: 'select-engine', engine: 'atelier-nn' });
    const { input } = await tab.select(0);
    // A patch that moves by its own size at first covers the first pixels alone.
    const { explanation } = await explained({ method: 'occlusion', label: 9, patch: 3, stride: 3 });
    expect(explanation).toMatchObject({ rows: 28, columns: 28 });
    const [left, top] = [12, 15];
    const hidden = input.pixels.map((gray, k) => {
      const [x, y] = [k % 28, Math.floor(k / 28)];
      return x >= left && x < left + 3 && y >= top && y < top + 3 ? 0 : gray;
    });
    const before = (await tab.classify(input.pixels)).logits[9]!;
    const after = (await tab.classify(hidden)).logits[9]!;
    expect(explanation!.values[28 * (top + 1) + left + 1]).toBeCloseTo(before - after, 3);
    await tab.dispatch({ type: 'select-engine', engine: 'onnxruntime-web' });
  });

  it('follows the newest picture', async () => {
    await tab.dispatch({ type: 'explain', method: 'occlusion', patch: 5, stride: 1 });
    for (const index of [1, 2, 3]) await tab.dispatch({ type: 'select-sample', index });
    const { explanation, prediction } = await tab.until('there is a map of it', (snapshot) => {
      return snapshot.input.index === 3 && (snapshot.explanation?.rows ?? 0) > 0;
    });
    expect(explanation!.label).toBe(prediction!.label);
    expect(explanation!.largest).toBe(Math.max(...explanation!.values.map(Math.abs)));
  });

  it('is a table of numbers in the text view', async () => {
    await tab.dispatch({ type: 'explain', method: null });
    await tab.page.focus('#open-text-view');
    await tab.page.keyboard.press('Enter');
    await tab.page.selectOption('#why-topic', 'map');
    await tab.page.selectOption('#explanation-method', 'activation');
    await tab.page.waitForSelector('#explanation-map td');
    expect(await tab.page.locator('#explanation-map td').count()).toBe(49);
    expect(await tab.page.textContent('#explanation-line')).toMatch(/^Exact: the mean of these/);
    expect(tab.errors).toEqual([]);
  });
});
