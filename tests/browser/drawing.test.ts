// SPDX-License-Identifier: MIT
// Drawing, with everything that people draw with.
import { afterAll, describe, expect, it } from 'vitest';

import type { Stroke } from '../../web/shell/atelier_api';
import { drawWithMouse, Fingers, placeIn, Pointer, zigzag, type Path } from './support/hands';
import type { Box } from './support/picture';
import { ink, openDrawingPage, press, seen, square } from './support/drawing_page';
import { tab } from './support/ready_page';

openDrawingPage();

// The bin, at the foot of the tools.
const bin: Box = { x: 116, y: 572, width: 44, height: 44 };

// Once a pen has drawn, a finger only moves the sheet; a chip that comes up when it is tried, in the
// lower left corner, lets it draw again.
async function letFingersDraw(): Promise<void> {
  await tab.page.waitForTimeout(600); // the time of the hand that holds the pen
  await new Fingers(tab, square).draw([[0.5, 0.5]]);
  await tab.settled();
  await tab.page.mouse.click(square.x + 60, square.y + square.height - 30);
  await tab.settled();
}

async function expectDrawingIsAnswered(): Promise<void> {
  const { input, prediction } = await tab.answered(
    'the drawing is answered',
    (now) => now.prediction!.verdict !== 'blank',
  );
  expect(input).toMatchObject({ source: 'drawing', index: null, label: null });
  expect(ink(input.pixels)).toBeGreaterThan(784);
  expect(prediction!.probabilities).toHaveLength(10);
}

// The stroke of a script that does what a hand does at the page's own settings.
function strokeOf(path: Path, fields: Partial<Stroke> = {}): Stroke {
  const points = path.map((point) => {
    const { x, y } = placeIn(square, point);
    return [(x - square.x) / square.width, (y - square.y) / square.height, 0.5];
  }) as Stroke['points'];
  return { type: 'stroke', tool: 'brush', gray: 195, size: 0.03, points, ...fields };
}

function expectSamePixels(found: number[], expected: number[]): void {
  const differences = found.map((pixel, k) => Math.abs(pixel - expected[k]!));
  expect(Math.max(...differences)).toBeLessThanOrEqual(1);
}

