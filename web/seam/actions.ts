// SPDX-License-Identifier: MIT
// seam/actions.ts: carries out the actions that scripts send. They come from outside, so each field is
// looked at, and what is wrong is said in words that help the script's author.
import { engineNames } from './abi_values';
import type { ModuleActions } from './module_actions';

type Doer = Pick<ModuleActions, keyof ModuleActions>;

// In the order of the numbers that the ABI gives them.
export const views = ['draw', 'explore', 'report', 'about'] as const;
// In the order of app::PixelRange.
const ranges = ['0..255', '0..1', '-1..1', 'standardised'] as const;
const sections = ['overview', 'calibration', 'mistakes', 'duplicates', 'compare'] as const;
const votes = ['agree', 'disagree'] as const;
const spaces = ['pixels', 'features'] as const;
const verdicts = ['answer', 'unsure', 'unfamiliar'] as const;
const sorts = ['index', 'confidence', 'uncertainty', 'loss'] as const;
const savings = ['answers-csv', 'report-json', 'sprite'] as const; // the first two are formats
// In the order of app::WhyTopic.
const topics = ['map', 'neighbours', 'inside', 'change', 'stress'] as const;
const methods = ['activation', 'occlusion'] as const;
// Those that can be left out, with the numbers of core::StepId.
const steps = {
  filled: 1,
  trimmed: 2,
  scaled: 3,
  centred: 4,
  toned: 5,
  'cut-out': 8,
  sharpened: 9,
  negated: 10,
} as const;
const stepNames = Object.keys(steps) as (keyof typeof steps)[];
// In the order of core::Resampling.
const resamplings = ['skipping', 'averaging'] as const;
// In the order of app::ChangeMethod and app::StressKind.
const changeMethods = ['fgsm', 'iterated-fgsm'] as const;
const stressKinds = ['shift-x', 'shift-y', 'turn', 'scale', 'blur', 'contrast', 'noise'] as const;
// In the order of core::Tool.
const tools = ['brush', 'eraser', 'fill', 'line', 'polygon'] as const;

