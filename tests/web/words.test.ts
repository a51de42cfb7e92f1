// SPDX-License-Identifier: MIT
// Why: a key that is misspelt says nothing at all, a placeholder that nobody fills shows its braces,
// and a sentence that stands in the code is never translated. No compiler sees any of it.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

// @ts-expect-error: plain JavaScript, without types
import { argumentsOf, mapText, parse } from '../../tools/word_message.mjs';
// @ts-expect-error: likewise
import { fillPage, pseudo, readWords, typescriptOf } from '../../tools/words.mjs';
import { say } from '../../web/shell/say';

const root = join(import.meta.dirname, '../..');
const table = join(root, 'words/en.json');
const words = new Map<string, string>(readWords(table));
const page = readFileSync(join(root, 'web/index.html'), 'utf8');

const keyPattern = /^[a-z][a-z0-9-]*(\.[a-z0-9-]+)+$/;
const families = new Set([...words.keys()].map((key) => key.split('.')[0]!));
const isKey = (text: string) => keyPattern.test(text) && families.has(text.split('.')[0]!);

interface Literal {
  file: string;
  text: string;
  before: string; // of the code, without comments
}

const tokens = {
  cpp: /\/\/[^\n]*|\/\*[^]*?\*\/|#include[^\n]*|"((?:[^"\\\n]|\\.)*)"|(?<!\d)'(?:[^'\\\n]|\\.)'/g,
  ts: /(?<!:)\/\/[^\n]*|\/\*[^]*?\*\/|import [^;]*;|\} from [^;]*;|'((?:[^'\\\n]|\\.)*)'|"(?:[^"\\\n]|\\.)*"|`((?:[^`\\]|\\.)*)`/g,
};

function filesBelow(folder: string, ending: RegExp): string[] {
  const entries = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' });
  return entries.filter((name) => ending.test(name)).map((name) => `${folder}/${name}`);
}

// The code without comments, and its string literals. Those that follow each other are one.
function read(file: string): { code: string; literals: Literal[] } {
  const source = readFileSync(join(root, file), 'utf8');
  let code = '';
  let end = 0;
  const literals: Literal[] = [];
  for (const match of source.matchAll(file.endsWith('.ts') ? tokens.ts : tokens.cpp)) {
    const between = source.slice(end, match.index);
    end = match.index + match[0].length;
    const text = match[1] ?? match[2];
    const last = literals.at(-1);
    if (text !== undefined && last && between.trim() === '' && /"$/.test(code.trimEnd())) {
      last.text += text;
    } else if (text !== undefined) {
      literals.push({ file, text, before: (code + between).slice(-200) });
    }
    code += between + (/^(\/\/|\/\*)/.test(match[0]) ? '' : match[0]);
  }
  return { code: code + source.slice(end), literals };
}

const cpp = ['src/app', 'src/features', 'src/kit', 'src/shell']
  .flatMap((folder) => filesBelow(folder, /\.[ch]pp$/))
  .map(read);
const scripts = ['web/shell', 'web/files', 'web/text']
  .flatMap((folder) => filesBelow(folder, /\.ts$/))
  .map(read);

const placesOf = (message: string): string[] =>
  [...new Set<string>(argumentsOf(message).map(({ name }: { name: string }) => name))].sort();

// The text between the parenthesis that was opened before `start` and its end.
function enclosed(code: string, start: number): string {
  let depth = 1;
  let at = start;
  for (; at < code.length && depth > 0; ++at) {
    if (code[at] === '"') at = code.indexOf('"', at + 1);
    if (code[at] === '(') ++depth;
    if (code[at] === ')') --depth;
  }
  return code.slice(start, at - 1);
}

