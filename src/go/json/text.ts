/** JSON text as Go writes it: quoted strings, and other people's JSON squeezed to one line. */
import { isEscapedByte } from '../utf8';
import { type ParsedJson, parseJson } from './scan';

const shortEscapes: ReadonlyMap<number, string> = new Map([
  [0x08, '\\b'],
  [0x09, '\\t'],
  [0x0a, '\\n'],
  [0x0c, '\\f'],
  [0x0d, '\\r'],
  [0x22, '\\"'],
  [0x5c, '\\\\'],
]);

const fewerEscapes: ReadonlyMap<number, string> = new Map([...shortEscapes].filter(([c]) => c !== 0x08 && c !== 0x0c));

/** Whether a unit stands for itself in a JSON string; `<`, `>` and `&` do not, so that the text can stand in HTML. */
function isPlain(c: number): boolean {
  if (c < 0x80) return c >= 0x20 && c !== 0x22 && c !== 0x5c && c !== 0x3c && c !== 0x3e && c !== 0x26;
  return c !== 0x2028 && c !== 0x2029 && (c < 0xd800 || c > 0xdfff);
}

/** Finds every unit that is not `isPlain`, quicker than asking about each. */
const special = /[^ !#-%'-;=?-[\]-\u2027\u202a-\ud7ff\ue000-\uffff]/;

/** A JSON string with its quotes. A byte that is not UTF-8 becomes `\ufffd`, escaped as Go escapes it. */
export function quoteJson(s: string): string {
  return quoted(s, shortEscapes);
}

/** As `quoteJson` in older releases: backspace and form feed have no escapes of their own. */
export function quoteJsonLong(s: string): string {
  return quoted(s, fewerEscapes);
}

function quoted(s: string, escapes: ReadonlyMap<number, string>): string {
  if (!special.test(s)) return `"${s}"`;
  let out = '"';
  let start = 0;
  for (let i = 0; i < s.length; i++) {
    const c = s.charCodeAt(i);
    if (isPlain(c)) continue;
    if (c >= 0xd800 && c <= 0xdfff && (s.codePointAt(i) ?? 0) > 0xffff) {
      i++;
      continue;
    }
    out += s.slice(start, i) + escapeUnit(c, escapes);
    start = i + 1;
  }
  return `${out}${s.slice(start)}"`;
}

function escapeUnit(c: number, escapes: ReadonlyMap<number, string>): string {
  if (isEscapedByte(c)) return '\\ufffd';
  // Any other lone surrogate is U+FFFD itself, which needs no escape.
  if (c >= 0xd800 && c <= 0xdfff) return '\ufffd';
  return escapes.get(c) ?? `\\u${c.toString(16).padStart(4, '0')}`;
}

/** What squeezing gave: one line, or what is wrong with the text. */
export type CompactJson = { readonly ok: true; readonly text: string } | Extract<ParsedJson, { readonly ok: false }>;

/** Go's `json.Compact` with HTML escaping: spaces outside strings go, the characters HTML minds are escaped. */
export function compactJson(text: string): CompactJson {
  const parsed = parseJson(text);
  if (!parsed.ok) return parsed;
  let out = '';
  let start = 0;
  let inString = false;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 0x22) inString = !inString;
    else if (c === 0x5c) i++;
    else if (inString ? mindedByHtml(c) : c <= 0x20) {
      out += text.slice(start, i) + (inString ? escapeUnit(c, shortEscapes) : '');
      start = i + 1;
    }
  }
  return { ok: true, text: out + text.slice(start) };
}

function mindedByHtml(c: number): boolean {
  return c === 0x3c || c === 0x3e || c === 0x26 || c === 0x2028 || c === 0x2029;
}
