// SPDX-License-Identifier: MIT
// Our own engine and ONNX Runtime Web: who answers when, whether they agree, and work in bulk.
import { describe, expect, it } from 'vitest';

import type { EngineName, Report } from '../../web/shell/atelier_api';
import { browser, openReadyPage, site, tab } from './support/ready_page';
import { Tab } from './support/tab';

const ortWasm = 'ort/1.30.0/ort-wasm-simd-threaded.wasm';

openReadyPage();

describe('the first answer', () => {
  it('is given by our own engine, while ONNX Runtime Web has not even been asked for', async () => {
    site.asked.length = 0;
    const fresh = await Tab.open(browser, site, {
      // Picks the first image as soon as the page takes it.
      before: () => {
        const pick = () => {
          try {
            window.atelier!.dispatch({ type: 'select-sample', index: 0 });
          } catch {
            setTimeout(pick, 1);
          }
        };
        pick();
      },
    });
    const { prediction } = await fresh.answered('the first answer');
    expect(prediction!.name).toBe('Ankle boot');
    const later = await fresh.until('the other engine has taken over', (snapshot) => {
      return snapshot.prediction?.engine === 'onnxruntime-web';
    });
    expect(later.prediction!.label).toBe(9);
    expect(later.agreement.inputs).toBe(1);
    const ort = site.asked.indexOf(ortWasm);
    const needed = ['atelier.wasm', 'models/small.onnx', 'data/t10k-labels-idx1-ubyte.gz'];
    for (const file of needed) {
      expect(site.asked.indexOf(file), file).toBeGreaterThanOrEqual(0);
      expect(site.asked.indexOf(file), file).toBeLessThan(ort);
    }
    await fresh.close();
  });

  it('does not wait for ONNX Runtime Web, even if that takes for ever', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.route(`**/${ortWasm}`, () => {}); // never answered
    await page.goto(site.url);
    const engine = await page.evaluate(async () => {
      while (!window.atelier) await new Promise((resolve) => setTimeout(resolve, 10));
      await window.atelier.ready;
      return window.atelier.snapshot().model.engine;
    });
    expect(engine).toBe('atelier-nn');
    await context.close();
  });
});

describe('the switch', () => {
  it('changes who answers, and the answer says who it was', async () => {
    for (const engine of ['atelier-nn', 'onnxruntime-web'] as const) {
      await tab.dispatch({ type: 'select-engine', engine });
      const { model, prediction } = await tab.select(engine === 'atelier-nn' ? 2 : 3);
      expect([model.engine, prediction!.engine]).toEqual([engine, engine]);
    }
  });
});

describe('the two engines', () => {
  async function allLogits(engine: EngineName): Promise<number[]> {
    await tab.dispatch({ type: 'select-engine', engine });
    return tab.page.evaluate(classifyAll);
  }

  it('give logits within 0.0001 of each other and the same answer, on all 10,000 images', async () => {
    const ours = await allLogits('atelier-nn');
    const theirs = await allLogits('onnxruntime-web');
    expect(ours).toHaveLength(100_000);
    const differences = ours.map((logit, k) => Math.abs(logit - theirs[k]!));
    expect(differences.reduce((a, b) => Math.max(a, b))).toBeLessThan(1e-4);
    const winner = (logits: number[], image: number) => {
      const row = logits.slice(10 * image, 10 * image + 10);
      return row.indexOf(Math.max(...row));
    };
    for (let image = 0; image < 10_000; ++image) {
      expect(winner(ours, image), `image ${image}`).toBe(winner(theirs, image));
    }
  }, 120_000);
});

describe('an evaluation', () => {
  const evaluate = (options: object): Promise<Report> =>
    tab.page.evaluate((each) => window.atelier!.evaluate(each), options);

  it('finds the accuracy that was measured in PyTorch, whatever the number of workers', async () => {
    const listed = await tab.page.evaluate(async () => {
      const { models } = await (await fetch('models/models.json')).json();
      return models[0];
    });
    const reports = [await evaluate({ workers: 1 }), await evaluate({ workers: 2 })];
    for (const report of reports) {
      expect(report).toMatchObject({ engine: 'atelier-nn', model: 'small', count: 10_000 });
      expect(report.accuracy).toBe(listed.accuracy.test);
      expect(report.confusion.flat().reduce((a, b) => a + b)).toBe(10_000);
      const right = report.confusion.reduce((sum, row, label) => sum + row[label]!, 0);
      expect(right).toBe(report.correct);
    }
    expect(reports[0]!.confusion).toEqual(reports[1]!.confusion);
  });

  it('refuses what it cannot do, in words', async () => {
    await expect(evaluate({ workers: 0 })).rejects.toThrow("'workers' is a whole number");
    await expect(evaluate({ engine: 'abacus' })).rejects.toThrow("'engine' is one of");
    const unknown = await tab.page.evaluate(() =>
      window.atelier!.evaluate({ model: 'huge' }).then(null, (refusal: unknown) => refusal),
    );
    expect(unknown).toMatchObject({ code: 'model-unusable' });
  });
});

// Runs in the page: ten logits for each image of the official file.
async function classifyAll(): Promise<number[]> {
  const packed = await fetch('data/t10k-images-idx3-ubyte.gz');
  const stream = packed.body!.pipeThrough(new DecompressionStream('gzip'));
  const file = new Uint8Array(await new Response(stream).arrayBuffer());
  const logits: number[] = [];
  for (let at = 16; at < file.length; at += 784) {
    logits.push(...(await window.atelier!.classify(file.subarray(at, at + 784))).logits);
  }
  return logits;
}
