// SPDX-License-Identifier: MIT
// Why: a worker may be slow, deaf, hung, dead or never alive, and a visitor asks faster than any of
// them answers. Every question must come to its end, the newest first.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { Failure } from '../../web/seam/errors';
import { Jobs, ModuleJobs, type Question } from '../../web/work/jobs';
import type { FromWorker, ToWorker } from '../../web/work/messages';

// Keeps what it is sent; a test answers.
class FakeWorker {
  sent: ToWorker[] = [];
  terminated = false;
  onmessage: ((event: { data: FromWorker }) => void) | null = null;
  onerror: ((event: { message: string; preventDefault(): void }) => void) | null = null;
  onmessageerror: (() => void) | null = null;

  postMessage(message: ToWorker): void {
    this.sent.push(message);
  }
  terminate(): void {
    this.terminated = true;
  }
  say(message: FromWorker): void {
    this.onmessage!({ data: message });
  }
  answer(...bytes: number[]): void {
    this.say({ type: 'done', answer: Uint8Array.from(bytes) });
  }
  die(message = 'gone'): void {
    this.onerror!({ message, preventDefault: () => {} });
  }
  get runs() {
    return this.sent.filter((message) => message.type === 'run');
  }
}

const code = {} as WebAssembly.Module;
const options = { makeWorker: vi.fn(), code: vi.fn(), model: vi.fn() };
let workers: FakeWorker[];
let flags: Set<string>;
let jobs: Jobs;

const pixels = (first: number, model = ''): Question => ({
  job: 'look',
  model,
  bytes: Uint8Array.of(first),
});

function ask(question: Question) {
  const to = { onProgress: vi.fn(), onDone: vi.fn(), onFailed: vi.fn() };
  return { ...to, cancel: jobs.start(question, to) };
}

const settle = () => vi.advanceTimersByTimeAsync(0);

beforeEach(() => {
  vi.useFakeTimers();
  vi.clearAllMocks();
  workers = [];
  flags = new Set();
  options.makeWorker.mockImplementation(() => {
    workers.push(new FakeWorker());
    return workers.at(-1) as unknown as Worker;
  });
  options.code.mockResolvedValue(code);
  options.model.mockImplementation(async (id: string) => Uint8Array.of(id.length));
  let count = 0;
  vi.spyOn(URL, 'createObjectURL').mockImplementation(() => {
    const flag = `blob:${++count}`;
    flags.add(flag);
    return flag;
  });
  vi.spyOn(URL, 'revokeObjectURL').mockImplementation((flag) => void flags.delete(flag));
  jobs = new Jobs(options);
});

afterEach(() => void vi.useRealTimers());

