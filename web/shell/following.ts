// SPDX-License-Identifier: MIT
// shell/following.ts: what follows a change of State. There are sixty of them a second while the
// brush moves: each is told in a few fields, and the whole snapshot is written for nobody who has
// not asked for it.
import type { Status } from '../generated/snapshot';
import type { Atelier } from '../seam/module';

export interface Followers {
  api: { noteState(status: Status): void };
  deepLink: { noteState(status: Status): void };
  textView: { noteState(): void }; // reads the snapshot while it is open
  announce(sentence: string): void;
}

export function following(
  module: Pick<Atelier, 'status'>,
  { api, deepLink, textView, announce }: Followers,
): () => void {
  return () => {
    const status = module.status();
    api.noteState(status);
    deepLink.noteState(status);
    textView.noteState();
    announce(status.announcement || (status.error?.message ?? ''));
  };
}
