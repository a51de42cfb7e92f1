// SPDX-License-Identifier: MIT
// places.ts: where things are on the canvas, which has no elements to ask. What can move is looked
// for in a screenshot of the light theme; the colours are tokens of src/kit/theme.cpp.
import type { Box, Color, Picture } from './picture';
import { desktop, type Tab } from './tab';

export const paper: Color = [0xf7, 0xf5, 0xf1];
export const darkPaper: Color = [0x13, 0x13, 0x16];
export const accent: Color = [0xc8, 0x40, 0x2a];
export const accentSoft: Color = [0xf6, 0xe3, 0xdd];
const blankCloth: Color = [0, 0, 0];

// The work area of the desktop's layout, between the rail and the prediction.
export const work: Box = { x: 89, y: 0, width: 850, height: desktop.height };

const views = ['draw', 'explore', 'report', 'about'] as const;

export async function openView(tab: Tab, view: (typeof views)[number]): Promise<void> {
  const k = views.indexOf(view);
  const { width, height } = tab.page.viewportSize()!;
  const isPhone = width < 700;
  const place = isPhone
    ? { x: ((k + 0.5) * width) / views.length, y: height - 32 }
    : { x: 44, y: 100 + 60 * k };
  await tab.page.mouse.click(place.x, place.y);
  const { frames } = await tab.until(`the view is ${view}`, (now) => now.view === view);
  // What is on it can be pressed once it has been drawn.
  await tab.until('it is drawn', (now) => now.frames > frames);
}

// The square to draw on. It must be blank: its hint leaves the upper quarter free.
export function drawingSquare(picture: Picture, area: Box): Box {
  let best: Box = { x: 0, y: 0, width: 0, height: 0 };
  for (let y = area.y; y < area.y + area.height; y += 8) {
    let start = -1;
    for (let x = area.x; x <= area.x + area.width; ++x) {
      const inside = x < area.x + area.width && picture.is(blankCloth, x, y);
      if (inside && start < 0) start = x;
      if (!inside && start >= 0) {
        if (x - start > best.width) best = { x: start, y, width: x - start, height: 0 };
        start = -1;
      }
    }
  }
  const x = best.x + 20; // beside the rounded corner
  let [top, bottom] = [best.y, best.y];
  while (top > 0 && picture.is(blankCloth, x, top - 1)) --top;
  while (bottom < picture.height && picture.is(blankCloth, x, bottom)) ++bottom;
  // Its frame covers the outermost pixel.
  return { x: best.x - 1, y: top - 1, width: best.width + 2, height: bottom - top + 2 };
}
