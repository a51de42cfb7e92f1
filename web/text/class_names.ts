// SPDX-License-Identifier: MIT
// text/class_names.ts: the ten classes as src/core/class_names.hpp has them. The index is the label.
export const classNames = [
  'T-shirt/top',
  'Trouser',
  'Pullover',
  'Dress',
  'Coat',
  'Sandal',
  'Shirt',
  'Sneaker',
  'Bag',
  'Ankle boot',
] as const;
