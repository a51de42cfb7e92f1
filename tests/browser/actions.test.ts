// SPDX-License-Identifier: MIT
// What scripts can do by dispatch(), and what they are told when they cannot.
import { beforeEach, describe, expect, it } from 'vitest';

import type { Stroke } from '../../web/shell/atelier_api';
import { openReadyPage, tab } from './support/ready_page';
import { imageOf, labelOf } from './support/test_set';

openReadyPage();
beforeEach(() => tab.dispatch({ type: 'clear' }));

const line: Stroke = {
  type: 'stroke',
  tool: 'brush',
  gray: 255,
  size: 0.2,
  points: [
    [0.2, 0.2, 0.5],
    [0.8, 0.8, 0.5],
  ],
};

// What dispatch() throws for this, in words; the page must be none the worse for it.
async function refusalOf(action: unknown): Promise<string> {
  const refusal = await tab.page.evaluate((each) => {
    try {
      window.atelier!.dispatch(each as never);
      return 'nothing was thrown';
    } catch (thrown) {
      return String(thrown);
    }
  }, action);
  return refusal;
}

describe('an action takes effect at once', () => {
  it('and a snapshot taken right after it shows it', async () => {
    const shown = await tab.page.evaluate(() => {
      const { dispatch, snapshot } = window.atelier!;
      const door = {
        dispatch: dispatch.bind(window.atelier),
        snapshot: snapshot.bind(window.atelier),
      };
      door.dispatch({ type: 'select-sample', index: 11 });
      const first = door.snapshot();
      door.dispatch({ type: 'view', view: 'about' });
      return { first: first.input.index, then: door.snapshot().view };
    });
    expect(shown).toEqual({ first: 11, then: 'about' });
    await tab.dispatch({ type: 'view', view: 'draw' });
  });

  it('select-model and select-engine accept what there is', async () => {
    await tab.dispatch({ type: 'select-engine', engine: 'onnxruntime-web' });
    await tab.dispatch({ type: 'select-model', id: 'small' });
    await tab.until('the model is back', ({ phase }) => phase === 'ready');
    expect((await tab.select(0)).prediction!.label).toBe(9);
  });
});

describe('edit-sample', () => {
  it('puts exactly the 784 bytes of the file on the canvas', async () => {
    for (const index of [0, 1, 18, 4321, 9999]) {
      await tab.dispatch({ type: 'edit-sample', index });
      const { input } = await tab.snapshot();
      expect(input).toMatchObject({ source: 'drawing', index, label: labelOf(index) });
      expect(input.pixels).toEqual(imageOf(index));
    }
  });

  it('is answered like the sample itself', async () => {
    const sample = await tab.select(18);
    await tab.dispatch({ type: 'edit-sample', index: 18 });
    const edited = await tab.answered('it is answered', ({ input }) => input.source === 'drawing');
    expect(edited.prediction!.probabilities).toEqual(sample.prediction!.probabilities);
  });

  it('can be drawn over, and only what is touched changes', async () => {
    await tab.dispatch({ type: 'edit-sample', index: 2 });
    await tab.dispatch({ ...line, points: [[0.1, 0.1, 0.5]] });
    const { input } = await tab.snapshot();
    const changed = input.pixels.flatMap((pixel, k) => (pixel === imageOf(2)[k] ? [] : [k]));
    expect(changed.length).toBeGreaterThan(10);
    // A brush of a fifth of the square, around its upper left corner.
    for (const k of changed) expect([k % 28 <= 6, Math.floor(k / 28) <= 6]).toEqual([true, true]);
    await tab.dispatch({ type: 'undo' });
    expect((await tab.snapshot()).input.pixels).toEqual(imageOf(2));
  });
});

