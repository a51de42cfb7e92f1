// SPDX-License-Identifier: MIT
// work/messages.ts: what jobs.ts and worker.ts say to each other. 'start' is answered by 'ready',
// each 'run' by any number of 'progress' and one 'done'; what cannot go on says 'failed' and is of no
// more use.

export type ToWorker =
  // The first message: work.wasm, compiled.
  | { type: 'start'; code: WebAssembly.Module }
  // The network that the next jobs are about.
  | { type: 'model'; id: string; file: Uint8Array }
  // `flag` is an address that can be read for as long as somebody waits for the answer.
  | { type: 'run'; job: string; question: Uint8Array; flag: string };

export type FromWorker =
  | { type: 'ready' }
  | { type: 'progress'; share: number; soFar: Uint8Array } // of the answer, or nothing
  | { type: 'done'; answer: Uint8Array }
  | { type: 'failed'; detail: string };
