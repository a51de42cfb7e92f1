// SPDX-License-Identifier: MIT
import { beforeEach, describe, expect, it, vi } from 'vitest';

import { PairJobs } from '../../web/work/pair_search';
import { FakeNnWorker, settle } from './fakes';

const inPixels = 0;
const inFeatures = 1;

const module = {
  testImageCount: () => 3,
  testImages: vi.fn(() => new Uint8Array(3 * 784)),
  pairsProgress: vi.fn(),
  pairsFound: vi.fn(),
  pairsFailed: vi.fn(),
};
const files = { get: vi.fn() };
const catalogue = { find: vi.fn() };
let worker: FakeNnWorker;
let jobs: PairJobs;

beforeEach(() => {
  vi.clearAllMocks();
  worker = new FakeNnWorker();
  catalogue.find.mockImplementation(async (id: string) => ({ id }));
  files.get.mockResolvedValue(Uint8Array.of(1));
  const pool = { makeWorker: () => worker as unknown as Worker, module: {} as WebAssembly.Module };
  jobs = new PairJobs(() => ({ module, files, pool }), catalogue);
});

describe('the search for close pairs', () => {
  it('tells how far it is, then what it has found, and ends its worker', async () => {
    const started = jobs.start(5, inFeatures, 'small');
    await settle();
    expect(worker.sent).toMatchObject([
      { type: 'start', file: Uint8Array.of(1) },
      { type: 'pairs', inFeatures: true },
    ]);
    worker.onmessage!({ data: { type: 'progress', share: 0.5 } });
    expect(module.pairsProgress).toHaveBeenCalledExactlyOnceWith(5, 0.5);
    const pairs = { images: Uint32Array.of(1, 2), distances: Float32Array.of(3) };
    worker.onmessage!({ data: { type: 'pairs', ...pairs } });
    await started;
    expect(module.pairsFound).toHaveBeenCalledExactlyOnceWith(5, expect.objectContaining(pairs));
    expect(worker.terminated).toBe(true);
  });

  it('needs no network for pixels', async () => {
    void jobs.start(5, inPixels, '');
    await settle();
    expect(files.get).not.toHaveBeenCalled();
    expect(worker.sent[0]).toMatchObject({ type: 'start', file: null });
    jobs.cancel(5);
  });

  it('fails once, with the reason', async () => {
    const started = jobs.start(5, inFeatures, 'small');
    await settle();
    worker.onmessage!({ data: { type: 'failed', detail: 'this network tells no features' } });
    await started;
    expect(module.pairsFailed).toHaveBeenCalledExactlyOnceWith(
      5,
      expect.objectContaining({
        code: 'engine-failed',
        detail: 'this network tells no features',
      }),
    );
    expect(worker.terminated).toBe(true);
  });

  it('says not a word more once it is cancelled, and ends its worker', async () => {
    const started = jobs.start(5, inPixels, '');
    await settle();
    jobs.cancel(5);
    await started;
    worker.onmessage!({ data: { type: 'progress', share: 0.9 } });
    expect(module.pairsProgress).not.toHaveBeenCalled();
    expect(module.pairsFound).not.toHaveBeenCalled();
    expect(module.pairsFailed).not.toHaveBeenCalled();
    expect(worker.terminated).toBe(true);
    jobs.cancel(5); // nobody knows it any more
  });
});
