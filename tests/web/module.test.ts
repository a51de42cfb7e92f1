// SPDX-License-Identifier: MIT
import { describe, expect, it, vi } from 'vitest';

import { Failure } from '../../web/seam/errors';
import { Atelier } from '../../web/seam/module';
import { rawHost, type Host } from '../../web/seam/raw_module';
import { fakeModule } from './fakes';

const encode = (text: string) => new TextEncoder().encode(text);

describe('the typed module', () => {
  it('tells news as JSON, an error by its name, and throws what is wrong with them', () => {
    const told: unknown[] = [];
    const sentence = "there are no news 'gr\u00fcn'";
    let answer = 0;
    const raw = fakeModule({
      _atelier_tell: (json, jsonBytes, attachment, attachmentBytes) => {
        told.push(JSON.parse(atelier.heap.readString(json, jsonBytes)));
        told.push([...atelier.heap.readBytes(attachment, attachmentBytes)]);
        return answer;
      },
      _atelier_given_out: () => raw.put(encode(sentence)),
      _atelier_given_out_bytes: () => encode(sentence).length,
    });
    const atelier = new Atelier(raw);
    const error = new Failure('out-of-memory', 'std::bad_alloc \u2013 8 MB');
    atelier.tell({ type: 'model-failed', token: 7, error });
    atelier.tell({ type: 'own-data-file', name: 'a.idx' }, Uint8Array.of(7, 8));
    expect(told).toEqual([
      {
        type: 'model-failed',
        token: 7,
        error: { code: 'out-of-memory', detail: 'std::bad_alloc \u2013 8 MB' },
      },
      [],
      { type: 'own-data-file', name: 'a.idx' },
      [7, 8],
    ]);
    answer = 1;
    expect(() => atelier.tell({ type: 'photo-opening' })).toThrow(new Error(sentence));
  });

  it('hands an action over as JSON and throws what the module says of it', () => {
    const told: unknown[] = [];
    let answer = 0;
    const sentence = "'gr\u00fcn' is no view";
    const raw = fakeModule({
      _atelier_dispatch: (json, jsonBytes, attachment, attachmentBytes) => {
        told.push(JSON.parse(atelier.heap.readString(json, jsonBytes)));
        told.push([...atelier.heap.readBytes(attachment, attachmentBytes)]);
        return answer;
      },
      _atelier_given_out: () => raw.put(encode(sentence)),
      _atelier_given_out_bytes: () => encode(sentence).length,
    });
    const atelier = new Atelier(raw);
    const action = { type: 'open-photo', pixels: new Uint8Array([7, 8]) };
    atelier.dispatch(action);
    expect(told).toEqual([{ type: 'open-photo', pixels: true }, [7, 8]]);
    answer = 1;
    expect(() => atelier.dispatch(action)).toThrow(new TypeError(sentence));
    answer = 2;
    expect(() => atelier.dispatch(action)).toThrow(new RangeError(sentence));
  });

  it('reads the snapshot by its length in bytes', () => {
    const text = '{"words":"\u00e9"}';
    const raw = fakeModule({
      _atelier_snapshot: () => 1,
      _atelier_given_out: () => raw.put(encode(text)),
      _atelier_given_out_bytes: () => encode(text).length,
    });
    expect(new Atelier(raw).snapshot()).toEqual({ words: '\u00e9' });
  });

  it('gives ten probabilities, or null where the module refuses', () => {
    const raw = fakeModule({
      _atelier_probabilities: (logits, probabilities) => {
        if (!Number.isFinite(atelier.heap.readFloats(logits, 10)[0])) return 0;
        raw.HEAPU8.set(new Uint8Array(new Float32Array(10).fill(0.125).buffer), probabilities);
        return 1;
      },
    });
    const atelier = new Atelier(raw);
    expect(atelier.probabilities(new Array(10).fill(0))).toEqual(new Array(10).fill(0.125));
    expect(atelier.probabilities(new Array(10).fill(NaN))).toBeNull();
  });
});

describe('the host that the module calls', () => {
  it('gives as many test images as have arrived, however many are wanted', () => {
    const raw = fakeModule({
      _atelier_test_images: (first, count, pixels) => {
        expect([first, count]).toEqual([30, 4]);
        raw.HEAPU8.fill(7, pixels, pixels + 784 * 3);
        return 3;
      },
    });
    const atelier = new Atelier(raw);
    expect(atelier.testImages(30, 4)).toEqual(new Uint8Array(784 * 3).fill(7));
    expect(raw.allocated.size).toBe(0);
  });

  it('gives a report on ten logits an image, or null where there can be none', () => {
    const raw = fakeModule({
      _atelier_report: (logits, count, engine, id, idBytes, ms, workers) => {
        expect([...atelier.heap.readFloats(logits, 20)]).toEqual(Array(20).fill(0.5));
        expect(atelier.heap.readString(id, idBytes)).toBe('large');
        expect([count, engine, ms, workers]).toEqual([2, 1, 12.5, 3]);
        return 1;
      },
      _atelier_given_out: () => raw.put(encode('{"count":2}')),
      _atelier_given_out_bytes: () => 11,
    });
    const atelier = new Atelier(raw);
    const source = { engine: 'onnxruntime-web', model: 'large', ms: 12.5, workers: 3 } as const;
    expect(atelier.report(new Float32Array(20).fill(0.5), source)).toEqual({ count: 2 });
    raw._atelier_report = () => 0;
    expect(atelier.report(new Float32Array(20), source)).toBeNull();
  });

  it('classifies by our own engine, or says that it cannot yet', () => {
    const raw = fakeModule({
      _atelier_nn_classify: (pixels, logits) => {
        new DataView(raw.HEAPU8.buffer).setFloat32(logits, raw.HEAPU8[pixels]!, true);
        return 1;
      },
    });
    const atelier = new Atelier(raw);
    expect(atelier.nnClassify(new Uint8Array(784).fill(9))![0]).toBe(9);
    raw._atelier_nn_classify = () => 0;
    expect(atelier.nnClassify(new Uint8Array(784))).toBeNull();
    expect(raw.allocated.size).toBe(0);
  });

  it('gets unsigned tokens, and pixels that are its own', () => {
    const raw = fakeModule();
    const host = { classify: vi.fn(), loadModel: vi.fn() } as unknown as Host & {
      classify: ReturnType<typeof vi.fn>;
    };
    const called = rawHost(host, new Atelier(raw).heap);
    const pointer = raw.put(new Uint8Array(784).fill(9));
    called.classify(-1, pointer);
    raw.HEAPU8.fill(0);
    const [token, pixels] = host.classify.mock.calls[0] as [number, Uint8Array];
    expect(token).toBe(4294967295);
    expect(pixels).toEqual(new Uint8Array(784).fill(9));

    const id = encode('klein-\u00fc');
    called.loadModel(3, raw.put(id), id.length);
    expect(host.loadModel).toHaveBeenCalledWith(3, 'klein-\u00fc');
  });

  it('gets a file to save with its name, its type and bytes that are its own', () => {
    const raw = fakeModule();
    const host = { saveFile: vi.fn() } as unknown as Host & { saveFile: ReturnType<typeof vi.fn> };
    const called = rawHost(host, new Atelier(raw).heap);
    const name = encode('m\u00fctze.csv');
    const type = encode('text/csv');
    called.saveFile(raw.put(name), name.length, raw.put(type), type.length, raw.put(type), 4);
    raw.HEAPU8.fill(0);
    expect(host.saveFile).toHaveBeenCalledWith('m\u00fctze.csv', 'text/csv', encode('text'));
  });
});
