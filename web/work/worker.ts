// SPDX-License-Identifier: MIT
// work/worker.ts: work.wasm in a worker: does one job after the other, and knows none.
import createWork from 'work-module';

import { wordsOf } from '../seam/errors';
import { Heap } from '../seam/heap';
import type { FromWorker, ToWorker } from './messages';

type Exports = Awaited<ReturnType<typeof createWork>>;

const lookMs = 50; // between two looks at the flag
let work: Promise<Exports>;
let flag = '';
let lastLook = 0;

const post = (message: FromWorker) => self.postMessage(message);

let queue: Promise<void> = Promise.resolve();
self.onmessage = ({ data }: MessageEvent<ToWorker>) => {
  queue = queue
    .then(async () => {
      if (data.type === 'start') return start(data.code);
      const exports = await work;
      const heap = new Heap(exports);
      if (data.type === 'model') {
        heap.withString(data.id, (...id) =>
          heap.withBytes(data.file, (...file) => exports._work_model(...id, ...file)),
        );
        return;
      }
      flag = data.flag;
      lastLook = performance.now();
      const answer = heap.withString(data.job, (...job) =>
        heap.withBytes(data.question, (...question) => exports._work_run(...job, ...question)),
      );
      post({ type: 'done', answer: heap.readBytes(answer, exports._work_answer_bytes()) });
    })
    .catch((thrown: unknown) => post({ type: 'failed', detail: wordsOf(thrown) }));
};

async function start(code: WebAssembly.Module): Promise<void> {
  const flagsCanBeRead = canRead(URL.createObjectURL(new Blob()));
  work = createWork({
    work: {
      progress: (share, soFar, bytes) => {
        const heap = new Heap(exports);
        post({ type: 'progress', share, soFar: heap.readBytes(soFar, bytes) });
      },
      cancelled: () => {
        const now = performance.now();
        if (!flagsCanBeRead || now < lastLook + lookMs) return 0;
        lastLook = now;
        return Number(!canRead(flag));
      },
    },
    print: (line) => console.info(line),
    printErr: (line) => console.warn(line),
    instantiateWasm(imports, done) {
      void WebAssembly.instantiate(code, imports).then((instance) => done(instance, code));
      return {}; // "will call back"
    },
  });
  const exports = await work;
  post({ type: 'ready' });
}

// The only way to hear of anything while a job runs: no message arrives meanwhile, and memory that
// is shared needs headers that most hosts do not send. The page takes the address back.
function canRead(address: string): boolean {
  const request = new XMLHttpRequest();
  try {
    request.open('GET', address, false);
    request.send();
    return request.status === 200;
  } catch {
    return false;
  }
}
