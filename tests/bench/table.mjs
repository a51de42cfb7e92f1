// SPDX-License-Identifier: MIT
// table.mjs: tables that read well in a terminal and are Markdown at the same time.

// Rows of strings: a name, then numbers.
export function table({ head, rows }) {
  const widths = head.map((_, k) => Math.max(3, ...[head, ...rows].map((row) => row[k].length)));
  const line = (row, pad) => `| ${row.map((cell, k) => pad(cell, widths[k], k)).join(' | ')} |`;
  const text = (row) =>
    line(row, (cell, width, k) => (k === 0 ? cell.padEnd(width) : cell.padStart(width)));
  const rule = line(head, (_, width, k) =>
    k === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`,
  );
  return [text(head), rule, ...rows.map(text)].join('\n');
}

// Three digits, or as many as the whole number has.
export function digits(value) {
  return value.toFixed(value >= 100 ? 0 : value >= 10 ? 1 : 2);
}

// Figures with their spread, ratios first.
export function timings(figures, ratios = []) {
  const head = ['', ...ratios.map((ratio) => ratio.head), 'median', 'p10 to p90', 'p95', 'of'];
  const rows = figures.map((figure) => [
    figure.name,
    ...ratios.map((ratio) => ratio.of(figure)),
    `${digits(figure.median)} ${figure.unit}`,
    `${digits(figure.p10)} to ${digits(figure.p90)}`,
    digits(figure.p95),
    String(figure.count),
  ]);
  return table({ head, rows });
}
