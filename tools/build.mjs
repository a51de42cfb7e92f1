// SPDX-License-Identifier: MIT
// tools/build.mjs: makes dist/, the complete static site. tools/setup.sh comes first.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';

import { writeTrainingPictures } from './training_pictures.mjs';
import { ortFiles, ortFolder, ortVersion } from './ort_files.mjs';

const root = join(import.meta.dirname, '..');
const site = join(root, 'build/site'); // Vite copies it into dist/ as it is
process.chdir(root);

const steps = [
  ['Compiling C++ to WebAssembly', compile],
  ['Dataset', stageDataset],
  ['Models', stageModels],
  ['Pictures of the training images', stageTrainingPictures],
  ['Fonts', stageFonts],
  ['ONNX Runtime Web', stageOrt],
  ['Licences and small files', stageSmallFiles],
  ['Page', bundle],
];

try {
  rmSync(site, { recursive: true, force: true });
  for (const [title, step] of steps) {
    console.log(`== ${title}`);
    step();
  }
  console.log("The site is in dist/; 'node tools/serve.mjs' shows it.");
} catch (error) {
  console.error(`build: ${error.message}`);
  process.exit(1);
}

function compile() {
  run('cmake', '--preset', 'web');
  run('cmake', '--build', '--preset', 'web');
}

// The original files, byte for byte: the page checks their SHA-256.
function stageDataset() {
  run('bash', 'tools/fetch_dataset.sh');
  for (const part of ['images-idx3', 'labels-idx1']) stage(`data/t10k-${part}-ubyte.gz`, 'data');
}

function stageModels() {
  const { models } = JSON.parse(readFileSync('models/models.json', 'utf8'));
  stage('models/models.json', 'models');
  const files = models.flatMap((model) => [model, model.neighbours ?? []].flat());
  for (const { file, sha256 } of files) {
    const path = `models/${file}`;
    const actual = createHash('sha256').update(readFileSync(path)).digest('hex');
    if (actual !== sha256) throw new Error(`${path} is not the file that models.json lists`);
    stage(path, 'models');
  }
}

// The page says so where they are missing.
function stageTrainingPictures() {
  try {
    run('bash', 'tools/fetch_dataset.sh', 'data', '--train');
  } catch (error) {
    console.warn(`Without them: ${error.message}`);
    return;
  }
  // All of these files have one order.
  const { models } = JSON.parse(readFileSync('models/models.json', 'utf8'));
  const file = models.find(({ neighbours }) => neighbours)?.neighbours.file;
  if (file === undefined) return;
  const pieces = writeTrainingPictures({
    index: `models/${file}`,
    images: 'data/train-images-idx3-ubyte.gz',
    folder: join(site, 'neighbours'),
  });
  console.log(`${pieces} pieces`);
}

function stageFonts() {
  run('/usr/bin/python3', 'tools/subset_fonts.py', join(site, 'fonts'));
}

// The version is in the path and not in a query: browsers then keep the compiled code across our
// own builds.
function stageOrt() {
  for (const file of ortFiles) stage(join(ortFolder, file), `ort/${ortVersion}`);
}

function stageSmallFiles() {
  cpSync('web/licences', join(site, 'licences'), { recursive: true });
  copyFileSync('LICENSE', join(site, 'licences/atelier-LICENSE.txt'));
  stage('web/404.html', '.');
  writeFileSync(join(site, '.nojekyll'), '');
}

function bundle() {
  run('node_modules/.bin/vite', 'build', '--logLevel', 'warn');
}

function stage(path, folder) {
  if (!existsSync(path)) throw new Error(`${path} is missing`);
  mkdirSync(join(site, folder), { recursive: true });
  copyFileSync(path, join(site, folder, basename(path)));
}

function run(command, ...args) {
  try {
    execFileSync(command, args, { stdio: 'inherit' });
  } catch (error) {
    throw new Error(
      error.code === 'ENOENT'
        ? `'${command}' is not installed; tools/setup.sh installs what is needed`
        : `'${[command, ...args].join(' ')}' failed`,
    );
  }
}
