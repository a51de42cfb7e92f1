// SPDX-License-Identifier: MIT
// shell/status_line.ts: what the page shows, said to screen readers: one sentence at a time, and no
// more than one a second, however fast the brush moves.
import { throttled } from './throttle';

export function statusLine(line: HTMLElement): (sentence: string) => void {
  let newest = '';
  const show = throttled(1000, () => {
    if (line.textContent !== newest) line.textContent = newest;
  });
  return (sentence) => {
    newest = sentence;
    show();
  };
}