// Each say() with its keys and the names of what it fills in.
function* calls(code: string): Generator<{ keys: string[]; names: string[] }> {
  for (const { index, 0: begin } of code.matchAll(/\bsay\(/g)) {
    const inside = enclosed(code, index + begin.length);
    const [first = '', ...rest] = inside.split(/,\s*\{\{/);
    const keys = [...first.matchAll(/["']([^"']*)["']/g)].map(([, text]) => text!).filter(isKey);
    const list = rest.length === 0 ? '' : `{${rest.join(', {{')}`;
    const names = [...list.matchAll(/\{"([a-z_-]+)",/g)].map(([, name]) => name!);
    yield { keys, names: [...new Set(names)].sort() };
  }
}

// Messages that are asked for by a key in a table or in a variable, with what they are given.
const filledElsewhere: [RegExp, string[]][] = [
  [/^tool\.[a-z]+\.tooltip$/, ['key']], // draw/panel/commands.cpp
  [/^number\.(percent|.*-percent|.*bytes|thousands|millions|milliseconds)$/, ['number']],
  [/^opening\.(file-part|engine)$/, ['model', 'received', 'total']],
];

describe('words/en.json', () => {
  const used = new Set<string>();
  for (const { literals } of [...cpp, ...scripts]) {
    for (const { text } of literals) if (isKey(text)) used.add(text);
  }
  for (const [, key] of page.matchAll(/\{(web\.page\.[a-z0-9.-]+)\}/g)) used.add(key!);
  // Key::of("error.", name): which of them is known at run time; tests/app/say.test.cpp asks for all.
  const open = cpp.flatMap(({ code }) =>
    [...code.matchAll(/Key::of\("([a-z.-]+\.)"/g)].map(([, family]) => family!),
  );

  it('has every key that is used', () => {
    expect([...used].filter((key) => !words.has(key))).toEqual([]);
  });

  it('has no key that nobody uses', () => {
    const isUsed = (key: string) => used.has(key) || open.some((family) => key.startsWith(family));
    expect([...words.keys()].filter((key) => !isUsed(key))).toEqual([]);
  });

  it('has the placeholders that are filled in, and no others', () => {
    const wrong: string[] = [];
    const direct = new Set<string>();
    for (const { code } of cpp) {
      for (const { keys, names } of calls(code)) {
        for (const key of keys) {
          direct.add(key);
          const places = placesOf(words.get(key) ?? '');
          const given = names.filter((name) => places.includes(name));
          // One of two messages may need less than the other.
          const enough = places.length === given.length;
          const exact = keys.length > 1 || given.length === names.length;
          if (!enough || !exact) wrong.push(`${key} has ${places}, gets ${names}`);
        }
      }
    }
    for (const key of used) {
      if (direct.has(key) || key.startsWith('web.')) continue;
      const given = filledElsewhere.find(([pattern]) => pattern.test(key))?.[1] ?? [];
      const places = placesOf(words.get(key) ?? '');
      if (places.join() !== given.join()) wrong.push(`${key} has ${places}, gets ${given}`);
    }
    expect(wrong).toEqual([]);
  });

  it('is what the scripts of the page have', () => {
    const web = [...words].filter(([key]) => /^web\.(?!page\.)/.test(key));
    const generated = readFileSync(join(root, 'web/generated/words.ts'), 'utf8');
    expect(generated).toBe(typescriptOf(web));
  });

  it('gives index.html all its sentences', () => {
    const filled: string = fillPage(page, table);
    expect(filled).not.toMatch(/\{web\./);
    expect(filled).toContain('<title>Atelier: draw a garment');
    expect(() => fillPage('{web.page.nothing}', table)).toThrow('web.page.nothing');
  });
});

describe('sentences', () => {
  const isSentence = (text: string) => / /.test(text) && /[a-z]{2}/.test(text);
  const isLabel = (text: string) => /^[A-Z][a-z]{2,}/.test(text);

  // What is left in C++, and why.
  const allowed: [RegExp, (literal: Literal) => boolean][] = [
    // Names of results as their sources cite them.
    [/report\/published_results\.hpp$/, () => true],
    // What the authors of scripts read: the types, README's outline, why an action is refused.
    [
      /^src\/app\/(describe|documented|json|read_json|read_news|script_words|spec|view)\.[ch]pp$/,
      () => true,
    ],
    [/\/(actions|dispatch)\.[ch]pp$/, () => true],
    [/\/((described|error_fields|snapshot)\.hpp|snapshot_types\.cpp)$/, () => true],
    // Details of an error, for developers; a person reads its sentence.
    [/./, ({ before }) => /ErrorCode::k\w+,[^;]*$/.test(before)],
    [/./, ({ before }) => /(assert|static_assert)\([^;]*$/.test(before)],
    // Ids of ImGui, which nobody sees: in lower case, where a widget takes its id.
    [
      /./,
      ({ text, before }) =>
        /^[a-z ]+$/.test(text) &&
        /(\btheme, |\.add\(|\badd\(|press_on_cloth\(|press_area\(|\bid = |kId = |kMenu = |BeginChild\()$|"[a-z ]+"\s*:\s*$|\?\s*$/.test(
          before,
        ),
    ],
    // Keys of the keyboard.
    [/draw\/panel\/commands\.cpp$/, ({ text }) => /^(Ctrl\+|Shift\+)*[A-Z]\w*$/.test(text)],
    // The window of the page.
    [/^src\/shell\/ui\.cpp$/, ({ text }) => text === 'Atelier'],
  ];

  it('are in no C++ file', () => {
    const left = cpp
      .flatMap(({ literals }) => literals)
      .filter(({ text }) => isSentence(text) || isLabel(text))
      .filter((each) => !allowed.some(([file, may]) => file.test(each.file) && may(each)));
    expect(left.map(({ file, text }) => `${file}: ${text}`)).toEqual([]);
  });

  it('are in no script of the page but for developers', () => {
    const forDevelopers =
      /(Failure|Error|DOMException|refuse|matchMedia|console\.\w+)\([^;]*$|(sign|detail|found) = [^;]*$|type: $|errorDetail[^;]*$/;
    const left = scripts
      .flatMap(({ literals }) => literals)
      .filter(({ text }) => isSentence(text.replace(/\$\{[^}]*\}/g, '')))
      .filter(({ before }) => !forDevelopers.test(before));
    expect(left.map(({ file, text }) => `${file}: ${text}`)).toEqual([]);
  });

  it('are in index.html by their keys', () => {
    const text = page.replace(/<!--[^]*?-->/g, '').replace(/<[^>]*>/g, ' ');
    expect(
      text
        .replace(/\{web\.page\.[a-z.-]+\}/g, '')
        .replaceAll('Atelier', '')
        .trim(),
    ).toBe('');
    for (const [attribute] of page.matchAll(/(aria-label|title|alt|placeholder)="[^"]*"/g)) {
      expect(attribute).toMatch(/="\{web\.page\.[a-z.-]+\}"$/);
    }
  });
});

describe('a message', () => {
  it('is read as ICU MessageFormat has it', () => {
    expect(argumentsOf('{n, plural, one {# of {all}} other {#}}')).toEqual([
      { name: 'n', kind: 'plural' },
      { name: 'all', kind: 'simple' },
    ]);
    expect(parse("it''s '{'it'}' isn't")).toEqual(["it's {it} isn't"]);
    for (const wrong of ['{', '}', '{a', '{a, plural, one {x}}', '{a, number}', "'{a"]) {
      expect(() => parse(wrong), wrong).toThrow();
    }
  });

  it('keeps its places where its text changes', () => {
    const message = "It's {n, plural, =0 {no {what}} one {# {what}} other {# '#'s}}, '{'x'}'";
    expect(mapText(message, (text: string) => text)).toBe(
      "It''s {n, plural, =0 {no {what}} one {# {what}} other {# '#'s}}, '{'x'}'",
    );
    expect(pseudo('{count, plural, one {# image} other {# images}}')).toBe(
      '{count, plural, one {# îɱàğé~~} other {# îɱàğéš~~}}',
    );
  });

  it('is said by the page with its values', () => {
    expect(say('web.loading', { received: '1 kB', total: '2 kB' })).toBe(
      'Loading the page, 1 kB of 2 kB',
    );
    expect(() => typescriptOf([['web.x', '{n, plural, other {#}}']])).toThrow('web.x');
  });
});
