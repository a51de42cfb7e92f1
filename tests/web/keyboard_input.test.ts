// SPDX-License-Identifier: MIT
import { beforeEach, describe, expect, it, vi } from 'vitest';

import { KeyboardInput } from '../../web/input/keyboard_input';

class FakeElement extends EventTarget {
  value = '';
  focus = vi.fn();
}

let canvas: FakeElement;
let field: FakeElement;
let log: string[];
let handled: boolean;
let wantsText: boolean;
let keyboard: KeyboardInput;

beforeEach(() => {
  canvas = new FakeElement();
  field = new FakeElement();
  log = [];
  handled = true;
  wantsText = false;
  const sink = {
    key: (code: string, down: boolean, modifiers: number) => {
      log.push(`${code} ${down ? 'down' : 'up'}${modifiers ? ` ${modifiers}` : ''}`);
      return handled;
    },
    text: (text: string) => void log.push(`text ${text}`),
    wantsText: () => wantsText,
  };
  keyboard = new KeyboardInput(
    sink,
    canvas as unknown as HTMLElement,
    field as unknown as HTMLInputElement,
  );
  keyboard.listen();
});

// Whether the browser still does what it does for this event.
function send(target: EventTarget, type: string, fields: object): boolean {
  const event = Object.assign(new Event(type, { cancelable: true }), {
    shiftKey: false,
    ctrlKey: false,
    altKey: false,
    metaKey: false,
    ...fields,
  });
  return target.dispatchEvent(event);
}
const press = (target: EventTarget, code: string, more: object = {}) =>
  send(target, 'keydown', { code, key: code, ...more });

describe('keys', () => {
  it('are kept from the browser exactly if the page handles them', () => {
    expect(press(canvas, 'ArrowDown')).toBe(false);
    handled = false;
    expect(press(canvas, 'F5')).toBe(true);
    expect(log).toEqual(['ArrowDown down', 'F5 down']);
  });

  it('Esc and then Tab lead out of the canvas', () => {
    expect(press(canvas, 'Tab')).toBe(false);
    press(canvas, 'Escape');
    expect(press(canvas, 'Tab')).toBe(true);
    expect(log).toEqual(['Tab down', 'Escape down']);
    press(canvas, 'Escape');
    press(canvas, 'ShiftLeft', { shiftKey: true });
    expect(press(canvas, 'Tab', { shiftKey: true })).toBe(true);
    press(canvas, 'Escape');
    press(canvas, 'KeyB');
    expect(press(canvas, 'Tab')).toBe(false);
  });

  it('that Command has swallowed the end of are released with it', () => {
    press(canvas, 'MetaLeft', { metaKey: true });
    press(canvas, 'KeyZ', { metaKey: true });
    send(canvas, 'keyup', { code: 'MetaLeft' });
    expect(log.slice(2)).toEqual(['MetaLeft up', 'KeyZ up']);
  });

  it('of an input method are its own', () => {
    press(field, 'KeyA', { isComposing: true });
    press(field, 'Unidentified', { keyCode: 229 });
    expect(log).toEqual([]);
  });
});

describe('text', () => {
  it('comes by way of the field, so its keys are not kept from it', () => {
    expect(press(field, 'KeyA', { key: 'a' })).toBe(true);
    expect(press(field, 'Backspace', { key: 'Backspace' })).toBe(false);
    send(field, 'input', { inputType: 'insertText', data: '\u00e4' });
    expect(log).toEqual(['KeyA down', 'Backspace down', 'text \u00e4']);
  });

  it('of a soft keyboard deletes and breaks lines like keys', () => {
    send(field, 'input', { inputType: 'deleteContentBackward', data: null });
    send(field, 'input', { inputType: 'insertLineBreak', data: null });
    expect(log).toEqual(['Backspace down', 'Backspace up', 'Enter down', 'Enter up']);
    expect(field.value).not.toBe(''); // or there would be nothing to delete next time
  });

  it('of an input method comes when it is settled, once', () => {
    send(field, 'input', { inputType: 'insertCompositionText', data: '\u3075', isComposing: true });
    send(field, 'compositionend', { data: '\u670d' });
    expect(log).toEqual(['text \u670d']);
  });

  it('is pasted by the browser, not by the key', () => {
    expect(press(canvas, 'KeyV', { ctrlKey: true })).toBe(true);
    const clipboardData = { getData: () => 'Ankle boot' };
    expect(send(canvas, 'paste', { clipboardData })).toBe(false);
    expect(log).toEqual(['ControlLeft up', 'text Ankle boot']);
  });
});

describe('the hidden field', () => {
  it('has the focus exactly while the module wants text', () => {
    vi.stubGlobal('document', { activeElement: canvas });
    keyboard.followFocus();
    expect(field.focus).not.toHaveBeenCalled();
    wantsText = true;
    keyboard.followFocus();
    expect(field.focus).toHaveBeenCalledOnce();
    vi.stubGlobal('document', { activeElement: field });
    keyboard.followFocus();
    expect(canvas.focus).not.toHaveBeenCalled();
    wantsText = false;
    keyboard.followFocus();
    expect(canvas.focus).toHaveBeenCalledOnce();
  });

  it('takes the focus from nothing else on the page', () => {
    vi.stubGlobal('document', { activeElement: {} });
    wantsText = true;
    keyboard.followFocus();
    wantsText = false;
    keyboard.followFocus();
    expect(field.focus).not.toHaveBeenCalled();
    expect(canvas.focus).not.toHaveBeenCalled();
  });
});
