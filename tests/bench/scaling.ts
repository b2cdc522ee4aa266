/** Whether time grows with size and no faster: `node scaling.js` prints rows that `run.mjs` reads. */
import { incidentWithReports, reportList } from './cases';
import { execute, incident, parseIncident } from './engine';
import { median } from './measure';

/** Sizes in bytes. */
const sizes = [1_000, 10_000, 100_000, 1_000_000];

/** One sample takes about this much processor time, and there are this many; milliseconds. */
const sampleTime = 20;
const samples = 15;

/**
 * Median nanoseconds of one run after a warm-up. Large sizes make garbage that is collected beside the run, so what
 * counts is processor time, of all threads: it does not depend on what else the machine does.
 */
function time(run: () => unknown): number {
  const until = performance.now() + 500;
  while (performance.now() < until) run();
  const found: number[] = [];
  while (found.length < samples) {
    const before = process.cpuUsage();
    let spent = 0;
    let runs = 0;
    while (spent < sampleTime * 1000) {
      run();
      runs++;
      const { user, system } = process.cpuUsage(before);
      spent = user + system;
    }
    found.push((spent * 1000) / runs);
  }
  return median(found);
}

/** One size of one kind of growth. */
export interface ScalingRow {
  readonly what: string;
  readonly bytes: number;
  readonly nsPerByte: number;
}

function row(what: string, bytes: number, run: () => unknown): ScalingRow {
  return { what, bytes, nsPerByte: time(run) / bytes };
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
