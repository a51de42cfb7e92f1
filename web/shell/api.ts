// SPDX-License-Identifier: MIT
// shell/api.ts: window.atelier, the door for scripts, tests and the text view.
import { engines } from '../generated/actions';
import type {
  Action,
  AtelierApi,
  AtelierError,
  Classification,
  EngineName,
  Report,
  Snapshot,
} from './atelier_api';
import { Failure, failureOf } from '../seam/errors';
import { evaluate, type EvaluationParts } from '../work/evaluation';
import type { ModelCatalogue } from '../files/models';
import type { Atelier } from '../seam/module';
import type { OrtModels } from '../work/ort_models';
import { pixelCount } from '../seam/raw_module';

export interface ApiParts extends EvaluationParts {
  module: Atelier;
  classifier: Pick<OrtModels, 'run' | 'runBatch' | 'imagesARun'>;
  catalogue: Pick<ModelCatalogue, 'find'>;
}

type EvaluateOptions = Parameters<AtelierApi['evaluate']>[0];

export class Api implements AtelierApi {
  readonly version = __VERSION__;
  readonly ready: Promise<void>;

  private settle: { resolve(): void; reject(error: AtelierError): void } | null = null;

  constructor(
    private readonly parts: ApiParts,
    private readonly onAction: () => void,
  ) {
    this.ready = new Promise((resolve, reject) => {
      this.settle = { resolve, reject };
    });
    // A page where nobody waits for it has its own way to show what went wrong.
    this.ready.catch(() => {});
  }

  snapshot(): Snapshot {
    return this.parts.module.snapshot();
  }

  dispatch(action: Action): void {
    this.parts.module.dispatch(action);
    this.onAction();
  }

  async classify(pixels: Uint8Array): Promise<Classification> {
    const checked = checkPixels(pixels);
    const { engine } = this.snapshot().model;
    try {
      const { logits, ms } = await this.run(engine, checked);
      const probabilities = this.parts.module.probabilities(logits);
      if (!probabilities) throw new Error('the logits are no numbers');
      return { logits: Array.from(logits), probabilities, engine, ms };
    } catch (thrown) {
      throw refusal(thrown);
    }
  }

  async evaluate(options: EvaluateOptions = {}): Promise<Report> {
    const { engine = 'atelier-nn', workers } = options;
    if (!engines.includes(engine)) {
      throw new TypeError(`evaluate(): 'engine' is one of ${engines.join(', ')}`);
    }
    const isCount = workers === undefined || (Number.isInteger(workers) && workers >= 1);
    if (!isCount || Number(workers) > mostWorkers) {
      throw new TypeError(`evaluate(): 'workers' is a whole number from 1 to ${mostWorkers}`);
    }
    await this.ready;
    try {
      const id = options.model ?? this.snapshot().model.id;
      if (!this.snapshot().dataset.labelled) {
        throw new Failure('no-labels', 'the images that are shown have no labels');
      }
      const model = await this.parts.catalogue.find(id);
      return await evaluate(this.parts, { engine, model, workers });
    } catch (thrown) {
      throw refusal(thrown);
    }
  }

  private async run(engine: EngineName, pixels: Uint8Array) {
    if (engine === 'onnxruntime-web') return this.parts.classifier.run(pixels);
    const started = performance.now();
    const logits = this.parts.module.nnClassify(pixels);
    const ms = performance.now() - started;
    if (!logits) throw new Failure('engine-failed', 'no model has been loaded');
    return { logits, ms };
  }

  // Settles `ready`. Call when State has changed.
  noteState({ phase, error }: Pick<Snapshot, 'phase' | 'error'>): void {
    if (phase === 'ready') this.settle?.resolve();
    else if (phase === 'failed' && error) {
      this.settle?.reject({ code: error.code, message: error.message });
    } else return;
    this.settle = null;
  }
}

// More than this many share too little work.
const mostWorkers = 16;

function refusal(thrown: unknown): AtelierError {
  const { code, detail } = failureOf(thrown, 'engine-failed');
  return { code, message: detail };
}

function checkPixels(pixels: unknown): Uint8Array<ArrayBuffer> {
  const isByte = (value: unknown) =>
    Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 255;
  const list =
    pixels instanceof Uint8Array || pixels instanceof Uint8ClampedArray || Array.isArray(pixels)
      ? (pixels as ArrayLike<number>)
      : null;
  if (list?.length === pixelCount && Array.from(list).every(isByte)) return Uint8Array.from(list);
  throw new TypeError(`classify() takes a Uint8Array of ${pixelCount} values from 0 to 255`);
}
