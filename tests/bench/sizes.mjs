// SPDX-License-Identifier: MIT
// sizes.mjs: what a first visit downloads. Limits on these are tools/size.mjs's.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { ortFiles, ortVersion } from '../../tools/ort_files.mjs';
import { dist } from './places.mjs';
import { table } from './table.mjs';

const inFolder = (folder, matches = () => true) =>
  readdirSync(join(dist, folder))
    .filter(matches)
    .map((name) => join(folder, name));

export function measure() {
  const { models } = JSON.parse(readFileSync(join(dist, 'models/models.json'), 'utf8'));
  const parts = {
    'Our WebAssembly': ['atelier.wasm'],
    'Our WebAssembly for workers, when they are needed': ['work.wasm'],
    'Our JavaScript': inFolder('assets', (name) => name.endsWith('.js')),
    'Page and style': ['index.html', ...inFolder('assets', (name) => !name.endsWith('.js'))],
    Fonts: inFolder('fonts', (name) => name.endsWith('.otf')),
    ...Object.fromEntries(models.map(({ id, file }) => [`Model '${id}'`, [`models/${file}`]])),
    'Test set (is compressed)': inFolder('data'),
    ...Object.fromEntries(
      ortFiles.map((file) => [
        `ONNX Runtime Web ${ortVersion}: ${file}`,
        [`ort/${ortVersion}/${file}`],
      ]),
    ),
  };
  const figures = Object.entries(parts).map(([name, files]) => ({
    name,
    unit: 'kB',
    raw: sum(files, (bytes) => bytes.length),
    gzip: sum(files, (bytes) => gzipSync(bytes, { level: 9 }).length),
  }));
  return {
    id: 'sizes',
    title: 'Sizes',
    about: ['In kB of 1000 bytes, as they are and under gzip -9. Limits: `npm run size`.'],
    checks: [],
    figures,
    table: table({
      head: ['', 'raw', 'gzip'],
      rows: figures.map(({ name, raw, gzip }) => [name, raw.toFixed(1), gzip.toFixed(1)]),
    }),
  };
}

function sum(files, size) {
  return files.reduce((total, file) => total + size(readFileSync(join(dist, file))), 0) / 1000;
}
