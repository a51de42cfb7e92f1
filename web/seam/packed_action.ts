// SPDX-License-Identifier: MIT
// seam/packed_action.ts: an action on its way into the module: JSON, and beside it the bytes that would
// be long as JSON. What is wrong with it the module says.

export interface PackedAction {
  json: string;
  attachment: Uint8Array;
}

export function packed(action: unknown): PackedAction {
  let attachment = new Uint8Array();
  const json = JSON.stringify(action, (_, value: unknown) => {
    if (isLongOfBytes(value)) {
      attachment = Uint8Array.from(value);
      return true;
    }
    // JSON has no words for NaN and infinities: they are refused by their names.
    return typeof value === 'number' && !Number.isFinite(value) ? String(value) : value;
  }) as string | undefined;
  return { json: json ?? 'null', attachment };
}

// As long as it takes for JSON to be a burden.
const long = 1000;

function isLongOfBytes(value: unknown): value is ArrayLike<number> {
  if (value instanceof Uint8Array || value instanceof Uint8ClampedArray) return true;
  const isByte = (each: unknown) =>
    Number.isInteger(each) && Number(each) >= 0 && Number(each) <= 255;
  return Array.isArray(value) && value.length > long && Array.from(value).every(isByte);
}
