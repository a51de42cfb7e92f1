// SPDX-License-Identifier: MIT
// seam/abi_values.ts: what travels through the calls of module.ts: the numbers of bridge_abi.hpp and
// platform_abi.hpp with names, and what belongs together as records.

export const DatasetFile = { labels: 0, images: 1 } as const;
export type DatasetFile = (typeof DatasetFile)[keyof typeof DatasetFile];

// By the numbers of the ABI, with the names of the script interface.
export const engineNames = ['atelier-nn', 'onnxruntime-web'] as const;
export const EngineKind = { atelierNn: 0, ortWeb: 1 } as const;
export type EngineKind = (typeof EngineKind)[keyof typeof EngineKind];

export interface ListedModel {
  id: string;
  title: string;
  sha256: string; // of the file
  parameters: number;
  macs: number;
  bytes: number;
  testAccuracy: number;
  temperature: number;
  unsureProbability: number;
  unsureMargin: number;
  unfamiliarEnergy: number;
  readsDrawings: boolean; // it was trained to
  neighbours?: NeighbourFiles | undefined; // where it is known what it makes of the training images
}

// What a model makes of the training images, and their pictures, in pieces 000.gz, 001.gz, ...
export interface NeighbourFiles {
  url: string;
  bytes: number;
  pictures: string; // their folder, with its last slash
}

// The model that the visitor has brought, when it is ready.
export interface ReadyOwnModel {
  title: string;
  form: string; // what it takes and gives, in words
  sha256: string; // of the file; empty where the browser cannot tell
  bytes: number;
  reading: number;
  scores: Uint32Array; // for each reading, images named right and images tried
}

export interface ImagePairs {
  images: Uint32Array; // two a pair
  distances: Float32Array;
}

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

// struct AtelierModel, field by field.
export function modelRecord(
  model: ListedModel,
  texts: Record<'id' | 'title' | 'sha256', [pointer: number, byteCount: number]>,
): Uint8Array {
  const record = new DataView(new ArrayBuffer(88));
  const setText = (at: number, [pointer, byteCount]: [number, number]) => {
    record.setUint32(at, pointer, true);
    record.setUint32(at + 4, byteCount, true);
  };
  setText(0, texts.id);
  setText(8, texts.title);
  setText(64, texts.sha256);
  record.setFloat64(16, model.parameters, true);
  record.setFloat64(24, model.macs, true);
  record.setFloat64(32, model.bytes, true);
  record.setFloat64(40, model.testAccuracy, true);
  record.setFloat32(48, model.temperature, true);
  record.setFloat32(52, model.unsureProbability, true);
  record.setFloat32(56, model.unsureMargin, true);
  record.setFloat32(60, model.unfamiliarEnergy, true);
  record.setFloat64(72, model.neighbours?.bytes ?? 0, true);
  record.setUint32(80, Number(model.readsDrawings), true);
  return new Uint8Array(record.buffer);
}
