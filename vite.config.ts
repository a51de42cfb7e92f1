// SPDX-License-Identifier: MIT
// vite.config.ts: bundles web/ into dist/. tools/build.mjs comes first: it compiles build/web/ and
// fills build/site/ with what is copied as it is.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig, type Plugin } from 'vite';

// @ts-expect-error: plain JavaScript, without types
import { fillPage } from './tools/words.mjs';

const root = import.meta.dirname;
const web = join(root, 'web');
const glue = join(root, 'build/web/atelier.mjs');
const wasm = join(root, 'build/web/atelier.wasm');
const ort = join(root, 'node_modules/onnxruntime-web');

const versionOf = (folder: string): string =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version;

// Changes when anything changes that ends up in the files whose addresses carry it.
function buildId(): string {
  const hash = createHash('sha256');
  const sources = readdirSync(web, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const others = [
    glue,
    wasm,
    join(root, 'package-lock.json'),
    join(root, 'models/models.json'),
    join(root, 'words/en.json'),
  ];
  for (const file of [...sources, ...others]) hash.update(readFileSync(file));
  return hash.digest('hex').slice(0, 8);
}

// The sentences of index.html, from the table of all sentences.
function pageWords(): Plugin {
  return {
    name: 'page-words',
    transformIndexHtml: {
      order: 'pre',
      handler: (html) => fillPage(html, join(root, 'words/en.json')),
    },
  };
}

// File names stay the same from build to build: a host deletes the files of the last build while
// its page may still be cached, and a page that asks for hashed names would then get nothing.
// Instead, addresses carry the build. Those inside the scripts do so in main.ts.
function versionedAddresses(id: string): Plugin {
  return {
    name: 'versioned-addresses',
    transformIndexHtml: {
      order: 'post',
      handler: (html) => html.replace(/(src|href)="(\.\/assets\/[^"]+)"/g, `$1="$2?v=${id}"`),
    },
  };
}

const assetFileNames = ({ names }: { names: string[] }): string =>
  names[0]?.endsWith('.wasm') ? '[name][extname]' : 'assets/[name][extname]';

export default defineConfig(() => {
  const id = buildId();
  return {
    root: web,
    base: './',
    publicDir: join(root, 'build/site'),
    resolve: { alias: { 'atelier-module': glue } },
    define: {
      __VERSION__: JSON.stringify(versionOf(root)),
      __BUILD_ID__: JSON.stringify(id),
      __WASM_BYTES__: statSync(wasm).size,
      __ORT_VERSION__: JSON.stringify(versionOf(ort)),
      __ORT_WASM_BYTES__: statSync(join(ort, 'dist/ort-wasm-simd-threaded.wasm')).size,
    },
    plugins: [pageWords(), versionedAddresses(id)],
    build: {
      outDir: join(root, 'dist'),
      emptyOutDir: true,
      // Older than the browsers that the page needs: those before them must be able to say so.
      target: 'es2020',
      modulePreload: false,
      assetsInlineLimit: 0,
      rollupOptions: {
        input: { main: join(web, 'index.html') },
        output: {
          entryFileNames: 'assets/[name].js',
          chunkFileNames: 'assets/[name].js',
          assetFileNames,
        },
      },
    },
    worker: {
      format: 'es' as const,
      rollupOptions: { output: { entryFileNames: 'assets/[name].js', assetFileNames } },
    },
  };
});