describe('a drawing', () => {
  it('by mouse is answered', async () => {
    await drawWithMouse(tab, square, zigzag);
    await expectDrawingIsAnswered();
  });

  it('by finger is answered', async () => {
    await new Fingers(tab, square).draw(zigzag);
    await expectDrawingIsAnswered();
  });

  it('by pen is answered', async () => {
    await new Pointer(tab, square, 0.5).draw(zigzag);
    await expectDrawingIsAnswered();
    await letFingersDraw();
  });

  it('is answered while the brush still moves', async () => {
    const mouse = new Pointer(tab, square);
    await mouse.down(zigzag);
    await tab.answered('it is answered', ({ prediction }) => prediction!.verdict !== 'blank');
    await mouse.up(zigzag.at(-1)!);
  });

  it('is the same from a mouse as from a script', async () => {
    await drawWithMouse(tab, square, zigzag);
    const byHand = await seen();
    expect(ink(byHand)).toBeGreaterThan(784);
    await tab.dispatch({ type: 'clear' });
    await tab.dispatch(strokeOf(zigzag));
    expectSamePixels(await seen(), byHand);
  });

  it('is the same from a finger as from a mouse', async () => {
    await drawWithMouse(tab, square, zigzag);
    const byMouse = await seen();
    await tab.dispatch({ type: 'clear' });
    await new Fingers(tab, square).draw(zigzag);
    expectSamePixels(await seen(), byMouse);
  });

  it('gets wider lines from a pen that is pressed harder', async () => {
    const line: Path = [
      [0.2, 0.5],
      [0.8, 0.5],
    ];
    const inkUnder = async (pressure: number) => {
      await tab.dispatch({ type: 'clear' });
      await new Pointer(tab, square, pressure).draw(line);
      await tab.until('it is drawn', ({ input }) => ink(input.pixels) > 0);
      return ink(await seen());
    };
    const [light, strong] = [await inkUnder(0.2), await inkUnder(0.9)];
    await letFingersDraw();
    expect(strong).toBeGreaterThan(1.3 * light);
  });

  it('goes on where the pointer left the square and came back', async () => {
    await drawWithMouse(tab, square, [
      [0.5, 0.5],
      [1.2, 0.5],
      [1.2, 0.7],
      [0.5, 0.7],
    ]);
    const { input } = await tab.settled();
    expect(input.source).toBe('drawing');
    expect(ink(input.pixels)).toBeGreaterThan(784);
    await press('Control+z');
    await tab.answered('one step', ({ prediction }) => prediction!.verdict === 'blank');
  });

  it('is there again when the page is reloaded, and taken back with one step', async () => {
    await drawWithMouse(tab, square, zigzag);
    const before = await seen();
    await tab.page.reload();
    await tab.started();
    await tab.until('it is answered again', ({ phase, prediction }) => {
      return phase === 'ready' && prediction !== null;
    });
    expect(await seen()).toEqual(before);
    await tab.dispatch({ type: 'undo' });
    await tab.answered('it is blank', ({ prediction }) => prediction!.verdict === 'blank');
  });

  it('that is cleared has the verdict blank, and nothing of it is seen', async () => {
    await drawWithMouse(tab, square, zigzag);
    await expectDrawingIsAnswered();
    await press('Delete');
    const { input, prediction } = await tab.answered(
      'it is blank',
      (now) => now.prediction!.verdict === 'blank',
    );
    expect(ink(input.pixels)).toBe(0);
    expect(prediction!.words).toBe('Nothing here yet');
  });

  it('is taken back and brought again, step by step and to the last pixel', async () => {
    const states = [await seen()];
    for (const y of [0.3, 0.5, 0.7]) {
      await drawWithMouse(tab, square, [
        [0.2, y],
        [0.8, y + 0.1],
      ]);
      states.push(await seen());
    }
    for (const k of [2, 1, 0]) {
      await press('Control+z');
      expect(await seen()).toEqual(states[k]);
    }
    await press('Control+Shift+Z');
    expect(await seen()).toEqual(states[1]);
    await press('Control+y');
    expect(await seen()).toEqual(states[2]);
    await tab.dispatch({ type: 'redo' });
    expect(await seen()).toEqual(states[3]);
    await tab.dispatch({ type: 'undo' });
    expect(await seen()).toEqual(states[2]);
  });

  it('is as it was drawn when the bin was pressed just before, on a page that stands still', async () => {
    await drawWithMouse(tab, square, zigzag);
    await tab.settled();
    const path: Path = [
      [0.3, 0.3],
      [0.7, 0.3],
      [0.7, 0.7],
    ];
    const alone = async (): Promise<number[]> => {
      await tab.dispatch({ type: 'clear' });
      await drawWithMouse(tab, square, path);
      return seen();
    };
    const expected = await alone();
    for (let k = 0; k < 3; ++k) {
      await drawWithMouse(tab, square, zigzag);
      await tab.settled();
      // All that the hand does arrives between two frames.
      const stall = tab.page.evaluate(() => {
        const end = performance.now() + 300;
        while (performance.now() < end);
      });
      await Promise.all([
        stall,
        new Pointer(tab, bin).draw([[0.5, 0.5]]),
        drawWithMouse(tab, square, path),
      ]);
      expect(await seen()).toEqual(expected);
    }
  });

  it('over a test image changes a copy of it', async () => {
    const { input: sample } = await tab.select(0);
    await drawWithMouse(tab, square, [
      [0.1, 0.1],
      [0.4, 0.1],
    ]);
    const { input } = await tab.settled();
    expect(input).toMatchObject({ source: 'drawing', index: 0, label: 9 });
    const lower = (pixels: number[]) => pixels.slice(10 * 28);
    expect(lower(input.pixels)).toEqual(lower(sample.pixels));
    expect(ink(input.pixels)).toBeGreaterThan(ink(sample.pixels));
    expect((await tab.select(0)).input.pixels).toEqual(sample.pixels);
  });
});

