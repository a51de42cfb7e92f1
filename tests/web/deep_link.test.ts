// SPDX-License-Identifier: MIT
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import type { Status } from '../../web/generated/snapshot';
import { DeepLink, parsePlace, placeHash } from '../../web/shell/deep_link';

describe('the part of the address after #', () => {
  it.each([
    ['#draw', { view: 'draw', index: null }],
    ['#explore/0', { view: 'explore', index: 0 }],
    ['#draw/9999', { view: 'draw', index: 9999 }],
    ['#draw/99999', { view: 'draw', index: 99_999 }], // of a visitor's images
  ] as const)('%s is a place, and is written the same', (hash, place) => {
    expect(parsePlace(hash)).toEqual(place);
    expect(placeHash(place)).toBe(hash);
  });

  it.each([
    '',
    '#',
    '#nowhere',
    '#draw/',
    '#draw/-1',
    '#draw/1234567890',
    '#draw/1/2',
    '#Draw',
    '#draw?x',
  ])("'%s' is none", (hash) => expect(parsePlace(hash)).toBeNull());
});

describe('a link', () => {
  const dispatch = vi.fn();
  const replaceState = vi.fn();
  const status: Status = {
    phase: 'loading',
    error: null,
    view: 'draw',
    sample: null,
    images: 0,
    announcement: '',
  };

  beforeEach(() => {
    vi.resetAllMocks();
    vi.useFakeTimers();
    vi.stubGlobal('history', { state: null, replaceState });
    vi.stubGlobal('addEventListener', vi.fn());
  });
  afterEach(() => void vi.useRealTimers());

  function follow(hash: string): DeepLink {
    vi.stubGlobal('location', { hash });
    const link = new DeepLink({ dispatch, status: () => status });
    link.start();
    return link;
  }

  it('opens its view at once and its image as soon as that has arrived', () => {
    const link = follow('#explore/500');
    expect(dispatch.mock.calls).toEqual([[{ type: 'view', view: 'explore' }]]);
    link.noteState({ phase: 'loading', images: 500 });
    expect(dispatch).toHaveBeenCalledTimes(1);
    link.noteState({ phase: 'loading', images: 501 });
    link.noteState({ phase: 'loading', images: 502 });
    expect(dispatch.mock.calls.slice(1)).toEqual([[{ type: 'select-sample', index: 500 }]]);
  });

  it('is forgotten when its image will never arrive', () => {
    const link = follow('#draw/500');
    link.noteState({ phase: 'failed', images: 3 });
    link.noteState({ phase: 'ready', images: 10_000 });
    expect(dispatch).toHaveBeenCalledTimes(1);
  });

  it('follows what is shown, a few times a second at most', () => {
    const link = follow('');
    status.sample = 7;
    for (let i = 0; i < 50; ++i) {
      link.noteState(status);
      vi.advanceTimersByTime(20);
    }
    expect(replaceState.mock.calls.length).toBeLessThanOrEqual(3);
    expect(replaceState).toHaveBeenLastCalledWith(null, '', '#draw/7');
  });
});
