// SPDX-License-Identifier: MIT
// text/controls.ts: one node of an outline as an element that is changed in place: whoever reads, types or
// drags keeps their place in it.
import { say } from '../shell/say';
import { cut, type Json, type Node, type Option, pointsOf } from './outline';

export interface Host {
  // `control` was used. Of a form, all its fields.
  act(node: Node, fields: Record<string, Json>): void;
  // Makes the children of `parent` what the nodes say.
  show(parent: Element, nodes: readonly Node[]): void;
}

export interface Made {
  element: HTMLElement;
  update(node: Node): void;
  // Of a field: what is in it.
  value?(): Json;
}

function create<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  ...children: (Element | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  element.append(...children);
  return element;
}

// Text that is written anew would be read out again.
function write(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

const texts = {
  title: 'h3',
  heading: 'h4',
  subheading: 'h5',
  line: 'p',
  strong: 'p',
  status: 'p',
  alert: 'p',
} as const;

function text(kind: keyof typeof texts): Made {
  const element = create(texts[kind]);
  if (kind === 'status' || kind === 'alert') element.setAttribute('role', kind);
  if (kind === 'title') element.tabIndex = -1;
  return { element, update: ({ words }) => write(element, words) };
}

// ---- fields -----------------------------------------------------------------------------------------

type Control = HTMLInputElement | HTMLSelectElement;

interface Field {
  control: Control;
  // What it is called stands behind it.
  behind?: boolean;
  put(node: Node): void;
  value(): Json;
}

// What somebody is typing, or has in a form that they have not sent, stays.
function labelled(host: Host, node: Node, { control, behind, put, value }: Field): Made {
  let now = node;
  let touched = false;
  control.id = node.key;
  const words = create('label');
  words.htmlFor = node.key;
  const output = create('output');
  output.htmlFor.add(node.key);
  const why = create('span');
  why.className = 'muted';
  why.id = `${node.key}-why`;
  const explain = (text: string): void => {
    write(why, text);
    why.hidden = text === '';
    if (why.hidden) control.removeAttribute('aria-describedby');
    else control.setAttribute('aria-describedby', why.id);
  };
  const element = create('div', ...(behind ? [control, words] : [words, control]), output, why);
  control.addEventListener('input', () => {
    touched = true;
    if (control.type === 'range' && now.action !== undefined) host.act(now, { value: value() });
  });
  const commit = (): void => {
    if (now.action === undefined) return;
    if (!control.checkValidity()) return explain(control.validationMessage);
    touched = false;
    if (control.type !== 'range') host.act(now, { value: value() });
  };
  control.addEventListener('change', commit);
  control.addEventListener('keydown', (event) => {
    if ((event as KeyboardEvent).key !== 'Enter' || now.action === undefined) return;
    event.preventDefault();
    commit();
  });
  const update = (next: Node): void => {
    now = next;
    write(words, next.words);
    write(output, next.value_words ?? '');
    if (next.value_words) control.setAttribute('aria-valuetext', next.value_words);
    control.disabled = next.why_not !== undefined;
    const isForm = next.action === undefined;
    if (touched && (isForm || document.activeElement === control)) return;
    touched = false;
    explain(next.why_not ?? '');
    put(next);
  };
  return { element, update, value };
}

function input(host: Host, node: Node, type: 'range' | 'number'): Made {
  const control = create('input');
  control.type = type;
  if (type === 'number') {
    control.inputMode = 'numeric';
    control.required = true;
  }
  const put = ({ least, most, step, doubling, value }: Node): void => {
    control.min = String(least);
    control.max = String(most);
    control.step = String(step);
    const text = typeof value === 'number' ? String(doubling ? Math.log2(value) : value) : '';
    if (control.value !== text) control.value = text;
  };
  const value = (): Json => (node.doubling ? 2 ** control.valueAsNumber : control.valueAsNumber);
  return labelled(host, node, { control, put, value });
}

function textField(host: Host, node: Node): Made {
  const control = create('input');
  control.type = 'text';
  control.autocomplete = 'off';
  const put = ({ value }: Node): void => {
    if (control.value !== value) control.value = String(value ?? '');
  };
  const value = (): Json =>
    node.is_points ? pointsOf(control.value) : cut(control.value.trim(), node.most_bytes ?? 1000);
  return labelled(host, node, { control, put, value });
}

function toggle(host: Host, node: Node): Made {
  const control = create('input');
  control.type = 'checkbox';
  const put = ({ value }: Node): void => {
    control.checked = value === true;
  };
  return labelled(host, node, { control, behind: true, put, value: () => control.checked });
}

const optionValue = ({ value }: Option): string =>
  typeof value === 'string' ? value : value === null ? '' : JSON.stringify(value);

function choice(host: Host, node: Node): Made {
  const control = create('select');
  let options: Option[] = [];
  let listed = '';
  const put = (next: Node): void => {
    options = next.options ?? [];
    // A list that somebody has open is not made anew under them.
    const list = JSON.stringify(options);
    if (list !== listed) {
      control.replaceChildren(...options.map((each) => new Option(each.words, optionValue(each))));
    }
    listed = list;
    const chosen = JSON.stringify(next.value);
    control.selectedIndex = options.findIndex((each) => JSON.stringify(each.value) === chosen);
  };
  return labelled(host, node, {
    control,
    put,
    value: () => options[control.selectedIndex]?.value ?? null,
  });
}

// ---- the others -------------------------------------------------------------------------------------

function button(host: Host, node: Node): Made {
  let now = node;
  const control = create('button');
  control.type = 'button';
  control.id = node.key;
  control.addEventListener('click', () => host.act(now, {}));
  const update = (next: Node): void => {
    now = next;
    write(control, next.words);
    control.disabled = next.why_not !== undefined;
    control.title = next.why_not ?? '';
  };
  return { element: control, update };
}

function progress(): Made {
  const bar = create('progress');
  const element = create('div', bar);
  const update = ({ words, value }: Node): void => {
    bar.setAttribute('aria-label', words);
    bar.value = Number(value);
  };
  return { element, update };
}

function navigation(host: Host): Made {
  const element = create('nav');
  let now: Node | null = null;
  const update = (next: Node): void => {
    const buttons = Array.from(element.children);
    element.setAttribute('aria-label', next.words);
    next.options?.forEach(({ words, value }, k) => {
      let each = buttons[k];
      if (!each) {
        each = create('button');
        each.id = `view-${String(value)}`;
        each.addEventListener('click', () => now && host.act(now, { value }));
        element.append(each);
      }
      write(each, words);
      if (value === next.value) each.setAttribute('aria-current', 'page');
      else each.removeAttribute('aria-current');
    });
    now = next;
  };
  return { element, update };
}

// Its picture, what is to be seen, and on request every number of it.
function picture(host: Host): Made {
  const canvas = create('canvas');
  canvas.setAttribute('role', 'img');
  const caption = create('figcaption');
  const numbers = create('div');
  const fold = create('details', create('summary', say('web.text.pixels')), numbers);
  const element = create('figure', canvas, caption, fold);
  let now: Node | null = null;
  const list = (): void => {
    if (!fold.open || now === null) return host.show(numbers, []);
    const { key, words, width = 0, height = 0, pixels = [] } = now;
    const columns = ['Row', ...Array.from({ length: width }, (_, x) => String(x + 1))];
    const rows = Array.from({ length: height }, (_, y) => [
      String(y + 1),
      ...pixels.slice(y * width, (y + 1) * width).map(String),
    ]);
    host.show(numbers, [{ kind: 'table', key: `${key}-pixels`, words, columns, rows }]);
  };
  fold.addEventListener('toggle', list);
  const update = (next: Node): void => {
    now = next;
    const { words, value_words, width = 0, height = 0, pixels = [] } = next;
    canvas.id = next.key;
    caption.id = `${next.key}-words`;
    canvas.setAttribute('aria-label', `${words}. ${value_words ?? ''}`);
    write(caption, words);
    if (canvas.width !== width) canvas.width = width;
    if (canvas.height !== height) canvas.height = height;
    if (width > 0) {
      const image = new ImageData(width, height);
      pixels.forEach((gray, at) => image.data.set([gray, gray, gray, 255], at * 4));
      canvas.getContext('2d')?.putImageData(image, 0, 0);
    }
    list();
  };
  return { element, update };
}

// ---- groups -----------------------------------------------------------------------------------------

function table(host: Host): Made {
  const caption = create('caption');
  const head = create('tr');
  const heads = create('thead', head);
  const body = create('tbody');
  const grid = create('table', caption, heads, body);
  const element = create('div', grid);
  const cellsOf = (row: HTMLTableRowElement, count: number, heading: (k: number) => string) => {
    while (row.cells.length > count) row.cells[count]!.remove();
    while (row.cells.length < count) {
      const scope = heading(row.cells.length);
      const cell = create(scope === '' ? 'td' : 'th');
      if (scope !== '') cell.setAttribute('scope', scope);
      row.append(cell);
    }
    return Array.from(row.cells);
  };
  const update = ({ key, words, columns = [], rows = [], marked }: Node): void => {
    grid.id = key;
    write(caption, words);
    if (columns.length === 0) heads.remove();
    else if (heads.parentNode === null) grid.insertBefore(heads, body);
    cellsOf(head, columns.length, () => 'col').forEach((cell, k) => write(cell, columns[k]!));
    while (body.rows.length > rows.length) body.rows[rows.length]!.remove();
    while (body.rows.length < rows.length) body.append(create('tr'));
    rows.forEach((row, y) => {
      const line = body.rows[y]!;
      line.className = y === marked ? 'top' : '';
      cellsOf(line, row.length, (k) => (k === 0 ? 'row' : '')).forEach((cell, k) => {
        const content = row[k]!;
        if (typeof content === 'string') write(cell, content);
        else host.show(cell, content);
      });
    });
  };
  return { element, update };
}

function fold(host: Host): Made {
  const summary = create('summary');
  const inside = create('div');
  inside.className = 'flow';
  const update = ({ words, nodes = [] }: Node): void => {
    write(summary, words);
    host.show(inside, nodes);
  };
  return { element: create('details', summary, inside), update };
}

function form(host: Host, node: Node, fieldsOf: (parent: Element) => Map<string, Made>): Made {
  let now = node;
  const inside = create('div');
  inside.className = 'flow';
  const send = create('button');
  send.type = 'submit';
  const element = create('form', inside, send);
  element.addEventListener('submit', (event) => {
    event.preventDefault();
    const fields: Record<string, Json> = {};
    for (const [key, { value }] of fieldsOf(inside)) {
      if (value) fields[key.slice(now.key.length + 1)] = value();
    }
    host.act(now, fields);
  });
  const update = (next: Node): void => {
    now = next;
    element.id = next.key;
    element.setAttribute('aria-label', next.words);
    write(send, next.words);
    host.show(inside, next.nodes ?? []);
  };
  return { element, update };
}

export function make(
  host: Host,
  node: Node,
  fieldsOf: (parent: Element) => Map<string, Made>,
): Made {
  switch (node.kind) {
    case 'slider':
      return input(host, node, 'range');
    case 'number':
      return input(host, node, 'number');
    case 'text':
      return textField(host, node);
    case 'choice':
      return choice(host, node);
    case 'switch':
      return toggle(host, node);
    case 'button':
      return button(host, node);
    case 'progress':
      return progress();
    case 'navigation':
      return navigation(host);
    case 'picture':
      return picture(host);
    case 'table':
      return table(host);
    case 'fold':
      return fold(host);
    case 'form':
      return form(host, node, fieldsOf);
    default:
      return text(node.kind);
  }
}
