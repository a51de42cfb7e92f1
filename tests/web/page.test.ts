// SPDX-License-Identifier: MIT
// Words, status and the page's own file.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';

import type { Snapshot } from '../../web/shell/atelier_api';
import { classNames } from '../../web/text/class_names';
import { failureOf, wordsOf } from '../../web/seam/errors';
import { missingFeature } from '../../web/shell/features';
import { statusLine } from '../../web/shell/status_line';
import {
  dataset,
  engine,
  explore,
  imageWords,
  model,
  percent,
} from '../../web/text/text_view_words';

afterEach(() => void vi.useRealTimers());

describe('the text view', () => {
  it('rounds as the drawn view does', () => {
    expect([0, 0.0004, 0.0005, 0.9224, 0.9994, 0.9996].map(percent)).toEqual([
      '< 0.1 %',
      '< 0.1 %',
      '0.1 %',
      '92.2 %',
      '99.9 %',
      '> 99.9 %',
    ]);
  });

  it('says what an image shows', () => {
    const input = { index: 7, label: 9 };
    expect(imageWords({ ...input, source: 'sample' }, classNames).image).toBe(
      'Test image 7, 28 by 28 pixels: Ankle boot',
    );
    expect(imageWords({ ...input, source: 'drawing' }, classNames).caption).toContain(
      'Your drawing',
    );
    expect(imageWords({ index: null, label: null, source: 'none' }, classNames).image).toBe(
      'No image yet',
    );
  });

  it('says how far the test set is, and whether it is the official one', () => {
    const told = (fields: Partial<Snapshot['dataset']>) =>
      dataset({
        dataset: {
          name: 'Test set',
          count: 10_000,
          verified: true,
          bytes: 4_427_250,
          bytes_total: 4_427_250,
          ...fields,
        },
      } as Snapshot);
    expect(told({})).toBe('Test set, 10,000 images, verified against the official files');
    expect(told({ verified: false })).toContain('not the official files');
    expect(told({ verified: false, count: 1200, bytes: 1e6 })).toBe(
      'Test set, 1,200 images, 1.0 MB of 4.4 MB so far',
    );
    expect(told({ verified: false, count: 0, bytes: 1e6, bytes_total: 0 })).toContain(
      '1.0 MB so far',
    );
  });

  it('says what a model weighs and knows', () => {
    const models = [
      { id: 'tiny', parameters: 1, macs: 2, bytes: 3, test_accuracy: 0.5 },
      { id: 'small', parameters: 64_722, macs: 4_967_904, bytes: 261_240, test_accuracy: 0.9354 },
    ];
    expect(model({ model: { id: 'small' }, models } as Snapshot)).toBe(
      '64,722 weights, 4,967,904 multiply-adds an image, 261 kB, 93.54 % of the test set right',
    );
    expect(model({ model: { id: '' }, models: [] as unknown } as Snapshot)).toBe('Loading');
  });

  it('says what Explore shows, and what it was asked for', () => {
    const open = {
      label: null,
      prediction: null,
      right: null,
      verdict: null,
      confidence: [0, 1],
      sort: 'index',
    };
    const told = (filter: object, count: number, needs_evaluation = false) =>
      explore({
        explore: { filter: { ...open, ...filter }, count, needs_evaluation },
        dataset: { class_names: classNames as readonly string[] },
        model: { class_names: classNames as readonly string[] },
        report: null,
      } as Snapshot);
    expect(told({}, 10_000)).toBe('10,000 images');
    expect(told({ label: 4, right: false }, 1)).toBe('1 image: true class Coat, wrong answers');
    expect(
      told({ prediction: 6, verdict: 'unsure', confidence: [0.25, 0.5], sort: 'loss' }, 12),
    ).toBe(
      '12 images: answered Shirt, verdict: not sure, confidence 25 to 50 %, the highest loss first',
    );
    expect(told({ right: true }, 0, true)).toBe(
      'Nothing until the test set is evaluated: right answers',
    );
  });

  it('gives the milliseconds of a run only where there was one', () => {
    const model = { id: 'small', parameters: 1, engine: 'onnxruntime-web' };
    const told = (prediction: unknown) => engine({ model, engines: [], prediction } as never);
    expect(told({ verdict: 'answer', ms: 0.94, engine: 'atelier-nn' })).toBe(
      "Atelier's own engine, 0.9 ms",
    );
    expect(told(null)).toBe('ONNX Runtime Web');
  });

  it('says which engine is missing', () => {
    const told = (phase: string) =>
      engine({
        model: { engine: 'atelier-nn' },
        engines: [
          { name: 'atelier-nn', phase: 'ready' },
          { name: 'onnxruntime-web', phase },
        ],
        prediction: null,
      } as never);
    expect(told('ready')).toBe("Atelier's own engine");
    expect(told('loading')).toBe("Atelier's own engine. ONNX Runtime Web is on its way");
    expect(told('failed')).toBe("Atelier's own engine. ONNX Runtime Web is not available");
  });
});

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
