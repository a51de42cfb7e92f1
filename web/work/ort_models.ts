// SPDX-License-Identifier: MIT
// work/ort_models.ts: who runs a model in ONNX Runtime Web: the page's own worker, or that of the model
// which the visitor has brought.
import type { Answer, Classifier, LoadedModel } from './classifier';
import { ownModelId } from '../files/models';
import type { OwnModel } from '../files/own_model/own_model';

export class OrtModels {
  private current: string | null = null;
  private lastLoad = 0;

  constructor(
    private readonly page: Pick<Classifier, 'prepare' | 'load' | 'run' | 'runBatch'>,
    private readonly own: Pick<OwnModel, 'run' | 'imagesARun'>,
  ) {}

  // From then on, run() uses it, unless another one has been asked for meanwhile. A visitor's model
  // has been loaded already.
  async load(model: LoadedModel): Promise<void> {
    const load = ++this.lastLoad;
    if (model.id !== ownModelId) await this.page.load(model);
    if (load === this.lastLoad) this.current = model.id;
  }

  // For a later load().
  prepare(model: LoadedModel): Promise<void> {
    return this.page.prepare(model);
  }

  run(pixels: Uint8Array): Promise<Answer> {
    return this.current === ownModelId ? this.own.run(pixels) : this.page.run(pixels);
  }

  runBatch(model: LoadedModel, pixels: Uint8Array): Promise<Answer> {
    return model.id === ownModelId ? this.own.run(pixels) : this.page.runBatch(model, pixels);
  }

  // Of a batch: the page's own questions are answered in between.
  imagesARun(id: string): number {
    return id === ownModelId ? this.own.imagesARun : 50;
  }
}
