// SPDX-License-Identifier: MIT
// Why: npm leaves a package out of the lock file when a registry has not got it, and only `npm ci`
// on another machine finds out.
import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

interface LockedPackage {
  version?: string;
  resolved?: string;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  packages: Record<string, LockedPackage>;
};
const packages = Object.entries(lock.packages);

describe('the lock file', () => {
  it('has every package that one of its packages asks for, for every platform', () => {
    const missing = packages.flatMap(([path, { dependencies, optionalDependencies }]) =>
      Object.keys({ ...dependencies, ...optionalDependencies })
        .filter((name) => !(`${path}/node_modules/${name}` in lock.packages))
        .filter((name) => !(`node_modules/${name}` in lock.packages)),
    );
    expect(packages.length).toBeGreaterThan(50);
    expect(missing).toEqual([]);
  });

  it('names no registry', () => {
    expect(packages.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
  });
});
