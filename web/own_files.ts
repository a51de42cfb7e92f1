// SPDX-License-Identifier: MIT
// own_files.ts: how files of the visitor's come in: chosen, or dropped anywhere on the page.
import { element } from './elements';

export interface OwnFilesOptions {
  onFiles(files: File[]): void;
}

export class OwnFiles {
  private readonly overlay = element('drop-overlay', HTMLElement);
  private readonly modelField = element('model-file', HTMLInputElement);
  // Of the elements under what is dragged: it enters one before it leaves the other.
  private depth = 0;

  constructor(private readonly options: OwnFilesOptions) {
    this.listenToDrops();
    this.listenToField(this.modelField);
  }

  // Only inside the event of a press do browsers show files to choose from.
  chooseModel(): void {
    this.modelField.click();
  }

  private listenToField(field: HTMLInputElement): void {
    field.addEventListener('change', () => {
      const files = [...(field.files ?? [])];
      field.value = ''; // so that the same file, mended, can be chosen again
      if (files.length > 0) this.options.onFiles(files);
    });
  }

  private listenToDrops(): void {
    const show = (shown: boolean) => {
      this.overlay.hidden = !shown;
    };
    addEventListener('dragenter', (event) => {
      if (!bringsFiles(event)) return;
      ++this.depth;
      show(true);
    });
    addEventListener('dragleave', (event) => {
      if (bringsFiles(event) && --this.depth <= 0) {
        this.depth = 0;
        show(false);
      }
    });
    addEventListener('dragover', (event) => {
      if (!bringsFiles(event)) return;
      event.preventDefault(); // or the browser would open the file in place of the page
      event.dataTransfer!.dropEffect = 'copy';
    });
    addEventListener('drop', (event) => {
      if (!bringsFiles(event)) return;
      event.preventDefault();
      this.depth = 0;
      show(false);
      this.options.onFiles([...event.dataTransfer!.files]);
    });
  }
}

function bringsFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes('Files') ?? false;
}
