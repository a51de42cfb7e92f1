// SPDX-License-Identifier: MIT
// A visitor's own photo, by every way that it can come, in the real page.
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';

import type { Snapshot } from '../../web/shell/atelier_api';
import { launch } from './support/chromium';
import { browser, openReadyPage, site, tab } from './support/ready_page';
import { phone, Tab } from './support/tab';

openReadyPage();

// Dark trousers on nearly white, as the data set's own photos are: 762 x 1000 in colour.
let trousers: Buffer;
beforeAll(async () => {
  const bytes = await tab.page.evaluate(async () => {
    const canvas = new OffscreenCanvas(762, 1000);
    const context = canvas.getContext('2d')!;
    context.fillStyle = '#fdfdfd';
    context.fillRect(0, 0, 762, 1000);
    context.fillStyle = '#3a4a68';
    context.fillRect(250, 80, 260, 200);
    context.fillRect(250, 200, 110, 720);
    context.fillRect(400, 200, 110, 720);
    const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 });
    return [...new Uint8Array(await blob.arrayBuffer())];
  });
  trousers = Buffer.from(bytes);
});

const shown = ({ photo }: Snapshot) => photo.shown && !photo.opening;
const trouser = ({ photo, prediction }: Snapshot) => photo.shown && prediction?.label === 1;
const choose = (from: Tab, name: string, buffer: Buffer, mimeType = 'image/jpeg') =>
  from.page.setInputFiles('#photo-file', { name, mimeType, buffer });

// The same bytes as a file that is dropped or pasted.
function bring(type: 'drop' | 'paste', name: string, buffer: Buffer): Promise<void> {
  return tab.page.evaluate(
    ([event, title, bytes]) => {
      const file = new File([Uint8Array.from(bytes)], title, { type: 'image/jpeg' });
      const data = new DataTransfer();
      data.items.add(file);
      const canvas = document.getElementById('canvas')!;
      canvas.dispatchEvent(
        event === 'drop'
          ? new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true })
          : new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
    },
    [type, name, [...buffer]] as const,
  );
}

beforeEach(() => tab.dispatch({ type: 'view', view: 'draw' }));

