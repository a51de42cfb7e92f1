// SPDX-License-Identifier: MIT
// classifier.ts: the page's side of ort_worker.ts. Every promise made here is settled exactly once,
// whatever becomes of the worker: an answer, a failure, or silence for too long.
import { ErrorKind, Failure } from './errors';
import type { FromWorker, ToWorker } from './ort_messages';

export interface Answer {
  logits: Float32Array;
  ms: number; // inside the engine
}

// A model and its .onnx file.
export interface LoadedModel {
  id: string;
  file: Uint8Array;
}

export interface ClassifierOptions {
  ortUrl: string;
  wasmBytes: number;
  makeWorker(): Worker;
  onProgress(received: number, total: number): void;
}

interface Request {
  type: 'load' | 'run';
  resolve(answer: Answer | null): void;
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
  private readonly loads = new Map<string, Promise<void>>();
  private modelId: string | null = null;
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
      ifCurrent(() => this.giveUp(ErrorKind.engineFailed, event.message || 'the worker failed'));
    };
    worker.onmessageerror = () =>
      ifCurrent(() => this.giveUp(ErrorKind.engineFailed, 'unreadable message'));
    const { ortUrl, wasmBytes } = this.options;
    this.post({ type: 'start', ortUrl, wasmBytes, again: this.hasFailed });
  }

  // Loads the model, or waits for the load that is under way; from then on, runs use it.
  async load(model: LoadedModel): Promise<void> {
    await this.ensure(model);
    this.modelId = model.id;
  }

  // Classifies images, 784 pixels each, with any model; what run() uses stays as it is.
  async runBatch(model: LoadedModel, pixels: Uint8Array): Promise<Answer> {
    await this.ensure(model);
    return this.ask(model.id, pixels);
  }

  // Classifies 784 pixels with the model that was loaded last.
  async run(pixels: Uint8Array): Promise<Answer> {
    if (this.modelId === null) {
      throw new Failure(ErrorKind.engineFailed, 'no model has been loaded');
    }
    return this.ask(this.modelId, pixels);
  }

  private ensure({ id, file }: LoadedModel): Promise<void> {
    let load = this.loads.get(id);
    if (!load) {
      this.start();
      const message = { type: 'load', modelId: id, file } as const;
      load = this.request('load', (request) => ({ ...message, request }))
        .then(() => {})
        .catch((failure: unknown) => {
          this.loads.delete(id);
          throw failure;
        });
      this.loads.set(id, load);
    }
    return load;
  }

  private async ask(modelId: string, pixels: Uint8Array): Promise<Answer> {
    const answer = await this.request('run', (request) => ({
      type: 'run',
      request,
      modelId,
      pixels,
    }));
    if (!answer) throw new Failure(ErrorKind.engineFailed, 'a run was answered without logits');
    return answer;
  }

  private request(type: 'load' | 'run', message: (request: number) => ToWorker) {
    return new Promise<Answer | null>((resolve, reject) => {
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
        this.giveUp(message.kind, message.detail);
        break;
      default: {
        const request = this.requests.get(message.request);
        this.requests.delete(message.request);
        if (!request) ++this.stale;
        else if (message.type === 'failed') {
          request.reject(new Failure(message.kind, message.detail));
        } else {
          request.resolve(message.type === 'logits' ? message : null);
        }
      }
    }
    this.watch();
  }

  // Ends this worker and everything that waits for it. The next load starts a fresh one.
  private giveUp(kind: ErrorKind, detail: string): void {
    this.worker?.terminate();
    this.worker = null;
    this.modelId = null;
    this.hasFailed = true;
    this.loads.clear();
    const requests = [...this.requests.values()];
    this.requests.clear();
    this.watch();
    for (const { reject } of requests) reject(new Failure(kind, detail));
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
      else this.giveUp(ErrorKind.engineFailed, `no answer for ${patience / 1000} s`);
    }, patience);
  }
}
