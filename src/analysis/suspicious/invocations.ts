/** Templates that are never invoked, defined twice or empty, and invocations without the dot that is wanted. */
import { type Tree, lex } from '../../go';
import type { Finding } from '../finding';
import type { Subject } from '../room';
import type { Survey } from './survey';
import { suspicion } from './wording';

/** What is wrong with the templates of a text and the places they are invoked at. */
export function invocationFindings(subject: Subject, survey: Survey): readonly Finding[] {
  const { annotated, environment, text } = subject;
  const { invocations, usesDot, complete } = survey;
  const findings: Finding[] = [];
  for (const { node } of invocations) {
    if (node.pipe !== null || !annotated.trees.has(node.name) || !usesDot.has(node.name)) continue;
    const name = literalIn(text, node.from, node.to);
    const insert = { from: name.to, to: name.to, insert: ' .' };
    const message = `The template “${node.name}” uses its dot, and is given none here: its fields print as <no value>.`;
    findings.push(
      suspicion('template-without-dot', [node.from, node.to], message, {
        hint: 'A template sees nothing but what it is given: write `.` after its name.',
        fixes: [{ title: 'Give it the dot', edits: [insert] }],
      }),
    );
  }
  if (complete) {
    const invoked = new Set(
      invocations.filter(({ node, tree }) => node.name !== tree.name).map(({ node }) => node.name),
    );
    for (const tree of annotated.trees.values()) {
      if (tree.name === environment.name) continue;
      const place = nameOf(text, tree);
      if (place === null) continue;
      if (!invoked.has(tree.name)) {
        const message = `The template “${tree.name}” is never invoked, so it prints nothing.`;
        const hint = `To print it write \`{{ template "${tree.name}" . }}\`.`;
        findings.push(suspicion('unused-template', place, message, { severity: 'info', hint }));
      } else if (isEmpty(tree)) {
        const message = `The template “${tree.name}” is empty.`;
        findings.push(suspicion('empty-template', place, message, { severity: 'info' }));
      }
    }
  }
  return [...findings, ...definedTwice(text)];
}

function isEmpty({ root }: Tree): boolean {
  return root.nodes.every((node) => node.kind === 'comment' || (node.kind === 'text' && node.text.trim() === ''));
}

/** The first text constant between two places. */
function literalIn(text: string, from: number, to: number): { readonly from: number; readonly to: number } {
  const found = /"(?:[^"\\]|\\.)*"|`[^`]*`/.exec(text.slice(from, to));
  return found === null ? { from, to } : { from: from + found.index, to: from + found.index + found[0].length };
}

/** The longest action that a name is looked for in, in UTF-16 units. */
const longestClause = 500;

/** Where a template's name stands in what defines it; null where it cannot be told. */
function nameOf(text: string, { root }: Tree): readonly [number, number] | null {
  // The list begins right behind the clause.
  const from = text.lastIndexOf('{{', root.from - 3);
  if (
    from < 0 ||
    root.from - from > longestClause ||
    !/^\{\{-?\s*(?:define|block)\b/.test(text.slice(from, from + 20))
  ) {
    return null;
  }
  const name = literalIn(text, from, root.from);
  return [name.from, name.to];
}

/** Definitions of a name that has one already: Go takes a second one only where one of the two is empty. */
function definedTwice(text: string): readonly Finding[] {
  if ((text.match(/\bdefine\b/g) ?? []).length < 2) return [];
  const findings: Finding[] = [];
  const names = new Set<string>();
  let afterDefine = false;
  for (const { type, pos, end } of lex(text)) {
    if (type === 'define') afterDefine = true;
    else if (afterDefine && type !== 'space') {
      afterDefine = false;
      if (type !== 'string' && type !== 'rawString') continue;
      const name = text.slice(pos + 1, end - 1);
      if (names.has(name)) {
        const message = `The template “${name}” is defined twice; only the one that is not empty counts.`;
        findings.push(suspicion('defined-twice', [pos, end], message, { severity: 'info' }));
      }
      names.add(name);
    }
  }
  return findings;
}
