// SPDX-License-Identifier: MIT
// text/text_explanation.ts: where the network looked, in the text view: a sentence, and the map as a
// table of numbers.
import type { AtelierApi, ExplanationMethod, Snapshot } from '../shell/atelier_api';
import { element } from '../shell/elements';

export const tableSide = 7;

// The means of equal parts of the map, row by row.
export function parts(values: readonly number[], rows: number, columns: number): number[][] {
  const part = (at: number, count: number) => Math.floor((at * tableSide) / count);
  const sums = Array.from({ length: tableSide }, () => new Array<number>(tableSide).fill(0));
  const counts = sums.map((row) => row.map(() => 0));
  values.forEach((value, k) => {
    const [y, x] = [part(Math.floor(k / columns), rows), part(k % columns, columns)];
    sums[y]![x]! += value;
    ++counts[y]![x]!;
  });
  return sums.map((row, y) => row.map((sum, x) => sum / Math.max(counts[y]![x]!, 1)));
}

export class TextExplanation {
  private readonly method = element('explanation-method', HTMLSelectElement);
  private readonly line = element('explanation-line', HTMLElement);
  private readonly table = element('explanation-map', HTMLTableElement);

  constructor(private readonly api: Pick<AtelierApi, 'dispatch'>) {
    this.method.addEventListener('change', () => {
      const method = (this.method.value || null) as ExplanationMethod | null;
      this.api.dispatch({ type: 'explain', method });
    });
  }

  show({ explanation }: Pick<Snapshot, 'explanation'>): void {
    this.method.value = explanation?.method ?? '';
    const words = explanation?.words ?? '';
    if (this.line.textContent !== words) this.line.textContent = words; // or it is read out again
    this.table.hidden = !explanation || explanation.rows === 0;
    if (!explanation || explanation.rows === 0) return;
    const body = this.table.tBodies[0]!;
    body.replaceChildren();
    for (const row of parts(explanation.values, explanation.rows, explanation.columns)) {
      const line = body.insertRow();
      for (const value of row) line.insertCell().textContent = value.toFixed(1);
    }
  }
}
