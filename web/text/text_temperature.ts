// SPDX-License-Identifier: MIT
// text/text_temperature.ts: the temperature of the probabilities, in the text view. Its slider is in
// powers of two, so that halving and doubling are as far apart.
import type { AtelierApi, Snapshot } from '../shell/atelier_api';
import { element } from '../shell/elements';

export function temperatureWords({ shown, calibrated }: Snapshot['temperature']): string {
  return shown === calibrated
    ? `${shown.toFixed(2)}, as it was measured`
    : `${shown.toFixed(2)}, measured was ${calibrated.toFixed(2)}`;
}

export class TextTemperature {
  private readonly slider = element('temperature', HTMLInputElement);
  private readonly value = element('temperature-value', HTMLOutputElement);
  private readonly reset = element('temperature-reset', HTMLButtonElement);

  constructor(api: Pick<AtelierApi, 'dispatch'>) {
    this.slider.addEventListener('input', () => {
      api.dispatch({ type: 'temperature', value: 2 ** this.slider.valueAsNumber });
    });
    this.reset.addEventListener('click', () => api.dispatch({ type: 'temperature', value: null }));
  }

  show({ temperature }: Pick<Snapshot, 'temperature'>): void {
    const words = temperatureWords(temperature);
    if (this.value.textContent !== words) this.value.textContent = words;
    this.slider.setAttribute('aria-valuetext', words);
    if (document.activeElement !== this.slider) {
      this.slider.valueAsNumber = Math.log2(temperature.shown);
    }
    this.reset.disabled = temperature.shown === temperature.calibrated;
  }
}
