// SPDX-License-Identifier: MIT
// decode_images.mjs: links the product's decoder of images into a module of its own, with the
// product's own objects and options, into `folder`.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { bench, root } from './places.mjs';

const objects = ['src/core/libatelier_core.a', 'libzlib_inflate.a'];

export function linkDecodeImages(folder) {
  const archives = objects.map((path) => join(root, 'build/web', path));
  const compile = ['-std=c++20', '-O3', '-fno-exceptions', '-I', join(root, 'src')];
  const link = [
    '-Oz',
    '--no-entry',
    '-sMODULARIZE=1',
    '-sEXPORT_ES6=1',
    '-sENVIRONMENT=web',
    '-sEXPORTED_FUNCTIONS=_malloc,_free',
    '-sEXPORTED_RUNTIME_METHODS=HEAPU8',
    '-sALLOW_MEMORY_GROWTH=1',
    '-sFILESYSTEM=0',
  ];
  const source = join(bench, 'decode_images.cpp');
  const output = ['-o', join(folder, 'decode_images.mjs')];
  // See cmake/emscripten_toolchain.cmake.
  const modules = '/usr/share/nodejs';
  const env = existsSync(join(modules, 'acorn'))
    ? { ...process.env, NODE_PATH: modules }
    : process.env;
  execFileSync('em++', [...compile, ...link, source, ...archives, ...output], {
    stdio: 'inherit',
    env,
  });
}