describe('a photo of a garment', () => {
  it('that is chosen goes through the recipe of the data set', async () => {
    await choose(tab, 'trousers.jpg', trousers);
    const { photo, input, preprocessing } = await tab.until('it is answered', trouser);
    expect(photo).toMatchObject({ name: 'trousers.jpg', error: null, width: 585, height: 768 });
    expect(input.source).toBe('photo');
    const row = (y: number) => input.pixels.slice(28 * y, 28 * y + 28);
    expect(Math.max(...row(0))).toBeGreaterThan(100);
    expect(Math.max(...row(27))).toBeGreaterThan(100);
    // As wide as it is on the photo, in the middle, and nothing around it.
    expect(row(14).slice(0, 9)).toEqual(new Array(9).fill(0));
    expect(row(14).slice(19)).toEqual(new Array(9).fill(0));
    expect(preprocessing.steps.map(({ step }) => step).join(' ')).toBe(
      'as-taken cut-out trimmed scaled sharpened centred negated as-seen',
    );
  });

  it('has an answer at each of its steps, the last like the answer itself', async () => {
    const { preprocessing, prediction } = await tab.until('all are answered', (now) =>
      now.preprocessing.steps.every(({ label }) => label !== null),
    );
    const seen = preprocessing.steps.at(-1)!;
    expect(seen.label).toBe(prediction!.label);
    expect(seen.probability).toBeCloseTo(Math.max(...prediction!.probabilities), 4);
  });

  it('leaves the drawing behind it as it was', async () => {
    const points: [number, number, number][] = [
      [0.2, 0.5, 0.5],
      [0.8, 0.5, 0.5],
    ];
    await tab.dispatch({ type: 'stroke', points, tool: 'brush', gray: 200, size: 0.2 });
    const { input: drawn } = await tab.settled();
    await tab.dispatch({ type: 'show-photo' });
    await tab.until('the photo is back', trouser);
    await tab.dispatch({ type: 'show-drawing' });
    const { input } = await tab.until('so is the drawing', (now) => now.input.source === 'drawing');
    expect(input.pixels).toEqual(drawn.pixels);
  });

  it.each(['drop', 'paste'] as const)('comes by %s, from any view', async (way) => {
    await tab.dispatch({ type: 'view', view: 'explore' });
    await bring(way, `by-${way}.jpg`, trousers);
    const { view, dataset } = await tab.until('it is answered', (now) => {
      return trouser(now) && now.photo.name === `by-${way}.jpg`;
    });
    expect(view).toBe('draw');
    expect(dataset.own).toBe(false);
  });

  it('comes from a script, pixel by pixel', async () => {
    const pixels = Array.from({ length: 60 * 90 }, (_, k) => {
      const [x, y] = [k % 60, Math.floor(k / 60)];
      const cloth = y > 5 && y < 85 && x > 18 && x < 42 && !(y > 30 && x > 27 && x < 33);
      return cloth ? [60, 70, 90, 255] : [0, 0, 0, 0]; // transparent: on white
    }).flat();
    await tab.dispatch({ type: 'open-photo', width: 60, height: 90, pixels });
    const { photo } = await tab.until(
      'it is answered',
      (now) => trouser(now) && now.photo.width === 60,
    );
    expect(photo.name).toBe('');
    await tab.dispatch({ type: 'crop-photo', part: [0, 0, 1, 0.5] });
    const { photo: cropped } = await tab.snapshot();
    expect(cropped.crop).toEqual([0, 0, 60, 45]);
    await tab.dispatch({ type: 'adjust-photo', resampling: 'averaging', sharpening: 0 });
    expect((await tab.snapshot()).photo).toMatchObject({ resampling: 'averaging', sharpening: 0 });
    await tab.dispatch({ type: 'switch-step', step: null });
    expect((await tab.snapshot()).photo).toMatchObject({ resampling: 'skipping', sharpening: 1 });
    await expect(tab.dispatch({ type: 'switch-step', step: 'toned', on: false })).rejects.toThrow(
      "does not go through the step 'toned'",
    );
  });

  it('is made smaller and stands upright before it is looked at', async () => {
    // 12 megapixels that lie on their side, and EXIF that says so: orientation 6.
    const bytes = await tab.page.evaluate(async () => {
      const canvas = new OffscreenCanvas(4000, 3000);
      const context = canvas.getContext('2d')!;
      context.fillStyle = 'white';
      context.fillRect(0, 0, 4000, 3000);
      context.fillStyle = '#234';
      context.fillRect(300, 1200, 3400, 600);
      const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.8 });
      return [...new Uint8Array(await blob.arrayBuffer())];
    });
    const exif = [
      ...[0xff, 0xe1, 0, 34], // APP1
      ...Buffer.from('Exif\0\0MM\0*\0\0\0\u0008', 'latin1'),
      ...[0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0], // Orientation
    ];
    const upright = Buffer.from([...bytes.slice(0, 2), ...exif, ...bytes.slice(2)]);
    await choose(tab, 'large.jpg', upright);
    const { photo, input } = await tab.until('it is shown', (now) => {
      return shown(now) && now.photo.name === 'large.jpg';
    });
    expect(photo).toMatchObject({ width: 576, height: 768 });
    expect(input.pixels[14]).toBeGreaterThan(100); // the strip stands
    expect(input.pixels[14 * 28]).toBe(0);
  });

  it('that is broken is refused in a sentence, and the one before stays', async () => {
    const before = await tab.snapshot();
    await choose(tab, 'broken.jpg', trousers.subarray(0, 40));
    const { photo, input } = await tab.until('it is refused', (now) => now.photo.error !== null);
    expect(photo.error!.code).toBe('no-picture');
    expect(photo.words).toMatch(/^broken\.jpg: There is no picture in this file/);
    expect(input.pixels).toEqual(before.input.pixels);
    await choose(tab, 'notes.txt', Buffer.from('no picture at all'), 'text/plain');
    await tab.until('so is this', (now) => now.photo.words.startsWith('notes.txt: '));
    await choose(tab, 'trousers.jpg', trousers);
    await tab.until('a good one takes it away', (now) => trouser(now) && now.photo.error === null);
  });

  it('is explained like any other input', async () => {
    await tab.dispatch({ type: 'explain', method: 'activation' });
    const { explanation } = await tab.until('the map is there', (now) => {
      return (now.explanation?.rows ?? 0) > 0;
    });
    expect(explanation!.label).toBe(1);
    await tab.dispatch({ type: 'explain', method: null });
  });

  it('has its settings in the text view', async () => {
    await tab.page.focus('#open-text-view');
    await tab.page.keyboard.press('Enter');
    await expect.poll(() => tab.page.textContent('#photo-line')).toContain('trousers.jpg, 585 by');
    await tab.page.fill('#photo-background', '0.31');
    await tab.until(
      'it is set',
      ({ photo }) => Math.abs(photo.background_tolerance! - 0.31) < 1e-6,
    );
    await tab.page.getByLabel('Negated').uncheck();
    await tab.until('it is left out', ({ preprocessing: { off } }) => off.join() === 'negated');
    await tab.page.getByRole('button', { name: 'All steps on' }).click();
    await tab.until('all is as usual', ({ photo }) => photo.background_tolerance! < 0.11);
    await tab.page.getByRole('button', { name: 'Back to the drawing' }).click();
    await tab.until('the drawing is back', ({ photo }) => !photo.shown);
    await tab.page.getByRole('button', { name: 'Back to the photo' }).click();
    await tab.until('the photo is back', trouser);
    await tab.page.click('#close-text-view');
  });

  it('leaves no error in the console', () => {
    expect(tab.errors).toEqual([]);
  });
});

