// SPDX-License-Identifier: MIT
// tools/serve.mjs [--port 8080] [--host localhost] [--base /] [folder]: serves a folder, dist/
// unless told otherwise, the way a static host does: no fallback page, no compression, .gz files as
// what they are.
import { createServer } from 'node:http';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import sirv from 'sirv';

// sirv takes name.gz for a compressed `name` and would have the browser inflate it.
function asGzipFile(response) {
  const writeHead = response.writeHead;
  response.writeHead = (status, headers) => {
    delete headers['Content-Encoding'];
    headers['Content-Type'] = 'application/gzip';
    return writeHead.call(response, status, headers);
  };
}

// Resolves to { url, close() } once the server listens. Port 0 picks a free one.
export function serve({ folder, port = 0, host = 'localhost', base = '/' }) {
  const files = sirv(folder, {
    dev: true, // looks at the disk for each request, so a new build needs no new server
    etag: true,
    extensions: [],
    setHeaders: (response, path) => path.endsWith('.gz') && asGzipFile(response),
  });
  const notFound = (response) => {
    const page = join(folder, '404.html');
    response.writeHead(404, { 'Content-Type': 'text/html;charset=utf-8' });
    response.end(existsSync(page) ? readFileSync(page) : 'Not found');
  };

  const server = createServer((request, response) => {
    if (!request.url.startsWith(base)) return notFound(response);
    request.url = request.url.slice(base.length - 1);
    // With no extensions to try, sirv does not try this one either.
    request.url = request.url.replace(/\/(?=$|\?)/, '/index.html');
    files(request, response, () => notFound(response));
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      resolve({
        url: `http://${host}:${server.address().port}${base}`,
        close: () => {
          server.closeAllConnections();
          server.close();
        },
      });
    });
  });
}

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      port: { type: 'string', default: '8080' },
      host: { type: 'string', default: 'localhost' },
      base: { type: 'string', default: '/' },
    },
  });
  const folder = positionals[0] ?? join(import.meta.dirname, '../dist');
  if (!existsSync(join(folder, 'index.html'))) {
    throw new Error(`there is no page in ${folder}; 'npm run build' makes one`);
  }
  const port = Number(values.port);
  const { url } = await serve({ folder, port, host: values.host, base: values.base }).catch(
    (error) => {
      if (error.code !== 'EADDRINUSE') throw error;
      throw new Error(
        `port ${port} is in use, perhaps by another copy of this server; ` +
          `'node tools/serve.mjs --port ${port + 1}' takes another`,
      );
    },
  );
  console.log(`Atelier is at ${url} (Ctrl+C stops it)`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  main().catch((error) => {
    console.error(`serve: ${error.message}`);
    process.exit(1);
  });
}
