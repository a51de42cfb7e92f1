// SPDX-License-Identifier: MIT
import { beforeEach, describe, expect, it, vi, type Mock } from 'vitest';

import { Failure } from '../../web/seam/errors';
import {
  defaultWorkers,
  evaluate,
  EvaluationJobs,
  type EvaluationParts,
} from '../../web/work/evaluation';
import type { Question } from '../../web/work/jobs';
import type { Model } from '../../web/files/models';
import { settle } from './fakes';

const ortWeb = 1;

const module = {
  testImageCount: () => 0,
  testImages: vi.fn((_: number, count: number) => new Uint8Array(784 * count)),
  report: vi.fn(),
  piece: (first: number, count: number, model: string) => ({
    job: 'a job',
    model,
    bytes: Uint8Array.of(first / 100, count / 100),
  }),
  pieceLogits: (answer: Uint8Array, count: number) => new Float32Array(10 * count).fill(answer[0]!),
  evaluationLogits: vi.fn(),
  tell: vi.fn(),
};
const files = { get: vi.fn() };
const classifier = { runBatch: vi.fn(), imagesARun: () => 50 };
const catalogue = { find: vi.fn() };
interface Asked {
  question: Question;
  signal: AbortSignal;
  resolve(answer: Uint8Array): void;
  reject(thrown: unknown): void;
}
let asked: Asked[];
let work: { most: number; ask: Mock };
let parts: EvaluationParts & { module: typeof module };
let jobs: EvaluationJobs;

beforeEach(() => {
  vi.clearAllMocks();
  module.testImageCount = () => 120;
  catalogue.find.mockImplementation(async (id: string) => ({ id }));
  files.get.mockResolvedValue(Uint8Array.of(1));
  classifier.runBatch.mockImplementation(async (_: unknown, { length }: Uint8Array) => ({
    logits: new Float32Array((10 * length) / 784),
  }));
  asked = [];
  work = {
    most: 4,
    ask: vi.fn(
      (question: Question, signal: AbortSignal) =>
        new Promise<Uint8Array>((resolve, reject) => {
          asked.push({ question, signal, resolve, reject });
          signal.addEventListener('abort', () => reject(signal.reason as Error));
        }),
    ),
  };
  parts = { module, files, classifier, jobs: work };
  jobs = new EvaluationJobs(() => parts, catalogue);
});

describe('an evaluation for the report', () => {
  it('hands its logits on as they come, and says when they are all there', async () => {
    await jobs.start(7, ortWeb, 'small');
    const handed = module.evaluationLogits.mock.calls.map(([token, first, logits]) => {
      return [token, first, (logits as Float32Array).length];
    });
    expect(handed).toEqual([
      [7, 0, 500],
      [7, 50, 500],
      [7, 100, 200],
    ]);
    expect(module.tell).toHaveBeenCalledExactlyOnceWith({
      type: 'evaluation-done',
      token: 7,
      workers: 1,
    });
  });

  it('fails once, with the reason', async () => {
    classifier.runBatch.mockRejectedValueOnce(new Failure('network', 'gone'));
    await jobs.start(7, ortWeb, 'small');
    expect(module.tell).toHaveBeenCalledExactlyOnceWith({
      type: 'evaluation-failed',
      token: 7,
      error: expect.objectContaining({ code: 'network', detail: 'gone' }),
    });
  });

  it('says not a word more once it is cancelled', async () => {
    let letGo!: (answer: unknown) => void;
    classifier.runBatch.mockReturnValueOnce(new Promise((resolve) => (letGo = resolve)));
    const started = jobs.start(7, ortWeb, 'small');
    await settle();
    jobs.cancel(7);
    letGo({ logits: new Float32Array(500) });
    await started;
    expect(module.evaluationLogits).not.toHaveBeenCalled();
    expect(module.tell).not.toHaveBeenCalled();
    jobs.cancel(7); // nobody knows it any more
  });
});

describe('an evaluation by our own engine', () => {
  const model = { id: 'small' } as Model;
  const own = { engine: 'atelier-nn', model } as const;

  // The newest first, so that answers come out of order.
  async function answerAll(): Promise<void> {
    for (let next = asked.pop(); next; next = asked.pop()) {
      next.resolve(next.question.bytes);
      await settle();
    }
  }

  beforeEach(() => {
    module.testImageCount = () => 1050;
    module.report.mockImplementation((logits: Float32Array) => ({ logits: Array.from(logits) }));
  });

  it.each([1, 2, 3, 16])('gives each image its own logits, by %i workers', async (workers) => {
    const report = evaluate(parts, { ...own, workers });
    await settle();
    expect(asked).toHaveLength(Math.min(workers, 6)); // no more at a time, and no more pieces
    expect(work.most).toBe(Math.max(4, workers));
    await answerAll();
    const { logits } = (await report) as unknown as { logits: number[] };
    const piece = (k: number) => Math.floor(k / 10 / 200) * 2; // the first image of it, in hundreds
    expect(logits.every((logit, k) => logit === piece(k))).toBe(true);
    expect(module.report).toHaveBeenCalledExactlyOnceWith(
      expect.anything(),
      expect.objectContaining({ engine: 'atelier-nn', model: 'small', workers }),
    );
  });

  it('ends with the first failure, and takes back the rest', async () => {
    const report = evaluate(parts, { ...own, workers: 2 });
    await settle();
    asked[1]!.reject(new Failure('engine-failed', 'operator Loop'));
    await expect(report).rejects.toMatchObject({ detail: 'operator Loop' });
    expect(asked[0]!.signal.aborted).toBe(true);
    expect(work.ask).toHaveBeenCalledTimes(2);
  });

  it('takes back what is under way when it is cancelled', async () => {
    vi.stubGlobal('navigator', { hardwareConcurrency: 2 });
    void jobs.start(7, 0, 'small');
    await settle();
    jobs.cancel(7);
    await settle();
    expect(asked.every(({ signal }) => signal.aborted)).toBe(true);
    expect(module.tell).not.toHaveBeenCalled();
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
