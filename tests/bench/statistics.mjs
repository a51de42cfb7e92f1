// SPDX-License-Identifier: MIT
// statistics.mjs: many measurements in few numbers.

// Between the two nearest measurements, in proportion; p from 0 to 100.
function percentile(sorted, p) {
  const at = (p / 100) * (sorted.length - 1);
  const low = sorted[Math.floor(at)];
  return low + (sorted[Math.ceil(at)] - low) * (at - Math.floor(at));
}

export function summarise(values) {
  if (values.length === 0) throw new Error('nothing was measured');
  const sorted = [...values].sort((a, b) => a - b);
  const at = (p) => percentile(sorted, p);
  return { count: sorted.length, p10: at(10), median: at(50), p90: at(90), p95: at(95) };
}
