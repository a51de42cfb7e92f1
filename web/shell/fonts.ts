// SPDX-License-Identifier: MIT
// shell/fonts.ts: brings Inter to the canvas. The stylesheet names the same files, so they come once.
import type { Atelier } from '../seam/module';

const files = [
  { weight: 400, name: 'Inter-Regular' },
  { weight: 500, name: 'Inter-Medium' },
  { weight: 600, name: 'Inter-SemiBold' },
];
// The canvas has a plain font of its own; better that than a visitor who waits.
const patienceMs = 1500;

type Font = { weight: number; file: Uint8Array } | null;

export function fetchFonts(baseUrl: string): Promise<Font>[] {
  return files.map(async ({ weight, name }) => {
    try {
      const response = await fetch(new URL(`fonts/${name}.otf`, baseUrl));
      return response.ok ? { weight, file: new Uint8Array(await response.arrayBuffer()) } : null;
    } catch {
      return null;
    }
  });
}

// Resolves when all are there, or when it has taken too long; what comes later is added then.
export async function addFonts(
  fonts: Promise<Font>[],
  module: Pick<Atelier, 'addFont'>,
): Promise<void> {
  const added = fonts.map(async (pending) => {
    const font = await pending;
    if (font) module.addFont(font.weight, font.file);
  });
  const patience = new Promise((resolve) => setTimeout(resolve, patienceMs));
  await Promise.race([Promise.all(added), patience]);
}
