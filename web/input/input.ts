// SPDX-License-Identifier: MIT
// input/input.ts: connects the canvas's events to the module. Each event reports, then asks for a frame.
import { PinchPhase } from '../seam/abi_values';
import type { FrameLoop } from '../shell/frame_loop';
import { KeyboardInput } from './keyboard_input';
import type { Atelier } from '../seam/module';
import { notchesOf, PointerInput, zoomOf } from './pointer_input';
import { watchSurroundings } from './surroundings';

const cursors = ['default', 'pointer', 'text', 'crosshair', 'none'];

export interface InputElements {
  canvas: HTMLCanvasElement;
  textField: HTMLInputElement;
}

export class Input {
  private readonly keyboard: KeyboardInput;

  constructor(
    private readonly module: Atelier,
    private readonly frames: FrameLoop,
    private readonly elements: InputElements,
  ) {
    this.keyboard = new KeyboardInput(module, elements.canvas, elements.textField);
  }

  listen(): void {
    this.listenToPointers();
    this.listenToWheel();
    this.listenToFocus();
    this.listenToContext();
    this.keyboard.listen();
    for (const element of Object.values(this.elements)) {
      for (const type of ['keydown', 'keyup', 'input', 'compositionend', 'paste']) {
        element.addEventListener(type, () => this.frames.request());
      }
    }
    // At once: a canvas whose size was changed is empty, and must not be seen so.
    watchSurroundings(this.module, this.elements.canvas, () => this.frames.runNow());
  }

  // After every update: the hidden field has the focus exactly while the module wants text.
  afterUpdate(): void {
    this.keyboard.followFocus();
  }

  private listenToPointers(): void {
    const { canvas } = this.elements;
    const pointers = new PointerInput(this.module, canvas);
    const on = (type: 'down' | 'rawupdate' | 'move' | 'up' | 'cancel' | 'leave') =>
      canvas.addEventListener(`pointer${type}`, (event) => {
        pointers[type](event as PointerEvent); // which rawupdate is as well
        this.frames.request();
      });
    on('down');
    on('rawupdate');
    on('move');
    on('up');
    on('cancel');
    on('leave');
    // Only inside the event of a gesture may a soft keyboard come up, and only an update knows
    // whether it should.
    canvas.addEventListener('pointerup', () => this.frames.runNow());
    canvas.addEventListener('contextmenu', (event) => event.preventDefault());
  }

  private listenToWheel(): void {
    this.elements.canvas.addEventListener(
      'wheel',
      (event) => {
        if (event.ctrlKey) return this.zoom(event);
        const { x, y } = notchesOf(event);
        this.module.wheel(x, y);
        if (this.module.wantsWheel() || this.isOnSheet(event)) event.preventDefault();
        this.frames.request();
      },
      { passive: false },
    );
  }

  private placeOf(event: WheelEvent): { x: number; y: number } {
    const { left, top } = this.elements.canvas.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  }

  // On what can be magnified, and then moved by a wheel.
  private isOnSheet(event: WheelEvent): boolean {
    const { x, y } = this.placeOf(event);
    return this.module.wantsPinch(x, y);
  }

  // Zooming is the browser's, but not on what can be zoomed here. A trackpad's pinch comes as this.
  private zoom(event: WheelEvent): void {
    if (!this.isOnSheet(event)) return;
    event.preventDefault();
    const place = this.placeOf(event);
    const scale = zoomOf(event);
    this.module.pinch({ phase: PinchPhase.wheel, from: place, to: place, scale, turn: 0 });
    this.frames.request();
  }

  private listenToFocus(): void {
    const { canvas, textField } = this.elements;
    const tell = (focused: boolean) => {
      this.module.focus(focused);
      this.frames.request();
    };
    for (const element of [canvas, textField]) {
      element.addEventListener('focus', () => tell(true));
      element.addEventListener('blur', (event) => {
        const { relatedTarget } = event as FocusEvent;
        // From one to the other is not out of the page.
        if (relatedTarget !== canvas && relatedTarget !== textField) tell(false);
      });
    }
    addEventListener('blur', () => tell(false));
  }

  private listenToContext(): void {
    const { canvas } = this.elements;
    canvas.addEventListener('webglcontextlost', (event) => {
      event.preventDefault(); // or it would never be restored
      this.module.contextLost();
    });
    canvas.addEventListener('webglcontextrestored', () => {
      this.module.contextRestored();
      this.frames.request();
    });
  }
}

export function setCursor(canvas: HTMLElement, cursor: number): void {
  canvas.style.cursor = cursors[cursor] ?? 'default';
}

export function copyText(text: string): void {
  // Without a secure page, or without the permission, there is no clipboard to write to.
  navigator.clipboard?.writeText(text).catch((thrown: unknown) => {
    console.warn('the text could not be copied:', thrown);
  });
}
