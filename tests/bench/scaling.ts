/** Whether time grows with size and no faster: `node scaling.js` prints rows that `run.mjs` reads. */
import { incidentWithReports, reportList } from './cases';
import { execute, incident, parseIncident } from './engine';
import { median } from './measure';

/** Sizes in bytes. */
const sizes = [1_000, 10_000, 100_000, 1_000_000];

/** Median milliseconds of one run: many runs of what is quick, some of what is slow, after a warm-up. */
function time(run: () => unknown): number {
  const until = performance.now() + 400;
  while (performance.now() < until) run();
  const runs: number[] = [];
  const end = performance.now() + 1_500;
  while (performance.now() < end || runs.length < 5) {
    const start = performance.now();
    run();
    runs.push(performance.now() - start);
  }
  return median(runs);
}

/** One size of one kind of growth. */
export interface ScalingRow {
  readonly what: string;
  readonly bytes: number;
  readonly nsPerByte: number;
}

function row(what: string, bytes: number, run: () => unknown): ScalingRow {
  return { what, bytes, nsPerByte: (time(run) * 1e6) / bytes };
}

/** Parsing templates of growing length, and executing one with growing output. */
function rows(): readonly ScalingRow[] {
  const parsing = sizes.map((size) => {
    const text = reportList.repeat(Math.ceil(size / Buffer.byteLength(reportList)));
    return row('parse', Buffer.byteLength(text), () => parseIncident(text));
  });
  const template = parseIncident(reportList);
  const executing = sizes.map((size) => {
    const data = incident(incidentWithReports(Math.ceil(size / 78)));
    return row('execute', Buffer.byteLength(execute(template, data)), () => execute(template, data));
  });
  return [...parsing, ...executing];
}

process.stdout.write(JSON.stringify(rows()));
