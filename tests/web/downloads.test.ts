// SPDX-License-Identifier: MIT
import { describe, expect, it, vi } from 'vitest';

import { TestSetDownload } from '../../web/downloads';
import { ErrorKind } from '../../web/errors';
import { DatasetFile } from '../../web/module';
import { openBody, settle, stubFetch } from './fakes';

const { labels, images } = DatasetFile;

function recordingSink() {
  const log: unknown[][] = [];
  return {
    log,
    of: (file: number) => log.filter(([, each]) => each === file),
    datasetStarted: (file: number, total: number) => log.push(['started', file, total]),
    datasetChunk: (file: number, chunk: Uint8Array) => log.push(['chunk', file, ...chunk]),
    datasetEnded: (file: number) => log.push(['ended', file]),
    datasetFailed: (file: number, { kind, detail }: { kind: number; detail: string }) =>
      log.push(['failed', file, kind, detail]),
  };
}

function download() {
  const sink = recordingSink();
  return { sink, testSet: new TestSetDownload(() => sink, 'https://host.test/some/path/') };
}

describe('the download of the test set', () => {
  it('hands on chunks of any size, in order, and says how many bytes there will be', async () => {
    const body = openBody();
    const fetching = stubFetch({
      labels: () => new Response(Uint8Array.of(5)),
      images: () => body.response({ headers: { 'content-length': '4' } }),
    });
    const { sink, testSet } = download();
    testSet.load();
    await settle();
    body.send(1);
    body.send();
    body.send(2, 3, 4);
    body.end();
    await settle();
    expect(sink.of(images)).toEqual([
      ['started', images, 4],
      ['chunk', images, 1],
      ['chunk', images],
      ['chunk', images, 2, 3, 4],
      ['ended', images],
    ]);
    expect(sink.of(labels)).toEqual([
      ['started', labels, 0],
      ['chunk', labels, 5],
      ['ended', labels],
    ]);
    expect(fetching.mock.calls.map(([url]) => url).sort()).toEqual([
      'https://host.test/some/path/data/t10k-images-idx3-ubyte.gz',
      'https://host.test/some/path/data/t10k-labels-idx1-ubyte.gz',
    ]);
  });

  it('fetches both files at the same time', () => {
    const fetching = stubFetch({});
    download().testSet.load();
    expect(fetching).toHaveBeenCalledTimes(2);
  });

  it('does not take the length of a compressed transfer for that of the file', async () => {
    stubFetch({
      ubyte: () =>
        new Response(Uint8Array.of(1), {
          headers: { 'content-length': '1', 'content-encoding': 'gzip' },
        }),
    });
    const { sink, testSet } = download();
    testSet.load();
    await settle();
    expect(sink.of(images)[0]).toEqual(['started', images, 0]);
  });

  it('tells a missing file from a connection that fails, with the address for developers', async () => {
    const body = openBody();
    stubFetch({ images: () => body.response() });
    const missing = download();
    missing.testSet.load();
    await settle();
    expect(missing.sink.of(labels)).toEqual([
      [
        'failed',
        labels,
        ErrorKind.fileNotFound,
        'https://host.test/some/path/data/t10k-labels-idx1-ubyte.gz: HTTP 404',
      ],
    ]);

    stubFetch({ ubyte: () => Promise.reject(new TypeError('Failed to fetch')) });
    const cut = download();
    cut.testSet.load();
    await settle();
    expect(cut.sink.log).toEqual([
      ['failed', labels, ErrorKind.network, expect.stringContaining('Failed to fetch')],
    ]);
  });

  it('drops the one file when the other one fails', async () => {
    const body = openBody();
    let aborted = false;
    vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
      if (url.includes('images')) return body.response();
      init.signal!.addEventListener('abort', () => (aborted = true));
      return new Response('', { status: 404 });
    });
    const { sink, testSet } = download();
    testSet.load();
    await settle();
    body.send(1);
    await settle();
    expect(aborted).toBe(true);
    expect(sink.log.filter(([what]) => what === 'chunk')).toEqual([]);
  });

  it('reports a server in trouble as trouble with the network', async () => {
    stubFetch({ ubyte: () => new Response('', { status: 503 }) });
    const { sink, testSet } = download();
    testSet.load();
    await settle();
    expect(sink.of(labels)).toEqual([
      ['failed', labels, ErrorKind.network, expect.stringContaining('HTTP 503')],
    ]);
  });

  it('reports a connection that breaks off in the middle, once', async () => {
    const body = openBody();
    stubFetch({ labels: () => new Response(''), images: () => body.response() });
    const { sink, testSet } = download();
    testSet.load();
    await settle();
    body.send(1);
    await settle();
    body.breakOff();
    await settle();
    expect(sink.of(images)).toEqual([
      ['started', images, 0],
      ['chunk', images, 1],
      ['failed', images, ErrorKind.network, expect.any(String)],
    ]);
  });

  it('says nothing more of a transfer that was started anew', async () => {
    const bodies = [openBody(), openBody()];
    let attempt = 0;
    const fetching = stubFetch({
      labels: () => new Response(''),
      images: () => bodies[attempt++]!.response(),
    });
    const { sink, testSet } = download();
    testSet.load();
    await settle();
    bodies[0]!.send(1);
    await settle();
    testSet.load();
    await settle();
    bodies[0]!.send(66);
    bodies[0]!.end();
    bodies[1]!.send(2);
    bodies[1]!.end();
    await settle();
    expect(sink.of(images)).toEqual([
      ['started', images, 0],
      ['chunk', images, 1],
      ['started', images, 0],
      ['chunk', images, 2],
      ['ended', images],
    ]);
    // A second attempt goes past the cache, where the damaged file of the first may be.
    const caches = fetching.mock.calls.map(([, init]) => init?.cache);
    expect(caches).toEqual(['default', 'default', 'reload', 'reload']);
  });

  it('is aborted in the network, too', async () => {
    const signals: AbortSignal[] = [];
    vi.stubGlobal('fetch', (_url: string, init: RequestInit) => {
      signals.push(init.signal!);
      return new Promise((_, reject) => {
        init.signal!.addEventListener('abort', () => reject(new DOMException('', 'AbortError')));
      });
    });
    const { sink, testSet } = download();
    testSet.load();
    testSet.load();
    await settle();
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, true, false, false]);
    expect(sink.log).toEqual([]);
  });
});
