// SPDX-License-Identifier: MIT
import { beforeEach, describe, expect, it, vi } from 'vitest';

import { carryOut } from '../../web/seam/actions';

const module = {
  doView: vi.fn(),
  doSelectSample: vi.fn(),
  doEditSample: vi.fn(),
  doStroke: vi.fn(),
  doArrange: vi.fn(),
  doSoften: vi.fn(),
  doInvert: vi.fn(),
  doTrace: vi.fn(),
  doClear: vi.fn(),
  doUndo: vi.fn(),
  doRedo: vi.fn(),
  doSelectModel: vi.fn(),
  doOpenWhy: vi.fn(),
  doExplain: vi.fn(),
  doInside: vi.fn(),
  doChange: vi.fn(),
  doStress: vi.fn(),
  doSwitchStep: vi.fn(),
  doTemperature: vi.fn(),
  doSelectEngine: vi.fn(),
  doEvaluate: vi.fn(),
  doCancelEvaluation: vi.fn(),
  doReportSection: vi.fn(),
  doShowEvaluation: vi.fn(),
  doCompareWith: vi.fn(),
  doSelectCell: vi.fn(),
  doVoteOnLabel: vi.fn(),
  doSaveVotes: vi.fn(),
  doFindPairs: vi.fn(),
  doCancelPairs: vi.fn(),
  doFilter: vi.fn(),
  doSaveSprite: vi.fn(),
  doSaveReport: vi.fn(),
  doRetry: vi.fn(),
  doDismissNotice: vi.fn(),
  doReadOwnModel: vi.fn(),
  doUseBundledData: vi.fn(),
  doRenameClass: vi.fn(),
  doOpenPhoto: vi.fn(),
  doShowPhoto: vi.fn(),
  doShowDrawing: vi.fn(),
  doAdjustPhoto: vi.fn(),
  doCropPhoto: vi.fn(),
};
const stroke = {
  type: 'stroke',
  points: [
    [0, 0, 0.5],
    [1, 1, 1],
  ],
  tool: 'brush',
  gray: 200,
  size: 0.1,
};

beforeEach(() => {
  for (const act of Object.values(module)) act.mockReset().mockReturnValue(true);
});

