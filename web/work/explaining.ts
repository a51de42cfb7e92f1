// SPDX-License-Identifier: MIT
// work/explaining.ts: what explanations ask of our own engine in bulk, done in one worker: it stays while
// the same model is explained. Under the brush questions come faster than answers, so of each kind
// only the newest one waits.
import { Failure, failureOf } from '../seam/errors';
import type { ModelFiles } from '../files/model_files';
import type { ModelCatalogue } from '../files/models';
import type { Atelier } from '../seam/module';
import type { FromNnWorker, ToNnWorker } from './nn_messages';
import type { PoolOptions } from './nn_pool';

export interface ExplainingParts {
  module: Pick<Atelier, 'occluded' | 'occludeFailed' | 'changesFound' | 'batchClassified'>;
  files: Pick<ModelFiles, 'get'>;
  pool: PoolOptions;
}

type Question = Extract<ToNnWorker, { type: 'occlude' | 'change' | 'run' }>;

interface Job {
  token: number;
  id: string; // of the model
  question: Question;
}

export class ExplainingJobs {
  private worker: { modelId: string; worker: Worker } | null = null;
  private running: Job | null = null;
  private readonly waiting = new Map<Question['type'], Job>();

  constructor(
    private readonly parts: () => ExplainingParts,
    private readonly catalogue: Pick<ModelCatalogue, 'find'>,
  ) {}

  ask(token: number, id: string, question: Question): void {
    this.waiting.set(question.type, { token, id, question });
    if (!this.running) void this.next();
  }

  // What runs already goes on to its end, which is near; nobody is told of it.
  cancel(token: number): void {
    for (const [type, job] of this.waiting) {
      if (job.token === token) this.waiting.delete(type);
    }
  }

  private async next(): Promise<void> {
    const [job] = this.waiting.values();
    this.running = job ?? null;
    if (!job) return;
    this.waiting.delete(job.question.type);
    try {
      const worker = await this.workerFor(job.id);
      worker.postMessage(job.question);
    } catch (thrown) {
      this.fail(failureOf(thrown, 'engine-failed'));
    }
  }

  private async workerFor(modelId: string): Promise<Worker> {
    if (this.worker?.modelId === modelId) return this.worker.worker;
    const { files, pool } = this.parts();
    const file = await files.get(await this.catalogue.find(modelId));
    this.worker?.worker.terminate();
    const worker = pool.makeWorker();
    this.worker = { modelId, worker };
    const fail = (detail: string) => this.fail(new Failure('engine-failed', detail));
    worker.onmessage = ({ data }: MessageEvent<FromNnWorker>) => {
      if (data.type === 'failed') fail(data.detail);
      else this.answer(data);
    };
    worker.onerror = (event) => {
      event.preventDefault(); // told to the module
      fail(event.message || 'the worker failed');
    };
    const start: ToNnWorker = { type: 'start', module: pool.module, file };
    worker.postMessage(start);
    return worker;
  }

  private answer(data: FromNnWorker): void {
    const { module } = this.parts();
    const { token } = this.running!;
    if (data.type === 'occluded') module.occluded(token, data.values);
    else if (data.type === 'changed') module.changesFound(token, data.images, data.logits);
    else if (data.type === 'logits') module.batchClassified(token, data.logits);
    void this.next();
  }

  // The worker has said its last word.
  private fail(failure: Failure): void {
    const { module } = this.parts();
    this.worker?.worker.terminate();
    this.worker = null;
    if (!this.running) return; // nobody waits
    const { token, question } = this.running;
    if (question.type === 'occlude') module.occludeFailed(token, failure);
    else if (question.type === 'change')
      module.changesFound(token, new Uint8Array(), new Float32Array());
    else module.batchClassified(token, new Float32Array());
    void this.next();
  }
}
