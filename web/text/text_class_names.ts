// SPDX-License-Identifier: MIT
// text/text_class_names.ts: ten fields in the text view for what the classes are called.
import type { AtelierApi, Snapshot } from '../shell/atelier_api';
import { classNames } from './class_names';
import { element } from '../shell/elements';

export class TextClassNames {
  private readonly fields: HTMLInputElement[];

  constructor(private readonly api: Pick<AtelierApi, 'dispatch' | 'snapshot'>) {
    const form = element('text-class-names', HTMLFormElement);
    this.fields = classNames.map((_, label) => {
      const field = document.createElement('input');
      field.type = 'text';
      field.autocomplete = 'off';
      field.maxLength = 24; // characters; the page cuts what has more bytes
      field.addEventListener('change', () => this.rename(label, field));
      const words = document.createElement('label');
      words.append(`Class ${label}`, field);
      form.append(words);
      return field;
    });
    form.addEventListener('submit', (event) => event.preventDefault());
    element('text-default-names', HTMLButtonElement).addEventListener('click', () => {
      this.api.dispatch({ type: 'rename-class', label: null });
    });
  }

  show({ dataset }: Snapshot): void {
    this.fields.forEach((field, label) => {
      if (document.activeElement !== field) field.value = dataset.class_names[label] ?? '';
    });
  }

  private rename(label: number, field: HTMLInputElement): void {
    this.api.dispatch({ type: 'rename-class', label, name: cut(field.value.trim()) });
    field.value = this.api.snapshot().dataset.class_names[label] ?? '';
  }
}

// At most 24 bytes of UTF-8, cut between characters.
function cut(text: string): string {
  let name = '';
  for (const letter of text) {
    if (new TextEncoder().encode(name + letter).length > 24) break;
    name += letter;
  }
  return name;
}
