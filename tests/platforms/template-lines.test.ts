/** How the robust and the simple templates look in an editor: lines that fit beside a payload, indented in one way. */
import { expect, test } from 'vitest';
import { corootVersions, notificationKinds } from '../../src/coroot';
import { platforms, presetsOf } from './all';

/** Columns that a line may have. */
const widest = 120;

/** Every text that can be loaded, but for the documented ones, under the first release that has it. */
const templates = platforms
  .flatMap(presetsOf)
  .filter(({ flavour }) => flavour !== 'documented')
  .flatMap(({ id, templatesFor }) =>
    notificationKinds.flatMap((kind) => {
      const texts = new Map<string, string>();
      for (const version of corootVersions) {
        const text = templatesFor(version)[kind];
        if (!texts.has(text)) texts.set(text, version.id);
      }
      return [...texts].map(([text, version]) => ({ name: `${id} ${kind} ${version}`, text }));
    }),
  );

/** Where a line's first word stands, in columns. */
function indentOf(line: string): number {
  return /^ */.exec(line)?.[0].length ?? 0;
}

/** Which lines are inside of a comment that began on a line above. */
function insideComments(lines: readonly string[]): ReadonlySet<number> {
  const inside = new Set<number>();
  let isOpen = false;
  for (const [i, line] of lines.entries()) {
    if (isOpen) inside.add(i);
    const opened = line.lastIndexOf('/*');
    const closed = line.lastIndexOf('*/');
    if (opened > closed) isOpen = true;
    else if (closed > opened || closed !== -1) isOpen = false;
  }
  return inside;
}

/** What opens or closes something, with its place. */
interface Mark {
  readonly word: string;
  readonly line: number;
  readonly isFirst: boolean;
}

/** The matches of a pattern, whose first group is the mark's word. */
function marksIn(lines: readonly string[], pattern: RegExp): readonly Mark[] {
  return lines.flatMap((text, line) =>
    [...text.matchAll(pattern)].map(({ 1: word = '', index }) => ({
      word,
      line,
      isFirst: text.slice(0, index).trim() === '',
    })),
  );
}

/** Complaints about marks that close something and begin their line elsewhere than the line that opened it. */
function misplaced(
  lines: readonly string[],
  marks: readonly Mark[],
  roles: { readonly opens: readonly string[]; readonly divides: readonly string[]; readonly closes: readonly string[] },
): readonly string[] {
  const open: Mark[] = [];
  const wrong: string[] = [];
  for (const mark of marks) {
    if (roles.opens.includes(mark.word)) open.push(mark);
    if (!roles.closes.includes(mark.word) && !roles.divides.includes(mark.word)) continue;
    const opened = open.at(-1);
    if (roles.closes.includes(mark.word)) open.pop();
    if (opened === undefined || !mark.isFirst || opened.line === mark.line) continue;
    if (indentOf(lines[mark.line]!) !== indentOf(lines[opened.line]!)) wrong.push(lines[mark.line]!);
  }
  return open.length === 0 ? wrong : [...wrong, `${String(open.length)} without an end`];
}

/** The text without what is in actions, and without the strings of the JSON around them, line by line. */
function withoutTexts(text: string): readonly string[] {
  const action = /\{\{-? ?\/\*[^]*?\*\/ ?-?\}\}|\{\{(?:"(?:[^"\\]|\\.)*"|`[^`]*`|[^"`}])*\}\}/g;
  const emptied = text.replace(action, (whole) => whole.replace(/[^\n]/g, '~'));
  return emptied.replace(/"(?:[^"\\]|\\[^])*"/g, (quoted) => quoted.replace(/[^\n]/g, '~')).split('\n');
}

test('there are many', () => {
  expect(templates.length).toBeGreaterThan(200);
});

test.each(templates)('$name fits into the editor', ({ text }) => {
  expect(text.split('\n').filter((line) => Array.from(line).length > widest)).toEqual([]);
  expect(text.split('\n').filter((line) => /\s$|\t/.test(line))).toEqual([]);
});

test.each(templates)('$name is indented by two', ({ text }) => {
  const lines = text.split('\n');
  const comments = insideComments(lines);
  const wrong = lines.filter((line, i) => {
    if (line === '') return false;
    if (comments.has(i)) return indentOf(line) !== 6;
    const above = lines.slice(0, i).filter((other, at) => other !== '' && !comments.has(at));
    // The keys of an object that begins with one stand below each other.
    if (indentOf(line) % 2 === 1) {
      const brace = above.findLast((other) => indentOf(other) < indentOf(line)) ?? '';
      return !line.trimStart().startsWith('"') || !/^ *\{"/.test(brace) || indentOf(brace) !== indentOf(line) - 1;
    }
    return indentOf(line) > indentOf(above.at(-1) ?? '') + 2;
  });
  expect(wrong).toEqual([]);
});

test.each(templates)('$name ends blocks and brackets where they begin', ({ text }) => {
  const lines = text.split('\n');
  const actions = marksIn(lines, /\{\{-? ?(if|range|with|define|else|end)\b/g);
  const blocks = { opens: ['if', 'range', 'with', 'define'], divides: ['else'], closes: ['end'] };
  // Helpers are dense on purpose: they are folded, and nobody is meant to change them.
  const helpers = lines.findIndex((line) => line.includes('/* Helpers, which can be left alone.'));
  const edited = helpers === -1 ? actions : actions.filter(({ line }) => line < helpers);
  expect(misplaced(lines, edited, blocks)).toEqual([]);
  const json = withoutTexts(lines.slice(0, helpers === -1 ? undefined : helpers).join('\n'));
  const brackets = { opens: ['{', '['], divides: [], closes: ['}', ']'] };
  expect(misplaced(lines, marksIn(json, /([[\]{}])/g), brackets)).toEqual([]);
});
