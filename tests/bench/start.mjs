// SPDX-License-Identifier: MIT
// start.mjs: how long a first visitor waits.
import { join } from 'node:path';

import { withPage } from './browser.mjs';
import { pages } from './places.mjs';
import { summarise } from './statistics.mjs';
import { timings } from './table.mjs';

const visits = 11;
const quickVisits = 3;

const firstPredictionMs = 800;
const megabytesBefore = 1.2;

const names = {
  prediction: 'First prediction: of test image 0, picked as soon as the page takes it',
  ortPrediction: 'The same by ONNX Runtime Web, which comes behind',
  ready: 'Everything ready: test set decoded and verified, a model answers',
  api: 'window.atelier there',
  frame: 'First frame drawn',
  decodeMs: 'Decoding during that, as the page counts it (dataset.decode_ms)',
  megabytesBefore: 'Asked for before the first prediction, with headers',
  megabytes: 'Transferred in all, without headers',
};

export async function measure({ browser, url, quick }) {
  const seen = [];
  for (let visit = 0; visit < (quick ? quickVisits : visits); ++visit) {
    seen.push(await visitOnce(browser, url));
  }
  const figures = Object.entries(names).map(([id, name]) => ({
    id,
    name,
    unit: id.startsWith('megabytes') ? 'MB' : 'ms',
    ...summarise(seen.map((times) => times[id])),
  }));
  return {
    id: 'start',
    title: 'The first visit',
    about: [
      'From `performance.timeOrigin`, the start of the navigation, to the moments below, as a poll ' +
        'every 4 ms inside the page sees them in `atelier.snapshot()`. Every visit is in a fresh ' +
        'browser context with an empty cache, in a browser that runs already; the files come from ' +
        '`tools/serve.mjs` on this machine, packed by gzip where GitHub Pages packs them.',
    ],
    checks: [
      {
        name: 'Start of navigation to first prediction, median',
        value: figures.find(({ id }) => id === 'prediction').median,
        limit: firstPredictionMs,
        unit: 'ms',
      },
      {
        name: 'Asked for before the first prediction, median',
        value: figures.find(({ id }) => id === 'megabytesBefore').median,
        limit: megabytesBefore,
        unit: 'MB',
      },
    ],
    figures,
    table: timings(figures),
  };
}

function visitOnce(browser, url) {
  return withPage(browser, url, {
    script: join(pages, 'start.js'),
    async use(page, transfer) {
      const times = await page.evaluate(() => window.startTimes);
      const megabytesBefore = times.bytesBefore / 1e6;
      return { ...times, megabytesBefore, megabytes: transfer.bytes / 1e6 };
    },
  });
}
