// SPDX-License-Identifier: MIT
// seam/action_types.ts: the actions of the script interface, and the words that they and a snapshot use.

export type View = 'draw' | 'explore' | 'report' | 'about';
export type Tool = 'brush' | 'eraser' | 'fill' | 'line' | 'polygon';
export type EngineName = 'atelier-nn' | 'onnxruntime-web';
// 'uncertainty': the least confident first; 'confidence' and 'loss': the highest first.
export type Sort = 'index' | 'confidence' | 'uncertainty' | 'loss';
export type Verdict = 'answer' | 'unsure' | 'unfamiliar' | 'blank';

export type ReportSection = 'overview' | 'calibration' | 'mistakes' | 'duplicates' | 'compare';
export type Vote = 'agree' | 'disagree';
// Of why: where it looked, the nearest training images, what its layers made of the picture, what
// would change its mind, and how it bears shifts, turns and noise.
export type WhyTopic = 'map' | 'neighbours' | 'inside' | 'change' | 'stress';
export type ExplanationMethod = 'activation' | 'occlusion';
// Of preprocessing, in their order; 'filled' is there for drawings of lines.
export type Step = 'as-drawn' | 'filled' | 'trimmed' | 'scaled' | 'centred' | 'toned' | 'as-seen';
// Of a photo's.
export type PhotoStep =
  'as-taken' | 'cut-out' | 'trimmed' | 'scaled' | 'sharpened' | 'centred' | 'negated' | 'as-seen';
// Rows and columns of a thumbnail are skipped, as the data set's authors did, or averaged.
export type Resampling = 'skipping' | 'averaging';
export type PairSpace = 'pixels' | 'features';
// All pixels at once along the gradient's signs, or a gray level at a time.
export type ChangeMethod = 'fgsm' | 'iterated-fgsm';
export type StressKind = 'shift-x' | 'shift-y' | 'turn' | 'scale' | 'blur' | 'contrast' | 'noise';

export type Action =
  | { type: 'view'; view: View }
  | { type: 'select-sample'; index: number }
  | { type: 'edit-sample'; index: number }
  | Stroke
  | Arrange
  | { type: 'soften' } // all that is drawn, by a small blur
  | { type: 'invert' }
  | { type: 'trace'; label: number | null } // a class's outline under the drawing, no part of it
  | { type: 'clear' }
  | { type: 'undo' }
  | { type: 'redo' }
  | { type: 'select-model'; id: string }
  | { type: 'select-engine'; engine: EngineName }
  | { type: 'open-why'; topic: WhyTopic | null } // null: closed
  | Explain
  // Inside: a layer, from 0, and a cell of one of its maps; without a map, none.
  | { type: 'inside'; layer: number; map?: number | null; row?: number; column?: number }
  // What would change its mind: the class to make it (null: whatever it is not), and the strength
  // shown in gray levels, 0 to 32 (null: the least that is enough).
  | { type: 'change'; method?: ChangeMethod; target?: number | null; strength?: number | null }
  | Stress
  | OpenPhoto
  | { type: 'show-photo' } // the one that was opened
  | { type: 'show-drawing' }
  | AdjustPhoto
  // What is chosen of the photo, in 0..1 of its sides; null: all of it.
  | { type: 'crop-photo'; part: [x: number, y: number, width: number, height: number] | null }
  // Leaves a step of what is shown out, or puts it back; null: puts all back, and of a photo the
  // settings as well.
  | {
      type: 'switch-step';
      step: Exclude<Step | PhotoStep, 'as-drawn' | 'as-taken' | 'as-seen'>;
      on: boolean;
    }
  | { type: 'switch-step'; step: null }
  // Of the probabilities shown, 0.25 to 8; null: as it was measured for the model.
  | { type: 'temperature'; value: number | null }
  | { type: 'evaluate'; engine?: EngineName } // for the report; by our own engine unless told otherwise
  | { type: 'cancel-evaluation' }
  | { type: 'report-section'; section: ReportSection }
  | { type: 'show-evaluation'; id: number } // as report.evaluations has it
  | { type: 'compare'; id: number } // the evaluation shown with this one
  | { type: 'cell'; label: number; answer: number } // of the confusion matrix
  | { type: 'cell'; label: null }
  | { type: 'vote'; index: number; vote: Vote | null } // on the label of a test image
  | { type: 'save-votes' } // as a file
  | { type: 'find-duplicates'; in: PairSpace }
  | { type: 'cancel-duplicates' }
  | Filter
  | { type: 'save'; what: 'answers-csv' | 'report-json' | 'sprite' } // as a download
  | { type: 'retry' }
  | { type: 'dismiss-notice' }
  | { type: 'use-bundled-data' } // back to the page's own test set
  // Of the set that is shown; an empty name is the default one.
  | { type: 'rename-class'; label: number; name: string }
  | { type: 'rename-class'; label: null } // all as by default
  // How the visitor's own model gets its pixels.
  | { type: 'read-own-model'; range: PixelRange; inverted?: boolean };

