// SPDX-License-Identifier: MIT
// work/classifier.ts: the page's side of ort_worker.ts. Every promise made here is settled exactly once,
// whatever becomes of the worker: an answer, a failure, or silence for too long.
import { type ErrorCode, Failure } from '../seam/errors';
import type { FromWorker, ToWorker } from './ort_messages';
import type { Form } from '../files/own_model/form';

export interface Answer {
  logits: Float32Array;
  ms: number; // inside the engine
}

// A model and its .onnx file.
export interface LoadedModel {
  id: string;
  file: Uint8Array;
  foreign?: boolean; // brought by a visitor, in any form
}

export interface ClassifierOptions {
  ortUrl: string;
  wasmBytes: number;
  makeWorker(): Worker;
  onProgress(received: number, total: number): void;
  // The worker was given up: everything that waited has failed.
  onGiveUp?(failure: Failure): void;
  memoryPages?: number; // that it may take, of 64 KiB
  silence?: ErrorCode; // what it is called when the worker owes an answer for too long
}

type Done = Extract<FromWorker, { type: 'loaded' | 'logits' }>;

interface Request {
  type: 'load' | 'run';
  resolve(answer: Done): void;
  reject(failure: Failure): void;
}

// A worker that owes an answer and says nothing for so long is taken for dead. Compiling the engine
// takes a slow phone many seconds, and nothing is heard meanwhile.
const patienceMs = { load: 60_000, run: 10_000 };

export class Classifier {
  // Answers that nobody waited for.
  stale = 0;

  private worker: Worker | null = null;
  private readonly requests = new Map<number, Request>();
  private lastRequest = 0;
  private readonly loads = new Map<string, Promise<Form | undefined>>();
  private modelId: string | null = null;
  private lastLoad = 0;
  private hasFailed = false;
  private watchdog: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly options: ClassifierOptions) {}

  // Starts the worker, which begins to bring the engine's code.
  start(): void {
    if (this.worker) return;
    const worker = this.options.makeWorker();
    this.worker = worker;
    const ifCurrent = (act: () => void) => {
      if (this.worker === worker) act();
    };
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => ifCurrent(() => this.hear(data));
    worker.onerror = (event) => {
      event.preventDefault(); // reported by way of the failed requests
      ifCurrent(() => this.giveUp('engine-failed', event.message || 'the worker failed'));
    };
    worker.onmessageerror = () =>
      ifCurrent(() => this.giveUp('engine-failed', 'unreadable message'));
    const { ortUrl, wasmBytes, memoryPages = 4096 } = this.options;
    this.post({ type: 'start', ortUrl, wasmBytes, memoryPages, again: this.hasFailed });
  }

  // Loads the model, or waits for the load that is under way; from then on, runs use it, unless
  // another one has been asked for meanwhile. Resolves to the form of a foreign model.
  async load(model: LoadedModel): Promise<Form | undefined> {
    const load = ++this.lastLoad;
    const form = await this.ensure(model);
    if (load === this.lastLoad) this.modelId = model.id;
    return form;
  }

  // So that load() need not wait for it later.
  async prepare(model: LoadedModel): Promise<void> {
    await this.ensure(model);
  }

  // Classifies images, 784 pixels each, with any model; what run() uses stays as it is.
  async runBatch(model: LoadedModel, pixels: Uint8Array): Promise<Answer> {
    await this.ensure(model);
    return this.ask(model.id, pixels);
  }

  // Classifies images with the model that was loaded last; reading: of a foreign one.
  async run(pixels: Uint8Array, reading?: number): Promise<Answer> {
    if (this.modelId === null) {
      throw new Failure('engine-failed', 'no model has been loaded');
    }
    return this.ask(this.modelId, pixels, reading);
  }

  // Ends the worker; whatever waits for it fails.
  stop(detail: string): void {
    this.giveUp('engine-failed', detail);
  }

  private ensure({ id, file, foreign = false }: LoadedModel): Promise<Form | undefined> {
    let load = this.loads.get(id);
    if (!load) {
      this.start();
      const message = { type: 'load', modelId: id, file, foreign } as const;
      load = this.request('load', (request) => ({ ...message, request }))
        .then((done) => (done.type === 'loaded' ? done.form : undefined))
        .catch((failure: unknown) => {
          this.loads.delete(id);
          throw failure;
        });
      this.loads.set(id, load);
    }
    return load;
  }

  private async ask(modelId: string, pixels: Uint8Array, reading?: number): Promise<Answer> {
    const message = { type: 'run', modelId, pixels, ...(reading !== undefined && { reading }) };
    const done = await this.request('run', (request) => ({ ...message, request }) as ToWorker);
    if (done.type === 'logits') return done;
    throw new Failure('engine-failed', 'a run was answered without logits');
  }

  private request(type: 'load' | 'run', message: (request: number) => ToWorker) {
    return new Promise<Done>((resolve, reject) => {
      const number = ++this.lastRequest;
      this.requests.set(number, { type, resolve, reject });
      this.post(message(number));
      this.watch();
    });
  }

  private post(message: ToWorker): void {
    this.worker?.postMessage(message);
  }

  private hear(message: FromWorker): void {
    switch (message.type) {
      case 'progress':
        this.options.onProgress(message.received, message.total);
        break;
      case 'engine-failed':
        this.giveUp(message.code, message.detail);
        break;
      default: {
        const request = this.requests.get(message.request);
        this.requests.delete(message.request);
        if (!request) ++this.stale;
        else if (message.type === 'failed') {
          request.reject(new Failure(message.code, message.detail));
        } else {
          request.resolve(message);
        }
      }
    }
    this.watch();
  }

  // Ends this worker and everything that waits for it. The next load starts a fresh one.
  private giveUp(code: ErrorCode, detail: string): void {
    this.worker?.terminate();
    this.worker = null;
    this.modelId = null;
    this.hasFailed = true;
    this.loads.clear();
    const requests = [...this.requests.values()];
    this.requests.clear();
    this.watch();
    const failure = new Failure(code, detail);
    for (const { reject } of requests) reject(failure);
    this.options.onGiveUp?.(failure);
  }

  // Called at every sign of life and at every request: the time starts again.
  private watch(): void {
    clearTimeout(this.watchdog);
    if (this.requests.size === 0) return;
    const loading = [...this.requests.values()].some(({ type }) => type === 'load');
    const patience = loading ? patienceMs.load : patienceMs.run;
    const due = performance.now() + patience;
    this.watchdog = setTimeout(() => {
      // A computer that has slept wakes up with every timer due; the worker gets its time again.
      if (performance.now() > due + 5_000) this.watch();
      else
        this.giveUp(this.options.silence ?? 'engine-failed', `no answer for ${patience / 1000} s`);
    }, patience);
  }
}
