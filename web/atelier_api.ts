// SPDX-License-Identifier: MIT
// atelier_api.ts: the types of window.atelier, the page's script interface (see README.md).

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

export interface Trouble {
  code: string;
  message: string;
  detail: string;
}

// What our own engine answers to a picture that an explanation has altered.
export interface AlteredPrediction {
  label: number;
  name: string;
  probabilities: number[];
  verdict: Verdict;
}

export interface Snapshot {
  phase: 'loading' | 'ready' | 'failed';
  error: null | Trouble;
  notice: null | Trouble; // something is missing, and the page goes on without it
  dataset: {
    name: string;
    count: number; // images that have arrived
    own: boolean; // the visitor has brought them
    labelled: boolean;
    verified: boolean; // the SHA-256 of the official files matched
    bytes: number;
    bytes_total: number; // 0: the server did not say
    decode_ms: number;
    class_names: string[]; // of labels
  };
  model: {
    id: string;
    parameters: number;
    engine: EngineName;
    class_names: string[]; // of its answers
  };
  models: {
    id: string;
    title: string;
    parameters: number;
    macs: number; // multiply-adds for one image
    bytes: number; // of the file
    test_accuracy: number; // 0..1
    reads_drawings: boolean; // it was trained to
  }[];
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
    source: 'none' | 'sample' | 'drawing' | 'photo';
    index: number | null;
    label: number | null;
    pixels: number[]; // 784, what the network sees
    // What the canvas shows of a visitor's image that came in another size than 28 x 28.
    original: null | { width: number; height: number };
  };
  prediction: null | {
    label: number;
    name: string;
    logits: number[];
    probabilities: number[]; // at the temperature shown
    verdict: Verdict;
    words: string;
    ms: number;
    engine: EngineName;
  };
  // A model that might read the drawing which the current one cannot.
  suggestion: null | { model: string; words: string; use: string /* on a button */ };
  temperature: { shown: number; calibrated: number };
  // How the drawing or the photo becomes what the network sees. `off`: what is left out of every
  // drawing, or, while one is shown, of the photo.
  preprocessing: {
    off: (Step | PhotoStep)[];
    steps: {
      step: Step | PhotoStep;
      title: string;
      on: boolean | null; // null: it cannot be left out
      words: string; // why, or what leaving it out does
      // What would be answered if preprocessing ended there, by our own engine; null while it is not
      // known, and where the step is left out.
      label: number | null;
      probability: number | null;
    }[];
  };
  // What the visitor has photographed; with its settings once there is one.
  photo: {
    opening: boolean;
    error: null | Trouble; // why the last one was refused
    words: string; // the same, or what might help with the one that is shown
    shown: boolean;
    name: null | string; // null: there is none
    width?: number;
    height?: number;
    crop?: [x: number, y: number, width: number, height: number]; // pixels
    background_tolerance?: number;
    trim_tolerance?: number;
    sharpening?: number;
    resampling?: Resampling;
  };
  trace: null | number; // the class whose outline lies under the drawing
  why: null | WhyTopic; // the explanation that is open
  // Where it looked; null while it is closed. No rows while the map is not there.
  explanation: null | {
    method: ExplanationMethod;
    label: number | null; // the class that it is about
    patch: number;
    stride: number;
    strength: number;
    rows: number;
    columns: number;
    values: number[]; // row by row, in units of the logit; positive speaks for the class
    largest: number; // magnitude of a value
    bias: number; // of the activation map: the mean of its values + bias = the logit
    words: string;
  };
  // The training images that are most alike to the network; null while that is not asked for.
  neighbours: null | {
    nearest: {
      number: number; // in the training files
      label: number;
      degrees: number; // the angle between what the network makes of the two; 0: the same to it
      pictured: boolean; // its picture is here
    }[];
    ms: number | null; // of the network and the search
    headline: string;
    words: string;
  };
  // What the network's layers make of the picture; null while it is closed.
  inside: null | {
    // From the first to the last; `sees`: how many pixels a cell depends on, where no edge is near.
    layers: {
      maps: number;
      rows: number;
      columns: number;
      sees: [width: number, height: number];
    }[];
    filters: number[]; // of the first layer, one a map, row by row; none if it sees several channels
    layer: number; // shown
    cell: null | {
      map: number;
      row: number;
      column: number;
      value: number;
      sees: [x: number, y: number, width: number, height: number]; // pixels of the picture
    };
    values: number[]; // of the map that the cell is on, row by row
    words: string;
  };
  // What would change its mind; null while it is closed.
  change: null | {
    method: ChangeMethod;
    target: number | null;
    known: boolean; // all strengths have been tried; until then what follows is empty
    strength: number | null; // shown, gray levels
    least: number | null; // that is enough; null: none is
    label: number | null; // answered without any change, by our own engine
    rival: number | null; // what it becomes, or is nearest to becoming
    // All that were tried: what is answered, and the probabilities of what was and of the rival.
    strengths: { strength: number; label: number; before: number; rival: number }[];
    pixels: number[]; // 784, the changed picture; none while nothing is changed
    prediction: null | AlteredPrediction; // of that
    words: string;
  };
  // What the answer bears; null while it is closed.
  stress: null | {
    shift: [across: number, down: number];
    turn: number;
    scale: number;
    blur: number;
    contrast: number;
    noise: number;
    seed: number;
    along: StressKind;
    label: number | null; // the class that the curve is about
    curve: { value: number; probability: number; label: number }[]; // empty while not known
    pixels: number[]; // 784, the distorted picture; none while nothing is distorted
    prediction: null | AlteredPrediction; // of that
    words: string;
  };
  // What Explore shows.
  explore: {
    filter: {
      label: number | null;
      prediction: number | null;
      right: boolean | null;
      verdict: Verdict | null;
      confidence: [least: number, most: number];
      sort: Sort;
    };
    count: number;
    needs_evaluation: boolean; // the filter asks for answers, and there are none
  };
  report: null | ReportSnapshot; // null while nothing has been evaluated
  votes: { kept: boolean; by_image: Record<string, Vote> };
  // What became of the images that the visitor has brought, as the page says it.
  own_data: { error: null | Trouble; words: string };
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

