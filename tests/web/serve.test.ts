// SPDX-License-Identifier: MIT
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

// @ts-expect-error: the tools are plain JavaScript
import { serve } from '../../tools/serve.mjs';

let folder: string;
let server: { url: string; close(): void };
const get = (path: string) => fetch(server.url + path);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'atelier-site-'));
  mkdirSync(join(folder, 'data'));
  writeFileSync(join(folder, 'index.html'), 'the page');
  writeFileSync(join(folder, '404.html'), 'nothing here');
  writeFileSync(join(folder, 'atelier.wasm'), Uint8Array.of(0, 97, 115, 109));
  writeFileSync(join(folder, 'worker.mjs'), '0');
  writeFileSync(join(folder, 'data/labels.gz'), gzipSync('labels'));
  server = await serve({ folder, base: '/some/path/' });
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

describe('the local server', () => {
  it('packs on request what GitHub Pages would, and nothing else', async () => {
    const packing = await serve({ folder, packed: true });
    const encoding = async (path: string) => {
      const response = await fetch(packing.url + path);
      return [response.headers.get('content-encoding'), await response.text()];
    };
    expect(await encoding('worker.mjs')).toEqual(['gzip', '0']);
    expect(await encoding('')).toEqual(['gzip', 'the page']);
    expect((await encoding('data/labels.gz'))[0]).toBeNull();
    expect(await encoding('missing.js')).toEqual([null, 'nothing here']);
    packing.close();
  });

  it('gives a compressed file as what it is, so that the browser does not inflate it', async () => {
    const response = await get('data/labels.gz');
    expect(response.headers.get('content-type')).toBe('application/gzip');
    expect(response.headers.get('content-encoding')).toBeNull();
    expect([...new Uint8Array(await response.arrayBuffer())].slice(0, 2)).toEqual([0x1f, 0x8b]);
  });

  it('knows the types without which browsers refuse modules and streams', async () => {
    const type = async (path: string) => (await get(path)).headers.get('content-type');
    expect(await type('atelier.wasm')).toBe('application/wasm');
    expect(await type('worker.mjs')).toMatch(/javascript/);
    expect(await type('?v=1#draw')).toMatch(/^text\/html/);
  });

  it('answers for the page itself, and not with it for what is missing', async () => {
    expect(await (await get('')).text()).toBe('the page');
    const missing = await get('models/nowhere');
    expect(missing.status).toBe(404);
    expect(await missing.text()).toBe('nothing here');
    expect((await get('data/')).status).toBe(404);
  });

  it('serves nothing outside its folder or beside its base', async () => {
    expect((await get('..%2f..%2fetc/passwd')).status).toBe(404);
    expect((await fetch(new URL('/index.html', server.url))).status).toBe(404);
  });
});
