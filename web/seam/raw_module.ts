// SPDX-License-Identifier: MIT
// seam/raw_module.ts: the seam as Emscripten has it, pointers and numbers; module.ts gives it types. A
// line for each line of src/seam/bridge/bridge_abi.hpp and src/seam/platform/platform_abi.hpp, which
// say what every function means.
import type { Question } from '../work/jobs';
import type { Heap, HeapOwner } from './heap';

export const pixelCount = 28 * 28;
export const classCount = 10;

// The module's exports.
export interface RawModule extends HeapOwner {
  host: object;

  _atelier_start(): void;
  _atelier_tell(
    json: number,
    jsonBytes: number,
    attachment: number,
    attachmentBytes: number,
  ): number;
  _atelier_dataset_chunk(file: number, bytes: number, byteCount: number): void;
  _atelier_model_file(token: number, bytes: number, byteCount: number): number;
  _atelier_training_part(token: number, bytes: number, byteCount: number): void;
  _atelier_classify_done(token: number, logits: number, elapsedMs: number): void;
  _atelier_evaluation_logits(token: number, first: number, logits: number, count: number): void;
  _atelier_work_progress(token: number, share: number, soFar: number, soFarBytes: number): void;
  _atelier_work_done(token: number, answer: number, answerBytes: number): void;

  _atelier_dispatch(
    json: number,
    jsonBytes: number,
    attachment: number,
    attachmentBytes: number,
  ): number;

  _atelier_state_version(): number;
  _atelier_given_out(): number;
  _atelier_given_out_bytes(): number;
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
  _atelier_piece_job(): number;
  _atelier_piece(first: number, count: number): number;
  _atelier_piece_bytes(): number;
  _atelier_piece_logits(answer: number, answerBytes: number, count: number, logits: number): number;
  _atelier_trial_images(count: number, pixels: number, labels: number): number;
  _atelier_nn_classify(pixels: number, logits: number): number;

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
  cancelEvaluation(token: number): void;
  startWork(token: number, question: Question): void;
  cancelWork(token: number): void;
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
    cancelEvaluation: (token: number) => host.cancelEvaluation(token >>> 0),
    startWork: (
      token: number,
      job: number,
      jobBytes: number,
      model: number,
      modelBytes: number,
      question: number,
      questionBytes: number,
    ) =>
      host.startWork(token >>> 0, {
        job: heap.readString(job, jobBytes),
        model: heap.readString(model, modelBytes),
        bytes: heap.readBytes(question, questionBytes),
      }),
    cancelWork: (token: number) => host.cancelWork(token >>> 0),
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
