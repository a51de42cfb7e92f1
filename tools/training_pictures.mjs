// SPDX-License-Identifier: MIT
// training_pictures.mjs: the training images in pieces that the page fetches one by one, in the order
// of the file that models/neighbours.py has made: images that are alike stand together, so those
// that are wanted at once mostly lie in few pieces.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';

const pixels = 28 * 28;
const imagesHeaderBytes = 16;
const indexHeaderBytes = 48;

// Writes FOLDER/ORDER/000.gz, 001.gz, ..., where ORDER is what models.json calls the order. Returns
// how many.
export function writeTrainingPictures({ index, images, folder }) {
  const header = gunzipSync(readFileSync(index));
  const [, count, , picturesAPiece] = [0, 4, 8, 12].map((at) => header.readUInt32BE(at));
  const numbers = header.subarray(indexHeaderBytes, indexHeaderBytes + 2 * count);
  const order = createHash('sha256').update(numbers).digest('hex').slice(0, 8);
  const all = gunzipSync(readFileSync(images)).subarray(imagesHeaderBytes);
  const target = join(folder, order);
  mkdirSync(target, { recursive: true });

  let pieces = 0;
  for (let first = 0; first < count; first += picturesAPiece, ++pieces) {
    const rows = Array.from({ length: Math.min(picturesAPiece, count - first) }, (_, k) => {
      const number = numbers.readUInt16BE(2 * (first + k));
      return all.subarray(pixels * number, pixels * (number + 1));
    });
    const name = `${String(pieces).padStart(3, '0')}.gz`;
    writeFileSync(join(target, name), gzipSync(Buffer.concat(rows), { level: 9 }));
  }
  return pieces;
}
