// SPDX-License-Identifier: MIT
// files/save_file.ts: has the browser download something that the page has made.

// A link that is pressed works without a gesture too: for scripts and keys, and though the panel's
// own press is only known in the frame after it.
export function saveFile(name: string, mimeType: string, bytes: Uint8Array<ArrayBuffer>): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([bytes], { type: mimeType }));
  link.download = name;
  link.click();
  // Safari reads it only after it has asked where to.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
