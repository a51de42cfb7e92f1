// SPDX-License-Identifier: MIT
// shell/status_line.ts: what the page shows, said to screen readers: one sentence at a time, and no more
// than one a second, however fast the brush moves.
import { throttled } from './throttle';

export function statusLine(sentence: () => string, line: HTMLElement): () => void {
  return throttled(1000, () => {
    const text = sentence();
    if (line.textContent !== text) line.textContent = text;
  });
}
