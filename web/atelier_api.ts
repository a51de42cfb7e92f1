// SPDX-License-Identifier: MIT
// atelier_api.ts: the types of window.atelier, the page's script interface (see README.md).

export type View = 'draw' | 'explore' | 'report' | 'about';
export type Tool = 'brush' | 'eraser' | 'fill';
export type EngineName = 'atelier-nn' | 'onnxruntime-web';
export type Verdict = 'answer' | 'unsure' | 'unfamiliar' | 'blank';

export type Action =
  | { type: 'view'; view: View }
  | { type: 'select-sample'; index: number }
  | { type: 'edit-sample'; index: number }
  | Stroke
  | { type: 'clear' }
  | { type: 'undo' }
  | { type: 'redo' }
  | { type: 'select-model'; id: string }
  | { type: 'select-engine'; engine: EngineName }
  | { type: 'evaluate'; engine?: EngineName } // for the report; by our own engine unless told otherwise
  | { type: 'cancel-evaluation' }
  | { type: 'filter'; label: number | null }
  | { type: 'retry' }
  | { type: 'dismiss-notice' }
  // How the visitor's own model gets its pixels.
  | { type: 'read-own-model'; range: PixelRange; inverted?: boolean };

// 'standardised': less the training set's mean, 0.2860, over its deviation, 0.3530.
export type PixelRange = '0..255' | '0..1' | '-1..1' | 'standardised';

export interface Stroke {
  type: 'stroke';
  // x, y in 0..1 of the drawing square, y down; pressure 0..1.
  points: [x: number, y: number, pressure: number][];
  tool: Tool; // 'fill' starts at the first point
  gray: number; // 0..255, 255 = the brightest cloth
  size: number; // brush diameter as a fraction of the square's side
  mirrored?: boolean;
}

export interface Trouble {
  code: string;
  message: string;
  detail: string;
}

export interface Snapshot {
  phase: 'loading' | 'ready' | 'failed';
  error: null | Trouble;
  notice: null | Trouble; // something is missing, and the page goes on without it
  dataset: {
    name: string;
    count: number; // images that have arrived
    verified: boolean; // the SHA-256 of the official files matched
    bytes: number;
    bytes_total: number; // 0: the server did not say
    decode_ms: number;
  };
  model: { id: string; parameters: number; engine: EngineName };
  engines: {
    name: EngineName;
    phase: 'loading' | 'ready' | 'failed';
    bytes: number;
    bytes_total: number;
    error: null | Trouble;
  }[];
  // How far the answers of the two engines lie apart, over the inputs that both have answered.
  agreement: { inputs: number; largest_difference: number };
  view: View;
  input: {
    source: 'none' | 'sample' | 'drawing';
    index: number | null;
    label: number | null;
    pixels: number[]; // 784, what the network sees
  };
  prediction: null | {
    label: number;
    name: string;
    probabilities: number[];
    verdict: Verdict;
    words: string;
    ms: number;
    engine: EngineName;
  };
  // What the report shows; null while nothing has been evaluated.
  report: null | {
    engine: EngineName;
    model: string;
    running: boolean;
    done: number; // images answered so far
    count: number;
    correct: number;
    accuracy: number; // of those done
    ms: number;
  };
  // The model that the visitor has brought; title and what follows are there once it is ready.
  own_model: {
    opening: null | 'file' | 'engine' | 'trial';
    error: null | Trouble; // why the last file was refused, or the model broke
    title: null | string;
    form?: string; // what it takes and gives
    range?: PixelRange;
    inverted?: boolean;
    right?: number; // of the test images it was tried on
    tried?: number;
  };
  frames: number; // drawn since the start: idle means it stands still
}

export interface Classification {
  logits: number[];
  probabilities: number[];
  engine: EngineName;
  ms: number;
}

export interface Scores {
  count: number;
  correct: number;
  accuracy: number;
  confusion: number[][]; // [label][prediction]
  log_loss: number; // of the calibrated probabilities, in nats
  ece: number; // expected calibration error, 15 bins
}

export interface Report extends Scores {
  engine: EngineName;
  model: string;
  ms: number;
  workers: number;
}

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
