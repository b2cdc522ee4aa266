/** Mends what is written out in the template. */
import type { Edit, Fix } from '../../finding';
import type { Fault } from '../faults';
import { type Source, fix, inserted, without } from './source';

const escapes: Readonly<Record<string, string>> = {
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\r\n': '\\n',
  '\t': '\\t',
};

function escaped(text: string): string {
  return escapes[text] ?? `\\u${text.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** Raw characters of one string become escapes together. */
export function rawFixes(faults: readonly Fault[], source: Source): readonly Fix[] {
  const edits: Edit[] = [];
  for (const { from, to, node } of faults) {
    if (node?.kind !== 'text') return [];
    edits.push({ from, to, insert: escaped(source.text.slice(from, to)) });
  }
  const [first] = edits;
  return first === undefined ? [] : [{ title: `Write ${first.insert} for it`, edits }];
}

/** A backslash that starts no escape becomes one that is text. */
export function escapeFixes({ from, node }: Fault, source: Source): readonly Fix[] {
  if (node?.kind !== 'text') return [];
  if (source.text.charAt(from + 1) === "'") return [fix('Take the backslash away', without(from, from + 1))];
  return [fix('Write two backslashes', inserted(from, '\\'))];
}

/** Quotes inside a string get a backslash. */
export function quoteFixes({ from, to, node }: Fault, source: Source): readonly Fix[] {
  if (node?.kind !== 'text') return [];
  const edits: Edit[] = [];
  for (let at = source.text.indexOf('"', from + 1); at >= 0 && at < to - 1; at = source.text.indexOf('"', at + 1)) {
    if (source.text.charAt(at - 1) !== '\\') edits.push(inserted(at, '\\'));
  }
  return [{ title: 'Write a backslash before the quotes inside', edits }];
}

/** Other quotes become double ones. */
export function doubleQuoteFixes({ from }: Fault, source: Source): readonly Fix[] {
  const span = source.faults.stringAt(from);
  if (span === null || source.textAt(from) === null || source.textAt(span.to - 1) === null) return [];
  const edits: Edit[] = [{ from, to: from + 1, insert: '"' }];
  for (
    let at = source.text.indexOf('"', from + 1);
    at >= 0 && at < span.to - 1;
    at = source.text.indexOf('"', at + 1)
  ) {
    if (source.textAt(at) !== null && source.text.charAt(at - 1) !== '\\') edits.push(inserted(at, '\\'));
  }
  edits.push({ from: span.to - 1, to: span.to, insert: '"' });
  return [fix('Use double quotes', ...edits)];
}

const meant: Readonly<Record<string, string>> = {
  True: 'true', TRUE: 'true', False: 'false', FALSE: 'false', None: 'null', NULL: 'null', Null: 'null', nil: 'null', undefined: 'null',
}; // prettier-ignore

/** A name or word gets quotes, unless JSON has a word for it. */
export function bareFixes({ from, to, node }: Fault, source: Source): readonly Fix[] {
  if (node?.kind !== 'text' || from === to) return [];
  const word = source.text.slice(from, to);
  const known = meant[word];
  if (known !== undefined) return [fix(`Write ${known}`, { from, to, insert: known })];
  return [fix('Put it in double quotes', { from, to, insert: `"${word}"` })];
}

/** A colon after the key. */
export function colonFixes({ from, node }: Fault, source: Source): readonly Fix[] {
  if (node === null) return [];
  if (node.kind !== 'text') return [fix('Put a colon before it', inserted(from, ': '))];
  const unit = source.text.charAt(from);
  if (unit === '=') return [fix('Write a colon', { from, to: from + 1, insert: ':' })];
  if (unit === ',' || unit === '}' || unit === ']') return [];
  const before = node.text.slice(0, from - node.from);
  const end = node.from + before.trimEnd().length;
  return [fix('Put a colon before it', end === from ? inserted(from, ': ') : inserted(end, ':'))];
}

/** The other bracket. */
export function bracketFixes({ from, to, node, state }: Fault): readonly Fix[] {
  if (node?.kind !== 'text') return [];
  const insert = state.stack.endsWith('o') ? '}' : ']';
  return [fix(`Write ${insert}`, { from, to, insert })];
}

/** Comments are for actions. */
export function commentFixes({ from, to, node }: Fault, source: Source): readonly Fix[] {
  if (node?.kind !== 'text') return [];
  const space = /[ \t]*$/.exec(source.text.slice(node.from, from))?.[0].length ?? 0;
  return [fix('Take the comment away', without(from - space, to))];
}

/** What stands after the end. */
export function afterEndFixes({ from, to, node }: Fault, source: Source): readonly Fix[] {
  if (node?.kind !== 'text' || !/^[\s}\],;]*$/.test(source.text.slice(from, to))) return [];
  return [fix('Take it away', without(from, to))];
}

/** What is open gets closed. */
export function closingFixes({ state, always }: Fault, source: Source): readonly Fix[] {
  if (!always || state.mode !== 'after' || state.stack === '') return [];
  const insert = [...state.stack]
    .reverse()
    .map((open) => (open === 'o' ? '}' : ']'))
    .join('');
  return [fix(`Write ${insert} at the end`, inserted(source.text.trimEnd().length, insert))];
}
