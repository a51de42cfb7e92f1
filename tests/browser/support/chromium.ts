// SPDX-License-Identifier: MIT
// chromium.ts: finds and starts the browser of these tests. It is the system's own, so that nothing
// has to be downloaded; ATELIER_CHROMIUM names another.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

const names = ['chromium', 'chromium-browser', 'google-chrome'];

function findChromium(): string {
  const folders = ['/usr/bin', ...(process.env['PATH'] ?? '').split(delimiter)];
  const places = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  const found = process.env['ATELIER_CHROMIUM'] ?? places.find((place) => existsSync(place));
  if (found) return found;
  throw new Error('no Chromium: install it, or name it in the environment as ATELIER_CHROMIUM');
}

// WebGL by SwiftShader: the same pixels on every machine, whatever it has for graphics.
export const softwareWebGl = ['--use-angle=swiftshader', '--enable-unsafe-swiftshader'];
// WebGL fails to start, as in many a school's virtual machine.
export const noWebGl = ['--disable-gpu', '--disable-software-rasterizer'];

export function launch(graphics: string[] = softwareWebGl): Promise<Browser> {
  return chromium.launch({
    executablePath: findChromium(),
    args: ['--no-sandbox', '--headless=new', '--disable-background-networking', ...graphics],
  });
}
