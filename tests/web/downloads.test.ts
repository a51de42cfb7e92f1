// SPDX-License-Identifier: MIT
import { describe, expect, it, vi } from 'vitest';

import { TestSetDownload } from '../../web/files/downloads';
import type { News } from '../../web/generated/news';
import { DatasetFile } from '../../web/seam/abi_values';
import { openBody, settle, stubFetch } from './fakes';

const { labels, images } = DatasetFile;

function recordingSink() {
  const log: unknown[][] = [];
  return {
    log,
    of: (file: number) => log.filter(([, each]) => each === file),
    datasetChunk: (file: number, chunk: Uint8Array) => log.push(['chunk', file, ...chunk]),
    tell: (news: News) => {
      const file = 'file' in news ? DatasetFile[news.file] : null;
      if (news.type === 'dataset-started') log.push(['started', file, news.bytes_total]);
      else if (news.type === 'dataset-ended') log.push(['ended', file]);
      else if (news.type === 'dataset-failed') {
        log.push(['failed', file, news.error.code, news.error.detail]);
      } else throw new Error(`nobody expects ${news.type}`);
    },
  };
}

function download(behind: Promise<unknown> = Promise.resolve()) {
  const sink = recordingSink();
  const transfers = new TestSetDownload('https://host.test/some/path/', behind);
  const testSet = {
    prepare: () => transfers.prepare(),
    load: () => transfers.load(sink),
    begun: transfers.begun,
  };
  return { sink, testSet };
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
        'file-not-found',
        'https://host.test/some/path/data/t10k-labels-idx1-ubyte.gz: HTTP 404',
      ],
    ]);

    stubFetch({ ubyte: () => Promise.reject(new TypeError('Failed to fetch')) });
    const cut = download();
    cut.testSet.load();
    await settle();
    expect(cut.sink.log).toEqual([
      ['failed', labels, 'network', expect.stringContaining('Failed to fetch')],
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
      ['failed', labels, 'network', expect.stringContaining('HTTP 503')],
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
      ['failed', images, 'network', expect.any(String)],
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

describe('the file of the images, where the server gives parts', () => {
  const file = Uint8Array.from({ length: 70_000 }, (_, k) => k % 251);

  // Answers ranges as RFC 9110 has it; `whole` sends everything to whoever asks for the rest.
  function stubRanges({ whole = false } = {}) {
    const asked: (string | null)[] = [];
    vi.stubGlobal('fetch', async (url: string, { headers }: RequestInit) => {
      if (url.includes('labels')) return new Response(Uint8Array.of(5));
      const range = new Headers(headers).get('range');
      asked.push(range);
      const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(range!)!;
      if (whole && from !== '0') return new Response(file);
      const last = to === '' ? file.length - 1 : Math.min(Number(to), file.length - 1);
      return new Response(file.subarray(Number(from), last + 1), {
        status: 206,
        headers: { 'content-range': `bytes ${from}-${last}/${file.length}` },
      });
    });
    return asked;
  }
  const bytesOf = ({ sink }: ReturnType<typeof download>) =>
    sink.of(images).flatMap(([what, , ...bytes]) => (what === 'chunk' ? bytes : []));

  it('comes in two parts, the larger one behind what a first answer needs', async () => {
    const asked = stubRanges();
    let letGo!: () => void;
    const loading = download(new Promise<void>((resolve) => (letGo = resolve)));
    loading.testSet.load();
    await loading.testSet.begun;
    await settle();
    expect(asked).toEqual(['bytes=0-65535']);
    expect(loading.sink.of(images)[0]).toEqual(['started', images, 70_000]);
    expect(bytesOf(loading)).toHaveLength(65_536);
    letGo();
    await settle();
    expect(asked).toEqual(['bytes=0-65535', 'bytes=65536-']);
    expect(bytesOf(loading)).toEqual(Array.from(file));
    expect(loading.sink.of(images).at(-1)).toEqual(['ended', images]);
  });

  it('is whole, too, when the server sends all of it the second time', async () => {
    stubRanges({ whole: true });
    const loading = download();
    loading.testSet.load();
    await settle();
    expect(bytesOf(loading)).toEqual(Array.from(file));
  });

  it('is asked for before there is anybody to hand it to, and handed on then', async () => {
    const asked = stubRanges();
    const loading = download();
    loading.testSet.prepare();
    await settle();
    expect(asked).toEqual(['bytes=0-65535']);
    expect(loading.sink.log).toEqual([]);
    loading.testSet.load();
    await settle();
    expect(bytesOf(loading)).toEqual(Array.from(file));
  });

  it('counts as begun when it cannot be had, so that nothing waits for it', async () => {
    stubFetch({});
    const { testSet } = download();
    testSet.load();
    await testSet.begun;
  });
});
