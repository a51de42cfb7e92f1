// SPDX-License-Identifier: MIT
// generated/actions.ts: the actions of the script interface, and the words that the
// page itself goes through. Written by atelier_generate from the descriptions in src/;
// `npm run generate` writes it anew.

export const views = ['draw', 'explore', 'report', 'about'] as const;
export type View = (typeof views)[number];
export const engines = ['atelier-nn', 'onnxruntime-web'] as const;
export type EngineName = (typeof engines)[number];
export const pixelRanges = ['0..255', '0..1', '-1..1', 'standardised'] as const;
export type PixelRange = (typeof pixelRanges)[number];

// shows another view
export interface ViewAction {
  type: 'view';
  view: 'draw' | 'explore' | 'report' | 'about';
}

// shows a test image
export interface SelectSampleAction {
  type: 'select-sample';
  // a whole number from 0 to 99999
  index: number;
}

// what Explore shows; what is left out or `null` is not asked for; all but the label takes an evaluation; `uncertainty`: the least confident first
export interface FilterAction {
  type: 'filter';
  // a whole number from 0 to 9
  label?: number | null;
  // a whole number from 0 to 9
  prediction?: number | null;
  right?: boolean | null;
  verdict?: 'answer' | 'unsure' | 'unfamiliar' | null;
  // [from, to] with numbers from 0 to 1
  confidence?: [from: number, to: number] | null;
  sort?: 'index' | 'confidence' | 'uncertainty' | 'loss' | null;
}

// draws: `x` and `y` over the drawing square, y down; a mouse's pressure is 0.5; a `line` goes from the first point to the last, a `polygon` has its corners there; 255 is the brightest cloth; `size` is the brush's diameter as a fraction of the square's side; of a fill, `tolerance` between grays, and `gap`, the openings in pixels of 560 that it closes
export interface StrokeAction {
  type: 'stroke';
  // a list of [x, y, pressure], each from 0 to 1
  points: [x: number, y: number, pressure: number][];
  tool: 'brush' | 'eraser' | 'fill' | 'line' | 'polygon';
  // a whole number from 0 to 255
  gray: number;
  // a number from 0 to 1
  size: number;
  mirrored?: boolean | null;
  // a whole number from 0 to 128
  tolerance?: number | null;
  // a whole number from 0 to 40
  gap?: number | null;
}

// nothing is drawn any more
export interface ClearAction {
  type: 'clear';
}

// takes back what was done last
export interface UndoAction {
  type: 'undo';
}

// does again what was taken back
export interface RedoAction {
  type: 'redo';
}

// all that is drawn, by a small blur
export interface SoftenAction {
  type: 'soften';
}

// black and white change places
export interface InvertAction {
  type: 'invert';
}

// moves what is drawn by parts of the square, scales and turns it (degrees clockwise) about its middle
export interface ArrangeAction {
  type: 'arrange';
  // [x, y] with numbers from -1 to 1
  move?: [x: number, y: number] | null;
  // a number from 0.05 to 20
  scale?: number | null;
  // a number from -360 to 360
  turn?: number | null;
}

// puts a test image on the canvas, to draw over
export interface EditSampleAction {
  type: 'edit-sample';
  // a whole number from 0 to 99999
  index: number;
}

// what was drawn, once more
export interface ShowDrawingAction {
  type: 'show-drawing';
}

// a class's outline under the drawing and no part of it; `null`: none
export interface TraceAction {
  type: 'trace';
  // a whole number from 0 to 9
  label: number | null;
}

// leaves a step of preprocessing out, or puts it back; drawings go through `filled`, `trimmed`, `scaled`, `centred` and `toned`, photos through all but `filled` and `toned`; `step: null` puts all back
export interface SwitchStepAction {
  type: 'switch-step';
  step: 'filled' | 'trimmed' | 'scaled' | 'centred' | 'toned' | 'cut-out' | 'sharpened' | 'negated' | null;
  on?: boolean;
}

// what the pointer draws with
export interface ToolAction {
  type: 'tool';
  tool: 'brush' | 'eraser' | 'fill' | 'line' | 'polygon';
}

// of the cloth that is drawn with
export interface GrayAction {
  type: 'gray';
  // a whole number from 0 to 255
  gray: number;
}

// as a fraction of the square's side
export interface BrushSizeAction {
  type: 'brush-size';
  // a number from 0.015 to 0.3
  size: number;
}

