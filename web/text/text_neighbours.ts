// SPDX-License-Identifier: MIT
// text/text_neighbours.ts: the nearest training images, in the text view: a sentence and a row each.
import type { Snapshot } from '../shell/atelier_api';
import { element } from '../shell/elements';

export class TextNeighbours {
  private readonly line = element('neighbours-line', HTMLElement);
  private readonly table = element('neighbours', HTMLTableElement);

  show({ neighbours, prediction, model }: Snapshot): void {
    const words = neighbours ? [neighbours.headline, neighbours.words] : [];
    const text = words.filter((part) => part !== '').join('. ');
    if (this.line.textContent !== text) this.line.textContent = text; // or it is read out again
    const nearest = neighbours?.nearest ?? [];
    this.table.hidden = nearest.length === 0;
    const body = this.table.tBodies[0]!;
    body.replaceChildren();
    for (const { number, label, degrees } of nearest) {
      const row = body.insertRow();
      const name = model.class_names[label]!;
      const other = prediction !== null && prediction.label !== label;
      row.insertCell().textContent = other ? `${name}, not as answered` : name;
      row.insertCell().textContent = `${degrees.toFixed(1)}°`;
      row.insertCell().textContent = String(number);
    }
  }
}