// Each returns a sentence if the action is a proper one that cannot be carried out now.
const actions: Record<string, (fields: Fields, module: Doer) => string | undefined> = {
  view: (fields, module) => {
    module.doView(fields.oneOf('view', views));
    return undefined;
  },
  'select-sample': (fields, module) => {
    const index = fields.integer('index', 0, 9999);
    return module.doSelectSample(index) ? undefined : notHere(index);
  },
  'edit-sample': (fields, module) => {
    const index = fields.integer('index', 0, 9999);
    return module.doEditSample(index) ? undefined : notHere(index);
  },
  stroke: (fields, module) => {
    const tool = fields.oneOf('tool', tools);
    const stroke = {
      points: fields.points('points', tools[tool] === 'polygon' ? 3 : 1),
      tool,
      gray: fields.integer('gray', 0, 255),
      size: fields.number('size', 0, 1),
      mirrored: fields.optionalBoolean('mirrored'),
      tolerance: fields.optionalInteger('tolerance', 0, 128) ?? 16,
      gap: fields.optionalInteger('gap', 0, 40) ?? 0,
    };
    return module.doStroke(stroke) ? undefined : 'this stroke cannot be drawn';
  },
  arrange: (fields, module) => {
    const [dx, dy] = fields.isOpen('move') ? [0, 0] : fields.pair('move', -1, 1);
    const scale = fields.isOpen('scale') ? 1 : fields.number('scale', 0.05, 20);
    const turn = fields.isOpen('turn') ? 0 : fields.number('turn', -360, 360);
    return module.doArrange({ dx, dy, scale, turn }) ? undefined : 'nothing is drawn';
  },
  soften: (_, module) => {
    module.doSoften();
    return undefined;
  },
  invert: (_, module) => {
    module.doInvert();
    return undefined;
  },
  // The label null stands for nothing to trace.
  trace: (fields, module) => {
    const label = fields.isNull('label') ? null : fields.integer('label', 0, 9);
    return module.doTrace(label) ? undefined : `no test image of class ${label} has arrived`;
  },
  // An empty drawing is what was asked for, whether or not there was something to clear.
  clear: (_, module) => {
    module.doClear();
    return undefined;
  },
  undo: (_, module) => (module.doUndo() ? undefined : 'there is nothing to undo'),
  redo: (_, module) => (module.doRedo() ? undefined : 'there is nothing to redo'),
  'select-model': (fields, module) => {
    const id = fields.text('id');
    return module.doSelectModel(id) ? undefined : `there is no model '${id}'`;
  },
  'open-why': (fields, module) => {
    module.doOpenWhy(fields.isNull('topic') ? null : fields.oneOf('topic', topics));
    return undefined;
  },
  explain: (fields, module) => {
    module.doExplain({
      method: fields.isNull('method') ? null : fields.oneOf('method', methods),
      label: fields.optionalInteger('label', 0, 9),
      patch: fields.isOpen('patch') ? 5 : fields.oddSide('patch', 3, 7),
      stride: fields.isOpen('stride') ? 2 : fields.integer('stride', 1, 3),
      strength: fields.isOpen('strength') ? 0.8 : fields.number('strength', 0, 1),
    });
    return undefined;
  },
  // Without a map no cell is pointed at.
  inside: (fields, module) => {
    const place = (name: string, most: number) => fields.integer(name, 0, most);
    module.doInside({
      layer: place('layer', 999),
      cell: fields.isOpen('map')
        ? null
        : { map: place('map', 4095), row: place('row', 1023), column: place('column', 1023) },
    });
    return undefined;
  },
  change: (fields, module) => {
    module.doChange({
      method: fields.isOpen('method') ? 0 : fields.oneOf('method', changeMethods),
      target: fields.optionalInteger('target', 0, 9),
      strength: fields.optionalInteger('strength', 0, 32),
    });
    return undefined;
  },
  // What is left out is not distorted.
  stress: (fields, module) => {
    const number = (name: string, neutral: number, least: number, most: number) =>
      fields.isOpen(name) ? neutral : fields.number(name, least, most);
    module.doStress({
      shift: fields.isOpen('shift') ? [0, 0] : fields.pair('shift', -14, 14),
      turn: number('turn', 0, -180, 180),
      scale: number('scale', 1, 0.5, 1.5),
      blur: number('blur', 0, 0, 4),
      contrast: number('contrast', 1, 0, 2),
      noise: number('noise', 0, 0, 128),
      seed: fields.isOpen('seed') ? 1 : fields.integer('seed', 0, 2 ** 32 - 1),
      along: fields.isOpen('along') ? null : fields.oneOf('along', stressKinds),
    });
    return undefined;
  },
  // The step null stands for all: none is left out.
  'switch-step': (fields, module) => {
    const name = fields.isNull('step') ? null : stepNames[fields.oneOf('step', stepNames)]!;
    const step = name === null ? null : steps[name];
    if (module.doSwitchStep(step, step === null || fields.boolean('on'))) return undefined;
    return `what is shown does not go through the step '${name}'`;
  },
  'open-photo': (fields, module) => {
    const width = fields.integer('width', 1, 1024);
    const height = fields.integer('height', 1, 1024);
    const rgba = fields.bytes('pixels', 4 * width * height);
    const name = fields.isOpen('name') ? '' : fields.shortText('name', 200);
    return module.doOpenPhoto(name, { width, height, rgba }) ? undefined : 'it is no photo';
  },
  'show-photo': (_, module) => (module.doShowPhoto() ? undefined : noPhoto),
  'show-drawing': (_, module) => {
    module.doShowDrawing();
    return undefined;
  },
  // What is left out is as by default.
  'adjust-photo': (fields, module) => {
    const number = (name: string, most: number, usual: number) =>
      fields.isOpen(name) ? usual : fields.number(name, 0, most);
    module.doAdjustPhoto({
      background: number('background_tolerance', 0.5, 0.1),
      trim: number('trim_tolerance', 0.3, 0.05),
      sharpening: number('sharpening', 3, 1),
      resampling: fields.isOpen('resampling') ? 0 : fields.oneOf('resampling', resamplings),
    });
    return undefined;
  },
  // The part null stands for all of it.
  'crop-photo': (fields, module) => {
    const part = fields.isNull('part') ? null : fields.partOfUnit('part');
    return module.doCropPhoto(part) ? undefined : noPhoto;
  },
  temperature: (fields, module) => {
    const value = fields.isNull('value') ? null : fields.number('value', 0.25, 8);
    module.doTemperature(value);
    return undefined;
  },
  'select-engine': (fields, module) => {
    const engine = fields.oneOf('engine', engineNames);
    if (module.doSelectEngine(engine)) return undefined;
    return `the engine '${engineNames[engine]}' has failed; 'retry' starts it again`;
  },
  evaluate: (fields, module) => {
    const engine = fields.has('engine') ? fields.oneOf('engine', engineNames) : 0;
    return module.doEvaluate(engine) ? undefined : 'the test set or the model has not arrived';
  },
  'cancel-evaluation': (_, module) =>
    module.doCancelEvaluation() ? undefined : 'nothing is being evaluated',
  'report-section': (fields, module) => {
    module.doReportSection(fields.oneOf('section', sections));
    return undefined;
  },
  'show-evaluation': (fields, module) => {
    const id = fields.integer('id', 0, 2 ** 32 - 1);
    return module.doShowEvaluation(id) ? undefined : noEvaluation(id);
  },
  compare: (fields, module) => {
    const id = fields.integer('id', 0, 2 ** 32 - 1);
    return module.doCompareWith(id) ? undefined : noEvaluation(id);
  },
  cell: (fields, module) => {
    const label = fields.optionalInteger('label', 0, 9);
    const answer = label === null ? null : fields.integer('answer', 0, 9);
    module.doSelectCell(label, answer);
    return undefined;
  },
  vote: (fields, module) => {
    const index = fields.integer('index', 0, 9999);
    const vote = fields.isNull('vote') ? null : fields.oneOf('vote', votes);
    return module.doVoteOnLabel(index, vote) ? undefined : notHere(index);
  },
  'save-votes': (_, module) => (module.doSaveVotes() ? undefined : 'there are no votes'),
  'find-duplicates': (fields, module) =>
    module.doFindPairs(fields.oneOf('in', spaces))
      ? undefined
      : 'the test set or the model has not arrived',
  'cancel-duplicates': (_, module) =>
    module.doCancelPairs() ? undefined : 'nothing is being looked for',
  filter: (fields, module) => {
    const confidence = fields.optionalRange('confidence', 0, 1);
    const filter = {
      label: fields.optionalInteger('label', 0, 9),
      prediction: fields.optionalInteger('prediction', 0, 9),
      right: fields.isOpen('right') ? null : fields.optionalBoolean('right'),
      verdict: fields.isOpen('verdict') ? null : fields.oneOf('verdict', verdicts),
      confidence: confidence ?? ([0, 1] as const),
      sort: fields.isOpen('sort') ? 0 : fields.oneOf('sort', sorts),
    };
    module.doFilter(filter);
    return undefined;
  },
  save: (fields, module) => {
    const what = fields.oneOf('what', savings);
    if (savings[what] === 'sprite') {
      return module.doSaveSprite() ? undefined : 'there are no images to save';
    }
    return module.doSaveReport(what) ? undefined : 'no evaluation is complete';
  },
  retry: (_, module) => {
    module.doRetry();
    return undefined;
  },
  'dismiss-notice': (_, module) => {
    module.doDismissNotice();
    return undefined;
  },
  'use-bundled-data': (_, module) =>
    module.doUseBundledData() ? undefined : 'it is shown already',
  // The label null stands for all: the default names.
  'rename-class': (fields, module) => {
    const label = fields.isNull('label') ? null : fields.integer('label', 0, 9);
    module.doRenameClass(label, label === null ? '' : fields.shortText('name', 24));
    return undefined;
  },
  'read-own-model': (fields, module) => {
    const reading = 2 * fields.oneOf('range', ranges) + Number(fields.optionalBoolean('inverted'));
    if (module.doReadOwnModel(reading)) return undefined;
    return 'there is no model of your own, or it cannot be read so';
  },
};

