// SPDX-License-Identifier: MIT
// evaluation.ts: a model's answers to the whole test set, by either engine, and what they are worth.
import type { EngineName, Report } from './atelier_api';
import type { Classifier } from './classifier';
import { ErrorKind, Failure } from './errors';
import type { ModelFiles } from './model_files';
import type { Model } from './models';
import type { Atelier } from './module';
import { defaultWorkers, runInWorkers, type PoolOptions, type Work } from './nn_pool';
import { classCount } from './raw_module';

export interface EvaluationParts {
  module: Pick<Atelier, 'testImages' | 'report'>;
  files: Pick<ModelFiles, 'get'>;
  classifier: Pick<Classifier, 'runBatch'>;
  pool: PoolOptions;
}

export interface EvaluationOptions {
  engine: EngineName;
  model: Model;
  count: number; // of the images
  workers: number | undefined; // of our own engine; one per core, up to four, unless told otherwise
}

// Of a batch for ONNX Runtime Web: the page's own questions are answered in between.
const batchImages = 50;

export async function evaluate(
  parts: EvaluationParts,
  { engine, model, count, workers }: EvaluationOptions,
): Promise<Report> {
  const { module, files, classifier, pool } = parts;
  const file = await files.get(model);
  const images = (first: number, many: number) => module.testImages(first, many);
  const started = performance.now();
  let logits: Float32Array;
  let used = 1;
  if (engine === 'atelier-nn') {
    used = workers ?? defaultWorkers();
    logits = await runInWorkers(pool, { file, count, workers: used, images });
  } else {
    const run = (pixels: Uint8Array) => classifier.runBatch({ id: model.id, file }, pixels);
    logits = await runInBatches(run, count, images);
  }
  const ms = performance.now() - started;
  const scores = module.report(logits, model.temperature);
  if (!scores) throw new Failure(ErrorKind.engineFailed, 'the logits are no numbers');
  return { engine, model: model.id, ms, workers: used, ...scores };
}

async function runInBatches(
  run: (pixels: Uint8Array) => Promise<{ logits: Float32Array }>,
  count: number,
  images: Work['images'],
): Promise<Float32Array> {
  const logits = new Float32Array(count * classCount);
  for (let first = 0; first < count; first += batchImages) {
    const answer = await run(images(first, Math.min(batchImages, count - first)));
    logits.set(answer.logits, first * classCount);
  }
  return logits;
}
