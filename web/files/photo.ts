// SPDX-License-Identifier: MIT
// files/photo.ts: a photo as the module takes it: decoded and made smaller by the browser, beside the
// page's own thread, and handed over as pixels. It never leaves the browser.
import { Failure, failureOf } from '../seam/errors';
import type { Atelier } from '../seam/module';

export interface Photo {
  width: number;
  height: number;
  rgba: Uint8Array; // row by row
}

// A network of 28 pixels a side needs no more, and a canvas shows little more.
export const longestSide = 768;

// What no camera makes; a browser would try, and might take all memory.
const largestFileBytes = 64 * 2 ** 20;

export function fittedSize(width: number, height: number): { width: number; height: number } {
  const scale = Math.min(1, longestSide / Math.max(width, height));
  const side = (length: number) => Math.max(1, Math.round(length * scale));
  return { width: side(width), height: side(height) };
}

// Upright, as its EXIF says. Rejects with a Failure.
export async function readPhoto(file: Blob): Promise<Photo> {
  if (file.size > largestFileBytes) {
    throw new Failure('too-large', `${file.size} bytes`);
  }
  try {
    const whole = await createImageBitmap(file, { imageOrientation: 'from-image' });
    const size = fittedSize(whole.width, whole.height);
    const small = await createImageBitmap(whole, {
      resizeWidth: size.width,
      resizeHeight: size.height,
      resizeQuality: 'high',
    });
    whole.close();
    const photo = pixelsOf(small, size);
    small.close();
    return photo;
  } catch (thrown) {
    throw failureOf(thrown, 'no-picture');
  }
}

// Of anything that can be drawn, in this size.
export function pixelsOf(
  source: CanvasImageSource,
  { width, height }: { width: number; height: number },
): Photo {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  context.imageSmoothingQuality = 'high';
  context.drawImage(source, 0, 0, width, height);
  return { width, height, rgba: new Uint8Array(context.getImageData(0, 0, width, height).data) };
}

type Sink = Pick<Atelier, 'tell' | 'dispatch'>;

// Of several that are opened at once, the last one counts, whichever comes first.
export class PhotoFiles {
  private newest = 0;

  constructor(private readonly module: Sink) {}

  async open(file: File): Promise<void> {
    const mine = ++this.newest;
    this.module.tell({ type: 'photo-opening' });
    try {
      const photo = await readPhoto(file);
      if (mine === this.newest) this.hand(photo, file.name);
    } catch (thrown) {
      if (mine !== this.newest) return;
      const error = failureOf(thrown, 'no-picture');
      this.module.tell({ type: 'photo-refused', name: file.name, error });
    }
  }

  // A picture of the camera's.
  take(photo: Photo): void {
    ++this.newest;
    this.hand(photo, '');
  }

  private hand({ width, height, rgba }: Photo, name: string): void {
    this.module.dispatch({ type: 'open-photo', width, height, pixels: rgba, name });
  }

  refuse(failure: Failure): void {
    this.module.tell({ type: 'photo-refused', name: '', error: failure });
  }
}
