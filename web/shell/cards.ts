// SPDX-License-Identifier: MIT
// shell/cards.ts: the two cards that stand where the drawn view is not: while the page loads, and when it
// cannot go on.
import { type ErrorCode, Failure, wordsOf } from '../seam/errors';
import { element } from './elements';
import { say, type Key } from './say';

// For what fails before the module is there; after that, C++ has the sentences.
const sentences: Partial<Record<ErrorCode, Key>> = {
  'file-not-found': 'web.error.file-not-found',
  network: 'web.error.network',
  'html-instead-of-data': 'web.error.html-instead-of-data',
  'model-unusable': 'web.error.model-unusable',
  'out-of-memory': 'web.error.out-of-memory',
};

export class Cards {
  private readonly loading = element('loading-card', HTMLElement);
  private readonly loadingWords = element('loading-words', HTMLElement);
  private readonly loadingBar = element('loading-bar', HTMLProgressElement);
  private readonly error = element('error-card', HTMLElement);
  private readonly errorWords = element('error-words', HTMLElement);
  private readonly errorDetail = element('error-detail', HTMLElement);
  private readonly copy = element('error-copy', HTMLButtonElement);

  constructor() {
    element('error-retry', HTMLButtonElement).addEventListener('click', () => void startAnew());
    this.copy.addEventListener('click', () => void this.copyDetails());
  }

  progress(received: number, total: number): void {
    this.loadingWords.textContent = say('web.loading', {
      received: kilobytes(received),
      total: kilobytes(total),
    });
    this.loadingBar.value = Math.min(1, received / total);
  }

  hideLoading(): void {
    this.loading.hidden = true;
  }

  // The page could not start.
  showFailure(thrown: unknown): void {
    const key = thrown instanceof Failure ? sentences[thrown.code] : undefined;
    this.showError(say(key ?? 'web.error.otherwise'), thrown);
  }

  // The page had started, and then stopped.
  showStop(thrown: unknown): void {
    this.showError(say('web.stopped'), thrown);
  }

  // The first error counts: those after it are mostly its consequences.
  showError(sentence: string, cause: unknown): void {
    console.error(cause);
    if (!this.error.hidden) return;
    const stack = cause instanceof Error && cause.stack ? `\n${cause.stack}` : '';
    this.errorWords.textContent = sentence;
    this.errorDetail.textContent = [
      `${wordsOf(cause)}${stack}`,
      `Atelier ${__VERSION__}, ${__BUILD_ID__}`,
      navigator.userAgent,
    ].join('\n');
    this.hideLoading();
    this.error.hidden = false;
    element('error-retry', HTMLButtonElement).focus();
  }

  private async copyDetails(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.errorDetail.textContent ?? '');
      this.copy.textContent = say('web.copied');
    } catch {
      // No clipboard on an insecure page: leave the text selected for the visitor's own copy.
      element('error-detail', HTMLElement).closest('details')!.open = true;
      getSelection()?.selectAllChildren(this.errorDetail);
    }
  }
}

// Reloading alone would take the parts of the page from the cache, which may hold what was wrong.
async function startAnew(): Promise<void> {
  const parts = performance.getEntriesByType('resource').map(({ name }) => name);
  const code = parts.filter((url) => /\.(js|wasm)(\?|$)/.test(url));
  await Promise.allSettled(code.map((url) => fetch(url, { cache: 'reload' })));
  location.reload();
}

function kilobytes(bytes: number): string {
  return say('web.kilobytes', { count: Math.round(bytes / 1000) });
}
