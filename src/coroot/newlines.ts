/**
 * What Coroot does to a template's output before it sends it: raw newlines inside the top-level string values of a JSON
 * object become `\n`, so that a template may break its lines. Coroot walks the output with `jsonparser.ObjectEach` of
 * https://pkg.go.dev/github.com/buger/jsonparser, a lenient reader; what that reader accepts decides whether the output
 * is repaired or sent unchanged, so this walk accepts exactly the same texts.
 */

/** A newline that was replaced: `at` is its UTF-16 offset in the output; in the body it takes two characters. */
export interface NewlineEdit {
  readonly at: number;
}

/** Why the output was left as it was, and the UTF-16 offset in the output where the walk stopped. */
export interface WalkStop {
  readonly reason: string;
  readonly at: number;
}

/**
 * The body that Coroot sends. `applied` says whether the walk reached the object's end; when it did not, `body` is the
 * output unchanged and `stop` tells why. `edits` are in ascending order and may be empty either way.
 */
export type EscapedOutput =
  | { readonly applied: true; readonly body: string; readonly edits: readonly NewlineEdit[] }
  | { readonly applied: false; readonly body: string; readonly edits: readonly []; readonly stop: WalkStop };

const newline = 0x0a;
const quoteMark = 0x22;
const comma = 0x2c;
const colon = 0x3a;
const openBracket = 0x5b;
const backslash = 0x5c;
const closeBracket = 0x5d;
const openBrace = 0x7b;
const closeBrace = 0x7d;

/** Carries a stop out of the walk; it never leaves this module. */
class Stopped extends Error {
  constructor(readonly stop: WalkStop) {
    super(stop.reason);
  }
}

function stopWalk(at: number, reason: string): never {
  throw new Stopped({ reason, at });
}

/**
 * Applies Coroot's newline escaping to a template's output. Never fails: an output that is not a JSON object is sent as
 * it is.
 */
export function escapeNewlines(output: string): EscapedOutput {
  const edits: NewlineEdit[] = [];
  try {
    walkObject(output, (from, to) => {
      for (let at = from; at < to; at++) if (output.charCodeAt(at) === newline) edits.push({ at });
    });
  } catch (error) {
    if (error instanceof Stopped) return { applied: false, body: output, edits: [], stop: error.stop };
    throw error;
  }
  if (edits.length === 0) return { applied: true, body: output, edits };
  const parts: string[] = [];
  let at = 0;
  for (const edit of edits) {
    parts.push(output.slice(at, edit.at));
    at = edit.at + 1;
  }
  parts.push(output.slice(at));
  return { applied: true, body: parts.join('\\n'), edits };
}

/** Where offset `at` of the body is in the output; inside an escape that Coroot made it is the newline's. */
export function outputOffset(edits: readonly NewlineEdit[], at: number): number {
  let low = 0;
  let high = edits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    // In the body the escape of the edit starts after the characters that earlier edits added.
    if ((edits[middle]?.at ?? at) + middle < at) low = middle + 1;
    else high = middle;
  }
  return at - low;
}

/** object = "{" [ member { "," member } [ "," ] ] "}" anything */
function walkObject(s: string, stringValue: (from: number, to: number) => void): void {
  let i = skipSpace(s, 0);
  if (s.charCodeAt(i) !== openBrace) stopWalk(i, 'it does not start with `{`, so it is no JSON object');
  i = skipSpace(s, i + 1);
  if (s.charCodeAt(i) === closeBrace) return;
  for (;;) {
    if (i >= s.length) stopWalk(i, 'the object has no closing `}`');
    // A comma may stand before the closing brace: the walk is that lenient.
    if (s.charCodeAt(i) === closeBrace) return;
    i = walkMember(s, i, stringValue);
    if (i >= s.length) stopWalk(i, 'the object has no closing `}`');
    const unit = s.charCodeAt(i);
    if (unit === closeBrace) return;
    if (unit !== comma) stopWalk(i, 'a `,` or `}` is missing after the value');
    i = skipSpace(s, i + 1);
  }
}

