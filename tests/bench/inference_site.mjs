// SPDX-License-Identifier: MIT
// inference_site.mjs: puts together the page in which engines race, and returns its folder.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gunzipSync } from 'node:zlib';

import { ortFiles, ortFolder } from '../../tools/ort_files.mjs';
import { glue } from './decode_site.mjs';
import { bench, buildFolder, dist, pages } from './places.mjs';

const tensorflow = join(bench, 'node_modules/@tensorflow');
const images = 64;

// The model that the page starts with.
export function defaultModel() {
  const { default: id, models } = JSON.parse(
    readFileSync(join(dist, 'models/models.json'), 'utf8'),
  );
  return models.find((model) => model.id === id);
}

export function makeInferenceSite() {
  const folder = join(buildFolder, 'inference');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const put = (path, name = basename(path)) => copyFileSync(path, join(folder, name));

  put(join(pages, 'inference.html'), 'index.html');
  put(join(pages, 'inference.js'));
  for (const name of ['engines.js', 'heap.js', 'race.js', 'tfjs_network.js'])
    put(join(bench, 'engines', name));
  put(glue('work'));
  put(join(dist, 'work.wasm'));
  for (const file of ortFiles) put(join(ortFolder, file));
  put(join(tensorflow, 'tfjs-core/dist/tf-core.min.js'));
  put(join(tensorflow, 'tfjs-backend-cpu/dist/tf-backend-cpu.min.js'));
  put(join(tensorflow, 'tfjs-backend-wasm/dist/tf-backend-wasm.min.js'));
  put(join(tensorflow, 'tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm'));

  const model = join(dist, 'models', defaultModel().file);
  put(model, 'model.onnx');
  const graph = execFileSync('/usr/bin/python3', [join(bench, 'onnx_as_json.py'), model]);
  writeFileSync(join(folder, 'graph.json'), graph);
  const file = gunzipSync(readFileSync(join(dist, 'data/t10k-images-idx3-ubyte.gz')));
  writeFileSync(join(folder, 'pixels.bin'), file.subarray(16, 16 + images * 784));
  return folder;
}
