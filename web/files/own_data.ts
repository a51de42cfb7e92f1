// SPDX-License-Identifier: MIT
// files/own_data.ts: images and labels that a visitor has brought, handed to the module: pictures as their
// pixels, everything else as its bytes. They never leave the browser.
import { Failure, wordsOf } from '../seam/errors';
import type { Atelier } from '../seam/module';
import { isPicture, readPicture } from './pictures';

type Sink = Pick<Atelier, 'tell'>;

// Of one file: what the module reads at most, unpacked, and a header.
export const largestFileBytes = 128 * 2 ** 20 + 64;

// In the order of their names, so that the same files always give the same set.
export async function openData(module: Sink, files: readonly File[]): Promise<void> {
  const sorted = [...files].sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }));
  const tell: (() => void)[] = [];
  for (const file of sorted) {
    const { name } = file;
    try {
      if (isPicture(file)) {
        const picture = await readPicture(file);
        const { width, height, pixels } = picture;
        tell.push(() => module.tell({ type: 'own-data-picture', name, width, height }, pixels));
      } else {
        if (file.size > largestFileBytes) throw new Error(`${file.size} bytes are too many`);
        const bytes = new Uint8Array(await file.arrayBuffer());
        tell.push(() => module.tell({ type: 'own-data-file', name }, bytes));
      }
    } catch (thrown) {
      const error = new Failure('cannot-read', wordsOf(thrown));
      tell.push(() => module.tell({ type: 'own-data-unreadable', name, error }));
    }
  }
  // All at once: files that come meanwhile must not get in between.
  module.tell({ type: 'own-data-begins' });
  for (const each of tell) each();
  module.tell({ type: 'own-data-ends' });
}
