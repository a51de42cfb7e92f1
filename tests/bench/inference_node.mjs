// SPDX-License-Identifier: MIT
// inference_node.mjs FOLDER OPTIONS: the race of pages/inference.js in Node.js, with the native ONNX
// Runtime as well. A process of its own; prints JSON. FOLDER is inference_site.mjs's.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { atelier, onnxRuntime, tensorflow } from './engines/engines.js';
import { answersOf, race } from './engines/race.js';
import { buildNetwork } from './engines/tfjs_network.js';
import { root } from './places.mjs';

const [folder, options] = [process.argv[2], JSON.parse(process.argv[3])];
const require = createRequire(import.meta.url);
const read = (name) => readFileSync(join(folder, name));
const model = new Uint8Array(read('model.onnx'));

async function ours() {
  const { default: createWork } = await import(pathToFileURL(join(folder, 'work.mjs')).href);
  const instantiateWasm = (imports, done) => {
    WebAssembly.instantiate(read('work.wasm'), imports).then(({ instance, module }) =>
      done(instance, module),
    );
    return {};
  };
  return atelier(createWork, model, { instantiateWasm });
}

async function theirWeb() {
  const ort = createRequire(join(root, 'package.json'))('onnxruntime-web');
  ort.env.wasm.numThreads = 1;
  return onnxRuntime(ort, model, { executionProviders: ['wasm'] });
}

async function tfjs() {
  const tf = require('@tensorflow/tfjs-core');
  require('@tensorflow/tfjs-backend-cpu');
  const wasm = require('@tensorflow/tfjs-backend-wasm');
  wasm.setThreadsCount(1);
  await tf.setBackend('wasm');
  return tensorflow(tf, buildNetwork(tf, JSON.parse(read('graph.json'))));
}

async function native() {
  const ort = require('onnxruntime-node');
  return onnxRuntime(ort, model, { intraOpNumThreads: 1, interOpNumThreads: 1 });
}

const engines = {
  atelier: await ours(),
  ortWeb: await theirWeb(),
  tfjs: await tfjs(),
  ortNative: await native(),
};
const pixels = new Uint8Array(read('pixels.bin'));
const answers = {};
for (const [name, run] of Object.entries(engines)) answers[name] = await answersOf(run, pixels, 64);
console.log(JSON.stringify({ answers, times: await race(engines, pixels, options) }));
process.exit(0); // an engine's threads would keep it
