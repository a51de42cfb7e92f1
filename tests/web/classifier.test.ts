// SPDX-License-Identifier: MIT
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { Classifier } from '../../web/work/classifier';
import { FakeWorker, settle } from './fakes';

const small = { id: 'small', file: Uint8Array.of(1) };
const large = { id: 'large', file: Uint8Array.of(2) };
const pixels = new Uint8Array(784);

let workers: FakeWorker[];
let onProgress: ReturnType<typeof vi.fn<(received: number, total: number) => void>>;
let classifier: Classifier;
const worker = () => workers.at(-1)!;

beforeEach(() => {
  workers = [];
  onProgress = vi.fn();
  classifier = new Classifier({
    ortUrl: 'https://host.test/ort/1.0.0/',
    wasmBytes: 14,
    makeWorker: () => {
      workers.push(new FakeWorker());
      return worker() as unknown as Worker;
    },
    onProgress,
  });
});
afterEach(() => {
  vi.useRealTimers();
});

// How often and how the promise was settled.
function watch(promise: Promise<unknown>) {
  const outcome: unknown[] = [];
  void promise.then(
    (value) => outcome.push(value ?? 'done'),
    (failure: { code: string }) => outcome.push({ code: failure.code }),
  );
  return outcome;
}

async function loaded(): Promise<void> {
  const load = classifier.load(small);
  worker().say({ type: 'loaded', request: worker().requests('load')[0]! });
  await load;
}

describe('the classifier', () => {
  it('starts the engine ahead of the first model, and once', async () => {
    classifier.start();
    classifier.start();
    await loaded();
    expect(workers).toHaveLength(1);
    expect(worker().sent.map(({ type }) => type)).toEqual(['start', 'load']);
  });

  it('settles every run by its own number, in whatever order the answers come', async () => {
    await loaded();
    const first = watch(classifier.run(pixels));
    const second = watch(classifier.run(pixels));
    const [a, b] = worker().requests('run') as [number, number];
    expect(a).not.toBe(b);
    worker().say({ type: 'logits', request: b, logits: Float32Array.of(2), ms: 1 });
    worker().say({ type: 'failed', request: a, code: 'out-of-memory', detail: 'bad_alloc' });
    await settle();
    expect(first).toEqual([{ code: 'out-of-memory' }]);
    expect(second).toMatchObject([{ logits: Float32Array.of(2), ms: 1 }]);
  });

  it('counts and drops an answer that nobody waits for any more', async () => {
    await loaded();
    const run = watch(classifier.run(pixels));
    const [request] = worker().requests('run') as [number];
    const answer = { type: 'logits', request, logits: Float32Array.of(1), ms: 1 } as const;
    worker().say(answer);
    worker().say(answer);
    worker().say({ ...answer, request: 999 });
    await settle();
    expect(run).toHaveLength(1);
    expect(classifier.stale).toBe(2);
  });

  it('loads a model once, however many ask for it', async () => {
    const first = watch(classifier.load(small));
    const second = watch(classifier.load(small));
    expect(worker().requests('load')).toHaveLength(1);
    worker().say({ type: 'loaded', request: worker().requests('load')[0]! });
    await settle();
    expect([first, second]).toEqual([['done'], ['done']]);
    await classifier.load(small);
    expect(worker().requests('load')).toHaveLength(1);
  });

  it('runs the model that was loaded last, and goes back to one without loading it again', async () => {
    await loaded();
    const load = classifier.load(large);
    worker().say({ type: 'loaded', request: worker().requests('load')[1]! });
    await load;
    void classifier.run(pixels).catch(() => {});
    await classifier.load(small);
    void classifier.run(pixels).catch(() => {});
    const models = worker().sent.flatMap((sent) => (sent.type === 'run' ? [sent.modelId] : []));
    expect(models).toEqual(['large', 'small']);
    expect(worker().requests('load')).toHaveLength(2);
  });

  it('runs the model that was asked for last, whichever is there first', async () => {
    const loads = [classifier.load(large), classifier.load(small)];
    const [first, second] = worker().requests('load');
    worker().say({ type: 'loaded', request: second! });
    await settle();
    worker().say({ type: 'loaded', request: first! });
    await Promise.all(loads);
    void classifier.run(pixels).catch(() => {});
    const models = worker().sent.flatMap((sent) => (sent.type === 'run' ? [sent.modelId] : []));
    expect(models).toEqual(['small']);
  });

  it('runs a batch with any model, and changes nothing for the other runs', async () => {
    await loaded();
    const batch = watch(classifier.runBatch(large, new Uint8Array(784 * 3)));
    worker().say({ type: 'loaded', request: worker().requests('load')[1]! });
    await settle();
    const answer = { type: 'logits', logits: new Float32Array(30), ms: 2 } as const;
    worker().say({ ...answer, request: worker().requests('run')[0]! });
    await settle();
    expect(batch).toMatchObject([{ logits: new Float32Array(30) }]);
    void classifier.run(pixels).catch(() => {});
    const models = worker().sent.flatMap((sent) => (sent.type === 'run' ? [sent.modelId] : []));
    expect(models).toEqual(['large', 'small']);
  });

  it('keeps the engine when only the model is bad, and asks again for a model that failed', async () => {
    const first = watch(classifier.load(small));
    const request = worker().requests('load')[0]!;
    worker().say({ type: 'failed', request, code: 'model-unusable', detail: 'opset 99' });
    await settle();
    expect(first).toEqual([{ code: 'model-unusable' }]);
    void classifier.load(small).catch(() => {});
    expect(workers).toHaveLength(1);
    expect(worker().requests('load')).toHaveLength(2);
  });

  it('ends a worker whose engine failed to start, and starts a fresh one for the next load', async () => {
    const first = watch(classifier.load(small));
    const [failed] = workers as [FakeWorker];
    failed.say({ type: 'engine-failed', code: 'network', detail: '.wasm: HTTP 503' });
    await settle();
    expect(first).toEqual([{ code: 'network' }]);
    expect(failed.terminated).toBe(true);

    const second = watch(classifier.load(small));
    expect(workers).toHaveLength(2);
    worker().say({ type: 'loaded', request: worker().requests('load')[0]! });
    await settle();
    expect(second).toEqual(['done']);
  });

  it('needs no load in flight to notice that the engine failed', async () => {
    classifier.start();
    worker().say({ type: 'engine-failed', code: 'engine-failed', detail: 'x' });
    expect(workers[0]!.terminated).toBe(true);
    await loaded();
    expect(workers).toHaveLength(2);
  });

  it('listens no more to a worker that it has ended', async () => {
    await loaded();
    const run = watch(classifier.run(pixels));
    const [old] = workers as [FakeWorker];
    const [request] = old.requests('run') as [number];
    old.onerror!({ message: 'boom', preventDefault: () => {} });
    old.say({ type: 'logits', request, logits: Float32Array.of(1), ms: 1 });
    old.say({ type: 'progress', received: 1, total: 2 });
    await settle();
    expect(run).toEqual([{ code: 'engine-failed' }]);
    expect(classifier.stale).toBe(0);
    expect(onProgress).not.toHaveBeenCalled();
  });

  it.each(['onerror', 'onmessageerror'] as const)(
    'fails all that is in flight on %s',
    async (event) => {
      await loaded();
      const outcomes = [classifier.run(pixels), classifier.run(pixels), classifier.load(large)].map(
        (each) => watch(each),
      );
      worker()[event]!({ message: 'boom', preventDefault: () => {} });
      await settle();
      expect(outcomes.flat()).toEqual(Array(3).fill({ code: 'engine-failed' }));
      expect(worker().terminated).toBe(true);
    },
  );

  it('refuses a run before there is a model, and after the engine has gone', async () => {
    const early = watch(classifier.run(pixels));
    await loaded();
    worker().onmessageerror!();
    const late = watch(classifier.run(pixels));
    await settle();
    expect([early, late].flat()).toEqual(Array(2).fill({ code: 'engine-failed' }));
  });

  it('passes progress on', () => {
    classifier.start();
    worker().say({ type: 'progress', received: 5, total: 14 });
    expect(onProgress).toHaveBeenCalledWith(5, 14);
  });
});

