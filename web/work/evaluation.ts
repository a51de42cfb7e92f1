// SPDX-License-Identifier: MIT
// work/evaluation.ts: a model's answers to the whole test set, by either engine, and what they are worth.
import { engineNames } from '../seam/abi_values';
import type { EngineName, Report } from '../shell/atelier_api';
import { Failure, failureOf } from '../seam/errors';
import type { ModelFiles } from '../files/model_files';
import { ownModelId, type Model, type ModelCatalogue } from '../files/models';
import type { Atelier } from '../seam/module';
import { defaultWorkers, runInWorkers, type PoolOptions } from './nn_pool';
import type { OrtModels } from './ort_models';
import { classCount } from '../seam/raw_module';

export interface EvaluationParts {
  module: Pick<Atelier, 'testImageCount' | 'testImages' | 'report'>;
  files: Pick<ModelFiles, 'get'>;
  classifier: Pick<OrtModels, 'runBatch' | 'imagesARun'>;
  pool: PoolOptions;
}

export interface EvaluationOptions {
  engine: EngineName;
  model: Model;
  workers?: number | undefined; // of our own engine; one per core, up to four, unless told otherwise
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

// Resolves to the number of workers that have shared the work, once all images have their logits.
async function run(
  { module, files, classifier, pool }: EvaluationParts,
  { engine, model, workers }: EvaluationOptions,
  onLogits: (first: number, logits: Float32Array) => void,
  signal: AbortSignal,
): Promise<number> {
  const file = await files.get(model);
  const count = module.testImageCount();
  const images = (first: number, many: number) => module.testImages(first, many);
  if (engine === 'atelier-nn') {
    const used = workers ?? defaultWorkers();
    await runInWorkers(pool, { file, count, workers: used, images, onLogits, signal });
    return used;
  }
  const batchImages = classifier.imagesARun(model.id);
  for (let first = 0; first < count; first += batchImages) {
    signal.throwIfAborted();
    const pixels = images(first, Math.min(batchImages, count - first));
    const { logits } = await classifier.runBatch({ id: model.id, file }, pixels);
    onLogits(first, logits);
  }
  return 1;
}

type Sink = Pick<Atelier, 'evaluationLogits' | 'evaluationDone' | 'evaluationFailed'>;

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
      const options = { engine: engineNames[engine] ?? 'atelier-nn', model };
      const onLogits = (first: number, logits: Float32Array) => {
        if (!controller.signal.aborted) sink.evaluationLogits(token, first, logits);
      };
      const workers = await run(parts, options, onLogits, controller.signal);
      sink.evaluationDone(token, workers);
    } catch (thrown) {
      if (controller.signal.aborted) return;
      sink.evaluationFailed(token, failureOf(thrown, 'engine-failed'));
    } finally {
      this.running.delete(token);
    }
  }

  cancel(token: number): void {
    this.running.get(token)?.abort();
  }
}
