// SPDX-License-Identifier: MIT
// work/code.ts: fetches and compiles work.wasm, once for all workers, when the first job is asked
// for. After a failure the next call tries again, past the cache, which may hold what was wrong.
import { fetchData } from '../files/fetching';
import { Failure, wordsOf } from '../seam/errors';

export class WorkCode {
  private cache: RequestCache = 'default';

  constructor(private readonly url: string) {}

  async compile(): Promise<WebAssembly.Module> {
    const { cache } = this;
    this.cache = 'reload';
    const response = await fetchData(this.url, { cache });
    // Some servers do not know the type of .wasm files; then streaming is refused.
    const streams = response.headers.get('content-type')?.startsWith('application/wasm');
    try {
      return await (streams
        ? WebAssembly.compileStreaming(response)
        : WebAssembly.compile(await response.arrayBuffer()));
    } catch (thrown) {
      throw new Failure('engine-failed', `${this.url}: ${wordsOf(thrown)}`);
    }
  }
}
