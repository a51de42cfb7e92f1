// SPDX-License-Identifier: MIT
// evaluation.mjs: the whole test set in the page, by one worker and by two, what the page feels of
// it, and whether anything is left behind after many predictions.
import { join } from 'node:path';

import { withPage } from './browser.mjs';
import { pages } from './places.mjs';
import { summarise } from './statistics.mjs';
import { digits, timings } from './table.mjs';

const runs = 7;
const quickRuns = 2;
const predictions = 100_000;

const oneWorkerMs = 6000;
const twoWorkersShare = 1 / 1.7;
const longestTaskMs = 50;
const growthMegabytes = 1;

export async function measure({ browser, url, quick }) {
  const measured = await withPage(browser, url, {
    script: join(pages, 'wasm_memory.js'),
    async use(page) {
      await page.waitForFunction(() => window.atelier);
      await page.evaluate(waitForBothEngines);
      const times = await page.evaluate(evaluateInTurns, quick ? quickRuns : runs);
      return { ...times, ...(await memoryGrowth(page, quick ? predictions / 20 : predictions)) };
    },
  });
  return report(measured);
}

// Memory of the page's JavaScript and of our WebAssembly, before and after.
async function memoryGrowth(page, count) {
  const cdp = await page.context().newCDPSession(page);
  const megabytes = async () => {
    await cdp.send('HeapProfiler.collectGarbage');
    const {
      usedSize,
      embedderHeapUsedSize = 0,
      backingStorageSize = 0,
    } = await cdp.send('Runtime.getHeapUsage');
    const wasm = await page.evaluate(() => window.wasmBytes());
    return (usedSize + embedderHeapUsedSize + backingStorageSize + wasm) / 1e6;
  };
  await page.evaluate(classifyMany, count / 20); // what is made once is there then
  const before = await megabytes();
  await page.evaluate(classifyMany, count);
  const after = await megabytes();
  return { before, after, count };
}

function report({ one, two, ort, tasks, before, after, count }) {
  const named = {
    one: 'Our engine, one worker',
    two: 'Our engine, two workers',
    ort: 'ONNX Runtime Web, in its worker',
  };
  const figures = Object.entries({ one, two, ort }).map(([id, ms]) => {
    return { id, name: named[id], unit: 's', ...summarise(ms.map((each) => each / 1000)) };
  });
  const median = (id) => figures.find((figure) => figure.id === id).median;
  const longest = Math.max(0, ...tasks);
  return {
    id: 'evaluation',
    title: 'The 10,000 test images in the page',
    about: [
      '`atelier.evaluate()`, in turns, from the call to the report: workers are started, compiled ' +
        'code and network handed over, images copied to them and logits back. The longest task is ' +
        "that of the page's main thread while our engine was at work, as the browser reports tasks " +
        `from 50 ms on; it was ${longest === 0 ? 'never so long' : `${digits(longest)} ms`}. After ` +
        `${count.toLocaleString('en')} predictions by our engine on the main thread the page, its ` +
        `WebAssembly included, held ${digits(after)} MB, before them ${digits(before)} MB.`,
    ],
    checks: [
      {
        name: '10,000 images by one worker, median',
        value: median('one') * 1000,
        limit: oneWorkerMs,
        unit: 'ms',
      },
      {
        name: 'Two workers against one (1/1.7)',
        value: median('two') / median('one'),
        limit: Math.round(twoWorkersShare * 1000) / 1000,
        unit: '×',
      },
      {
        name: "Longest task of the page's main thread meanwhile",
        value: longest,
        limit: longestTaskMs,
        unit: 'ms',
      },
      {
        name: `Growth of the page's memory over ${count.toLocaleString('en')} predictions`,
        value: Math.max(0, after - before),
        limit: growthMegabytes,
        unit: 'MB',
      },
    ],
    figures,
    table: timings(figures, [
      { head: '/ one worker', of: (figure) => `${digits(figure.median / median('one'))} ×` },
    ]),
  };
}

// ---- what runs in the page

async function waitForBothEngines() {
  await window.atelier.ready;
  const loading = ({ phase }) => phase === 'loading';
  while (window.atelier.snapshot().engines.some(loading)) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function evaluateInTurns(runs) {
  const tasks = [];
  const observer = new PerformanceObserver((list) => {
    tasks.push(...list.getEntries().map(({ duration }) => duration));
  });
  const times = { one: [], two: [], ort: [] };
  const ours = async (workers) => {
    observer.observe({ type: 'longtask' });
    const { ms } = await window.atelier.evaluate({ workers });
    await new Promise((resolve) => setTimeout(resolve, 50)); // entries come late
    observer.disconnect();
    return ms;
  };
  for (let run = 0; run < runs; ++run) {
    times.one.push(await ours(1));
    times.two.push(await ours(2));
    times.ort.push((await window.atelier.evaluate({ engine: 'onnxruntime-web' })).ms);
  }
  return { ...times, tasks };
}

async function classifyMany(count) {
  const { atelier } = window;
  atelier.dispatch({ type: 'select-engine', engine: 'atelier-nn' });
  const pixels = new Uint8Array(784);
  for (let k = 0; k < count; ++k) {
    pixels[k % 784] = k % 256;
    const { engine } = await atelier.classify(pixels);
    if (engine !== 'atelier-nn') throw new Error('another engine has answered');
    if (k % 500 === 0) await new Promise((resolve) => setTimeout(resolve));
  }
}
