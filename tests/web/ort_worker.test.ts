// SPDX-License-Identifier: MIT
// The worker runs here in the test's own realm, with a stand-in for ONNX Runtime Web that it imports
// by address just as it imports the real one.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import type { FromWorker, ToWorker } from '../../web/work/ort_messages';
import { settle, stubFetch } from './fakes';

interface FakeOrt {
  created: Uint8Array[];
  memory: { maximum: number } | null;
  overlap: number;
  failWith: string | null;
  outputs: string[];
  logits: unknown;
}

// Fetches its .wasm like the real one: at the first session, through the global fetch.
const fakeOrtSource = `
  const ort = globalThis.fakeOrt;
  let started = false, running = 0;
  export const env = { wasm: {} };
  export class Tensor {
    constructor(type, data, dims) { Object.assign(this, { type, data, dims }); }
  }
  class Session {
    inputNames = ['image'];
    outputNames = ort.outputs;
    async run({ image }) {
      ort.overlap = Math.max(ort.overlap, ++running);
      await new Promise((resolve) => setImmediate(resolve));
      --running;
      return { logits: { type: 'float32', dims: [1, 10], data: ort.logits ?? new Float32Array(10).fill(image.data[0]) } };
    }
    async release() { ort.released = (ort.released ?? 0) + 1; }
  }
  export const InferenceSession = {
    async create(model) {
      if (!started) {
        ort.memory = new WebAssembly.Memory({ initial: 1, maximum: 65536, shared: true });
        await (await fetch(env.wasm.wasmPaths + 'engine.wasm')).arrayBuffer();
        started = true;
      }
      if (ort.failWith) throw new Error(ort.failWith);
      ort.created.push(model);
      return new Session();
    },
  };`;

let folder: string;
let said: FromWorker[];
let ort: FakeOrt;
const memoryMaxima: number[] = [];
const RealMemory = WebAssembly.Memory;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'atelier-ort-'));
  writeFileSync(join(folder, 'ort.wasm.min.mjs'), fakeOrtSource);
  ort = {
    created: [],
    memory: null,
    overlap: 0,
    failWith: null,
    outputs: ['logits', 'features'],
    logits: null,
  };
  said = [];
  memoryMaxima.length = 0;
  // Reserving memory is not the point.
  WebAssembly.Memory = function (descriptor: WebAssembly.MemoryDescriptor) {
    memoryMaxima.push(descriptor.maximum!);
  } as unknown as typeof WebAssembly.Memory;
  vi.stubGlobal('fakeOrt', ort);
  vi.stubGlobal('self', globalThis);
  vi.stubGlobal('postMessage', (message: FromWorker) => said.push(message));
  vi.stubGlobal('onmessage', null);
});
afterEach(() => {
  WebAssembly.Memory = RealMemory;
  rmSync(folder, { recursive: true });
});

// A worker in which nothing has happened yet.
async function startWorker(): Promise<(message: ToWorker) => void> {
  vi.resetModules();
  await import('../../web/work/ort_worker');
  const tell = (data: ToWorker) => self.onmessage!({ data } as MessageEvent<ToWorker>);
  tell({ type: 'start', ortUrl: `${pathToFileURL(folder).href}/`, wasmBytes: 100 });
  return tell;
}

const answers = () => said.filter(({ type }) => type !== 'progress');
async function untilAnswers(count: number): Promise<FromWorker[]> {
  await vi.waitFor(() => expect(answers()).toHaveLength(count));
  await settle();
  return answers();
}

const load = { type: 'load', modelId: 'small', file: Uint8Array.of(1, 2, 3) } as const;
const run = { type: 'run', modelId: 'small', pixels: new Uint8Array(784).fill(7) } as const;
const files = {
  'engine.wasm': () => new Response(new Uint8Array(100)),
};

