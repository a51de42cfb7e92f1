// SPDX-License-Identifier: MIT
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import type { Snapshot } from '../../web/shell/atelier_api';
import { DeepLink, parsePlace, placeHash } from '../../web/shell/deep_link';

describe('the part of the address after #', () => {
  it.each([
    ['#draw', { view: 'draw', index: null }],
    ['#explore/0', { view: 'explore', index: 0 }],
    ['#draw/9999', { view: 'draw', index: 9999 }],
    // Of a visitor's own images.
    ['#draw/99999', { view: 'draw', index: 99999 }],
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
    '#draw/123456',
    '#draw/1/2',
    '#Draw',
    '#draw?x',
  ])("'%s' is none", (hash) => expect(parsePlace(hash)).toBeNull());
});

describe('a link', () => {
  const dispatch = vi.fn();
  const replaceState = vi.fn();
  const snapshot = {
    phase: 'loading',
    view: 'draw',
    dataset: { count: 0 },
    input: { source: 'none', index: null },
  } as unknown as Snapshot;

  beforeEach(() => {
    vi.resetAllMocks();
    vi.useFakeTimers();
    vi.stubGlobal('history', { state: null, replaceState });
    vi.stubGlobal('addEventListener', vi.fn());
  });
  afterEach(() => void vi.useRealTimers());

  function follow(hash: string): DeepLink {
    vi.stubGlobal('location', { hash });
    const link = new DeepLink({ dispatch, snapshot: () => snapshot });
    link.start();
    return link;
  }

  it('opens its view at once and its image as soon as that has arrived', () => {
    const link = follow('#explore/500');
    expect(dispatch.mock.calls).toEqual([[{ type: 'view', view: 'explore' }]]);
    link.noteState({ phase: 'loading', dataset: { ...snapshot.dataset, count: 500 } });
    expect(dispatch).toHaveBeenCalledTimes(1);
    link.noteState({ phase: 'loading', dataset: { ...snapshot.dataset, count: 501 } });
    link.noteState({ phase: 'loading', dataset: { ...snapshot.dataset, count: 502 } });
    expect(dispatch.mock.calls.slice(1)).toEqual([[{ type: 'select-sample', index: 500 }]]);
  });

  it('is forgotten when its image will never arrive', () => {
    const link = follow('#draw/500');
    link.noteState({ phase: 'failed', dataset: { ...snapshot.dataset, count: 3 } });
    link.noteState({ phase: 'ready', dataset: { ...snapshot.dataset, count: 10_000 } });
    expect(dispatch).toHaveBeenCalledTimes(1);
  });

  it('follows what is shown, a few times a second at most', () => {
    const link = follow('');
    Object.assign(snapshot.input, { source: 'sample', index: 7 });
    for (let i = 0; i < 50; ++i) {
      link.noteState(snapshot);
      vi.advanceTimersByTime(20);
    }
    expect(replaceState.mock.calls.length).toBeLessThanOrEqual(3);
    expect(replaceState).toHaveBeenLastCalledWith(null, '', '#draw/7');
  });
});
