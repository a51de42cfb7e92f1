// SPDX-License-Identifier: MIT
// inference.mjs: our engine against others on the same network, in Chromium and in Node.js. All take
// turns on one thread, so that whatever disturbs the machine disturbs them alike.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

import { serve } from '../../tools/serve.mjs';
import { ortVersion } from '../../tools/ort_files.mjs';
import { withPage } from './browser.mjs';
import { defaultModel, makeInferenceSite } from './inference_site.mjs';
import { installPeers } from './peers.mjs';
import { bench } from './places.mjs';
import { summarise } from './statistics.mjs';
import { digits, timings } from './table.mjs';

const full = { rounds: 60, warmUpRounds: 8, singles: 20 };
const quick = { rounds: 8, warmUpRounds: 3, singles: 20 };

// Held against ONNX Runtime Web in Chromium.
const latencyShare = 0.5; // of its milliseconds, at batch 1
const speedUp = 1.4; // times its images a second, at batch 64

// Float32 sums in another order.
const mostDifference = 1e-3;

export async function measure({ browser, quick: isQuick }) {
  const versions = installPeers();
  const folder = makeInferenceSite();
  const options = isQuick ? quick : full;
  const chromium = await raceInChromium(browser, folder, options);
  const node = raceInNode(folder, options);
  return report({ chromium, node }, versions);
}

async function raceInChromium(browser, folder, options) {
  const server = await serve({ folder });
  try {
    return await withPage(browser, server.url, {
      async use(page) {
        await page.waitForFunction(() => window.raceEngines);
        return page.evaluate((each) => window.raceEngines(each), options);
      },
    });
  } finally {
    server.close();
  }
}

function raceInNode(folder, options) {
  const script = join(bench, 'inference_node.mjs');
  const output = execFileSync(process.execPath, [script, folder, JSON.stringify(options)], {
    encoding: 'utf8',
  });
  return JSON.parse(output.trim().split('\n').at(-1));
}

// What computes something else has not taken part in the race.
function checkAnswers(place, answers) {
  for (const [name, logits] of Object.entries(answers)) {
    const differences = logits.map((logit, k) => Math.abs(logit - answers.ortWeb[k]));
    const largest = Math.max(...differences);
    if (!(largest < mostDifference)) {
      throw new Error(`${name} in ${place} differs from ONNX Runtime Web by ${largest}`);
    }
  }
}

function report(places, versions) {
  const names = {
    atelier: 'Atelier',
    ortWeb: `ONNX Runtime Web ${ortVersion}`,
    tfjs: `TensorFlow.js, wasm backend ${versions['@tensorflow/tfjs-backend-wasm']}`,
    ortNative: `native ONNX Runtime ${versions['onnxruntime-node']}`,
  };
  const figures = [];
  for (const [place, { answers, times }] of Object.entries(places)) {
    checkAnswers(place, answers);
    for (const batch of [1, 64]) {
      for (const engine of Object.keys(times)) {
        figures.push({
          id: `${place}-${batch}-${engine}`,
          group: `${place}-${batch}`,
          name: `${place === 'node' ? 'Node.js' : 'Chromium'}, batch ${batch}: ${names[engine]}`,
          unit: 'ms',
          ...summarise(times[engine][batch]),
        });
      }
    }
  }
  const median = (id) => figures.find((figure) => figure.id === id).median;
  const model = defaultModel();
  return {
    id: 'inference',
    title: `Engines, model '${model.id}' (${(model.macs / 1e6).toFixed(1)}M multiply-adds an image)`,
    about: [
      'Milliseconds an image, warm, in turns, on one thread each: in Chromium on the main thread of ' +
        'one page, in Node.js in one process. From bytes in an array to logits in an array; batch 1 is ' +
        'the mean of 20 images one after the other. TensorFlow.js has the same network, rebuilt from ' +
        'the same weights, with bias and ReLU fused into its convolutions; before the race all engines ' +
        `give logits within ${mostDifference} of each other on 64 test images. Native code is the ceiling.`,
    ],
    checks: [
      {
        name: 'Batch 1 in Chromium, milliseconds, Atelier against ONNX Runtime Web',
        value: median('chromium-1-atelier') / median('chromium-1-ortWeb'),
        limit: latencyShare,
        unit: '×',
      },
      {
        name: `Batch 64 in Chromium, milliseconds, Atelier against ONNX Runtime Web (1/${speedUp})`,
        value: median('chromium-64-atelier') / median('chromium-64-ortWeb'),
        limit: Math.round(1000 / speedUp) / 1000,
        unit: '×',
      },
      {
        name: 'Batch 64 in Chromium, milliseconds, Atelier against TensorFlow.js',
        value: median('chromium-64-atelier') / median('chromium-64-tfjs'),
        limit: 1,
        unit: '×',
      },
    ],
    figures,
    table: timings(figures, [
      {
        head: '/ ORT Web',
        of: ({ group, median: ms }) => `${digits(ms / median(`${group}-ortWeb`))} ×`,
      },
    ]),
  };
}
