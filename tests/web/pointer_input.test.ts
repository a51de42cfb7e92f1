// SPDX-License-Identifier: MIT
import { beforeEach, describe, expect, it } from 'vitest';

import type { PinchReport, PointerReport } from '../../web/seam/abi_values';
import { modifiersOf, notchesOf, PointerInput, zoomOf } from '../../web/input/pointer_input';

const phases = ['move', 'down', 'up', 'cancel', 'leave'];
const kinds = ['mouse', 'touch', 'pen'];

let now: number;
const classes = new Set<string>();
let log: string[];
let pressures: number[];
let pinches: PinchReport[];
let pinchable: boolean;
let input: PointerInput;

const canvas = {
  getBoundingClientRect: () => ({ left: 10, top: 20 }),
  setPointerCapture: () => {},
  classList: { add: (name: string) => void classes.add(name) },
} as unknown as HTMLElement;

beforeEach(() => {
  now = 10_000;
  log = [];
  pressures = [];
  pinches = [];
  pinchable = false;
  const sink = {
    pointer: ({ phase, kind, id, x, y, pressure, button }: PointerReport) => {
      log.push(
        `${kinds[kind]} ${id} ${phases[phase]} ${x},${y}${button ? ` button ${button}` : ''}`,
      );
      pressures.push(pressure);
    },
    wheel: (dx: number, dy: number) => void log.push(`wheel ${dx},${dy}`),
    pinch: (pinch: PinchReport) => void pinches.push(pinch),
    wantsPinch: () => pinchable,
  };
  input = new PointerInput(sink, canvas, () => now);
});

// At x, y of the canvas.
function event(pointerType: string, pointerId: number, x: number, y: number, more: object = {}) {
  const defaults = { pointerType, pointerId, clientX: x + 10, clientY: y + 20 };
  return { ...defaults, button: 0, buttons: 1, pressure: 0.5, ...more } as PointerEvent;
}
const touch = (id: number, x: number, y: number, more = {}) => event('touch', id, x, y, more);
const pen = (x: number, y: number, more = {}) => event('pen', 9, x, y, more);
const mouse = (x: number, y: number, more = {}) => event('mouse', 1, x, y, more);

describe('one pointer', () => {
  it("takes the frame of the keyboard's focus off the page", () => {
    classes.clear();
    input.down(mouse(5, 6));
    expect([...classes]).toEqual(['pointed']);
  });

  it('draws in coordinates of the canvas', () => {
    input.down(touch(1, 5, 6));
    input.move(touch(1, 7, 8, { button: -1 }));
    input.up(touch(1, 7, 8));
    expect(log).toEqual(['touch 1 down 5,6', 'touch 1 move 7,8', 'touch 1 up 7,8']);
  });

  it('reports every coalesced move of a stroke, oldest first', () => {
    const between = [pen(1, 1), pen(2, 2), pen(3, 3)];
    input.down(pen(0, 0));
    input.move(pen(3, 3, { getCoalescedEvents: () => between }));
    expect(log.slice(1)).toEqual(['pen 9 move 1,1', 'pen 9 move 2,2', 'pen 9 move 3,3']);
  });

  it('reports the moves of a stroke as they are made, and not once more with the frame', () => {
    const between = [pen(1, 1), pen(2, 2)];
    input.down(pen(0, 0));
    input.rawupdate(pen(1, 1, { button: -1 }));
    input.rawupdate(pen(2, 2, { button: -1 }));
    input.move(pen(2, 2, { button: -1, getCoalescedEvents: () => between }));
    input.up(pen(2, 2, { buttons: 0 }));
    expect(log.slice(1)).toEqual(['pen 9 move 1,1', 'pen 9 move 2,2', 'pen 9 up 2,2']);
  });

  it('leaves hovering and the change of a button to the frame', () => {
    input.rawupdate(mouse(1, 1, { button: -1, buttons: 0 }));
    input.move(mouse(1, 1, { button: -1, buttons: 0 }));
    input.down(mouse(1, 1));
    input.rawupdate(mouse(2, 2, { button: -1 }));
    input.rawupdate(mouse(2, 2, { button: 2, buttons: 3 }));
    input.move(mouse(2, 2, { button: 2, buttons: 3 }));
    expect(log).toEqual([
      'mouse 1 move 1,1',
      'mouse 1 down 1,1',
      'mouse 1 move 2,2',
      'mouse 1 down 2,2 button 2',
    ]);
  });

  it('reports the move itself where there are no coalesced ones', () => {
    input.down(pen(0, 0));
    input.move(pen(3, 3, { getCoalescedEvents: () => [] }));
    expect(log.slice(1)).toEqual(['pen 9 move 3,3']);
  });

  it('reports a hovering mouse once an event', () => {
    const between = [mouse(1, 1), mouse(2, 2)];
    input.move(mouse(2, 2, { button: -1, buttons: 0, getCoalescedEvents: () => between }));
    expect(log).toEqual(['mouse 1 move 2,2']);
  });

  it('knows the other buttons of a mouse, also while the first one is down', () => {
    input.down(mouse(1, 1));
    input.move(mouse(1, 1, { button: 2, buttons: 3 }));
    input.move(mouse(1, 1, { button: 2, buttons: 1 }));
    input.up(mouse(1, 1, { buttons: 0 }));
    input.down(mouse(1, 1, { button: 3, buttons: 8 }));
    expect(log).toEqual([
      'mouse 1 down 1,1',
      'mouse 1 down 1,1 button 2',
      'mouse 1 up 1,1 button 2',
      'mouse 1 up 1,1',
    ]);
  });

  it('takes pressure from a pen, and from a finger only where the screen feels it', () => {
    input.down(mouse(0, 0, { pressure: 0 }));
    input.down(touch(1, 0, 0, { pressure: 0 }));
    input.up(touch(1, 0, 0, { pressure: 1 }));
    input.down(touch(2, 0, 0, { pressure: 0.3 }));
    input.up(touch(2, 0, 0));
    input.down(pen(0, 0, { pressure: 0.9 }));
    input.move(pen(0, 0, { pressure: 0 }));
    expect(pressures).toEqual([0.5, 0.5, 0.5, 0.3, 0.5, 0.9, 0]);
  });

  it('leaves when a mouse does; a finger has left when it is up', () => {
    input.leave(mouse(1, 1));
    input.down(touch(1, 5, 5));
    input.up(touch(1, 5, 5));
    input.leave(touch(1, 5, 5));
    expect(log).toEqual(['mouse 1 leave 1,1', 'touch 1 down 5,5', 'touch 1 up 5,5']);
  });

  it('survives a pointer that cannot be captured', () => {
    const refusing = {
      ...canvas,
      setPointerCapture: () => {
        throw new DOMException('', 'NotFoundError');
      },
    } as unknown as HTMLElement;
    const sink = { wheel: () => {}, pinch: () => {}, wantsPinch: () => false };
    new PointerInput({ pointer: () => log.push('x'), ...sink }, refusing).down(mouse(1, 1));
    expect(log).toEqual(['x']);
  });
});

