/** All rooms together: a template in, what is wrong with it out. */
import { type LooseParse, functionNames, parseLoose, parseTemplate } from '../go';
import type { Environment } from './environment';
import { explain } from './explain/explain';
import type { Diagnostic, Finding, Fix } from './finding';
import { type JsonReport, jsonFaults } from './json/json-faults';
import type { Edited } from './mistakes/edits';
import { mistakes } from './mistakes/mistakes';
import { recognised } from './mistakes/recognise';
import type { Subject } from './room';
import { suspicions } from './suspicious/suspicions';
import { type Found, Trials } from './trial';
import { annotate, dotsOf } from './types/annotate';
import type { Annotated } from './types/annotated';

/** What is true of a template before it runs. */
export interface Analysis {
  /** In the order of the text. */
  readonly diagnostics: readonly Diagnostic[];
  readonly json: JsonReport['state'];
}

/** Of longer texts, in UTF-16 units, only what Go itself complains of is said: nobody waits for more at each key. */
const longest = 300_000;

/**
 * Says what is wrong with a template in a world. Never throws; takes time in proportion to the text. Fixes are tried
 * when they are asked for.
 */
export function analyse(text: string, environment: Environment): Analysis {
  const { found, json } = foundIn(text, environment, true);
  const { parsing, executing, json: ofJson, suspicious } = found;
  const trials = new Trials(text, found, (changed) => foundIn(changed, environment, false).found);
  const diagnostics = [...parsing, ...executing, ...ofJson, ...suspicious]
    .sort(byPlace)
    .map((f) => explained(f, trials));
  return { diagnostics, json };
}

/** What all rooms find; `tries` whether the room of JSON tries its fixes. */
function foundIn(
  text: string,
  environment: Environment,
  tries: boolean,
): { readonly found: Found; readonly json: JsonReport['state'] } {
  const { name, functions, go } = environment;
  const loose = parseLoose(name, text, functionNames(functions), go);
  // What the loose parser reads without an error Go reads too.
  const parsed = loose.errors.length === 0 ? null : parseTemplate(name, text, functions, go);
  const refusal = parsed === null || parsed.ok ? null : parsed.error;
  const { trees, errors } = loose;
  let annotated: Annotated | null = null;
  const whole = (): Annotated => (annotated ??= annotate(loose, environment));
  // Where something cannot be read, it is most likely another text that the rest is told of.
  const dots = (): Annotated['dots'] => (errors.length === 0 ? whole().dots : dotsOf(loose, environment));
  const { findings, repaired } = mistakes({ text, environment, trees, dots, errors, refusal });
  // What cannot be read makes the rest look wrong: the other rooms look at the template as it was meant.
  const meant =
    repaired === null
      ? { text, environment, annotated: whole(), errors, refusal }
      : asMeant(repaired.edited.text, repaired.loose, environment);
  const isLong = meant.text.length > longest;
  const report: JsonReport = isLong ? { state: 'unknown', findings: [] } : jsonFaults(meant, tries);
  const told = (others: readonly Finding[]): readonly Finding[] =>
    repaired === null ? others : others.map((finding) => fromRepaired(finding, repaired.edited, refusal === null));
  const found = {
    parsing: findings,
    executing: told(isLong ? meant.annotated.findings : recognised(meant)),
    json: told(report.findings),
    suspicious: isLong ? [] : told(suspicions(meant)),
  };
  return { found, json: refusal === null && repaired === null ? report.state : 'unknown' };
}

function asMeant(text: string, loose: LooseParse, environment: Environment): Subject {
  return { text, environment, annotated: annotate(loose, environment, true), errors: loose.errors, refusal: null };
}

/**
 * A finding of a repaired text, told of the text as it is. Go does not come as far as that; where it `runs` the text,
 * what was meant as an action is printed instead, and nothing of it fails.
 */
function fromRepaired(finding: Finding, repaired: Edited, runs: boolean): Finding {
  const { from, to, isKept } = repaired.origin(finding.from, finding.to);
  const fixes = finding.fixes.flatMap(({ title, edits }) => {
    const own = edits.map((edit) => ({ ...repaired.origin(edit.from, edit.to), insert: edit.insert }));
    if (own.some(({ isKept }) => !isKept)) return [];
    return [{ title, edits: own.map((edit) => ({ from: edit.from, to: edit.to, insert: edit.insert })) }];
  });
  // What was mended is to be mended first.
  const certainty = runs && finding.certainty === 'always' ? 'may' : finding.certainty;
  return { ...finding, certainty, from, to, go: null, fixes: isKept ? fixes : [] };
}

function byPlace(a: Finding, b: Finding): number {
  return a.from - b.from || a.to - b.to;
}

function explained(finding: Finding, trials: Trials): Diagnostic {
  const explanation = [finding.hint, explain(finding.code)].filter((part) => part !== '').join(' ');
  if (finding.fixes.length === 0) return { ...finding, explanation };
  let tried: readonly Fix[] | null = null;
  return {
    ...finding,
    explanation,
    get fixes() {
      return (tried ??= trials.good(finding));
    },
  };
}
