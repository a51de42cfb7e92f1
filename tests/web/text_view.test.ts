// SPDX-License-Identifier: MIT
// Why: whoever reads or types in the text view must not be disturbed when something else changes.
import { beforeEach, describe, expect, it, vi } from 'vitest';

import { cut, filled, type Json, type Node, pointsOf } from '../../web/text/outline';
import { Renderer } from '../../web/text/text_view';
import { FakeElement, FakeOption, fakeDocument } from './fake_dom';

class FakeImageData {
  data = new Uint8ClampedArray(4 * 784);
}

let page: FakeElement;
let acts: [key: string, fields: Record<string, Json>][];
let renderer: Renderer;
const show = (...nodes: Node[]): void => renderer.show(page as unknown as Element, nodes);

beforeEach(() => {
  fakeDocument.activeElement = null;
  vi.stubGlobal('document', fakeDocument);
  vi.stubGlobal('Option', FakeOption);
  vi.stubGlobal('ImageData', FakeImageData);
  page = new FakeElement('div');
  acts = [];
  renderer = new Renderer(({ key }, fields) => void acts.push([key, fields]));
});

const line = (key: string, words: string): Node => ({ kind: 'line', key, words });
const turn: Node = {
  kind: 'slider',
  key: 'turn',
  words: 'Turn',
  least: -180,
  most: 180,
  step: 1,
  value: 30,
  value_words: '30°',
  action: { type: 'stress', turn: '$value' },
};

describe('an action', () => {
  it('gets what was chosen in its places, of whatever type', () => {
    const action = { type: 'arrange', move: ['$across', '$down'], scale: 2 };
    expect(filled(action, { across: 0.5, down: -1 })).toEqual([
      { type: 'arrange', move: [0.5, -1], scale: 2 },
    ]);
    expect(filled({ type: 'trace', label: '$value' }, { value: null })).toEqual([
      { type: 'trace', label: null },
    ]);
  });

  it('may be chosen as a whole, and may be several', () => {
    expect(filled('$value', { value: { type: 'undo' } })).toEqual([{ type: 'undo' }]);
    expect(filled([{ type: 'undo' }, { type: 'redo' }], {})).toHaveLength(2);
  });

  it('takes a name as it is, also one that looks like a place', () => {
    const action = { type: 'rename-class', label: 1, name: '$value' };
    expect(filled(action, { value: '$value' })).toEqual([action]);
  });
});

describe('what is typed', () => {
  it('is points, across and down in percent', () => {
    expect(pointsOf('20 30, 80.5 30;\n0 100')).toEqual([
      [0.2, 0.3, 0.5],
      [0.805, 0.3, 0.5],
      [0, 1, 0.5],
    ]);
    expect(pointsOf('20 x')).toEqual([[0.2, NaN, 0.5]]);
  });

  it('is cut between characters', () => {
    expect(cut('Hemd', 3)).toBe('Hem');
    expect(cut('äöü', 5)).toBe('äö');
  });
});

