// SPDX-License-Identifier: MIT
// text/text_inside.ts: what the network's layers make of the picture, in the text view: a sentence about
// one cell of one map, and all numbers of that map.
import type { AtelierApi, Snapshot } from '../shell/atelier_api';
import { element } from '../shell/elements';

type Inside = NonNullable<Snapshot['inside']>;

// "Layer 2: 32 maps of 14 × 14".
export function layerWords({ layers }: Inside, layer: number): string {
  const { maps, rows, columns } = layers[layer]!;
  return `Layer ${layer + 1}: ${maps} maps of ${rows} × ${columns}`;
}

export class TextInside {
  private readonly layer = element('inside-layer', HTMLSelectElement);
  private readonly map = element('inside-map', HTMLSelectElement);
  private readonly row = element('inside-row', HTMLInputElement);
  private readonly column = element('inside-column', HTMLInputElement);
  private readonly line = element('inside-line', HTMLElement);
  private readonly table = element('inside-values', HTMLTableElement);
  private listed = '';
  private tabled = '';

  constructor(private readonly api: Pick<AtelierApi, 'dispatch'>) {
    const point = () => this.point();
    this.layer.addEventListener('change', () => {
      this.api.dispatch({ type: 'inside', layer: Number(this.layer.value) });
    });
    this.map.addEventListener('change', point);
    this.row.addEventListener('change', point);
    this.column.addEventListener('change', point);
  }

  show({ inside }: Pick<Snapshot, 'inside'>): void {
    if (!inside) return;
    this.list(inside);
    this.layer.value = String(inside.layer);
    const { cell } = inside;
    this.map.value = cell ? String(cell.map) : '';
    for (const input of [this.row, this.column]) input.disabled = !cell;
    if (cell) {
      this.row.valueAsNumber = cell.row + 1;
      this.column.valueAsNumber = cell.column + 1;
    }
    if (this.line.textContent !== inside.words) this.line.textContent = inside.words;
    this.showValues(inside);
  }

  private point(): void {
    const place = ({ value, max }: HTMLInputElement) =>
      Math.min(Math.max(Math.round(Number(value)), 1), Number(max)) - 1;
    this.api.dispatch({
      type: 'inside',
      layer: Number(this.layer.value),
      map: this.map.value === '' ? null : Number(this.map.value),
      row: place(this.row),
      column: place(this.column),
    });
  }

  private list(inside: Inside): void {
    const { layers, layer } = inside;
    const listed = `${layer} of ${JSON.stringify(layers)}`;
    if (listed === this.listed) return;
    this.listed = listed;
    const named = layers.map((_, k) => new Option(layerWords(inside, k), String(k)));
    this.layer.replaceChildren(...named);
    const { maps, rows, columns } = layers[layer] ?? { maps: 0, rows: 1, columns: 1 };
    const numbered = Array.from({ length: maps }, (_, k) => new Option(`Map ${k + 1}`, String(k)));
    this.map.replaceChildren(new Option('None', ''), ...numbered);
    this.row.max = String(rows);
    this.column.max = String(columns);
  }

  private showValues({ values, layers, layer }: Inside): void {
    const tabled = values.join();
    if (tabled === this.tabled) return;
    this.tabled = tabled;
    this.table.hidden = values.length === 0;
    const body = this.table.tBodies[0]!;
    body.replaceChildren();
    const columns = layers[layer]?.columns ?? 1;
    for (let first = 0; first < values.length; first += columns) {
      const row = body.insertRow();
      for (const value of values.slice(first, first + columns)) {
        row.insertCell().textContent = value === 0 ? '0' : value.toFixed(1);
      }
    }
  }
}
