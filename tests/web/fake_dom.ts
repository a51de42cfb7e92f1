// SPDX-License-Identifier: MIT
// As much of a document as the text view needs, without a browser: elements that keep what is written to
// them and pass events to who listens.
export class FakeElement {
  parent: FakeElement | null = null;
  children: FakeElement[] = [];
  attributes: Record<string, string> = {};
  dataset: Record<string, string> = {};
  id = '';
  className = '';
  htmlFor: unknown;
  type = '';
  value = '';
  min = '';
  max = '';
  step = '';
  title = '';
  open = false;
  checked = false;
  disabled = false;
  hidden = false;
  required = false;
  tabIndex = 0;
  selectedIndex = -1;
  validationMessage = 'out of range';
  writes = 0;
  readonly classList = { add: () => {}, remove: () => {} };
  private text = '';
  private readonly listeners: Record<string, ((event: object) => void)[]> = {};

  constructor(readonly tag: string) {
    if (tag === 'output') this.htmlFor = { add: () => {} };
  }

  append(...children: (FakeElement | string)[]): void {
    for (const child of children) {
      if (typeof child === 'string') this.text += child;
      else this.insertBefore(child, null);
    }
  }
  insertBefore(child: FakeElement, next: FakeElement | null): void {
    child.remove();
    const at = next === null ? this.children.length : this.children.indexOf(next);
    this.children.splice(at, 0, child);
    child.parent = this;
  }
  remove(): void {
    const siblings = this.parent?.children ?? [];
    if (siblings.includes(this)) siblings.splice(siblings.indexOf(this), 1);
    this.parent = null;
  }
  replaceChildren(...children: FakeElement[]): void {
    for (const child of [...this.children]) child.remove();
    this.append(...children);
  }
  contains(other: FakeElement | null): boolean {
    for (let each = other; each; each = each.parent) if (each === this) return true;
    return false;
  }
  get firstElementChild(): FakeElement | null {
    return this.children[0] ?? null;
  }
  get nextElementSibling(): FakeElement | null {
    const siblings = this.parent?.children ?? [];
    return siblings[siblings.indexOf(this) + 1] ?? null;
  }
  get rows(): FakeElement[] {
    return this.children.filter(({ tag }) => tag === 'tr');
  }
  get cells(): FakeElement[] {
    return this.children;
  }
  get textContent(): string {
    return this.text + this.children.map((child) => child.textContent).join('');
  }
  set textContent(text: string) {
    this.replaceChildren();
    this.text = text;
    ++this.writes;
  }
  get valueAsNumber(): number {
    return this.value === '' ? NaN : Number(this.value);
  }
  setAttribute(name: string, value: string): void {
    this.attributes[name] = value;
  }
  removeAttribute(name: string): void {
    delete this.attributes[name];
  }
  addEventListener(type: string, listener: (event: object) => void): void {
    (this.listeners[type] ??= []).push(listener);
  }
  checkValidity(): boolean {
    if (this.type !== 'number') return true;
    const number = this.valueAsNumber;
    return number >= Number(this.min) && number <= Number(this.max);
  }
  getContext(): null {
    return null;
  }

  // ---- for tests --------------------------------------------------------------------------------

  fire(type: string, fields: object = {}): void {
    for (const each of this.listeners[type] ?? []) each({ preventDefault: () => {}, ...fields });
  }
  all(): FakeElement[] {
    return [this, ...this.children.flatMap((child) => child.all())];
  }
  find(id: string): FakeElement {
    const found = this.all().find((each) => each.id === id);
    if (!found) throw new Error(`there is no '${id}'`);
    return found;
  }
}

export class FakeOption extends FakeElement {
  constructor(words: string, value: string) {
    super('option');
    this.textContent = words;
    this.value = value;
  }
}

export const fakeDocument = {
  activeElement: null as FakeElement | null,
  createElement: (tag: string) => new FakeElement(tag),
};
