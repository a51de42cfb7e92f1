// SPDX-License-Identifier: MIT
// places.mjs: where things lie.
import { join } from 'node:path';

export const bench = import.meta.dirname;
export const root = join(bench, '../..');
export const dist = join(root, 'dist');
export const buildFolder = join(root, 'build/bench');
export const pages = join(bench, 'pages');
