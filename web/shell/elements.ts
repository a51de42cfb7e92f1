// SPDX-License-Identifier: MIT
// shell/elements.ts: the parts of index.html, by id and type. A part that is missing is a bug in the page
// and said at once.
export function element<T extends HTMLElement>(id: string, type: abstract new () => T): T {
  const found = document.getElementById(id);
  if (!(found instanceof type)) throw new Error(`index.html has no ${type.name} with id '${id}'`);
  return found;
}
