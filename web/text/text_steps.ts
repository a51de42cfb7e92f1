// SPDX-License-Identifier: MIT
// text/text_steps.ts: how a drawing becomes what the network sees, in the text view: a row a step, with
// its switch and what would be answered there.
import type { AtelierApi, Snapshot } from '../shell/atelier_api';
import { element } from '../shell/elements';
import { percent } from './text_view_words';

type Steps = Snapshot['preprocessing']['steps'];

// "Coat, 81.5 %", or nothing while it is not known.
export function answerWords(
  { label, probability }: Pick<Steps[number], 'label' | 'probability'>,
  classNames: readonly string[],
): string {
  if (label === null || probability === null) return '';
  return `${classNames[label]}, ${percent(probability)}`;
}

export class TextSteps {
  private readonly line = element('steps-line', HTMLElement);
  private readonly table = element('steps', HTMLTableElement);
  private readonly reset = element('steps-reset', HTMLButtonElement);
  private listed = '';

  constructor(private readonly api: Pick<AtelierApi, 'dispatch'>) {
    this.reset.addEventListener('click', () => {
      this.api.dispatch({ type: 'switch-step', step: null });
      this.table.querySelector('input')?.focus();
    });
  }

  show({ preprocessing: { off, steps }, model }: Snapshot): void {
    this.table.hidden = steps.length === 0;
    this.line.textContent =
      steps.length === 0 ? 'Nothing is drawn, or a test image is shown as it is' : '';
    this.reset.hidden = off.length === 0;
    const listed = steps.map(({ step }) => step).join();
    if (listed !== this.listed) this.makeRows(steps);
    this.listed = listed;
    steps.forEach((each, k) => {
      const row = this.table.tBodies[0]!.rows[k]!;
      const check = row.querySelector('input');
      if (check) check.checked = each.on === true;
      row.cells[1]!.textContent = each.words;
      row.cells[2]!.textContent = answerWords(each, model.class_names);
    });
  }

  // Not with every answer, or a switch would lose the focus.
  private makeRows(steps: Steps): void {
    const body = this.table.tBodies[0]!;
    body.replaceChildren();
    for (const { step, title, on } of steps) {
      const row = body.insertRow();
      const head = document.createElement('th');
      head.scope = 'row';
      head.textContent = title;
      if (on !== null && step !== 'as-drawn' && step !== 'as-taken' && step !== 'as-seen') {
        const label = document.createElement('label');
        const check = document.createElement('input');
        check.type = 'checkbox';
        check.addEventListener('change', () => {
          this.api.dispatch({ type: 'switch-step', step, on: check.checked });
        });
        label.append(check, title);
        head.replaceChildren(label);
      }
      row.append(head);
      row.insertCell();
      row.insertCell();
    }
  }
}
