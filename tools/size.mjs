// SPDX-License-Identifier: MIT
// tools/size.mjs: what a first visit downloads, and a failure where it is more than we allow
// ourselves. Sizes are as a host sends them: gzip, in kB of 1000 bytes.
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { ortFiles, ortFolder, ortVersion } from './ort_files.mjs';

const dist = join(import.meta.dirname, '../dist');
const failures = [];

function gzipBytes(files) {
  return files.reduce((sum, file) => sum + gzipSync(readFileSync(file), { level: 9 }).length, 0);
}

function report(title, files, { limit, bytes = gzipBytes(files) } = {}) {
  const kilobytes = bytes / 1000;
  const allowed = limit === undefined ? '' : ` of ${limit} kB`;
  console.log(`${title.padEnd(34)}${kilobytes.toFixed(1).padStart(9)} kB${allowed}`);
  if (limit !== undefined && kilobytes > limit)
    failures.push(`${title} is larger than ${limit} kB`);
}

const inFolder = (folder) =>
  readdirSync(join(dist, folder)).map((name) => join(dist, folder, name));
const assets = inFolder('assets');
const unzipped = (files) => ({ bytes: files.reduce((sum, file) => sum + statSync(file).size, 0) });

report('atelier.wasm', [join(dist, 'atelier.wasm')], { limit: 520 });
report('work.wasm', [join(dist, 'work.wasm')], { limit: 450 });
report(
  'our JavaScript',
  assets.filter((file) => file.endsWith('.js')),
  { limit: 45 },
);
report('page, style, icon', [
  join(dist, 'index.html'),
  ...assets.filter((file) => !file.endsWith('.js')),
]);
report('fonts', inFolder('fonts'));
report('models (hosts do not compress)', inFolder('models'), unzipped(inFolder('models')));
report('dataset (is compressed)', inFolder('data'), unzipped(inFolder('data')));

const ort = ortFiles.map((file) => join(dist, 'ort', ortVersion, file));
report(`ONNX Runtime Web ${ortVersion}`, ort);
for (const file of ortFiles) {
  const shipped = readFileSync(join(dist, 'ort', ortVersion, file));
  if (!shipped.equals(readFileSync(join(ortFolder, file)))) failures.push(`${file} was modified`);
}

for (const failure of failures) console.error(`size: ${failure}`);
process.exit(failures.length > 0 ? 1 : 0);
