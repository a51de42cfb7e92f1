import type { ImagePairs } from '../seam/abi_values';
// SPDX-License-Identifier: MIT
// work/nn_messages.ts: what nn_pool.ts and nn_worker.ts say to each other. Every 'run' is answered by
// one 'logits', in order, every 'occlude' by one 'occluded', every 'change' by one 'changed', and every 'pairs' by any number of 'progress' and one 'pairs'; 'failed' is
// the last word of a worker.

export type ToNnWorker =
  // The first message: the page's own module, compiled, and the network's file where one is needed.
  | { type: 'start'; module: WebAssembly.Module; file: Uint8Array | null }
  // 784 pixels an image, any number of images; `first` comes back with the answer.
  | { type: 'run'; first: number; pixels: Uint8Array }
  // What hiding patches of 784 pixels costs each class.
  | { type: 'occlude'; pixels: Uint8Array; patch: number; stride: number }
  // How little of 784 pixels would change the answer; method and target as the ABI has them.
  | { type: 'change'; pixels: Uint8Array; method: number; target: number }
  // The closest pairs of all these images, by their pixels or by the network's features.
  | { type: 'pairs'; pixels: Uint8Array; inFeatures: boolean };

export type FromNnWorker =
  | { type: 'logits'; first: number; logits: Float32Array }
  | { type: 'occluded'; values: Float32Array } // [10, 784]
  | { type: 'changed'; images: Uint8Array; logits: Float32Array } // [strengths, 784], [strengths, 10]
  | { type: 'progress'; share: number }
  | ({ type: 'pairs' } & ImagePairs)
  | { type: 'failed'; detail: string };
