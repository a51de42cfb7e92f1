// SPDX-License-Identifier: MIT
// seam/raw_module.ts: the seam as Emscripten has it, pointers and numbers; module.ts gives it types. A
// line for each line of src/bridge/bridge_abi.hpp and src/platform/platform_abi.hpp, which say what
// every function means.
import type { Heap, HeapOwner } from './heap';

export const pixelCount = 28 * 28;
export const classCount = 10;
export const mostPairs = 120;
export const mostStrengths = 33; // from 0 to app::kMostStrength

// The module's exports.
export interface RawModule extends HeapOwner {
  host: object;

  _atelier_start(): void;
  _atelier_dataset_started(file: number, bytesTotal: number): void;
  _atelier_dataset_chunk(file: number, bytes: number, byteCount: number): void;
  _atelier_dataset_ended(file: number): void;
  _atelier_dataset_failed(file: number, error: number, detail: number, detailBytes: number): void;
  _atelier_model_listed(model: number): void;
  _atelier_models_done(defaultId: number, defaultIdBytes: number): void;
  _atelier_models_failed(error: number, detail: number, detailBytes: number): void;
  _atelier_engine_progress(engine: number, bytesReceived: number, bytesTotal: number): void;
  _atelier_model_file(token: number, bytes: number, byteCount: number): number;
  _atelier_model_done(token: number): void;
  _atelier_model_failed(token: number, error: number, detail: number, detailBytes: number): void;
  _atelier_training_part(token: number, bytes: number, byteCount: number): void;
  _atelier_training_part_failed(
    token: number,
    error: number,
    detail: number,
    detailBytes: number,
  ): void;
  _atelier_training_progress(bytesReceived: number, bytesTotal: number): void;
  _atelier_classify_done(token: number, logits: number, elapsedMs: number): void;
  _atelier_classify_failed(token: number, error: number, detail: number, detailBytes: number): void;
  _atelier_evaluation_logits(token: number, first: number, logits: number, count: number): void;
  _atelier_evaluation_done(token: number, workers: number): void;
  _atelier_evaluation_failed(
    token: number,
    error: number,
    detail: number,
    detailBytes: number,
  ): void;
  _atelier_pairs_progress(token: number, share: number): void;
  _atelier_pairs_found(token: number, images: number, distances: number, count: number): void;
  _atelier_pairs_failed(token: number, error: number, detail: number, detailBytes: number): void;
  _atelier_occluded(token: number, values: number): void;
  _atelier_occlude_failed(token: number, error: number, detail: number, detailBytes: number): void;
  _atelier_changes_found(token: number, images: number, logits: number, count: number): void;
  _atelier_batch_classified(token: number, logits: number, count: number): void;
  _atelier_setting(key: number, keyBytes: number, value: number, valueBytes: number): void;

  _atelier_own_model_opening(title: number, titleBytes: number): void;
  _atelier_own_model_progress(step: number, done: number, total: number): void;
  _atelier_own_model_ready(
    title: number,
    titleBytes: number,
    form: number,
    formBytes: number,
    sha256: number,
    sha256Bytes: number,
    bytes: number,
    reading: number,
    scores: number,
  ): void;
  _atelier_own_model_refused(error: number, detail: number, detailBytes: number): void;
  _atelier_own_model_lost(error: number, detail: number, detailBytes: number): void;

  _atelier_own_data_begin(): void;
  _atelier_own_data_file(name: number, nameBytes: number, bytes: number, byteCount: number): void;
  _atelier_own_data_picture(
    name: number,
    nameBytes: number,
    width: number,
    height: number,
    pixels: number,
  ): void;
  _atelier_own_data_unreadable(
    name: number,
    nameBytes: number,
    detail: number,
    detailBytes: number,
  ): void;
  _atelier_own_data_end(): void;

  _atelier_photo_opening(): void;
  _atelier_photo_refused(
    error: number,
    name: number,
    nameBytes: number,
    detail: number,
    detailBytes: number,
  ): void;

  _atelier_dispatch(
    json: number,
    jsonBytes: number,
    attachment: number,
    attachmentBytes: number,
  ): number;
  _atelier_refusal(): number;
  _atelier_refusal_bytes(): number;

  _atelier_state_version(): number;
  _atelier_text_bytes(): number;
  _atelier_snapshot(): number;
  _atelier_status(): number;
  _atelier_outline(): number;
  _atelier_probabilities(logits: number, probabilities: number): number;
  _atelier_test_images(first: number, count: number, pixels: number): number;
  _atelier_report(
    logits: number,
    count: number,
    engine: number,
    id: number,
    idBytes: number,
    elapsedMs: number,
    workers: number,
  ): number;
  _atelier_trial_images(count: number, pixels: number, labels: number): number;
  _atelier_nn_classify(pixels: number, logits: number): number;

  _atelier_worker_load(file: number, byteCount: number): number;
  _atelier_worker_error_bytes(): number;
  _atelier_worker_run(pixels: number, count: number, logits: number): void;
  _atelier_worker_occlude(pixels: number, patch: number, stride: number, values: number): void;
  _atelier_worker_find_changes(
    pixels: number,
    method: number,
    target: number,
    images: number,
    logits: number,
  ): number;
  _atelier_worker_begin_pairs(pixels: number, count: number, inFeatures: number): number;
  _atelier_worker_step_pairs(): number;
  _atelier_worker_take_pairs(images: number, distances: number): number;

