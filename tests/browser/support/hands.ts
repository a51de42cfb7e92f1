// SPDX-License-Identifier: MIT
// hands.ts: draws on the page as people do, with a mouse, fingers or a pen. Points are fractions of
// the drawing square, as in a stroke of the script interface.
//
// Events are sent without waiting for the answer to each, which comes only with the next frame: a
// hand does not wait either.
import type { Box } from './picture';
import type { Tab } from './tab';

export type Point = readonly [x: number, y: number];
export type Path = Point[];

// A shape that is bold enough to be no blank, by one stroke.
export const zigzag: Path = [
  [0.25, 0.25],
  [0.75, 0.3],
  [0.3, 0.5],
  [0.7, 0.6],
  [0.3, 0.8],
];

// Whole pixels: that is what the browser's input takes.
export function placeIn({ x, y, width, height }: Box, [fx, fy]: Point) {
  return { x: Math.round(x + fx * width), y: Math.round(y + fy * height) };
}

// A mouse, or a pen of a constant pressure.
export class Pointer {
  constructor(
    private readonly tab: Tab,
    private readonly square: Box,
    private readonly pressure: number | null = null,
  ) {}

  // Presses at the first point and goes along the others.
  async down([first, ...rest]: Path): Promise<void> {
    await Promise.all([
      this.send('mouseMoved', first!, 0),
      this.send('mousePressed', first!, 1),
      ...rest.map((point) => this.send('mouseMoved', point, 1)),
    ]);
  }

  async up(at: Point): Promise<void> {
    await this.send('mouseReleased', at, 0);
  }

  async draw(path: Path): Promise<void> {
    await Promise.all([this.down(path), this.up(path.at(-1)!)]);
  }

  private send(type: 'mousePressed' | 'mouseMoved' | 'mouseReleased', at: Point, buttons: 0 | 1) {
    return this.tab.cdp.send('Input.dispatchMouseEvent', {
      type,
      ...placeIn(this.square, at),
      pointerType: this.pressure === null ? 'mouse' : 'pen',
      button: type === 'mouseMoved' && buttons === 0 ? 'none' : 'left',
      buttons,
      clickCount: type === 'mouseMoved' ? 0 : 1,
      force: buttons === 1 ? (this.pressure ?? 0.5) : 0,
    });
  }
}

export function drawWithMouse(tab: Tab, square: Box, path: Path): Promise<void> {
  return new Pointer(tab, square).draw(path);
}

// Each call says where all the fingers are that touch the glass.
export class Fingers {
  constructor(
    private readonly tab: Tab,
    private readonly square: Box,
  ) {}

  down(...points: Path): Promise<void> {
    return this.send('touchStart', points);
  }

  move(...points: Path): Promise<void> {
    return this.send('touchMove', points);
  }

  // Those that stay.
  up(...points: Path): Promise<void> {
    return this.send('touchEnd', points);
  }

  // The browser takes the touch for itself.
  cancel(): Promise<void> {
    return this.send('touchCancel', []);
  }

  async draw([first, ...rest]: Path): Promise<void> {
    await Promise.all([this.down(first!), ...rest.map((point) => this.move(point)), this.up()]);
  }

  private async send(
    type: 'touchStart' | 'touchMove' | 'touchEnd' | 'touchCancel',
    points: Path,
  ): Promise<void> {
    const touchPoints = points.map((point, id) => ({ ...placeIn(this.square, point), id }));
    await this.tab.cdp.send('Input.dispatchTouchEvent', { type, touchPoints });
  }
}
