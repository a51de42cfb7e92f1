// SPDX-License-Identifier: MIT
// Made of words/en.json: node tools/words.mjs web words/en.json web/generated/words.ts
// prettier-ignore
export const words = {
  "web.loading": "Loading the page, {received} of {total}",
  "web.kilobytes": "{count} kB",
  "web.error.file-not-found": "A part of this page is missing on its server. Ask whoever hosts it whether the copy is complete.",
  "web.error.network": "The connection broke off before the page had arrived. Check the network, then try again.",
  "web.error.html-instead-of-data": "Another web page arrived in place of a part of this one, perhaps a login page of your network. Log in there, then try again.",
  "web.error.model-unusable": "The network of this page cannot be used.",
  "web.error.out-of-memory": "There is not enough memory left for this page. Close other tabs and programs, then try again.",
  "web.error.otherwise": "This browser could not start the page. Try again; if that does not help, try a current version of Firefox, Chrome, Edge or Safari.",
  "web.stopped": "Something went wrong inside the page, and it has stopped. Try again to start it anew.",
  "web.copied": "Copied",
  "web.no-wasm": "This browser cannot run WebAssembly, or an administrator has switched it off. Try a current version of Firefox, Chrome, Edge or Safari.",
  "web.too-old": "This browser is too old for this page. It needs Chrome or Edge 91, Firefox 89, Safari 16.4, or anything newer.",
  "web.camera.waiting": "Waiting for the camera. The browser may ask you whether to allow it.",
  "web.camera.advice": "Lay the garment flat on something of one colour.",
  "web.model-form": "{takes}, gives {gives}",
  "web.text.pixels": "Its pixels as numbers",
} as const;
