// SPDX-License-Identifier: MIT
// files/own_model/output.ts: ten logits an image out of whatever a visitor's model gives.
import { Failure } from '../../seam/errors';
import { classCount } from '../../seam/raw_module';
import { halfValue } from './reading';

export interface Output {
  type: string;
  dims: readonly number[];
  data: unknown;
}

// The name of the output with ten values an image; of several, the one that is called so.
export function findOutput(outputs: Readonly<Record<string, Output>>, images: number): string {
  const fitting = Object.entries(outputs).filter(
    ([, { type, dims }]) =>
      /^float(16|32|64)$/.test(type) && dims.reduce((a, b) => a * b, 1) === classCount * images,
  );
  const named = fitting.find(([name]) => /logit|prob|class|out/i.test(name));
  const [name] = named ?? fitting[0] ?? [];
  if (name !== undefined) return name;
  const found = Object.entries(outputs).map(
    ([each, { type, dims }]) => `${each}: ${type} [${dims}]`,
  );
  throw new Failure('model-output', `${images} images give ${found.join('; ')}`);
}

// The values of an output that findOutput() has found.
export function numbersOf({ type, data }: Output): Float32Array<ArrayBuffer> {
  // Browsers that have no half floats are given their bits.
  if (type === 'float16' && data instanceof Uint16Array) return Float32Array.from(data, halfValue);
  return Float32Array.from(data as ArrayLike<number>);
}

// Are these rows of ten probabilities? Half floats add up to 1 with a tolerance.
export function areProbabilities(rows: Float32Array): boolean {
  for (let first = 0; first < rows.length; first += classCount) {
    const row = rows.subarray(first, first + classCount);
    const sum = row.reduce((a, b) => a + b, 0);
    if (!(Math.abs(sum - 1) < 0.01) || row.some((value) => value < 0 || value > 1)) return false;
  }
  return rows.length > 0;
}

// Logits that have these probabilities.
export function logitsOf(probabilities: Float32Array): Float32Array<ArrayBuffer> {
  return Float32Array.from(probabilities, (value) => Math.log(Math.max(value, 1e-12)));
}
