// SPDX-License-Identifier: MIT
// text/text_view.ts: the page as plain DOM, for screen readers, for keyboards and for browsers that
// cannot draw it. It uses the same door as any script.
import type { AtelierApi, Snapshot } from '../shell/atelier_api';
import { classNames } from './class_names';
import { element } from '../shell/elements';
import { TextChange } from './text_change';
import { TextClassNames } from './text_class_names';
import { TextExplanation } from './text_explanation';
import { TextInside } from './text_inside';
import { TextNeighbours } from './text_neighbours';
import { TextPhoto } from './text_photo';
import { TextReport } from './text_report';
import { TextSteps } from './text_steps';
import { TextStress } from './text_stress';
import { TextSuggestion } from './text_suggestion';
import { TextTemperature } from './text_temperature';
import { TextWhy } from './text_why';
import { throttled } from '../shell/throttle';
import { dataset, engine, explore, imageWords, model, percent } from './text_view_words';

const lastSample = 9999;

export interface TextViewOptions {
  api: AtelierApi;
  // Both in the course of a press.
  choosePhoto(): void;
  useCamera(): void;
  announcement(): string;
  // The drawn view has gone, or is back.
  onToggle(): void;
}

export class TextView {
  private readonly view = element('text-view', HTMLElement);
  private readonly title = element('text-view-title', HTMLElement);
  private readonly canvas = element('canvas', HTMLCanvasElement);
  private readonly openButton = element('open-text-view', HTMLButtonElement);
  private readonly closeButton = element('close-text-view', HTMLButtonElement);
  private readonly number = element('sample-number', HTMLInputElement);
  private readonly message = element('sample-message', HTMLElement);
  private readonly models = element('model-choice', HTMLSelectElement);
  private readonly rows: {
    row: HTMLTableRowElement;
    head: HTMLTableCellElement;
    logit: HTMLTableCellElement;
    cell: HTMLTableCellElement;
  }[];
  private readonly draw = throttled(100, () => {
    this.selectWanted(this.options.api.snapshot());
    this.show(this.options.api.snapshot());
  });
  // The image to show as soon as it has arrived.
  private wanted: number | null = null;

  private readonly report: TextReport;
  private readonly why: TextWhy;
  private readonly explanation: TextExplanation;
  private readonly neighbours = new TextNeighbours();
  private readonly inside: TextInside;
  private readonly change: TextChange;
  private readonly stress: TextStress;
  private readonly names: TextClassNames;
  private readonly photo: TextPhoto;
  private readonly steps: TextSteps;
  private readonly suggestion: TextSuggestion;
  private readonly temperature: TextTemperature;

  constructor(private readonly options: TextViewOptions) {
    this.report = new TextReport(options.api);
    this.why = new TextWhy(options.api);
    this.explanation = new TextExplanation(options.api);
    this.inside = new TextInside(options.api);
    this.change = new TextChange(options.api);
    this.stress = new TextStress(options.api);
    this.names = new TextClassNames(options.api);
    this.photo = new TextPhoto(options);
    this.steps = new TextSteps(options.api);
    this.suggestion = new TextSuggestion(options.api);
    this.temperature = new TextTemperature(options.api);
    const body = element('probabilities', HTMLTableSectionElement);
    this.rows = classNames.map((name) => {
      const row = body.insertRow();
      const head = document.createElement('th');
      head.scope = 'row';
      head.textContent = name;
      row.append(head);
      return { row, head, logit: row.insertCell(), cell: row.insertCell() };
    });
    this.openButton.hidden = false;
    this.openButton.addEventListener('click', () => this.open());
    this.closeButton.addEventListener('click', () => this.close());
    this.listenToForm();
  }

  get isOpen(): boolean {
    return !this.view.hidden;
  }

  // The only view there is, because nothing can be drawn.
  openForGood(): void {
    element('no-webgl', HTMLElement).hidden = false;
    this.closeButton.hidden = true;
    this.open();
  }

  open(): void {
    this.view.hidden = false;
    this.canvas.hidden = true;
    this.openButton.hidden = true;
    if (this.options.api.snapshot().input.source === 'none') this.wanted = 0;
    this.noteState();
    this.title.focus();
    this.options.onToggle();
  }

  close(): void {
    this.view.hidden = true;
    this.canvas.hidden = false;
    this.openButton.hidden = false;
    this.canvas.focus();
    this.options.onToggle();
  }

