// SPDX-License-Identifier: MIT
// shell/boot_errors.ts: what nobody caught: fatal while the page starts; later, only if it comes out
// of the module.
import type { Cards } from './cards';

// Returns what to call once the page has started.
export function catchStrayErrors(cards: Cards): () => void {
  let booted = false;
  const onStrayError = (thrown: unknown) => {
    if (!booted) cards.showFailure(thrown);
    else if (thrown instanceof WebAssembly.RuntimeError) cards.showStop(thrown);
  };
  addEventListener('error', ({ error }) => error && onStrayError(error));
  addEventListener('unhandledrejection', ({ reason }) => onStrayError(reason));
  return () => {
    booted = true;
  };
}
