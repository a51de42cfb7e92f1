// SPDX-License-Identifier: MIT
// peers.mjs: the libraries that we compare ourselves with. The product does not need them, so they
// are installed here, by their lock file, when they are not.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { bench } from './places.mjs';

const lock = join(bench, 'package-lock.json');
// npm writes this file last, so its age is that of the last complete installation.
const installed = join(bench, 'node_modules/.package-lock.json');

// Returns their versions by name.
export function installPeers() {
  if (!existsSync(installed) || statSync(installed).mtimeMs < statSync(lock).mtimeMs) {
    const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
    execFileSync('npm', ['ci', ...options], { cwd: bench, stdio: 'inherit' });
  }
  return JSON.parse(readFileSync(join(bench, 'package.json'), 'utf8')).dependencies;
}
