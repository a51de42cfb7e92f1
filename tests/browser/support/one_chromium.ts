// SPDX-License-Identifier: MIT
// one_chromium.ts: starts one browser for all test files and ends it after the last. Each file
// connects to it by shared_chromium.ts and has contexts of its own, which are all that isolates two pages.
import type { TestProject } from 'vitest/node';

import { start } from './chromium';

declare module 'vitest' {
  interface ProvidedContext {
    chromium: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await start();
  project.provide('chromium', server.wsEndpoint());
  return () => server.close();
}
