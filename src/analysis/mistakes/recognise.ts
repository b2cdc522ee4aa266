/** What was meant where Go reads an action and cannot carry it out: words in the wrong order, a `:` missing. */
import type { Finding } from '../finding';
import type { Subject } from '../room';
import { type ScannedAction, actionAt, scan } from './actions';
import { smallestEdit } from './edits';
import { Names } from './names';
import { type Meant, Statements } from './statement';
import { Validity } from './valid';

/** The complaints about what a call was given. */
const calls: ReadonlySet<string> = new Set([
  'argument-count',
  'field-with-arguments',
  'key-with-arguments',
  'not-a-function',
]);

/** Findings of the executor's, those that have no fix yet with what was likely meant. */
export function recognised(subject: Pick<Subject, 'text' | 'environment' | 'annotated'>): readonly Finding[] {
  const { text, environment, annotated } = subject;
  const { findings } = annotated;
  if (!findings.some(isOpen)) return findings;
  const { actions } = scan(text);
  const names = new Names(environment, { trees: annotated.trees, dots: () => annotated.dots });
  const valid = new Validity(environment, names);
  const statements = new Statements(text, names);
  return findings.map((finding) => {
    const action = isOpen(finding) ? actionAt(actions, finding.from) : null;
    if (action === null || action.ends !== 'well') return finding;
    if (finding.code === 'undefined-variable') return declared(text, finding, action);
    return reordered(text, finding, action, statements.read(action), valid);
  });
}

function isOpen({ code, fixes }: Finding): boolean {
  return fixes.length === 0 && (code === 'undefined-variable' || calls.has(code));
}

/** `and` and `or` between values, a call among arguments without parentheses. */
function reordered(text: string, finding: Finding, action: ScannedAction, meant: Meant, valid: Validity): Finding {
  const { replacement, role, notes } = meant;
  if (replacement === null || notes.hints.size === 0 || !valid.reads(replacement, role)) return finding;
  const edit = smallestEdit(text, action.from, action.to, replacement);
  if (edit.from === edit.to && edit.insert === '') return finding;
  const title = replacement.length > 60 ? 'Put the words in Go’s order' : `Write \`${replacement}\``;
  const hint = [finding.hint, ...notes.hints].filter((part) => part !== '').join(' ');
  return { ...finding, hint, fixes: [{ title, edits: [edit] }] };
}

/** `$x = 1` where `$x` is not declared. */
function declared(text: string, finding: Finding, { insideFrom, insideTo }: ScannedAction): Finding {
  const found = /^\s*(\$[\p{L}\p{Nd}_]+)\s*(?==(?!=))/u.exec(text.slice(insideFrom, insideTo));
  const name = found?.[1];
  if (found === null || name === undefined) return finding;
  const at = insideFrom + found[0].length;
  const hint = `\`=\` sets a variable that there is. A new one is declared with \`:=\`: \`${name} := …\`.`;
  const fixes = [{ title: `Declare \`${name}\` with \`:=\``, edits: [{ from: at, to: at, insert: ':' }] }];
  return { ...finding, hint: finding.hint === '' ? hint : `${finding.hint} ${hint}`, fixes };
}
