// SPDX-License-Identifier: MIT
// text/text_why.ts: which explanation is open, in the text view. What belongs to one of them alone says
// so by data-why, and is there while it is open.
import type { AtelierApi, Snapshot, WhyTopic } from '../shell/atelier_api';
import { element } from '../shell/elements';

export class TextWhy {
  private readonly topic = element('why-topic', HTMLSelectElement);
  private readonly parts = document.querySelectorAll<HTMLElement>('#text-view [data-why]');

  constructor(api: Pick<AtelierApi, 'dispatch'>) {
    this.topic.addEventListener('change', () => {
      api.dispatch({ type: 'open-why', topic: (this.topic.value || null) as WhyTopic | null });
    });
  }

  show({ why }: Pick<Snapshot, 'why'>): void {
    this.topic.value = why ?? '';
    for (const part of this.parts) part.hidden = part.dataset.why !== why;
  }
}
