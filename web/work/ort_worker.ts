// SPDX-License-Identifier: MIT
// work/ort_worker.ts: ONNX Runtime Web in a worker of its own, where its start and its runs hold up no
// frame, and where a start that failed can be undone: the engine remembers it for as long as its
// realm lives, so the page ends this worker and makes another.
//
// The engine's own three files lie unmodified beside the page and are imported by address.
import type * as Ort from 'onnxruntime-web';

import { Failure, failureOf, wordsOf } from '../seam/errors';
import { fetchData, readChunks } from '../files/fetching';
import type { FromWorker, ToWorker } from './ort_messages';
import type { Form } from '../files/own_model/form';
import { refusalOf } from '../files/own_model/refusal';
import { OwnSession } from '../files/own_model/session';
import { classCount, pixelCount } from '../seam/raw_module';

let engine: Promise<typeof Ort>;
let wasmFailure: Failure | null = null;
const sessions = new Map<string, Ort.InferenceSession | OwnSession>();

// One thing at a time: the engine has one stack, and runs that overlap have been trouble before.
let queue: Promise<void> = Promise.resolve();
self.onmessage = ({ data }: MessageEvent<ToWorker>) => {
  // Not in the queue: the first load waits for it, and reports how it went.
  if (data.type === 'start') {
    engine = start(data);
    engine.catch(() => {});
  } else {
    queue = queue.then(() => answer(data));
  }
};

async function start(message: Extract<ToWorker, { type: 'start' }>): Promise<typeof Ort> {
  const { ortUrl } = message;
  clampMemory(message.memoryPages ?? 4096);
  progress.begin(message.wasmBytes);
  countWasm(message.again ? 'reload' : 'default');
  const url = `${ortUrl}ort.wasm.min.mjs`;
  const ort: typeof Ort = await import(/* @vite-ignore */ url).catch(async (thrown: unknown) => {
    await fetchData(url); // an import does not say why it failed; this does, if it fails, too
    throw thrown;
  });
  ort.env.logLevel = 'error';
  ort.env.wasm.numThreads = 1;
  ort.env.wasm.wasmPaths = ortUrl;
  return ort;
}

async function answer(message: Exclude<ToWorker, { type: 'start' }>): Promise<void> {
  const { request, modelId } = message;
  try {
    if (message.type === 'load') {
      post({ type: 'loaded', request, form: await load(message) });
    } else {
      const session = sessions.get(modelId);
      if (!session) throw new Failure('engine-failed', `model '${modelId}' is not loaded`);
      post({ type: 'logits', request, ...(await runAny(session, message)) });
    }
  } catch (thrown) {
    const otherwise = message.type === 'load' ? 'model-unusable' : 'engine-failed';
    const { code, detail } = failureOf(thrown, otherwise);
    post({ type: 'failed', request, code, detail });
  }
}

type Load = Extract<ToWorker, { type: 'load' }>;

async function load({ modelId, file, foreign }: Load): Promise<Form | undefined> {
  const ort = await engine.catch((thrown: unknown) => giveUp(thrown));
  const session = await ort.InferenceSession.create(file, { executionProviders: ['wasm'] }).catch(
    (thrown: unknown) => {
      // What is wrong with a model has a code; all else is the engine, which will not recover.
      if (wasmFailure || !/ERROR_CODE|model|data/i.test(wordsOf(thrown))) return giveUp(thrown);
      throw foreign ? refusalOf(thrown) : thrown;
    },
  );
  if (foreign) {
    const own = await OwnSession.create(ort, session);
    sessions.set(modelId, own);
    return own.form;
  }
  try {
    checkNames(session);
    // The first runs are many times slower than the rest: better here than under the brush.
    for (let i = 0; i < 5; ++i) await run(session, new Uint8Array(pixelCount));
  } catch (thrown) {
    await session.release();
    throw thrown;
  }
  await sessions.get(modelId)?.release();
  sessions.set(modelId, session);
  progress.end();
  return undefined;
}

function runAny(
  session: Ort.InferenceSession | OwnSession,
  { pixels, reading = 0 }: Extract<ToWorker, { type: 'run' }>,
) {
  return session instanceof OwnSession ? session.run(pixels, reading) : run(session, pixels);
}

function checkNames({ inputNames, outputNames }: Ort.InferenceSession): void {
  if (inputNames.length === 1 && inputNames[0] === 'image' && outputNames.includes('logits'))
    return;
  const names = `${inputNames.join(', ')} -> ${outputNames.join(', ')}`;
  throw new Failure('model-unusable', `needs image -> logits, but the model has ${names}`);
}

async function run(session: Ort.InferenceSession, pixels: Uint8Array) {
  const { Tensor } = await engine;
  const count = pixels.length / pixelCount;
  const image = new Tensor('float32', Float32Array.from(pixels), [count, 1, 28, 28]);
  const started = performance.now();
  const { logits } = await session.run({ image }, ['logits']);
  const ms = performance.now() - started;
  if (!(logits?.data instanceof Float32Array) || logits.data.length !== classCount * count) {
    throw new Failure('model-unusable', `logits are ${logits?.type} [${logits?.dims}]`);
  }
  return { logits: logits.data, ms };
}

// Tells the page that this realm is lost; whatever waits here is answered by that.
function giveUp(thrown: unknown): never {
  const { code, detail } = wasmFailure ?? failureOf(thrown, 'engine-failed');
  post({ type: 'engine-failed', code, detail });
  throw thrown;
}

// The engine reserves 4 GiB of address space, which iOS refuses. A quarter of one is enough for
// networks and batches like ours.
function clampMemory(pages: number): void {
  const Memory = WebAssembly.Memory;
  WebAssembly.Memory = new Proxy(Memory, {
    construct: (target, [descriptor]: [WebAssembly.MemoryDescriptor]) =>
      new target({ ...descriptor, maximum: Math.min(descriptor.maximum ?? pages, pages) }),
  });
}

// The engine fetches its .wasm itself, and streams it into the compiler; that was measured to be as
// fast as handing it the bytes from a local disk, and overlaps with the download from a slow server.
// But it says nothing on the way, so a copy of the response is counted.
function countWasm(cache: RequestCache): void {
  const { fetch } = self;
  self.fetch = async (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    if (!url.endsWith('.wasm')) return fetch(input, init);
    try {
      const response = await fetchData(url, { ...init, cache }, fetch);
      const counting = readChunks(response.clone(), (chunk) => progress.add(chunk.length));
      counting.catch((thrown: unknown) => {
        wasmFailure = failureOf(thrown, 'network');
      });
      return response;
    } catch (thrown) {
      wasmFailure = failureOf(thrown, 'engine-failed');
      throw thrown;
    }
  };
}

const progress = {
  received: 0,
  total: 0,
  toldAt: 0,

  begin(total: number) {
    this.received = 0;
    this.total = total;
  },

  add(bytes: number) {
    this.received += bytes;
    if (performance.now() - this.toldAt < 50) return;
    this.toldAt = performance.now();
    post({ type: 'progress', received: this.received, total: this.total });
  },

  end() {
    post({ type: 'progress', received: this.total, total: this.total });
  },
};

function post(message: FromWorker): void {
  self.postMessage(message);
}
