/** Whether the output is JSON whatever the data holds. */
import type { Finding } from '../finding';
import type { Subject } from '../room';
import type { Fault, FaultCode, Faults } from './faults';
import { findingsOf } from './findings';
import { Source } from './fixes/source';
import { Layout } from './layout';
import { isMeantAsJson } from './meant';
import { relevantNames } from './relevance';
import { Walk, type Walked } from './walk';

/** What is known of the output as JSON: `safe` when every data gives valid JSON, `none` when it is not meant to be any. */
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
}

/** Follows the JSON through text, actions and branches. Never throws. */
export function jsonFaults(subject: Subject): JsonReport {
  const { text, environment, annotated, errors, refusal } = subject;
  const { trees, known } = annotated;
  const main = trees.get(environment.name);
  if (main === undefined || !isMeantAsJson(main.root, known, environment)) return { state: 'none', findings: [] };
  const layout = new Layout(trees, environment.name);
  const found = walked({ trees, known, environment, layout, end: text.length });
  // Where something could not be read, only what does not depend on what is around it can be said.
  const isBroken = refusal !== null || errors.length > 0;
  const faults = isBroken ? found.faults.filter(({ code }) => ofValues.has(code)) : found.faults;
  const source = new Source(text, layout, found.collected, known, environment);
  const findings = findingsOf(faults, source);
  if (findings.length > 0) return { state: 'faulty', findings };
  return { state: found.isSure && !isBroken ? 'safe' : 'unknown', findings };
}

/**
 * Takes every condition both ways first; where that finds faults of the structure, once more with what conditions say
 * of one another, as far as the structure depends on it.
 */
function walked(of: Omit<Walked, 'relevant'>): Found {
  const first = new Walk({ ...of, relevant: null });
  const found = foundBy(first, of.environment.name);
  if (found.isSure && found.faults.every(({ code }) => ofValues.has(code))) return found;
  return foundBy(new Walk({ ...of, relevant: relevantNames(first.uneven, first.printed, of.layout) }), of.environment.name);
}

function foundBy(walk: Walk, name: string): Found {
  const { complete } = walk.run(name);
  const { faults, doubtful } = walk.faults.all();
  return { faults, collected: walk.faults, isSure: complete && doubtful === 0 };
}
