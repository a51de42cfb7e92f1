// SPDX-License-Identifier: MIT
// vitest.config.ts: `vitest run --project web` tests the page's code with fakes; `--project browser`
// tests the built page in Chromium.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  define: { __VERSION__: '"0.0.0"', __BUILD_ID__: '"test"' },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'web',
          include: ['tests/web/**/*.test.ts'],
          restoreMocks: true,
          unstubGlobals: true,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          globalSetup: 'tests/browser/support/one_chromium.ts',
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // One file at a time: they would steal each other's processors and time out.
          poolOptions: { forks: { singleFork: true } },
        },
      },
    ],
  },
});
