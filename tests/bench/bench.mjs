// SPDX-License-Identifier: MIT
// tests/bench/bench.mjs [--quick] [--json FILE] [section...]: measures the product in dist/, prints
// what it found and fails when a budget is exceeded. Sections: decode, start, latency, inference,
// evaluation, sizes. A complete run, neither quick nor of some sections, writes RESULTS.md.
//
// Each section is a file beside this one, with its budgets and repetitions at the top.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { serve } from '../../tools/serve.mjs';
import { launchBrowser } from './browser.mjs';
import * as decode from './decode.mjs';
import * as evaluation from './evaluation.mjs';
import * as inference from './inference.mjs';
import * as latency from './latency.mjs';
import { describeMachine } from './machine.mjs';
import { bench, dist, root } from './places.mjs';
import { exceeds, loadWarning, markdown } from './report.mjs';
import * as sizes from './sizes.mjs';
import * as start from './start.mjs';

const all = { decode, start, latency, inference, evaluation, sizes };

function readArguments() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { quick: { type: 'boolean', default: false }, json: { type: 'string' } },
  });
  const unknown = positionals.find((name) => !(name in all));
  if (unknown) throw new Error(`no section '${unknown}'; there are ${Object.keys(all).join(', ')}`);
  const names = positionals.length > 0 ? positionals : Object.keys(all);
  return { ...values, names, complete: positionals.length === 0 && !values.quick };
}

async function measure(browser, { names, quick }) {
  const { url, close } = await serve({ folder: dist, packed: true });
  const sections = [];
  try {
    for (const name of names) {
      console.error(`measuring: ${name}`);
      sections.push(await all[name].measure({ browser, url, quick }));
    }
  } finally {
    close();
  }
  return sections;
}

async function main() {
  const options = readArguments();
  if (!existsSync(join(dist, 'index.html'))) throw new Error("no dist/; 'npm run build' makes it");
  const browser = await launchBrowser();
  try {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const date = new Date().toISOString().slice(0, 10);
    const machine = { date, version, ...describeMachine(browser) };
    if (loadWarning(machine)) console.error(`bench: ${loadWarning(machine)}`);

    const sections = await measure(browser, options);
    const text = markdown(machine, sections);
    console.log(text);
    if (options.complete) writeFileSync(join(bench, 'RESULTS.md'), text);
    if (options.json) writeFileSync(options.json, json(machine, sections));

    const exceeded = sections.flatMap(({ checks }) => checks).filter(exceeds);
    for (const { name, value, limit, unit } of exceeded) {
      console.error(`bench: ${name}: ${value.toFixed(2)} ${unit}, more than ${limit} ${unit}`);
    }
    if (exceeded.length > 0) process.exitCode = 1;
  } finally {
    await browser.close();
  }
}

function json(machine, sections) {
  const figures = sections.map(({ id, checks, figures }) => ({ id, checks, figures }));
  return `${JSON.stringify({ machine, sections: figures }, null, 2)}\n`;
}

main().catch((error) => {
  console.error(`bench: ${error.message}`);
  process.exitCode = 1;
});
