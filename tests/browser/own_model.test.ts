// SPDX-License-Identifier: MIT
// A visitor's own model, in the real page: a good one works like the page's own, and a bad one harms
// nothing.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

import type { Snapshot } from '../../web/shell/atelier_api';
import { openReadyPage, site, tab } from './support/ready_page';

openReadyPage();

const pathOf = (name: string) => join(import.meta.dirname, `../web/own_models/${name}.onnx`);
const choose = (name: string) => tab.page.setInputFiles('#model-file', pathOf(name));
const isOver = ({ own_model: { opening } }: Snapshot) => opening === null;

// As a file manager does it.
async function drop(name: string): Promise<void> {
  const file = [...readFileSync(pathOf(name))];
  await tab.page.evaluate(
    ([bytes, title]) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([Uint8Array.from(bytes as number[])], title as string));
      for (const type of ['dragenter', 'dragover', 'drop']) {
        dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
      }
    },
    [file, `${name}.onnx`],
  );
}

describe('a model that is dropped on the page', () => {
  it('is tried, and then answers in place of the bundled one', async () => {
    await tab.select(2);
    await drop('bare_symmetric');
    const { own_model, prediction, model } = await tab.until('it answers', (now) => {
      return now.model.id === 'own' && now.prediction !== null;
    });
    expect(own_model).toMatchObject({
      error: null,
      title: 'bare_symmetric.onnx',
      form: 'float32 [N, 28, 28], gives logits',
      range: '-1..1',
      inverted: false,
      tried: 200,
    });
    expect(own_model.right).toBeGreaterThan(120);
    expect(model.engine).toBe('onnxruntime-web');
    expect(prediction!.engine).toBe('onnxruntime-web');
    expect(prediction!.name).toBe('Trouser');
  });

  it('has a report like every other', async () => {
    await tab.dispatch({ type: 'evaluate' });
    const { report, own_model } = await tab.until('all images are answered', (now) => {
      return now.report !== null && !now.report.running;
    });
    expect(report).toMatchObject({ model: 'own', engine: 'onnxruntime-web', done: 10_000 });
    const difference = report!.accuracy - own_model.right! / own_model.tried!;
    expect(Math.abs(difference)).toBeLessThan(0.1);
    const scripted = await tab.page.evaluate(() => window.atelier!.evaluate({ model: 'own' }));
    expect(scripted.accuracy).toBe(report!.accuracy);
    expect(scripted.engine).toBe('onnxruntime-web');
    const file = readFileSync(pathOf('bare_symmetric'));
    expect(scripted.model_sha256).toBe(createHash('sha256').update(file).digest('hex'));
  });

  it('can be told to read pixels otherwise', async () => {
    const before = await tab.select(0);
    await tab.dispatch({ type: 'read-own-model', range: '0..1', inverted: true });
    const { prediction, own_model, report } = await tab.answered('it answers again', (now) => {
      return now.own_model.inverted === true;
    });
    expect(own_model.range).toBe('0..1');
    expect(prediction!.probabilities).not.toEqual(before.prediction!.probabilities);
    expect(report).toBeNull();
    await tab.dispatch({ type: 'read-own-model', range: '-1..1' });
  });

  it('leaves the others where they were', async () => {
    await tab.dispatch({ type: 'select-model', id: 'small' });
    await tab.answered('small answers', ({ engines }) => engines[0]!.phase === 'ready');
    await tab.dispatch({ type: 'select-model', id: 'own' });
    await tab.answered('own answers', ({ model, prediction }) => {
      return model.id === 'own' && prediction!.engine === 'onnxruntime-web';
    });
  });
});

describe('a file that cannot be used', () => {
  it.each([
    ['opset_too_new', 'onnx-too-new'],
    ['seven_classes', 'model-output'],
    ['no_numbers', 'model-output'],
    ['weights_elsewhere', 'onnx-external-data'],
  ])('%s is refused, and what answered goes on', async (name, code) => {
    await choose(name);
    const { own_model, model } = await tab.until(`it is refused as ${code}`, (now) => {
      return isOver(now) && now.own_model.error?.code === code;
    });
    expect(own_model.title).toBe('bare_symmetric.onnx');
    expect(model.id).toBe('own');
    expect((await tab.select(2)).prediction).not.toBeNull();
  });

  it('that computes without end is stopped, while the page goes on', async () => {
    await choose('endless');
    await tab.until('it runs', ({ own_model }) => own_model.opening === 'trial');
    expect((await tab.select(1)).prediction).not.toBeNull();
    const { own_model } = await tab.until('it is stopped', isOver);
    expect(own_model.error!.code).toBe('model-too-slow');
    expect((await tab.select(2)).prediction).not.toBeNull();
  });

  it('writes nothing about it to the console', () => {
    expect(tab.errors.filter((line) => !line.includes('[E:onnxruntime'))).toEqual([]);
  });
});

describe('nothing leaves the browser:', () => {
  it('the page has asked for nothing but its own files', () => {
    expect(
      tab.requests.filter((url) => !url.startsWith(site.url) && !url.startsWith('blob:')),
    ).toEqual([]);
  });
});
