// SPDX-License-Identifier: MIT
// Models as visitors bring them, those of own_models/, through the real engine and on real images.
import * as ort from 'onnxruntime-web/wasm';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

import { formOf, formWords } from '../../web/files/own_model/form';
import {
  areProbabilities,
  findOutput,
  logitsOf,
  numbersOf,
} from '../../web/files/own_model/output';
import {
  halfBits,
  halfValue,
  readingsFor,
  tensorData,
  valuesOf,
} from '../../web/files/own_model/reading';
import { refusalOf } from '../../web/files/own_model/refusal';
import { OwnSession } from '../../web/files/own_model/session';
import { findReading } from '../../web/files/own_model/trial';

ort.env.logLevel = 'fatal';
ort.env.wasm.numThreads = 1;

const root = join(import.meta.dirname, '../..');
const unpacked = (name: string) => gunzipSync(readFileSync(join(root, 'data', name)));
const pixels = new Uint8Array(unpacked('t10k-images-idx3-ubyte.gz').subarray(16, 16 + 200 * 784));
const labels = new Uint8Array(unpacked('t10k-labels-idx1-ubyte.gz').subarray(8, 208));

async function open(file: Uint8Array): Promise<OwnSession> {
  const session = await ort.InferenceSession.create(file, { executionProviders: ['wasm'] }).catch(
    (thrown: unknown) => Promise.reject(refusalOf(thrown)),
  );
  return OwnSession.create(ort as never, session as never);
}
const openNamed = (name: string) =>
  open(readFileSync(join(import.meta.dirname, 'own_models', `${name}.onnx`)));

function trial(session: OwnSession, batch = 50) {
  return findReading({
    run: async (part, reading) => (await session.run(part, reading)).logits,
    readings: readingsFor(session.form.type),
    pixels,
    labels,
    batch,
    onProgress: () => {},
  });
}

describe('a model of every accepted form', { timeout: 60_000 }, () => {
  it.each([
    ['planes_0_255', 'float32 [N, 1, 28, 28]', 0],
    ['last_0_1', 'float32 [N, 28, 28, 1]', 2],
    ['flat_standardised', 'float32 [N, 784]', 6],
    ['bare_symmetric', 'float32 [N, 28, 28]', 4],
    ['rgb_planes_standardised', 'float32 [N, 3, 28, 28]', 6],
    ['rgb_last_inverted_one', 'float32 [1, 28, 28, 3]', 3],
    ['half_0_1', 'float16 [N, 1, 28, 28]', 2],
    ['bytes_inverted', 'uint8 [N, 28, 28]', 1],
    ['probabilities_four', 'float32 [4, 1, 28, 28]', 2],
    ['one_in_disguise', 'float32 [N, 1, 28, 28]', 2],
  ])('%s takes %s, and its reading is found', async (name, form, reading) => {
    const session = await openNamed(name);
    expect(formWords(session.form)).toBe(form);
    const found = await trial(session);
    expect(found.reading).toBe(reading);
    // All of them are the same network.
    expect(found.scores[reading]!.tried).toBe(200);
    expect(found.scores[reading]!.right).toBeGreaterThan(0.6 * 200);
    expect(areProbabilities(found.output)).toBe(name === 'probabilities_four');
    await session.release();
  });

  it('gives the same answers whatever its form', async () => {
    const outputs: number[][] = [];
    for (const [name, reading] of [
      ['planes_0_255', 0],
      ['flat_standardised', 6],
      ['rgb_last_inverted_one', 3],
      ['bytes_inverted', 1],
    ] as const) {
      const { logits } = await (await openNamed(name)).run(pixels.subarray(0, 3 * 784), reading);
      outputs.push([...logits]);
    }
    for (const other of outputs.slice(1)) {
      other.forEach((value, k) => expect(value).toBeCloseTo(outputs[0]![k]!, 3));
    }
  });

  it('gives logits of its probabilities that differ from its logits by a constant', async () => {
    const five = pixels.subarray(0, 5 * 784); // not a multiple of its batch
    const { logits } = await (await openNamed('last_0_1')).run(five, 2);
    const probabilities = (await (await openNamed('probabilities_four')).run(five, 2)).logits;
    const fromThem = logitsOf(probabilities);
    for (let image = 0; image < 5; ++image) {
      const shift = fromThem[10 * image]! - logits[10 * image]!;
      for (let k = 10 * image; k < 10 * image + 10; ++k) {
        expect(fromThem[k]! - logits[k]!).toBeCloseTo(shift, 3);
      }
    }
  });

  it('that takes one image, whatever it says, is given one', async () => {
    const session = await openNamed('one_in_disguise');
    const { logits } = await session.run(pixels.subarray(0, 3 * 784), 2);
    expect(session.form.batch).toBe(1);
    expect([...logits]).toEqual([
      ...(await (await openNamed('last_0_1')).run(pixels.subarray(0, 3 * 784), 2)).logits,
    ]);
  });
});