describe('the keys of the tools', () => {
  const box: Path = [
    [0.3, 0.3],
    [0.7, 0.3],
    [0.7, 0.7],
    [0.3, 0.7],
    [0.3, 0.3],
  ];
  afterAll(() => press('b', '2'));

  it('M mirrors what is drawn', async () => {
    await press('m');
    await drawWithMouse(tab, square, [
      [0.2, 0.2],
      [0.4, 0.8],
    ]);
    const pixels = await seen();
    await press('m');
    const mirrored = pixels.map((_, k) => pixels[k - (k % 28) + 27 - (k % 28)]!);
    const differences = pixels.map((pixel, k) => Math.abs(pixel - mirrored[k]!));
    expect(ink(pixels)).toBeGreaterThan(784);
    expect(Math.max(...differences)).toBeLessThanOrEqual(8);

    await tab.dispatch({ type: 'clear' });
    await drawWithMouse(tab, square, [
      [0.2, 0.2],
      [0.4, 0.8],
    ]);
    const alone = await seen();
    expect(alone.slice(13 * 28, 14 * 28)).not.toEqual(pixels.slice(13 * 28, 14 * 28));
  });

  it('F fills what is enclosed, E erases and B draws again', async () => {
    // Or the outline alone would be filled for the network.
    await tab.dispatch({ type: 'switch-step', step: 'filled', on: false });
    await drawWithMouse(tab, square, box);
    const outline = await seen();
    const centre = 14 * 28 + 14;
    expect(outline[centre]).toBe(0);

    await press('f');
    await drawWithMouse(tab, square, [[0.5, 0.5]]);
    await tab.until('it is filled', ({ input }) => input.pixels[centre]! > 0);
    const filled = await seen();
    expect(ink(filled)).toBeGreaterThan(1.2 * ink(outline));

    // More than one pixel of those that the network sees.
    await press('e', ']', ']', ']', ']', ']', ']');
    await drawWithMouse(tab, square, [
      [0.4, 0.5],
      [0.6, 0.5],
    ]);
    await tab.until('it is erased', ({ input }) => input.pixels[centre] === 0);
    await press('b', '[', '[', '[', '[', '[', '[');
    await drawWithMouse(tab, square, [
      [0.4, 0.5],
      [0.6, 0.5],
    ]);
    await tab.until('it is drawn', ({ input }) => input.pixels[centre]! > 0);
    await tab.dispatch({ type: 'switch-step', step: null });
  });

  it('1 to 5 choose the cloth, from bright to dark', async () => {
    const brightest: number[] = [];
    for (const key of ['1', '3', '5']) {
      await tab.dispatch({ type: 'clear' });
      await press(key);
      await drawWithMouse(tab, square, zigzag);
      brightest.push(Math.max(...(await seen())));
    }
    const [first, second, third] = brightest;
    expect(first).toBeGreaterThan(second!);
    expect(second).toBeGreaterThan(third!);
    await press('2');
  });

  it('the brackets make the brush smaller and larger', async () => {
    const line: Path = [
      [0.2, 0.5],
      [0.8, 0.5],
    ];
    const inkNow = async () => {
      await tab.dispatch({ type: 'clear' });
      await drawWithMouse(tab, square, line);
      return ink(await seen());
    };
    // Lines finer than a pixel that the network sees are toned, so their ink does not tell.
    await press(']', ']', ']', ']', ']');
    const usual = await inkNow();
    await press(']', ']', ']');
    expect(await inkNow()).toBeGreaterThan(1.3 * usual);
    await press('[', '[', '[', '[', '[', '[');
    expect(await inkNow()).toBeLessThan(usual / 1.3);
    await press(']', ']', ']');
    expect(await inkNow()).toBeCloseTo(usual, -3);
    await press('[', '[', '[', '[', '[');
  });
});

describe('hands on a tablet', () => {
  it('take back what one finger began as soon as a second comes down', async () => {
    const fingers = new Fingers(tab, square);
    await fingers.draw(zigzag);
    const before = await seen();
    await fingers.down([0.1, 0.1]);
    await fingers.move([0.5, 0.1]);
    await tab.until('it is drawn', ({ input }) => ink(input.pixels) !== ink(before));
    await fingers.down([0.5, 0.1], [0.6, 0.6]);
    await fingers.move([0.5, 0.2], [0.6, 0.7]);
    await fingers.up([0.5, 0.2]);
    await fingers.move([0.9, 0.2]);
    await fingers.up();
    expect(await seen()).toEqual(before);
    await press('Control+z');
    await tab.answered('no step is left', ({ prediction }) => prediction!.verdict === 'blank');

    await fingers.draw(zigzag);
    expect(await seen()).toEqual(before);
  });

  it('draw nothing while they rest beside a pen', async () => {
    const pen = new Pointer(tab, square, 0.5);
    await pen.down(zigzag);
    await tab.until('the pen draws', ({ input }) => ink(input.pixels) > 784);
    await new Fingers(tab, square).draw([
      [0.1, 0.9],
      [0.9, 0.9],
    ]);
    await pen.up(zigzag.at(-1)!);
    const together = await seen();
    await tab.dispatch({ type: 'clear' });
    await pen.draw(zigzag);
    expect(together).toEqual(await seen());
    await letFingersDraw();
  });

  it('leave the drawing as it was when the browser takes the touch away', async () => {
    const fingers = new Fingers(tab, square);
    await fingers.draw(zigzag);
    const before = await seen();
    await fingers.down([0.1, 0.9]);
    await fingers.move([0.6, 0.9]);
    await fingers.cancel();
    expect(await seen()).toEqual(before);
  });
});
