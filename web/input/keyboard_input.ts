// SPDX-License-Identifier: MIT
// input/keyboard_input.ts: keys while the canvas has the focus, and text by way of a hidden field, which
// is what brings up a soft keyboard and an input method.
import type { Atelier } from '../seam/module';
import { modifiersOf } from './pointer_input';

type Sink = Pick<Atelier, 'key' | 'text' | 'wantsText'>;

// A soft keyboard tells of a deletion only if there is something to delete.
const filler = '\u00b7';

export class KeyboardInput {
  private readonly held = new Set<string>();
  private leaving = false;

  constructor(
    private readonly sink: Sink,
    private readonly canvas: HTMLElement,
    private readonly field: HTMLInputElement,
  ) {}

  listen(): void {
    for (const element of [this.canvas, this.field]) {
      element.addEventListener('keydown', (event) => this.down(event));
      element.addEventListener('keyup', (event) => this.up(event));
      element.addEventListener('blur', () => this.held.clear());
      element.addEventListener('paste', (event) => this.paste(event));
    }
    this.field.addEventListener('input', (event) => this.input(event as InputEvent));
    this.field.addEventListener('compositionend', (event) => this.insert(event.data));
    this.reset();
  }

  // Gives the focus to the hidden field while the module wants text, and back to the canvas. A soft
  // keyboard comes up only if this runs inside a gesture's event.
  followFocus(): void {
    const focused = document.activeElement;
    const wants = this.sink.wantsText();
    if (wants && focused === this.canvas) this.field.focus({ preventScroll: true });
    if (!wants && focused === this.field) this.canvas.focus({ preventScroll: true });
  }

  private down(event: KeyboardEvent): void {
    if (event.isComposing || event.keyCode === 229) return; // an input method's own
    // Esc and then Tab leads out of the canvas, which otherwise takes Tab for itself.
    const leaves = this.leaving && event.code === 'Tab';
    const isShift = event.code === 'ShiftLeft' || event.code === 'ShiftRight';
    if (!isShift) this.leaving = event.code === 'Escape';
    if (leaves) return;

    const command = event.ctrlKey || event.metaKey;
    if (command && event.code === 'KeyV') return; // becomes a paste event

    this.held.add(event.code);
    const handled = this.sink.key(event.code, true, modifiersOf(event));
    const types = event.target === this.field && event.key.length === 1 && !command;
    if (handled && !types) event.preventDefault();
  }

  private up(event: KeyboardEvent): void {
    this.held.delete(event.code);
    // Whoever goes or comes by Tab wants to see where the focus is.
    if (event.code === 'Tab') this.canvas.classList.remove('pointed');
    this.sink.key(event.code, false, modifiersOf(event));
    // macOS tells of no other key's end while Command is down.
    if (event.code !== 'MetaLeft' && event.code !== 'MetaRight') return;
    for (const code of this.held) this.sink.key(code, false, 0);
    this.held.clear();
  }

  private input(event: InputEvent): void {
    if (event.isComposing) return;
    if (event.inputType === 'deleteContentBackward') this.press('Backspace');
    else if (event.inputType === 'insertLineBreak') this.press('Enter');
    else if (event.data) this.sink.text(event.data);
    this.reset();
  }

  private insert(text: string): void {
    if (text !== '') this.sink.text(text);
    this.reset();
  }

  private paste(event: ClipboardEvent): void {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    event.preventDefault();
    // Dear ImGui takes no text while Ctrl is down, and it is: it was Ctrl+V.
    this.sink.key('ControlLeft', false, 0);
    this.insert(text);
  }

  private press(code: string): void {
    this.sink.key(code, true, 0);
    this.sink.key(code, false, 0);
  }

  private reset(): void {
    this.field.value = filler;
  }
}
