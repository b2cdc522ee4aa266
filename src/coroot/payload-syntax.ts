/** Reads the text of a payload as JSON, and says in plain words why a text is none, and what to change. */
import { type JsonNode, type ParsedJson, parseJson } from '../go';

/**
 * The text of a payload as JSON. A byte order mark at its beginning, which editors leave there, counts as a space.
 * Offsets are UTF-16 units of the text.
 */
export function parsePayload(text: string): ParsedJson {
  return parseJson(text.startsWith('\ufeff') ? ` ${text.slice(1)}` : text);
}

/** Whether a value is a text that is a JSON object itself. */
export function holdsObject(node: JsonNode): boolean {
  if (node.kind !== 'string' || !node.value.trimStart().startsWith('{')) return false;
  const parsed = parseJson(node.value);
  return parsed.ok && parsed.node.kind === 'object';
}

/** Where and how reading stopped: Go's message, and the span in UTF-16 units of the character it stopped at. */
export interface SyntaxStop {
  readonly message: string;
  readonly from: number;
  readonly to: number;
}

/** What to tell a person about a syntax error in `text`, and of which stretch of it. */
export function explainSyntax(text: string, stop: SyntaxStop): SyntaxStop {
  const { from, to } = stop;
  if (stop.message.endsWith('in \\u hexadecimal character escape')) {
    const message = '\\u needs four hexadecimal digits after it, as in \\u0041. Write \\\\ for a backslash.';
    return { message, from: text.lastIndexOf('\\', from - 1), to: from };
  }
  return { message: explained(text, stop), from, to };
}