// What the report shows, one finished evaluation or the one that runs.
export interface ReportSnapshot {
  id: number;
  engine: EngineName;
  model: string;
  class_names: string[]; // of its answers
  running: boolean;
  done: number; // images answered so far; the measures are of these
  count: number;
  ms: number;
  section: ReportSection;
  correct: number;
  accuracy: number;
  interval: [low: number, high: number]; // 95 %, Wilson
  top2_accuracy: number;
  macro_f1: number;
  log_loss: number;
  ece: number;
  confusion: number[][]; // [label][prediction]
  classes: {
    support: number;
    recall: number;
    precision: number;
    f1: number;
    taken_for: number | null; // what it is most often taken for, and how often
    taken_count: number;
  }[];
  calibration: {
    temperature: number;
    ece_before: number;
    ece_after: number;
    bins: { count: number; accuracy: number; confidence: number }[]; // 15, after the temperature
  };
  mistakes: number[]; // images, the greatest loss first, 100 at most
  doubtful: number[]; // images that the model is sure are something else
  cell: [label: number, prediction: number] | null;
  evaluations: { id: number; engine: EngineName; model: string; accuracy: number }[];
  comparison: null | {
    first: number; // ids
    second: number;
    both_right: number;
    only_first: number;
    only_second: number;
    both_wrong: number;
    p_value: number; // McNemar's test
    words: string;
  };
  duplicates: {
    in: PairSpace;
    searching: boolean;
    pairs: [first: number, second: number, distance: number][]; // the closest first
  };
}

export interface Classification {
  logits: number[];
  probabilities: number[];
  engine: EngineName;
  ms: number;
}

export interface ReportSource {
  engine: EngineName;
  model: string;
  ms: number;
  workers: number;
}

export interface Report extends ReportSource {
  count: number;
  correct: number;
  accuracy: number;
  confusion: number[][]; // [label][prediction]
  log_loss: number; // of the calibrated probabilities, in nats
  ece: number; // expected calibration error, 15 bins
  top2_accuracy: number;
  macro_f1: number;
  classes: {
    label: number;
    name: string;
    support: number;
    precision: number;
    recall: number;
    f1: number;
    taken_for: number | null; // the class that it is most often taken for
    taken_count: number;
  }[];
  version: string; // of the page
  model_sha256: string | null; // of the .onnx file
  dataset_sha256: { images: string | null; labels: string | null }; // of the files as they came
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