describe('actions', () => {
  it.each([
    [{ type: 'view', view: 'explore' }, 'doView', 1],
    [{ type: 'select-sample', index: 9999 }, 'doSelectSample', 9999],
    [{ type: 'edit-sample', index: 0 }, 'doEditSample', 0],
    [{ type: 'trace', label: 9 }, 'doTrace', 9],
    [{ type: 'trace', label: null }, 'doTrace', null],
    [{ type: 'select-model', id: 'small' }, 'doSelectModel', 'small'],
    [{ type: 'select-engine', engine: 'atelier-nn' }, 'doSelectEngine', 0],
    [{ type: 'select-engine', engine: 'onnxruntime-web' }, 'doSelectEngine', 1],
    [{ type: 'temperature', value: 2.5 }, 'doTemperature', 2.5],
    [{ type: 'temperature', value: null }, 'doTemperature', null],
    [{ type: 'open-why', topic: 'map' }, 'doOpenWhy', 0],
    [{ type: 'open-why', topic: 'inside' }, 'doOpenWhy', 2],
    [{ type: 'open-why', topic: 'stress' }, 'doOpenWhy', 4],
    [{ type: 'open-why', topic: null }, 'doOpenWhy', null],
    [{ type: 'evaluate' }, 'doEvaluate', 0],
    [{ type: 'evaluate', engine: 'onnxruntime-web' }, 'doEvaluate', 1],
    [{ type: 'report-section', section: 'compare' }, 'doReportSection', 4],
    [{ type: 'show-evaluation', id: 7 }, 'doShowEvaluation', 7],
    [{ type: 'compare', id: 8 }, 'doCompareWith', 8],
    [{ type: 'find-duplicates', in: 'features' }, 'doFindPairs', 1],
    [{ type: 'read-own-model', range: '0..1' }, 'doReadOwnModel', 2],
    [{ type: 'read-own-model', range: 'standardised', inverted: true }, 'doReadOwnModel', 7],
    [{ type: 'save', what: 'answers-csv' }, 'doSaveReport', 0],
    [{ type: 'save', what: 'report-json' }, 'doSaveReport', 1],
  ] as const)('%o reaches the module', (action, name, argument) => {
    carryOut(action, module);
    expect(module[name]).toHaveBeenCalledExactlyOnceWith(argument);
  });

  it('opens a photo by its pixels', () => {
    const pixels = Array.from({ length: 24 }, (_, k) => 10 * k);
    carryOut({ type: 'open-photo', width: 3, height: 2, pixels }, module);
    const photo = { width: 3, height: 2, rgba: Uint8Array.from(pixels) };
    expect(module.doOpenPhoto).toHaveBeenLastCalledWith('', photo);
    const typed = new Uint8ClampedArray(pixels);
    carryOut({ type: 'open-photo', width: 3, height: 2, pixels: typed, name: 'a' }, module);
    expect(module.doOpenPhoto).toHaveBeenLastCalledWith('a', photo);
  });

  it.each([
    [{ width: 3 }, /'pixels' is a list of 24 whole numbers from 0 to 255, not 20 of them/],
    [{ width: 0 }, /'width' is a whole number from 1 to 1024/],
    [{ height: 1025 }, /'height' is a whole number from 1 to 1024/],
    [{ pixels: 'red' }, /'pixels' is a list/],
    [{ pixels: new Array(20).fill(256) }, /not what is at index 0/],
    [{ pixels: new Array(20) }, /not what is at index 0/],
  ])('refuses a photo with %o', (fields, message) => {
    const photo = { width: 5, height: 1, pixels: new Uint8Array(20), ...fields };
    if ('width' in fields && fields.width === 3) photo.height = 2;
    expect(() => carryOut({ type: 'open-photo', ...photo }, module)).toThrow(message);
    expect(module.doOpenPhoto).not.toHaveBeenCalled();
  });

  it('prepares a photo, with what is left out as usual', () => {
    carryOut({ type: 'adjust-photo', trim_tolerance: 0.2, resampling: 'averaging' }, module);
    expect(module.doAdjustPhoto).toHaveBeenCalledExactlyOnceWith({
      background: 0.1,
      trim: 0.2,
      sharpening: 1,
      resampling: 1,
    });
    expect(() => carryOut({ type: 'adjust-photo', sharpening: 4 }, module)).toThrow(/0 to 3/);
  });

  it('chooses a part of the photo', () => {
    carryOut({ type: 'crop-photo', part: [0.25, 0, 0.75, 0.5] }, module);
    expect(module.doCropPhoto).toHaveBeenLastCalledWith([0.25, 0, 0.75, 0.5]);
    carryOut({ type: 'crop-photo', part: null }, module);
    expect(module.doCropPhoto).toHaveBeenLastCalledWith(null);
    const wrong = { type: 'crop-photo', part: [0.5, 0, 0.75, 0.5] };
    expect(() => carryOut(wrong, module)).toThrow(/within 0 to 1/);
    module.doCropPhoto.mockReturnValue(false);
    expect(() => carryOut({ type: 'crop-photo', part: null }, module)).toThrow('no photo');
  });

  it('asks where the network looked, with what is left out as usual', () => {
    carryOut({ type: 'explain', method: 'activation' }, module);
    expect(module.doExplain).toHaveBeenLastCalledWith({
      method: 0,
      label: null,
      patch: 5,
      stride: 2,
      strength: 0.8,
    });
    const all = { method: 'occlusion', label: 8, patch: 7, stride: 1, strength: 0.25 };
    carryOut({ type: 'explain', ...all }, module);
    expect(module.doExplain).toHaveBeenLastCalledWith({ ...all, method: 1 });
    carryOut({ type: 'explain', method: null }, module);
    expect(module.doExplain.mock.lastCall![0]).toMatchObject({ method: null });
  });

  it.each([
    [{ method: 'magic' }, /'method' is one of 'activation', 'occlusion'/],
    [{}, /'method' is one of/],
    [{ method: 'occlusion', patch: 4 }, /'patch' is an odd number from 3 to 7, not 4/],
    [{ method: 'occlusion', stride: 0 }, /'stride' is a whole number from 1 to 3/],
    [{ method: 'occlusion', label: 10 }, /'label' is a whole number from 0 to 9/],
    [{ method: 'occlusion', strength: 2 }, /'strength' is a number from 0 to 1/],
  ])('refuses to explain by %o', (fields, message) => {
    expect(() => carryOut({ type: 'explain', ...fields }, module)).toThrow(message);
    expect(module.doExplain).not.toHaveBeenCalled();
  });

  it('points at a cell inside the network, or at none', () => {
    carryOut({ type: 'inside', layer: 3 }, module);
    expect(module.doInside).toHaveBeenLastCalledWith({ layer: 3, cell: null });
    carryOut({ type: 'inside', layer: 0, map: 11, row: 27, column: 0 }, module);
    const cell = { map: 11, row: 27, column: 0 };
    expect(module.doInside).toHaveBeenLastCalledWith({ layer: 0, cell });
  });

  it('asks what would change its mind, with what is left out as usual', () => {
    carryOut({ type: 'change' }, module);
    expect(module.doChange).toHaveBeenLastCalledWith({ method: 0, target: null, strength: null });
    const all = { method: 'iterated-fgsm', target: 6, strength: 3 };
    carryOut({ type: 'change', ...all }, module);
    expect(module.doChange).toHaveBeenLastCalledWith({ ...all, method: 1 });
  });

  it.each([
    [{ method: 'magic' }, /'method' is one of 'fgsm', 'iterated-fgsm'/],
    [{ target: 10 }, /'target' is a whole number from 0 to 9/],
    [{ strength: 33 }, /'strength' is a whole number from 0 to 32, not 33/],
    [{ strength: 1.5 }, /'strength' is a whole number/],
  ])('refuses a change by %o', (fields, message) => {
    expect(() => carryOut({ type: 'change', ...fields }, module)).toThrow(message);
    expect(module.doChange).not.toHaveBeenCalled();
  });

  it('distorts as it is told, and nothing else', () => {
    carryOut({ type: 'stress' }, module);
    const neutral = {
      shift: [0, 0],
      turn: 0,
      scale: 1,
      blur: 0,
      contrast: 1,
      noise: 0,
      seed: 1,
      along: null,
    };
    expect(module.doStress).toHaveBeenLastCalledWith(neutral);
    carryOut({ type: 'stress', shift: [3, -2], turn: 90, along: 'turn' }, module);
    expect(module.doStress).toHaveBeenLastCalledWith({
      ...neutral,
      shift: [3, -2],
      turn: 90,
      along: 2,
    });
  });

  it.each([
    [{ shift: 3 }, /'shift' is \[x, y\] with numbers from -14 to 14, not 3/],
    [{ turn: 200 }, /'turn' is a number from -180 to 180/],
    [{ scale: 0 }, /'scale' is a number from 0.5 to 1.5/],
    [{ blur: 5 }, /'blur' is a number from 0 to 4/],
    [{ contrast: -1 }, /'contrast' is a number from 0 to 2/],
    [{ noise: NaN }, /'noise' is a number from 0 to 128/],
    [{ seed: 0.5 }, /'seed' is a whole number/],
    [{ along: 'time' }, /'along' is one of 'shift-x'/],
  ])('refuses to distort by %o', (fields, message) => {
    expect(() => carryOut({ type: 'stress', ...fields }, module)).toThrow(message);
    expect(module.doStress).not.toHaveBeenCalled();
  });

  it.each([
    [{ type: 'switch-step', step: 'filled', on: false }, 'doSwitchStep', [1, false]],
    [{ type: 'switch-step', step: 'toned', on: true }, 'doSwitchStep', [5, true]],
    [{ type: 'switch-step', step: 'cut-out', on: false }, 'doSwitchStep', [8, false]],
    [{ type: 'switch-step', step: 'negated', on: true }, 'doSwitchStep', [10, true]],
    [{ type: 'switch-step', step: null }, 'doSwitchStep', [null, true]],
    [{ type: 'cell', label: 6, answer: 0 }, 'doSelectCell', [6, 0]],
    [{ type: 'cell', label: null }, 'doSelectCell', [null, null]],
    [{ type: 'vote', index: 12, vote: 'disagree' }, 'doVoteOnLabel', [12, 1]],
    [{ type: 'vote', index: 12, vote: null }, 'doVoteOnLabel', [12, null]],
  ] as const)('%o reaches the module with both of its numbers', (action, name, both) => {
    carryOut(action, module);
    expect(module[name]).toHaveBeenCalledExactlyOnceWith(...both);
  });

  it.each([
    ['clear', 'doClear'],
    ['soften', 'doSoften'],
    ['invert', 'doInvert'],
    ['undo', 'doUndo'],
    ['redo', 'doRedo'],
    ['retry', 'doRetry'],
    ['dismiss-notice', 'doDismissNotice'],
    ['cancel-evaluation', 'doCancelEvaluation'],
    ['save-votes', 'doSaveVotes'],
    ['cancel-duplicates', 'doCancelPairs'],
  ] as const)('%s needs no fields', (type, name) => {
    carryOut({ type }, module);
    expect(module[name]).toHaveBeenCalledOnce();
  });

  const anything = {
    label: null,
    prediction: null,
    right: null,
    verdict: null,
    confidence: [0, 1],
    sort: 0,
  };

  it.each([
    [{}, {}],
    [{ label: null, sort: null, confidence: null }, {}],
    [{ label: 3 }, { label: 3 }],
    [
      { prediction: 0, right: false, verdict: 'unsure' },
      { prediction: 0, right: false, verdict: 1 },
    ],
    [
      { right: true, confidence: [0.25, 0.5] },
      { right: true, confidence: [0.25, 0.5] },
    ],
    [{ sort: 'loss' }, { sort: 3 }],
  ])('a filter that says %o leaves the rest open', (fields, filter) => {
    carryOut({ type: 'filter', ...fields }, module);
    expect(module.doFilter).toHaveBeenCalledExactlyOnceWith({ ...anything, ...filter });
  });

  it('a sprite is saved of what is shown', () => {
    carryOut({ type: 'save', what: 'sprite' }, module);
    expect(module.doSaveSprite).toHaveBeenCalledOnce();
    expect(module.doSaveReport).not.toHaveBeenCalled();
  });

  it('a stroke reaches the module with its tool as a number', () => {
    carryOut({ ...stroke, tool: 'fill', mirrored: true }, module);
    expect(module.doStroke).toHaveBeenCalledWith({
      points: stroke.points,
      tool: 2,
      gray: 200,
      size: 0.1,
      mirrored: true,
      tolerance: 16,
      gap: 0,
    });
    carryOut({ ...stroke, tool: 'line', tolerance: 128, gap: 40 }, module);
    expect(module.doStroke).toHaveBeenLastCalledWith(
      expect.objectContaining({ tool: 3, tolerance: 128, gap: 40 }),
    );
    carryOut(stroke, module);
    expect(module.doStroke).toHaveBeenLastCalledWith(expect.objectContaining({ mirrored: false }));
  });

  it.each([
    [{}, { dx: 0, dy: 0, scale: 1, turn: 0 }],
    [{ move: [0.25, -0.5] }, { dx: 0.25, dy: -0.5, scale: 1, turn: 0 }],
    [
      { move: null, scale: 2, turn: -90 },
      { dx: 0, dy: 0, scale: 2, turn: -90 },
    ],
  ])('arranging by %o leaves the rest as it is', (fields, told) => {
    carryOut({ type: 'arrange', ...fields }, module);
    expect(module.doArrange).toHaveBeenCalledExactlyOnceWith(told);
  });

  it('an engine that has failed is not selected, and what to do about it is said', () => {
    module.doSelectEngine.mockReturnValue(false);
    expect(() => carryOut({ type: 'select-engine', engine: 'onnxruntime-web' }, module)).toThrow(
      new RangeError("the engine 'onnxruntime-web' has failed; 'retry' starts it again"),
    );
  });
});

