import type { ImagePairs } from './abi_values';
// SPDX-License-Identifier: MIT
// nn_messages.ts: what nn_pool.ts and nn_worker.ts say to each other. Every 'run' is answered by
// one 'logits', in order, and every 'pairs' by any number of 'progress' and one 'pairs'; 'failed' is
// the last word of a worker.

export type ToNnWorker =
  // The first message: the page's own module, compiled, and the network's file where one is needed.
  | { type: 'start'; module: WebAssembly.Module; file: Uint8Array | null }
  // 784 pixels an image, any number of images; `first` comes back with the answer.
  | { type: 'run'; first: number; pixels: Uint8Array }
  // The closest pairs of all these images, by their pixels or by the network's features.
  | { type: 'pairs'; pixels: Uint8Array; inFeatures: boolean };

export type FromNnWorker =
  | { type: 'logits'; first: number; logits: Float32Array }
  | { type: 'progress'; share: number }
  | ({ type: 'pairs' } & ImagePairs)
  | { type: 'failed'; detail: string };
