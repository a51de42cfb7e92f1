// SPDX-License-Identifier: MIT
// fakes.ts: stand-ins for what the page's code meets in a browser.
import { vi } from 'vitest';

import type { FromWorker, ToWorker } from '../../web/work/ort_messages';
import type { RawModule } from '../../web/seam/raw_module';

// Memory as Emscripten has it, which moves to a new buffer whenever it grows. Exports that a test
// does not give do not exist.
export class FakeModule {
  HEAPU8 = new Uint8Array(4096);
  allocated = new Set<number>();
  private top = 8;

  _malloc(byteCount: number): number {
    const pointer = this.top;
    this.top += Math.ceil(byteCount / 8) * 8;
    while (this.top > this.HEAPU8.length) this.grow();
    this.allocated.add(pointer);
    return pointer;
  }

  _free(pointer: number): void {
    if (!this.allocated.delete(pointer)) throw new Error(`free(${pointer}) without malloc`);
  }

  grow(): void {
    const larger = new Uint8Array(this.HEAPU8.length * 2);
    larger.set(this.HEAPU8);
    // A real one is detached, which makes every old view empty.
    structuredClone(this.HEAPU8.buffer, { transfer: [this.HEAPU8.buffer] });
    this.HEAPU8 = larger;
  }

  put(bytes: Uint8Array): number {
    const pointer = this._malloc(bytes.length);
    this.HEAPU8.set(bytes, pointer);
    return pointer;
  }
}

export function fakeModule(exports: Partial<RawModule> = {}): RawModule & FakeModule {
  return Object.assign(new FakeModule(), exports) as RawModule & FakeModule;
}

export class FakeWorker {
  sent: ToWorker[] = [];
  terminated = false;
  onmessage: ((event: { data: FromWorker }) => void) | null = null;
  onerror: ((event: { message: string; preventDefault(): void }) => void) | null = null;
  onmessageerror: (() => void) | null = null;

  postMessage(message: ToWorker): void {
    this.sent.push(message);
  }

  terminate(): void {
    this.terminated = true;
  }

  say(message: FromWorker): void {
    this.onmessage?.({ data: message });
  }

  // The numbers of the requests of this type.
  requests(type: 'load' | 'run'): number[] {
    return this.sent.flatMap((message) => (message.type === type ? [message.request] : []));
  }
}

// A body that the test feeds by hand.
export function openBody() {
  let controller!: ReadableStreamDefaultController<Uint8Array>;
  const stream = new ReadableStream<Uint8Array>({
    start(given) {
      controller = given;
    },
  });
  return {
    response: (init?: ResponseInit) => new Response(stream, init),
    send: (...bytes: number[]) => controller.enqueue(Uint8Array.from(bytes)),
    end: () => controller.close(),
    breakOff: () => controller.error(new TypeError('network error')),
  };
}

// Lets everything that is ready to happen happen.
export async function settle(): Promise<void> {
  for (let i = 0; i < 20; ++i) await Promise.resolve();
  await new Promise((resolve) => setImmediate(resolve));
}

// fetch, answering by the address; what is not listed is not found.
export function stubFetch(answers: Record<string, () => Response | Promise<Response>>) {
  const fetching = vi.fn(async (url: string, init?: RequestInit) => {
    init?.signal?.throwIfAborted();
    const answer = Object.entries(answers).find(([part]) => url.includes(part))?.[1];
    return answer ? answer() : new Response('', { status: 404 });
  });
  vi.stubGlobal('fetch', fetching);
  return fetching;
}
