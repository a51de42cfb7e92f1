// SPDX-License-Identifier: MIT
// input/pointer_input.ts: mouse, pen and fingers, and what each of them may do.
//
// A pen draws; hands that rest beside it do not. One finger draws; as soon as a second one comes
// down, what the first has begun is cancelled and the two of them pinch what can be pinched, or
// scroll. After that nothing draws until all fingers are up.
import { PinchPhase, PointerKind, PointerPhase, type PointerReport } from '../seam/abi_values';
import type { Atelier } from '../seam/module';

type Phase = PointerReport['phase'];
type Kind = PointerReport['kind'];
type Sink = Pick<Atelier, 'pointer' | 'wheel' | 'pinch' | 'wantsPinch'>;

// A hand comes down a little before its pen and leaves a little after it.
const palmMs = 500;
// Dear ImGui scrolls by five lines of text for one notch of a wheel.
const pixelsPerNotch = 75;

const kinds: Record<string, Kind> = {
  mouse: PointerKind.mouse,
  touch: PointerKind.touch,
  pen: PointerKind.pen,
};

interface Point {
  x: number;
  y: number;
}

export class PointerInput {
  private readonly fingers = new Map<number, Point>();
  // Which finger draws, if one does; and whether two have begun to scroll, or to pinch instead.
  private drawing: number | null = null;
  private scrolling = false;
  private pinching = false;
  private penSeenAt = -Infinity;
  private penDown = false;
  // Pointers whose strokes are told as they are made, not once a frame.
  private readonly toldAtOnce = new Set<number>();

  constructor(
    private readonly sink: Sink,
    private readonly canvas: HTMLElement,
    private readonly now: () => number = () => performance.now(),
  ) {}

  down(event: PointerEvent): void {
    this.toldAtOnce.delete(event.pointerId);
    this.canvas.classList.add('pointed');
    this.capture(event.pointerId);
    if (event.pointerType === 'touch') return this.fingerDown(event);
    if (event.pointerType === 'pen') {
      this.penDown = true;
      this.dropFingers(event); // they were the hand that holds the pen
    }
    this.notePen(event);
    this.report(PointerPhase.down, event);
  }

  // Chromium holds pointermove back until the next frame; a stroke need not wait so long. Other
  // browsers, and pages that are not secure, have this event not at all.
  rawupdate(event: PointerEvent): void {
    if (event.buttons === 0 || event.button >= 0) return;
    this.followMove(event);
    this.toldAtOnce.add(event.pointerId);
  }

  move(event: PointerEvent): void {
    // What comes now was told already, and the change of a second button was not.
    if (event.buttons !== 0 && event.button < 0 && this.toldAtOnce.has(event.pointerId)) return;
    this.followMove(event);
  }

  private followMove(event: PointerEvent): void {
    if (event.pointerType === 'touch') return this.fingerMove(event);
    this.notePen(event);
    // A second button of a mouse arrives as a move.
    if (event.button > 0) {
      const bit = event.button === 1 ? 4 : 2;
      const down = (event.buttons & bit) !== 0;
      this.report(down ? PointerPhase.down : PointerPhase.up, event);
      return;
    }
    this.reportMoves(event);
  }

  up(event: PointerEvent): void {
    if (event.pointerType === 'touch') return this.fingerUp(event, PointerPhase.up);
    this.notePen(event);
    if (event.pointerType === 'pen') this.penDown = false;
    this.report(PointerPhase.up, event);
  }

  cancel(event: PointerEvent): void {
    if (event.pointerType === 'touch') return this.fingerUp(event, PointerPhase.cancel);
    if (event.pointerType === 'pen') this.penDown = false;
    this.report(PointerPhase.cancel, event);
  }

  leave(event: PointerEvent): void {
    // A finger has left when it is up, and has been reported as that.
    if (event.pointerType !== 'touch') this.report(PointerPhase.leave, event);
  }

  // ---- Fingers.

  private fingerDown(event: PointerEvent): void {
    if (this.penDown || this.now() - this.penSeenAt < palmMs) return;
    this.fingers.set(event.pointerId, this.place(event));
    if (this.fingers.size === 1) {
      this.drawing = event.pointerId;
      this.report(PointerPhase.down, event);
    } else if (!this.scrolling) {
      this.stopDrawing(event);
      this.scrolling = true;
      const { x, y } = this.middle();
      this.pinching = this.sink.wantsPinch(x, y);
      if (!this.pinching) this.hoverBetweenFingers(event);
    }
  }

  private fingerMove(event: PointerEvent): void {
    if (!this.fingers.has(event.pointerId)) return;
    const before = this.middle();
    const spanBefore = this.span();
    this.fingers.set(event.pointerId, this.place(event));
    if (this.drawing === event.pointerId) return this.reportMoves(event);
    if (!this.scrolling || this.fingers.size < 2) return;
    const after = this.middle();
    if (this.pinching) return this.reportPinch(before, after, spanBefore, this.span());
    this.hoverBetweenFingers(event);
    this.sink.wheel((after.x - before.x) / pixelsPerNotch, (after.y - before.y) / pixelsPerNotch);
  }