describe('palms', () => {
  it('a hand beside a pen that draws does nothing', () => {
    input.down(pen(1, 1));
    input.down(touch(1, 50, 50));
    input.move(touch(1, 51, 51));
    input.up(touch(1, 51, 51));
    expect(log).toEqual(['pen 9 down 1,1']);
  });

  it('a hand that is still there shortly after the pen does nothing', () => {
    input.move(pen(1, 1, { buttons: 0 }));
    now += 499;
    input.down(touch(1, 50, 50));
    now += 2;
    input.move(touch(1, 51, 51));
    input.up(touch(1, 51, 51));
    expect(log).toEqual(['pen 9 move 1,1']);
    input.down(touch(2, 5, 5));
    expect(log.at(-1)).toBe('touch 2 down 5,5');
  });

  it('a hand that came before its pen takes back what it drew', () => {
    input.down(touch(1, 50, 50));
    input.move(touch(1, 51, 51));
    input.down(pen(1, 1));
    input.move(touch(1, 52, 52));
    input.up(touch(1, 52, 52));
    expect(log).toEqual([
      'touch 1 down 50,50',
      'touch 1 move 51,51',
      'touch 1 cancel 51,51',
      'pen 9 down 1,1',
    ]);
  });
});

describe('two fingers', () => {
  it('the second one cancels the stroke, and then they scroll', () => {
    input.down(touch(1, 100, 100));
    input.down(touch(2, 200, 100));
    input.move(touch(1, 100, 250));
    input.move(touch(2, 200, 250));
    expect(log).toEqual([
      'touch 1 down 100,100',
      'touch 1 cancel 100,100',
      'touch 2 move 150,100',
      'touch 1 move 150,175',
      'wheel 0,1',
      'touch 2 move 150,250',
      'wheel 0,1',
    ]);
  });

  it('nothing draws until both are up', () => {
    input.down(touch(1, 100, 100));
    input.down(touch(2, 200, 100));
    input.up(touch(1, 100, 100));
    log = [];
    input.move(touch(2, 200, 300));
    input.up(touch(2, 200, 300));
    expect(log).toEqual(['touch 2 leave 200,300']);
    input.down(touch(3, 1, 1));
    expect(log.at(-1)).toBe('touch 3 down 1,1');
  });

  it('a third one changes nothing', () => {
    input.down(touch(1, 0, 0));
    input.down(touch(2, 0, 0));
    log = [];
    input.down(touch(3, 900, 900));
    expect(log).toEqual([]);
  });

  it('a pen that comes down ends the scrolling', () => {
    input.down(touch(1, 0, 0));
    input.down(touch(2, 0, 0));
    input.down(pen(5, 5));
    log = [];
    input.move(touch(2, 0, 500));
    expect(log).toEqual([]);
  });

  it('a stroke that the browser cancels is cancelled', () => {
    input.down(touch(1, 3, 3));
    input.cancel(touch(1, 3, 3));
    expect(log).toEqual(['touch 1 down 3,3', 'touch 1 cancel 3,3']);
  });
});

