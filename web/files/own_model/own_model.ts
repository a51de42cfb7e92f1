// SPDX-License-Identifier: MIT
// files/own_model/own_model.ts: the model that a visitor brings, from its file to its answers. It runs in
// a worker of its own under a time limit, so that nothing it does can harm the page; and it never
// leaves the browser. The one before it goes on until the new one has proved to be good.
import { Classifier, type Answer, type ClassifierOptions } from '../../work/classifier';
import { Failure, failureOf } from '../../seam/errors';
import { say } from '../../shell/say';
import { pixelRanges } from '../../generated/actions';
import type { News } from '../../generated/news';
import type { ModelFiles } from '../model_files';
import { ownModelId, type ModelCatalogue } from '../models';
import type { Atelier } from '../../seam/module';
import { pixelCount } from '../../seam/raw_module';
import { formWords, type Form } from './form';
import { areProbabilities, logitsOf } from './output';
import { readingsFor } from './reading';
import { findReading } from './trial';

export const largestFileBytes = 200e6;

// The file is in the engine's memory twice while it is read, and its weights once more.
const memoryPages = 16_384; // 1 GiB
// The first test images, to find out how it reads pixels.
const trialImages = 200;
// An image that takes longer makes 10,000 of them a matter of hours.
const slowestMs = 1000;
// Of the messages to the worker: so long a run may take, roughly.
const runMs = 300;
const mostImagesARun = 50;

type Step = Extract<News, { type: 'own-model-progress' }>['step'];
type Tell = (step: Step, done: number, total: number) => void;

type Sink = Pick<Atelier, 'tell' | 'trialImages'>;

export interface OwnModelParts {
  module: Sink;
  // Settled once so many test images and their labels are there, or will not come.
  hasTestImages(count: number): Promise<void>;
  engine: Pick<ClassifierOptions, 'ortUrl' | 'wasmBytes' | 'makeWorker'>;
  catalogue: Pick<ModelCatalogue, 'own'>;
  files: Pick<ModelFiles, 'put' | 'forget'>;
}

interface OpenModel {
  worker: Classifier;
  title: string;
  form: Form;
  reading: number;
  gives: 'logits' | 'probabilities';
  imagesARun: number;
}

export class OwnModel {
  private current: OpenModel | null = null;
  private opening: Classifier | null = null;
  private attempt = 0;

  constructor(private readonly parts: OwnModelParts) {}

  // Reads, checks and tries the file, and tells the module how it went.
  async open(file: File): Promise<void> {
    this.cancel();
    const attempt = ++this.attempt;
    const isCurrent = () => attempt === this.attempt;
    const module = this.parts.module;
    module.tell({ type: 'own-model-opening', title: file.name });
    const tell: Tell = (step, done, total) => {
      if (isCurrent()) module.tell({ type: 'own-model-progress', step, done, total });
    };
    const worker = this.makeWorker(tell);
    this.opening = worker;
    try {
      const bytes = await readFile(file, (done) => tell('file', done, file.size));
      if (!isCurrent()) return;
      tell('engine', 0, 0);
      const form = await worker.load({ id: ownModelId, file: bytes, foreign: true });
      if (!isCurrent() || !form) return;
      const found = await this.try(worker, form, tell);
      const sha256 = await sha256Of(bytes);
      if (!isCurrent()) return;
      this.adopt({ worker, title: file.name, form, ...found }, bytes, sha256);
    } catch (thrown) {
      worker.stop('refused');
      if (!isCurrent()) return;
      this.opening = null;
      module.tell({
        type: 'own-model-refused',
        error: failureOf(thrown, 'onnx-unsupported'),
      });
    }
  }

  // Stops what is being opened.
  cancel(): void {
    ++this.attempt;
    const worker = this.opening;
    this.opening = null;
    worker?.stop('cancelled');
  }

  read(reading: number): void {
    if (this.current) this.current.reading = reading;
  }

  // What was open is open no more.
  forget(): void {
    const worker = this.leave();
    worker?.stop('forgotten');
  }

