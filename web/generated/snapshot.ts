// SPDX-License-Identifier: MIT
// generated/snapshot.ts: what scripts read. Written by atelier_generate from the descriptions in
// src/; `npm run generate` writes it anew.

export const errorCodes = [
  'not-gzip',
  'html-instead-of-data',
  'gzip-truncated',
  'gzip-damaged',
  'too-large',
  'idx-not-idx',
  'idx-wrong-type',
  'idx-wrong-rank',
  'idx-bad-dimensions',
  'idx-truncated',
  'idx-trailing-bytes',
  'count-mismatch',
  'label-out-of-range',
  'too-few-images',
  'no-labels',
  'onnx-not-onnx',
  'onnx-unsupported',
  'onnx-too-new',
  'onnx-external-data',
  'model-input',
  'model-output',
  'model-too-slow',
  'bad-json',
  'bad-stroke',
  'bad-pixels',
  'cannot-read',
  'cannot-write',
  'file-not-found',
  'network',
  'model-unusable',
  'engine-failed',
  'no-picture',
  'camera-denied',
  'no-camera',
  'camera-failed',
  'out-of-memory',
] as const;
export type ErrorCode = (typeof errorCodes)[number];

export interface Snapshot {
  phase: 'loading' | 'ready' | 'failed';
  error: null | {
    code: string;
    message: string; // for people
    detail: string; // for developers
  };
  // why ONNX Runtime Web is missing while our engine answers
  notice: null | {
    code: string;
    message: string; // for people
    detail: string; // for developers
  };
  dataset: {
    name: string;
    own: boolean; // the visitor has brought them
    labelled: boolean;
    count: number; // images that have arrived
    verified: boolean; // the SHA-256 of the official files matched
    bytes: number;
    bytes_total: number; // 0: the server did not say
    decode_ms: number;
    class_names: string[]; // of labels
  };
  model: {
    id: string;
    parameters: number;
    automatic: boolean; // the page has chosen it by what it is to read
    engine: 'atelier-nn' | 'onnxruntime-web'; // that answers now
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
    name: 'atelier-nn' | 'onnxruntime-web';
    phase: 'loading' | 'ready' | 'failed';
    bytes: number;
    bytes_total: number;
    error: null | {
      code: string;
      message: string; // for people
      detail: string; // for developers
    };
  }[];
  // of the two engines, over the inputs that both have answered
  agreement: {
    inputs: number;
    largest_difference: number; // of a probability
  };
  view: 'draw' | 'explore' | 'report' | 'about';
  input: {
    source: 'none' | 'sample' | 'drawing' | 'photo';
    index: null | number; // of the test image, or of the one that was drawn over
    label: null | number; // the true class, where there is one
    pixels: number[]; // 784, what the network sees
    // what the canvas shows of a visitor's image that came in another size than 28 x 28
    original: null | {
      width: number;
      height: number;
    };
  };
  prediction: null | {
    label: number;
    name: string;
    logits: number[];
    probabilities: number[]; // at the temperature shown
    verdict: 'answer' | 'unsure' | 'unfamiliar' | 'blank';
    words: string;
    ms: number;
    engine: 'atelier-nn' | 'onnxruntime-web';
    model: string;
  };
  // a model that might read the drawing which the current one cannot
  suggestion: null | {
    model: string;
    words: string;
    use: string; // on a button
  };
  temperature: {
    shown: number;
    calibrated: number;
  };
  // how the drawing or the photo becomes what the network sees
  preprocessing: {
    // left out of every drawing, or, while one is shown, of the photo
    off: ('as-drawn' | 'filled' | 'trimmed' | 'scaled' | 'centred' | 'toned' | 'as-seen' | 'as-taken' | 'cut-out' | 'sharpened' | 'negated')[];
    steps: {
      step: 'as-drawn' | 'filled' | 'trimmed' | 'scaled' | 'centred' | 'toned' | 'as-seen' | 'as-taken' | 'cut-out' | 'sharpened' | 'negated';
      title: string;
      on: null | boolean; // null: it cannot be left out
      words: string; // why, or what leaving it out does
      // what our own engine would answer if preprocessing ended there; null while it is not known, and where the step is left out
      label: null | number;
      probability: null | number;
    }[];
  };
  // what the visitor has photographed
  photo: {
    opening: boolean;
    // why the last one was refused
    error: null | {
      code: string;
      message: string; // for people
      detail: string; // for developers
    };
    words: string; // the same, or what might help with the one that is shown
    shown: boolean;
    name: null | string; // null, and without what follows, until there is one
    width?: number;
    height?: number;
    crop?: [number, number, number, number]; // x, y, width, height, in pixels
    background_tolerance?: number;
    trim_tolerance?: number;
    sharpening?: number;
    resampling?: 'skipping' | 'averaging';
  };
  trace: null | number; // the class whose outline lies under the drawing
  why: null | 'map' | 'neighbours' | 'inside' | 'change' | 'stress'; // the explanation that is open
  // where it looked; null while that is closed
  explanation: null | {
    method: 'activation' | 'occlusion';
    label: null | number; // the class that it is about
    patch: number;
    stride: number;
    strength: number;
    rows: number; // none while the map is not there
    columns: number;
    values: number[]; // row by row, in units of the logit; positive speaks for the class
    largest: number; // magnitude of a value
    bias: number; // of the activation map: the mean of its values + bias = the logit
    words: string;
  };
  // the training images that are most alike to the network; null while that is closed
  neighbours: null | {
    nearest: {
      number: number; // in the training files
      label: number;
      degrees: number; // the angle between what the network makes of the two; 0: the same to it
      pictured: boolean; // its picture is here
    }[];
    ms: null | number; // of the network and the search
    headline: string;
    words: string;
  };
  // what the network's layers make of the picture; null while that is closed
  inside: null | {
    // from the first to the last
    layers: {
      maps: number;
      rows: number;
      columns: number;
      // width, height: how many pixels a cell depends on, where no edge is near
      sees: [number, number];
    }[];
    // of the first layer, one a map, row by row; none if it sees several channels
    filters: number[];
    layer: number; // that is shown
    // that is pointed at
    cell: null | {
      map: number;
      row: number;
      column: number;
      value: number;
      sees: [number, number, number, number]; // x, y, width, height, in pixels of the picture
    };
    values: number[]; // of the map that the cell is on, row by row
    words: string;
  };
  // what would change its mind; null while that is closed
  change: null | {
    method: 'fgsm' | 'iterated-fgsm';
    target: null | number;
    known: boolean; // all strengths have been tried; until then what follows is empty
    strength: null | number; // shown, gray levels
    least: null | number; // that is enough; null: none is
    label: null | number; // answered without any change, by our own engine
    rival: null | number; // what it becomes, or is nearest to becoming
    // all that were tried
    strengths: {
      strength: number;
      label: number; // answered
      before: number; // probability of what was answered before
      rival: number; // probability of the rival
    }[];
    words: string;
    pixels: number[]; // 784, the altered picture; none while nothing is altered
    // what our own engine answers to that
    prediction: null | {
      label: number;
      name: string;
      probabilities: number[];
      verdict: 'answer' | 'unsure' | 'unfamiliar' | 'blank';
    };
  };
  // what the answer bears; null while that is closed
  stress: null | {
    shift: [number, number]; // across, down
    turn: number;
    scale: number;
    blur: number;
    contrast: number;
    noise: number;
    seed: number;
    // what the curve is along
    along: 'shift-x' | 'shift-y' | 'turn' | 'scale' | 'blur' | 'contrast' | 'noise';
    label: null | number; // the class that the curve is about
    // empty while it is not known
    curve: {
      value: number;
      probability: number;
      label: number; // answered
    }[];
    words: string;
    pixels: number[]; // 784, the altered picture; none while nothing is altered
    // what our own engine answers to that
    prediction: null | {
      label: number;
      name: string;
      probabilities: number[];
      verdict: 'answer' | 'unsure' | 'unfamiliar' | 'blank';
    };
  };
  // what Explore shows
  explore: {
    // null: not asked for
    filter: {
      label: null | number;
      prediction: null | number;
      right: null | boolean;
      verdict: null | 'answer' | 'unsure' | 'unfamiliar' | 'blank';
      confidence: [number, number]; // least, most
      sort: 'index' | 'confidence' | 'uncertainty' | 'loss';
    };
    count: number;
    needs_evaluation: boolean; // the filter asks for answers, and there are none
  };
  // what the report shows, one finished evaluation or the one that runs; null while nothing has been evaluated
  report: null | {
    id: number;
    engine: 'atelier-nn' | 'onnxruntime-web';
    model: string;
    class_names: string[]; // of its answers
    running: boolean;
    done: number; // images answered so far; the measures are of these
    count: number;
    ms: number;
    section: 'overview' | 'calibration' | 'mistakes' | 'duplicates' | 'compare';
    correct: number;
    accuracy: number;
    interval: [number, number]; // low, high: 95 %, Wilson
    confusion: number[][]; // [label][prediction]
    log_loss: number; // of the calibrated probabilities, in nats
    ece: number; // expected calibration error, 15 bins
    top2_accuracy: number;
    macro_f1: number;
    classes: {
      support: number; // images with this label
      precision: number;
      recall: number;
      f1: number;
      taken_for: null | number; // the class that it is most often taken for, and how often
      taken_count: number;
    }[];
    calibration: {
      temperature: number;
      ece_before: number;
      ece_after: number;
      // 15, after the temperature
      bins: {
        count: number;
        accuracy: number;
        confidence: number;
      }[];
    };
    mistakes: number[]; // images, the greatest loss first, 100 at most
    doubtful: number[]; // images that the model is sure are something else
    cell: null | [number, number]; // label, prediction
    evaluations: {
      id: number;
      engine: 'atelier-nn' | 'onnxruntime-web';
      model: string;
      accuracy: number;
    }[];
    comparison: null | {
      first: number; // of evaluations, by id
      second: number;
      both_right: number;
      only_first: number;
      only_second: number;
      both_wrong: number;
      p_value: number; // McNemar's test
      words: string;
    };
    duplicates: {
      in: 'pixels' | 'features';
      searching: boolean;
      pairs: [number, number, number][]; // first, second, distance; the closest first
    };
  };
  // the model that the visitor has brought, with the id 'own'
  own_model: {
    opening: null | 'file' | 'engine' | 'trial';
    // why the last file was refused, or the model broke
    error: null | {
      code: string;
      message: string; // for people
      detail: string; // for developers
    };
    title: null | string; // null, and without what follows, until there is one
    form?: string; // what it takes and gives
    range?: '0..255' | '0..1' | '-1..1' | 'standardised';
    inverted?: boolean;
    right?: number; // of the test images it was tried on
    tried?: number;
  };
  // what became of the images that the visitor has brought
  own_data: {
    error: null | {
      code: string;
      message: string; // for people
      detail: string; // for developers
    };
    words: string;
  };
  // on labels
  votes: {
    kept: boolean; // the browser remembers them
    by_image: Record<string, 'agree' | 'disagree'>;
  };
  frames: number; // drawn since the start: an idle page stands still
}

export interface Report {
  engine: 'atelier-nn' | 'onnxruntime-web';
  model: string;
  count: number;
  correct: number;
  accuracy: number;
  ms: number;
  workers: number;
  confusion: number[][]; // [label][prediction]
  log_loss: number; // of the calibrated probabilities, in nats
  ece: number; // expected calibration error, 15 bins
  top2_accuracy: number;
  macro_f1: number;
  classes: {
    label: number;
    name: string;
    support: number; // images with this label
    precision: number;
    recall: number;
    f1: number;
    taken_for: null | number; // the class that it is most often taken for, and how often
    taken_count: number;
  }[];
  version: string; // of the page
  model_sha256: null | string; // of the .onnx file
  // of the files as they came
  dataset_sha256: {
    images: null | string;
    labels: null | string;
  };
}

export interface Status {
  phase: 'loading' | 'ready' | 'failed';
  error: null | {
    code: string;
    message: string; // for people
    detail: string; // for developers
  };
  view: 'draw' | 'explore' | 'report' | 'about';
  sample: null | number; // the test image shown
  images: number; // that have arrived
  announcement: string; // one sentence for screen readers; empty while there is nothing to say
}
