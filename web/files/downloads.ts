// SPDX-License-Identifier: MIT
// files/downloads.ts: brings the two files of the test set, each chunk handed on as it comes, so that
// the first images show long before the last ones are here. The file of the images comes in two
// parts: a first answer needs a few images, and must not wait for the other 4 MB to pass the line.
import { DatasetFile } from '../seam/abi_values';
import { failureOf } from '../seam/errors';
import { announcedBytes, fetchFile, readChunks } from './fetching';
import type { Atelier } from '../seam/module';

type Sink = Pick<Atelier, 'tell' | 'datasetChunk'>;

const paths = {
  labels: 'data/t10k-labels-idx1-ubyte.gz',
  images: 'data/t10k-images-idx3-ubyte.gz',
} as const;
type File = keyof typeof paths;

// About 140 images.
const firstBytes = 65_536;

interface Transfer {
  abort: AbortController;
  cache: RequestCache;
  labels: Promise<Response>;
  images: Promise<Response>;
}

export class TestSetDownload {
  // Settled once the first images are in the module, or have failed to come.
  readonly begun: Promise<void>;

  private noteBegun!: () => void;
  private prepared: Transfer | null = null;
  private current: Transfer | null = null;

  // The larger part of the images waits for `behind`.
  constructor(
    private readonly baseUrl: string,
    private readonly behind: Promise<unknown>,
  ) {
    this.begun = new Promise((resolve) => {
      this.noteBegun = resolve;
    });
  }

  // Asks for the first bytes already, for the first load() to hand on.
  prepare(): void {
    this.prepared ??= this.ask('default');
  }

  // Drops what is under way and begins anew.
  load(sink: Sink): void {
    this.current?.abort.abort();
    // A second attempt must not be served the damaged copy of the first from the cache.
    const transfer = this.prepared ?? this.ask(this.current ? 'reload' : 'default');
    this.prepared = null;
    this.current = transfer;
    // Not a word about a transfer that has been dropped, not even a chunk that was on its way.
    const tell: Tell = (say) => {
      if (!transfer.abort.signal.aborted) say(sink);
    };
    void this.deliver('labels', transfer, tell, this.labels(transfer, tell));
    void this.deliver('images', transfer, tell, this.images(transfer, tell)).then(this.noteBegun);
  }

  private ask(cache: RequestCache): Transfer {
    const abort = new AbortController();
    const labels = this.fetch('labels', { abort, cache });
    const images = this.fetch('images', { abort, cache }, `bytes=0-${firstBytes - 1}`);
    for (const response of [labels, images]) response.catch(() => {}); // looked at in load()
    return { abort, cache, labels, images };
  }

  private fetch(
    file: File,
    { abort, cache }: Pick<Transfer, 'abort' | 'cache'>,
    range?: string,
  ): Promise<Response> {
    // C++ looks at the bytes themselves, so a web page in place of the file is found there.
    const url = new URL(paths[file], this.baseUrl).href;
    const headers: HeadersInit = range === undefined ? {} : { Range: range };
    return fetchFile(url, { cache, headers, signal: abort.signal });
  }

  private async labels(transfer: Transfer, tell: Tell): Promise<void> {
    const response = await transfer.labels;
    tell((sink) =>
      sink.tell({ type: 'dataset-started', file: 'labels', bytes_total: announcedBytes(response) }),
    );
    await readChunks(response, (chunk) =>
      tell((sink) => sink.datasetChunk(DatasetFile.labels, chunk)),
    );
  }

  private async images(transfer: Transfer, tell: Tell): Promise<void> {
    const response = await transfer.images;
    const total = totalOfPart(response);
    const bytes_total = total ?? announcedBytes(response);
    tell((sink) => sink.tell({ type: 'dataset-started', file: 'images', bytes_total }));
    let received = 0;
    const take = (chunk: Uint8Array) => {
      received += chunk.length;
      tell((sink) => sink.datasetChunk(DatasetFile.images, chunk));
      this.noteBegun();
    };
    await readChunks(response, take);
    if (total === null || received >= total) return;

    await this.behind;
    const rest = await this.fetch('images', transfer, `bytes=${received}-`);
    // A server that sends all of it once more is not wrong; what is here already is left out.
    let superfluous = totalOfPart(rest) === null ? received : 0;
    await readChunks(rest, (chunk) => {
      const fresh = chunk.subarray(superfluous);
      superfluous -= chunk.length - fresh.length;
      if (fresh.length > 0) take(fresh);
    });
  }

  private async deliver(
    file: File,
    { abort }: Transfer,
    tell: Tell,
    brought: Promise<void>,
  ): Promise<void> {
    try {
      await brought;
      tell((sink) => sink.tell({ type: 'dataset-ended', file }));
    } catch (thrown) {
      const error = failureOf(thrown, 'network');
      tell((sink) => sink.tell({ type: 'dataset-failed', file, error }));
      abort.abort(); // one file is of no use without the other
    }
  }
}

type Tell = (say: (sink: Sink) => void) => void;

// The length of the whole file, of which this response is a part; null if it is no part, because
// the server does not give parts.
function totalOfPart(response: Response): number | null {
  if (response.status !== 206) return null;
  const total = /\/(\d+)$/.exec(response.headers.get('content-range') ?? '')?.[1];
  return total === undefined ? null : Number(total);
}
