// SPDX-License-Identifier: MIT
// shell/deep_link.ts: the part of the address after #, so that a view or a test image can be linked to:
// #explore, #draw/123.
import { views } from '../generated/actions';
import type { Status } from '../generated/snapshot';
import type { Action, View } from './atelier_api';
import { throttled } from './throttle';

export interface Place {
  view: View;
  index: number | null;
}

// Null for an address that says nothing that we know.
export function parsePlace(hash: string): Place | null {
  // How many images there are is not known here: one that never comes is given up below.
  const [, view, index] = /^#([a-z]+)(?:\/(\d{1,9}))?$/.exec(hash) ?? [];
  if (!views.includes(view as View)) return null;
  return { view: view as View, index: index === undefined ? null : Number(index) };
}

export function placeHash({ view, index }: Place): string {
  return index === null ? `#${view}` : `#${view}/${index}`;
}

interface Door {
  dispatch(action: Action): void;
  status(): Status;
}

export class DeepLink {
  // The image to show as soon as it has arrived.
  private wanted: number | null = null;
  // Browsers limit how often a page may change its address.
  private readonly write = throttled(500, () => this.writeAddress());

  constructor(private readonly door: Door) {}

  start(): void {
    addEventListener('hashchange', () => this.follow());
    this.follow();
  }

  // Call when State has changed.
  noteState({ phase, images }: Pick<Status, 'phase' | 'images'>): void {
    if (this.wanted !== null && images > this.wanted) {
      const index = this.wanted;
      this.wanted = null;
      this.door.dispatch({ type: 'select-sample', index });
    }
    if (phase !== 'loading') this.wanted = null;
    this.write();
  }

  private follow(): void {
    const place = parsePlace(location.hash);
    if (!place) return;
    this.wanted = place.index;
    this.door.dispatch({ type: 'view', view: place.view });
    this.noteState(this.door.status());
  }

  private writeAddress(): void {
    if (this.wanted !== null) return;
    const { view, sample } = this.door.status();
    const hash = placeHash({ view, index: sample });
    // The first visit's address stays clean.
    const unsaid = location.hash === '' && hash === '#draw';
    if (hash !== location.hash && !unsaid) history.replaceState(history.state, '', hash);
  }
}
