// SPDX-License-Identifier: MIT
// seam/module.ts: the WebAssembly module as the rest of the page sees it: what raw_module.ts has, with
// types, strings and bytes. Names are those of the ABI headers without their prefix.
import {
  engineNames,
  modelRecord,
  type DatasetFile,
  type EngineKind,
  type ImagePairs,
  type ListedModel,
  type PinchReport,
  type PointerReport,
  type ReadyOwnModel,
} from './abi_values';
import { errorCodes, type Report, type Snapshot, type Status } from '../generated/snapshot';
import type { ReportSource } from '../shell/atelier_api';
import type { Node } from '../text/outline';
import type { ErrorCode, Failure } from './errors';
import { Heap } from './heap';
import { packed } from './packed_action';
import type { GrayPicture } from '../files/pictures';
import { classCount, pixelCount, rawHost, type Host, type RawModule } from './raw_module';

export class Atelier {
  readonly heap: Heap;

  constructor(private readonly raw: RawModule) {
    this.heap = new Heap(raw);
  }

  // `host` answers what the module asks from here on; before, it asks nothing.
  start(host: Host): void {
    this.raw.host = rawHost(host, this.heap);
    this.raw._atelier_start();
  }

  // Throws a TypeError for what is no proper action and a RangeError for what cannot be done now.
  dispatch(action: unknown): void {
    const { json, attachment } = packed(action);
    const refused = this.heap.withString(json, (j, jBytes) =>
      this.heap.withBytes(attachment, (a, aBytes) =>
        this.raw._atelier_dispatch(j, jBytes, a, aBytes),
      ),
    );
    if (refused === 0) return;
    const text = this.raw._atelier_refusal();
    const sentence = this.heap.readString(text, this.raw._atelier_refusal_bytes());
    throw refused === 1 ? new TypeError(sentence) : new RangeError(sentence);
  }

  // ---- What arrives.

  datasetStarted(file: DatasetFile, bytesTotal: number): void {
    this.raw._atelier_dataset_started(file, bytesTotal);
  }

  datasetChunk(file: DatasetFile, chunk: Uint8Array): void {
    this.heap.withBytes(chunk, (p, n) => this.raw._atelier_dataset_chunk(file, p, n));
  }

  datasetEnded(file: DatasetFile): void {
    this.raw._atelier_dataset_ended(file);
  }

  datasetFailed(file: DatasetFile, { code, detail }: Failure): void {
    this.heap.withString(detail, (p, n) =>
      this.raw._atelier_dataset_failed(file, numberOf(code), p, n),
    );
  }

  modelListed(model: ListedModel): void {
    this.heap.withString(model.id, (...id) =>
      this.heap.withString(model.title, (...title) =>
        this.heap.withString(model.sha256, (...sha256) => {
          const record = modelRecord(model, { id, title, sha256 });
          this.heap.withBytes(record, (p) => this.raw._atelier_model_listed(p));
        }),
      ),
    );
  }

  modelsDone(defaultId: string): void {
    this.heap.withString(defaultId, (p, n) => this.raw._atelier_models_done(p, n));
  }

  modelsFailed({ code, detail }: Failure): void {
    this.heap.withString(detail, (p, n) => this.raw._atelier_models_failed(numberOf(code), p, n));
  }

  engineProgress(engine: EngineKind, bytesReceived: number, bytesTotal: number): void {
    this.raw._atelier_engine_progress(engine, bytesReceived, bytesTotal);
  }

  // False if our own engine cannot use it.
  modelFile(token: number, file: Uint8Array): boolean {
    return this.heap.withBytes(file, (p, n) => this.raw._atelier_model_file(token, p, n) === 1);
  }

  modelDone(token: number): void {
    this.raw._atelier_model_done(token);
  }

  modelFailed(token: number, { code, detail }: Failure): void {
    this.heap.withString(detail, (p, n) =>
      this.raw._atelier_model_failed(token, numberOf(code), p, n),
    );
  }

  trainingPart(token: number, file: Uint8Array): void {
    this.heap.withBytes(file, (p, n) => this.raw._atelier_training_part(token, p, n));
  }

  trainingPartFailed(token: number, { code, detail }: Failure): void {
    this.heap.withString(detail, (p, n) =>
      this.raw._atelier_training_part_failed(token, numberOf(code), p, n),
    );
  }

  trainingProgress(bytesReceived: number, bytesTotal: number): void {
    this.raw._atelier_training_progress(bytesReceived, bytesTotal);
  }

  classifyDone(token: number, logits: ArrayLike<number>, elapsedMs: number): void {
    this.heap.withFloats(logits, (p) => this.raw._atelier_classify_done(token, p, elapsedMs));
  }

  classifyFailed(token: number, { code, detail }: Failure): void {
    this.heap.withString(detail, (p, n) =>
      this.raw._atelier_classify_failed(token, numberOf(code), p, n),
    );
  }

  // The drop of each class's logit for each pixel, [10, 784].
  occluded(token: number, values: Float32Array): void {
    this.heap.withFloats(values, (p) => this.raw._atelier_occluded(token, p));
  }

