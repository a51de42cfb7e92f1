// SPDX-License-Identifier: MIT
// Words, status and the page's own file.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { failureOf, wordsOf } from '../../web/seam/errors';
import { missingFeature } from '../../web/shell/features';
import { statusLine } from '../../web/shell/status_line';

afterEach(() => void vi.useRealTimers());

describe('the status line', () => {
  it('speaks at most once a second, and then says the latest', () => {
    vi.useFakeTimers();
    const said: string[] = [];
    const element = new Proxy({ textContent: '' } as HTMLElement, {
      set: (target, name, value: string) => {
        said.push(value);
        return Reflect.set(target, name, value);
      },
    });
    const tell = statusLine(element);
    for (let i = 0; i < 250; ++i) {
      tell(`Coat ${i}`);
      vi.advanceTimersByTime(10);
    }
    expect(said.length).toBeLessThanOrEqual(4);
    vi.advanceTimersByTime(1000);
    expect(said.at(-1)).toBe('Coat 249');
  });
});

describe('errors', () => {
  it('are words, whatever was thrown', () => {
    expect([new Error('x'), 'y', 5246024, undefined].map(wordsOf)).toEqual([
      'x',
      'y',
      '5246024',
      'undefined',
    ]);
  });

  it('of memory are known by their words', () => {
    for (const words of [
      'RangeError: Out of memory',
      'std::bad_alloc',
      'could not allocate memory',
    ]) {
      expect(failureOf(new Error(words), 'engine-failed').code).toBe('out-of-memory');
    }
    expect(failureOf(new Error('x'), 'network').code).toBe('network');
  });
});

describe('features', () => {
  it('are all here in an engine that has SIMD', () => {
    expect(missingFeature()).toBeNull();
  });

  it('that are missing are named in a sentence', () => {
    vi.stubGlobal('WebAssembly', { validate: () => false });
    expect(missingFeature()).toContain('Safari 16.4');
    vi.stubGlobal('WebAssembly', undefined);
    expect(missingFeature()).toContain('WebAssembly');
  });
});

describe('index.html', () => {
  const html = readFileSync(join(import.meta.dirname, '../../web/index.html'), 'utf8');

  it('has no inline script or style, which its own policy would forbid', () => {
    expect(html).not.toMatch(/<script(?![^>]*\bsrc=)/);
    expect(html).not.toMatch(/<style|\sstyle=|\son\w+=/);
  });

  it('names no other host and nothing that only works at the root', () => {
    expect(html).not.toMatch(/(src|href)="(https?:|\/)/);
  });

  it('lets its visitors zoom', () => {
    expect(html).not.toMatch(/user-scalable|maximum-scale/);
  });
});
