// SPDX-License-Identifier: MIT
// shell/atelier_api.ts: the types of window.atelier, the page's script interface (see README.md). Those of
// its actions and of its snapshots are made from the C++ that carries them out.
import type { Action, EngineName } from '../generated/actions';
import type { Report, Snapshot } from '../generated/snapshot';

export type { Report, Snapshot } from '../generated/snapshot';
export type * from '../generated/actions';
export type {
  ExplainAction as Explain,
  StressAction as Stress,
  StrokeAction as Stroke,
} from '../generated/actions';

export interface Classification {
  logits: number[];
  probabilities: number[];
  engine: EngineName;
  ms: number;
}

// Who gave the answers.
export type ReportSource = Pick<Report, 'engine' | 'model' | 'ms' | 'workers'>;

// What `ready`, classify() and evaluate() reject with.
export interface AtelierError {
  code: string;
  message: string;
}

export interface AtelierApi {
  readonly version: string;
  // The test set is decoded and a model answers. Rejects with an AtelierError.
  readonly ready: Promise<void>;
  // Plain JSON of what is shown, never a live object.
  snapshot(): Snapshot;
  // Throws a TypeError for what is not an action, and a RangeError for one that cannot be done now.
  dispatch(action: Action): void;
  // 784 pixels, 0 = background.
  classify(pixels: Uint8Array): Promise<Classification>;
  // The whole test set; by our own engine in one worker per core, up to four, unless told otherwise.
  evaluate(options?: { engine?: EngineName; model?: string; workers?: number }): Promise<Report>;
}

declare global {
  interface Window {
    atelier?: AtelierApi;
  }
}
