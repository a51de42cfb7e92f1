// SPDX-License-Identifier: MIT
import { afterEach, describe, expect, it, vi } from 'vitest';

import type { FromNnWorker, ToNnWorker } from '../../web/work/nn_messages';
import { defaultWorkers, runInWorkers } from '../../web/work/nn_pool';
import { settle } from './fakes';

// Answers when it is told to. A logit is the first pixel of its image.
class FakeNnWorker {
  sent: ToNnWorker[] = [];
  terminated = false;
  onmessage: ((event: { data: FromNnWorker }) => void) | null = null;
  onerror: ((event: { message: string; preventDefault(): void }) => void) | null = null;
  private answered = 1; // the first message is 'start'

  postMessage(message: ToNnWorker): void {
    this.sent.push(message);
  }
  terminate(): void {
    this.terminated = true;
  }
  get owes(): number {
    return this.sent.length - this.answered;
  }
  answerOne(): void {
    const message = this.sent[this.answered++];
    if (message?.type !== 'run') throw new Error('nothing to answer');
    const logits = Float32Array.from(
      { length: (message.pixels.length / 784) * 10 },
      (_, k) => message.pixels[784 * Math.floor(k / 10)]!,
    );
    this.onmessage!({ data: { type: 'logits', first: message.first, logits } });
  }
}

function begin(count: number, workers: number) {
  const made: FakeNnWorker[] = [];
  const makeWorker = () => {
    made.push(new FakeNnWorker());
    return made.at(-1) as unknown as Worker;
  };
  // Image k is full of k % 256.
  const images = (first: number, many: number) =>
    Uint8Array.from({ length: 784 * many }, (_, at) => (first + Math.floor(at / 784)) % 256);
  const logits = new Float32Array(10 * count);
  const onLogits = (first: number, part: Float32Array) => logits.set(part, 10 * first);
  const controller = new AbortController();
  const { signal } = controller;
  const work = { file: Uint8Array.of(1), count, workers, images, onLogits, signal };
  const result = runInWorkers({ makeWorker, module: {} as WebAssembly.Module }, work);
  result.catch(() => {});
  return { made, result, logits, abort: () => controller.abort() };
}

afterEach(() => void vi.useRealTimers());

describe('work in workers', () => {
  it.each([1, 2, 3])('gives each image its own logits, by %i workers', async (workers) => {
    const { made, result, logits } = begin(1050, workers);
    expect(made).toHaveLength(workers);
    for (const worker of made) expect(worker.sent[0]).toMatchObject({ type: 'start' });
    // The last one is the quickest, so that answers come out of order.
    const next = () => [...made].reverse().find(({ owes }) => owes > 0);
    for (let worker = next(); worker; worker = next()) worker.answerOne();
    await result;
    expect(logits.every((logit, k) => logit === Math.floor(k / 10) % 256)).toBe(true);
    expect(made.every(({ terminated }) => terminated)).toBe(true);
  });

  it('never has more than two pieces waiting in a worker', () => {
    const { made } = begin(10_000, 2);
    for (let k = 0; k < 20; ++k) {
      expect(made.map(({ owes }) => owes)).toEqual([2, 2]);
      made[k % 2]!.answerOne();
    }
  });

  it('ends with the first failure, and ends all workers', async () => {
    const { made, result } = begin(1000, 2);
    made[1]!.onmessage!({ data: { type: 'failed', detail: 'operator Loop' } });
    await expect(result).rejects.toMatchObject({
      code: 'engine-failed',
      detail: 'operator Loop',
    });
    expect(made.every(({ terminated }) => terminated)).toBe(true);
  });

  it('ends at once when somebody aborts it', async () => {
    const { made, result, abort } = begin(1000, 2);
    made[0]!.answerOne();
    abort();
    await expect(result).rejects.toMatchObject({ name: 'AbortError' });
    expect(made.every(({ terminated }) => terminated)).toBe(true);
  });

  it('ends when a worker cannot be started', async () => {
    const { made, result } = begin(1000, 1);
    made[0]!.onerror!({ message: '', preventDefault: () => {} });
    await expect(result).rejects.toMatchObject({ detail: 'the worker failed' });
  });

  it('ends when there is no sign of life for a minute', async () => {
    vi.useFakeTimers();
    const { made, result } = begin(1000, 1);
    await vi.advanceTimersByTimeAsync(50_000);
    made[0]!.answerOne();
    await vi.advanceTimersByTimeAsync(50_000);
    expect(made[0]!.terminated).toBe(false);
    await vi.advanceTimersByTimeAsync(10_100);
    await expect(result).rejects.toMatchObject({ code: 'engine-failed' });
    vi.useRealTimers();
    await settle();
    expect(made[0]!.terminated).toBe(true);
  });

  it.each([
    [1, 1],
    [2, 2],
    [16, 4],
    [0, 1],
  ])('on %i cores takes %i workers', (cores, workers) => {
    vi.stubGlobal('navigator', { hardwareConcurrency: cores });
    expect(defaultWorkers()).toBe(workers);
  });
});
