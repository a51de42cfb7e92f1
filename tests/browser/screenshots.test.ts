// SPDX-License-Identifier: MIT
// Every view at two sizes in both themes, written to screenshots/ for people to look at.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';

import type { Action } from '../../web/shell/atelier_api';
import { Picture } from './support/picture';
import { browser, openReadyPage, site, tab } from './support/ready_page';
import { desktop, phone, Tab } from './support/tab';

const folder = join(import.meta.dirname, '../../screenshots');

const shirt: Action[] = [
  { type: 'clear' },
  {
    type: 'stroke',
    tool: 'brush',
    gray: 195,
    size: 0.2,
    points: [
      [0.4, 0.3, 0.5],
      [0.4, 0.8, 0.5],
      [0.6, 0.8, 0.5],
      [0.6, 0.3, 0.5],
      [0.4, 0.3, 0.5],
      [0.5, 0.6, 0.5],
    ],
  },
  {
    type: 'stroke',
    tool: 'brush',
    gray: 160,
    size: 0.12,
    mirrored: true,
    points: [
      [0.33, 0.27, 0.5],
      [0.2, 0.5, 0.5],
    ],
  },
];

// A skirt on a beige wall, photographed.
function photo(): Action {
  const [width, height] = [150, 200];
  const pixels = Array.from({ length: width * height }, (_, k) => {
    const [x, y] = [k % width, Math.floor(k / width)];
    const half = 25 + (y - 40) / 5;
    const cloth = y >= 40 && y < 170 && Math.abs(x - 75) < half;
    const stripe = Math.floor((x - 75 + 100 * half) / 9) % 2 === 0 ? 40 : 0;
    return cloth ? [120 + stripe, 40 + stripe, 60, 255] : [226 - y / 10, 214 - y / 10, 196, 255];
  });
  return { type: 'open-photo', width, height, pixels: pixels.flat().map(Math.round) };
}

const scenes: Record<string, Action[]> = {
  'draw-empty': [{ type: 'view', view: 'draw' }, { type: 'clear' }],
  'draw-drawing': [{ type: 'view', view: 'draw' }, ...shirt],
  'draw-sample': [
    { type: 'view', view: 'draw' },
    { type: 'select-sample', index: 0 },
  ],
  'draw-photo': [photo()],
  'draw-why': [
    { type: 'select-sample', index: 0 },
    { type: 'explain', method: 'activation' },
  ],
  'draw-why-occlusion': [{ type: 'explain', method: 'occlusion' }],
  'draw-why-drawing': [...shirt, { type: 'explain', method: 'activation' }],
  'draw-change': [
    { type: 'select-sample', index: 25 },
    { type: 'open-why', topic: 'change' },
  ],
  'draw-inside': [
    { type: 'open-why', topic: 'inside' },
    { type: 'inside', layer: 0, map: 4, row: 9, column: 12 },
  ],
  'draw-stress': [
    { type: 'open-why', topic: 'stress' },
    { type: 'stress', turn: 20 },
  ],
  explore: [
    { type: 'open-why', topic: null },
    { type: 'view', view: 'explore' },
    { type: 'select-sample', index: 17 },
  ],
  'explore-filtered': [
    { type: 'view', view: 'explore' },
    { type: 'filter', label: 8 },
    { type: 'select-sample', index: 18 },
  ],
  report: [
    { type: 'view', view: 'report' },
    { type: 'report-section', section: 'overview' },
    { type: 'evaluate' },
    { type: 'cell', label: 6, answer: 0 },
  ],
  'report-calibration': [{ type: 'report-section', section: 'calibration' }],
  'report-mistakes': [{ type: 'report-section', section: 'mistakes' }],
  'report-duplicates': [
    { type: 'report-section', section: 'duplicates' },
    { type: 'find-duplicates', in: 'pixels' },
  ],
  'explore-answers': [
    { type: 'view', view: 'explore' },
    { type: 'filter', right: false, sort: 'loss' },
  ],
  about: [
    { type: 'filter', label: null },
    { type: 'view', view: 'about' },
  ],
};

openReadyPage();
beforeAll(() => {
  mkdirSync(folder, { recursive: true });
});

async function shoot(name: string, from = tab): Promise<void> {
  const png = await from.page.screenshot();
  writeFileSync(join(folder, `${name}.png`), png);
  expect(Picture.fromPng(png).countColors(20), name).toBe(20);
}

describe('a picture that is not of one colour', () => {
  for (const [size, viewport] of Object.entries({ desktop, phone })) {
    for (const colorScheme of ['light', 'dark'] as const) {
      it(`is shown by each view, ${size}, ${colorScheme}`, async () => {
        await tab.page.setViewportSize(viewport);
        await tab.page.emulateMedia({ colorScheme });
        for (const [name, actions] of Object.entries(scenes)) {
          for (const action of actions) await tab.dispatch(action);
          await tab.settled();
          await shoot(`${name}-${size}-${colorScheme}`);
        }
        await tab.page.focus('#open-text-view');
        await tab.page.keyboard.press('Enter');
        await tab.settled();
        await shoot(`text-${size}-${colorScheme}`);
        await tab.page.click('#close-text-view');
      });
    }
  }

  it('is shown by the page that something is missing from, and by the one that cannot start', async () => {
    site.faults.set('data/t10k-images-idx3-ubyte.gz', 'missing');
    for (const [size, viewport] of Object.entries({ desktop, phone })) {
      const failed = await Tab.open(browser, site, { viewport });
      await failed.until('it has failed', ({ phase }) => phase === 'failed');
      await failed.settled();
      await shoot(`error-draw-${size}`, failed);
      await failed.dispatch({ type: 'view', view: 'explore' });
      await failed.settled();
      await shoot(`error-explore-${size}`, failed);
      await failed.close();
    }
    site.faults.set('atelier.wasm', 'missing');
    const stopped = await Tab.open(browser, site, { until: 'loaded' });
    await stopped.page.getByRole('alert').waitFor({ state: 'visible' });
    await shoot('error-start-desktop', stopped);
    await stopped.close();
  });
});
