// SPDX-License-Identifier: MIT
// files/own_model/reading.ts: what numbers a model wants for the grays of an image. A .onnx file does not
// say, so all usual ways are tried.
import type { ElementType, Form } from './form';

const mean = 0.286; // of the training set's pixels, 0..1
const deviation = 0.353;

// In the order of app::PixelRange.
const ranges: readonly ((gray: number) => number)[] = [
  (gray) => gray, // 0..255
  (gray) => gray / 255, // 0..1
  (gray) => gray / 127.5 - 1, // -1..1
  (gray) => (gray / 255 - mean) / deviation,
];

// A reading is a number, as in app::Reading: twice the range, plus 1 if black and white change places.
export const readingCount = 2 * ranges.length;

// Bytes can be read in one way only, but for the inversion.
export function readingsFor(type: ElementType): number[] {
  return Array.from({ length: type === 'uint8' ? 2 : readingCount }, (_, reading) => reading);
}

// The numbers for the grays 0 to 255.
export function valuesOf(reading: number): Float32Array<ArrayBuffer> {
  const range = ranges[reading >> 1]!;
  const inverted = (reading & 1) === 1;
  return Float32Array.from({ length: 256 }, (_, gray) => range(inverted ? 255 - gray : gray));
}

// Images of 784 pixels as the data of a tensor of this form: floats, the bits of half floats, or
// bytes.
export function tensorData(form: Form, reading: number, pixels: Uint8Array) {
  const values = valuesOf(reading);
  const table = {
    float32: () => values,
    float16: () => halves(values),
    uint8: () => bytes(values),
  };
  return fill(form, table[form.type](), pixels);
}

type Numbers = Float32Array<ArrayBuffer> | Uint16Array<ArrayBuffer> | Uint8Array<ArrayBuffer>;

function fill<T extends Numbers>(form: Form, table: T, pixels: Uint8Array): T {
  const size = 784 * form.channels;
  const data = new (table.constructor as new (length: number) => T)((pixels.length / 784) * size);
  // A channel after the other, or the channels of each pixel side by side.
  const step = form.channelsLast ? form.channels : 1;
  const channelStep = form.channelsLast ? 1 : 784;
  for (let at = 0; at < pixels.length; ++at) {
    const first = Math.floor(at / 784) * size + (at % 784) * step;
    for (let channel = 0; channel < form.channels; ++channel) {
      data[first + channel * channelStep] = table[pixels[at]!]!;
    }
  }
  return data;
}

function bytes(values: Float32Array): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(values, (value) => Math.round(value));
}

function halves(values: Float32Array): Uint16Array<ArrayBuffer> {
  return Uint16Array.from(values, halfBits);
}

// The bits of the nearest half float (IEEE 754 binary16). For |value| < 65504.
export function halfBits(value: number): number {
  const sign = value < 0 || Object.is(value, -0) ? 0x8000 : 0;
  const size = Math.abs(value);
  if (size < 2 ** -24 / 2) return sign;
  const exponent = Math.max(Math.floor(Math.log2(size)), -14);
  const steps = roundToEven(size / 2 ** (exponent - 10)); // in units of the last place
  // Below 1024 it is subnormal; 2048, after rounding, carries into the exponent by itself.
  return sign + ((exponent + 14) << 10) + steps;
}

export function halfValue(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 31) return fraction === 0 ? sign * Infinity : NaN;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

function roundToEven(value: number): number {
  const below = Math.floor(value);
  const rest = value - below;
  if (rest === 0.5) return below + (below % 2);
  return Math.round(value);
}
