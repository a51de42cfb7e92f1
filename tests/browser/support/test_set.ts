// SPDX-License-Identifier: MIT
// test_set.ts: the official files, read in the shortest way there is, as a witness against ours.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

import { dist } from './site';

const read = (name: string) => gunzipSync(readFileSync(join(dist, 'data', name)));
const images = read('t10k-images-idx3-ubyte.gz');
const labels = read('t10k-labels-idx1-ubyte.gz');

export function imageOf(index: number): number[] {
  const start = 16 + index * 784;
  return [...images.subarray(start, start + 784)];
}

export function labelOf(index: number): number {
  return labels[8 + index]!;
}

export function firstOfClass(label: number): number {
  return labels.indexOf(label, 8) - 8;
}
