// SPDX-License-Identifier: MIT
import { beforeEach, describe, expect, it, vi } from 'vitest';

import { Failure } from '../../web/seam/errors';
import { EvaluationJobs } from '../../web/work/evaluation';
import { settle } from './fakes';

const ortWeb = 1;

const module = {
  testImageCount: () => 120,
  testImages: vi.fn((_: number, count: number) => new Uint8Array(784 * count)),
  report: vi.fn(),
  evaluationLogits: vi.fn(),
  evaluationDone: vi.fn(),
  evaluationFailed: vi.fn(),
};
const files = { get: vi.fn() };
const classifier = { runBatch: vi.fn(), imagesARun: () => 50 };
const catalogue = { find: vi.fn() };
let jobs: EvaluationJobs;

beforeEach(() => {
  vi.clearAllMocks();
  catalogue.find.mockImplementation(async (id: string) => ({ id }));
  files.get.mockResolvedValue(Uint8Array.of(1));
  classifier.runBatch.mockImplementation(async (_: unknown, { length }: Uint8Array) => ({
    logits: new Float32Array((10 * length) / 784),
  }));
  const pool = { makeWorker: vi.fn(), module: {} as WebAssembly.Module };
  jobs = new EvaluationJobs(() => ({ module, files, classifier, pool }), catalogue);
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
    expect(module.evaluationDone).toHaveBeenCalledExactlyOnceWith(7, 1);
  });

  it('fails once, with the reason', async () => {
    classifier.runBatch.mockRejectedValueOnce(new Failure('network', 'gone'));
    await jobs.start(7, ortWeb, 'small');
    expect(module.evaluationFailed).toHaveBeenCalledExactlyOnceWith(
      7,
      expect.objectContaining({ code: 'network', detail: 'gone' }),
    );
    expect(module.evaluationDone).not.toHaveBeenCalled();
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
    expect(module.evaluationDone).not.toHaveBeenCalled();
    expect(module.evaluationFailed).not.toHaveBeenCalled();
    jobs.cancel(7); // nobody knows it any more
  });
});
