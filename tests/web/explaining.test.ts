// SPDX-License-Identifier: MIT
// Why: under the brush questions come faster than answers. Old ones must not pile up, nobody may
// wait for ever, and a broken worker must not be the end of explanations.
import { beforeEach, describe, expect, it, vi } from 'vitest';

import { ExplainingJobs } from '../../web/work/explaining';
import { FakeNnWorker, settle } from './fakes';

const pixels = new Uint8Array(784);
const occlude = { type: 'occlude', pixels, patch: 5, stride: 2 } as const;
const change = { type: 'change', pixels, method: 1, target: -1 } as const;
const run = { type: 'run', first: 0, pixels } as const;
const values = new Float32Array(7840);

const module = {
  occluded: vi.fn(),
  occludeFailed: vi.fn(),
  changesFound: vi.fn(),
  batchClassified: vi.fn(),
};
const files = { get: vi.fn() };
const catalogue = { find: vi.fn() };
let workers: FakeNnWorker[];
let jobs: ExplainingJobs;

const worker = () => workers.at(-1)!;

beforeEach(() => {
  vi.clearAllMocks();
  workers = [];
  catalogue.find.mockImplementation(async (id: string) => ({ id }));
  files.get.mockResolvedValue(Uint8Array.of(1));
  const makeWorker = () => {
    workers.push(new FakeNnWorker());
    return worker() as unknown as Worker;
  };
  const pool = { makeWorker, module: {} as WebAssembly.Module };
  jobs = new ExplainingJobs(() => ({ module, files, pool }), catalogue);
});

describe('what explanations ask', () => {
  it('is answered by a worker that has the model, one question after the other', async () => {
    jobs.ask(1, 'small', occlude);
    jobs.ask(2, 'small', change);
    jobs.ask(3, 'small', run);
    await settle();
    expect(worker().sent).toMatchObject([{ type: 'start', file: Uint8Array.of(1) }, occlude]);
    worker().onmessage!({ data: { type: 'occluded', values } });
    expect(module.occluded).toHaveBeenCalledExactlyOnceWith(1, values);
    await settle();
    expect(worker().sent.at(-1)).toEqual(change);
    const changes = { images: new Uint8Array(784), logits: new Float32Array(10) };
    worker().onmessage!({ data: { type: 'changed', ...changes } });
    expect(module.changesFound).toHaveBeenCalledExactlyOnceWith(2, changes.images, changes.logits);
    await settle();
    expect(worker().sent.at(-1)).toEqual(run);
    worker().onmessage!({ data: { type: 'logits', first: 0, logits: changes.logits } });
    expect(module.batchClassified).toHaveBeenCalledExactlyOnceWith(3, changes.logits);
    expect(workers).toHaveLength(1);
  });

  it('waits with the newest of its kind alone', async () => {
    for (const token of [1, 2, 3]) jobs.ask(token, 'small', occlude);
    jobs.ask(4, 'small', change);
    await settle();
    worker().onmessage!({ data: { type: 'occluded', values } });
    await settle();
    worker().onmessage!({ data: { type: 'occluded', values } });
    expect(module.occluded.mock.calls.map(([token]) => token as number)).toEqual([1, 3]);
  });

  it('is not begun once it is cancelled', async () => {
    jobs.ask(1, 'small', occlude);
    jobs.ask(2, 'small', change);
    await settle();
    jobs.cancel(2);
    worker().onmessage!({ data: { type: 'occluded', values } });
    await settle();
    expect(worker().sent).toHaveLength(2);
  });

  it('gets another worker when another model answers', async () => {
    jobs.ask(1, 'small', occlude);
    await settle();
    worker().onmessage!({ data: { type: 'occluded', values } });
    jobs.ask(2, 'large', occlude);
    await settle();
    expect(workers).toHaveLength(2);
    expect(workers[0]!.terminated).toBe(true);
    expect(catalogue.find).toHaveBeenLastCalledWith('large');
  });

  it('fails each in its own way, and the next question gets a fresh worker', async () => {
    jobs.ask(1, 'small', occlude);
    await settle();
    worker().onmessage!({ data: { type: 'failed', detail: 'out of memory' } });
    expect(module.occludeFailed).toHaveBeenCalledExactlyOnceWith(
      1,
      expect.objectContaining({ code: 'engine-failed', detail: 'out of memory' }),
    );
    expect(worker().terminated).toBe(true);

    jobs.ask(2, 'small', change);
    await settle();
    expect(workers).toHaveLength(2);
    worker().onerror!({ message: 'gone', preventDefault: () => {} });
    expect(module.changesFound).toHaveBeenCalledWith(2, new Uint8Array(), new Float32Array());

    files.get.mockRejectedValueOnce(new Error('offline'));
    jobs.ask(3, 'small', run);
    await settle();
    expect(module.batchClassified).toHaveBeenCalledWith(3, new Float32Array());
  });
});
