// SPDX-License-Identifier: MIT
// text/text_report.ts: the report in the text view: real tables, with headers that a screen reader says.
import type { AtelierApi, ReportSnapshot, Snapshot } from '../shell/atelier_api';
import { classNames } from './class_names';
import { element } from '../shell/elements';
import { reportFigures, reportLine, share } from './text_report_words';

export class TextReport {
  private readonly button = element('text-evaluate', HTMLButtonElement);
  private readonly line = element('text-report-line', HTMLElement);
  private readonly tables = element('text-report-tables', HTMLElement);
  private readonly figures = element('text-figures', HTMLTableSectionElement);
  private readonly confusion: HTMLTableCellElement[][];
  private readonly classes: HTMLTableCellElement[][];
  private readonly answerHeads: HTMLTableCellElement[];
  private shown = '';

  constructor(private readonly api: Pick<AtelierApi, 'dispatch' | 'snapshot'>) {
    const matrix = element('text-confusion', HTMLTableElement);
    const head = matrix.createTHead().insertRow();
    addHeader(head, 'col', 'Label');
    this.answerHeads = classNames.map((name) => addHeader(head, 'col', name));
    this.confusion = addRows(matrix.createTBody(), classNames.length);
    this.classes = addRows(element('text-classes', HTMLTableSectionElement), 5);
    this.button.addEventListener('click', () => {
      const running = this.api.snapshot().report?.running === true;
      this.api.dispatch({ type: running ? 'cancel-evaluation' : 'evaluate' });
    });
  }

  show({ report, dataset, model }: Snapshot): void {
    this.button.disabled = dataset.count < 10_000 || model.parameters === 0;
    this.button.textContent = report?.running ? 'Cancel' : 'Evaluate all test images';
    this.line.textContent = reportLine(report);
    this.tables.hidden = report === null || report.done === 0;
    if (report === null || report.done === 0) return;
    // Tables that are written anew lose a screen reader's place in them.
    const labels = dataset.class_names;
    const answers = report.class_names;
    const state = JSON.stringify([report.id, report.done, labels, answers]);
    if (state === this.shown) return;
    this.shown = state;
    this.showFigures(report);
    this.answerHeads.forEach((head, answer) => write(head, answers[answer] ?? ''));
    for (const rows of [this.confusion, this.classes]) {
      rows.forEach((cells, label) => write(headOf(cells), labels[label] ?? ''));
    }
    report.confusion.forEach((row, label) =>
      row.forEach((count, answer) => write(this.confusion[label]?.[answer], String(count))),
    );
    report.classes.forEach((score, label) => {
      const taken = score.taken_for === null ? 'none' : answers[score.taken_for];
      [
        share(score.precision),
        share(score.recall),
        share(score.f1),
        String(score.support),
        score.taken_for === null ? 'none' : `${taken} (${score.taken_count})`,
      ].forEach((text, column) => write(this.classes[label]?.[column], text));
    });
  }

  private showFigures(report: ReportSnapshot): void {
    this.figures.replaceChildren();
    for (const [name, value] of reportFigures(report)) {
      const row = this.figures.insertRow();
      addHeader(row, 'row', name);
      row.insertCell().textContent = value;
    }
  }
}

function write(cell: HTMLTableCellElement | undefined, text: string): void {
  if (cell) cell.textContent = text;
}

function headOf([first]: HTMLTableCellElement[]): HTMLTableCellElement | undefined {
  return first?.parentElement?.querySelector('th') ?? undefined;
}

function addHeader(
  row: HTMLTableRowElement,
  scope: 'row' | 'col',
  text: string,
): HTMLTableCellElement {
  const header = document.createElement('th');
  header.scope = scope;
  header.textContent = text;
  row.append(header);
  return header;
}

// A row for each class, with its name and so many cells.
function addRows(body: HTMLTableSectionElement, cells: number): HTMLTableCellElement[][] {
  return classNames.map((name) => {
    const row = body.insertRow();
    addHeader(row, 'row', name);
    return Array.from({ length: cells }, () => row.insertCell());
  });
}