// 'standardised': less the training set's mean, 0.2860, over its deviation, 0.3530.
export type PixelRange = '0..255' | '0..1' | '-1..1' | 'standardised';

// What Explore shows; what is left out or null is not asked for. All but the label takes an
// evaluation.
export interface Filter {
  type: 'filter';
  label?: number | null;
  prediction?: number | null;
  right?: boolean | null;
  verdict?: 'answer' | 'unsure' | 'unfamiliar' | null;
  confidence?: [least: number, most: number] | null;
  sort?: Sort | null;
}

// Where the network looked, for a class; null: for the one answered. Closed by a method of null.
export interface Explain {
  type: 'explain';
  method: ExplanationMethod | null;
  label?: number | null;
  patch?: 3 | 5 | 7; // of occlusion, pixels
  stride?: 1 | 2 | 3;
  strength?: number; // of the map on the picture, 0..1
}

// How the picture is distorted; what is left out is not.
export interface Stress {
  type: 'stress';
  shift?: [across: number, down: number]; // pixels, -14..14
  turn?: number; // degrees clockwise, -180..180
  scale?: number; // 0.5..1.5
  blur?: number; // standard deviation of a Gaussian, pixels, 0..4
  contrast?: number; // distances from the mean gray are multiplied by it, 0..2
  noise?: number; // standard deviation, gray levels, 0..128
  seed?: number; // of the noise
  along?: StressKind; // what the curve is along; left out: the first of them that changes
}

export interface Stroke {
  type: 'stroke';
  // x, y in 0..1 of the drawing square, y down; pressure 0..1.
  points: [x: number, y: number, pressure: number][];
  // 'fill' starts at the first point; 'line' goes straight from the first to the last; the corners
  // of a 'polygon' are at least three.
  tool: Tool;
  gray: number; // 0..255, 255 = the brightest cloth
  size: number; // brush diameter as a fraction of the square's side
  mirrored?: boolean;
  // Of a fill: grays that differ by no more are one, 0..128, usually 16; and openings of an outline
  // so many pixels of 560 across are closed, 0..40, usually 0.
  tolerance?: number;
  gap?: number;
}

// Moves, scales and turns all that is drawn, about its middle.
export interface Arrange {
  type: 'arrange';
  move?: [dx: number, dy: number]; // parts of the square, -1..1
  scale?: number; // 0.05..20
  turn?: number; // degrees clockwise, -360..360
}

// Puts a photo in front of the network; the drawing waits behind it.
export interface OpenPhoto {
  type: 'open-photo';
  width: number; // 1..1024
  height: number;
  pixels: Uint8Array | Uint8ClampedArray | number[]; // red, green, blue, how opaque; row by row
  name?: string;
}

// What is left out is as by default. Tolerances are shares of the distance from black to white.
export interface AdjustPhoto {
  type: 'adjust-photo';
  background_tolerance?: number; // 0..0.5, usually 0.1
  trim_tolerance?: number; // 0..0.3, usually 0.05
  sharpening?: number; // 0..3, usually 1
  resampling?: Resampling; // usually 'skipping'
}
