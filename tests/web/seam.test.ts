// SPDX-License-Identifier: MIT
// The two halves of the seam are written in two languages; these tests read both.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

import type { Heap } from '../../web/seam/heap';
import { rawHost, wishes, type Host } from '../../web/seam/raw_module';

const read = (path: string) => readFileSync(join(import.meta.dirname, '../..', path), 'utf8');
const withoutComments = (text: string) => text.replace(/\/\/.*/g, '');
const headers = withoutComments(
  read('src/seam/bridge/bridge_abi.hpp') + read('src/seam/platform/platform_abi.hpp'),
);
const rawModule = read('web/seam/raw_module.ts');

function namesIn(text: string, pattern: RegExp): string[] {
  return [...new Set([...text.matchAll(pattern)].map(([, name]) => name ?? ''))].sort();
}

describe('the seam', () => {
  it('every export of the headers has a line in raw_module.ts, and no line is left over', () => {
    const declared = namesIn(headers, /\b(atelier_(?!js_)\w+)\(/g);
    expect(declared.length).toBeGreaterThan(40);
    expect(namesIn(rawModule, /_(atelier_\w+)\(/g)).toEqual(declared);
  });

  it('every export takes as many parameters as in the headers', () => {
    const count = (list: string) =>
      list.trim() === '' ? 0 : list.trim().replace(/,$/, '').split(',').length;
    const parameters = (text: string) =>
      Object.fromEntries(
        [...text.matchAll(/\b_?(atelier_(?!js_)\w+)\(([^)]*)\)/g)].map(([, name, list]) => [
          name,
          count(list ?? ''),
        ]),
      );
    expect(parameters(rawModule)).toEqual(parameters(headers));
  });

  it('every import of the headers is forwarded to a function that the host has', () => {
    const library = read('src/seam/bridge/bridge_library.js');
    const imports = namesIn(headers, /\b(atelier_js_\w+)\(/g);
    expect(namesIn(library, /\b(atelier_js_\w+): function/g)).toEqual(imports);
    const forwarded = namesIn(library, /Module\['host'\]\.(\w+)\(/g);
    const host = rawHost({} as Host, {} as Heap);
    expect(Object.keys(host).sort()).toEqual(forwarded);
  });

  it('what is asked for in a word has the same words on both sides', () => {
    const asked = namesIn(read('src/seam/bridge/browser_ports.cpp'), /\bwish\("([a-z-]+)"\)/g);
    expect([...wishes].sort()).toEqual(asked);
  });
});
