// SPDX-License-Identifier: MIT
// text/text_suggestion.ts: the model that might read the drawing, in the text view.
import type { AtelierApi, Snapshot } from '../shell/atelier_api';
import { element } from '../shell/elements';

export class TextSuggestion {
  private readonly place = element('suggestion', HTMLElement);
  private readonly words = element('suggestion-words', HTMLElement);
  private readonly use = element('suggestion-use', HTMLButtonElement);
  private model = '';

  constructor(api: Pick<AtelierApi, 'dispatch'>) {
    this.use.addEventListener('click', () =>
      api.dispatch({ type: 'select-model', id: this.model }),
    );
  }

  show({ suggestion }: Pick<Snapshot, 'suggestion'>): void {
    this.place.hidden = suggestion === null;
    if (suggestion === null) return;
    this.model = suggestion.model;
    this.words.textContent = suggestion.words;
    this.use.textContent = suggestion.use;
  }
}
