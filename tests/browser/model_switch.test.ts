// SPDX-License-Identifier: MIT
// A second model beside those that are listed: the same network under another name.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

import type { Action } from '../../web/shell/atelier_api';
import { openReadyPage, site, tab } from './support/ready_page';
import { dist } from './support/site';

const list = JSON.parse(readFileSync(join(dist, 'models/models.json'), 'utf8'));
const model = list.models.find(({ id }: { id: string }) => id === list.default);
const large = list.models.find(({ id }: { id: string }) => id === 'large');
const twin = {
  ...model,
  id: 'twin',
  title: 'Twin network',
  reads_drawings: true,
  file: 'twin.onnx',
};

openReadyPage((site) => {
  site.replaced.set(
    'models/models.json',
    JSON.stringify({ ...list, models: [model, twin, large] }),
  );
  site.replaced.set('models/twin.onnx', readFileSync(join(dist, 'models', model.file)));
});

const line: Action = {
  type: 'stroke',
  tool: 'brush',
  gray: 200,
  size: 0.1,
  points: [
    [0.2, 0.2, 0.5],
    [0.8, 0.8, 0.5],
  ],
};

const answeredBy = (id: string) =>
  tab.until(`both engines run ${id}`, ({ model: now, engines, prediction }) => {
    return now.id === id && prediction !== null && engines.every(({ phase }) => phase === 'ready');
  });

describe('the models', () => {
  it('are listed, and only those are fetched that the page chooses from', async () => {
    const { models } = await tab.snapshot();
    expect(models.map(({ id }) => id)).toEqual([model.id, 'twin', 'large']);
    expect(models[0]).toMatchObject({
      title: model.title,
      parameters: model.parameters,
      macs: model.macs,
      bytes: model.bytes,
      test_accuracy: model.accuracy.test,
    });
    await expect
      .poll(() => site.asked.filter((path) => path.endsWith('.onnx')))
      .toEqual([`models/${model.file}`, 'models/twin.onnx']);
  });

  it('read what they were trained to, as long as nobody chooses', async () => {
    await tab.dispatch({ type: 'clear' });
    await tab.dispatch(line);
    const drawn = await tab.until('it is answered', ({ prediction }) => prediction !== null);
    expect([drawn.model.id, drawn.model.automatic, drawn.phase]).toEqual(['twin', true, 'ready']);
    expect(drawn.prediction!.model).toBe('twin');
    const sample = await tab.select(0);
    expect([sample.model.id, sample.prediction!.model]).toEqual([model.id, model.id]);
  });

  it('are switched by the menu under the bars; what is on the canvas stays', async () => {
    const before = await tab.select(0);
    await tab.page.mouse.click(1000, 539, { delay: 100 });
    await tab.settled();
    await tab.page.mouse.click(1000, 372, { delay: 100 }); // the third row of the list
    const after = await answeredBy('twin');
    expect(after.input).toEqual(before.input);
    // It may be the other engine that answers: the two are less than 1e-4 apart.
    after.prediction!.probabilities.forEach((probability, label) =>
      expect(probability).toBeCloseTo(before.prediction!.probabilities[label]!, 4),
    );
    expect(site.asked.filter((path) => path === 'models/twin.onnx')).toHaveLength(1);
  });

  it('the last one chosen answers, however quickly they are switched', async () => {
    for (const id of [model.id, 'twin', model.id, 'twin', model.id]) {
      await tab.dispatch({ type: 'select-model', id });
    }
    expect((await answeredBy(model.id)).prediction!.name).toBe('Ankle boot');
    await expect(tab.dispatch({ type: 'select-model', id: 'huge' })).rejects.toThrow(
      "there is no model 'huge'",
    );
  });

  it('are switched in the text view', async () => {
    await tab.page.focus('#open-text-view');
    await tab.page.keyboard.press('Enter');
    await tab.page.selectOption('#model-choice', { label: 'Twin network' });
    await answeredBy('twin');
    await tab.page.waitForFunction(() =>
      document.getElementById('model-line')?.textContent?.includes('multiply-adds'),
    );
    await tab.page.click('#close-text-view');
  });

  it('that read drawings are offered in both views for one that is not recognised', async () => {
    await tab.dispatch({ type: 'select-model', id: model.id });
    await answeredBy(model.id);
    await tab.dispatch({ type: 'clear' });
    for (const y of [0.1, 0.4, 0.9]) {
      const points: [number, number, number][] = [0, 1, 2, 3, 4, 5].map((k) => [
        0.1 + 0.16 * k,
        k % 2 === 0 ? y : 0.5,
        0.5,
      ]);
      await tab.dispatch({ type: 'stroke', tool: 'brush', gray: 200, size: 0.02, points });
    }
    const { suggestion } = await tab.until(
      'a model is suggested',
      (now) => now.suggestion !== null,
    );
    expect(suggestion).toEqual({
      model: 'twin',
      words: 'Twin was trained to read drawings.',
      use: 'Use Twin',
    });
    await tab.settled();
    await tab.page.mouse.click(1210, 108, { delay: 100 }); // the link under the verdict
    expect((await answeredBy('twin')).suggestion).toBeNull();

    await tab.dispatch({ type: 'select-model', id: model.id });
    await tab.until('it is suggested again', (now) => now.suggestion !== null);
    await tab.page.focus('#open-text-view');
    await tab.page.keyboard.press('Enter');
    await tab.page.locator('#suggestion-use').waitFor({ state: 'visible' });
    expect(await tab.page.textContent('#suggestion-words')).toBe(suggestion!.words);
    await tab.page.getByRole('button', { name: 'Use Twin' }).press('Enter');
    await answeredBy('twin');
    await tab.page.locator('#suggestion-use').waitFor({ state: 'hidden' });
    await tab.page.click('#close-text-view');
  });
});