describe('malformed actions', () => {
  it.each([
    [undefined, /an action is an object with a type, one of 'view', .*'retry'/],
    [null, /is an object/],
    ['clear', /is an object/],
    [{}, /the type of an action is one of .*, not undefined/],
    [{ type: 'explode' }, /not 'explode'/],
    [{ type: 'toString' }, /not 'toString'/],
    [{ type: '__proto__' }, /not '__proto__'/],
    [{ type: ['clear'] }, /not a list/],
    [
      { type: 'view' },
      /action 'view': 'view' is one of 'draw', 'explore', 'report', 'about', not undefined/,
    ],
    [{ type: 'view', view: 'map' }, /not 'map'/],
    [{ type: 'select-sample' }, /'index' is a whole number from 0 to 9999, not undefined/],
    [{ type: 'select-sample', index: '3' }, /not '3'/],
    [{ type: 'select-sample', index: -1 }, /not -1/],
    [{ type: 'select-sample', index: 1.5 }, /not 1.5/],
    [{ type: 'select-sample', index: 10000 }, /not 10000/],
    [{ type: 'edit-sample', index: NaN }, /not NaN/],
    [{ type: 'filter', label: 10 }, /'label' is a whole number from 0 to 9, not 10/],
    [{ type: 'filter', prediction: 'Coat' }, /'prediction' is a whole number/],
    [{ type: 'filter', right: 1 }, /'right' is true or false, not 1/],
    [{ type: 'filter', verdict: 'blank' }, /'verdict' is one of 'answer', .*, not 'blank'/],
    [{ type: 'filter', confidence: 0.5 }, /'confidence' is \[from, to\] with numbers from 0 to 1/],
    [{ type: 'filter', confidence: [0.6, 0.5] }, /'confidence' is/],
    [{ type: 'filter', confidence: [0, 1, 1] }, /'confidence' is/],
    [{ type: 'filter', sort: 'size' }, /'sort' is one of 'index', .*, not 'size'/],
    [{ type: 'save', what: 'the world' }, /'what' is one of .*, not 'the world'/],
    [{ ...stroke, points: [] }, /'points' is a list of \[x, y, pressure\], each from 0 to 1/],
    [{ ...stroke, points: [[0, 0]] }, /'points' is/],
    [{ ...stroke, points: [[0, 0, 2]] }, /'points' is/],
    [{ ...stroke, points: [[0, NaN, 0]] }, /'points' is/],
    [{ ...stroke, points: 'x' }, /not 'x'/],
    [{ ...stroke, tool: 'pencil' }, /'tool' is one of 'brush', .*'polygon', not 'pencil'/],
    [{ ...stroke, tool: 'polygon' }, /'points' is a list of .*, at least 3 of them, not 2/],
    [{ ...stroke, tolerance: 129 }, /'tolerance' is a whole number from 0 to 128, not 129/],
    [{ ...stroke, gap: -1 }, /'gap' is a whole number from 0 to 40, not -1/],
    [{ type: 'arrange', move: [2, 0] }, /'move' is \[x, y\] with numbers from -1 to 1/],
    [{ type: 'arrange', move: 0.5 }, /'move' is/],
    [{ type: 'arrange', scale: 0 }, /'scale' is a number from 0.05 to 20, not 0/],
    [{ type: 'arrange', turn: 'left' }, /'turn' is a number from -360 to 360, not 'left'/],
    [{ type: 'trace' }, /'label' is a whole number from 0 to 9, not undefined/],
    [{ ...stroke, gray: 256 }, /'gray' is a whole number from 0 to 255, not 256/],
    [{ ...stroke, size: Infinity }, /'size' is a number from 0 to 1, not Infinity/],
    [{ ...stroke, mirrored: 1 }, /'mirrored' is true or false, not 1/],
    [{ type: 'select-model' }, /'id' is a text, not undefined/],
    [
      { type: 'select-engine', engine: {} },
      /'engine' is one of 'atelier-nn', 'onnxruntime-web', not an object/,
    ],
    [{ type: 'switch-step', step: 'as-seen', on: false }, /'step' is one of 'filled', .*'toned'/],
    [{ type: 'switch-step', on: false }, /'step' is one of/],
    [{ type: 'switch-step', step: 'toned' }, /'on' is true or false, not undefined/],
    [{ type: 'temperature', value: 0 }, /'value' is a number from 0.25 to 8, not 0/],
    [{ type: 'temperature' }, /'value' is a number from 0.25 to 8, not undefined/],
    [{ type: 'cell', label: 3 }, /'answer' is a whole number from 0 to 9, not undefined/],
    [{ type: 'rename-class', name: 'Hemd' }, /'label' is a whole number from 0 to 9/],
    [{ type: 'rename-class', label: 10, name: 'Hemd' }, /not 10/],
    [{ type: 'rename-class', label: 6 }, /'name' is a text, not undefined/],
    [{ type: 'rename-class', label: 6, name: 'Ä'.repeat(13) }, /'name' is a text of at most 24/],
    [{ type: 'vote', index: 3 }, /'vote' is one of 'agree', 'disagree', not undefined/],
    [
      { type: 'find-duplicates', in: 'dreams' },
      /'in' is one of 'pixels', 'features', not 'dreams'/,
    ],
    [{ type: 'filter', label: 10 }, /'label' is a whole number from 0 to 9, not 10/],
    [{ type: 'open-why', topic: 'filters' }, /'topic' is one of 'map', 'neighbours', 'inside'/],
    [{ type: 'inside' }, /'layer' is a whole number from 0 to 999/],
    [{ type: 'inside', layer: 0, map: 1, row: 2 }, /'column' is a whole number from 0 to 1023/],
  ])('%o is refused in words', (action, words) => {
    expect(() => carryOut(action, module)).toThrow(TypeError);
    expect(() => carryOut(action, module)).toThrow(words);
    for (const act of Object.values(module)) expect(act).not.toHaveBeenCalled();
  });
});