/** member = string ":" value; gives the offset of what follows. */
function walkMember(s: string, at: number, stringValue: (from: number, to: number) => void): number {
  if (s.charCodeAt(at) !== quoteMark) stopWalk(at, 'a key must be in double quotes');
  const keyEnd = stringEnd(s, at + 1);
  if (keyEnd === -1) stopWalk(at, 'a key has no closing quote');
  checkKeyEscapes(s, at + 1, keyEnd - 1);
  let i = skipSpace(s, keyEnd);
  if (s.charCodeAt(i) !== colon) stopWalk(i, 'a `:` is missing after the key');
  i = skipSpace(s, i + 1);
  if (i >= s.length) stopWalk(i, 'a value is missing after the `:`');
  const end = valueEnd(s, i);
  if (s.charCodeAt(i) === quoteMark) stringValue(i + 1, end - 1);
  return skipSpace(s, end);
}

/** value = string | array | object | scalar, the inside of arrays and objects being skipped unread; gives its end. */
function valueEnd(s: string, from: number): number {
  switch (s.charCodeAt(from)) {
    case quoteMark: {
      const end = stringEnd(s, from + 1);
      if (end === -1) stopWalk(from, 'a text has no closing quote');
      return end;
    }
    case openBracket:
      return blockEnd(s, from, openBracket, closeBracket);
    case openBrace:
      return blockEnd(s, from, openBrace, closeBrace);
    default: {
      const end = scalarEnd(s, from);
      if (!isScalar(s, from, end)) {
        stopWalk(from, 'a value is neither text, number, true, false, null, list nor object');
      }
      return end;
    }
  }
}

/** Whatever starts like a number counts as one; words must be exact. */
function isScalar(s: string, from: number, to: number): boolean {
  if (/[-0-9]/.test(s.charAt(from))) return true;
  return to - from <= 5 && ['true', 'false', 'null'].includes(s.slice(from, to));
}

function scalarEnd(s: string, from: number): number {
  for (let i = from; i < s.length; i++) {
    const unit = s.charCodeAt(i);
    if (isSpace(unit) || unit === comma || unit === closeBrace || unit === closeBracket) return i;
  }
  return s.length;
}

/**
 * Finds the closing bracket of the kind that opened; brackets of the other kind are not looked at, texts are stepped
 * over.
 */
function blockEnd(s: string, from: number, open: number, close: number): number {
  let depth = 0;
  for (let i = from; i < s.length; i++) {
    const unit = s.charCodeAt(i);
    if (unit === open) depth++;
    else if (unit === close) {
      if (--depth === 0) return i + 1;
    } else if (unit === quoteMark) {
      const end = stringEnd(s, i + 1);
      if (end === -1) break;
      i = end - 1;
    }
  }
  return stopWalk(from, open === openBrace ? 'an object has no closing `}`' : 'a list has no closing `]`');
}

/**
 * The offset after the quote that closes the text begun before `from`, or -1. A quote after an odd run of backslashes
 * is text.
 */
function stringEnd(s: string, from: number): number {
  for (let at = s.indexOf('"', from); at !== -1; at = s.indexOf('"', at + 1)) {
    let slashes = at;
    while (slashes > from && s.charCodeAt(slashes - 1) === backslash) slashes--;
    if ((at - slashes) % 2 === 0) return at + 1;
  }
  return -1;
}

/** Keys, unlike values, have their escapes read, and one that JSON does not know stops the walk. */
function checkKeyEscapes(s: string, from: number, to: number): void {
  const key = s.slice(from, to);
  for (let i = key.indexOf('\\'); i !== -1; i = key.indexOf('\\', i)) {
    const width = escapeWidth(key.slice(i, i + 12));
    if (width === 0) stopWalk(from + i, 'a key has an escape that JSON does not know');
    i += width;
  }
}

/**
 * The length of the escape a text starts with, or 0 when it is none. A surrogate of either half needs a second `\u`
 * escape of at least DC00 after it; that the pair makes no character is not noticed.
 */
function escapeWidth(text: string): number {
  if (/^\\["\\/bfnrt]/.test(text)) return 2;
  const [, first, second] = /^\\u([0-9a-f]{4})(?:\\u([0-9a-f]{4}))?/i.exec(text) ?? [];
  if (first === undefined) return 0;
  if (!/^d[89a-f]/i.test(first)) return 6;
  return second !== undefined && parseInt(second, 16) >= 0xdc00 ? 12 : 0;
}

function skipSpace(s: string, from: number): number {
  let i = from;
  while (i < s.length && isSpace(s.charCodeAt(i))) i++;
  return i;
}

function isSpace(unit: number): boolean {
  return unit === 0x20 || unit === newline || unit === 0x0d || unit === 0x09;
}
