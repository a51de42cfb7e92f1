// SPDX-License-Identifier: MIT
// picture.ts: looks at screenshots. Reads the PNG files that Chromium writes: eight bits a channel,
// not interlaced.
import { inflateSync } from 'node:zlib';

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export type Color = readonly [red: number, green: number, blue: number];

export class Picture {
  private constructor(
    readonly width: number,
    readonly height: number,
    private readonly channels: number,
    private readonly bytes: Uint8Array,
  ) {}

  static fromPng(png: Buffer): Picture {
    let [width, height, channels] = [0, 0, 0];
    const packed: Buffer[] = [];
    for (let at = 8; at < png.length;) {
      const length = png.readUInt32BE(at);
      const type = png.toString('latin1', at + 4, at + 8);
      const data = png.subarray(at + 8, at + 8 + length);
      if (type === 'IHDR') {
        [width, height] = [data.readUInt32BE(0), data.readUInt32BE(4)];
        channels = { 0: 1, 2: 3, 6: 4 }[data[9]!] ?? 0; // gray, colour, colour and opacity
      }
      if (type === 'IDAT') packed.push(data);
      at += 12 + length;
    }
    const bytes = unfiltered(inflateSync(Buffer.concat(packed)), width * channels, channels);
    return new Picture(width, height, channels, bytes);
  }

  at(x: number, y: number): Color {
    const start = (Math.round(y) * this.width + Math.round(x)) * this.channels;
    const channel = (k: number) => this.bytes[start + Math.min(k, this.channels - 1)]!;
    return [channel(0), channel(1), channel(2)];
  }

  is(color: Color, x: number, y: number, tolerance = 2): boolean {
    return this.at(x, y).every((value, k) => Math.abs(value - color[k]!) <= tolerance);
  }

  // How many colours there are, up to `enough`.
  countColors(enough: number): number {
    const seen = new Set<string>();
    for (let y = 0; y < this.height && seen.size < enough; y += 2) {
      for (let x = 0; x < this.width && seen.size < enough; x += 2) {
        seen.add(this.at(x, y).join());
      }
    }
    return seen.size;
  }

  // The share of pixels that clearly differ from those of another picture of the same size.
  differenceTo(other: Picture): number {
    let different = 0;
    for (let y = 0; y < this.height; ++y) {
      for (let x = 0; x < this.width; ++x) {
        if (!this.is(other.at(x, y), x, y, 24)) ++different;
      }
    }
    return different / (this.width * this.height);
  }

  // The bounding box of the pixels of a colour within `area`.
  boxOf(color: Color, area: Box): Box | null {
    let [left, top, right, bottom] = [Infinity, Infinity, -1, -1];
    for (let y = area.y; y < area.y + area.height; ++y) {
      for (let x = area.x; x < area.x + area.width; ++x) {
        if (!this.is(color, x, y)) continue;
        [left, right] = [Math.min(left, x), Math.max(right, x)];
        [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
      }
    }
    return right < 0
      ? null
      : { x: left, y: top, width: right - left + 1, height: bottom - top + 1 };
  }

  // What stands out from `background` on the row y, where it is at least `gap` pixels apart:
  // buttons in a line, for example.
  segments(background: Color, y: number, from: number, to: number, gap = 5): [number, number][] {
    const found: [number, number][] = [];
    for (let x = from; x < to; ++x) {
      if (this.is(background, x, y)) continue;
      const last = found.at(-1);
      if (last && x - last[1] < gap) last[1] = x;
      else found.push([x, x]);
    }
    return found;
  }

  // The box averaged to columns x rows of gray: of a picture of an image, the image again.
  shrunk(box: Box, columns: number, rows: number): number[] {
    const grays: number[] = [];
    for (let row = 0; row < rows; ++row) {
      for (let column = 0; column < columns; ++column) {
        const [x0, x1] = [column, column + 1].map((k) => box.x + (k * box.width) / columns);
        const [y0, y1] = [row, row + 1].map((k) => box.y + (k * box.height) / rows);
        grays.push(this.mean(Math.round(x0!), Math.round(y0!), Math.round(x1!), Math.round(y1!)));
      }
    }
    return grays;
  }

  private mean(x0: number, y0: number, x1: number, y1: number): number {
    let sum = 0;
    for (let y = y0; y < y1; ++y) {
      for (let x = x0; x < x1; ++x) sum += this.at(x, y)[1];
    }
    return sum / ((x1 - x0) * (y1 - y0));
  }
}

// Undoes the filter of each row; the first byte of a row says which it is.
function unfiltered(filtered: Buffer, stride: number, channels: number): Uint8Array {
  const rows = filtered.length / (stride + 1);
  const bytes = new Uint8Array(rows * stride);
  for (let row = 0; row < rows; ++row) {
    const filter = filtered[row * (stride + 1)]!;
    const source = row * (stride + 1) + 1;
    const target = row * stride;
    for (let k = 0; k < stride; ++k) {
      const left = k < channels ? 0 : bytes[target + k - channels]!;
      const above = row === 0 ? 0 : bytes[target + k - stride]!;
      const corner = k < channels || row === 0 ? 0 : bytes[target + k - stride - channels]!;
      let guess = 0;
      if (filter === 1) guess = left;
      else if (filter === 2) guess = above;
      else if (filter === 3) guess = (left + above) >> 1;
      else if (filter === 4) guess = nearest(left, above, corner);
      bytes[target + k] = filtered[source + k]! + guess;
    }
  }
  return bytes;
}

function nearest(left: number, above: number, corner: number): number {
  const guess = left + above - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - above), Math.abs(guess - corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? above : corner;
}

// How alike two lists of numbers are: 1 if one is the other but for scale and offset.
export function correlation(a: number[], b: number[]): number {
  const centred = (list: number[]) => {
    const mean = list.reduce((sum, value) => sum + value, 0) / list.length;
    return list.map((value) => value - mean);
  };
  const dot = (p: number[], q: number[]) => p.reduce((sum, value, k) => sum + value * q[k]!, 0);
  const [p, q] = [centred(a), centred(b)];
  return dot(p, q) / Math.sqrt(dot(p, p) * dot(q, q));
}
