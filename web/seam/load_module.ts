// SPDX-License-Identifier: MIT
// seam/load_module.ts: fetches, compiles and starts the WebAssembly module. Every way in which that can
// go wrong ends in a rejection; left alone, Emscripten would write to the console and never answer.
import createModule from 'atelier-module';

import { Failure, wordsOf } from './errors';
import { fetchData, readChunks } from '../files/fetching';
import { Atelier } from './module';

export interface ModuleOptions {
  wasmUrl: string;
  canvas: HTMLCanvasElement;
  onBytes(received: number): void;
  // The module gave up after it had started.
  onAbort(detail: string): void;
}

// Resolves to the module, started, and to its compiled code, for workers.
export async function loadModule(
  options: ModuleOptions,
): Promise<{ atelier: Atelier; code: WebAssembly.Module }> {
  let code: WebAssembly.Module;
  let atelier: Atelier | null = null;
  const raw = await new Promise<Awaited<ReturnType<typeof createModule>>>((resolve, reject) => {
    const abort = (reason: unknown) => {
      const detail = wordsOf(reason);
      reject(new Failure('engine-failed', detail));
      if (atelier) options.onAbort(detail);
    };
    createModule({
      canvas: options.canvas,
      onAbort: abort,
      print: (line) => console.info(line),
      printErr: (line) => console.warn(line),
      instantiateWasm(imports, done) {
        instantiate(options, imports).then(({ instance, module }) => {
          code = module;
          done(instance, module);
        }, reject);
        return {}; // "will call back"
      },
    }).then(resolve, abort);
  });
  atelier = new Atelier(raw);
  return { atelier, code: code! };
}

async function instantiate(options: ModuleOptions, imports: WebAssembly.Imports) {
  const response = await fetchData(options.wasmUrl);
  let received = 0;
  // A copy of the response counts, so that the browser compiles the original as it streams in and
  // finds it in its code cache next time.
  const counting = readChunks(response.clone(), (chunk) => {
    received += chunk.length;
    options.onBytes(received);
  });
  // Some servers do not know the type of .wasm files; then streaming is refused.
  const streams = response.headers.get('content-type')?.startsWith('application/wasm');
  const compiling = streams
    ? WebAssembly.instantiateStreaming(response, imports)
    : response.arrayBuffer().then((bytes) => WebAssembly.instantiate(bytes, imports));
  compiling.catch(() => {}); // looked at below, after the connection's own error if it has one
  await counting;
  try {
    return await compiling;
  } catch (thrown) {
    throw new Failure('engine-failed', `${options.wasmUrl}: ${wordsOf(thrown)}`);
  }
}