describe('two fingers on what can be pinched', () => {
  beforeEach(() => {
    pinchable = true;
    input.down(touch(1, 100, 100));
    input.down(touch(2, 200, 100));
    log = [];
  });

  it('neither draw nor scroll', () => {
    input.move(touch(1, 100, 250));
    input.move(touch(2, 200, 250));
    input.up(touch(1, 100, 250));
    input.move(touch(2, 300, 300));
    input.up(touch(2, 300, 300));
    expect(log).toEqual(['touch 2 leave 300,300']);
  });

  it('tell how what lies between them moves, grows and turns', () => {
    input.move(touch(2, 300, 100)); // twice as far apart
    input.move(touch(1, 300, -100)); // a quarter round
    const [grown, turned] = pinches;
    expect(grown).toEqual({
      phase: 1,
      from: { x: 150, y: 100 },
      to: { x: 200, y: 100 },
      scale: 2,
      turn: 0,
    });
    expect(turned).toMatchObject({ from: { x: 200, y: 100 }, to: { x: 300, y: 0 }, scale: 1 });
    expect(turned!.turn).toBeCloseTo(Math.PI / 2);
  });

  it('turn the short way round', () => {
    input.move(touch(2, 0, 101));
    pinches = [];
    input.move(touch(2, 0, 99));
    expect(pinches[0]!.turn).toBeCloseTo(0.02, 3);
  });

  it('tell all of a long gesture, however it is cut up', () => {
    let [scale, turn] = [1, 0];
    for (let k = 1; k <= 60; ++k) {
      const angle = (k / 60) * 4; // more than half a turn
      const length = 100 + k;
      input.move(touch(2, 100 + length * Math.cos(angle), 100 + length * Math.sin(angle)));
    }
    for (const pinch of pinches) [scale, turn] = [scale * pinch.scale, turn + pinch.turn];
    expect(scale).toBeCloseTo(1.6);
    expect(turn).toBeCloseTo(4);
  });

  it('end with the first that goes up, and with a pen that comes down', () => {
    input.up(touch(1, 100, 100));
    expect(pinches.map(({ phase }) => phase)).toEqual([2]);
    input.up(touch(2, 200, 100));
    input.down(touch(3, 0, 0));
    input.down(touch(4, 9, 9));
    input.down(pen(5, 5));
    expect(pinches.map(({ phase }) => phase)).toEqual([2, 2]);
    expect(log.at(-1)).toBe('pen 9 down 5,5');
  });
});

describe('wheels and modifiers', () => {
  it('a wheel with Ctrl zooms by a quarter a notch, a trackpad as the fingers go', () => {
    const zoom = (deltaY: number, deltaMode = 0) => zoomOf({ deltaY, deltaMode } as WheelEvent);
    expect(zoom(-100)).toBeCloseTo(1.246, 3);
    expect(zoom(-3, 1)).toBeCloseTo(1.246, 3);
    expect(zoom(100) * zoom(-100)).toBeCloseTo(1);
    expect(zoom(-5)).toBeCloseTo(1.051, 3);
    expect(zoom(0)).toBe(1);
  });

  it.each([
    [
      { deltaX: 0, deltaY: 100, deltaMode: 0 },
      { x: -0, y: -1 },
    ],
    [
      { deltaX: 25, deltaY: 0, deltaMode: 0 },
      { x: -0.25, y: -0 },
    ],
    [
      { deltaX: 0, deltaY: -3, deltaMode: 1 },
      { x: -0, y: 1 },
    ],
    [
      { deltaX: 0, deltaY: 1, deltaMode: 2 },
      { x: -0, y: -80 },
    ],
  ])('%o is in notches', (wheel, notches) => {
    expect(notchesOf(wheel as WheelEvent)).toEqual(notches);
  });

  it('modifiers are bits', () => {
    const keys = { shiftKey: true, ctrlKey: false, altKey: true, metaKey: true };
    expect(modifiersOf(keys as MouseEvent)).toBe(1 + 4 + 8);
  });
});