export function carryOut(action: unknown, module: Doer): void {
  const known = `one of ${quoted(Object.keys(actions))}`;
  if (typeof action !== 'object' || action === null) {
    throw new TypeError(`an action is an object with a type, ${known}`);
  }
  const { type } = action as { type?: unknown };
  const act = Object.keys(actions).includes(type as string) ? actions[type as string] : undefined;
  if (!act) throw new TypeError(`the type of an action is ${known}, not ${shown(type)}`);
  const obstacle = act(new Fields(action, `action '${String(type)}'`), module);
  if (obstacle !== undefined) throw new RangeError(obstacle);
}

const noPhoto = 'there is no photo';

function notHere(index: number): string {
  return `test image ${index} has not arrived`;
}

function noEvaluation(id: number): string {
  return `there is no finished evaluation ${id}`;
}

function quoted(words: readonly string[]): string {
  return words.map((word) => `'${word}'`).join(', ');
}

// A value as a message can show it, however large or strange it is.
function shown(value: unknown): string {
  if (typeof value === 'string') return `'${value.slice(0, 40)}'`;
  if (typeof value === 'object' && value !== null)
    return Array.isArray(value) ? 'a list' : 'an object';
  return String(value);
}

class Fields {
  constructor(
    private readonly fields: object,
    private readonly where: string,
  ) {}

  number(name: string, least: number, most: number): number {
    const value = this.get(name);
    return isNumber(value, least, most)
      ? value
      : this.refuse(name, `a number from ${least} to ${most}`);
  }

  integer(name: string, least: number, most: number): number {
    const value = this.get(name);
    return isNumber(value, least, most) && Number.isInteger(value)
      ? value
      : this.refuse(name, `a whole number from ${least} to ${most}`);
  }

  oddSide(name: string, least: number, most: number): number {
    const value = this.integer(name, least, most);
    return value % 2 === 1 ? value : this.refuse(name, `an odd number from ${least} to ${most}`);
  }

