/** Whether the output is JSON whatever the data holds. */
import type { Finding } from '../finding';
import type { Subject } from '../room';
import type { Fault, FaultCode, Faults } from './faults';
import { Layout } from './layout';
import { isMeantAsJson } from './meant';
import { relevantNames } from './relevance';
import { Walk, type Walked } from './walk';

/**
 * What is known of the output as JSON: `safe` when every data gives valid JSON, `none` when it is not meant to be any.
 */
export interface JsonReport {
  readonly state: 'safe' | 'unknown' | 'faulty' | 'none';
  readonly findings: readonly Finding[];
}

/** Faults of values, which stay whatever conditions say. */
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

/**
 * Takes every condition both ways first; where that finds faults of the structure, once more with what conditions say
 * of one another, as far as the structure depends on it.
 */
function walked(of: Omit<Walked, 'relevant'>): ReturnType<Faults['all']> & { readonly complete: boolean; readonly all: Faults } {
  const name = of.environment.name;
  const first = new Walk({ ...of, relevant: null });
  const { complete } = first.run(name);
  const found = first.faults.all();
  if (complete && found.faults.every(({ code }) => ofValues.has(code))) return { ...found, complete, all: first.faults };
  const second = new Walk({ ...of, relevant: relevantNames(first.uneven, first.printed, of.layout) });
  return { complete: second.run(name).complete, ...second.faults.all(), all: second.faults };
}

/** Follows the JSON through text, actions and branches. */
export function jsonFaults(subject: Subject): JsonReport {
  const { text, environment, annotated } = subject;
  const { trees, known } = annotated;
  const main = trees.get(environment.name);
  if (main === undefined || !isMeantAsJson(main.root, known, environment)) return { state: 'none', findings: [] };
  const layout = new Layout(trees, environment.name);
  const { faults, doubtful, complete } = walked({ trees, known, environment, layout, end: text.length });
  const findings = faults.map((f: Fault): Finding => ({code: f.code, certainty: f.always ? 'always' : 'may', severity: 'error', from: f.from, to: f.to, message: f.code, go: null, hint: '', fixes: []}));
  if (faults.length > 0) return { state: 'faulty', findings };
  return { state: complete && doubtful === 0 ? 'safe' : 'unknown', findings };
}
