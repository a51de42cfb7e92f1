// SPDX-License-Identifier: MIT
// files/own_files.ts: how files of the visitor's come in: chosen, dropped anywhere on the page, or
// pasted.
import { element } from '../shell/elements';
import { isPicture } from './pictures';

export interface OwnFilesOptions {
  onModel(file: File): void;
  onData(files: File[]): void;
  onPhoto(file: File): void;
}

export type Kind = 'model' | 'data' | 'photo';

// One picture is a photo, unless it is called like one of a set, 9_00000.png; several are a set.
// Models go by their name; what is something else is looked into.
export function kindOf(files: readonly Pick<File, 'name' | 'type'>[]): Kind {
  if (files.some(({ name }) => isModel(name))) return 'model';
  const [first] = files;
  const alone = files.length === 1 && first !== undefined && isPicture(first);
  return alone && !/^\d_\d+\.\w+$/.test(first.name) ? 'photo' : 'data';
}

function isModel(name: string): boolean {
  return /\.(onnx|ort|pt|pth|h5|keras|tflite|pb)$/i.test(name);
}

export class OwnFiles {
  private readonly overlay = element('drop-overlay', HTMLElement);
  private readonly modelField = element('model-file', HTMLInputElement);
  private readonly dataField = element('data-files', HTMLInputElement);
  private readonly photoField = element('photo-file', HTMLInputElement);
  // Of the elements under what is dragged: it enters one before it leaves the other.
  private depth = 0;

  constructor(private readonly options: OwnFilesOptions) {
    this.listenToDrops();
    this.listenToPastes();
    this.listenToField(this.modelField, ([file]) => file && options.onModel(file));
    this.listenToField(this.dataField, (files) => options.onData(files));
    this.listenToField(this.photoField, ([file]) => file && options.onPhoto(file));
  }

  // Only inside the event of a press do browsers show files to choose from.
  chooseModel(): void {
    this.modelField.click();
  }

  chooseData(): void {
    this.dataField.click();
  }

  choosePhoto(): void {
    this.photoField.click();
  }

  private sort(files: File[]): void {
    if (files.length === 0) return;
    const kind = kindOf(files);
    if (kind === 'model') this.options.onModel(files.find(({ name }) => isModel(name))!);
    else if (kind === 'photo') this.options.onPhoto(files[0]!);
    else this.options.onData(files);
  }

  // A picture that was copied, or files; text that is pasted into a field is the field's.
  private listenToPastes(): void {
    addEventListener('paste', (event) => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length === 0) return;
      event.preventDefault();
      this.sort(files);
    });
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
