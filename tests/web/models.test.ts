// SPDX-License-Identifier: MIT
import { describe, expect, it, vi } from 'vitest';

import { ModelCatalogue, parseModelList } from '../../web/files/models';
import { stubFetch } from './fakes';

const base = 'https://host.test/atelier/';
const entry = {
  id: 'small',
  title: 'Small network',
  reads_drawings: true,
  file: 'small.onnx',
  sha256: '0123456789abcdef',
  bytes: 1000,
  parameters: 10,
  macs: 20,
  temperature: 1.25,
  accuracy: { test: 0.93 },
  verdicts: { unsure_probability: 0.5, unsure_margin: 0.25, unfamiliar_energy: -4 },
};
const list = { version: 1, default: 'small', models: [entry] };
const json = (value: unknown) => new Response(JSON.stringify(value));
const failure = (code: string) => ({
  type: 'models-failed',
  error: expect.objectContaining({ code }),
});
const sink = () => ({ tell: vi.fn() });

describe('the list of models', () => {
  it('gives each model an address that changes with its content', () => {
    expect(parseModelList(list, base)).toEqual({
      defaultId: 'small',
      models: [
        {
          id: 'small',
          title: 'Small network',
          sha256: '0123456789abcdef',
          parameters: 10,
          macs: 20,
          bytes: 1000,
          test_accuracy: 0.93,
          temperature: 1.25,
          unsure_probability: 0.5,
          unsure_margin: 0.25,
          unfamiliar_energy: -4,
          reads_drawings: true,
          neighbours_bytes: 0,
          url: 'https://host.test/atelier/models/small.onnx?v=01234567',
        },
      ],
    });
  });

  it.each([
    [null, 'models.json is not an object'],
    [{ default: 'small' }, "models.json: 'models' is not a list"],
    [{ ...list, default: 'huge' }, "models.json: 'default' is not a listed model"],
    [{ ...list, models: [null] }, 'models.json: models[0] is not an object'],
    [{ ...list, models: [{ ...entry, id: '' }] }, "models.json: models[0]: 'id' is not a text"],
    [
      { ...list, models: [{ ...entry, bytes: '9' }] },
      "models.json: models[0]: 'bytes' is not a number",
    ],
    [
      { ...list, models: [{ ...entry, reads_drawings: 'yes' }] },
      "models.json: models[0]: 'reads_drawings' is not true or false",
    ],
    [
      { ...list, models: [{ ...entry, verdicts: [] }] },
      'models.json: models[0]: verdicts is not an object',
    ],
  ])('%j is refused by the field that is wrong', (value, detail) => {
    expect(() => parseModelList(value, base)).toThrow(
      expect.objectContaining({ code: 'model-unusable', detail }),
    );
  });

  it('is fetched once and reported as often as it is asked for', async () => {
    const fetching = stubFetch({ 'models.json': () => json(list) });
    const catalogue = new ModelCatalogue(base, 'abc');
    await catalogue.load();
    const reported = sink();
    await catalogue.report(reported);
    expect(fetching.mock.calls.map(([url]) => url)).toEqual([
      'https://host.test/atelier/models/models.json?v=abc',
    ]);
    // Without its address: of fields that it does not know the module makes an error.
    const { url, ...small } = parseModelList(list, base).models[0]!;
    delete small.neighbours;
    expect(url).toBeTruthy();
    expect(reported.tell).toHaveBeenCalledExactlyOnceWith({
      type: 'models-listed',
      models: [small],
      default: 'small',
    });
  });

  it('is fetched again after a failure', async () => {
    const answers = [new Response('', { status: 500 }), json(list)];
    stubFetch({ 'models.json': () => answers.shift()! });
    const catalogue = new ModelCatalogue(base, 'abc');
    const first = sink();
    await catalogue.report(first);
    expect(first.tell).toHaveBeenCalledWith(failure('network'));
    const second = sink();
    await catalogue.report(second);
    expect(second.tell).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ type: 'models-listed' }),
    );
  });

  it.each([
    [
      'a web page',
      () => new Response('<p>', { headers: { 'content-type': 'text/html' } }),
      'html-instead-of-data',
    ],
    ['no JSON', () => new Response('{'), 'model-unusable'],
    ['missing', () => new Response('', { status: 404 }), 'file-not-found'],
  ])('that is %s is reported as that', async (_, answer, kind) => {
    stubFetch({ 'models.json': answer });
    const reported = sink();
    await new ModelCatalogue(base, 'abc').report(reported);
    expect(reported.tell).toHaveBeenCalledExactlyOnceWith(failure(kind));
  });

  it('does not know a model that is not in it', async () => {
    stubFetch({ 'models.json': () => json(list) });
    await expect(new ModelCatalogue(base, 'abc').find('huge')).rejects.toMatchObject({
      code: 'model-unusable',
    });
  });
});
