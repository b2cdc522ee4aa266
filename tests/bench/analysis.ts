/** How long the analysis takes: `node analysis.js` prints rows that `run.mjs` reads. */
import { analyse } from '../../src/analysis';
import { defaultVersion } from '../../src/coroot';
import { environmentOf } from '../../src/pipeline';
import { cases, twentyLines } from './cases';
import { execute, incident, parseIncident } from './engine';
import { measure, median } from './measure';

/** A template that is analysed. */
export interface AnalysisRow {
  readonly what: string;
  readonly lines: number;
  readonly findings: number;
  /** Milliseconds, medians. */
  readonly analysis: number;
  /** Milliseconds for parsing and executing the same, where it does not fail. */
  readonly parseAndExecute: number | null;
  /** What the project promises of the analysis, in milliseconds. */
  readonly bar: number;
}

const world = environmentOf({ kind: 'incident', version: defaultVersion.id, customFields: [], expectsJson: true });
const data = incident(cases[0]?.payload ?? '');

/** Valid JSON whatever the data holds. */
const safe = twentyLines.replace(
  '"{{ printf "%s-%03d" $report.Name $i }}"',
  '{{ printf "%s-%03d" $report.Name $i | json }}',
);

/** A JSON list of as many blocks of twenty lines; the first line of a faulty one misspells a field. */
function listOf(blocks: number, isFaulty: boolean): string {
  const block = isFaulty ? safe.replace('.Status', '.Statsu').replace('{{ len', '{{ lenn') : safe;
  return `[${Array.from({ length: blocks }, () => block.trimEnd()).join(',\n')}]\n`;
}

const rows = [
  { what: 'as it should be', blocks: 10, isFaulty: false, bar: 3 },
  { what: 'as it should be', blocks: 250, isFaulty: false, bar: 50 },
  { what: 'two mistakes in every twenty lines', blocks: 10, isFaulty: true, bar: 3 },
  { what: 'two mistakes in every twenty lines', blocks: 250, isFaulty: true, bar: 50 },
].map(({ what, blocks, isFaulty, bar }): AnalysisRow => {
  const text = listOf(blocks, isFaulty);
  const times = measure(
    [
      { name: 'analyse', run: () => analyse(text, world) },
      ...(isFaulty ? [] : [{ name: 'run', run: () => execute(parseIncident(text), data) }]),
    ],
    25,
  );
  const ms = (name: string): number => median(times[name] ?? []) / 1e6;
  const lines = text.trimEnd().split('\n').length;
  const findings = analyse(text, world).diagnostics.length;
  return { what, lines, findings, analysis: ms('analyse'), parseAndExecute: isFaulty ? null : ms('run'), bar };
});

process.stdout.write(JSON.stringify(rows));