describe('a model that cannot be used is refused for the right reason:', () => {
  const valid = readFileSync(join(import.meta.dirname, 'own_models/last_0_1.onnx'));
  it.each([
    ['opset_too_new', 'onnx-too-new'],
    ['ir_too_new', 'onnx-too-new'],
    ['large_images', 'model-input'],
    ['whole_numbers', 'model-input'],
    ['two_inputs', 'model-input'],
    ['seven_classes', 'model-output'],
    ['unknown_operator', 'onnx-unsupported'],
    ['weights_elsewhere', 'onnx-external-data'],
  ])('%s', async (name, kind) => {
    const opened = openNamed(name).then((session) => session.run(pixels.subarray(0, 784), 0));
    await expect(opened).rejects.toMatchObject({ name: 'Failure', kind });
  });

  it.each([
    ['an empty file', new Uint8Array(0)],
    ['a web page', Buffer.from('<!doctype html><p>Not found')],
    ['a pickle in a zip file, as PyTorch saves it', Buffer.from('PK\x03\x04 archive/data.pkl')],
    ['a model that was cut off', valid.subarray(0, valid.length / 2)],
  ])('%s', async (_, file) => {
    await expect(open(file)).rejects.toMatchObject({ code: 'onnx-not-onnx' });
  });

  it('no numbers come out of it', async () => {
    const { output, scores } = await trial(await openNamed('no_numbers'));
    expect(scores.every(({ right }) => right === 0)).toBe(true);
    expect(output.every(Number.isFinite)).toBe(false);
  });
});

describe('the form', () => {
  const image = (shape: (number | string)[], type = 'float32') => [{ name: 'x', type, shape }];

  it('of open dimensions is the first that fits', () => {
    expect(formWords(formOf(image(['N', 'C', 'H', 'W'])))).toBe('float32 [N, 1, 28, 28]');
    expect(formWords(formOf(image([-1, 28, 28, 'C'])))).toBe('float32 [N, 28, 28, 1]');
  });

  it.each([
    [image([])],
    [image([784])],
    [image([1, 28, 28, 28])],
    [image([100_000, 784])],
    [image([1, 784], 'string')],
    [[]],
  ])('%j is refused', (inputs) => {
    expect(() => formOf(inputs)).toThrow(expect.objectContaining({ code: 'model-input' }));
  });
});

describe('readings', () => {
  it('are the usual ways to write a gray', () => {
    const ends = (reading: number) => [valuesOf(reading)[0], valuesOf(reading)[255]];
    expect(ends(0)).toEqual([0, 255]);
    expect(ends(1)).toEqual([255, 0]);
    expect(ends(2)).toEqual([0, 1]);
    expect(ends(3)).toEqual([1, 0]);
    expect(ends(4)).toEqual([-1, 1]);
    expect(ends(5)).toEqual([1, -1]);
    expect(ends(6)[0]).toBeCloseTo(-0.8102, 4);
    expect(ends(6)[1]).toBeCloseTo(2.0227, 4);
    expect(readingsFor('uint8')).toEqual([0, 1]);
  });

  it('put three channels after each other or side by side', () => {
    const one = new Uint8Array(784);
    one[1] = 7;
    const planes = tensorData(
      formOf([{ name: 'x', type: 'uint8', shape: [1, 3, 28, 28] }]),
      0,
      one,
    );
    const pixel = tensorData(formOf([{ name: 'x', type: 'uint8', shape: [1, 28, 28, 3] }]), 0, one);
    const where = (data: ArrayLike<number>) =>
      Array.from(data).flatMap((value, at) => (value === 7 ? [at] : []));
    expect(where(planes)).toEqual([1, 785, 1569]);
    expect(where(pixel)).toEqual([3, 4, 5]);
  });
});

describe('half floats', () => {
  // From the table in Wikipedia's "Half-precision floating-point format", and both kinds of ties.
  it.each([
    [0, 0x0000],
    [-0, 0x8000],
    [2 ** -24, 0x0001],
    [1023 * 2 ** -24, 0x03ff],
    [2 ** -14, 0x0400],
    [1 / 3, 0x3555],
    [1, 0x3c00],
    [1 + 1 / 1024, 0x3c01],
    [-2, 0xc000],
    [65504, 0x7bff],
    [1 + 1 / 2048, 0x3c00],
    [1 + 3 / 2048, 0x3c02],
    [2047.9999, 0x6800],
  ])('%f is %i', (value, bits) => {
    expect(halfBits(value)).toBe(bits);
  });

  it('come back as what they were', () => {
    const all = Array.from({ length: 0x7c00 }, (_, bits) => bits);
    expect(all.filter((bits) => halfBits(halfValue(bits)) !== bits)).toEqual([]);
    expect(halfValue(0x7c00)).toBe(Infinity);
    expect(halfValue(0xfe00)).toBeNaN();
  });
});

describe('the output', () => {
  const floats = (dims: number[]) => ({ type: 'float32', dims, data: new Float32Array(20) });

  it('is the one with ten values an image, and of two the one that is called so', () => {
    expect(findOutput({ features: floats([2, 64]), y: floats([2, 10]) }, 2)).toBe('y');
    expect(findOutput({ a: floats([2, 10]), logits: floats([2, 10, 1, 1]) }, 2)).toBe('logits');
  });

  it('of half floats is numbers, as bits as well', () => {
    const data = Uint16Array.of(0x3c00, 0xc000);
    expect([...numbersOf({ type: 'float16', dims: [2], data })]).toEqual([1, -2]);
  });

  it('is probabilities if every row adds up to 1 and nothing is negative', () => {
    const row = [0.5, 0.5, 0, 0, 0, 0, 0, 0, 0, 0];
    expect(areProbabilities(Float32Array.from([...row, ...row]))).toBe(true);
    expect(areProbabilities(Float32Array.from([1.5, -0.5, 0, 0, 0, 0, 0, 0, 0, 0]))).toBe(false);
    expect(areProbabilities(Float32Array.from([...row, ...row.map((p) => p / 2)]))).toBe(false);
    expect(areProbabilities(new Float32Array(0))).toBe(false);
  });
});
