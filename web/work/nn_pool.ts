// SPDX-License-Identifier: MIT
// work/nn_pool.ts: our own engine on many images at once, in workers of their own, one per core up to
// four. They exist for as long as the work does.
import { Failure } from '../seam/errors';
import type { FromNnWorker, ToNnWorker } from './nn_messages';
import { classCount } from '../seam/raw_module';

export interface PoolOptions {
  makeWorker(): Worker;
  module: WebAssembly.Module;
}

export interface Work {
  file: Uint8Array; // .onnx
  count: number; // of the images
  workers: number;
  // The pixels of `count` images from `first` on, 784 each, to keep.
  images(first: number, count: number): Uint8Array<ArrayBuffer>;
  // Ten logits for each image from `first` on, in the order in which workers have done them.
  onLogits(first: number, logits: Float32Array): void;
  signal: AbortSignal;
}

// An image takes a fraction of a millisecond: long enough to be worth a message, short enough to
// share the rest evenly, and each worker has the next chunk before it is done with one.
const chunkImages = 200;
const chunksAhead = 2;
const patienceMs = 60_000;

export function defaultWorkers(): number {
  return Math.max(1, Math.min(4, navigator.hardwareConcurrency || 1));
}

// Resolves when all images have their logits. Rejects with a Failure when a worker fails or falls
// silent, and with the signal's reason when somebody aborts.
export function runInWorkers({ makeWorker, module }: PoolOptions, work: Work): Promise<void> {
  const workers: Worker[] = [];
  let next = 0;
  let done = 0;
  let watchdog: ReturnType<typeof setTimeout> | undefined;

  return new Promise<void>((resolve, reject) => {
    work.signal.throwIfAborted();
    work.signal.addEventListener('abort', () => reject(work.signal.reason), { once: true });
    const fail = (detail: string) => reject(new Failure('engine-failed', detail));
    const watch = () => {
      clearTimeout(watchdog);
      watchdog = setTimeout(() => fail(`no answer for ${patienceMs / 1000} s`), patienceMs);
    };
    const feed = (worker: Worker) => {
      if (next >= work.count) return;
      const pixels = work.images(next, Math.min(chunkImages, work.count - next));
      post(worker, { type: 'run', first: next, pixels }, [pixels.buffer]);
      next += chunkImages;
    };
    const hear = (worker: Worker, message: FromNnWorker) => {
      watch();
      if (message.type === 'failed') return fail(message.detail);
      if (message.type !== 'logits') return; // nobody has asked this worker for anything else
      work.onLogits(message.first, message.logits);
      done += message.logits.length / classCount;
      if (done === work.count) resolve();
      else feed(worker);
    };
    watch();
    for (let k = 0; k < work.workers; ++k) {
      const worker = makeWorker();
      workers.push(worker);
      worker.onmessage = ({ data }: MessageEvent<FromNnWorker>) => hear(worker, data);
      worker.onerror = (event) => {
        event.preventDefault(); // reported by way of the promise
        fail(event.message || 'the worker failed');
      };
      post(worker, { type: 'start', module, file: work.file });
      for (let chunk = 0; chunk < chunksAhead; ++chunk) feed(worker);
    }
  }).finally(() => {
    clearTimeout(watchdog);
    for (const worker of workers) worker.terminate();
  });
}

function post(worker: Worker, message: ToNnWorker, transfer: Transferable[] = []): void {
  worker.postMessage(message, transfer);
}
