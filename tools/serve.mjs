// SPDX-License-Identifier: MIT
// tools/serve.mjs [--port 8080] [--host localhost] [--base /] [folder]: serves a folder, dist/
// unless told otherwise, the way a static host does: no fallback page, .gz files as what they are.
// Nothing is compressed, unless a benchmark asks for what a visitor of GitHub Pages downloads.
import { createServer } from 'node:http';
import { existsSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
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

// What GitHub Pages packs on its way, of the kinds that we have; not fonts, networks and .gz files.
const packedTypes = {
  '.css': 'text/css;charset=utf-8',
  '.html': 'text/html;charset=utf-8',
  '.js': 'text/javascript;charset=utf-8',
  '.json': 'application/json;charset=utf-8',
  '.mjs': 'text/javascript;charset=utf-8',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

// Answers with packed files, each packed when it is first asked for; false for what is not packed.
function packedFiles(folder) {
  const packed = new Map();
  return (request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const type = packedTypes[extname(pathname)];
    if (!type) return false;
    const path = join(folder, decodeURIComponent(pathname));
    if (!packed.has(path)) {
      packed.set(path, existsSync(path) ? gzipSync(readFileSync(path)) : undefined);
    }
    const body = packed.get(path);
    if (!body) return false;
    response.writeHead(200, {
      'Content-Type': type,
      'Content-Encoding': 'gzip',
      'Content-Length': body.length,
    });
    response.end(body);
    return true;
  };
}

// Resolves to { url, close() } once the server listens. Port 0 picks a free one. `packed`: files
// travel under gzip where GitHub Pages would send them so; they are not looked at again.
export function serve({ folder, port = 0, host = 'localhost', base = '/', packed = false }) {
  const files = sirv(folder, {
    dev: true, // looks at the disk for each request, so a new build needs no new server
    etag: true,
    extensions: [],
    setHeaders: (response, path) => path.endsWith('.gz') && asGzipFile(response),
  });
  const sendPacked = packed ? packedFiles(folder) : () => false;
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
    if (sendPacked(request, response)) return;
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