  private fingerUp(event: PointerEvent, phase: Phase): void {
    if (!this.fingers.delete(event.pointerId)) return;
    if (this.pinching && this.fingers.size === 1) this.endPinch();
    if (this.drawing === event.pointerId) {
      this.drawing = null;
      this.report(phase, event);
    }
    if (this.scrolling && this.fingers.size === 0) {
      this.scrolling = false;
      this.pinching = false;
      this.report(PointerPhase.leave, event);
    }
  }

  private stopDrawing(event: PointerEvent): void {
    if (this.drawing === null) return;
    const { x, y } = this.fingers.get(this.drawing) ?? this.place(event);
    this.reportAt(PointerPhase.cancel, PointerKind.touch, this.drawing, { x, y }, event);
    this.drawing = null;
  }

  private dropFingers(event: PointerEvent): void {
    this.stopDrawing(event);
    if (this.pinching) this.endPinch();
    this.fingers.clear();
    this.scrolling = false;
    this.pinching = false;
  }

  // The wheel goes to what lies under the pointer, so the pointer goes along.
  private hoverBetweenFingers(event: PointerEvent): void {
    this.reportAt(PointerPhase.move, PointerKind.touch, event.pointerId, this.middle(), event);
  }

  private reportPinch(from: Point, to: Point, before: Point, after: Point): void {
    const length = (span: Point) => Math.max(Math.hypot(span.x, span.y), 1);
    const scale = length(after) / length(before);
    // Of the smaller two ways round.
    const turned = Math.atan2(after.y, after.x) - Math.atan2(before.y, before.x);
    const turn = Math.atan2(Math.sin(turned), Math.cos(turned));
    this.sink.pinch({ phase: PinchPhase.fingers, from, to, scale, turn });
  }

  private endPinch(): void {
    const nowhere = { x: 0, y: 0 };
    this.sink.pinch({ phase: PinchPhase.end, from: nowhere, to: nowhere, scale: 1, turn: 0 });
  }

  // From the first finger to the second.
  private span(): Point {
    const [first, second] = [...this.fingers.values()];
    return first && second ? { x: second.x - first.x, y: second.y - first.y } : { x: 0, y: 0 };
  }

  private middle(): Point {
    const points = [...this.fingers.values()];
    const sum = points.reduce((a, b) => ({ x: a.x + b.x, y: a.y + b.y }), { x: 0, y: 0 });
    return { x: sum.x / points.length, y: sum.y / points.length };
  }

  // ---- Reports.

  private notePen(event: PointerEvent): void {
    if (event.pointerType === 'pen') this.penSeenAt = this.now();
  }

  private reportMoves(event: PointerEvent): void {
    // The moves between two frames matter to a stroke alone. Safari has none, insecure pages cannot
    // ask, and for an event that a script made the list is empty.
    const coalesced = event.buttons === 0 ? [] : (event.getCoalescedEvents?.() ?? []);
    for (const each of coalesced.length > 0 ? coalesced : [event]) {
      this.report(PointerPhase.move, each);
    }
  }

  private report(phase: Phase, event: PointerEvent): void {
    const kind = kinds[event.pointerType] ?? PointerKind.mouse;
    this.reportAt(phase, kind, event.pointerId, this.place(event), event);
  }

  private reportAt(phase: Phase, kind: Kind, id: number, { x, y }: Point, event: PointerEvent) {
    const button = Math.max(0, event.button);
    if (button > 2) return; // back, forward, a pen's eraser: nothing here
    const pressure = pressureOf(kind, event.pressure);
    this.sink.pointer({ phase, kind, id, x, y, pressure, button, modifiers: modifiersOf(event) });
  }

  private place(event: PointerEvent): Point {
    const { left, top } = this.canvas.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  }

  private capture(pointerId: number): void {
    try {
      this.canvas.setPointerCapture(pointerId);
    } catch {
      // A pointer that a script made up cannot be captured.
    }
  }
}

// Screens that feel no pressure report 0, 0.5 or 1 for a finger, as they like.
function pressureOf(kind: Kind, pressure: number): number {
  if (kind === PointerKind.pen) return pressure;
  return kind === PointerKind.touch && pressure > 0 && pressure < 1 ? pressure : 0.5;
}

export function modifiersOf(event: MouseEvent | KeyboardEvent): number {
  return (
    (event.shiftKey ? 1 : 0) +
    (event.ctrlKey ? 2 : 0) +
    (event.altKey ? 4 : 0) +
    (event.metaKey ? 8 : 0)
  );
}

// How much larger a wheel with Ctrl makes things: a notch of a mouse by a quarter, and a pinch on a
// trackpad, which arrives as many small ones, as the fingers go.
export function zoomOf({ deltaY, deltaMode }: WheelEvent): number {
  const pixels = -deltaY * ([1, 33, 800][deltaMode] ?? 1);
  return Math.exp(Math.max(-22, Math.min(22, pixels)) / 100);
}

// A wheel event in notches, in ImGui's direction. Pixels, lines or pages, as the browser likes.
export function notchesOf({ deltaX, deltaY, deltaMode }: WheelEvent): Point {
  const perNotch = [100, 3, 1 / 80][deltaMode] ?? 100;
  return { x: -deltaX / perNotch, y: -deltaY / perNotch };
}
