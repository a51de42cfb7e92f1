// SPDX-License-Identifier: MIT
// shell/boot_ahead.ts: what takes long and needs no module is asked for first: the list of models and
// the default one, the first images, the fonts.
import { TestSetDownload } from '../files/downloads';
import { ModelFiles } from '../files/model_files';
import { ModelCatalogue } from '../files/models';
import { fetchFonts } from './fonts';

export interface Ahead {
  base: string;
  catalogue: ModelCatalogue;
  files: ModelFiles;
  testSet: TestSetDownload;
  fonts: ReturnType<typeof fetchFonts>;
  firstFile: Promise<unknown>; // the default model's
}

// `firstAnswer`: what is large waits for it.
export function askAhead(base: string, firstAnswer: FirstAnswer): Ahead {
  const testSet = new TestSetDownload(base, firstAnswer.possible);
  testSet.prepare();
  const catalogue = new ModelCatalogue(base, __BUILD_ID__);
  const files = new ModelFiles();
  const firstFile = catalogue
    .load()
    .then(({ defaultId }) => catalogue.find(defaultId))
    .then((model) => files.get(model));
  firstFile.catch(() => {}); // the module will ask, fail the same way and say so
  return { base, catalogue, files, firstFile, testSet, fonts: fetchFonts(base) };
}

// Nothing large is asked for before the page has what a first answer needs.
export class FirstAnswer {
  readonly possible: Promise<void>;
  private note!: () => void;

  constructor() {
    this.possible = new Promise((resolve) => {
      this.note = resolve;
    });
  }

  // Once these are here, or will not come, and the page has nothing else to do.
  after(needed: Promise<unknown>[]): void {
    void Promise.allSettled(needed).then(() => whenIdle(this.note));
  }
}

function whenIdle(act: () => void): void {
  if ('requestIdleCallback' in window) requestIdleCallback(act, { timeout: 500 });
  else setTimeout(act, 100); // Safari
}
