// SPDX-License-Identifier: MIT
// shared_chromium.ts: the browser that one_chromium.ts has started for all test files. Closing it
// closes the contexts of this file and nothing else.
import { chromium, type Browser } from 'playwright-core';
import { inject } from 'vitest';

export function connect(): Promise<Browser> {
  return chromium.connect(inject('chromium'));
}
