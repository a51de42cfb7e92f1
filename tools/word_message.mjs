// SPDX-License-Identifier: MIT
// Reads the part of ICU MessageFormat that src/app/message_format.hpp has, written a second time: what is
// compiled in has been read by both.

/**
 * The parts of a message: text as a string, a placeholder as {name, kind, cases}. Throws an Error
 * that says where a message is none.
 */
export function parse(message) {
  let at = 0;
  const fail = (what) => {
    throw new Error(`${what} at ${at} of ${JSON.stringify(message)}`);
  };
  const take = (wanted) => message[at] === wanted && (++at, true);
  const skipSpace = () => {
    while (/\s/.test(message[at] ?? '')) ++at;
  };
  const word = () => {
    skipSpace();
    const found = /^[^\s{},'#|<>=:]+/.exec(message.slice(at))?.[0] ?? fail('no name');
    at += found.length;
    skipSpace();
    return found;
  };

  function quoted(inPlural) {
    const after = message[at + 1];
    if (after === "'") return ((at += 2), "'");
    if (after !== '{' && after !== '}' && !(inPlural && after === '#')) return (++at, "'");
    const end = message.indexOf("'", at + 1);
    if (end < 0) fail('a quotation without an end');
    const text = message.slice(at + 1, end);
    at = end + 1;
    return text;
  }

  function text(inPlural) {
    const parts = [];
    const add = (letters) => {
      if (typeof parts.at(-1) === 'string') parts.push(parts.pop() + letters);
      else parts.push(letters);
    };
    while (at < message.length && message[at] !== '}') {
      if (message[at] === '{') parts.push(placeholder());
      else if (message[at] === "'") add(quoted(inPlural));
      else if (message[at] === '#' && inPlural) (parts.push({ kind: 'count' }), ++at);
      else add(message[at++]);
    }
    return parts;
  }

  function placeholder() {
    take('{');
    const name = word();
    if (take('}')) return { name, kind: 'simple' };
    if (!take(',')) fail('neither } nor ,');
    const kind = word();
    if (kind !== 'plural' && kind !== 'select') fail(`the kind ${kind}`);
    if (!take(',')) fail('no ,');
    const cases = new Map();
    skipSpace();
    while (!take('}')) {
      const selector = (kind === 'plural' && take('=') ? '=' : '') + word();
      if (cases.has(selector)) fail(`twice ${selector}`);
      if (!take('{')) fail('no {');
      cases.set(selector, text(kind === 'plural'));
      if (!take('}')) fail('no }');
      skipSpace();
    }
    if (!cases.has('other')) fail('no other');
    return { name, kind, cases };
  }

  const parts = text(false);
  if (at < message.length) fail('a } too many');
  return parts;
}

/** The placeholders of a message: {name, kind}[], each name once for each of its kinds. */
export function argumentsOf(message) {
  const found = new Map();
  const visit = (parts) => {
    for (const part of parts) {
      if (typeof part === 'string' || part.kind === 'count') continue;
      found.set(`${part.name} ${part.kind}`, { name: part.name, kind: part.kind });
      part.cases?.forEach(visit);
    }
  };
  visit(parse(message));
  return [...found.values()];
}

/** The message with each piece of text changed, and nothing that the format reads. */
export function mapText(message, change) {
  const write = (parts, inPlural) =>
    parts
      .map((part) => {
        if (part.kind === 'count') return '#';
        if (part.kind === 'simple') return `{${part.name}}`;
        if (typeof part === 'string') return quote(change(part), inPlural);
        const cases = [...part.cases].map(([selector, text]) => {
          return `${selector} {${write(text, part.kind === 'plural')}}`;
        });
        return `{${part.name}, ${part.kind}, ${cases.join(' ')}}`;
      })
      .join('');
  return write(parse(message), false);
}

const quote = (text, inPlural) =>
  text.replaceAll("'", "''").replace(inPlural ? /[{}#]+/g : /[{}]+/g, (syntax) => `'${syntax}'`);
