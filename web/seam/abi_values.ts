// SPDX-License-Identifier: MIT
// seam/abi_values.ts: what travels through the calls of module.ts: the numbers of bridge_abi.hpp and
// platform_abi.hpp with names, and what belongs together as records.

export const DatasetFile = { labels: 0, images: 1 } as const;
export type DatasetFile = (typeof DatasetFile)[keyof typeof DatasetFile];

export const PointerPhase = { move: 0, down: 1, up: 2, cancel: 3, leave: 4 } as const;
export const PointerKind = { mouse: 0, touch: 1, pen: 2 } as const;

export interface PointerReport {
  phase: (typeof PointerPhase)[keyof typeof PointerPhase];
  kind: (typeof PointerKind)[keyof typeof PointerKind];
  id: number;
  x: number;
  y: number;
  pressure: number;
  button: number;
  modifiers: number;
}

export const PinchPhase = { wheel: 0, fingers: 1, end: 2 } as const;

export interface PinchReport {
  phase: (typeof PinchPhase)[keyof typeof PinchPhase];
  from: { x: number; y: number };
  to: { x: number; y: number };
  scale: number;
  turn: number; // radians, clockwise
}
