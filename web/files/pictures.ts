// SPDX-License-Identifier: MIT
// files/pictures.ts: a picture file as gray pixels, decoded by the browser.

export interface GrayPicture {
  width: number;
  height: number;
  pixels: Uint8Array; // row by row, 0 = black
}

// Larger ones are scaled down: no more than that is looked at.
const largestSide = 256;

export function isPicture({ type, name }: Pick<File, 'type' | 'name'>): boolean {
  return type.startsWith('image/') || /\.(png|jpe?g|gif|webp|bmp)$/i.test(name);
}

// Rejects with what the browser says if it cannot decode the file.
export async function readPicture(file: Blob): Promise<GrayPicture> {
  const bitmap = await createImageBitmap(file);
  const scale = Math.min(1, largestSide / Math.max(bitmap.width, bitmap.height));
  const width = Math.max(1, Math.round(bitmap.width * scale));
  const height = Math.max(1, Math.round(bitmap.height * scale));
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, width, height);
  bitmap.close();
  return { width, height, pixels: grayOf(context.getImageData(0, 0, width, height).data) };
}

// Luma as in ITU-R BT.601, on black where it is transparent.
export function grayOf(rgba: ArrayLike<number>): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length: rgba.length / 4 }, (_, at) => {
    const [r, g, b, alpha] = [0, 1, 2, 3].map((channel) => rgba[4 * at + channel]!);
    return Math.round(((0.299 * r! + 0.587 * g! + 0.114 * b!) * alpha!) / 255);
  });
}
