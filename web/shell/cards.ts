// SPDX-License-Identifier: MIT
// shell/cards.ts: the two cards that stand where the drawn view is not: while the page loads, and when it
// cannot go on.
import { type ErrorCode, Failure, wordsOf } from '../seam/errors';
import { element } from './elements';

// For what fails before the module is there; after that, C++ has the sentences.
const sentences: Partial<Record<ErrorCode, string>> = {
  'file-not-found':
    'A part of this page is missing on its server. Ask whoever hosts it whether the copy is complete.',
  network:
    'The connection broke off before the page had arrived. Check the network, then try again.',
  'html-instead-of-data':
    'Another web page arrived in place of a part of this one, perhaps a login page of your network. Log in there, then try again.',
  'model-unusable': 'The network of this page cannot be used.',
  'out-of-memory':
    'There is not enough memory left for this page. Close other tabs and programs, then try again.',
};
const otherwise =
  'This browser could not start the page. Try again; if that does not help, try a current version of Firefox, Chrome, Edge or Safari.';
const stoppedSentence =
  'Something went wrong inside the page, and it has stopped. Try again to start it anew.';

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
    this.loadingWords.textContent = `Loading the page, ${kilobytes(received)} of ${kilobytes(total)}`;
    this.loadingBar.value = Math.min(1, received / total);
  }

  hideLoading(): void {
    this.loading.hidden = true;
  }

  // The page could not start.
  showFailure(thrown: unknown): void {
    const code = thrown instanceof Failure ? thrown.code : 'engine-failed';
    this.showError(sentences[code] ?? otherwise, thrown);
  }

  // The page had started, and then stopped.
  showStop(thrown: unknown): void {
    this.showError(stoppedSentence, thrown);
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
      this.copy.textContent = 'Copied';
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
  return `${Math.round(bytes / 1000)} kB`;
}
