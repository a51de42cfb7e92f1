// SPDX-License-Identifier: MIT
// Why: a snapshot is ten thousand characters; written and read at each movement of the brush, it
// costs more than the answer.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import type { Status } from '../../web/generated/snapshot';
import { Api, type ApiParts } from '../../web/shell/api';
import { DeepLink } from '../../web/shell/deep_link';
import { following } from '../../web/shell/following';
import { statusLine } from '../../web/shell/status_line';

const status: Status = {
  phase: 'ready',
  error: null,
  view: 'draw',
  sample: null,
  images: 10_000,
  announcement: 'Ankle boot, sure.',
};
const module = {
  snapshot: vi.fn(),
  status: vi.fn(() => ({ ...status })),
};
const textView = { noteState: vi.fn() };
const line = { textContent: '' };
const replaceState = vi.fn();

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('addEventListener', vi.fn());
  vi.stubGlobal('history', { state: null, replaceState });
  vi.stubGlobal('location', { hash: '' });
});
afterEach(() => void vi.useRealTimers());

function page(): { onChange(): void; api: Api } {
  const api = new Api({ module } as unknown as ApiParts, () => {});
  const deepLink = new DeepLink({ dispatch: vi.fn(), status: module.status });
  deepLink.start();
  const announce = statusLine(line as HTMLElement);
  return { onChange: following(module, { api, deepLink, textView, announce }), api };
}

it('while the brush moves no snapshot is written', () => {
  const { onChange } = page();
  for (let move = 0; move < 300; ++move) {
    onChange();
    vi.advanceTimersByTime(16);
  }
  expect(module.status.mock.calls.length).toBeGreaterThanOrEqual(300);
  expect(module.snapshot).not.toHaveBeenCalled();
  expect(textView.noteState).toHaveBeenCalledTimes(300);
  expect(line.textContent).toBe('Ankle boot, sure.');
});

it('one is written for who asks', () => {
  const { onChange, api } = page();
  onChange();
  api.snapshot();
  expect(module.snapshot).toHaveBeenCalledOnce();
});

it('an error is said where there is nothing else to say', () => {
  module.status.mockReturnValue({
    ...status,
    phase: 'failed',
    announcement: '',
    error: { code: 'network', message: 'The connection broke off.', detail: '' },
  });
  const { onChange, api } = page();
  api.ready.catch(() => {});
  onChange();
  vi.advanceTimersByTime(16);
  expect(line.textContent).toBe('The connection broke off.');
});
