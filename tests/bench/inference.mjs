// SPDX-License-Identifier: MIT
// inference.mjs: ONNX Runtime Web, one image at a time, as the page shows it.
import { withPage } from './browser.mjs';
import { summarise } from './statistics.mjs';
import { timings } from './table.mjs';

const images = 300;
const quickImages = 40;

export async function measure({ browser, url, quick }) {
  const ms = await withPage(browser, url, {
    async use(page) {
      await page.waitForFunction(() => window.atelier);
      return page.evaluate(classifyEach, quick ? quickImages : images);
    },
  });
  const figures = [{ id: 'run', name: 'One image, one run', unit: 'ms', ...summarise(ms) }];
  return {
    id: 'inference',
    title: 'ONNX Runtime Web, batch of one',
    about: [
      "`prediction.ms` of `atelier.snapshot()`: the engine's run inside the page's worker, WebAssembly " +
        'with SIMD on one thread, over the first test images one after the other. The clock of a page ' +
        'moves in steps of 0.1 ms.',
    ],
    checks: [],
    figures,
    table: timings(figures),
  };
}

// Runs in the page.
async function classifyEach(count) {
  const { atelier } = window;
  await atelier.ready;
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const ms = [];
  for (let index = 0; index < count; ++index) {
    atelier.dispatch({ type: 'select-sample', index });
    let { prediction } = atelier.snapshot(); // null until this image is answered
    while (!prediction) {
      await frame();
      ({ prediction } = atelier.snapshot());
    }
    ms.push(prediction.ms);
  }
  return ms;
}
