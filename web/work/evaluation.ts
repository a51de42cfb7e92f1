// SPDX-License-Identifier: MIT
// work/evaluation.ts: a model's answers to the whole test set, by either engine, and what they are
// worth.
import { engines } from '../generated/actions';
import type { EngineName, Report } from '../shell/atelier_api';
import { Failure, failureOf } from '../seam/errors';
import type { ModelFiles } from '../files/model_files';
import { ownModelId, type Model, type ModelCatalogue } from '../files/models';
import type { Atelier } from '../seam/module';
import type { Jobs } from './jobs';
import type { OrtModels } from './ort_models';
import { classCount } from '../seam/raw_module';

export interface EvaluationParts {
  module: Pick<Atelier, 'testImageCount' | 'testImages' | 'report' | 'piece' | 'pieceLogits'>;
  files: Pick<ModelFiles, 'get'>;
  classifier: Pick<OrtModels, 'runBatch' | 'imagesARun'>;
  jobs: Pick<Jobs, 'ask' | 'most'>;
}

export interface EvaluationOptions {
  engine: EngineName;
  model: Model;
  workers?: number | undefined; // of our own engine; one per core, up to four, unless told otherwise
}

// An image takes a fraction of a millisecond: long enough to be worth a message, short enough to
// share the rest evenly.
const pieceImages = 200;

export function defaultWorkers(): number {
  return Math.max(1, Math.min(4, navigator.hardwareConcurrency || 1));
}

export async function evaluate(
  parts: EvaluationParts,
  options: EvaluationOptions,
): Promise<Report> {
  const { model } = options;
  const engine = engineFor(model, options.engine);
  const logits = new Float32Array(parts.module.testImageCount() * classCount);
  const keep = (first: number, part: Float32Array) => logits.set(part, first * classCount);
  const started = performance.now();
  const workers = await run(parts, { ...options, engine }, keep, new AbortController().signal);
  const ms = performance.now() - started;
  const report = parts.module.report(logits, { engine, model: model.id, ms, workers });
  if (!report) throw new Failure('engine-failed', 'the logits are no numbers');
  return report;
}

// A visitor's model may be anything, and only ONNX Runtime can run that.
function engineFor({ id }: Model, engine: EngineName): EngineName {
  return id === ownModelId ? 'onnxruntime-web' : engine;
}

type OnLogits = (first: number, logits: Float32Array) => void;

// Resolves to the number of workers that have shared the work, once all images have their logits.
async function run(
  parts: EvaluationParts,
  { engine, model, workers }: EvaluationOptions,
  onLogits: OnLogits,
  signal: AbortSignal,
): Promise<number> {
  if (engine === 'atelier-nn') {
    const used = workers ?? defaultWorkers();
    await runInPieces(parts, model.id, used, onLogits, signal);
    return used;
  }
  const { module, files, classifier } = parts;
  const file = await files.get(model);
  const count = module.testImageCount();
  const batchImages = classifier.imagesARun(model.id);
  for (let first = 0; first < count; first += batchImages) {
    signal.throwIfAborted();
    const pixels = module.testImages(first, Math.min(batchImages, count - first));
    const { logits } = await classifier.runBatch({ id: model.id, file }, pixels);
    onLogits(first, logits);
  }
  return 1;
}

// By our own engine: each worker gets the next piece when it is done with one.
async function runInPieces(
  { module, jobs }: EvaluationParts,
  id: string,
  workers: number,
  onLogits: OnLogits,
  signal: AbortSignal,
): Promise<void> {
  const count = module.testImageCount();
  const controller = new AbortController(); // the first failure ends all of them
  signal.addEventListener('abort', () => controller.abort(signal.reason), { once: true });
  let next = 0;
  const work = async () => {
    while (next < count) {
      const first = next;
      const many = Math.min(pieceImages, count - first);
      next += many;
      const answer = await jobs.ask(module.piece(first, many, id), controller.signal);
      onLogits(first, module.pieceLogits(answer, many));
    }
  };
  jobs.most = Math.max(jobs.most, workers);
  try {
    signal.throwIfAborted();
    await Promise.all(Array.from({ length: workers }, work));
  } finally {
    controller.abort();
  }
}

type Sink = Pick<Atelier, 'tell' | 'evaluationLogits'>;

// The evaluations that the module asks for, for the page's report.
export class EvaluationJobs {
  private readonly running = new Map<number, AbortController>();

  constructor(
    private readonly parts: () => EvaluationParts & { module: Sink },
    private readonly catalogue: Pick<ModelCatalogue, 'find'>,
  ) {}

  async start(token: number, engine: number, id: string): Promise<void> {
    const parts = this.parts();
    const sink: Sink = parts.module;
    const controller = new AbortController();
    this.running.set(token, controller);
    try {
      const model = await this.catalogue.find(id);
      const options = { engine: engines[engine] ?? 'atelier-nn', model };
      const onLogits = (first: number, logits: Float32Array) => {
        if (!controller.signal.aborted) sink.evaluationLogits(token, first, logits);
      };
      const workers = await run(parts, options, onLogits, controller.signal);
      sink.tell({ type: 'evaluation-done', token, workers });
    } catch (thrown) {
      if (controller.signal.aborted) return;
      const error = failureOf(thrown, 'engine-failed');
      sink.tell({ type: 'evaluation-failed', token, error });
    } finally {
      this.running.delete(token);
    }
  }

  cancel(token: number): void {
    this.running.get(token)?.abort();
  }
}