describe('a job', () => {
  it('is done by a worker that has the model, and both are brought once', async () => {
    const first = ask(pixels(1, 'small'));
    await settle();
    expect(workers[0]!.sent).toMatchObject([
      { type: 'start', code },
      { type: 'model', id: 'small', file: Uint8Array.of(5) },
      { type: 'run', job: 'look', question: Uint8Array.of(1) },
    ]);
    workers[0]!.say({ type: 'ready' });
    workers[0]!.answer(9);
    expect(first.onDone).toHaveBeenCalledExactlyOnceWith(Uint8Array.of(9));
    ask(pixels(2, 'small'));
    await settle();
    ask(pixels(3, 'large'));
    await settle();
    expect(workers).toHaveLength(2);
    expect(workers[0]!.sent.slice(3)).toMatchObject([{ type: 'run' }]);
    expect(workers[1]!.sent).toMatchObject([{ type: 'start' }, { id: 'large' }, { type: 'run' }]);
    expect(options.code).toHaveBeenCalledOnce();
  });

  it('goes to whoever has its model, and to another model where there is nobody else', async () => {
    ask(pixels(1, 'small'));
    ask(pixels(2, 'large'));
    await settle();
    workers[0]!.answer();
    workers[1]!.answer();
    ask(pixels(3, 'large'));
    await settle();
    expect(workers[1]!.runs).toHaveLength(2);
    ask(pixels(4, 'tiny'));
    await settle();
    expect(workers[0]!.sent.slice(-2)).toMatchObject([
      { type: 'model', id: 'tiny' },
      { type: 'run' },
    ]);
  });

  it('needs no model where it asks for none', async () => {
    ask(pixels(1));
    await settle();
    expect(options.model).not.toHaveBeenCalled();
    expect(workers[0]!.sent).toMatchObject([{ type: 'start' }, { type: 'run' }]);
  });

  it('tells how far it is', async () => {
    const { onProgress } = ask(pixels(1));
    await settle();
    workers[0]!.say({ type: 'progress', share: 0.5, soFar: Uint8Array.of(7) });
    expect(onProgress).toHaveBeenCalledExactlyOnceWith(0.5, Uint8Array.of(7));
  });

  it('waits while four workers are busy, or as many as are allowed', async () => {
    for (let k = 0; k < 6; ++k) ask(pixels(k));
    await settle();
    expect(workers).toHaveLength(4);
    workers[2]!.answer();
    expect(workers[2]!.runs).toHaveLength(2);
    jobs.most = 5;
    ask(pixels(9));
    await settle();
    expect(workers).toHaveLength(5);
  });

  it('leaves a worker that ends when nothing is asked for a while', async () => {
    ask(pixels(1));
    await settle();
    workers[0]!.answer();
    await vi.advanceTimersByTimeAsync(29_000);
    expect(workers[0]!.terminated).toBe(false);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(workers[0]!.terminated).toBe(true);
  });

  it('fails when the code or the model cannot be had, and the next one tries again', async () => {
    options.code.mockRejectedValueOnce(new Failure('network', 'offline'));
    const first = ask(pixels(1));
    await settle();
    expect(first.onFailed).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ code: 'network' }),
    );
    options.model.mockRejectedValueOnce(new Failure('file-not-found', 'no such model'));
    const second = ask(pixels(2, 'other'));
    await settle();
    expect(second.onFailed).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ code: 'file-not-found' }),
    );
    expect(workers).toHaveLength(0);
    ask(pixels(3));
    await settle();
    expect(workers[0]!.runs).toHaveLength(1);
  });
});

describe('a job that is cancelled', () => {
  it('is not begun any more: the newest question wins', async () => {
    jobs.most = 1;
    ask(pixels(1));
    await settle();
    const old = [ask(pixels(2)), ask(pixels(3))];
    const newest = ask(pixels(4));
    for (const each of old) each.cancel();
    await settle();
    workers[0]!.answer();
    expect(workers[0]!.runs.map(({ question }) => question[0])).toEqual([1, 4]);
    workers[0]!.answer(4);
    expect(newest.onDone).toHaveBeenCalledOnce();
    for (const each of old) expect(each.onDone).not.toHaveBeenCalled();
  });

  it('hears of it, and its worker goes on if it stops soon', async () => {
    const { cancel, onDone, onProgress } = ask(pixels(1));
    await settle();
    const [run] = workers[0]!.runs;
    expect(flags.has(run!.flag)).toBe(true);
    cancel();
    expect(flags.has(run!.flag)).toBe(false);
    const next = ask(pixels(2));
    await vi.advanceTimersByTimeAsync(100);
    expect(workers).toHaveLength(1); // nobody else is engaged meanwhile
    workers[0]!.say({ type: 'progress', share: 0.9, soFar: new Uint8Array() });
    workers[0]!.answer(0);
    expect(workers[0]!.runs).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(workers[0]!.terminated).toBe(false);
    workers[0]!.answer(2);
    expect(next.onDone).toHaveBeenCalledExactlyOnceWith(Uint8Array.of(2));
    expect(onDone).not.toHaveBeenCalled();
    expect(onProgress).not.toHaveBeenCalled();
  });

  it('costs its worker the place if it does not stop within 300 ms', async () => {
    const { cancel, onFailed } = ask(pixels(1));
    await settle();
    cancel();
    const next = ask(pixels(2));
    await vi.advanceTimersByTimeAsync(299);
    expect(workers[0]!.terminated).toBe(false);
    await vi.advanceTimersByTimeAsync(2);
    expect(workers[0]!.terminated).toBe(true);
    expect(workers[1]!.runs).toHaveLength(1);
    workers[1]!.answer();
    expect(next.onDone).toHaveBeenCalledOnce();
    expect(onFailed).not.toHaveBeenCalled();
    workers[0]!.answer(1); // too late: nobody hears it
  });

  it('is nothing at all while its model is on the way', async () => {
    const { cancel, onFailed } = ask(pixels(1, 'small'));
    cancel();
    cancel();
    await settle();
    expect(workers).toHaveLength(0);
    expect(onFailed).not.toHaveBeenCalled();
  });

  it('is rejected by the signal of its promise', async () => {
    const controller = new AbortController();
    const answer = jobs.ask(pixels(1), controller.signal);
    answer.catch(() => {});
    await settle();
    controller.abort();
    await expect(answer).rejects.toMatchObject({ name: 'AbortError' });
    await vi.advanceTimersByTimeAsync(301);
    expect(workers[0]!.terminated).toBe(true);
    await expect(jobs.ask(pixels(2), controller.signal)).rejects.toThrow();
  });
});

