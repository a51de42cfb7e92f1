// SPDX-License-Identifier: MIT
// Makes what the programs read of words/*.json, each a flat object of keys and ICU messages.
//
//   node tools/words.mjs header words/en.json english_words.hpp   what is compiled in
//   node tools/words.mjs table words/ja.json ja.words             what the page fetches
//   node tools/words.mjs pseudo words/en.json en-XA.words         accented and longer, for tests
//   node tools/words.mjs web words/en.json web/generated/words.ts the messages of web/
//
// Keys that begin with web.page. are for index.html, which vite.config.ts fills in; those that begin
// with web. are for the scripts; the page's program has all others.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { argumentsOf, mapText } from './word_message.mjs';

const KEY = /^[a-z][a-z0-9-]*(\.[a-z0-9-]+)+$/;

/** The entries of a words file, checked: [key, message][]. */
export function readWords(path) {
  const words = Object.entries(JSON.parse(readFileSync(path, 'utf8')));
  for (const [key, message] of words) {
    if (!KEY.test(key)) throw new Error(`${path}: the key ${key}`);
    try {
      argumentsOf(message);
    } catch (error) {
      throw new Error(`${path}: ${key}: ${error.message}`);
    }
  }
  return words;
}

const isForPage = ([key]) => key.startsWith('web.page.');
const isForWeb = ([key]) => key.startsWith('web.');

/** FNV-1a, as app/say.hpp has it; the table keeps the last 24 bits. */
export function hashOf(key) {
  let hash = 2166136261;
  for (const byte of Buffer.from(key)) hash = Math.imul(hash ^ byte, 16777619) >>> 0;
  return hash & 0xffffff;
}

/** The bytes that src/app/word_table.hpp describes. */
export function tableOf(tag, words) {
  const rows = words
    .map(([key, message]) => ({ key, hash: hashOf(key), message }))
    .sort((a, b) => a.hash - b.hash);
  for (let i = 1; i < rows.length; ++i) {
    const [a, b] = [rows[i - 1], rows[i]];
    if (a.hash === b.hash) throw new Error(`${a.key} and ${b.key} have one hash: rename one`);
  }
  const count = Buffer.alloc(2);
  count.writeUInt16LE(rows.length);
  const hashes = Buffer.alloc(3 * rows.length);
  rows.forEach((row, i) => hashes.writeUIntLE(row.hash, 3 * i, 3));
  const messages = rows.map((row) => Buffer.from(`${row.message}\0`));
  return Buffer.concat([Buffer.from(`${tag}\n`), count, hashes, ...messages]);
}

/** Three octal digits for what is not plain in a C++ literal; a row of it ends with a message. */
function literal(bytes) {
  let text = '';
  for (const byte of bytes) {
    const plain = byte >= 0x20 && byte < 0x7f && byte !== 0x22 && byte !== 0x5c && byte !== 0x3f;
    text += plain ? String.fromCharCode(byte) : `\\${byte.toString(8).padStart(3, '0')}`;
    if (byte === 0) text += '"\n    "';
  }
  return `    "${text}"`;
}

function headerOf(tag, words) {
  return `// Made of words/${tag}.json by tools/words.mjs.
#pragma once

inline constexpr char kEnglishWords[] =
${literal(tableOf(tag, words))};
`;
}

/** Only {name} placeholders there: web/'s say() knows no more, and no quotes. */
function checkSimple([key, message]) {
  for (const { name, kind } of argumentsOf(message)) {
    if (kind !== 'simple') throw new Error(`${key}: {${name}, ${kind}} is not for web/`);
  }
  if (/'['{}]/.test(message)) throw new Error(`${key}: quotes are not for web/`);
}

export function typescriptOf(words) {
  words.forEach(checkSimple);
  const lines = words.map(
    ([key, message]) => `  ${JSON.stringify(key)}: ${JSON.stringify(message)},`,
  );
  return `// SPDX-License-Identifier: MIT
// Made of words/en.json: node tools/words.mjs web words/en.json web/generated/words.ts
// prettier-ignore
export const words = {
${lines.join('\n')}
} as const;
`;
}

/** index.html with its {web.page.*} in place: a sentence that HTML shows before any script runs. */
export function fillPage(html, path) {
  const words = new Map(readWords(path).filter(isForPage));
  return html.replace(/\{(web\.page\.[a-z0-9.-]+)\}/g, (place, key) => {
    const message = words.get(key);
    if (message === undefined) throw new Error(`index.html: there is no ${key} in ${path}`);
    return message.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
  });
}

const ACCENTED = Object.fromEntries(
  [...'aàbƀcçdđeéfƒgğhĥiîjĵkķlļmɱnñoôpþqɋrŕsštţuûvʋwŵxẋyýzž'].reduce((pairs, letter, i, all) => {
    if (i % 2 === 0) pairs.push([letter, all[i + 1]]);
    return pairs;
  }, []),
);

/** As long as translations become, and in letters that only exist where words are looked up. */
export const pseudo = (message) =>
  mapText(message, (text) => {
    const accented = [...text].map((letter) => ACCENTED[letter] ?? letter).join('');
    return accented.replace(
      /\p{L}{4,}/gu,
      (word) => word + '~'.repeat(Math.round(word.length / 3)),
    );
  });

function make(kind, from, to) {
  const words = readWords(from);
  const tag = basename(from, '.json');
  const ours = words.filter((word) => !isForWeb(word));
  if (kind === 'header') return headerOf(tag, ours);
  if (kind === 'table') return tableOf(tag, ours);
  if (kind === 'pseudo') {
    const messages = ours.map(([key, message]) => [key, pseudo(message)]);
    return tableOf(basename(to, '.words'), messages);
  }
  if (kind === 'web')
    return typescriptOf(words.filter((word) => isForWeb(word) && !isForPage(word)));
  throw new Error('header, table, pseudo or web');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [kind, from, to] = process.argv.slice(2);
  mkdirSync(dirname(to), { recursive: true });
  writeFileSync(to, make(kind, from, to));
}
