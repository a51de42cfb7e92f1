// SPDX-License-Identifier: MIT
// site.ts: serves dist/ below a path, as GitHub Pages does, and breaks single files on demand.
import { existsSync, readFileSync } from 'node:fs';
import {
  createServer,
  request as forward,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

// @ts-expect-error: the tools are plain JavaScript
import { serve } from '../../../tools/serve.mjs';

export const dist = join(import.meta.dirname, '../../../dist');
const base = '/some/where/atelier/';
const loginPage = '<!doctype html><title>Log in</title><p>Welcome to the guest network.';

// What can be wrong with a file on its way.
export type Fault =
  | 'missing' // 404, with the host's page for it
  | 'html' // 200, and a web page
  | 'truncated' // a whole answer, but only half of the file
  | 'damaged' // one bit in the middle has flipped
  | 'cut off' // the connection ends in the middle of the answer
  | 'nonsense'; // right type, wrong content

export interface Site {
  url: string;
  // Files below dist/ that are broken at the moment, for example 'models/models.json'.
  faults: Map<string, Fault>;
  // Files that are other than those below dist/, or not there at all.
  replaced: Map<string, Buffer | string>;
  // Those that were asked for, in order, since the list was last emptied.
  asked: string[];
  close(): void;
}

export async function serveSite(): Promise<Site> {
  if (!existsSync(join(dist, 'index.html'))) {
    throw new Error("there is no page in dist/; 'npm run build' makes one");
  }
  const whole: { url: string; close(): void } = await serve({ folder: dist, base });
  const faults = new Map<string, Fault>();
  const replaced = new Map<string, Buffer | string>();
  const asked: string[] = [];

  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', whole.url).pathname.slice(base.length);
    asked.push(path);
    const fault = faults.get(path);
    const other = replaced.get(path);
    if (other !== undefined) response.writeHead(200, { 'Content-Type': typeOf(path) }).end(other);
    else if (fault) answerWrongly(fault, path, response);
    else passOn(request, response);
  });
  const passOn = (request: IncomingMessage, response: ServerResponse) => {
    const { method, headers } = request;
    const onward = forward(
      new URL(request.url ?? '/', whole.url),
      { method, headers },
      (answer) => {
        response.writeHead(answer.statusCode ?? 500, answer.headers);
        answer.pipe(response);
      },
    );
    onward.on('error', () => response.destroy()); // the site is being closed
    request.pipe(onward);
  };

  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}${base}`,
    faults,
    replaced,
    asked,
    close() {
      server.closeAllConnections();
      server.close();
      whole.close();
    },
  };
}

function answerWrongly(fault: Fault, path: string, response: ServerResponse): void {
  const html = { 'Content-Type': 'text/html;charset=utf-8' };
  if (fault === 'missing') {
    response.writeHead(404, html).end(readFileSync(join(dist, '404.html')));
    return;
  }
  if (fault === 'html') {
    response.writeHead(200, html).end(loginPage);
    return;
  }
  const file = readFileSync(join(dist, path));
  const half = file.subarray(0, Math.floor(file.length / 2));
  // What is wrong may be cached, like any other file.
  const type = { 'Content-Type': typeOf(path), 'Cache-Control': 'max-age=600' };
  if (fault === 'cut off') {
    response.writeHead(200, { ...type, 'Content-Length': file.length });
    response.write(half, () => setTimeout(() => response.destroy(), 50));
    return;
  }
  const middle = half.length;
  if (fault === 'damaged') file[middle] = file[middle]! ^ 0x10;
  const bodies = { truncated: half, damaged: file, nonsense: 'This is no such file.' };
  response.writeHead(200, type).end(bodies[fault]);
}

function typeOf(path: string): string {
  if (/\.m?js$/.test(path)) return 'text/javascript';
  if (path.endsWith('.json')) return 'application/json';
  return path.endsWith('.wasm') ? 'application/wasm' : 'application/octet-stream';
}
