/** Text that was meant to be an action: a brace is missing, or the delimiters are another language's. */
import type { Span } from './actions';
import type { Names } from './names';
import type { ActionSource } from './statement';
import type { Validity } from './valid';

/** A stretch of text that was meant to be an action. */
export interface Stray extends ActionSource {
  /** The code of its finding. */
  readonly code: 'missing-brace' | 'single-braces' | 'jinja' | 'placeholder' | 'erb';
  /** Whether its content is Go's as it is. */
  readonly isGo: boolean;
}

/** What begins a candidate; each alternative stops where the next candidate could begin. */
const candidate =
  /\{%(-?)([^%]*?)(-?)%\}|\{#([^#]*)#\}|<%[=-]?([^%]*?)-?%>|[$#%]\{([^{}\n]*)\}|\$\(([^()\n]*)\)|\[\[-?(\s*[.$][^[\]\n]*?)-?\]\]|(?<![\w$\\])\$([A-Z]\w*(?:\.[A-Z]\w*)*)(?![\w(])|\{/g;

/** No action is longer than this many characters; a brace that nothing closes is not followed further. */
const longest = 2000;

/** A key of JSON. */
const jsonKey = /"(?:[^"\\\n]|\\.)*"\s*:/y;

/** A field without its point in single braces: `{Status}`. */
const fieldName = /\{([A-Z]\w*)(?:\.[A-Z]\w*)*\}/y;

const quotes = new Set(['"', '`']);

/** The stretches of a template's text that were meant to be actions. */
export function straysOf(
  text: string,
  texts: readonly Span[],
  names: Names,
  valid: Validity,
  most: number,
): readonly Stray[] {
  const strays: Stray[] = [];
  for (const { from, to } of texts) {
    if (strays.length >= most) break;
    const part = text.slice(from, to);
    if (!/[{<$]|\[\[/.test(part)) continue;
    candidate.lastIndex = 0;
    for (let found = candidate.exec(part); found !== null; found = candidate.exec(part)) {
      const stray = found[0] === '{' ? braced(text, from + found.index, to, names, valid) : foreign(found, from, names);
      if (stray === null) continue;
      strays.push(stray);
      if (strays.length >= most) break;
      candidate.lastIndex = stray.to - from;
    }
  }
  return strays;
}

function foreign(found: RegExpExecArray, offset: number, names: Names): Stray | null {
  const [all, leftTrim = '', statement, rightTrim = '', note, erb, dollar, shell, square, bare] = found;
  const from = offset + found.index;
  const to = from + all.length;
  const make = (
    code: Stray['code'],
    content: string,
    left: Stray['left'] = '{{',
    right: Stray['right'] = '}}',
  ): Stray => {
    const insideFrom = from + (content === '' ? 0 : all.indexOf(content, code === 'placeholder' ? 2 : 1));
    return { from, to, insideFrom, insideTo: insideFrom + content.length, left, right, code, isGo: false };
  };
  if (statement !== undefined) {
    if (!/^\s*[a-z]/i.test(statement)) return null;
    return make('jinja', statement, leftTrim === '' ? '{{' : '{{-', rightTrim === '' ? '}}' : '-}}');
  }
  if (note !== undefined) return /^\s/.test(note) ? make('jinja', `#${note}`) : null;
  if (erb !== undefined) return /[a-z]/i.test(erb) ? make('erb', erb) : null;
  if (bare !== undefined) {
    return names.hasField(bare.replace(/\..*$/, ''))
      ? { ...make('placeholder', bare), insideFrom: from + 1, insideTo: to }
      : null;
  }
  const content = dollar ?? shell ?? square ?? '';
  return isOfThisWorld(content, names) ? make('placeholder', content) : null;
}

/** Whether a placeholder names a field, a variable or a function that there is. */
function isOfThisWorld(content: string, names: Names): boolean {
  const [, sign = '', name = ''] = /^\s*(\.|\$)?([\p{L}_][\p{L}\p{Nd}_]*)/u.exec(content) ?? [];
  if (sign === '.') return true;
  if (sign === '$') return names.variables.has(`$${name}`);
  return name !== '' && (names.fieldOf(name, 0) !== null || (names.functions.has(name) && /\w\s+[.$]/.test(content)));
}

/** `{ .X }`, `{ .X }}` and the like, where what stands inside is an action of Go's. */
function braced(text: string, from: number, limit: number, names: Names, valid: Validity): Stray | null {
  const trims = text[from + 1] === '-' && /\s/.test(text.charAt(from + 2));
  const insideFrom = from + (trims ? 2 : 1);
  let start = insideFrom;
  while (start < limit && /\s/.test(text.charAt(start))) start++;
  fieldName.lastIndex = from;
  const field = fieldName.exec(text);
  if (field !== null && from + field[0].length <= limit && names.hasField(field[1] ?? '')) {
    const to = from + field[0].length;
    return { from, to, insideFrom, insideTo: to - 1, left: '{{', right: '}}', code: 'single-braces', isGo: false };
  }
  if (start === limit || !/[.$("`a-z/]/.test(text.charAt(start))) return null;
  jsonKey.lastIndex = start;
  if (jsonKey.test(text)) return null;
  const end = endOf(text, insideFrom, Math.min(limit, from + longest));
  if (end === null) return null;
  const double = text[end + 1] === '}' && end + 1 < limit;
  const trimsAfter = /\s-$/.test(text.slice(Math.max(insideFrom, end - 2), end));
  const insideTo = trimsAfter ? end - 1 : end;
  const content = text.slice(insideFrom, insideTo).trim();
  const left = trims ? '{{-' : '{{';
  const right = trimsAfter ? '-}}' : '}}';
  const stray: Stray = {
    from,
    to: end + (double ? 2 : 1),
    insideFrom,
    insideTo,
    left,
    right,
    code: double ? 'missing-brace' : 'single-braces',
    isGo: true,
  };
  if (/^\/\*[^]*\*\/$/.test(content)) return stray;
  const isWord = /^[a-z]+$/.test(content);
  if (isWord && !/^(?:end|else|break|continue)$/.test(content)) return null;
  if (!double && !/^(?:\.[\p{L}_]|\$[\p{L}_.]|[a-z])/u.test(content)) return null;
  const role = /^else\b/.test(content) ? 'else' : 'other';
  return valid.reads(`{{ ${content} }}`, role) ? stray : null;
}

/** Where the first closing brace outside of quotes is; null where something opens before it, or nothing closes. */
function endOf(text: string, from: number, limit: number): number | null {
  for (let i = from; i < limit; i++) {
    const c = text.charAt(i);
    if (c === '}') return i;
    if (c === '{') return null;
    if (!quotes.has(c)) continue;
    for (i++; i < limit && text.charAt(i) !== c; i++) {
      if (c === '"' && text[i] === '\n') return null;
      if (c === '"' && text[i] === '\\') i++;
    }
  }
  return null;
}
