// SPDX-License-Identifier: MIT
// shell/settings.ts: what the page remembers from visit to visit, in the browser's own storage. Browsers
// may refuse it, altogether or when it is full; then the page goes on without.
const prefix = 'atelier:';

export function loadSettings(tell: (key: string, value: string) => void): void {
  for (const [key, value] of stored()) tell(key, value);
}

// False if it will not be remembered.
export function saveSetting(key: string, value: string): boolean {
  try {
    localStorage.setItem(prefix + key, value);
    return true;
  } catch {
    return false;
  }
}

function stored(): [string, string][] {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(prefix))
      .map((key) => [key.slice(prefix.length), localStorage.getItem(key) ?? '']);
  } catch {
    return [];
  }
}
