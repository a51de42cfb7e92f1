// SPDX-License-Identifier: MIT
// work/pair_search.ts: the test images that lie closest, found by our own engine in a worker that exists
// for as long as the search does.
import type { ImagePairs } from '../seam/abi_values';
import { Failure, failureOf } from '../seam/errors';
import type { ModelFiles } from '../files/model_files';
import type { ModelCatalogue } from '../files/models';
import type { Atelier } from '../seam/module';
import type { FromNnWorker, ToNnWorker } from './nn_messages';
import type { PoolOptions } from './nn_pool';

export interface PairSearchParts {
  module: Pick<
    Atelier,
    'testImageCount' | 'testImages' | 'pairsProgress' | 'pairsFound' | 'pairsFailed'
  >;
  files: Pick<ModelFiles, 'get'>;
  pool: PoolOptions;
}

const inFeatures = 1;

// The searches that the module asks for.
export class PairJobs {
  private readonly running = new Map<number, AbortController>();

  constructor(
    private readonly parts: () => PairSearchParts,
    private readonly catalogue: Pick<ModelCatalogue, 'find'>,
  ) {}

  async start(token: number, space: number, id: string): Promise<void> {
    const { module, files, pool } = this.parts();
    const controller = new AbortController();
    this.running.set(token, controller);
    try {
      const file = space === inFeatures ? await files.get(await this.catalogue.find(id)) : null;
      controller.signal.throwIfAborted();
      const pixels = module.testImages(0, module.testImageCount());
      const pairs = await search(pool, file, {
        request: { type: 'pairs', pixels, inFeatures: space === inFeatures },
        onProgress: (share) => module.pairsProgress(token, share),
        signal: controller.signal,
      });
      module.pairsFound(token, pairs);
    } catch (thrown) {
      if (controller.signal.aborted) return;
      module.pairsFailed(token, failureOf(thrown, 'engine-failed'));
    } finally {
      this.running.delete(token);
    }
  }

  cancel(token: number): void {
    this.running.get(token)?.abort();
  }
}

interface Search {
  request: Extract<ToNnWorker, { type: 'pairs' }>;
  onProgress(share: number): void;
  signal: AbortSignal;
}

function search(
  { makeWorker, module }: PoolOptions,
  file: Uint8Array | null,
  { request, onProgress, signal }: Search,
): Promise<ImagePairs> {
  const worker = makeWorker();
  const post = (message: ToNnWorker) => worker.postMessage(message);
  return new Promise<ImagePairs>((resolve, reject) => {
    const fail = (detail: string) => reject(new Failure('engine-failed', detail));
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    worker.onmessage = ({ data }: MessageEvent<FromNnWorker>) => {
      if (signal.aborted) return;
      if (data.type === 'progress') onProgress(data.share);
      else if (data.type === 'pairs') resolve(data);
      else if (data.type === 'failed') fail(data.detail);
    };
    worker.onerror = (event) => {
      event.preventDefault(); // reported by way of the promise
      fail(event.message || 'the worker failed');
    };
    post({ type: 'start', module, file });
    post(request);
  }).finally(() => worker.terminate());
}
