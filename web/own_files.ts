// SPDX-License-Identifier: MIT
// own_files.ts: how files of the visitor's come in: chosen, or dropped anywhere on the page.
import { element } from './elements';

export interface OwnFilesOptions {
  onModel(file: File): void;
  onData(files: File[]): void;
}

export class OwnFiles {
  private readonly overlay = element('drop-overlay', HTMLElement);
  private readonly modelField = element('model-file', HTMLInputElement);
  private readonly dataField = element('data-files', HTMLInputElement);
  // Of the elements under what is dragged: it enters one before it leaves the other.
  private depth = 0;

  constructor(private readonly options: OwnFilesOptions) {
    this.listenToDrops();
    this.listenToField(this.modelField, ([file]) => file && options.onModel(file));
    this.listenToField(this.dataField, (files) => options.onData(files));
  }

  // Only inside the event of a press do browsers show files to choose from.
  chooseModel(): void {
    this.modelField.click();
  }

  chooseData(): void {
    this.dataField.click();
  }

  // Models by their name; what is something else is looked into.
  private sort(files: File[]): void {
    const model = files.find(({ name }) => /\.(onnx|ort|pt|pth|h5|keras|tflite|pb)$/i.test(name));
    if (model) this.options.onModel(model);
    else if (files.length > 0) this.options.onData(files);
  }

  private listenToField(field: HTMLInputElement, take: (files: File[]) => void): void {
    field.addEventListener('change', () => {
      const files = [...(field.files ?? [])];
      field.value = ''; // so that the same file, mended, can be chosen again
      if (files.length > 0) take(files);
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
      this.sort([...event.dataTransfer!.files]);
    });
  }
}

function bringsFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes('Files') ?? false;
}