// what is drawn is drawn on the other side as well
export interface MirrorAction {
  type: 'mirror';
  mirrored: boolean;
}

// how far fills go: `tolerance` between grays, and `gap`, the openings that they close
export interface FillReachAction {
  type: 'fill-reach';
  // a whole number from 0 to 128
  tolerance: number;
  // a whole number from 0 to 40
  gap: number;
}

// a photo: four numbers a pixel, red, green, blue and how opaque; the drawing waits behind it
export interface OpenPhotoAction {
  type: 'open-photo';
  // a whole number from 1 to 1024
  width: number;
  // a whole number from 1 to 1024
  height: number;
  pixels: Uint8Array | Uint8ClampedArray | number[];
  // a text of at most 1000 bytes
  name?: string | null;
}

// how it is prepared; usually 0.1, 0.05 (shares of the distance from black to white), 1, and `skipping` as the data set's authors did
export interface AdjustPhotoAction {
  type: 'adjust-photo';
  // a number from 0 to 0.5
  background_tolerance?: number | null;
  // a number from 0 to 0.3
  trim_tolerance?: number | null;
  // a number from 0 to 3
  sharpening?: number | null;
  resampling?: 'skipping' | 'averaging' | null;
}

// what is chosen of it; `part: null` all of it
export interface CropPhotoAction {
  type: 'crop-photo';
  // [x, y, width, height] with numbers from 0 to 1
  part: [x: number, y: number, width: number, height: number] | null;
}

// the photo that was opened, once more
export interface ShowPhotoAction {
  type: 'show-photo';
}

// takes away what is said about a photo
export interface DismissPhotoNewsAction {
  type: 'dismiss-photo-news';
}

// that the logits are divided by; `null`: as it was measured for the model
export interface TemperatureAction {
  type: 'temperature';
  // a number from 0.25 to 8
  value: number | null;
}

// another network answers; `null`: drawings are read by the one that was trained to, all else by the default
export interface SelectModelAction {
  type: 'select-model';
  id: string | null;
}

// another engine answers
export interface SelectEngineAction {
  type: 'select-engine';
  engine: 'atelier-nn' | 'onnxruntime-web';
}

// how a visitor's model reads pixels
export interface ReadOwnModelAction {
  type: 'read-own-model';
  range: '0..255' | '0..1' | '-1..1' | 'standardised';
  inverted?: boolean | null;
}

// of a visitor's model that is being opened
export interface CancelOpeningAction {
  type: 'cancel-opening';
}

// takes away what is said about a visitor's model
export interface DismissModelNewsAction {
  type: 'dismiss-model-news';
}

// loads again whatever failed to load
export interface RetryAction {
  type: 'retry';
}

// takes away what is said about a missing engine
export interface DismissNoticeAction {
  type: 'dismiss-notice';
}

// opens an explanation: where it looked, the nearest training images, what the layers make of it, what would change its mind, what the answer bears; `null` closes it
export interface OpenWhyAction {
  type: 'open-why';
  topic: 'map' | 'neighbours' | 'inside' | 'change' | 'stress' | null;
}

// where it looked; `method: null` closes it; `label: null`: for the class answered; patch and stride are of occlusion, in pixels, `strength` is the map's on the picture
export interface ExplainAction {
  type: 'explain';
  method: 'activation' | 'occlusion' | null;
  // a whole number from 0 to 9
  label?: number | null;
  // an odd number from 3 to 7
  patch?: number | null;
  // a whole number from 1 to 3
  stride?: number | null;
  // a number from 0 to 1
  strength?: number | null;
}

// what the layers make of it: which one is shown, and the cell of one of its maps that is pointed at, all from 0; without a `map` none is
export interface InsideAction {
  type: 'inside';
  // a whole number from 0 to 999
  layer: number;
  // a whole number from 0 to 4095
  map?: number | null;
  // a whole number from 0 to 1023
  row?: number;
  // a whole number from 0 to 1023
  column?: number;
}

// how the picture is changed to change the answer; `target` is the class to make it, `null` whatever it is not; `strength` is in gray levels, `null` the least that is enough
export interface ChangeAction {
  type: 'change';
  method?: 'fgsm' | 'iterated-fgsm' | null;
  // a whole number from 0 to 9
  target?: number | null;
  // a whole number from 0 to 32
  strength?: number | null;
}