/** Go's own words follow for what is not foreseen. */
function explained(text: string, stop: SyntaxStop): string {
  if (text.trim() === '') return 'The payload is empty. Pick a sample, or paste the JSON that Coroot sent.';
  const at = text.slice(stop.from);
  const before = text.slice(0, stop.from).trimEnd();
  const found = shown(at);
  if (stop.message === 'unexpected end of JSON input') return `The payload ends too early: ${unclosed(text)}`;
  const kind = stopKindOf(stop.message);
  const invisible = kind === 'string' || kind === 'escape' ? null : nameOfInvisible(at);
  if (invisible !== null) return `JSON allows no ${invisible} here. Remove it.`;
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
      if (before.endsWith('n') && /^il\b/.test(at)) return 'Write null instead of nil.';
      return 'Only true, false and null may stand without quotes, in lower case. Put text in double quotes.';
    case 'after-top':
      return `The payload ends before ${found}: there must be one object { … } and nothing after it. Remove the rest.`;
    case 'after-key':
      return `A colon is missing before ${found}: write "key": value.`;
    case 'after-value':
      if (isComment(at)) return noComments;
      if (/^[}\])]/.test(at)) return wrongBracket(text.slice(0, stop.from), at);
      if (at.startsWith(';')) return 'A comma has to separate them, not “;”.';
      if (/\b(?:true|false|null)$/.test(text.slice(0, stop.from)) && /^\w/.test(at)) return bareText(text, stop.from);
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
  [/in string escape code$/, 'escape'],
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
  if (at.startsWith(']') ? before.endsWith('{') : at.startsWith('}') && before.endsWith('[')) {
    return wrongBracket(before, at);
  }
  if (/^[}\],]/.test(at) && before.endsWith(':'))
    return `A value is missing before ${found}. Write "" for an empty text.`;
  if (at.startsWith(',')) return 'There is a comma too many. Remove it.';
  if (/^['‘’“”`]/.test(at)) return `JSON puts text in double quotes ("), not in ${found}.`;
  if (kind === 'key' ? at.startsWith('{') && before.endsWith('{') : at.startsWith('{{'))
    return 'The payload is data, not a template. Write values in place of {{ … }}.';
  if (at.startsWith('\\"')) return 'The quotes have backslashes, as JSON inside a text has. Take the backslashes away.';
  if (kind === 'key') return `A key in double quotes is expected here, not ${found}: write "key": value.`;
  const [word = ''] = /^\w+/.exec(at) ?? [];
  if (/^(?:none|null|nil|undefined|nan)$/i.test(word)) return `Write null instead of ${word}.`;
  if (/^(?:true|false)$/i.test(word)) return `Write ${word.toLowerCase()} instead of ${word}.`;
  if (/^[\p{L}_]/u.test(at)) return bareText(at, 0);
  return `A value is expected here, not ${found}: text in double quotes, a list [ … ] or an object { … }.`;
}

/** What to say of the word without quotes around an offset. */
function bareText(text: string, at: number): string {
  const head = /[\p{L}\p{N}_-]*$/u.exec(text.slice(0, at))?.[0] ?? '';
  const tail = /^[\p{L}\p{N}_-]*/u.exec(text.slice(at))?.[0] ?? '';
  return `Text must be in double quotes: ${JSON.stringify(head + tail)}.`;
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

/** Characters that nobody sees, but for those of JSON itself; names are those of https://www.unicode.org/charts/ */
const invisibleNames: ReadonlyMap<string, string> = new Map([
  ['\u0085', 'next line'],
  ['\u00a0', 'no-break space'],
  ['\u00ad', 'soft hyphen'],
  ['\u034f', 'combining grapheme joiner'],
  ['\u180e', 'Mongolian vowel separator'],
  ['\u200b', 'zero width space'],
  ['\u200c', 'zero width non-joiner'],
  ['\u200d', 'zero width joiner'],
  ['\u200e', 'left-to-right mark'],
  ['\u200f', 'right-to-left mark'],
  ['\u2028', 'line separator'],
  ['\u2029', 'paragraph separator'],
  ['\u202f', 'narrow no-break space'],
  ['\u2060', 'word joiner'],
  ['\u2800', 'blank Braille pattern'],
  ['\u3000', 'ideographic space'],
  ['\u3164', 'Hangul filler'],
  ['\ufe0f', 'variation selector'],
  ['\ufeff', 'byte order mark'],
]);

/** The name of the first character when it is one that nobody sees, such as a no-break space. */
function nameOfInvisible(at: string): string | null {
  const [character = ''] = at;
  if (!/^[\p{Z}\p{Cf}\p{Default_Ignorable_Code_Point}\u0085\u2800]/u.test(character) || character === ' ') return null;
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return `${invisibleNames.get(character) ?? 'invisible character'} (U+${code})`;
}

/** What to say of a closing bracket that does not fit the innermost open one. */
function wrongBracket(before: string, at: string): string {
  const { open } = brackets(before);
  const [closing = ''] = at;
  const [outer, inner] = [open.at(-2), open.at(-1)];
  const [what, right] = inner === '{' ? ['object', '}'] : ['list', ']'];
  return outer === (closing === '}' ? '{' : closing === ']' ? '[' : null)
    ? `The ${what} is not closed: close with ${right} before “${closing}”.`
    : `The ${what} is closed with “${closing}”: close with ${right} instead.`;
}

/** The brackets that are still open where a text ends, and whether it ends within a text. */
function brackets(text: string): { readonly open: readonly string[]; readonly inText: boolean } {
  const open: string[] = [];
  for (let i = 0; i < text.length; i++) {
    const c = text.charAt(i);
    if (c === '{' || c === '[') open.push(c);
    else if (c === '}' || c === ']') open.pop();
    else if (c === '"') {
      i++;
      while (i < text.length && text.charAt(i) !== '"') i += text.charAt(i) === '\\' ? 2 : 1;
      if (i >= text.length) return { open, inText: true };
    }
  }
  return { open, inText: false };
}

/** What is still open where a text ends. */
function unclosed(text: string): string {
  const { open, inText } = brackets(text);
  if (inText) return 'a text has no closing double quote. Add ".';
  const last = open.at(-1);
  if (last === undefined) return 'something is missing after its last character.';
  const closing = [...open]
    .reverse()
    .map((c) => (c === '{' ? '}' : ']'))
    .join('');
  return `${last === '{' ? 'an object' : 'a list'} is not closed. Add ${closing} at the end.`;
}
