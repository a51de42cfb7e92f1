// SPDX-License-Identifier: MIT
// drawing_page.ts: the page in its Draw view, blank before every test.
import { beforeAll, beforeEach, expect } from 'vitest';

import type { Box } from './picture';
import { drawingSquare, work } from './places';
import { openReadyPage, tab } from './ready_page';

export let square: Box;

export function openDrawingPage(): void {
  openReadyPage();
  beforeAll(async () => {
    square = drawingSquare(await tab.picture(), work);
    expect(square.width).toBeGreaterThan(400);
    expect(square.height).toBe(square.width);
  });
  beforeEach(async () => {
    await tab.dispatch({ type: 'clear' });
    await tab.page.mouse.move(work.x + 5, 5);
    await tab.settled();
  });
}

export const ink = (pixels: number[]) => pixels.reduce((sum, pixel) => sum + pixel, 0);
export const seen = async () => (await tab.settled()).input.pixels;

export async function press(...keys: string[]): Promise<void> {
  await tab.page.focus('#canvas');
  for (const key of keys) await tab.page.keyboard.press(key);
  // The page takes one press or release a frame, and strokes as they come.
  await tab.settled();
}
