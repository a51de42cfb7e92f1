// SPDX-License-Identifier: MIT
// files/training_parts.ts: what the page has of the training set: what a network makes of its images, and
// their pictures in pieces. Each file is fetched when it is first wanted.
import { Failure } from '../seam/errors';
import { fetchData, readChunks } from './fetching';
import type { ModelCatalogue } from './models';

// In the place of a piece's number.
export const indexPart = -1;

export class TrainingParts {
  private cache: RequestCache = 'default';

  constructor(
    private readonly catalogue: Pick<ModelCatalogue, 'find'>,
    private readonly onProgress: (received: number, total: number) => void,
  ) {}

  // Of the model with this id; gzip-compressed, as it comes.
  async fetch(id: string, part: number): Promise<Uint8Array<ArrayBuffer>> {
    const { neighbours } = await this.catalogue.find(id);
    if (!neighbours) throw new Failure('file-not-found', `no neighbours of '${id}'`);
    if (part === indexPart) return this.bytes(neighbours.url, neighbours.bytes);
    return this.bytes(`${neighbours.pictures}${String(part).padStart(3, '0')}.gz`);
  }

  // `expected`: only then progress is told.
  private async bytes(url: string, expected?: number): Promise<Uint8Array<ArrayBuffer>> {
    try {
      const response = await fetchData(url, { cache: this.cache });
      const chunks: Uint8Array<ArrayBuffer>[] = [];
      let received = 0;
      await readChunks(response, (chunk) => {
        chunks.push(chunk);
        received += chunk.length;
        if (expected !== undefined) this.onProgress(received, Math.max(expected, received));
      });
      return new Uint8Array(await new Blob(chunks).arrayBuffer());
    } catch (failure) {
      this.cache = 'reload'; // it may hold what was wrong
      throw failure;
    }
  }
}