describe('renaming a class', () => {
  it.each([
    [{ label: 6, name: 'Hemd' }, [6, 'Hemd']],
    [{ label: 0, name: ` ${'Ä'.repeat(12)} ` }, [0, ` ${'Ä'.repeat(12)} `]],
    [{ label: 3, name: '' }, [3, '']],
    [{ label: null }, [null, '']],
  ])('%o', (fields, told) => {
    carryOut({ type: 'rename-class', ...fields }, module);
    expect(module.doRenameClass).toHaveBeenCalledWith(...told);
  });
});

describe('actions that cannot be carried out now', () => {
  it.each([
    [{ type: 'select-sample', index: 5 }, 'test image 5 has not arrived'],
    [{ type: 'edit-sample', index: 5 }, 'test image 5 has not arrived'],
    [{ type: 'select-model', id: 'huge' }, "there is no model 'huge'"],
    [{ type: 'undo' }, 'there is nothing to undo'],
    [{ type: 'redo' }, 'there is nothing to redo'],
    [stroke, 'this stroke cannot be drawn'],
    [{ type: 'arrange' }, 'nothing is drawn'],
    [{ type: 'trace', label: 4 }, 'no test image of class 4 has arrived'],
    [{ type: 'show-evaluation', id: 3 }, 'there is no finished evaluation 3'],
    [{ type: 'save-votes' }, 'there are no votes'],
    [{ type: 'cancel-duplicates' }, 'nothing is being looked for'],
  ])('%o is a RangeError', (action, words) => {
    for (const act of Object.values(module)) act.mockReturnValue(false);
    expect(() => carryOut(action, module)).toThrow(new RangeError(words));
  });

  it('clearing an empty drawing is none of them', () => {
    module.doClear.mockReturnValue(false);
    carryOut({ type: 'clear' }, module);
  });
});