// how the picture is distorted, what is left out not at all: pixels, degrees clockwise, standard deviations of a blur in pixels and of noise in gray levels, a factor of contrast; `along`: what the curve is along
export interface StressAction {
  type: 'stress';
  // [x, y] with numbers from -14 to 14
  shift?: [x: number, y: number] | null;
  // a number from -180 to 180
  turn?: number | null;
  // a number from 0.5 to 1.5
  scale?: number | null;
  // a number from 0 to 4
  blur?: number | null;
  // a number from 0 to 2
  contrast?: number | null;
  // a number from 0 to 128
  noise?: number | null;
  // a whole number from 0 to 4294967295
  seed?: number | null;
  along?: 'shift-x' | 'shift-y' | 'turn' | 'scale' | 'blur' | 'contrast' | 'noise' | null;
}

// back to the test set from a visitor's images
export interface UseBundledDataAction {
  type: 'use-bundled-data';
}

// what a class of the shown set is called; an empty name is the default one, `label: null` all ten of them
export interface RenameClassAction {
  type: 'rename-class';
  // a whole number from 0 to 9
  label: number | null;
  // a text of at most 24 bytes
  name?: string;
}

// takes away what is said about a visitor's images
export interface DismissDataNewsAction {
  type: 'dismiss-data-news';
}

// answers the whole test set for the report, by our own engine unless told otherwise
export interface EvaluateAction {
  type: 'evaluate';
  engine?: 'atelier-nn' | 'onnxruntime-web' | null;
}

// drops what is being evaluated
export interface CancelEvaluationAction {
  type: 'cancel-evaluation';
}

// shows a part of the report
export interface ReportSectionAction {
  type: 'report-section';
  section: 'overview' | 'calibration' | 'mistakes' | 'duplicates' | 'compare';
}

// the images behind a cell of the confusion matrix; `label: null`: of none
export interface CellAction {
  type: 'cell';
  // a whole number from 0 to 9
  label: number | null;
  // a whole number from 0 to 9
  answer?: number;
}

// another one, by its id in `report.evaluations`
export interface ShowEvaluationAction {
  type: 'show-evaluation';
  // a whole number from 0 to 4294967295
  id: number;
}

// holds another one against the one shown
export interface CompareAction {
  type: 'compare';
  // a whole number from 0 to 4294967295
  id: number;
}

// on the label of a test image; `null` takes it back
export interface VoteAction {
  type: 'vote';
  // a whole number from 0 to 99999
  index: number;
  vote: 'agree' | 'disagree' | null;
}

// downloads them
export interface SaveVotesAction {
  type: 'save-votes';
}

// looks for test images that are nearly the same
export interface FindDuplicatesAction {
  type: 'find-duplicates';
  in: 'pixels' | 'features';
}

// looks no further
export interface CancelDuplicatesAction {
  type: 'cancel-duplicates';
}

// downloads it; `sprite`: the images that Explore shows
export interface SaveAction {
  type: 'save';
  what: 'answers-csv' | 'report-json' | 'sprite';
}

export type Action =
  | ViewAction
  | SelectSampleAction
  | FilterAction
  | StrokeAction
  | ClearAction
  | UndoAction
  | RedoAction
  | SoftenAction
  | InvertAction
  | ArrangeAction
  | EditSampleAction
  | ShowDrawingAction
  | TraceAction
  | SwitchStepAction
  | ToolAction
  | GrayAction
  | BrushSizeAction
  | MirrorAction
  | FillReachAction
  | OpenPhotoAction
  | AdjustPhotoAction
  | CropPhotoAction
  | ShowPhotoAction
  | DismissPhotoNewsAction
  | TemperatureAction
  | SelectModelAction
  | SelectEngineAction
  | ReadOwnModelAction
  | CancelOpeningAction
  | DismissModelNewsAction
  | RetryAction
  | DismissNoticeAction
  | OpenWhyAction
  | ExplainAction
  | InsideAction
  | ChangeAction
  | StressAction
  | UseBundledDataAction
  | RenameClassAction
  | DismissDataNewsAction
  | EvaluateAction
  | CancelEvaluationAction
  | ReportSectionAction
  | CellAction
  | ShowEvaluationAction
  | CompareAction
  | VoteAction
  | SaveVotesAction
  | FindDuplicatesAction
  | CancelDuplicatesAction
  | SaveAction;
