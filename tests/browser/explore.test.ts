// SPDX-License-Identifier: MIT
// The view in which the test set is looked through, by mouse, finger and keyboard.
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { correlation } from './support/picture';
import { accent, openView, paper, work } from './support/places';
import { openReadyPage, tab } from './support/ready_page';
import { firstOfClass, imageOf, labelOf } from './support/test_set';

const titleRow = 38; // y of "Go to index", at the end of the line
const chipRow = 86; // y of the first line of chips: All, and the classes

openReadyPage();
beforeAll(() => openView(tab, 'explore'));
beforeEach(async () => {
  await tab.dispatch({ type: 'filter', label: null });
  await tab.select(0);
});

const selected = (index: number) =>
  tab.answered(`${index} is selected`, ({ input }) => input.index === index);
const press = (key: string) => tab.page.keyboard.press(key);
const focusCanvas = () => tab.page.focus('#canvas');

async function chip(k: number): Promise<{ x: number; y: number }> {
  const edges = (await tab.picture()).segments(paper, chipRow, work.x, work.x + work.width);
  const [left, right] = edges[k]!;
  return { x: (left + right) / 2, y: chipRow };
}

async function click({ x, y }: { x: number; y: number }): Promise<void> {
  await tab.page.mouse.click(x, y);
}

// The index of the test image that is most like this one.
function mostAlike(image: number[]): number {
  const likeness = Array.from({ length: 10_000 }, (_, k) => correlation(image, imageOf(k)));
  return likeness.indexOf(Math.max(...likeness));
}

async function jumpTo(text: string): Promise<void> {
  const field = (await tab.picture())
    .segments(paper, titleRow, work.x, work.x + work.width)
    .at(-1)!;
  await click({ x: (field[0] + field[1]) / 2, y: titleRow });
  await tab.page.waitForFunction(() => document.activeElement?.id === 'text-field');
  await tab.page.keyboard.type(text);
  await press('Enter');
}

describe('the grid of test images', () => {
  it('selects the image that is clicked', async () => {
    await click({ x: 420, y: 420 });
    const { input } = await tab.until('another is selected', (now) => now.input.index !== 0);
    await tab.settled();
    // What stands in the ring around the selection is the image of that number.
    const picture = await tab.picture();
    const ring = picture.boxOf(accent, { ...work, y: 200, height: 600 })!;
    expect(ring.x <= 420 && ring.x + ring.width >= 420, 'the ring is at the pointer').toBe(true);
    const inner = { x: ring.x + 1, y: ring.y + 1, width: ring.width - 2, height: ring.height - 2 };
    expect(mostAlike(picture.shrunk(inner, 28, 28))).toBe(input.index);
    expect(input.pixels).toEqual(imageOf(input.index!));
  });

  it('is walked through by the arrow keys, from end to end', async () => {
    await focusCanvas();
    await press('ArrowRight');
    await selected(1);
    await press('ArrowDown');
    const { input } = await tab.answered('one row down', (now) => now.input.index! > 4);
    const columns = input.index! - 1;
    await press('ArrowLeft');
    await selected(columns);
    await press('ArrowUp');
    await selected(0);
    await press('ArrowUp');
    await press('End');
    await selected(9999);
    await press('ArrowRight');
    await press('Home');
    await selected(0);
  });

  it('brings the selected image into sight', async () => {
    await focusCanvas();
    await press('End');
    await selected(9999);
    await tab.settled();
    const ring = (await tab.picture()).boxOf(accent, { ...work, y: 200, height: 600 });
    expect(ring).not.toBeNull();
    expect(ring!.height).toBeGreaterThan(40);
  });

  it('scrolls under the wheel without selecting anything', async () => {
    const before = await tab.picture();
    await tab.page.mouse.move(500, 500);
    await tab.page.mouse.wheel(0, 600);
    await tab.settled();
    expect((await tab.picture()).differenceTo(before)).toBeGreaterThan(0.05);
    expect((await tab.snapshot()).input.index).toBe(0);
  });
});

describe('the filter by class', () => {
  it('leaves only the images of the class whose chip is pressed, and all come back', async () => {
    for (const label of [1, 0, 6]) {
      await click(await chip(label + 1));
      await focusCanvas();
      await press('Home');
      const first = firstOfClass(label);
      await selected(first);
      await press('ArrowRight');
      const { input } = await tab.answered('the next', (now) => now.input.index !== first);
      expect(input.label).toBe(label);
      const between = input.index! - first - 1;
      const skipped = Array.from({ length: between }, (_, k) => labelOf(first + 1 + k));
      expect(skipped).not.toContain(label);
    }
    await click(await chip(0));
    await press('Home');
    await selected(0);
  });

  it('has a chip for all and one for each class', async () => {
    const picture = await tab.picture();
    const chips = [chipRow, chipRow + 44].flatMap((y) =>
      picture.segments(paper, y, work.x, work.x + work.width),
    );
    expect(chips).toHaveLength(11);
  });
});

describe('the field for a number', () => {
  it('leads to the image whose index is typed', async () => {
    await jumpTo('7531');
    const { input } = await selected(7531);
    expect(input.pixels).toEqual(imageOf(7531));
    await tab.settled();
    const ring = (await tab.picture()).boxOf(accent, { ...work, y: 200, height: 600 });
    expect(ring, 'the image is in sight').not.toBeNull();
  });

  it('leads to the last image for a number beyond it, and takes no letters', async () => {
    await jumpTo('99999');
    await selected(9999);
    await jumpTo('b4e2');
    await selected(42);
  });

  it('keeps keys to itself while it is typed into', async () => {
    await jumpTo('3');
    await selected(3);
    await click({ x: 850, y: titleRow });
    await press('ArrowRight');
    await tab.settled();
    expect((await tab.snapshot()).input.index).toBe(3);
  });
});