  occludeFailed(token: number, { code, detail }: Failure): void {
    this.heap.withString(detail, (p, n) =>
      this.raw._atelier_occlude_failed(token, numberOf(code), p, n),
    );
  }

  // 784 pixels and ten logits a strength; none if they are not known.
  changesFound(token: number, images: Uint8Array, logits: Float32Array): void {
    this.heap.withBytes(images, (p) =>
      this.heap.withFloats(logits, (l) =>
        this.raw._atelier_changes_found(token, p, l, logits.length / classCount),
      ),
    );
  }

  // Ten logits an image; none if they are not known.
  batchClassified(token: number, logits: Float32Array): void {
    this.heap.withFloats(logits, (p) =>
      this.raw._atelier_batch_classified(token, p, logits.length / classCount),
    );
  }

  evaluationLogits(token: number, first: number, logits: Float32Array): void {
    this.heap.withFloats(logits, (p) =>
      this.raw._atelier_evaluation_logits(token, first, p, logits.length / classCount),
    );
  }

  evaluationDone(token: number, workers: number): void {
    this.raw._atelier_evaluation_done(token, workers);
  }

  evaluationFailed(token: number, { code, detail }: Failure): void {
    this.heap.withString(detail, (p, n) =>
      this.raw._atelier_evaluation_failed(token, numberOf(code), p, n),
    );
  }

  // ---- The visitor's own model.

  ownModelOpening(title: string): void {
    this.heap.withString(title, (p, n) => this.raw._atelier_own_model_opening(p, n));
  }

  ownModelProgress(step: number, done: number, total: number): void {
    this.raw._atelier_own_model_progress(step, done, total);
  }

  ownModelReady({ title, form, sha256, bytes, reading, scores }: ReadyOwnModel): void {
    const { heap, raw } = this;
    heap.withString(title, (t, tBytes) =>
      heap.withString(form, (f, fBytes) =>
        heap.withString(sha256, (h, hBytes) =>
          heap.withBytes(new Uint8Array(scores.buffer), (s) =>
            raw._atelier_own_model_ready(t, tBytes, f, fBytes, h, hBytes, bytes, reading, s),
          ),
        ),
      ),
    );
  }

  ownModelRefused({ code, detail }: Failure): void {
    this.heap.withString(detail, (p, n) =>
      this.raw._atelier_own_model_refused(numberOf(code), p, n),
    );
  }

  ownModelLost({ code, detail }: Failure): void {
    this.heap.withString(detail, (p, n) => this.raw._atelier_own_model_lost(numberOf(code), p, n));
  }

  pairsProgress(token: number, share: number): void {
    this.raw._atelier_pairs_progress(token, share);
  }

  // Two image numbers a pair, and its distance.
  pairsFound(token: number, { images, distances }: ImagePairs): void {
    this.heap.withBytes(bytesOf(images), (p) =>
      this.heap.withFloats(distances, (d) =>
        this.raw._atelier_pairs_found(token, p, d, distances.length),
      ),
    );
  }

  pairsFailed(token: number, { code, detail }: Failure): void {
    this.heap.withString(detail, (p, n) =>
      this.raw._atelier_pairs_failed(token, numberOf(code), p, n),
    );
  }

  setting(key: string, value: string): void {
    this.heap.withString(key, (k, keyBytes) =>
      this.heap.withString(value, (v, valueBytes) =>
        this.raw._atelier_setting(k, keyBytes, v, valueBytes),
      ),
    );
  }

  // ---- The visitor's images and labels.

  ownDataBegin(): void {
    this.raw._atelier_own_data_begin();
  }

  ownDataFile(name: string, file: Uint8Array): void {
    this.heap.withString(name, (n, nBytes) =>
      this.heap.withBytes(file, (p, bytes) => this.raw._atelier_own_data_file(n, nBytes, p, bytes)),
    );
  }

  ownDataPicture(name: string, { width, height, pixels }: GrayPicture): void {
    this.heap.withString(name, (n, nBytes) =>
      this.heap.withBytes(pixels, (p) =>
        this.raw._atelier_own_data_picture(n, nBytes, width, height, p),
      ),
    );
  }

  ownDataUnreadable(name: string, detail: string): void {
    this.heap.withString(name, (n, nBytes) =>
      this.heap.withString(detail, (p, bytes) =>
        this.raw._atelier_own_data_unreadable(n, nBytes, p, bytes),
      ),
    );
  }

  ownDataEnd(): void {
    this.raw._atelier_own_data_end();
  }

  // ---- The visitor's photo.

  photoOpening(): void {
    this.raw._atelier_photo_opening();
  }

  photoRefused(name: string, { code, detail }: Failure): void {
    this.heap.withString(name, (n, nBytes) =>
      this.heap.withString(detail, (p, bytes) =>
        this.raw._atelier_photo_refused(numberOf(code), n, nBytes, p, bytes),
      ),
    );
  }

  // ---- What the page reads.

  stateVersion(): number {
    return this.raw._atelier_state_version();
  }

  snapshot(): Snapshot {
    return this.readJson(this.raw._atelier_snapshot()) as Snapshot;
  }

