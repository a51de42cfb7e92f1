// SPDX-License-Identifier: MIT
// browser.mjs: Chromium as every benchmark here uses it: headless, painting in software.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';

export const viewport = { width: 1280, height: 800 };

const names = ['chromium', 'chromium-browser', 'google-chrome'];

function findChromium() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const places = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  const found = process.env.ATELIER_CHROMIUM ?? places.find((place) => existsSync(place));
  if (!found) throw new Error('no Chromium: install it, or name it in ATELIER_CHROMIUM');
  return found;
}

export function launchBrowser() {
  return chromium.launch({
    executablePath: findChromium(),
    args: [
      '--use-angle=swiftshader',
      '--enable-unsafe-swiftshader',
      '--disable-background-networking',
      // Chromium refuses to run as root inside its sandbox.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  });
}

// Opens the page in a context of its own, so with an empty cache, and hands it to `use`. `script`
// runs before the page's own. What breaks in the page breaks the measurement.
export async function withPage(browser, url, { script, use }) {
  const context = await browser.newContext({ viewport });
  try {
    const page = await context.newPage();
    const broken = new Promise((_, reject) => page.once('pageerror', reject));
    broken.catch(() => {}); // also when nobody waits for it any more
    const transfer = countBytes(page);
    if (script) await page.addInitScript({ path: script });
    const used = page.goto(url).then(() => use(page, transfer));
    return await Promise.race([used, broken]);
  } finally {
    await context.close();
  }
}

// Bodies only, and what they say of themselves: Chromium does not count a worker's script.
function countBytes(page) {
  const transfer = { bytes: 0 };
  page.on('response', (response) => {
    if (response.status() === 200) {
      transfer.bytes += Number(response.headers()['content-length'] ?? 0);
    }
  });
  return transfer;
}
