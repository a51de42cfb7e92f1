// SPDX-License-Identifier: MIT
// files/own_model/session.ts: a visitor's model in ONNX Runtime. Runs in the worker.
import type * as Ort from 'onnxruntime-web';

import { classCount, pixelCount } from '../../seam/raw_module';
import { formOf, type Form, type InputMetadata } from './form';
import { findOutput, numbersOf, type Output } from './output';
import { tensorData } from './reading';
import { refusalOf } from './refusal';

export class OwnSession {
  // Found by the first run.
  private output: string | null = null;

  private constructor(
    private readonly ort: typeof Ort,
    private readonly session: Ort.InferenceSession,
    readonly form: Form,
  ) {}

  // Rejects with a Failure that says what is wrong with the model.
  static async create(ort: typeof Ort, session: Ort.InferenceSession): Promise<OwnSession> {
    try {
      const inputs = session.inputMetadata.map((input): InputMetadata => {
        return input.isTensor ? input : { name: input.name, type: 'no tensor', shape: [] };
      });
      return new OwnSession(ort, session, formOf(inputs));
    } catch (thrown) {
      await session.release();
      throw thrown;
    }
  }

  release(): Promise<void> {
    return this.session.release();
  }

  // Any number of images, 784 pixels each; what comes out for them, ten values each, and how long the
  // engine took.
  async run(pixels: Uint8Array, reading: number) {
    const count = pixels.length / pixelCount;
    const values = new Float32Array(count * classCount);
    let ms = 0;
    for (let first = 0; first < count;) {
      const batch = this.form.batch ?? count - first;
      const part = pixels.subarray(first * pixelCount, (first + batch) * pixelCount);
      const run = await this.runBatch(part, batch, reading).catch((thrown: unknown) => {
        // Some models take any number of images in their input alone, and one further inside.
        if (this.form.batch !== null || batch === 1) throw refusalOf(thrown);
        this.form.batch = 1;
        return null;
      });
      if (!run) continue;
      const wanted = Math.min(batch, count - first) * classCount;
      values.set(run.values.subarray(0, wanted), first * classCount);
      ms += run.ms;
      first += batch;
    }
    return { logits: values, ms };
  }

  // A batch that is not full is filled up with blanks.
  private async runBatch(pixels: Uint8Array, batch: number, reading: number) {
    const { input, type, dims } = this.form;
    const full = new Uint8Array(batch * pixelCount);
    full.set(pixels);
    // Bits of half floats are half floats to the engine; its types do not say so.
    const data = tensorData(this.form, reading, full) as Float32Array;
    const tensor = new this.ort.Tensor(type as 'float32', data, [batch, ...dims]);
    const started = performance.now();
    const outputs = await this.session.run(
      { [input]: tensor },
      this.output === null ? this.session.outputNames : [this.output],
    );
    const ms = performance.now() - started;
    const name = findOutput(outputs as unknown as Record<string, Output>, batch);
    this.output ??= name;
    return { values: numbersOf(outputs[name] as unknown as Output), ms };
  }
}