  _atelier_create_window(): number;
  _atelier_add_font(weight: number, bytes: number, byteCount: number): void;
  _atelier_update(nowMs: number, visible: number): number;
  _atelier_gpu_is_behind(): number;
  _atelier_frames(): number;
  _atelier_resize(width: number, height: number, pixelRatio: number): void;
  _atelier_surroundings(
    dark: number,
    coarse: number,
    still: number,
    insetTop: number,
    insetBottom: number,
  ): void;
  _atelier_context_lost(): void;
  _atelier_context_restored(): void;
  _atelier_pointer(
    phase: number,
    kind: number,
    pointerId: number,
    x: number,
    y: number,
    pressure: number,
    button: number,
    modifiers: number,
  ): void;
  _atelier_pinch(
    phase: number,
    fromX: number,
    fromY: number,
    x: number,
    y: number,
    scale: number,
    turn: number,
  ): void;
  _atelier_wants_pinch(x: number, y: number): number;
  _atelier_wheel(dx: number, dy: number): void;
  _atelier_key(code: number, codeBytes: number, down: number, modifiers: number): number;
  _atelier_text(text: number, textBytes: number): void;
  _atelier_focus(focused: number): void;
  _atelier_wants_text(): number;
  _atelier_wants_wheel(): number;
}

// What it asks for in a word: bridge_abi.hpp says what each means.
export const wishes = [
  'load-test-set',
  'list-models',
  'load-settings',
  'choose-model',
  'choose-data',
  'choose-photo',
  'use-camera',
  'cancel-opening',
  'forget-own-model',
] as const;
export type Wish = (typeof wishes)[number];

// What the module asks of the page, with strings and bytes already copied out of its memory.
export interface Host {
  wishes: Record<Wish, () => void>;
  fetchModel(token: number, id: string): void;
  fetchTrainingPart(token: number, id: string, part: number): void;
  loadModel(token: number, id: string): void;
  classify(token: number, pixels: Uint8Array<ArrayBuffer>): void;
  evaluate(token: number, engine: number, id: string): void;
  findPairs(token: number, space: number, id: string): void;
  occlude(token: number, id: string, pixels: Uint8Array, patch: number, stride: number): void;
  findChanges(token: number, id: string, pixels: Uint8Array, method: number, target: number): void;
  classifyBatch(token: number, id: string, pixels: Uint8Array): void;
  cancelJob(token: number): void;
  saveSetting(key: string, value: string): boolean;
  saveFile(name: string, mimeType: string, bytes: Uint8Array<ArrayBuffer>): void;
  readOwnModel(reading: number): void;
  requestFrame(): void;
  setCursor(cursor: number): void;
  copyText(text: string): void;
}

// The object that src/seam/bridge/bridge_library.js calls.
export function rawHost(host: Host, heap: Heap) {
  return {
    wish: (name: number, nameBytes: number) =>
      host.wishes[heap.readString(name, nameBytes) as Wish](),
    // JavaScript gets an unsigned 32-bit value as a signed one.
    fetchModel: (token: number, id: number, idBytes: number) =>
      host.fetchModel(token >>> 0, heap.readString(id, idBytes)),
    fetchTrainingPart: (token: number, id: number, idBytes: number, part: number) =>
      host.fetchTrainingPart(token >>> 0, heap.readString(id, idBytes), part),
    loadModel: (token: number, id: number, idBytes: number) =>
      host.loadModel(token >>> 0, heap.readString(id, idBytes)),
    classify: (token: number, pixels: number) =>
      host.classify(token >>> 0, heap.readBytes(pixels, pixelCount)),
    evaluate: (token: number, engine: number, id: number, idBytes: number) =>
      host.evaluate(token >>> 0, engine, heap.readString(id, idBytes)),
    findPairs: (token: number, space: number, id: number, idBytes: number) =>
      host.findPairs(token >>> 0, space, heap.readString(id, idBytes)),
    occlude: (
      token: number,
      id: number,
      idBytes: number,
      pixels: number,
      patch: number,
      stride: number,
    ) =>
      host.occlude(
        token >>> 0,
        heap.readString(id, idBytes),
        heap.readBytes(pixels, pixelCount),
        patch,
        stride,
      ),
    findChanges: (
      token: number,
      id: number,
      idBytes: number,
      pixels: number,
      method: number,
      target: number,
    ) =>
      host.findChanges(
        token >>> 0,
        heap.readString(id, idBytes),
        heap.readBytes(pixels, pixelCount),
        method,
        target,
      ),
    classifyBatch: (token: number, id: number, idBytes: number, pixels: number, count: number) =>
      host.classifyBatch(
        token >>> 0,
        heap.readString(id, idBytes),
        heap.readBytes(pixels, pixelCount * count),
      ),
    cancelJob: (token: number) => host.cancelJob(token >>> 0),
    saveSetting: (key: number, keyBytes: number, value: number, valueBytes: number) =>
      Number(host.saveSetting(heap.readString(key, keyBytes), heap.readString(value, valueBytes))),
    saveFile: (
      name: number,
      nameBytes: number,
      type: number,
      typeBytes: number,
      bytes: number,
      byteCount: number,
    ) =>
      host.saveFile(
        heap.readString(name, nameBytes),
        heap.readString(type, typeBytes),
        heap.readBytes(bytes, byteCount),
      ),
    readOwnModel: (reading: number) => host.readOwnModel(reading),
    requestFrame: () => host.requestFrame(),
    setCursor: (cursor: number) => host.setCursor(cursor),
    copyText: (text: number, textBytes: number) => host.copyText(heap.readString(text, textBytes)),
  };
}
