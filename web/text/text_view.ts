// SPDX-License-Identifier: MIT
// text/text_view.ts: the page as plain DOM, for screen readers, for keyboards and for browsers that
// cannot draw it: whatever outline the shown view has. It acts through the same door as any script.
import type { Action, AtelierApi } from '../shell/atelier_api';
import { element } from '../shell/elements';
import { throttled } from '../shell/throttle';
import { type Host, make, type Made } from './controls';
import { filled, type Json, type Node, type Opener } from './outline';

export interface TextViewOptions {
  api: Pick<AtelierApi, 'dispatch' | 'snapshot'>;
  // The shown view.
  outline(): Node[];
  // Both in the course of a press.
  open: Record<Opener, () => void>;
  copy(text: string): void;
  // The drawn view has gone, or is back.
  onToggle(): void;
}

export class TextView {
  private readonly view = element('text-view', HTMLElement);
  private readonly title = element('text-view-title', HTMLElement);
  private readonly outline = element('outline', HTMLElement);
  private readonly message = element('text-view-message', HTMLElement);
  private readonly canvas = element('canvas', HTMLCanvasElement);
  private readonly openButton = element('open-text-view', HTMLButtonElement);
  private readonly closeButton = element('close-text-view', HTMLButtonElement);
  private readonly draw = throttled(100, () => this.show());
  // What could not be done yet, such as showing an image that has not arrived.
  private waiting: Action[] | null = null;
  private readonly renderer: Renderer;

  constructor(private readonly options: TextViewOptions) {
    this.renderer = new Renderer((node, fields) => this.act(node, fields));
    this.openButton.hidden = false;
    this.openButton.addEventListener('click', () => this.open());
    this.closeButton.addEventListener('click', () => this.close());
  }

  get isOpen(): boolean {
    return !this.view.hidden;
  }

  // The only view there is, because nothing can be drawn.
  openForGood(): void {
    element('no-webgl', HTMLElement).hidden = false;
    this.closeButton.hidden = true;
    this.open();
  }

  open(): void {
    this.view.hidden = false;
    this.canvas.hidden = true;
    this.openButton.hidden = true;
    if (this.options.api.snapshot().input.source === 'none') {
      this.waiting = [{ type: 'select-sample', index: 0 }];
    }
    this.noteState();
    this.title.focus();
    this.options.onToggle();
  }

  close(): void {
    this.view.hidden = true;
    this.canvas.hidden = false;
    this.openButton.hidden = false;
    this.canvas.focus();
    this.options.onToggle();
  }

  // Call when State has changed.
  noteState(): void {
    if (this.isOpen) this.draw();
  }

  private show(): void {
    if (!this.isOpen) return;
    if (this.waiting) this.dispatch(this.waiting, true);
    const focused = document.activeElement;
    const within = focused !== null && this.outline.contains(focused);
    this.renderer.show(this.outline, this.options.outline());
    // What had the focus is gone: the top is better than nowhere.
    if (within && !this.outline.contains(document.activeElement)) this.title.focus();
  }

  private act(node: Node, fields: Record<string, Json>): void {
    if (node.opens) this.options.open[node.opens]();
    else if (node.copies !== undefined) this.options.copy(node.copies);
    else this.dispatch(filled(node.action ?? [], fields), node.waits === true);
    // At once: the next control that is used carries out an action with the values shown.
    this.show();
  }

  private dispatch(actions: Action[], waits: boolean): void {
    this.waiting = null;
    let words = '';
    try {
      for (const action of actions) this.options.api.dispatch(action);
    } catch (thrown) {
      if (waits) this.waiting = actions;
      words = thrown instanceof Error ? thrown.message : String(thrown);
    }
    if (this.message.textContent !== words) this.message.textContent = words;
  }
}

// Makes the children of elements what nodes say, by their keys: what is there already is changed in
// place, and nothing moves that need not.
export class Renderer implements Host {
  private readonly made = new WeakMap<Element, Map<string, Made & { kind: Node['kind'] }>>();

  constructor(readonly act: Host['act']) {}

  show(parent: Element, nodes: readonly Node[]): void {
    const there = this.made.get(parent) ?? new Map<string, Made & { kind: Node['kind'] }>();
    this.made.set(parent, there);
    const wanted = new Map(nodes.map(({ key, kind }) => [key, kind]));
    for (const [key, each] of there) {
      if (wanted.get(key) === each.kind) continue;
      each.element.remove();
      there.delete(key);
    }
    let next = parent.firstElementChild;
    for (const node of nodes) {
      let each = there.get(node.key);
      if (!each) {
        each = { ...make(this, node, (of) => this.made.get(of) ?? new Map()), kind: node.kind };
        each.element.dataset.kind = node.kind;
        if (each.element.id === '' && node.kind in ids) each.element.id = node.key;
        there.set(node.key, each);
      }
      if (each.element === next) next = next.nextElementSibling;
      else parent.insertBefore(each.element, next);
      each.update(node);
    }
  }
}

// The kinds whose own element has the node's key as its id; of the others it is the control within.
const ids = {
  title: 1,
  heading: 1,
  subheading: 1,
  line: 1,
  strong: 1,
  status: 1,
  alert: 1,
  fold: 1,
};
