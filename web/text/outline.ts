// SPDX-License-Identifier: MIT
// text/outline.ts: a view in words and controls, as src/app/outline.hpp writes it.
import type { Action } from '../shell/atelier_api';

export type Json = string | number | boolean | null | Json[] | { [name: string]: Json };
export type Opener = 'model' | 'data' | 'photo' | 'camera';

export interface Option {
  words: string;
  value: Json;
}

export interface Node {
  kind:
    | 'title'
    | 'heading'
    | 'subheading'
    | 'line'
    | 'strong'
    | 'status'
    | 'alert'
    | 'table'
    | 'picture'
    | 'slider'
    | 'number'
    | 'text'
    | 'choice'
    | 'switch'
    | 'button'
    | 'progress'
    | 'fold'
    | 'form'
    | 'navigation';
  key: string;
  words: string;
  value?: Json;
  value_words?: string;
  why_not?: string;
  action?: Json; // with places, "$value" or in a form "$<field>"
  waits?: boolean;
  least?: number;
  most?: number;
  step?: number;
  doubling?: boolean; // least and most are exponents of 2
  options?: Option[];
  most_bytes?: number;
  is_points?: boolean;
  opens?: Opener;
  copies?: string;
  columns?: string[];
  rows?: (string | Node[])[][];
  marked?: number;
  width?: number;
  height?: number;
  pixels?: number[];
  nodes?: Node[];
}

// The action, or the list of them, with what was chosen in its places.
export function filled(action: Json, fields: Record<string, Json>): Action[] {
  const fill = (part: Json): Json => {
    if (typeof part === 'string') {
      const field = part.startsWith('$') ? fields[part.slice(1)] : undefined;
      return field === undefined ? part : field;
    }
    if (Array.isArray(part)) return part.map(fill);
    if (part === null || typeof part !== 'object') return part;
    return Object.fromEntries(Object.entries(part).map(([name, value]) => [name, fill(value)]));
  };
  const whole = fill(action);
  return (Array.isArray(whole) ? whole : [whole]) as unknown as Action[];
}

// "20 30, 80.5 30": across and down, in percent. What is no number becomes NaN, which is refused.
export function pointsOf(text: string): Json[] {
  const pairs = text.split(/[,;\n]/).filter((pair) => pair.trim() !== '');
  return pairs.map((pair) => {
    const [x = NaN, y = NaN] = pair.trim().split(/\s+/).map(Number);
    return [x / 100, y / 100, 0.5];
  });
}

// At most so many bytes of UTF-8, cut between characters.
export function cut(text: string, mostBytes: number): string {
  let kept = '';
  for (const letter of text) {
    if (new TextEncoder().encode(kept + letter).length > mostBytes) break;
    kept += letter;
  }
  return kept;
}
