// SPDX-License-Identifier: MIT
// files/own_model/trial.ts: finds the reading under which a model names most images right.
import { classCount, pixelCount } from '../../seam/raw_module';
import { readingCount } from './reading';

export interface TrialParts {
  // Ten values an image, as many images at once as it likes to be given.
  run(pixels: Uint8Array, reading: number): Promise<Float32Array>;
  readings: readonly number[];
  pixels: Uint8Array; // of the labelled images, 784 each
  labels: Uint8Array;
  batch: number; // images a call of run()
  onProgress(done: number, total: number): void;
}

export interface Score {
  right: number;
  tried: number; // images; 0: the reading is none of those
}

// By reading.
export type Scores = Score[];

// Every reading is tried on so many images; the best ones on all of them.
const firstImages = 40;
const finalists = 3;

// Resolves to the best reading, the scores, and what the model gave for it. Of equals the first.
export async function findReading(parts: TrialParts) {
  const { readings, labels, onProgress } = parts;
  const first = Math.min(firstImages, labels.length);
  const rest = labels.length - first;
  const total = readings.length * first + Math.min(finalists, readings.length) * rest;
  const scores: Scores = Array.from({ length: readingCount }, () => ({ right: 0, tried: 0 }));
  const outputs = new Map<number, Float32Array>();
  let done = 0;

  const go = async (reading: number, from: number, to: number) => {
    const score = scores[reading]!;
    const output = outputs.get(reading) ?? new Float32Array(labels.length * classCount);
    outputs.set(reading, output);
    for (let at = from; at < to; at += parts.batch) {
      const end = Math.min(at + parts.batch, to);
      const pixels = parts.pixels.slice(at * pixelCount, end * pixelCount);
      const rows = await parts.run(pixels, reading);
      output.set(rows, at * classCount);
      score.right += countRight(rows, labels.subarray(at, end));
      score.tried += end - at;
      done += end - at;
      onProgress(done, total);
    }
  };
  const byScore = (a: number, b: number) => scores[b]!.right - scores[a]!.right || a - b;

  for (const reading of readings) await go(reading, 0, first);
  const best = [...readings].sort(byScore).slice(0, finalists);
  for (const reading of best) await go(reading, first, labels.length);
  const reading = best.sort(byScore)[0]!;
  return { reading, scores, output: outputs.get(reading)! };
}

// Rows whose largest value is the label's. A row with a value that is no number is wrong.
function countRight(rows: Float32Array, labels: Uint8Array): number {
  let right = 0;
  labels.forEach((label, k) => {
    const row = rows.subarray(k * classCount, (k + 1) * classCount);
    if (row.every(Number.isFinite) && row.indexOf(Math.max(...row)) === label) ++right;
  });
  return right;
}
