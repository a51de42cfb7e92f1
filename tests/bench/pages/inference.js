// SPDX-License-Identifier: MIT
// The page in which engines race, all on its main thread.
//
//   await raceEngines({ rounds, warmUpRounds, singles })   { times, answers } by engine
import { atelier, onnxRuntime, tensorflow } from './engines.js';
import * as ort from './ort.wasm.min.mjs';
import createWork from './work.mjs';
import { answersOf, race } from './race.js';
import { buildNetwork } from './tfjs_network.js';

const { tf } = window;
const fetchBytes = async (url) => new Uint8Array(await (await fetch(url)).arrayBuffer());

async function makeEngines() {
  const model = await fetchBytes('model.onnx');
  ort.env.wasm.numThreads = 1;
  ort.env.wasm.wasmPaths = new URL('./', location.href).href;
  tf.wasm.setWasmPaths('./');
  tf.wasm.setThreadsCount(1);
  await tf.setBackend('wasm');
  return {
    atelier: await atelier(createWork, model),
    ortWeb: await onnxRuntime(ort, model, { executionProviders: ['wasm'] }),
    tfjs: tensorflow(tf, buildNetwork(tf, await (await fetch('graph.json')).json())),
  };
}

window.raceEngines = async (options) => {
  const engines = await makeEngines();
  const pixels = await fetchBytes('pixels.bin');
  const answers = {};
  for (const [name, run] of Object.entries(engines)) {
    answers[name] = await answersOf(run, pixels, 64);
  }
  return { answers, times: await race(engines, pixels, options) };
};
