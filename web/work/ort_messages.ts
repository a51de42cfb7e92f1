// SPDX-License-Identifier: MIT
// work/ort_messages.ts: what classifier.ts and ort_worker.ts say to each other. A request has a number
// and gets exactly one answer: 'loaded', 'logits' or 'failed'. An engine that is started again, after
// a failure, comes from the server and not from the cache, which may hold what was wrong.
import { type ErrorCode } from '../seam/errors';
import type { Form } from '../files/own_model/form';

export type ToWorker =
  // The first message: where ONNX Runtime Web's files are, and how large its .wasm is.
  // memoryPages: how much it may take, in pages of 64 KiB; a quarter of a GiB unless told otherwise.
  | { type: 'start'; ortUrl: string; wasmBytes: number; memoryPages?: number; again?: boolean }
  // foreign: a model that a visitor has brought, of any form.
  | { type: 'load'; request: number; modelId: string; file: Uint8Array; foreign?: boolean }
  // 784 pixels an image, one image or more; reading: of a foreign model.
  | { type: 'run'; request: number; modelId: string; pixels: Uint8Array; reading?: number };

export type FromWorker =
  | { type: 'progress'; received: number; total: number }
  | { type: 'loaded'; request: number; form?: Form | undefined } // of a foreign model
  | { type: 'logits'; request: number; logits: Float32Array; ms: number }
  | { type: 'failed'; request: number; code: ErrorCode; detail: string }
  // This worker will never compute anything: terminate it and start another.
  | { type: 'engine-failed'; code: ErrorCode; detail: string };
