// SPDX-License-Identifier: MIT
import { beforeEach, describe, expect, it, vi } from 'vitest';

import { Api } from '../../web/shell/api';
import { Failure } from '../../web/seam/errors';
import type { Atelier } from '../../web/seam/module';

const module = {
  snapshot: vi.fn(),
  probabilities: vi.fn(),
  nnClassify: vi.fn(),
  testImageCount: vi.fn(),
  testImages: vi.fn(),
  report: vi.fn(),
  dispatch: vi.fn(),
};
const classifier = { run: vi.fn(), runBatch: vi.fn(), imagesARun: () => 50 };
const catalogue = { find: vi.fn() };
const files = { get: vi.fn() };
const onAction = vi.fn();
let api: Api;

const snapshotOf = (engine: string) => ({
  model: { id: 'small', engine },
  dataset: { labelled: true },
});

beforeEach(() => {
  vi.resetAllMocks();
  module.snapshot.mockReturnValue(snapshotOf('onnxruntime-web'));
  const pool = { makeWorker: vi.fn(), module: {} as WebAssembly.Module };
  const parts = { module: module as unknown as Atelier, classifier, catalogue, files, pool };
  api = new Api(parts, onAction);
});

describe('window.atelier', () => {
  it('is ready once the page is, and stays so', async () => {
    api.noteState({ phase: 'loading', error: null });
    api.noteState({ phase: 'ready', error: null });
    api.noteState({ phase: 'failed', error: { code: 'network', message: 'x', detail: '' } });
    await expect(api.ready).resolves.toBeUndefined();
  });

  it('is never ready when loading has failed', async () => {
    api.noteState({
      phase: 'failed',
      error: { code: 'network', message: 'Broke off.', detail: 'd' },
    });
    api.noteState({ phase: 'ready', error: null });
    await expect(api.ready).rejects.toEqual({ code: 'network', message: 'Broke off.' });
  });

  it('tells the page about an action, unless it was refused', () => {
    api.dispatch({ type: 'clear' });
    expect(module.dispatch).toHaveBeenCalledExactlyOnceWith({ type: 'clear' });
    expect(onAction).toHaveBeenCalledOnce();
    module.dispatch.mockImplementation(() => {
      throw new TypeError('no such action');
    });
    expect(() => api.dispatch({ type: 'nonsense' } as never)).toThrow(TypeError);
    expect(onAction).toHaveBeenCalledOnce();
  });

  it('classifies with probabilities from the module', async () => {
    classifier.run.mockResolvedValue({ logits: Float32Array.of(1, 2), ms: 0.5 });
    module.probabilities.mockReturnValue([0.25, 0.75]);
    await expect(api.classify(new Uint8Array(784))).resolves.toEqual({
      logits: [1, 2],
      probabilities: [0.25, 0.75],
      engine: 'onnxruntime-web',
      ms: 0.5,
    });
  });

  it('classifies by our own engine while that answers', async () => {
    module.snapshot.mockReturnValue(snapshotOf('atelier-nn'));
    module.nnClassify.mockReturnValue(Float32Array.of(3, 4));
    module.probabilities.mockReturnValue([0.25, 0.75]);
    await expect(api.classify(new Uint8Array(784))).resolves.toMatchObject({
      logits: [3, 4],
      engine: 'atelier-nn',
    });
    expect(classifier.run).not.toHaveBeenCalled();
    module.nnClassify.mockReturnValue(null);
    await expect(api.classify(new Uint8Array(784))).rejects.toMatchObject({
      code: 'engine-failed',
    });
  });

  it('classifies what the pixels were when it was called', async () => {
    classifier.run.mockResolvedValue({ logits: Float32Array.of(1), ms: 0.5 });
    module.probabilities.mockReturnValue([1]);
    const pixels = new Uint8Array(784);
    const answer = api.classify(pixels);
    pixels.fill(255);
    await answer;
    expect(classifier.run).toHaveBeenCalledWith(new Uint8Array(784));
  });

  it.each([
    undefined,
    null,
    'pixels',
    new Uint8Array(783),
    new Array(784).fill(256),
    new Array(784).fill(0.5),
    new Array(784).fill('7'),
    new Float32Array(784),
    { length: 784 },
  ])('refuses pixels like %o', async (pixels) => {
    await expect(api.classify(pixels as Uint8Array)).rejects.toThrow(
      new TypeError('classify() takes a Uint8Array of 784 values from 0 to 255'),
    );
    expect(classifier.run).not.toHaveBeenCalled();
  });

  it('rejects with a code and a message when the engine fails', async () => {
    classifier.run.mockRejectedValue(new Failure('out-of-memory', 'std::bad_alloc'));
    await expect(api.classify(new Uint8Array(784))).rejects.toEqual({
      code: 'out-of-memory',
      message: 'std::bad_alloc',
    });
    classifier.run.mockResolvedValue({ logits: Float32Array.of(NaN), ms: 0.5 });
    module.probabilities.mockReturnValue(null);
    await expect(api.classify(new Uint8Array(784))).rejects.toMatchObject({
      code: 'engine-failed',
    });
  });
});

describe('an evaluation', () => {
  const scores = { count: 120, correct: 100, accuracy: 0.83 };

  beforeEach(() => {
    api.noteState({ phase: 'ready', error: null });
    catalogue.find.mockImplementation(async (id) => ({ id }));
    files.get.mockResolvedValue(Uint8Array.of(1));
    module.testImageCount.mockReturnValue(120);
    module.testImages.mockImplementation((_, count) => new Uint8Array(784 * count));
    module.report.mockReturnValue(scores);
  });

  it('by ONNX Runtime Web asks for all images in order, batch by batch', async () => {
    let batches = 0;
    classifier.runBatch.mockImplementation(async (_, { length }) => ({
      logits: new Float32Array((10 * length) / 784).fill(++batches),
    }));
    const report = await api.evaluate({ engine: 'onnxruntime-web', model: 'large' });
    expect(report).toBe(scores);
    expect(module.testImages.mock.calls).toEqual([
      [0, 50],
      [50, 50],
      [100, 20],
    ]);
    const [logits, source] = module.report.mock.calls[0]!;
    expect(Array.from(logits as Float32Array)).toEqual([
      ...Array(500).fill(1),
      ...Array(500).fill(2),
      ...Array(200).fill(3),
    ]);
    expect(source).toEqual({
      engine: 'onnxruntime-web',
      model: 'large',
      workers: 1,
      ms: expect.any(Number),
    });
  });

  it.each([{ engine: 'abacus' }, { workers: 0 }, { workers: 1.5 }, { workers: 99 }])(
    'refuses %o in words',
    async (options) => {
      await expect(api.evaluate(options as never)).rejects.toThrow(/^evaluate\(\): '\w+' is /);
    },
  );

  it('rejects with a code and a message when an engine fails', async () => {
    classifier.runBatch.mockRejectedValue(new Failure('network', 'gone'));
    await expect(api.evaluate({ engine: 'onnxruntime-web' })).rejects.toEqual({
      code: 'network',
      message: 'gone',
    });
  });
});
