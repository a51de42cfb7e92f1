// SPDX-License-Identifier: MIT
// chromium.ts: finds and starts the browser of these tests. It is the system's own, so that nothing
// has to be downloaded; ATELIER_CHROMIUM names another.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type Browser, type BrowserServer } from 'playwright-core';

const names = ['chromium', 'chromium-browser', 'google-chrome'];

function findChromium(): string {
  const folders = ['/usr/bin', ...(process.env['PATH'] ?? '').split(delimiter)];
  const places = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  const found = process.env['ATELIER_CHROMIUM'] ?? places.find((place) => existsSync(place));
  if (found) return found;
  throw new Error('no Chromium: install it, or name it in the environment as ATELIER_CHROMIUM');
}

// WebGL by SwiftShader: the same pixels on every machine, whatever it has for graphics.
const softwareWebGl = ['--use-angle=swiftshader', '--enable-unsafe-swiftshader'];
// WebGL fails to start, as in many a school's virtual machine.
export const noWebGl = ['--disable-gpu', '--disable-software-rasterizer'];

const options = (switches: string[]) => ({
  executablePath: findChromium(),
  args: ['--no-sandbox', '--headless=new', '--disable-background-networking', ...switches],
});

// A browser of one's own, for what can only be said when it starts. Else shared_chromium.ts.
export function launch(switches: string[]): Promise<Browser> {
  return chromium.launch(options(switches));
}

// One that others connect to.
export function start(): Promise<BrowserServer> {
  return chromium.launchServer(options(softwareWebGl));
}
