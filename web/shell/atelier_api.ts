// SPDX-License-Identifier: MIT
// shell/atelier_api.ts: the types of window.atelier, the page's script interface (see README.md). Those of
// its actions are made from the C++ that carries them out.
import type {
  Action,
  ChangeMethod,
  EngineName,
  ExplanationMethod,
  PairSpace,
  PhotoStep,
  PixelRange,
  ReportSection,
  Resampling,
  Sort,
  Step,
  StressKind,
  Verdict,
  View,
  Vote,
  WhyTopic,
} from '../generated/actions';

export type * from '../generated/actions';
export type {
  ExplainAction as Explain,
  StressAction as Stress,
  StrokeAction as Stroke,
} from '../generated/actions';

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
