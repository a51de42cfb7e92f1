// SPDX-License-Identifier: MIT
// native.mjs: what else inflates the test images: zlib as Node.js has it, and zlib's own sources,
// those of the product, compiled for this machine.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

import { bench, buildFolder, root } from './places.mjs';

const program = join(buildFolder, 'native_zlib');
const parts = ['adler32', 'crc32', 'inffast', 'inflate', 'inftrees', 'zutil'];

function zlibFolder() {
  // tools/setup.sh puts it in the first place, CMake downloads it to the second.
  const folders = ['third_party/zlib', 'build/web/_deps/zlib-src'].map((path) => join(root, path));
  const found = folders.find((folder) => existsSync(folder));
  if (!found) throw new Error("no sources of zlib; 'tools/setup.sh' brings them");
  return found;
}

export function zlibVersion() {
  const header = readFileSync(join(zlibFolder(), 'zlib.h'), 'utf8');
  return header.match(/#define ZLIB_VERSION "([^"]+)"/)[1];
}

export function buildNativeZlib() {
  const zlib = zlibFolder();
  mkdirSync(buildFolder, { recursive: true });
  const sources = parts.map((part) => join(zlib, `${part}.c`));
  const main = join(bench, 'native_zlib.cpp');
  const inputs = ['-x', 'c++', main, '-x', 'c', ...sources];
  execFileSync('g++', ['-O3', '-I', zlib, ...inputs, '-o', program], { stdio: 'inherit' });
}

// Both return milliseconds for one inflating of the file.

export function timeNativeZlib(file) {
  // A process is not up to speed at once.
  const lines = execFileSync(program, [file, '3'], { encoding: 'utf8' }).trim().split('\n');
  return Number(lines.at(-1));
}

export function timeNodeZlib(bytes) {
  const started = performance.now();
  gunzipSync(bytes);
  return performance.now() - started;
}