describe('a stroke', () => {
  it('draws, and comes off again with undo', async () => {
    await tab.dispatch(line);
    const { input } = await tab.snapshot();
    expect(input.source).toBe('drawing');
    expect(Math.max(...input.pixels)).toBeGreaterThan(100);
    await tab.dispatch({ type: 'undo' });
    expect(Math.max(...(await tab.snapshot()).input.pixels)).toBe(0);
    await tab.dispatch({ type: 'redo' });
    expect((await tab.snapshot()).input.pixels).toEqual(input.pixels);
  });

  it('with the eraser takes away, and with the bucket fills', async () => {
    const box: Stroke['points'] = [
      [0.3, 0.3, 0.5],
      [0.7, 0.3, 0.5],
      [0.7, 0.7, 0.5],
      [0.3, 0.7, 0.5],
      [0.3, 0.3, 0.5],
    ];
    const centre = 14 * 28 + 14;
    // Or the outline alone would be filled for the network.
    await tab.dispatch({ type: 'switch-step', step: 'filled', on: false });
    await tab.dispatch({ ...line, size: 0.05, points: box });
    expect((await tab.snapshot()).input.pixels[centre]).toBe(0);
    await tab.dispatch({ ...line, tool: 'fill', points: [[0.5, 0.5, 0.5]] });
    expect((await tab.snapshot()).input.pixels[centre]).toBeGreaterThan(100);
    await tab.dispatch({ ...line, tool: 'eraser', points: [[0.5, 0.5, 0.5]] });
    expect((await tab.snapshot()).input.pixels[centre]).toBe(0);
    await tab.dispatch({ type: 'switch-step', step: null });
  });
});

describe('a script that asks for what cannot be', () => {
  const points =
    "TypeError: action 'stroke': 'points' is a list of [x, y, pressure], each from 0 to 1";
  // prettier-ignore
  const refused: [string, unknown, string][] = [
    ['no such sample', { type: 'select-sample', index: 10_000 },
      "RangeError: there is no test image 10000, the last is 9999"],
    ['a negative sample', { type: 'edit-sample', index: -1 },
      "TypeError: action 'edit-sample': 'index' is a whole number from 0 to 99999, not -1"],
    ['half a sample', { type: 'select-sample', index: 1.5 },
      "TypeError: action 'select-sample': 'index' is a whole number from 0 to 99999, not 1.5"],
    ['a sample by name', { type: 'select-sample', index: 'boot' },
      "TypeError: action 'select-sample': 'index' is a whole number from 0 to 99999, not 'boot'"],
    ['no view', { type: 'view', view: 'attic' },
      "TypeError: action 'view': 'view' is one of 'draw', 'explore', 'report', 'about', not 'attic'"],
    ['no tool', { ...line, tool: 'scissors' },
      "TypeError: action 'stroke': 'tool' is one of 'brush', 'eraser', 'fill', 'line', 'polygon', not 'scissors'"],
    ['no gray', { ...line, gray: 256 },
      "TypeError: action 'stroke': 'gray' is a whole number from 0 to 255, not 256"],
    ['no size', { ...line, size: null },
      "TypeError: action 'stroke': 'size' is a number from 0 to 1, not null"],
    ['no points', { ...line, points: [] },
      `${points}, not an empty one`],
    ['a point off the square', { ...line, points: [...line.points, [0.5, 2, 0.5]] },
      `${points}, not what is at index 2`],
    ['no brush at all', { ...line, size: 0 }, 'RangeError: this stroke cannot be drawn'],
    ['no such model', { type: 'select-model', id: 'huge' }, "RangeError: there is no model 'huge'"],
    ['no such engine', { type: 'select-engine', engine: 'abacus' },
      "TypeError: action 'select-engine': 'engine' is one of 'atelier-nn', 'onnxruntime-web', not 'abacus'"],
    ['nothing to redo', { type: 'redo' }, 'RangeError: there is nothing to redo'],
  ];

  it.each(refused)('is told what is allowed: %s', async (_, action, words) => {
    expect(await refusalOf(action)).toBe(words);
  });

  it('is told which actions there are', async () => {
    for (const action of [{ type: 'dance' }, { type: 'toString' }, {}]) {
      const refusal = await refusalOf(action);
      expect(refusal).toMatch(
        /^TypeError: the type of an action is one of 'view', 'select-sample'/,
      );
    }
    expect(await refusalOf(null)).toMatch(/^TypeError: an action is an object with a type/);
    expect(await refusalOf('undo')).toMatch(/^TypeError: an action is an object with a type/);
  });

  it('does the page no harm', async () => {
    expect(tab.errors).toEqual([]);
    expect(await tab.page.isVisible('#error-card')).toBe(false);
    expect((await tab.select(0)).prediction!.name).toBe('Ankle boot');
  });
});