describe('the camera', () => {
  const fake = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];
  const openDialog = async (from: Tab) => {
    await from.page.focus('#open-text-view');
    await from.page.keyboard.press('Enter');
    await from.page.getByRole('button', { name: 'Use the camera' }).click();
  };

  it('is asked for when it is chosen, shows what it sees, and takes a photo', async () => {
    const withCamera = await launch(fake);
    try {
      const there = await Tab.open(withCamera, site, { until: 'ready', viewport: phone });
      await openDialog(there);
      // The text view, with all that a photo adds, is no wider than the phone.
      expect(await there.page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
      const shutter = there.page.getByRole('button', { name: 'Take the photo' });
      await expect.poll(() => shutter.isEnabled(), { timeout: 20_000 }).toBe(true);
      await shutter.click();
      const { photo } = await there.until('the photo is there', shown);
      expect(photo.width).toBeGreaterThan(200);
      expect(await there.page.locator('#camera').isVisible()).toBe(false);
      const live = await there.page.evaluate(
        () => (document.getElementById('camera-video') as HTMLVideoElement).srcObject,
      );
      expect(live).toBeNull();
      expect(there.errors).toEqual([]);
    } finally {
      await withCamera.close();
    }
  });

  it('that may not be used, or is not there, is told of in a sentence', async () => {
    const without = await Tab.open(browser, site, { until: 'ready' });
    await openDialog(without);
    const { photo } = await without.until('it is refused', (now) => now.photo.error !== null);
    expect(['no-camera', 'camera-denied']).toContain(photo.error!.code);
    expect(await without.page.locator('#camera').isVisible()).toBe(false);
    await without.close();
    const denied = await launch([
      '--use-fake-device-for-media-stream',
      '--deny-permission-prompts',
    ]);
    try {
      const there = await Tab.open(denied, site, { until: 'ready' });
      await openDialog(there);
      const refused = await there.until('it is refused', (now) => now.photo.error !== null);
      expect(refused.photo.error!.code).toBe('camera-denied');
      expect(refused.photo.words).toContain('does not let this page use the camera');
    } finally {
      await denied.close();
    }
  });
});
