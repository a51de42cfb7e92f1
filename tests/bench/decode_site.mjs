// SPDX-License-Identifier: MIT
// decode_site.mjs: puts together the page in which decoders race, and returns its folder.
import { copyFileSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';

import { linkDecodeImages } from './decode_images.mjs';
import { bench, buildFolder, dist, pages, root } from './places.mjs';

export function makeDecodeSite() {
  const folder = join(buildFolder, 'decode');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const put = (path, name = basename(path)) => copyFileSync(path, join(folder, name));

  put(join(pages, 'decode.html'), 'index.html');
  put(join(pages, 'decode.js'));
  put(join(pages, 'modules.js'));
  put(join(bench, 'engines/heap.js'));
  put(glue());
  put(join(dist, 'atelier.wasm'));
  linkDecodeImages(folder);

  put(join(bench, 'node_modules/pako/dist/pako.mjs'));
  put(join(bench, 'node_modules/fflate/esm/browser.js'), 'fflate.mjs');
  put(join(dist, 'data/t10k-images-idx3-ubyte.gz'));
  put(join(dist, 'data/t10k-labels-idx1-ubyte.gz'));
  return folder;
}

// The page has it bundled; by itself it lies beside the module that it was made with.
export function glue(program = 'atelier') {
  const built = join(root, `build/web/${program}.wasm`);
  if (!readFileSync(built).equals(readFileSync(join(dist, `${program}.wasm`)))) {
    throw new Error("build/web/ and dist/ are of different builds; 'npm run build' makes both");
  }
  return join(root, `build/web/${program}.mjs`);
}
