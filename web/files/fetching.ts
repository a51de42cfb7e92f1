// SPDX-License-Identifier: MIT
// files/fetching.ts: fetch with the errors that visitors of a static page meet, named.
import { Failure, wordsOf } from '../seam/errors';

// Resolves to a response with status 2xx, or rejects with a Failure; with the browser's own
// AbortError if the caller aborted. `get` is for a caller that has put something else in the place
// of fetch.
export async function fetchFile(
  url: string,
  init: RequestInit = {},
  get = fetch,
): Promise<Response> {
  let response: Response;
  try {
    response = await get(url, init);
  } catch (thrown) {
    if (init.signal?.aborted) throw thrown;
    throw new Failure('network', `${url}: ${wordsOf(thrown)}`);
  }
  if (response.ok) return response;
  const missing = response.status === 404 || response.status === 410;
  throw new Failure(missing ? 'file-not-found' : 'network', `${url}: HTTP ${response.status}`);
}

// The same for files that are never web pages: a captive portal or a host that answers every
// address with its start page sends one.
export async function fetchData(
  url: string,
  init: RequestInit = {},
  get = fetch,
): Promise<Response> {
  const response = await fetchFile(url, init, get);
  if (response.headers.get('content-type')?.includes('text/html')) {
    throw new Failure('html-instead-of-data', `${url}: content-type text/html`);
  }
  return response;
}

// How many bytes will come out of the body, or 0 if that is unknown. Under a content-encoding the
// length counts the compressed bytes, which is another number.
export function announcedBytes(response: Response): number {
  if (response.headers.has('content-encoding')) return 0;
  const length = Number(response.headers.get('content-length'));
  return Number.isFinite(length) && length > 0 ? length : 0;
}

// Hands over the body as it arrives. A connection that breaks off is a Failure.
export async function readChunks(
  response: Response,
  take: (chunk: Uint8Array<ArrayBuffer>) => void,
): Promise<void> {
  const reader = response.body?.getReader();
  if (!reader) throw new Failure('network', `${response.url}: no body`);
  for (;;) {
    let part;
    try {
      part = await reader.read();
    } catch (thrown) {
      throw new Failure('network', `${response.url}: ${wordsOf(thrown)}`);
    }
    if (part.done) return;
    take(part.value);
  }
}
