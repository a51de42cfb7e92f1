// SPDX-License-Identifier: MIT
// Why: browsers refuse storage in private windows, in frames and when it is full; the page must not
// stumble over it.
import { afterEach, describe, expect, it, vi } from 'vitest';

import { loadSettings, saveSetting } from '../../web/shell/settings';

afterEach(() => void vi.unstubAllGlobals());

function told(): Record<string, string> {
  const settings: Record<string, string> = {};
  loadSettings((key, value) => (settings[key] = value));
  return settings;
}

// As a browser has it: items are properties.
function storage(items: Record<string, string> = {}) {
  const methods = {
    getItem: (key: string) => items[key] ?? null,
    setItem: (key: string, value: string) => void (items[key] = value),
  };
  return new Proxy(items, {
    get: (_, name) => methods[name as keyof typeof methods],
  });
}

describe('settings', () => {
  it('come back on the next visit', () => {
    vi.stubGlobal('localStorage', storage());
    expect(told()).toEqual({});
    expect(saveSetting('label-votes', '3+')).toBe(true);
    expect(told()).toEqual({ 'label-votes': '3+' });
  });

  it('leave alone what others have stored under the same address', () => {
    vi.stubGlobal('localStorage', storage({ theirs: '1', 'atelier:mine': '2' }));
    expect(told()).toEqual({ mine: '2' });
  });

  it('are none, and nothing fails, where the browser refuses', () => {
    const refuse = () => {
      throw new DOMException('denied', 'SecurityError');
    };
    vi.stubGlobal('localStorage', new Proxy({}, { get: refuse, ownKeys: refuse }));
    expect(told()).toEqual({});
    expect(saveSetting('label-votes', '3+')).toBe(false);
  });
});
