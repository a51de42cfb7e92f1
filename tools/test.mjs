// SPDX-License-Identifier: MIT
// tools/test.mjs [name...]: every test there is, or those named, the quickest first. A suite ends
// at its first command that fails, the others run all the same. The runners' own words are the
// report; at the end come the seconds, what was slow, and what failed.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

process.chdir(join(import.meta.dirname, '..'));

const slowSeconds = 5; // tests/CMakeLists.txt asks Catch2 for the same
const reports = 'build/reports'; // JUnit's XML, which every runner can write

const vitest = (project) => [
  'node_modules/.bin/vitest',
  ...['run', '--project', project, '--reporter=default', '--reporter=junit'],
  `--outputFile.junit=${reports}/${project}.xml`,
];
const preset = (name) => [
  ['cmake', '--preset', name],
  ['cmake', '--build', '--preset', name],
  ['ctest', '--preset', name, '--output-junit', join(process.cwd(), reports, `${name}.xml`)],
];

// `needs` names the suite whose result is tested.
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
      ['/usr/bin/python3', '-m', 'models.tests', `${reports}/models.xml`],
    ],
  },
  build: { title: 'The product', commands: [['node', 'tools/build.mjs']] },
  size: { title: 'Sizes', needs: 'build', commands: [['node', 'tools/size.mjs']] },
  browser: { title: 'The product in Chromium', needs: 'build', commands: [vitest('browser')] },
};

const names = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(suites);
const unknown = names.find((name) => !(name in suites));
if (unknown) {
  console.error(`test: no suite '${unknown}'; there are ${Object.keys(suites).join(', ')}`);
  process.exit(2);
}

rmSync(reports, { recursive: true, force: true });
const seconds = new Map();
const failures = new Map();
for (const name of names) {
  const { title, needs } = suites[name];
  console.log(`\n==== ${name}: ${title}\n`);
  const start = performance.now();
  const failure = failures.has(needs) ? `left out, because ${needs} failed` : run(name);
  seconds.set(name, (performance.now() - start) / 1000);
  if (failure) {
    failures.set(name, failure);
    console.error(`\n==== ${name} failed: ${failure}`);
  }
}

const tests = readReports();
list('seconds of each suite', seconds);
list(`${slowSeconds} seconds and more`, slowest(tests));
if (failures.size > 0) {
  console.error('\n==== failed');
  for (const [name, failure] of failures) {
    console.error(`  ${name}: ${failure}`);
    const failed = tests.filter((test) => test.suite === name && test.failed);
    for (const each of new Set(failed.map(({ title }) => title))) console.error(`    ${each}`);
  }
  process.exit(1);
}
console.log(`\n==== passed: ${names.join(', ')}`);

// What failed, or nothing.
function run(name) {
  for (const [command, ...args] of suites[name].commands) {
    const { status, signal, error } = spawnSync(command, args, { stdio: 'inherit' });
    if (status === 0) continue;
    return [command, ...args, `(${error?.message ?? signal ?? `exit status ${status}`})`].join(' ');
  }
}

function list(title, durations) {
  if (durations.size === 0) return;
  console.log(`\n==== ${title}`);
  for (const [name, each] of durations) console.log(`${each.toFixed(1).padStart(8)}  ${name}`);
}

function slowest(tests) {
  const slow = tests.filter(({ time }) => time >= slowSeconds).sort((a, b) => b.time - a.time);
  return new Map(slow.map(({ suite, title, time }) => [`${suite}: ${title}`, time]));
}

// Files, entries of ctest and single tests, with what is known of each.
function readReports() {
  const found = [];
  for (const file of existsSync(reports) ? readdirSync(reports) : []) {
    const suite = file.replace('.xml', '');
    const report = readFileSync(join(reports, file), 'utf8');
    for (const [, attributes] of report.matchAll(/<testsuite\s([^>]*)>/g)) {
      const { name: title, time } = attributesOf(attributes);
      // Some runners have one for the whole of them, which is the suite itself.
      if (existsSync(title)) found.push({ suite, title, time: Number(time) });
    }
    for (const [, attributes, bad] of report.matchAll(
      /<testcase\s([^>]*?)\/?>(?=\s*(<failure|<error)?)/g,
    )) {
      const { name, classname = name, time } = attributesOf(attributes);
      const title = classname === name ? name : `${classname}: ${name}`;
      found.push({ suite, title, time: Number(time), failed: bad !== undefined });
    }
    // An entry of ctest is a whole program. What Catch2 says of its tests is in the output: which
    // took long, and above what has failed its name.
    for (const [, time, title] of report.matchAll(/(?:^|>)(\d+\.\d+) s: (.*)$/gm)) {
      found.push({ suite, title: unescaped(title), time: Number(time) });
    }
    for (const [, title] of report.matchAll(
      /^-{79}\n(\S.*)\n(?: .*\n)*-{79}\n\S+:\d+\n\.{79}$/gm,
    )) {
      found.push({ suite, title: unescaped(title), time: 0, failed: true });
    }
  }
  return found;
}

function attributesOf(text) {
  return Object.fromEntries(
    [...text.matchAll(/(\w+)="([^"]*)"/g)].map(([, name, value]) => [name, unescaped(value)]),
  );
}

function unescaped(text) {
  const characters = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
  return text.replace(/&(\w+);/g, (all, name) => characters[name] ?? all);
}