  optionalInteger(name: string, least: number, most: number): number | null {
    return this.get(name) == null ? null : this.integer(name, least, most);
  }

  optionalRange(name: string, least: number, most: number): [number, number] | null {
    const value = this.get(name);
    if (value == null) return null;
    const [from, to] = Array.isArray(value) && value.length === 2 ? value : [];
    return isNumber(from, least, most) && isNumber(to, from, most)
      ? [from, to]
      : this.refuse(name, `[from, to] with numbers from ${least} to ${most}`);
  }

  pair(name: string, least: number, most: number): [number, number] {
    const value = this.get(name);
    const [first, second] = Array.isArray(value) && value.length === 2 ? value : [];
    return isNumber(first, least, most) && isNumber(second, least, most)
      ? [first, second]
      : this.refuse(name, `[x, y] with numbers from ${least} to ${most}`);
  }

  // [x, y, width, height] within 0..1, not empty.
  partOfUnit(name: string): [x: number, y: number, width: number, height: number] {
    const value = this.get(name);
    const numbers: unknown[] = Array.isArray(value) && value.length === 4 ? value : [];
    const [x, y, width, height] = numbers;
    const within = (start: unknown, length: unknown) =>
      isNumber(start, 0, 1) && isNumber(length, 0, 1 - start) && length > 0;
    return within(x, width) && within(y, height)
      ? (numbers as [number, number, number, number])
      : this.refuse(name, '[x, y, width, height] within 0 to 1, not empty');
  }

  bytes(name: string, count: number): Uint8Array {
    const value = this.get(name);
    const expected = `a list of ${count} whole numbers from 0 to 255`;
    if (!Array.isArray(value) && !(value instanceof Uint8Array) && !isClamped(value)) {
      return this.refuse(name, expected);
    }
    if (value.length !== count) return this.refuse(name, expected, `${value.length} of them`);
    const isByte = (each: unknown) => isNumber(each, 0, 255) && Number.isInteger(each);
    const wrong = Array.isArray(value) ? value.findIndex((each) => !isByte(each)) : -1;
    if (wrong >= 0) return this.refuse(name, expected, `what is at index ${wrong}`);
    return Uint8Array.from(value as ArrayLike<number>);
  }

  boolean(name: string): boolean {
    const value = this.get(name);
    return typeof value === 'boolean' ? value : this.refuse(name, 'true or false');
  }

  optionalBoolean(name: string): boolean {
    const value = this.get(name) ?? false;
    return typeof value === 'boolean' ? value : this.refuse(name, 'true or false');
  }

  text(name: string): string {
    const value = this.get(name);
    return typeof value === 'string' ? value : this.refuse(name, 'a text');
  }

  shortText(name: string, mostBytes: number): string {
    const value = this.text(name);
    return new TextEncoder().encode(value.trim()).length <= mostBytes
      ? value
      : this.refuse(name, `a text of at most ${mostBytes} bytes`);
  }

  oneOf(name: string, words: readonly string[]): number {
    const index = words.indexOf(this.get(name) as string);
    return index >= 0 ? index : this.refuse(name, `one of ${quoted(words)}`);
  }

  points(name: string, least: number): [number, number, number][] {
    const value = this.get(name);
    const isPoint = (point: unknown) =>
      Array.isArray(point) && point.length === 3 && point.every((each) => isNumber(each, 0, 1));
    const expected = 'a list of [x, y, pressure], each from 0 to 1';
    if (!Array.isArray(value)) return this.refuse(name, expected);
    if (value.length === 0) return this.refuse(name, expected, 'an empty one');
    if (value.length < least) {
      return this.refuse(name, `${expected}, at least ${least} of them`, `${value.length}`);
    }
    const wrong = value.findIndex((point) => !isPoint(point));
    if (wrong >= 0) return this.refuse(name, expected, `what is at index ${wrong}`);
    return value as [number, number, number][];
  }

  // Left out or null.
  isOpen(name: string): boolean {
    return this.get(name) == null;
  }

  isNull(name: string): boolean {
    return this.get(name) === null;
  }

  has(name: string): boolean {
    return this.get(name) !== undefined;
  }

  private get(name: string): unknown {
    return (this.fields as Record<string, unknown>)[name];
  }

  private refuse(name: string, expected: string, found = shown(this.get(name))): never {
    throw new TypeError(`${this.where}: '${name}' is ${expected}, not ${found}`);
  }
}

function isClamped(value: unknown): value is Uint8ClampedArray {
  return value instanceof Uint8ClampedArray;
}

function isNumber(value: unknown, least: number, most: number): value is number {
  return typeof value === 'number' && value >= least && value <= most;
}