describe('a worker', () => {
  it('that dies is replaced, and the question is asked once more', async () => {
    const { onDone } = ask(pixels(1, 'small'));
    await settle();
    workers[0]!.die();
    expect(workers[0]!.terminated).toBe(true);
    expect(workers[1]!.sent.map(({ type }) => type)).toEqual(['start', 'model', 'run']);
    workers[1]!.answer(1);
    expect(onDone).toHaveBeenCalledExactlyOnceWith(Uint8Array.of(1));
  });

  it('that dies again takes the question with it, and no other one', async () => {
    const { onFailed } = ask(pixels(1));
    await settle();
    workers[0]!.say({ type: 'failed', detail: 'RuntimeError' });
    workers[1]!.die('out of memory');
    expect(onFailed).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ code: 'out-of-memory', detail: 'out of memory' }),
    );
    const next = ask(pixels(2));
    await settle();
    workers[2]!.answer();
    expect(next.onDone).toHaveBeenCalledOnce();
  });

  it('that hangs is ended after a minute without a sign of life', async () => {
    const { onFailed } = ask(pixels(1));
    await settle();
    workers[0]!.say({ type: 'ready' });
    await vi.advanceTimersByTimeAsync(50_000);
    workers[0]!.say({ type: 'progress', share: 0.1, soFar: new Uint8Array() });
    await vi.advanceTimersByTimeAsync(50_000);
    expect(onFailed).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(10_100);
    expect(onFailed).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ code: 'engine-failed', detail: 'no answer for 60 s' }),
    );
    expect(workers[0]!.terminated).toBe(true);
  });

  it('that never starts is said to', async () => {
    const { onFailed } = ask(pixels(1));
    await settle();
    await vi.advanceTimersByTimeAsync(60_100);
    expect(onFailed).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ detail: 'the worker never started' }),
    );
  });

  it('that cannot be made is a failure, too', async () => {
    options.makeWorker.mockImplementation(() => {
      throw new Error('SecurityError');
    });
    const { onFailed } = ask(pixels(1));
    await settle();
    expect(onFailed).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ detail: 'SecurityError' }),
    );
  });
});

describe("the module's questions", () => {
  it('are answered under their tokens, and taken back by them', async () => {
    const module = { workProgress: vi.fn(), workDone: vi.fn(), tell: vi.fn() };
    const questions = new ModuleJobs(jobs, module);
    questions.start(5, pixels(1));
    questions.start(6, pixels(2));
    await settle();
    workers[0]!.say({ type: 'progress', share: 0.5, soFar: new Uint8Array() });
    workers[0]!.answer(1);
    expect(module.workProgress).toHaveBeenCalledExactlyOnceWith(5, 0.5, new Uint8Array());
    expect(module.workDone).toHaveBeenCalledExactlyOnceWith(5, Uint8Array.of(1));
    questions.cancel(6);
    questions.cancel(5); // long answered
    workers[1]!.answer(2);
    expect(module.workDone).toHaveBeenCalledOnce();
    options.model.mockRejectedValueOnce(new Failure('network', 'offline'));
    questions.start(7, pixels(3, 'small'));
    await settle();
    expect(module.tell).toHaveBeenCalledExactlyOnceWith({
      type: 'work-failed',
      token: 7,
      error: expect.any(Failure),
    });
  });
});
