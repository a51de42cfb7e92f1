// SPDX-License-Identifier: MIT
import { describe, expect, it, vi } from 'vitest';

import { parseModelList } from '../../web/files/models';
import { indexPart, TrainingParts } from '../../web/files/training_parts';
import { stubFetch } from './fakes';

const neighbours = {
  url: 'https://host.test/models/small.neighbours.gz?v=1',
  bytes: 6,
  pictures: 'https://host.test/neighbours/abcd/',
};
const catalogue = {
  find: (id: string) =>
    Promise.resolve({ id, neighbours: id === 'small' ? neighbours : undefined } as never),
};
const parts = (onProgress = vi.fn()) => new TrainingParts(catalogue, onProgress);

describe('parts of the training set', () => {
  it('are the index, told of as it comes, and pieces by their numbers', async () => {
    const asked = stubFetch({ '': () => new Response(new Uint8Array([1, 2, 3])) });
    const onProgress = vi.fn();
    const training = parts(onProgress);
    expect(await training.fetch('small', indexPart)).toEqual(new Uint8Array([1, 2, 3]));
    expect(onProgress.mock.calls).toEqual([[3, 6]]);
    await training.fetch('small', 7);
    await training.fetch('small', 123);
    expect(onProgress).toHaveBeenCalledOnce();
    expect(asked.mock.calls.map(([url]) => url)).toEqual([
      neighbours.url,
      `${neighbours.pictures}007.gz`,
      `${neighbours.pictures}123.gz`,
    ]);
  });

  it('are not there for a model without them', async () => {
    const asked = stubFetch({ '': () => new Response() });
    await expect(parts().fetch('own', indexPart)).rejects.toMatchObject({
      code: 'file-not-found',
    });
    expect(asked).not.toHaveBeenCalled();
  });

  it('go round the cache once something was wrong', async () => {
    const answers = [new Response('', { status: 404 }), new Response('x')];
    const asked = stubFetch({ '': () => answers.shift()! });
    const training = parts();
    await expect(training.fetch('small', 0)).rejects.toMatchObject({
      code: 'file-not-found',
    });
    await training.fetch('small', 0);
    expect(asked.mock.calls.map(([, init]) => init?.cache)).toEqual(['default', 'reload']);
  });

  it('have addresses that change with what is in them', () => {
    const entry = {
      id: 'small',
      title: 'Small',
      reads_drawings: false,
      file: 'small.onnx',
      sha256: '0123456789',
      bytes: 1,
      parameters: 1,
      macs: 1,
      temperature: 1,
      accuracy: { test: 0.9 },
      verdicts: { unsure_probability: 0.5, unsure_margin: 0.2, unfamiliar_energy: -4 },
      neighbours: { file: 'small.neighbours.gz', sha256: 'fedcba9876', bytes: 99, order: 'abcd' },
    };
    const list = { default: 'small', models: [entry] };
    expect(parseModelList(list, 'https://host.test/').models[0]!.neighbours).toEqual({
      url: 'https://host.test/models/small.neighbours.gz?v=fedcba98',
      bytes: 99,
      pictures: 'https://host.test/neighbours/abcd/',
    });
  });
});
