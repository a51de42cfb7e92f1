// SPDX-License-Identifier: MIT
// files/own_model/form.ts: in which form a visitor's model wants its images, told by the shape and type of
// its input.
import { Failure } from '../../seam/errors';

const elementTypes = ['float32', 'float16', 'uint8'] as const;
export type ElementType = (typeof elementTypes)[number];

export interface Form {
  input: string; // its name
  type: ElementType;
  batch: number | null; // images a run, null: any number
  dims: readonly number[]; // of one image, without the batch
  channels: 1 | 3; // three: the same gray in each
  channelsLast: boolean;
}

// What ONNX Runtime says of an input; a dimension that may vary has a name or is negative.
export interface InputMetadata {
  name: string;
  type: string;
  shape: readonly (number | string)[];
}

// Where dimensions are open, the first that fits.
const layouts: readonly Pick<Form, 'dims' | 'channels' | 'channelsLast'>[] = [
  { dims: [1, 28, 28], channels: 1, channelsLast: false },
  { dims: [28, 28, 1], channels: 1, channelsLast: true },
  { dims: [3, 28, 28], channels: 3, channelsLast: false },
  { dims: [28, 28, 3], channels: 3, channelsLast: true },
  { dims: [28, 28], channels: 1, channelsLast: false },
  { dims: [784], channels: 1, channelsLast: false },
];

// No larger batch than that is worth filling up with blanks.
const largestBatch = 256;

// Throws a Failure if it takes no images of 28 x 28.
export function formOf(inputs: readonly InputMetadata[]): Form {
  const refuse = (): never => {
    const found = inputs.map(({ name, type, shape }) => `${name}: ${type} [${shape.join(', ')}]`);
    throw new Failure('model-input', `inputs: ${found.join('; ') || 'none'}`);
  };
  const [input, ...others] = inputs;
  if (!input || others.length > 0) return refuse();
  const type = elementTypes.find((each) => each === input.type);
  const [first, ...rest] = input.shape;
  const layout = layouts.find(
    ({ dims }) =>
      dims.length === rest.length && dims.every((size, k) => isOpen(rest[k]!) || rest[k] === size),
  );
  if (!type || !layout || first === undefined) return refuse();
  const batch = isOpen(first) ? null : Number(first);
  if (batch !== null && batch > largestBatch) return refuse();
  return { input: input.name, type, batch, ...layout };
}

function isOpen(size: number | string): boolean {
  return typeof size === 'string' || size < 1;
}

// "float32 [N, 1, 28, 28]"
export function formWords({ type, batch, dims }: Form): string {
  return `${type} [${[batch ?? 'N', ...dims].join(', ')}]`;
}