describe('a worker that falls silent', () => {
  it('is given up during a run after ten seconds', async () => {
    await loaded();
    vi.useFakeTimers();
    const run = watch(classifier.run(pixels));
    await vi.advanceTimersByTimeAsync(9_900);
    expect(run).toEqual([]);
    await vi.advanceTimersByTimeAsync(200);
    expect(run).toEqual([{ code: 'engine-failed' }]);
    expect(worker().terminated).toBe(true);
  });

  it('is given a minute for a load, from its last sign of life on', async () => {
    vi.useFakeTimers();
    const load = watch(classifier.load(small));
    for (let i = 0; i < 5; ++i) {
      await vi.advanceTimersByTimeAsync(50_000);
      worker().say({ type: 'progress', received: i, total: 14 });
    }
    expect(load).toEqual([]);
    await vi.advanceTimersByTimeAsync(60_100);
    expect(load).toEqual([{ code: 'engine-failed' }]);
  });

  it('is not blamed for the time that the computer slept', async () => {
    await loaded();
    vi.useFakeTimers();
    const run = watch(classifier.run(pixels));
    // The clock goes on through the night, timers do not.
    vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 8 * 3_600_000);
    await vi.advanceTimersByTimeAsync(10_100);
    expect(run).toEqual([]);
    await vi.advanceTimersByTimeAsync(10_100);
    expect(run).toEqual([{ code: 'engine-failed' }]);
  });

  it('owes nothing when nothing is in flight', async () => {
    await loaded();
    vi.useFakeTimers();
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(worker().terminated).toBe(false);
  });
});
