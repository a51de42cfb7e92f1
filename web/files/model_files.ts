// SPDX-License-Identifier: MIT
// files/model_files.ts: the .onnx files, each fetched once for both engines.
import { fetchData, readChunks } from './fetching';
import type { Model } from './models';

export type ModelFile = Pick<Model, 'id' | 'url' | 'bytes'>;

export class ModelFiles {
  private readonly files = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();
  private cache: RequestCache = 'default';

  // Told to whoever wants to know, from then on.
  constructor(public onProgress: (received: number, total: number) => void = () => {}) {}

  // After a failure the next call tries again, past the cache, which may hold what was wrong.
  get(model: ModelFile): Promise<Uint8Array<ArrayBuffer>> {
    let file = this.files.get(model.id);
    if (!file) {
      file = this.fetch(model).catch((failure: unknown) => {
        this.files.delete(model.id);
        this.cache = 'reload';
        throw failure;
      });
      this.files.set(model.id, file);
    }
    return file;
  }

  // A file that the visitor has brought.
  put(id: string, file: Uint8Array<ArrayBuffer>): void {
    this.files.set(id, Promise.resolve(file));
  }

  // What cannot be used was perhaps damaged on its way.
  forget(id: string): void {
    this.files.delete(id);
    this.cache = 'reload';
  }

  private async fetch({ url, bytes }: ModelFile): Promise<Uint8Array<ArrayBuffer>> {
    const response = await fetchData(url, { cache: this.cache });
    const chunks: Uint8Array<ArrayBuffer>[] = [];
    let received = 0;
    await readChunks(response, (chunk) => {
      chunks.push(chunk);
      received += chunk.length;
      this.onProgress(received, Math.max(bytes, received));
    });
    return new Uint8Array(await new Blob(chunks).arrayBuffer());
  }
}
