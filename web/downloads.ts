// SPDX-License-Identifier: MIT
// downloads.ts: brings the two files of the test set, each chunk handed on as it comes, so that
// the first images show long before the last ones are here.
import { ErrorKind, failureOf } from './errors';
import { announcedBytes, fetchFile, readChunks } from './fetching';
import { DatasetFile, type Atelier } from './module';

type Sink = Pick<Atelier, 'datasetStarted' | 'datasetChunk' | 'datasetEnded' | 'datasetFailed'>;

const paths: Record<DatasetFile, string> = {
  [DatasetFile.labels]: 'data/t10k-labels-idx1-ubyte.gz',
  [DatasetFile.images]: 'data/t10k-images-idx3-ubyte.gz',
};

export class TestSetDownload {
  private transfer: AbortController | null = null;

  constructor(
    private readonly sink: () => Sink,
    private readonly baseUrl: string,
  ) {}

  // Drops what is under way and begins anew.
  load(): void {
    // A second attempt must not be served the damaged copy of the first from the cache.
    const cache = this.transfer ? 'reload' : 'default';
    this.transfer?.abort();
    const transfer = new AbortController();
    this.transfer = transfer;
    void this.loadFile(DatasetFile.labels, transfer, cache);
    void this.loadFile(DatasetFile.images, transfer, cache);
  }

  private async loadFile(file: DatasetFile, transfer: AbortController, cache: RequestCache) {
    const { signal } = transfer;
    // Not a word about a transfer that has been dropped, not even a chunk that was on its way.
    const unlessDropped = (tell: (sink: Sink) => void) => {
      if (!signal.aborted) tell(this.sink());
    };
    try {
      // C++ looks at the bytes themselves, so a web page in place of the file is found there.
      const url = new URL(paths[file], this.baseUrl).href;
      const response = await fetchFile(url, { cache, signal });
      unlessDropped((sink) => sink.datasetStarted(file, announcedBytes(response)));
      await readChunks(response, (chunk) =>
        unlessDropped((sink) => sink.datasetChunk(file, chunk)),
      );
      unlessDropped((sink) => sink.datasetEnded(file));
    } catch (thrown) {
      const failure = failureOf(thrown, ErrorKind.network);
      unlessDropped((sink) => sink.datasetFailed(file, failure));
      transfer.abort(); // one file is of no use without the other
    }
  }
}
