// SPDX-License-Identifier: MIT
// text/text_photo.ts: a photo in the text view: where it comes from, and how it is prepared. Its steps
// are listed with those of a drawing.
import type { AtelierApi, Snapshot } from '../shell/atelier_api';
import { element } from '../shell/elements';

export interface TextPhotoOptions {
  api: Pick<AtelierApi, 'dispatch' | 'snapshot'>;
  choosePhoto(): void;
  useCamera(): void;
}

// What the line says: how things stand with the photo.
export function photoLine({ opening, words, shown, name, width, height }: Snapshot['photo']) {
  if (opening) return 'Opening your photo';
  if (words !== '') return words;
  if (name === null) return 'None yet';
  const what = `${name === '' ? 'A photo' : name}, ${width} by ${height} pixels`;
  return shown ? what : `${what}, not shown now`;
}

export class TextPhoto {
  private readonly line = element('photo-line', HTMLElement);
  private readonly settings = element('photo-settings', HTMLElement);
  private readonly back = element('photo-back', HTMLButtonElement);
  private readonly again = element('photo-again', HTMLButtonElement);
  private readonly background = element('photo-background', HTMLInputElement);
  private readonly trim = element('photo-trim', HTMLInputElement);
  private readonly sharpening = element('photo-sharpening', HTMLInputElement);
  private readonly resampling = element('photo-resampling', HTMLSelectElement);

  constructor(private readonly options: TextPhotoOptions) {
    const onClick = (id: string, act: () => void) =>
      element(id, HTMLButtonElement).addEventListener('click', act);
    onClick('photo-choose', () => options.choosePhoto());
    onClick('photo-camera', () => options.useCamera());
    this.back.addEventListener('click', () => options.api.dispatch({ type: 'show-drawing' }));
    this.again.addEventListener('click', () => options.api.dispatch({ type: 'show-photo' }));
    for (const field of [this.background, this.trim, this.sharpening, this.resampling]) {
      field.addEventListener('input', () => this.adjust());
    }
  }

  show({ photo }: Pick<Snapshot, 'photo'>): void {
    const words = photoLine(photo);
    if (this.line.textContent !== words) this.line.textContent = words; // or it is read out again
    const there = photo.name !== null;
    this.settings.hidden = !photo.shown;
    this.back.hidden = !photo.shown;
    this.again.hidden = !there || photo.shown;
    if (!there) return;
    this.background.valueAsNumber = percent(photo.background_tolerance);
    this.trim.valueAsNumber = percent(photo.trim_tolerance);
    this.sharpening.valueAsNumber = photo.sharpening ?? 1;
    this.resampling.value = photo.resampling ?? 'skipping';
  }

  private adjust(): void {
    this.options.api.dispatch({
      type: 'adjust-photo',
      background_tolerance: this.background.valueAsNumber / 100,
      trim_tolerance: this.trim.valueAsNumber / 100,
      sharpening: this.sharpening.valueAsNumber,
      resampling: this.resampling.value === 'averaging' ? 'averaging' : 'skipping',
    });
  }
}

function percent(share: number | undefined): number {
  return Math.round(100 * (share ?? 0));
}
