// SPDX-License-Identifier: MIT
// work/jobs.ts: has workers do jobs: a question is a name and bytes, an answer is bytes, and what
// they mean is between the page's module and the workers'. Workers are made when they are needed, up
// to four, and ended when nothing has been asked for a while. Whatever becomes of its worker, a
// question is answered exactly once: by its answer or by a Failure, or not at all once it is
// cancelled.
import type { News } from '../generated/news';
import { Failure, failureOf } from '../seam/errors';
import type { FromWorker, ToWorker } from './messages';

export interface JobOptions {
  makeWorker(): Worker;
  code(): Promise<WebAssembly.Module>; // work.wasm; asked for again after it has failed
  model(id: string): Promise<Uint8Array>; // the .onnx file
}

export interface Question {
  job: string;
  model: string; // the id of the one that it is about; empty: none
  bytes: Uint8Array;
}

export interface Listener {
  onProgress?(share: number, soFar: Uint8Array): void;
  onDone(answer: Uint8Array): void;
  onFailed(failure: Failure): void;
}

interface Task {
  question: Question;
  to: Listener;
  cancelled: boolean;
  code?: WebAssembly.Module;
  file?: Uint8Array | null;
  hasKilled: boolean; // a worker has died over it already
}

interface Hand {
  worker: Worker;
  isReady: boolean;
  model: string; // that it has
  task: Task | null;
  flag: string; // that its task is waited for
  timer: ReturnType<typeof setTimeout> | undefined;
}

// Compiling takes a slow phone seconds, and a job may take a while between two signs of life.
const patienceMs = 60_000;
// For a job to see that it is cancelled.
const stopMs = 300;
const idleMs = 30_000;

export class Jobs {
  most = 4; // workers
  private readonly hands = new Set<Hand>();
  private readonly waiting: Task[] = [];
  private code: Promise<WebAssembly.Module> | null = null;

  constructor(private readonly options: JobOptions) {}

  // Returns a function that takes the question back.
  start(question: Question, to: Listener): () => void {
    const task: Task = { question, to, cancelled: false, hasKilled: false };
    void this.prepare(task);
    return () => this.cancel(task);
  }

  // The same as a promise. The signal rejects it and takes the question back.
  ask(question: Question, signal: AbortSignal): Promise<Uint8Array> {
    return new Promise((resolve, reject) => {
      signal.throwIfAborted();
      const cancel = this.start(question, { onDone: resolve, onFailed: reject });
      signal.addEventListener('abort', () => (cancel(), reject(signal.reason as Error)));
    });
  }

  private async prepare(task: Task): Promise<void> {
    const { model } = task.question;
    this.code ??= this.options.code().catch((thrown: unknown) => {
      this.code = null;
      throw thrown;
    });
    try {
      const file = model === '' ? null : this.options.model(model);
      [task.code, task.file] = await Promise.all([this.code, file]);
    } catch (thrown) {
      if (!task.cancelled) task.to.onFailed(failureOf(thrown, 'engine-failed'));
      return;
    }
    if (task.cancelled) return;
    this.waiting.push(task);
    this.assign();
  }

  // What waits goes to whoever is free. Who is about to stop is waited for: that is soon.
  private assign(): void {
    for (let task = this.waiting[0]; task; task = this.waiting[0]) {
      const { model } = task.question;
      const free = [...this.hands].filter((hand) => !hand.task);
      const stopping = [...this.hands].some((hand) => hand.task?.cancelled);
      let hand = free.find((each) => each.model === model) ?? free[0];
      if (!hand && (stopping || this.hands.size >= this.most)) return;
      this.waiting.shift();
      try {
        hand ??= this.engage(task.code!);
        this.give(hand, task);
      } catch (thrown) {
        task.to.onFailed(failureOf(thrown, 'engine-failed'));
      }
    }
  }

  private engage(code: WebAssembly.Module): Hand {
    const worker = this.options.makeWorker();
    const hand: Hand = {
      worker,
      isReady: false,
      model: '',
      task: null,
      flag: '',
      timer: undefined,
    };
    const ifHere = (act: () => void) => {
      if (this.hands.has(hand)) act();
    };
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => ifHere(() => this.hear(hand, data));
    worker.onerror = (event) => {
      event.preventDefault(); // told to whoever asked
      ifHere(() => this.lose(hand, event.message || 'the worker failed'));
    };
    worker.onmessageerror = () => ifHere(() => this.lose(hand, 'unreadable message'));
    this.hands.add(hand);
    post(hand, { type: 'start', code });
    return hand;
  }

