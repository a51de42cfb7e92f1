// SPDX-License-Identifier: MIT
// shell/throttle.ts: for what many changes a second would trigger, and a person or a browser can take
// only now and then.

// Returns a function that acts at once, or as soon as `intervalMs` have passed since the last time.
export function throttled(intervalMs: number, act: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let actedAt = -Infinity;
  return () => {
    if (timer !== null) return;
    const wait = Math.max(0, actedAt + intervalMs - performance.now());
    timer = setTimeout(() => {
      timer = null;
      actedAt = performance.now();
      act();
    }, wait);
  };
}