describe('the renderer', () => {
  it('changes what is there in place, and moves nothing that need not', () => {
    show(line('a', 'one'), line('c', 'three'));
    const [first, last] = page.children;
    show(line('a', 'one'), line('b', 'two'), line('c', 'four'));
    expect(page.children.map((each) => each.textContent)).toEqual(['one', 'two', 'four']);
    expect(page.children[0]).toBe(first);
    expect(page.children[2]).toBe(last);
    expect(first!.writes).toBe(1); // or it would be read out again
    show(line('c', 'four'));
    expect(page.children).toEqual([last]);
  });

  it('has real headings, and lines that are read out when they change', () => {
    show(
      { kind: 'title', key: 'view-title', words: 'Report' },
      { kind: 'heading', key: 'h', words: 'Filters' },
      { kind: 'subheading', key: 's', words: 'More' },
      { kind: 'status', key: 'l', words: 'Ready' },
    );
    expect(page.children.map(({ tag }) => tag)).toEqual(['h3', 'h4', 'h5', 'p']);
    expect(page.find('l').attributes.role).toBe('status');
  });

  it('labels a field, says its value in words, and acts by it', () => {
    show(turn);
    const slider = page.find('turn');
    const label = page.all().find(({ tag }) => tag === 'label')!;
    expect([label.textContent, label.htmlFor]).toEqual(['Turn', 'turn']);
    expect(slider.attributes['aria-valuetext']).toBe('30°');
    expect([slider.min, slider.max, slider.step, slider.value]).toEqual(['-180', '180', '1', '30']);
    slider.value = '45';
    slider.fire('input');
    expect(acts).toEqual([['turn', { value: 45 }]]);
  });

  it('leaves a slider alone while it is dragged', () => {
    show(turn);
    const slider = page.find('turn');
    fakeDocument.activeElement = slider;
    slider.value = '45';
    slider.fire('input');
    show({ ...turn, value: 44 });
    expect(slider.value).toBe('45');
    slider.fire('change');
    show({ ...turn, value: 44 });
    expect(slider.value).toBe('44');
  });

  const number: Node = {
    kind: 'number',
    key: 'n',
    words: 'Image',
    least: 0,
    most: 99,
    step: 1,
    value: 7,
    action: {},
  };

  it('leaves a number alone while it is typed, and takes it by Enter', () => {
    show(number);
    const field = page.find('n');
    fakeDocument.activeElement = field;
    field.value = '1';
    field.fire('input');
    show({ ...number, value: 8 });
    expect(field.value).toBe('1');
    field.value = '12';
    field.fire('keydown', { key: 'Enter' });
    expect(acts).toEqual([['n', { value: 12 }]]);
  });

  it('says why a number is not taken', () => {
    show(number);
    const field = page.find('n');
    field.value = '100';
    field.fire('input');
    field.fire('change');
    expect(acts).toEqual([]);
    expect(page.find('n-why').textContent).toBe('out of range');
    expect(field.attributes['aria-describedby']).toBe('n-why');
    fakeDocument.activeElement = null; // somebody has gone on
    show({ ...number, value: 8 });
    expect([field.value, page.find('n-why').textContent]).toEqual(['8', '']);
  });

  it('says why something cannot be used now', () => {
    show({ ...turn, why_not: 'There is no picture' });
    expect(page.find('turn').disabled).toBe(true);
    expect(page.find('turn-why').textContent).toBe('There is no picture');
    show(turn);
    expect(page.find('turn').disabled).toBe(false);
    expect(page.find('turn-why').hidden).toBe(true);
  });

  it('keeps a list that may be open, and gives values as they are', () => {
    const choice: Node = {
      kind: 'choice',
      key: 'c',
      words: 'Into',
      value: null,
      action: {},
      options: [
        { words: 'Whatever', value: null },
        { words: 'Bag', value: 8 },
      ],
    };
    show(choice);
    const select = page.find('c');
    expect(select.selectedIndex).toBe(0);
    const [, bag] = select.children;
    show({ ...choice, value: 8 });
    expect([select.selectedIndex, select.children[1]]).toEqual([1, bag]);
    select.fire('change');
    expect(acts).toEqual([['c', { value: 8 }]]);
  });

  it('sends the fields of a form together', () => {
    const { action: _, ...field } = number;
    show({
      kind: 'form',
      key: 'move',
      words: 'Move it',
      action: {},
      nodes: [
        { ...field, key: 'move-across' },
        { kind: 'switch', key: 'move-twice', words: 'Twice', value: true },
      ],
    });
    const across = page.find('move-across');
    across.value = '3';
    across.fire('input');
    across.fire('change');
    expect(acts).toEqual([]);
    page.find('move').fire('submit');
    expect(acts).toEqual([['move', { across: 3, twice: true }]]);
  });

  const table: Node = {
    kind: 'table',
    key: 't',
    words: 'Votes',
    columns: ['Class', 'Count', 'Vote'],
    rows: [['Coat', '3', [{ kind: 'button', key: 'v', words: 'Agree', action: {} }]]],
    marked: 0,
  };

  it('has headers for rows and columns, and controls in cells', () => {
    show(table);
    const cells = page.all().filter(({ tag }) => tag === 'th' || tag === 'td');
    expect(cells.map((each) => each.attributes.scope)).toEqual([
      'col',
      'col',
      'col',
      'row',
      undefined,
      undefined,
    ]);
    page.find('v').fire('click');
    expect(acts).toEqual([['v', {}]]);
  });

  it('writes a table in place, for whoever is reading it', () => {
    show(table);
    const cells = page.all().filter(({ tag }) => tag === 'td');
    show({
      ...table,
      rows: [
        ['Coat', '4', table.rows![0]![2]!],
        ['Bag', '1', ''],
      ],
    });
    const now = page.all().filter(({ tag }) => tag === 'td');
    expect(now.slice(0, 2)).toEqual(cells);
    expect(now.map((each) => each.textContent)).toEqual(['4', 'Agree', '1', '']);
  });

  it('says in which view one is', () => {
    show({
      kind: 'navigation',
      key: 'views',
      words: 'Views',
      value: 'draw',
      options: [
        { words: 'Draw', value: 'draw' },
        { words: 'Report', value: 'report' },
      ],
    });
    const [draw, report] = page.children[0]!.children;
    expect(draw!.attributes['aria-current']).toBe('page');
    expect(report!.attributes['aria-current']).toBeUndefined();
    report!.fire('click');
    expect(acts).toEqual([['views', { value: 'report' }]]);
  });

  it('says a picture, and every number of it when asked', () => {
    show({
      kind: 'picture',
      key: 'p',
      words: 'Test image 3',
      value_words: '10 pixels are not black',
      width: 28,
      height: 28,
      pixels: new Array<number>(784).fill(9),
    });
    expect(page.find('p').attributes['aria-label']).toBe('Test image 3. 10 pixels are not black');
    const fold = page.all().find(({ tag }) => tag === 'details')!;
    expect(page.all().some(({ tag }) => tag === 'td')).toBe(false);
    fold.open = true;
    fold.fire('toggle');
    expect(page.all().filter(({ tag }) => tag === 'td')).toHaveLength(784);
  });
});
