// SPDX-License-Identifier: MIT
// build/web/atelier.mjs, which Emscripten writes; vite.config.ts gives it this name.
declare module 'atelier-module' {
  import type { RawModule } from './raw_module';

  export default function createModule(options: {
    canvas?: HTMLCanvasElement;
    noInitialRun?: boolean; // main() is not called
    onAbort?(reason: unknown): void;
    print(line: string): void;
    printErr(line: string): void;
    instantiateWasm(
      imports: WebAssembly.Imports,
      done: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void,
    ): object;
  }): Promise<RawModule>;
}

// What vite.config.ts puts in place of these words.
declare const __VERSION__: string;
declare const __BUILD_ID__: string;
declare const __WASM_BYTES__: number;
declare const __ORT_VERSION__: string;
declare const __ORT_WASM_BYTES__: number;
