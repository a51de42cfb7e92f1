// SPDX-License-Identifier: MIT
// shell/say.ts: the sentences of the page around the module, from words/en.json like those of C++;
// the module has its own. tools/words.mjs brings them here and refuses more than {placeholders}.
import { words } from '../generated/words';

export type Key = keyof typeof words;

export function say(key: Key, values: Record<string, string | number> = {}): string {
  return words[key].replace(
    /\{ *([\w-]+) *\}/g,
    (place, name: string) => `${values[name] ?? place}`,
  );
}