  // Logits of any number of images, 784 pixels each.
  async run(pixels: Uint8Array): Promise<Answer> {
    const { current } = this;
    if (!current) throw new Failure('model-unusable', 'no model of your own is open');
    const { logits, ms } = await current.worker.run(pixels, current.reading);
    return { logits: current.gives === 'logits' ? logits : logitsOf(logits), ms };
  }

  // Images that run() should be given at once, so that its worker is heard often enough.
  get imagesARun(): number {
    return this.current?.imagesARun ?? 1;
  }

  private makeWorker(tell: Tell): Classifier {
    const worker: Classifier = new Classifier({
      ...this.parts.engine,
      memoryPages,
      silence: 'model-too-slow',
      onProgress: (done, total) => tell('engine', done, total),
      onGiveUp: (failure) => this.noteEnd(worker, failure),
    });
    return worker;
  }

  private async try(worker: Classifier, form: Form, tell: Tell) {
    tell('trial', 0, 0);
    await this.parts.hasTestImages(trialImages);
    const module = this.parts.module;
    const { pixels, labels } = module.trialImages(trialImages);
    const readings = readingsFor(form.type);
    const run = async (part: Uint8Array, reading: number) =>
      (await worker.run(part, reading)).logits;

    // The first run prepares, the second one tells how long an image takes.
    const first = pixels.slice(0, pixelCount);
    await run(first, readings[0]!);
    const { ms } = await worker.run(first, readings[0]!);
    const slow = ms / (form.batch ?? 1);
    if (slow > slowestMs) {
      throw new Failure('model-too-slow', `${Math.round(slow)} ms an image`);
    }
    const imagesARun = Math.max(1, Math.min(mostImagesARun, Math.floor(runMs / slow)));
    const { reading, scores, output } = await findReading({
      run,
      readings,
      pixels,
      labels,
      batch: imagesARun,
      onProgress: (done, total) => tell('trial', done, total),
    });
    if (!output.every(Number.isFinite)) {
      throw new Failure('model-output', 'what it gives are no numbers');
    }
    const gives = areProbabilities(output) ? ('probabilities' as const) : ('logits' as const);
    return { reading, scores, gives, imagesARun };
  }

  private adopt(
    { scores, ...model }: OpenModel & { scores: { right: number; tried: number }[] },
    file: Uint8Array<ArrayBuffer>,
    sha256: string,
  ): void {
    const former = this.current;
    this.current = model;
    this.opening = null;
    former?.worker.stop('replaced');
    const { catalogue, files } = this.parts;
    files.put(ownModelId, file);
    catalogue.own = {
      id: ownModelId,
      title: model.title,
      sha256,
      parameters: 0,
      macs: 0,
      bytes: file.length,
      test_accuracy: 0,
      temperature: 1,
      unsure_probability: 0,
      unsure_margin: 0,
      unfamiliar_energy: Infinity,
      reads_drawings: false,
      neighbours_bytes: 0,
      url: '',
    };
    this.parts.module.tell({
      type: 'own-model-ready',
      title: model.title,
      form: say('web.model-form', { takes: formWords(model.form), gives: model.gives }),
      sha256,
      bytes: file.length,
      range: pixelRanges[model.reading >> 1]!,
      inverted: model.reading % 2 === 1,
      scores,
    });
  }

  // A worker has ended, by itself or by us. Only the one that answers is missed.
  private noteEnd(worker: Classifier, failure: Failure): void {
    if (this.current?.worker !== worker) return;
    this.leave();
    this.parts.module.tell({ type: 'own-model-lost', error: failure });
  }

  private leave(): Classifier | undefined {
    const worker = this.current?.worker;
    this.current = null;
    this.parts.catalogue.own = null;
    this.parts.files.forget(ownModelId);
    return worker;
  }
}

async function readFile(file: File, onProgress: (bytes: number) => void) {
  if (file.size > largestFileBytes) {
    throw new Failure('too-large', `${file.size} bytes, allowed up to ${largestFileBytes}`);
  }
  const bytes = new Uint8Array(file.size);
  let at = 0;
  const reader = file.stream().getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    bytes.set(part.value, at);
    at += part.value.length;
    onProgress(at);
  }
  return bytes;
}

// 64 digits; nothing where the page was not loaded safely, for there browsers compute none.
async function sha256Of(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  if (!globalThis.crypto?.subtle) return '';
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