  // Call when State has changed.
  noteState(): void {
    if (this.isOpen) this.draw();
  }

  private listenToForm(): void {
    element('sample-form', HTMLFormElement).addEventListener('submit', (event) => {
      event.preventDefault();
      this.want(this.number.valueAsNumber);
    });
    const step = (by: number) => {
      const at = this.number.valueAsNumber;
      // Round and round, and from nowhere to the first.
      this.want(Number.isNaN(at) ? 0 : (at + by + lastSample + 1) % (lastSample + 1));
    };
    element('previous-sample', HTMLButtonElement).addEventListener('click', () => step(-1));
    element('next-sample', HTMLButtonElement).addEventListener('click', () => step(1));
    this.models.addEventListener('change', () => {
      this.options.api.dispatch({ type: 'select-model', id: this.models.value });
    });
    element('text-view-retry', HTMLButtonElement).addEventListener('click', () => {
      this.options.api.dispatch({ type: 'retry' });
    });
  }

  private want(index: number): void {
    this.number.valueAsNumber = index;
    this.wanted = index;
    this.noteState();
  }

  private show(snapshot: Snapshot): void {
    this.showError(snapshot.error);
    this.showImage(snapshot);
    this.showPrediction(snapshot);
    this.report.show(snapshot);
    this.why.show(snapshot);
    this.explanation.show(snapshot);
    this.neighbours.show(snapshot);
    this.inside.show(snapshot);
    this.change.show(snapshot);
    this.stress.show(snapshot);
    this.names.show(snapshot);
    this.photo.show(snapshot);
    this.steps.show(snapshot);
    this.suggestion.show(snapshot);
    this.temperature.show(snapshot);
    this.showModels(snapshot);
    element('model-line', HTMLElement).textContent = model(snapshot);
    element('explore-line', HTMLElement).textContent = explore(snapshot);
    element('engine-line', HTMLElement).textContent = engine(snapshot);
    element('dataset-line', HTMLElement).textContent = dataset(snapshot);
  }

  private selectWanted({ dataset: { count } }: Snapshot): void {
    const index = this.wanted;
    if (index === null) {
      this.message.textContent = '';
    } else if (index < count) {
      this.wanted = null;
      this.message.textContent = '';
      this.options.api.dispatch({ type: 'select-sample', index });
    } else {
      this.message.textContent = `Test image ${index} has not arrived yet`;
    }
  }

  private showModels({ models, model: { id } }: Snapshot): void {
    // A list that somebody has open is not made anew under them.
    const listed = Array.from(this.models.options, ({ value }) => value).join();
    if (listed !== models.map((each) => each.id).join()) {
      this.models.replaceChildren(...models.map((each) => new Option(each.title, each.id)));
    }
    this.models.value = id;
  }

  private showError(error: Snapshot['error']): void {
    element('text-view-error', HTMLElement).hidden = error === null;
    element('text-view-error-message', HTMLElement).textContent = error?.message ?? '';
    element('text-view-error-detail', HTMLElement).textContent = error
      ? `${error.code}: ${error.detail}`
      : '';
  }

  private showImage({ input, dataset }: Snapshot): void {
    const canvas = element('sample-image', HTMLCanvasElement);
    const words = imageWords(input, dataset.class_names);
    canvas.setAttribute('aria-label', words.image);
    element('sample-label', HTMLElement).textContent = words.caption;
    if (input.source === 'sample' && input.index !== null && this.wanted === null) {
      // Not while someone types another.
      if (document.activeElement !== this.number) this.number.valueAsNumber = input.index;
    }
    const image = new ImageData(canvas.width, canvas.height);
    input.pixels.forEach((gray, at) => image.data.set([gray, gray, gray, 255], at * 4));
    canvas.getContext('2d')?.putImageData(image, 0, 0);
  }

  private showPrediction({ prediction, model }: Snapshot): void {
    element('verdict', HTMLElement).textContent = this.options.announcement() || 'None yet';
    this.rows.forEach(({ row, head, logit, cell }, label) => {
      head.textContent = model.class_names[label] ?? '';
      const probability = prediction?.probabilities[label];
      logit.textContent = prediction?.logits[label]?.toFixed(1) ?? '';
      cell.textContent = probability === undefined ? '' : percent(probability);
      row.className = prediction?.verdict === 'answer' && prediction.label === label ? 'top' : '';
    });
  }
}
