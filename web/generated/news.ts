// SPDX-License-Identifier: MIT
// generated/news.ts: what the page tells the module in JSON. Written by atelier_generate from the
// descriptions in src/; `npm run generate` writes it anew.
import type { ErrorCode } from './snapshot';

export type News =
  | { type: 'dataset-started'; file: 'labels' | 'images'; bytes_total: number; }
  | { type: 'dataset-ended'; file: 'labels' | 'images'; }
  | { type: 'dataset-failed'; file: 'labels' | 'images'; error: { code: ErrorCode; detail: string; }; }
  | { type: 'models-listed'; models: { id: string; title: string; sha256: string; reads_drawings: boolean; parameters: number; macs: number; bytes: number; test_accuracy: number; temperature: number; unsure_probability: number; unsure_margin: number; unfamiliar_energy: number; neighbours_bytes: number; }[]; default: string; }
  | { type: 'models-failed'; error: { code: ErrorCode; detail: string; }; }
  | { type: 'engine-progress'; engine: 'atelier-nn' | 'onnxruntime-web'; bytes_received: number; bytes_total: number; }
  | { type: 'model-loaded'; token: number; }
  | { type: 'model-failed'; token: number; error: { code: ErrorCode; detail: string; }; }
  | { type: 'classify-failed'; token: number; error: { code: ErrorCode; detail: string; }; }
  | { type: 'training-progress'; bytes_received: number; bytes_total: number; }
  | { type: 'work-failed'; token: number; error: { code: ErrorCode; detail: string; }; }
  | { type: 'evaluation-done'; token: number; workers: number; }
  | { type: 'evaluation-failed'; token: number; error: { code: ErrorCode; detail: string; }; }
  | { type: 'setting'; key: string; value: string; }
  | { type: 'own-model-opening'; title: string; }
  | { type: 'own-model-progress'; step: 'file' | 'engine' | 'trial'; done: number; total: number; }
  | { type: 'own-model-ready'; title: string; form: string; bytes: number; range: '0..255' | '0..1' | '-1..1' | 'standardised'; inverted: boolean; scores: { right: number; tried: number; }[]; sha256: string; }
  | { type: 'own-model-refused'; error: { code: ErrorCode; detail: string; }; }
  | { type: 'own-model-lost'; error: { code: ErrorCode; detail: string; }; }
  | { type: 'photo-opening'; }
  | { type: 'photo-refused'; name: string; error: { code: ErrorCode; detail: string; }; }
  | { type: 'training-part-failed'; token: number; error: { code: ErrorCode; detail: string; }; }
  | { type: 'own-data-begins'; }
  | { type: 'own-data-file'; name: string; }
  | { type: 'own-data-picture'; name: string; width: number; height: number; }
  | { type: 'own-data-unreadable'; name: string; error: { code: ErrorCode; detail: string; }; }
  | { type: 'own-data-ends'; };
