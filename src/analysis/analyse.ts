/** All rooms together: a template in, what is wrong with it out. */
import { type LooseParse, type TemplateError, functionNames, parseLoose, parseTemplate } from '../go';
import type { Environment } from './environment';
import { explain } from './explain/explain';
import type { Diagnostic, Finding } from './finding';
import { type JsonReport, jsonFaults } from './json/json-faults';
import type { Edited } from './mistakes/edits';
import { mistakes } from './mistakes/mistakes';
import { recognised } from './mistakes/recognise';
import type { Subject } from './room';
import { suspicions } from './suspicious/suspicions';
import { annotate } from './types/annotate';

/** What is true of a template before it runs. */
export interface Analysis {
  /** In the order of the text. */
  readonly diagnostics: readonly Diagnostic[];
  readonly json: JsonReport['state'];
}

/** Of longer texts, in UTF-16 units, only what Go itself complains of is said: nobody waits for more at each key. */
const longest = 300_000;

/** Says what is wrong with a template in a world. Never throws; takes time in proportion to the text. */
export function analyse(text: string, environment: Environment): Analysis {
  const { name, functions, go } = environment;
  const loose = parseLoose(name, text, functionNames(functions), go);
  // What the loose parser reads without an error Go reads too.
  const parsed = loose.errors.length === 0 ? null : parseTemplate(name, text, functions, go);
  const refusal = parsed === null || parsed.ok ? null : parsed.error;
  const subject = subjectOf(text, environment, loose, refusal);
  const { findings, repaired } = mistakes(subject);
  // What cannot be read makes the rest look wrong: the other rooms look at the template as it was meant.
  const rest = restOf(repaired === null ? subject : subjectOf(repaired.edited.text, environment, repaired.loose, null));
  const others =
    repaired === null ? rest.findings : rest.findings.map((finding) => fromRepaired(finding, repaired.edited));
  const diagnostics = [...findings, ...others].sort(byPlace).map(explained);
  return { diagnostics, json: refusal === null && repaired === null ? rest.state : 'unknown' };
}

function subjectOf(text: string, environment: Environment, loose: LooseParse, refusal: TemplateError | null): Subject {
  return { text, environment, annotated: annotate(loose, environment), errors: loose.errors, refusal };
}

/** What the rooms find that read the annotated tree. */
function restOf(subject: Subject): JsonReport {
  if (subject.text.length > longest) return { state: 'unknown', findings: subject.annotated.findings };
  const json = jsonFaults(subject);
  return { state: json.state, findings: [...recognised(subject), ...json.findings, ...suspicions(subject)] };
}

/** A finding of a repaired text, told of the text as it is. Go does not come as far as that. */
function fromRepaired(finding: Finding, repaired: Edited): Finding {
  const { from, to, isKept } = repaired.origin(finding.from, finding.to);
  const fixes = finding.fixes.flatMap(({ title, edits }) => {
    const own = edits.map((edit) => ({ ...repaired.origin(edit.from, edit.to), insert: edit.insert }));
    if (own.some(({ isKept }) => !isKept)) return [];
    return [{ title, edits: own.map((edit) => ({ from: edit.from, to: edit.to, insert: edit.insert })) }];
  });
  // What was mended is to be mended first.
  return { ...finding, from, to, go: null, fixes: isKept ? fixes : [] };
}

function byPlace(a: Finding, b: Finding): number {
  return a.from - b.from || a.to - b.to;
}

function explained(finding: Finding): Diagnostic {
  const explanation = [finding.hint, explain(finding.code)].filter((part) => part !== '').join(' ');
  return { ...finding, explanation };
}
