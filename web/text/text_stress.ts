// SPDX-License-Identifier: MIT
// text/text_stress.ts: what the answer bears, in the text view: a slider for each distortion, and a
// sentence.
import type { AtelierApi, Snapshot, Stress, StressKind } from '../shell/atelier_api';
import { element } from '../shell/elements';
import { percent } from './text_view_words';

type Distorted = NonNullable<Snapshot['stress']>;

interface Slider {
  kind: StressKind;
  title: string;
  least: number;
  most: number;
  step: number;
  unit: string;
}

// As src/app/stress.cpp has them.
export const sliders: readonly Slider[] = [
  { kind: 'shift-x', title: 'Shift across', least: -14, most: 14, step: 0.5, unit: 'pixels' },
  { kind: 'shift-y', title: 'Shift down', least: -14, most: 14, step: 0.5, unit: 'pixels' },
  { kind: 'turn', title: 'Turn', least: -180, most: 180, step: 1, unit: 'degrees' },
  { kind: 'scale', title: 'Scale', least: 0.5, most: 1.5, step: 0.05, unit: 'times' },
  { kind: 'blur', title: 'Blur', least: 0, most: 4, step: 0.1, unit: 'pixels' },
  { kind: 'contrast', title: 'Contrast', least: 0, most: 2, step: 0.05, unit: 'times' },
  { kind: 'noise', title: 'Noise', least: 0, most: 128, step: 1, unit: 'gray levels' },
];

export function valueOf(stress: Distorted, kind: StressKind): number {
  if (kind === 'shift-x') return stress.shift[0];
  if (kind === 'shift-y') return stress.shift[1];
  return stress[kind];
}

// The action that moves one slider and leaves the others where they are.
export function moved(stress: Distorted, kind: StressKind, value: number): Stress {
  const { shift, turn, scale, blur, contrast, noise, seed } = stress;
  const action = { type: 'stress' as const, turn, scale, blur, contrast, noise, seed, along: kind };
  if (kind === 'shift-x') return { ...action, shift: [value, shift[1]] };
  if (kind === 'shift-y') return { ...action, shift: [shift[0], value] };
  return { ...action, shift, [kind]: value };
}

// "From 12.0 % to 98.1 % along Turn", or nothing while that is not known.
export function curveWords({ curve, along, label }: Distorted, names: readonly string[]): string {
  if (curve.length === 0 || label === null) return '';
  const shares = curve.map(({ probability }) => probability);
  const title = sliders.find(({ kind }) => kind === along)!.title;
  const [least, most] = [percent(Math.min(...shares)), percent(Math.max(...shares))];
  return `Along all of ${title}, ${names[label]} is given from ${least} to ${most}.`;
}

export class TextStress {
  private readonly line = element('stress-line', HTMLElement);
  private readonly curve = element('stress-curve', HTMLElement);
  private readonly reset = element('stress-reset', HTMLButtonElement);
  private readonly inputs: { slider: Slider; input: HTMLInputElement; value: HTMLElement }[];
  private shown: Distorted | null = null;

  constructor(api: Pick<AtelierApi, 'dispatch'>) {
    const body = element('stress-sliders', HTMLTableElement).tBodies[0]!;
    this.inputs = sliders.map((slider) => {
      const input = document.createElement('input');
      input.type = 'range';
      input.id = `stress-${slider.kind}`;
      input.min = String(slider.least);
      input.max = String(slider.most);
      input.step = String(slider.step);
      const label = document.createElement('label');
      label.htmlFor = input.id;
      label.textContent = slider.title;
      const head = document.createElement('th');
      head.scope = 'row';
      head.append(label);
      const row = body.insertRow();
      row.append(head);
      row.insertCell().append(input);
      const value = row.insertCell();
      input.addEventListener('input', () => {
        if (this.shown) api.dispatch(moved(this.shown, slider.kind, input.valueAsNumber));
      });
      return { slider, input, value };
    });
    this.reset.addEventListener('click', () => api.dispatch({ type: 'stress' }));
  }

  show({ stress, model }: Pick<Snapshot, 'stress' | 'model'>): void {
    this.shown = stress;
    if (!stress) return;
    for (const { slider, input, value } of this.inputs) {
      const now = valueOf(stress, slider.kind);
      const words = `${Number(now.toFixed(2))} ${slider.unit}`;
      value.textContent = words;
      input.setAttribute('aria-valuetext', words);
      if (document.activeElement !== input) input.valueAsNumber = now;
    }
    this.reset.disabled = stress.pixels.length === 0;
    if (this.line.textContent !== stress.words) this.line.textContent = stress.words;
    this.curve.textContent = curveWords(stress, model.class_names);
  }
}
