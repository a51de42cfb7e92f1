// SPDX-License-Identifier: MIT
// text/text_change.ts: what would change the network's mind, in the text view: a sentence, and what is
// answered at each strength.
import type { AtelierApi, ChangeMethod, Snapshot } from '../shell/atelier_api';
import { element } from '../shell/elements';
import { percent } from './text_view_words';

type Change = NonNullable<Snapshot['change']>;

// "3 gray levels: Shirt, 51.2 %".
export function strengthWords({ strength, prediction }: Change): string {
  if (strength === null) return '';
  const levels = `${strength} gray level${strength === 1 ? '' : 's'}`;
  if (!prediction) return strength === 0 ? `${levels}: as it is` : levels;
  return `${levels}: ${prediction.name}, ${percent(Math.max(...prediction.probabilities))}`;
}

export class TextChange {
  private readonly method = element('change-method', HTMLSelectElement);
  private readonly target = element('change-target', HTMLSelectElement);
  private readonly slider = element('change-strength', HTMLInputElement);
  private readonly value = element('change-value', HTMLOutputElement);
  private readonly line = element('change-line', HTMLElement);
  private readonly table = element('change-strengths', HTMLTableElement);
  private listed = '';

  constructor(private readonly api: Pick<AtelierApi, 'dispatch'>) {
    const ask = (strength: number | null) => this.ask(strength);
    this.method.addEventListener('change', () => ask(null));
    this.target.addEventListener('change', () => ask(null));
    this.slider.addEventListener('input', () => ask(this.slider.valueAsNumber));
  }

  show({ change, model }: Pick<Snapshot, 'change' | 'model'>): void {
    if (!change) return;
    this.listTargets(model.class_names);
    this.method.value = change.method;
    this.target.value = change.target === null ? '' : String(change.target);
    const words = strengthWords(change);
    if (this.value.textContent !== words) this.value.textContent = words;
    this.slider.setAttribute('aria-valuetext', words);
    this.slider.disabled = !change.known;
    if (change.strength !== null && document.activeElement !== this.slider) {
      this.slider.valueAsNumber = change.strength;
    }
    if (this.line.textContent !== change.words) this.line.textContent = change.words;
    this.showStrengths(change, model.class_names);
  }

  private ask(strength: number | null): void {
    this.api.dispatch({
      type: 'change',
      method: this.method.value as ChangeMethod,
      target: this.target.value === '' ? null : Number(this.target.value),
      strength,
    });
  }

  private listTargets(names: readonly string[]): void {
    const listed = names.join('\n');
    if (listed === this.listed) return;
    this.listed = listed;
    const classes = names.map((name, label) => new Option(name, String(label)));
    this.target.replaceChildren(new Option('Whatever it is not', ''), ...classes);
  }

  private showStrengths({ strengths, label, rival }: Change, names: readonly string[]): void {
    this.table.hidden = strengths.length === 0;
    const [, before, other] = Array.from(this.table.tHead!.rows[0]!.cells);
    before!.textContent = label === null ? '' : names[label]!;
    other!.textContent = rival === null ? '' : names[rival]!;
    const body = this.table.tBodies[0]!;
    body.replaceChildren();
    for (const each of strengths) {
      const row = body.insertRow();
      const head = document.createElement('th');
      head.scope = 'row';
      head.textContent = String(each.strength);
      row.append(head);
      row.insertCell().textContent = percent(each.before);
      row.insertCell().textContent = percent(each.rival);
      row.insertCell().textContent = names[each.label]!;
    }
  }
}
