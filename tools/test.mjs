// SPDX-License-Identifier: MIT
// tools/test.mjs [name...]: every test there is, or those named, the quickest first. Stops at the
// first that fails. The runners' own words are the report.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

process.chdir(join(import.meta.dirname, '..'));

const vitest = (project) => ['node_modules/.bin/vitest', 'run', '--project', project];
const preset = (name) => [
  ['cmake', '--preset', name],
  ['cmake', '--build', '--preset', name],
  ['ctest', '--preset', name],
];

const suites = {
  setup: { title: 'Tools', commands: [['tools/setup.sh', '--models']] },
  types: { title: 'Types of the page', commands: [['node_modules/.bin/tsc', '-p', '.']] },
  web: { title: "The page's code, with fakes", commands: [vitest('web')] },
  native: { title: 'C++, native, with sanitizers', commands: preset('native') },
  'wasm-tests': { title: 'C++, as WebAssembly', commands: preset('wasm-tests') },
  fuzz: { title: 'Fuzzing, briefly', commands: preset('fuzz') },
  models: {
    title: 'Training, export and models',
    commands: [
      // Drawings become pixels by the command line.
      ['cmake', '--preset', 'native-release'],
      ['cmake', '--build', '--preset', 'native-release'],
      ['/usr/bin/python3', '-m', 'unittest', 'discover', '-s', 'models/tests', '-t', '.'],
    ],
  },
  build: { title: 'The product', commands: [['node', 'tools/build.mjs']] },
  size: { title: 'Sizes', commands: [['node', 'tools/size.mjs']] },
  browser: { title: 'The product in Chromium', commands: [vitest('browser')] },
};

const names = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(suites);
const unknown = names.find((name) => !(name in suites));
if (unknown) {
  console.error(`test: no suite '${unknown}'; there are ${Object.keys(suites).join(', ')}`);
  process.exit(2);
}

for (const name of names) {
  const { title, commands } = suites[name];
  console.log(`\n==== ${name}: ${title}\n`);
  for (const [command, ...args] of commands) {
    const { status, error } = spawnSync(command, args, { stdio: 'inherit' });
    if (status !== 0) {
      console.error(
        `\n==== ${name} failed: ${[command, ...args].join(' ')} ${error?.message ?? ''}`,
      );
      process.exit(1);
    }
  }
}
console.log(`\n==== passed: ${names.join(', ')}`);
