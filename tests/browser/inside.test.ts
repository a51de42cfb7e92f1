// SPDX-License-Identifier: MIT
// What the layers make of a picture, in the whole page, from our own engine to the canvas and the
// text view.
import { describe, expect, it } from 'vitest';

import type { Snapshot } from '../../web/shell/atelier_api';
import { openReadyPage, tab } from './support/ready_page';

openReadyPage();

type Inside = NonNullable<Snapshot['inside']>;

async function inside(about: string, holds: (inside: Inside) => boolean): Promise<Inside> {
  const { inside } = await tab.until(about, ({ inside }) => inside !== null && holds(inside));
  return inside!;
}

const known = ({ layers }: Inside) => layers.length > 0;

describe('inside the network', () => {
  it('nothing is computed before anybody asks', async () => {
    await tab.select(25);
    expect((await tab.snapshot()).inside).toBeNull();
  });

  it('every layer of a bundled model is told, whichever engine answers', async () => {
    await tab.dispatch({ type: 'open-why', topic: 'inside' });
    const { layers, filters } = await inside('the layers are there', known);
    expect(layers.map(({ maps }) => maps)).toEqual([12, 32, 32, 32, 56, 56, 56]);
    expect(layers.map(({ rows }) => rows)).toEqual([28, 14, 14, 14, 7, 7, 7]);
    expect(layers[0]!.sees).toEqual([3, 3]);
    // 3, then 2 more pixels for each further layer, 4 behind the first stride, 8 behind the second.
    expect(layers.at(-1)!.sees).toEqual([3 + 2 + 3 * 4 + 2 * 8, 33]);
    expect(filters).toHaveLength(12 * 9);
  });

  it('a cell is framed by what it depends on, around its own place', async () => {
    const cell = { type: 'inside', layer: 2, map: 5, row: 6, column: 7 } as const;
    await tab.dispatch(cell);
    const before = await inside('it is pointed at', ({ cell }) => cell !== null);
    expect(before.values).toHaveLength(196);
    expect(before.values[6 * 14 + 7]).toBe(before.cell!.value);
    const [x, y, width, height] = before.cell!.sees;
    expect([width, height]).toEqual([9, 9]);
    // The middle of the frame is that of the cell's place.
    expect(x + (width - 1) / 2).toBe(14);
    expect(y + (height - 1) / 2).toBe(12);
    expect(before.words).toMatch(
      /^Layer 3 of 7: 32 maps of 14 × 14, up to \d+\.\d\d\. Map 6, row 7, column 8: /,
    );
  });

  it('follows the picture', async () => {
    const before = (await tab.snapshot()).inside!;
    await tab.select(26);
    const after = await inside('it is of the other picture', ({ values }) => {
      return values.length > 0 && values.join() !== before.values.join();
    });
    expect(after.cell!.sees).toEqual(before.cell!.sees);
  });

  it('a model of more layers has more', async () => {
    await tab.dispatch({ type: 'select-model', id: 'large' });
    const { layers } = await inside('the large one is read', (each) => each.layers.length === 13);
    expect(layers.at(-1)!.maps).toBe(64);
    await tab.dispatch({ type: 'select-model', id: 'small' });
    await inside('the small one is read', (each) => each.layers.length === 7);
  });

  it('the mouse points at a cell and the canvas frames its pixels', async () => {
    await tab.dispatch({ type: 'inside', layer: 0 });
    await tab.settled();
    const plain = await tab.page.screenshot();
    // Under the canvas, where the maps are.
    await tab.page.mouse.move(380, 720);
    const { cell } = await inside('a cell is pointed at', ({ cell }) => cell !== null);
    expect(cell!.sees[2] * cell!.sees[3]).toBeLessThanOrEqual(9);
    await tab.settled();
    expect((await tab.page.screenshot()).equals(plain)).toBe(false);
    await tab.page.mouse.move(450, 340);
    await inside('nothing is pointed at', ({ cell }) => cell === null);
  });

  it('is said in the text view, number by number', async () => {
    await tab.page.focus('#open-text-view');
    await tab.page.keyboard.press('Enter');
    await tab.page.selectOption('#inside-layer', '4');
    await tab.page.selectOption('#inside-map', '55');
    await tab.page.selectOption('#inside-row', { label: '7' });
    await tab.page.selectOption('#inside-column', { label: '1' });
    await inside('the cell is pointed at', ({ cell }) => {
      return cell?.map === 55 && cell.row === 6 && cell.column === 0;
    });
    await expect
      .poll(() => tab.page.textContent('#inside-line'))
      .toMatch(/^Layer 5 of 7: 56 maps of 7 × 7, up to \d+\.\d\d\. Map 56, row 7, column 1: /);
    expect(await tab.page.locator('#inside-values td').count()).toBe(49);
    // The widest maps scroll by themselves.
    await tab.page.selectOption('#inside-layer', '0');
    await tab.page.selectOption('#inside-map', '0');
    await expect.poll(() => tab.page.locator('#inside-values td').count()).toBe(784);
    expect(await tab.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(
      true,
    );
    await tab.page.click('#close-text-view');
  });
});