  status(): Status {
    return this.readJson(this.raw._atelier_status()) as Status;
  }

  // The shown view in words and controls.
  outline(): Node[] {
    return this.readJson(this.raw._atelier_outline()) as Node[];
  }

  // Null if no model is known or a logit is not finite.
  probabilities(logits: ArrayLike<number>): number[] | null {
    return this.heap.withFloats(logits, (given) =>
      this.heap.withBytes(new Uint8Array(4 * classCount), (result) => {
        if (this.raw._atelier_probabilities(given, result) === 0) return null;
        return Array.from(this.heap.readFloats(result, classCount));
      }),
    );
  }

  // Test images that have arrived.
  testImageCount(): number {
    return this.status().images;
  }

  // As many of the wanted images as have arrived, 784 pixels each.
  testImages(first: number, count: number): Uint8Array<ArrayBuffer> {
    return this.heap.withBytes(new Uint8Array(pixelCount * count), (p) => {
      const arrived = this.raw._atelier_test_images(first, count, p);
      return this.heap.readBytes(p, pixelCount * arrived);
    });
  }

  // Up to so many images with their labels to try a model on.
  trialImages(count: number) {
    const { heap, raw } = this;
    return heap.withBytes(new Uint8Array(pixelCount * count), (pixels) =>
      heap.withBytes(new Uint8Array(count), (labels) => {
        const many = raw._atelier_trial_images(count, pixels, labels);
        return {
          pixels: heap.readBytes(pixels, pixelCount * many),
          labels: heap.readBytes(labels, many),
        };
      }),
    );
  }

  // Null if there is no such model, a logit is not finite or an image has no label.
  report(logits: Float32Array, { engine, model, ms, workers }: ReportSource): Report | null {
    const count = logits.length / classCount;
    return this.heap.withFloats(logits, (p) =>
      this.heap.withString(model, (id, idBytes) => {
        const number = engineNames.indexOf(engine);
        const text = this.raw._atelier_report(p, count, number, id, idBytes, ms, workers);
        if (text === 0) return null;
        return this.readJson(text) as Report;
      }),
    );
  }

  // Ten logits by our own engine, or null while it has no network.
  nnClassify(pixels: Uint8Array): Float32Array | null {
    return this.heap.withBytes(pixels, (given) =>
      this.heap.withBytes(new Uint8Array(4 * classCount), (result) => {
        if (this.raw._atelier_nn_classify(given, result) === 0) return null;
        return this.heap.readFloats(result, classCount);
      }),
    );
  }

  private readJson(text: number): unknown {
    return JSON.parse(this.heap.readString(text, this.raw._atelier_text_bytes()));
  }

  // ---- Window, frames and input.

  createWindow(): boolean {
    return this.raw._atelier_create_window() === 1;
  }

  addFont(weight: number, file: Uint8Array): void {
    this.heap.withBytes(file, (p, n) => this.raw._atelier_add_font(weight, p, n));
  }

  update(nowMs: number, visible: boolean): boolean {
    return this.raw._atelier_update(nowMs, Number(visible)) === 1;
  }

  gpuIsBehind(): boolean {
    return this.raw._atelier_gpu_is_behind() === 1;
  }

  resize(width: number, height: number, pixelRatio: number): void {
    this.raw._atelier_resize(width, height, pixelRatio);
  }

  surroundings(
    dark: boolean,
    coarse: boolean,
    still: boolean,
    insetTop: number,
    insetBottom: number,
  ): void {
    this.raw._atelier_surroundings(
      Number(dark),
      Number(coarse),
      Number(still),
      insetTop,
      insetBottom,
    );
  }

  contextLost(): void {
    this.raw._atelier_context_lost();
  }

  contextRestored(): void {
    this.raw._atelier_context_restored();
  }

  pointer({ phase, kind, id, x, y, pressure, button, modifiers }: PointerReport): void {
    this.raw._atelier_pointer(phase, kind, id, x, y, pressure, button, modifiers);
  }

  pinch({ phase, from, to, scale, turn }: PinchReport): void {
    this.raw._atelier_pinch(phase, from.x, from.y, to.x, to.y, scale, turn);
  }

  wantsPinch(x: number, y: number): boolean {
    return this.raw._atelier_wants_pinch(x, y) === 1;
  }

  wheel(dx: number, dy: number): void {
    this.raw._atelier_wheel(dx, dy);
  }

  key(code: string, down: boolean, modifiers: number): boolean {
    return this.heap.withString(
      code,
      (p, n) => this.raw._atelier_key(p, n, Number(down), modifiers) === 1,
    );
  }

  text(text: string): void {
    this.heap.withString(text, (p, n) => this.raw._atelier_text(p, n));
  }

  focus(focused: boolean): void {
    this.raw._atelier_focus(Number(focused));
  }

  wantsText(): boolean {
    return this.raw._atelier_wants_text() === 1;
  }

  wantsWheel(): boolean {
    return this.raw._atelier_wants_wheel() === 1;
  }
}

function bytesOf(numbers: Uint32Array): Uint8Array {
  return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}

const numberOf = (code: ErrorCode) => errorCodes.indexOf(code);
