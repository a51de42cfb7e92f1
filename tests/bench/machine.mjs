// SPDX-License-Identifier: MIT
// machine.mjs: what the figures were measured on, and whether it had time for them.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import os from 'node:os';

// Above this, something else was running.
export const idleLoad = 1.0;

function operatingSystem() {
  const file = '/etc/os-release';
  const name = existsSync(file) && /^PRETTY_NAME="(.*)"$/m.exec(readFileSync(file, 'utf8'))?.[1];
  return `${name || os.type()}, ${os.arch()}`;
}

function compiler() {
  return execFileSync('g++', ['--version'], { encoding: 'utf8' }).split('\n')[0];
}

export function describeMachine(browser) {
  const processors = os.cpus();
  return {
    processor: `${processors[0]?.model.trim() ?? 'unknown'}, ${processors.length} cores`,
    memory: `${Math.round(os.totalmem() / 2 ** 30)} GiB`,
    system: operatingSystem(),
    browser: `Chromium ${browser.version()}, headless, painting with SwiftShader (no GPU)`,
    node: `Node.js ${process.version}`,
    compiler: compiler(),
    load: os.loadavg()[0],
  };
}
