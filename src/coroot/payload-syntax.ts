/** Says in plain words why a text is not JSON, and what to change. */

/** Where and how reading stopped: Go's message and the UTF-16 offset of the character it stopped at. */
export interface SyntaxStop {
  readonly message: string;
  readonly from: number;
}

/** What to tell a person about a syntax error in `text`. Go's own words follow for what is not foreseen. */
export function explainSyntax(text: string, stop: SyntaxStop): string {
  if (text.trim() === '') return 'The payload is empty. Pick a sample, or paste the JSON that Coroot sent.';
  if (text.charCodeAt(0) === 0xfeff)
    return 'The payload starts with a byte order mark, which JSON does not allow. Remove the first character.';
  const at = text.slice(stop.from);
  const before = text.slice(0, stop.from).trimEnd();
  const found = shown(at);
  if (stop.message === 'unexpected end of JSON input') return `The payload ends too early: ${unclosed(text)}`;
  const kind = stopKindOf(stop.message);
  switch (kind) {
    case 'string':
      return at.startsWith('\n') || at.startsWith('\r')
        ? 'A text cannot go over a line break. Write \\n for one, and check that the text has its closing quote.'
        : `A text cannot contain the control character ${found}. Write it as ${escaped(at)}.`;
    case 'escape':
      return `\\${[...at][0] ?? ''} means nothing in JSON. Write \\\\ for a backslash; \\n, \\t, \\" and \\u0041 are known.`;
    case 'number':
      return notInNumber(found);
    case 'literal':
      return 'Only true, false and null may stand without quotes, in lower case. Put text in double quotes.';
    case 'after-top':
      return `The payload ends before ${found}: there must be one object { … } and nothing after it. Remove the rest.`;
    case 'after-key':
      return `A colon is missing before ${found}: write "key": value.`;
    case 'after-value':
      if (isComment(at)) return noComments;
      if (/[\d.]$/.test(text.slice(0, stop.from)) && /^[^\s"{[]/.test(at)) return notInNumber(found);
      return `A comma is missing before ${found}, or the text before it has a quote too many.`;
    case 'key':
    case 'value':
      return isComment(at) ? noComments : unexpected(kind, at, before, found);
    case 'other':
      return `This is not JSON: ${stop.message}.`;
    default: {
      const never: never = kind;
      return never;
    }
  }
}

const noComments = 'JSON has no comments. Remove it.';

function notInNumber(found: string): string {
  return `${found} does not belong in a number. Put the value in double quotes if it is text.`;
}

/** What Go was reading when it stopped. */
type StopKind =
  'string' | 'escape' | 'number' | 'literal' | 'after-top' | 'after-key' | 'after-value' | 'key' | 'value' | 'other';

/** By the end of Go's message. */
const stopKinds: readonly (readonly [pattern: RegExp, kind: StopKind])[] = [
  [/in string literal$/, 'string'],
  [/in string escape code$|in \\u hexadecimal character escape$/, 'escape'],
  [/in numeric literal$|after decimal point|in exponent of/, 'number'],
  [/in literal (?:true|false|null) /, 'literal'],
  [/after top-level value$/, 'after-top'],
  [/after object key$/, 'after-key'],
  [/after (?:object key:value pair|array element)$/, 'after-value'],
  [/looking for beginning of object key string$/, 'key'],
  [/looking for beginning of value$/, 'value'],
];

function stopKindOf(message: string): StopKind {
  return stopKinds.find(([pattern]) => pattern.test(message))?.[1] ?? 'other';
}

function unexpected(kind: 'key' | 'value', at: string, before: string, found: string): string {
  if (/^[}\]]/.test(at) && before.endsWith(','))
    return `There is a comma before ${found} with nothing after it. Remove the comma.`;
  if (/^[}\],]/.test(at) && before.endsWith(':'))
    return `A value is missing before ${found}. Write "" for an empty text.`;
  if (at.startsWith(',')) return 'There is a comma too many. Remove it.';
  if (/^['‘’“”`]/.test(at)) return `JSON puts text in double quotes ("), not in ${found}.`;
  if (kind === 'key' ? at.startsWith('{') && before.endsWith('{') : at.startsWith('{{'))
    return 'The payload is data, not a template. Write values in place of {{ … }}.';
  if (kind === 'key') return `A key in double quotes is expected here, not ${found}: write "key": value.`;
  if (/^[\p{L}_]/u.test(at))
    return `Text must be in double quotes: ${JSON.stringify(/^[\p{L}\p{N}_-]+/u.exec(at)?.[0] ?? '')}.`;
  return `A value is expected here, not ${found}: text in double quotes, a list [ … ] or an object { … }.`;
}

function isComment(at: string): boolean {
  return /^(?:\/\/|\/\*|#)/.test(at);
}

function shown(at: string): string {
  const [character] = at;
  if (character === undefined) return 'the end';
  return character < ' ' || character === '\u007f' ? escaped(at) : `“${character}”`;
}

function escaped(at: string): string {
  return JSON.stringify([...at][0] ?? '').slice(1, -1);
}

/** What is still open where a text ends. */
function unclosed(text: string): string {
  const open: string[] = [];
  for (let i = 0; i < text.length; i++) {
    const c = text.charAt(i);
    if (c === '{' || c === '[') open.push(c);
    else if (c === '}' || c === ']') open.pop();
    else if (c === '"') {
      i++;
      while (i < text.length && text.charAt(i) !== '"') i += text.charAt(i) === '\\' ? 2 : 1;
      if (i >= text.length) return 'a text has no closing double quote. Add ".';
    }
  }
  const last = open.at(-1);
  if (last === undefined) return 'something is missing after its last character.';
  const closing = open
    .reverse()
    .map((c) => (c === '{' ? '}' : ']'))
    .join('');
  return `${last === '{' ? 'an object' : 'a list'} is not closed. Add ${closing} at the end.`;
}
