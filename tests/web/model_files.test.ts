// SPDX-License-Identifier: MIT
import { describe, expect, it, vi } from 'vitest';

import { ModelFiles } from '../../web/files/model_files';
import { openBody, settle, stubFetch } from './fakes';

const small = { id: 'small', url: 'https://host.test/models/small.onnx', bytes: 4 };

describe('the files of the models', () => {
  it('come once, however many ask, and say how far they are', async () => {
    const body = openBody();
    const fetching = stubFetch({ small: () => body.response() });
    const onProgress = vi.fn();
    const files = new ModelFiles(onProgress);
    const both = Promise.all([files.get(small), files.get(small)]);
    await settle();
    body.send(1);
    body.send(2, 3, 4);
    body.end();
    expect(await both).toEqual([Uint8Array.of(1, 2, 3, 4), Uint8Array.of(1, 2, 3, 4)]);
    expect(onProgress.mock.calls).toEqual([
      [1, 4],
      [4, 4],
    ]);
    await files.get(small);
    expect(fetching).toHaveBeenCalledOnce();
  });

  it('tell a missing file from a web page in its place, and come past the cache the next time', async () => {
    const page = new Response('<!doctype html>', { headers: { 'content-type': 'text/html' } });
    const answers = [new Response('', { status: 404 }), page, new Response(Uint8Array.of(7))];
    const fetching = stubFetch({ small: () => answers.shift()! });
    const files = new ModelFiles(() => {});
    await expect(files.get(small)).rejects.toMatchObject({ code: 'file-not-found' });
    await expect(files.get(small)).rejects.toMatchObject({ code: 'html-instead-of-data' });
    expect(await files.get(small)).toEqual(Uint8Array.of(7));
    const caches = fetching.mock.calls.map(([, init]) => init?.cache);
    expect(caches).toEqual(['default', 'reload', 'reload']);
  });

  it('come again when what came was unusable', async () => {
    const fetching = stubFetch({ small: () => new Response(Uint8Array.of(1)) });
    const files = new ModelFiles(() => {});
    await files.get(small);
    files.forget('small');
    await files.get(small);
    expect(fetching.mock.calls.map(([, init]) => init?.cache)).toEqual(['default', 'reload']);
  });
});
