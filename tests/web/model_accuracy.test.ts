// SPDX-License-Identifier: MIT
// What models.json says of each model is what ONNX Runtime Web counts on the official files.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import * as ort from 'onnxruntime-web';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path));
const images = gunzipSync(read('data/t10k-images-idx3-ubyte.gz')).subarray(16);
const labels = gunzipSync(read('data/t10k-labels-idx1-ubyte.gz')).subarray(8);

interface Listed {
  id: string;
  file: string;
  sha256: string;
  bytes: number;
  accuracy: { test: number; test_correct: number };
}
const { models, default: defaultId } = JSON.parse(read('models/models.json').toString()) as {
  models: Listed[];
  default: string;
};

ort.env.wasm.numThreads = 1;

async function countRight(file: Uint8Array): Promise<number> {
  const session = await ort.InferenceSession.create(file, { executionProviders: ['wasm'] });
  const batch = 100;
  let right = 0;
  for (let first = 0; first < labels.length; first += batch) {
    const pixels = Float32Array.from(images.subarray(784 * first, 784 * (first + batch)));
    const image = new ort.Tensor('float32', pixels, [batch, 1, 28, 28]);
    const { logits } = await session.run({ image }, ['logits']);
    await setImmediate(); // lets the test runner's messages through, which it misses after a minute
    const scores = logits!.data as Float32Array;
    for (let k = 0; k < batch; ++k) {
      const row = Array.from(scores.subarray(10 * k, 10 * k + 10));
      if (row.indexOf(Math.max(...row)) === labels[first + k]) ++right;
    }
  }
  await session.release();
  return right;
}

describe('the models that are listed', () => {
  it('have names of their own, and the default is one of them', () => {
    const ids = models.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toContain(defaultId);
  });

  it.each(models)('$id is the file that was measured', ({ file, sha256, bytes }) => {
    const content = read(`models/${file}`);
    expect(content.length).toBe(bytes);
    expect(createHash('sha256').update(content).digest('hex')).toBe(sha256);
  });

  it.each(models)(
    '$id names as many of the test images right as its card says',
    async ({ file, accuracy }) => {
      const right = await countRight(new Uint8Array(read(`models/${file}`)));
      expect(right).toBe(accuracy.test_correct);
      expect(right / labels.length).toBe(accuracy.test);
    },
    300_000,
  );
});