describe('the worker', () => {
  it('loads a model, warms it up and answers runs in the order they came', async () => {
    stubFetch(files);
    const tell = await startWorker();
    tell({ ...load, request: 1 });
    tell({ ...run, request: 2 });
    tell({ ...run, request: 3, pixels: new Uint8Array(784).fill(9) });
    const logits = (value: number) => new Float32Array(10).fill(value);
    expect(await untilAnswers(3)).toEqual([
      { type: 'loaded', request: 1 },
      { type: 'logits', request: 2, logits: logits(7), ms: expect.any(Number) },
      { type: 'logits', request: 3, logits: logits(9), ms: expect.any(Number) },
    ]);
    expect(ort.created).toEqual([Uint8Array.of(1, 2, 3)]);
    expect(ort.overlap).toBe(1);
  });

  it('lets the engine reserve a quarter of a gigabyte and not four', async () => {
    stubFetch(files);
    const tell = await startWorker();
    tell({ ...load, request: 1 });
    await untilAnswers(1);
    expect(memoryMaxima).toEqual([4096]);
  });

  it("reports the engine's bytes, up to all of them", async () => {
    stubFetch(files);
    const tell = await startWorker();
    tell({ ...load, request: 1 });
    await untilAnswers(1);
    const progress = said.filter((message) => message.type === 'progress');
    for (const { received, total } of progress) {
      expect(total).toBe(100);
      expect(received).toBeLessThanOrEqual(100);
    }
    expect(progress.at(-1)).toMatchObject({ received: 100 });
  });

  it('answers many images at once', async () => {
    stubFetch(files);
    ort.logits = new Float32Array(30).fill(4);
    const tell = await startWorker();
    tell({ ...run, request: 1, modelId: 'none' }); // the queue goes on after a failure
    ort.logits = null;
    tell({ ...load, request: 2 });
    await untilAnswers(2);
    ort.logits = new Float32Array(30).fill(4);
    tell({ ...run, request: 3, pixels: new Uint8Array(3 * 784) });
    expect((await untilAnswers(3))[2]).toMatchObject({ request: 3, logits: ort.logits });
  });

  it('takes what the engine says about a model for the fault of the model', async () => {
    stubFetch(files);
    ort.failWith = "Can't create a session. ERROR_CODE: 7, ERROR_MESSAGE: protobuf parsing failed.";
    const tell = await startWorker();
    tell({ ...load, request: 1 });
    expect(await untilAnswers(1)).toMatchObject([
      { type: 'failed', request: 1, code: 'model-unusable', detail: ort.failWith },
    ]);
  });

  it('names lack of memory, which leaves the engine usable', async () => {
    stubFetch(files);
    ort.failWith = 'failed to call OrtRun(). ERROR_CODE: 6, ERROR_MESSAGE: std::bad_alloc';
    const tell = await startWorker();
    tell({ ...load, request: 1 });
    expect(await untilAnswers(1)).toMatchObject([{ type: 'failed', code: 'out-of-memory' }]);
  });

  it('refuses a model that has no logits, or others than ten', async () => {
    stubFetch(files);
    const tell = await startWorker();
    ort.outputs = ['probabilities'];
    tell({ ...load, request: 1 });
    await untilAnswers(1);
    ort.outputs = ['logits'];
    ort.logits = new Float32Array(1000);
    tell({ ...load, request: 2 });
    expect(await untilAnswers(2)).toMatchObject([
      {
        request: 1,
        code: 'model-unusable',
        detail: expect.stringContaining('image -> probabilities'),
      },
      { request: 2, code: 'model-unusable' },
    ]);
    expect(ort).toMatchObject({ released: 2 });
  });

  it('releases the session of a model that is loaded anew', async () => {
    stubFetch(files);
    const tell = await startWorker();
    tell({ ...load, request: 1 });
    tell({ ...load, request: 2 });
    await untilAnswers(2);
    expect(ort).toMatchObject({ released: 1 });
  });

  it('refuses to run what is not loaded', async () => {
    stubFetch(files);
    const tell = await startWorker();
    tell({ ...run, request: 1 });
    expect(await untilAnswers(1)).toMatchObject([
      { type: 'failed', request: 1, code: 'engine-failed' },
    ]);
  });

  it.each([
    ['missing', () => new Response('', { status: 404 }), 'file-not-found'],
    [
      'a web page',
      () => new Response('', { headers: { 'content-type': 'text/html' } }),
      'html-instead-of-data',
    ],
    ['cut off', () => Promise.reject(new TypeError('Failed to fetch')), 'network'],
  ])('gives itself up when the engine is %s', async (_, engine, kind) => {
    stubFetch({ ...files, 'engine.wasm': engine });
    const tell = await startWorker();
    tell({ ...load, request: 1 });
    expect((await untilAnswers(2))[0]).toMatchObject({ type: 'engine-failed', code: kind });
  });

  it('gives itself up when the engine cannot be imported, and finds out why', async () => {
    rmSync(join(folder, 'ort.wasm.min.mjs'));
    stubFetch(files);
    const tell = await startWorker();
    tell({ ...load, request: 1 });
    expect((await untilAnswers(2))[0]).toMatchObject({
      type: 'engine-failed',
      code: 'file-not-found',
    });
  });

  it('gives itself up when the engine is there and cannot be imported all the same', async () => {
    writeFileSync(join(folder, 'ort.wasm.min.mjs'), 'this is no JavaScript');
    stubFetch({ ...files, 'ort.wasm.min.mjs': () => new Response('this is no JavaScript') });
    const tell = await startWorker();
    tell({ ...load, request: 1 });
    expect((await untilAnswers(2))[0]).toMatchObject({
      type: 'engine-failed',
      code: 'engine-failed',
    });
  });

  it('gives itself up when the browser has no memory for the engine', async () => {
    stubFetch(files);
    ort.failWith = 'no available backend found. ERR: [wasm] RangeError: Out of memory';
    const tell = await startWorker();
    tell({ ...load, request: 1 });
    expect((await untilAnswers(2))[0]).toMatchObject({
      type: 'engine-failed',
      code: 'out-of-memory',
    });
  });
});
