/** Whether the output is JSON whatever the data holds. */
import type { Environment } from '../environment';
import type { Finding, Fix } from '../finding';
import type { Subject } from '../room';
import type { Fault, FaultCode, Faults } from './faults';
import { findingsOf, makeSafe } from './findings';
import { Source } from './fixes/source';
import { Layout } from './layout';
import { isMeantAsJson } from './meant';
import { relevantNames } from './relevance';
import { type Look, Trial, readAgain } from './verify';
import { Walk, type Walked } from './walk';

/** What is known of the output as JSON: `safe` when every data gives JSON, `none` when it is not meant to be any. */
export interface JsonReport {
  readonly state: 'safe' | 'unknown' | 'faulty' | 'none';
  readonly findings: readonly Finding[];
}

/** Faults of values and characters, which stay whatever conditions say. */
const ofValues: ReadonlySet<FaultCode> = new Set<FaultCode>([
  'unescaped-text',
  'json-in-quotes',
  'unquoted-text',
  'not-json-escaping',
  'list-in-json',
  'raw-line-break',
  'raw-control',
  'bad-escape',
]);

interface Found {
  readonly faults: readonly Fault[];
  readonly collected: Faults;
  /** Whether nothing is open: no way of which nothing is known, no value of which nothing is. */
  readonly isSure: boolean;
  /** How much the walks took. */
  readonly spent: number;
}

/** Follows the JSON through text, actions and branches; `tries` whether fixes are tried. Never throws. */
export function jsonFaults(subject: Subject, tries = true): JsonReport {
  const { text, environment, annotated, errors, refusal } = subject;
  const { trees, known } = annotated;
  const main = trees.get(environment.name);
  if (main === undefined || !isMeantAsJson(main.root, known, environment)) return { state: 'none', findings: [] };
  const { findings: found, isSure } = looked(text, annotated, environment, refusal !== null || errors.length > 0);
  if (found.length === 0) return { state: isSure ? 'safe' : 'unknown', findings: [] };
  if (!tries) return { state: 'faulty', findings: found };
  const findings = mended(text, found, (changed) => {
    const again = readAgain(changed, environment);
    return again === null ? null : looked(changed, again, environment, false);
  });
  return { state: 'faulty', findings };
}

/** The findings of a template with all fixes that come to mind, and whether nothing is open. */
function looked(
  text: string,
  { trees, known }: Subject['annotated'],
  environment: Environment,
  isBroken: boolean,
): { readonly findings: readonly Finding[]; readonly isSure: boolean; readonly spent: number } {
  const layout = new Layout(trees, environment.name);
  const found = walked({ trees, known, environment, layout, end: text.length });
  // Where something could not be read, only what does not depend on what is around it can be said.
  const faults = isBroken ? found.faults.filter(({ code }) => ofValues.has(code)) : found.faults;
  const findings =
    faults.length === 0 ? [] : findingsOf(faults, new Source(text, layout, found.collected, known, environment));
  return { findings, isSure: found.isSure && !isBroken, spent: found.spent };
}

/** The findings with the fixes that mend them, and one for all where there are several. */
function mended(text: string, found: readonly Finding[], look: Look): readonly Finding[] {
  const trial = new Trial(text, found, look);
  const findings = found.map((finding): Finding => {
    const { code, fixes } = finding;
    if (ofValues.has(code as FaultCode) || fixes.length === 0) return finding;
    const good: Fix[] = [];
    for (const one of fixes) {
      const mends = trial.mends(code, one);
      if (mends !== false) good.push(one);
      // The best one is enough where there is none after it that would do.
      if (mends === true) break;
    }
    return { ...finding, fixes: good };
  });
  const isOfValues = findings.every(({ code }) => ofValues.has(code as FaultCode));
  const trials = new Trial(text, found, look);
  const tried = isOfValues ? null : trials.all();
  const all = makeSafe(findings, tried);
  const [fix] = all?.fixes ?? [];
  if (all === null || fix === undefined) return findings;
  const leaves = tried === null ? trials.leaves(fix) : false;
  // Of values alone it is good untried too, where there is no time for it.
  return leaves === true || (leaves === null && !isOfValues) ? findings : [all, ...findings];
}

/**
 * Takes every condition both ways first; where that finds faults of the structure, once more with what conditions say
 * of one another, as far as the structure depends on it.
 */
function walked(of: Omit<Walked, 'relevant'>): Found {
  const first = new Walk({ ...of, relevant: null });
  const found = foundBy(first, of.environment.name);
  if (found.isSure && found.faults.every(({ code }) => ofValues.has(code))) return found;
  const second = new Walk({ ...of, relevant: relevantNames(first.uneven, first.printed, of.layout) });
  const both = foundBy(second, of.environment.name);
  return { ...both, spent: found.spent + both.spent };
}

function foundBy(walk: Walk, name: string): Found {
  const { complete } = walk.run(name);
  const { faults, doubtful } = walk.faults.all();
  return { faults, collected: walk.faults, isSure: complete && doubtful === 0, spent: walk.spent };
}
