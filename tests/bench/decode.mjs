// SPDX-License-Identifier: MIT
// decode.mjs: from the official files to pixels, by us, by others in the same browser and by native
// code. All take turns, so that whatever disturbs the machine disturbs them alike.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { serve } from '../../tools/serve.mjs';
import { withPage } from './browser.mjs';
import { makeDecodeSite } from './decode_site.mjs';
import { buildNativeZlib, timeNativeZlib, timeNodeZlib, zlibVersion } from './native.mjs';
import { installPeers } from './peers.mjs';
import { dist } from './places.mjs';
import { summarise } from './statistics.mjs';
import { digits, timings } from './table.mjs';

const rounds = 40;
const quickRounds = 5;
// The browser's compilers and the machine's caches need some to settle.
const warmUpRounds = 4;

// Which figure of ours the budgets are held against.
const held = 'atelier';
const timesNative = 2;
const timesPako = 1;

const images = join(dist, 'data/t10k-images-idx3-ubyte.gz');

export async function measure({ browser, quick }) {
  const versions = installPeers();
  buildNativeZlib();
  const server = await serve({ folder: makeDecodeSite() });
  try {
    const times = await race(browser, server.url, quick ? quickRounds : rounds);
    return report(times, versions);
  } finally {
    server.close();
  }
}

// Resolves to the milliseconds of every round, by name.
function race(browser, url, count) {
  const bytes = readFileSync(images);
  const times = {};
  return withPage(browser, url, {
    async use(page) {
      await page.waitForFunction(() => window.decodeWithEach);
      for (let round = -warmUpRounds; round < count; ++round) {
        const measured = {
          ...(await page.evaluate(() => window.decodeWithEach())),
          nodeZlib: timeNodeZlib(bytes),
          nativeZlib: timeNativeZlib(images),
        };
        if (round < 0) continue;
        for (const [name, ms] of Object.entries(measured)) (times[name] ??= []).push(ms);
      }
      return times;
    },
  });
}

function report(times, versions) {
  const names = {
    atelier: 'Atelier: gzip and IDX',
    atelierTestSet: 'Atelier: the test set, with SHA-256 and labels',
    atelierCounted: 'Atelier: what the page counts of that (`decode_ms`)',
    pako: `pako ${versions.pako}`,
    fflate: `fflate ${versions.fflate}`,
    decompressionStream: '`DecompressionStream`',
    nodeZlib: 'native zlib of Node.js, `gunzipSync`',
    nativeZlib: `native zlib ${zlibVersion()}, \`g++ -O3\``,
  };
  const figures = Object.entries(names).map(([id, name]) => {
    return { id, name, unit: 'ms', ...summarise(times[id]) };
  });
  const median = (id) => figures.find((figure) => figure.id === id).median;
  const against = (id, limit) => ({
    name: `Decoding, ${names[held]}, against ${names[id]}`,
    value: median(held) / median(id),
    limit,
    unit: '×',
  });
  const ratio = (head, id) => ({
    head,
    of: (figure) => `${digits(figure.median / median(id))} ×`,
  });
  return {
    id: 'decode',
    title: 'Decoding the official test images: 4.4 MB of gzip, 7.8 MB of pixels',
    about: [
      'Warm, in turns, from compressed bytes in memory to unpacked bytes in memory; what runs in ' +
        'the browser runs on the main thread of one page, as in the product. "Gzip and IDX" is the ' +
        "product's way from the file of images to images, in pieces of 64 KiB: copies into its " +
        'memory, inflating with the checksum of gzip, IDX; linked from the same objects as the ' +
        'product into a module of its own. The budgets are held against it; the others inflate and ' +
        'read no IDX. "The test set" is all that the product does when it starts, by its own module: ' +
        'labels as well as images, and the SHA-256 of both files, for which the others have nothing ' +
        'to compare. "What the page counts" is that without the copies. Native zlib is compiled ' +
        "from the product's sources; Node.js has a variant of its own.",
    ],
    checks: [
      against('nativeZlib', timesNative),
      against('nodeZlib', timesNative),
      against('pako', timesPako),
    ],
    figures,
    table: timings(figures, [
      ratio('/ native zlib', 'nativeZlib'),
      ratio('/ Node.js', 'nodeZlib'),
      ratio('/ pako', 'pako'),
    ]),
  };
}
