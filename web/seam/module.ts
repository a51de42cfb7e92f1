// SPDX-License-Identifier: MIT
// seam/module.ts: the WebAssembly module as the rest of the page sees it: what raw_module.ts has, with
// types, strings and bytes. Names are those of the ABI headers without their prefix.
import { type DatasetFile, type PinchReport, type PointerReport } from './abi_values';
import { engines } from '../generated/actions';
import type { News } from '../generated/news';
import type { Report, Snapshot, Status } from '../generated/snapshot';
import type { ReportSource } from '../shell/atelier_api';
import type { Node } from '../text/outline';
import type { Question } from '../work/jobs';
import { Failure } from './errors';
import { Heap } from './heap';
import { packed } from './packed_action';
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
    throw refused === 1 ? new TypeError(this.givenOut()) : new RangeError(this.givenOut());
  }

  // ---- What arrives.

  // All but what comes too often for JSON, or is large. `attachment`: bytes that belong to it.
  tell(news: News, attachment: Uint8Array = new Uint8Array()): void {
    const wrong = this.heap.withString(JSON.stringify(news), (p, n) =>
      this.heap.withBytes(attachment, (a, aBytes) => this.raw._atelier_tell(p, n, a, aBytes)),
    );
    if (wrong !== 0) throw new Error(this.givenOut());
  }

  datasetChunk(file: DatasetFile, chunk: Uint8Array): void {
    this.heap.withBytes(chunk, (p, n) => this.raw._atelier_dataset_chunk(file, p, n));
  }

  // False if our own engine cannot use it.
  modelFile(token: number, file: Uint8Array): boolean {
    return this.heap.withBytes(file, (p, n) => this.raw._atelier_model_file(token, p, n) === 1);
  }

  trainingPart(token: number, file: Uint8Array): void {
    this.heap.withBytes(file, (p, n) => this.raw._atelier_training_part(token, p, n));
  }

  classifyDone(token: number, logits: ArrayLike<number>, elapsedMs: number): void {
    this.heap.withFloats(logits, (p) => this.raw._atelier_classify_done(token, p, elapsedMs));
  }

  // Of the answer to a job as far as it is known; or nothing.
  workProgress(token: number, share: number, soFar: Uint8Array): void {
    this.heap.withBytes(soFar, (p, n) => this.raw._atelier_work_progress(token, share, p, n));
  }

  workDone(token: number, answer: Uint8Array): void {
    this.heap.withBytes(answer, (p, n) => this.raw._atelier_work_done(token, p, n));
  }

  evaluationLogits(token: number, first: number, logits: Float32Array): void {
    this.heap.withFloats(logits, (p) =>
      this.raw._atelier_evaluation_logits(token, first, p, logits.length / classCount),
    );
  }

  // ---- What the page reads.

  stateVersion(): number {
    return this.raw._atelier_state_version();
  }

  snapshot(): Snapshot {
    this.raw._atelier_snapshot();
    return JSON.parse(this.givenOut()) as Snapshot;
  }

  status(): Status {
    this.raw._atelier_status();
    return JSON.parse(this.givenOut()) as Status;
  }

  // The shown view in words and controls.
  outline(): Node[] {
    this.raw._atelier_outline();
    return JSON.parse(this.givenOut()) as Node[];
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

  // A question to our own engine about so many of them.
  piece(first: number, count: number, model: string): Question {
    const { heap, raw } = this;
    const job = heap.readText(raw._atelier_piece_job());
    const piece = raw._atelier_piece(first, count);
    return { job, model, bytes: heap.readBytes(piece, raw._atelier_piece_bytes()) };
  }

  // Of its answer: ten an image.
  pieceLogits(answer: Uint8Array, count: number): Float32Array {
    const { heap, raw } = this;
    return heap.withBytes(answer, (p, n) =>
      heap.withBytes(new Uint8Array(4 * classCount * count), (logits) => {
        const refusal = raw._atelier_piece_logits(p, n, count, logits);
        if (refusal !== 0) throw new Failure('engine-failed', heap.readText(refusal));
        return heap.readFloats(logits, classCount * count);
      }),
    );
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
        const number = engines.indexOf(engine);
        const text = this.raw._atelier_report(p, count, number, id, idBytes, ms, workers);
        return text === 0 ? null : (JSON.parse(this.givenOut()) as Report);
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

  // The text that the last call has made.
  private givenOut(): string {
    return this.heap.readString(this.raw._atelier_given_out(), this.raw._atelier_given_out_bytes());
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
