// SPDX-License-Identifier: MIT
// work/nn_worker.ts: the page's own module in a worker, for work in bulk: no window, no state, one
// network.
import createModule from 'atelier-module';

import { wordsOf } from '../seam/errors';
import { Heap } from '../seam/heap';
import type { FromNnWorker, ToNnWorker } from './nn_messages';
import {
  classCount,
  mostPairs,
  mostStrengths,
  pixelCount,
  type RawModule,
} from '../seam/raw_module';

let raw: Promise<RawModule>;

let queue: Promise<void> = Promise.resolve();
self.onmessage = ({ data }: MessageEvent<ToNnWorker>) => {
  queue = queue
    .then(() => {
      if (data.type === 'start') return start(data);
      if (data.type === 'run') return run(data);
      if (data.type === 'occlude') return occlude(data);
      return data.type === 'change' ? findChanges(data) : findPairs(data);
    })
    .catch((thrown: unknown) => post({ type: 'failed', detail: wordsOf(thrown) }));
};

async function start({ module, file }: Extract<ToNnWorker, { type: 'start' }>): Promise<void> {
  raw = createModule({
    noInitialRun: true,
    print: (line) => console.info(line),
    printErr: (line) => console.warn(line),
    instantiateWasm(imports, done) {
      void WebAssembly.instantiate(module, imports).then((instance) => done(instance, module));
      return {}; // "will call back"
    },
  });
  const exports = await raw;
  const heap = new Heap(exports);
  if (file === null) return;
  heap.withBytes(file, (pointer, byteCount) => {
    const error = exports._atelier_worker_load(pointer, byteCount);
    if (error !== 0) throw new Error(heap.readString(error, exports._atelier_worker_error_bytes()));
  });
}

async function run({ first, pixels }: Extract<ToNnWorker, { type: 'run' }>): Promise<void> {
  const exports = await raw;
  const heap = new Heap(exports);
  const count = pixels.length / pixelCount;
  const logits = heap.withBytes(pixels, (given) =>
    heap.withBytes(new Uint8Array(4 * classCount * count), (result) => {
      exports._atelier_worker_run(given, count, result);
      return heap.readFloats(result, classCount * count);
    }),
  );
  post({ type: 'logits', first, logits });
}

async function occlude({
  pixels,
  patch,
  stride,
}: Extract<ToNnWorker, { type: 'occlude' }>): Promise<void> {
  const exports = await raw;
  const heap = new Heap(exports);
  const numbers = classCount * pixelCount;
  const values = heap.withBytes(pixels, (given) =>
    heap.withBytes(new Uint8Array(4 * numbers), (result) => {
      exports._atelier_worker_occlude(given, patch, stride, result);
      return heap.readFloats(result, numbers);
    }),
  );
  post({ type: 'occluded', values });
}

async function findChanges({
  pixels,
  method,
  target,
}: Extract<ToNnWorker, { type: 'change' }>): Promise<void> {
  const exports = await raw;
  const heap = new Heap(exports);
  const found = heap.withBytes(pixels, (given) =>
    heap.withBytes(new Uint8Array(pixelCount * mostStrengths), (images) =>
      heap.withBytes(new Uint8Array(4 * classCount * mostStrengths), (logits) => {
        const count = exports._atelier_worker_find_changes(given, method, target, images, logits);
        return {
          images: heap.readBytes(images, pixelCount * count),
          logits: heap.readFloats(logits, classCount * count),
        };
      }),
    ),
  );
  post({ type: 'changed', ...found });
}

async function findPairs({
  pixels,
  inFeatures,
}: Extract<ToNnWorker, { type: 'pairs' }>): Promise<void> {
  const exports = await raw;
  const heap = new Heap(exports);
  heap.withBytes(pixels, (given) => {
    const count = pixels.length / pixelCount;
    const begun = exports._atelier_worker_begin_pairs(given, count, Number(inFeatures));
    if (begun === 0) throw new Error('this network tells no features');
  });
  for (let share = 0; share < 1;) {
    share = exports._atelier_worker_step_pairs();
    post({ type: 'progress', share });
  }
  const found = heap.withBytes(new Uint8Array(8 * mostPairs), (images) =>
    heap.withBytes(new Uint8Array(4 * mostPairs), (distances) => {
      const count = exports._atelier_worker_take_pairs(images, distances);
      return {
        images: new Uint32Array(heap.readBytes(images, 8 * count).buffer),
        distances: heap.readFloats(distances, count),
      };
    }),
  );
  post({ type: 'pairs', ...found });
}

function post(message: FromNnWorker): void {
  self.postMessage(message);
}
