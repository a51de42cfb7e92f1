// SPDX-License-Identifier: MIT
// nn_messages.ts: what nn_pool.ts and nn_worker.ts say to each other. Every 'run' is answered by
// one 'logits', in order; 'failed' is the last word of a worker.

export type ToNnWorker =
  // The first message: the page's own module, compiled, and the network's file.
  | { type: 'start'; module: WebAssembly.Module; file: Uint8Array }
  // 784 pixels an image, any number of images; `first` comes back with the answer.
  | { type: 'run'; first: number; pixels: Uint8Array };

export type FromNnWorker =
  { type: 'logits'; first: number; logits: Float32Array } | { type: 'failed'; detail: string };
