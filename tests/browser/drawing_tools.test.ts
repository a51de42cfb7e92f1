// SPDX-License-Identifier: MIT
// The tools beside brush, eraser and bucket, by hand and by script.
import { describe, expect, it } from 'vitest';

import type { Stroke } from '../../web/shell/atelier_api';
import { drawWithMouse, Fingers, placeIn, Pointer, zigzag, type Point } from './support/hands';
import { ink, openDrawingPage, press, seen, square } from './support/drawing_page';
import { tab } from './support/ready_page';

openDrawingPage();

const corners: Point[] = [
  [0.2, 0.2],
  [0.8, 0.2],
  [0.7, 0.8],
  [0.3, 0.8],
];
const silhouette: Stroke = {
  type: 'stroke',
  tool: 'polygon',
  points: corners.map(([x, y]) => [x, y, 0.5]),
  gray: 195,
  size: 0.1,
};

function largestDifference(found: number[], expected: number[]): number {
  return Math.max(...found.map((pixel, k) => Math.abs(pixel - expected[k]!)));
}

describe('by hand', () => {
  it('P draws the shape between corners, as a script does', async () => {
    await press('p');
    for (const corner of [...corners, corners[0]!]) {
      await drawWithMouse(tab, square, [corner]);
      await tab.settled();
    }
    const byHand = await seen();
    expect(ink(byHand)).toBeGreaterThan(784);
    await press('b');
    await tab.dispatch({ type: 'clear' });
    await tab.dispatch(silhouette);
    // A corner is where a whole pixel of the screen is.
    expect(largestDifference(await seen(), byHand)).toBeLessThan(60);
  });

  it('L draws a straight line, wherever the mouse went on the way', async () => {
    await press('l');
    await drawWithMouse(tab, square, zigzag);
    const byHand = await seen();
    await press('b');
    await tab.dispatch({ type: 'clear' });
    await drawWithMouse(tab, square, [zigzag[0]!, zigzag.at(-1)!]);
    expect(largestDifference(await seen(), byHand)).toBeLessThanOrEqual(1);
  });

  it('V moves what is drawn, in one step that can be taken back', async () => {
    await tab.dispatch({ type: 'edit-sample', index: 0 });
    const before = await seen();
    await press('v');
    await drawWithMouse(tab, square, [
      [0.5, 0.5],
      [0.6, 0.5],
      [0.5, 0.25],
    ]);
    const after = await seen();
    expect(after).not.toEqual(before);
    await press('Control+z');
    expect(await seen()).toEqual(before);
    await press('b');
  });

  it('arrow keys move what is arranged and nothing else', async () => {
    await tab.dispatch({ type: 'edit-sample', index: 0 });
    const before = await seen();
    await press('v', 'Shift+ArrowUp');
    const row = (pixels: number[], y: number) => pixels.slice(y * 28, y * 28 + 28);
    const after = await seen();
    for (let y = 0; y < 27; ++y) expect(row(after, y)).toEqual(row(before, y + 1));
    await press('b');
  });

  it('Alt takes the gray that is pressed', async () => {
    await tab.dispatch({ ...silhouette, gray: 111 });
    await tab.page.keyboard.down('Alt');
    const { x, y } = placeIn(square, [0.5, 0.5]);
    await tab.page.mouse.click(x, y);
    await tab.page.keyboard.up('Alt');
    await press('Delete');
    // A line thinner than a pixel of the network's would come through toned.
    await tab.dispatch({ type: 'brush-size', size: 0.08 });
    await drawWithMouse(tab, square, zigzag);
    expect(Math.max(...(await seen()))).toBe(111);
    await press('2');
  });
});

describe('two fingers', () => {
  it('magnify what is drawn next and draw nothing; 0 shows all again', async () => {
    const fingers = new Fingers(tab, square);
    await fingers.down([0.4, 0.5]);
    await fingers.down([0.4, 0.5], [0.6, 0.5]);
    for (let k = 1; k <= 10; ++k) await fingers.move([0.4 - k / 50, 0.5], [0.6 + k / 50, 0.5]);
    await fingers.up();
    expect(ink(await seen())).toBe(0);
    await drawWithMouse(tab, square, [
      [0.05, 0.05],
      [0.95, 0.95],
    ]);
    const magnified = await tab.settled();
    expect(magnified.input.source).toBe('drawing');
    await tab.dispatch({ type: 'clear' });
    await press('0');
    // Three times as large: a third of the way, by a brush that is as broad on the sheet.
    await drawWithMouse(tab, square, [
      [0.35, 0.35],
      [0.65, 0.65],
    ]);
    expect(largestDifference(await seen(), magnified.input.pixels)).toBeLessThan(40);
  });

  it('arrange what is drawn while that is the tool', async () => {
    await tab.dispatch({ type: 'edit-sample', index: 0 });
    const before = await seen();
    await press('v');
    const fingers = new Fingers(tab, square);
    await fingers.down([0.4, 0.5]);
    await fingers.down([0.4, 0.5], [0.6, 0.5]);
    for (let k = 1; k <= 5; ++k) await fingers.move([0.4 + k / 100, 0.5], [0.6 - k / 100, 0.5]);
    await fingers.up();
    const smaller = await seen();
    expect(ink(smaller) / ink(before)).toBeCloseTo(0.25, 1);
    await press('Control+z');
    expect(await seen()).toEqual(before);
    await press('b');
  });
});

describe('a finger beside a pen', () => {
  it('does not draw once a pen has', async () => {
    await new Pointer(tab, square, 0.5).draw(zigzag);
    const before = await seen();
    await tab.page.waitForTimeout(600); // the hand's own time
    await new Fingers(tab, square).draw([
      [0.1, 0.9],
      [0.9, 0.9],
    ]);
    expect(await seen()).toEqual(before);
  });
});

describe('by script', () => {
  it('what is drawn is arranged about its middle', async () => {
    await tab.dispatch(silhouette);
    const before = await seen();
    await tab.dispatch({ type: 'arrange', turn: 90 });
    expect(await seen()).not.toEqual(before);
    await tab.dispatch({ type: 'arrange', turn: -90 });
    expect(largestDifference(await seen(), before)).toBeLessThan(12);
    await tab.dispatch({ type: 'undo' });
    await tab.dispatch({ type: 'undo' });
    expect(await seen()).toEqual(before);
    await tab.dispatch({ type: 'clear' });
    await expect(tab.dispatch({ type: 'arrange', scale: 2 })).rejects.toThrow('nothing is drawn');
  });

  it('inverting twice changes nothing and softening does', async () => {
    await tab.dispatch(silhouette);
    const before = await seen();
    await tab.dispatch({ type: 'invert' });
    expect(await seen()).not.toEqual(before);
    await tab.dispatch({ type: 'invert' });
    expect(await seen()).toEqual(before);
    await tab.dispatch({ type: 'soften' });
    expect(await seen()).not.toEqual(before);
  });

  it('a class is traced, on the screen alone', async () => {
    await tab.dispatch({ type: 'trace', label: 4 });
    const { trace, input } = await tab.settled();
    expect(trace).toBe(4);
    expect(ink(input.pixels)).toBe(0);
    const picture = await tab.picture();
    let lit = 0;
    for (let x = square.x + 5; x < square.x + square.width - 5; ++x) {
      if (!picture.is([0, 0, 0], x, Math.round(square.y + square.height / 2))) ++lit;
    }
    expect(lit).toBeGreaterThan(square.width / 3);
    await tab.dispatch({ type: 'trace', label: null });
    expect((await tab.settled()).trace).toBeNull();
  });
});
