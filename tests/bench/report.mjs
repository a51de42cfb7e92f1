// SPDX-License-Identifier: MIT
// report.mjs: everything that was measured, as one page of Markdown.
import { idleLoad } from './machine.mjs';
import { digits, table } from './table.mjs';

export const exceeds = ({ value, limit }) => value > limit;

export function budgets(sections) {
  const rows = sections
    .flatMap(({ checks }) => checks)
    .map((check) => [
      check.name,
      `${digits(check.value)} ${check.unit}`,
      `${check.limit} ${check.unit}`,
      exceeds(check) ? 'EXCEEDED' : 'kept',
    ]);
  return table({ head: ['', 'measured', 'at most', ''], rows });
}

export function loadWarning({ load }) {
  if (load <= idleLoad) return '';
  return `The machine was busy (load ${digits(load)} at the start), so these figures are worth little.`;
}

export function markdown(machine, sections) {
  return [
    '# Results of the benchmark',
    '`npm run bench` measures all of this and writes this page. Medians, and in between which figures ' +
      'eight of ten measurements lie.',
    loadWarning(machine),
    [
      `- ${machine.date}, Atelier ${machine.version}`,
      `- ${machine.processor}, ${machine.memory}; ${machine.system}`,
      `- ${machine.browser}`,
      `- ${machine.node}; ${machine.compiler}`,
    ].join('\n'),
    '## Budgets',
    budgets(sections),
    ...sections.flatMap(({ title, about, table: text }) => [`## ${title}`, ...about, text]),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
    .concat('\n');
}