  private give(hand: Hand, task: Task): void {
    const { job, model, bytes } = task.question;
    hand.task = task;
    hand.flag = URL.createObjectURL(new Blob());
    if (task.file && hand.model !== model) {
      post(hand, { type: 'model', id: model, file: task.file });
      hand.model = model;
    }
    post(hand, { type: 'run', job, question: bytes, flag: hand.flag });
    this.watch(hand);
  }

  private hear(hand: Hand, message: FromWorker): void {
    if (message.type === 'failed') return this.lose(hand, message.detail);
    hand.isReady = true;
    const { task } = hand;
    if (!task) return;
    if (message.type === 'done') {
      this.release(hand);
      if (!task.cancelled) task.to.onDone(message.answer);
      this.assign();
    } else if (!task.cancelled) {
      this.watch(hand);
      if (message.type === 'progress') task.to.onProgress?.(message.share, message.soFar);
    }
  }

  private release(hand: Hand): void {
    URL.revokeObjectURL(hand.flag);
    hand.task = null;
    this.after(idleMs, hand, () => this.dismiss(hand));
  }

  private cancel(task: Task): void {
    if (task.cancelled) return;
    task.cancelled = true;
    const place = this.waiting.indexOf(task);
    if (place >= 0) this.waiting.splice(place, 1);
    const hand = [...this.hands].find((each) => each.task === task);
    if (!hand) return;
    URL.revokeObjectURL(hand.flag); // by this the worker hears of it
    this.after(stopMs, hand, () => this.dismiss(hand));
  }

  // Starts again at every sign of life.
  private watch(hand: Hand): void {
    this.after(patienceMs, hand, () => {
      const said = hand.isReady
        ? `no answer for ${patienceMs / 1000} s`
        : 'the worker never started';
      const { task } = hand;
      this.dismiss(hand);
      task?.to.onFailed(new Failure('engine-failed', said));
    });
  }

  // What a worker dies of may be the worker's own: the question is asked once more.
  private lose(hand: Hand, detail: string): void {
    const { task } = hand;
    if (task && !task.cancelled && !task.hasKilled) {
      task.hasKilled = true;
      this.waiting.unshift(task);
    } else if (task && !task.cancelled) {
      task.to.onFailed(failureOf(new Error(detail), 'engine-failed'));
    }
    this.dismiss(hand);
  }

  private dismiss(hand: Hand): void {
    clearTimeout(hand.timer);
    URL.revokeObjectURL(hand.flag);
    hand.worker.terminate();
    this.hands.delete(hand);
    this.assign();
  }

  private after(ms: number, hand: Hand, act: () => void): void {
    clearTimeout(hand.timer);
    const due = performance.now() + ms;
    // A computer that has slept wakes up with every timer due; the worker gets its time again.
    hand.timer = setTimeout(() => {
      if (performance.now() > due + 5_000) this.after(ms, hand, act);
      else act();
    }, ms);
  }
}

function post(hand: Hand, message: ToWorker): void {
  hand.worker.postMessage(message);
}

type Sink = {
  workProgress(token: number, share: number, soFar: Uint8Array): void;
  workDone(token: number, answer: Uint8Array): void;
  tell(news: News): void;
};

// The questions of the page's module, which knows them by their tokens.
export class ModuleJobs {
  private readonly cancels = new Map<number, () => void>();

  constructor(
    private readonly jobs: Pick<Jobs, 'start'>,
    private readonly module: Sink,
  ) {}

  start(token: number, question: Question): void {
    const cancel = this.jobs.start(question, {
      onProgress: (share, soFar) => this.module.workProgress(token, share, soFar),
      onDone: (answer) => {
        this.cancels.delete(token);
        this.module.workDone(token, answer);
      },
      onFailed: (failure) => {
        this.cancels.delete(token);
        this.module.tell({ type: 'work-failed', token, error: failure });
      },
    });
    this.cancels.set(token, cancel);
  }

  cancel(token: number): void {
    this.cancels.get(token)?.();
    this.cancels.delete(token);
  }
}
