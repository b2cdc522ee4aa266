/** Holds what the analysis says of a template against what the engine does with it on fifty notifications. */
import { type Diagnostic, type Environment, analyse, applyFix } from '../../../src/analysis';
import { jsonFaults } from '../../../src/analysis/json/json-faults';
import { annotate } from '../../../src/analysis/types/annotate';
import { corootFunctions } from '../../../src/coroot';
import { escapeNewlines } from '../../../src/coroot/newlines';
import {
  PlainSink,
  type Template,
  type TemplateError,
  executeTemplate,
  functionNames,
  parseLoose,
  parseTemplate,
  stoppedByPlayground,
} from '../../../src/go';
import { defaultLimits } from '../../../src/go/meter';
import type { Generated } from './generate';
import { Trace } from './trace';
import { type Tried, moreValuesFor, valuesFor, worldOf } from './world';

/** What can be measured of a template, each a figure of its own. */
export type Measure =
  /** A finding `always` at a place that executions went through. */
  | 'always'
  /** Errors and warnings of the JSON room where every body is JSON. */
  | 'json error'
  | 'json warning'
  /** The claim that every body is JSON. */
  | 'safe'
  /** Whether what fails on every notification has an error with the executor's words and place. */
  | 'silence'
  /** The same for every place and text at which notifications fail. */
  | 'every failure'
  /** Whether what is not JSON on some notification has a finding of the JSON room. */
  | 'json silence'
  /** Whether the first fix takes its finding away, brings no new one, makes the bodies JSON, and keeps the bodies. */
  | 'fix: gone'
  | 'fix: nothing new'
  | 'fix: uncovers nothing'
  | 'fix: json'
  | 'fix: same body';

/** One thing that was measured. */
export interface Judgement {
  readonly measure: Measure;
  readonly good: boolean;
  /** What it is about: a code, or a pair of them. */
  readonly about: string;
  /** What a person needs to know to look into it. */
  readonly detail: string;
}

type Run =
  | { readonly ok: true; readonly body: string; readonly isJson: boolean }
  | { readonly ok: false; readonly error: TemplateError };

/** What templates of the generator may use: far less than a real one, so that endless loops end soon. */
const limits = { ...defaultLimits, steps: 50_000, outputBytes: 1_000_000 };

/** How many findings of a template have their fixes tried. */
const mostFixes = 3;

/** Everything that is measured of a template; null where the playground's own limits stopped every run of it. */
export function judge(asked: Generated): readonly Judgement[] | null {
  const { text, kind, version, expectsJson } = asked;
  const world = worldOf(kind, version, expectsJson);
  const all = valuesFor(kind, version);
  const allRuns = runsOf(text, world, all);
  // What the playground stopped says nothing of how Go would go on.
  const isStopped = allRuns.map((run) => !run.ok && stoppedByPlayground(run.error.code));
  const tried = all.filter((_, i) => !isStopped[i]);
  const runs = allRuns.filter((_, i) => !isStopped[i]);
  if (runs.length === 0) return null;
  const { diagnostics, json } = analyse(text, world);
  const ofJson = jsonFindings(text, world);
  const isOfJson = (d: Diagnostic): boolean => ofJson.has(keyOf(d) + placeOf(d));
  return [
    ...alarms(text, world, tried, runs, diagnostics, isOfJson),
    ...jsonAlarms(text, world, tried, runs, diagnostics.filter(isOfJson), json, () =>
      runsOf(text, world, moreValuesFor(kind, version)).some((run) => !run.ok || !run.isJson),
    ),
    ...silences(runs, diagnostics),
    ...(expectsJson === true ? jsonSilences(runs, tried, diagnostics, isOfJson) : []),
    ...fixes(text, world, tried, runs, diagnostics, isOfJson),
  ];
}

function runsOf(text: string, { name, functions, go }: Environment, tried: readonly Tried[]): readonly Run[] {
  const parsed = parseTemplate(name, text, functions, go);
  if (!parsed.ok) return tried.map(() => parsed);
  return tried.map(({ value }) => runOf(parsed.template, value));
}

function runOf(template: Template, value: Tried['value']): Run {
  const sink = new PlainSink();
  const result = executeTemplate(template, value, sink, limits);
  if (!result.ok) return result;
  const { body } = escapeNewlines(sink.output);
  return { ok: true, body, isJson: isJson(body) };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** What the JSON room says, as keys and places: the analysis as a whole does not say which room a finding is from. */
function jsonFindings(text: string, environment: Environment): ReadonlySet<string> {
  const { name, go } = environment;
  const loose = parseLoose(name, text, functionNames(corootFunctions), go);
  const strict = parseTemplate(name, text, corootFunctions, go);
  const refusal = strict.ok ? null : strict.error;
  const annotated = annotate(loose, environment);
  const { findings } = jsonFaults({ text, environment, annotated, errors: loose.errors, refusal });
  return new Set(findings.map((f) => keyOf(f) + placeOf(f)));
}

const keyOf = ({ code, message }: Pick<Diagnostic, 'code' | 'message'>): string => `${code}: ${message}`;
const placeOf = ({ from, to }: Pick<Diagnostic, 'from' | 'to'>): string => ` @${String(from)}-${String(to)}`;

function alarms(
  text: string,
  { name, functions, go }: Environment,
  tried: readonly Tried[],
  runs: readonly Run[],
  diagnostics: readonly Diagnostic[],
  isOfJson: (d: Diagnostic) => boolean,
): readonly Judgement[] {
  // What every run fails at has nothing to refute it.
  const isRefutable = ({ from, to }: Diagnostic): boolean =>
    runs.some((run) => run.ok || run.error.from !== from || run.error.to !== to);
  const all = diagnostics.filter(({ certainty }) => certainty === 'always');
  const surely = all.filter(isRefutable);
  const held = all.filter((d) => !surely.includes(d)).map((d) => good('always', d.code));
  if (surely.length === 0) return held;
  const parsed = parseTemplate(name, text, functions, go);
  // What is not parsed fails always, whatever else is said of it.
  if (!parsed.ok) return all.map((d) => good('always', d.code));
  const trace = new Trace(parsed.template, limits);
  const nodes = surely.map(({ from, to }) => trace.nodeAt(from, to));
  const refuted = new Map<Diagnostic, string>();
  for (const [k, { value, payload }] of tried.entries()) {
    const done = trace.run(value);
    for (const [i, d] of surely.entries()) {
      const node = nodes[i];
      // What always breaks the JSON does not keep the template from running.
      const isRefuted = node !== undefined && node !== null && done.has(node) && (!isOfJson(d) || isFine(runs[k]));
      if (isRefuted && !refuted.has(d)) refuted.set(d, payload);
    }
  }
  const failsAnyway = runs.every((run) => !run.ok);
  const judged = surely.map((d) => {
    const payload = refuted.get(d);
    if (payload === undefined) return good('always', d.code);
    const where = failsAnyway ? ' (it fails elsewhere)' : '';
    return bad('always', d.code, `${described(text, d)} is passed${where} with ${payload.replace(/\s+/g, ' ')}`);
  });
  return [...held, ...judged];
}

function jsonAlarms(
  text: string,
  world: Environment,
  tried: readonly Tried[],
  runs: readonly Run[],
  ofJson: readonly Diagnostic[],
  state: string,
  /** Whether a notification beyond the fifty breaks the JSON: fifty do not have everything that goes together. */
  isConfirmed: () => boolean,
): readonly Judgement[] {
  const judged: Judgement[] = [];
  if (state === 'safe') {
    const broken = runs.find((run) => run.ok && !run.isJson);
    judged.push(broken?.ok === true ? bad('safe', 'safe', `but ${broken.body}`) : good('safe', 'safe'));
  }
  if (!runs.every((run) => run.ok && run.isJson)) return judged;
  const refuted = ofJson.length === 0 || isConfirmed() ? [] : reached(text, world, tried, ofJson);
  for (const severity of ['error', 'warning'] as const) {
    const found = refuted.find((d) => d.severity === severity);
    const measure = `json ${severity}` as const;
    judged.push(found === undefined ? good(measure, '') : bad(measure, found.code, found.message));
  }
  return judged;
}

/**
 * The findings whose places executions went through. What no notification comes to is not refuted by any: more reports
 * than ten, reports of an incident that is over.
 */
function reached(
  text: string,
  { name, functions, go }: Environment,
  tried: readonly Tried[],
  found: readonly Diagnostic[],
): readonly Diagnostic[] {
  const parsed = parseTemplate(name, text, functions, go);
  if (!parsed.ok) return found;
  const trace = new Trace(parsed.template, limits);
  const left = new Map(found.map((d) => [d, trace.nodeAt(d.from, d.to)]));
  const done: Diagnostic[] = [];
  for (const { value } of tried) {
    const nodes = trace.run(value);
    for (const [d, node] of left) {
      // What is no node of its own is taken for reached.
      if (node !== null && !nodes.has(node)) continue;
      left.delete(d);
      done.push(d);
    }
  }
  return done;
}

function silences(runs: readonly Run[], diagnostics: readonly Diagnostic[]): readonly Judgement[] {
  const failures = runs.flatMap((run) => (run.ok ? [] : [run.error]));
  if (failures.length < runs.length || failures.length === 0) return [];
  const missed = [...new Set(failures)].filter((error) => !isTold(error, diagnostics));
  const told = failures.length - failures.filter((error) => missed.includes(error)).length;
  const [first] = missed;
  if (first === undefined) return [good('silence', ''), good('every failure', '')];
  const near = diagnostics.filter((d) => d.from <= first.to && d.to >= first.from);
  const about = `${first.phase} ${first.code}`;
  const instead = near.map((d) => `${d.severity} ${keyOf(d)}${placeOf(d)}`).join('; ');
  const detail = `${first.detail}${placeOf(first)}; near it: ${instead === '' ? 'nothing' : instead}`;
  return [told > 0 ? good('silence', '') : bad('silence', about, detail), bad('every failure', about, detail)];
}

/**
 * Whether an error has the executor's text, or where that depends on the data its code, at the place where the
 * executor's begins: a finding may show more of what belongs to it. What Go cannot parse is told where the mistake is,
 * with Go's whole message, which may be about a later place: a brace that is missing shows at the next `{{end}}`.
 */
function isTold(error: TemplateError, diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(
    (d) =>
      d.severity === 'error' &&
      ((error.phase === 'parse' && d.go === error.message && d.message === error.detail) ||
        (d.from === error.from && (d.message === error.detail || (error.phase === 'exec' && d.code === error.code)))),
  );
}

/** What was meant to be an action and is text is no JSON either, and told as such. */
const strays: ReadonlySet<string> = new Set(['missing-brace', 'single-braces']);

function jsonSilences(
  runs: readonly Run[],
  tried: readonly Tried[],
  diagnostics: readonly Diagnostic[],
  isOfJson: (d: Diagnostic) => boolean,
): readonly Judgement[] {
  const given = runs.filter((_, i) => tried[i]?.isGiven);
  if (given.some((run) => !run.ok)) return [];
  const broken = given.find((run) => run.ok && !run.isJson);
  if (broken?.ok !== true) return [];
  const always = given.every((run) => run.ok && !run.isJson);
  const about = always ? 'never JSON' : 'not always JSON';
  const isTold = diagnostics.some((d) => isOfJson(d) || strays.has(d.code));
  return [isTold ? good('json silence', about) : bad('json silence', about, broken.body)];
}

function fixes(
  text: string,
  world: Environment,
  tried: readonly Tried[],
  runs: readonly Run[],
  diagnostics: readonly Diagnostic[],
  isOfJson: (d: Diagnostic) => boolean,
): readonly Judgement[] {
  const before = counted(diagnostics);
  const fixable = diagnostics.filter((d) => d.fixes.length > 0).slice(0, mostFixes);
  return fixable.flatMap((d) => {
    const [fix] = d.fixes;
    if (fix === undefined) return [];
    const fixed = applyFix(text, fix);
    const { diagnostics: left } = analyse(fixed, world);
    const after = counted(left);
    const judged: Judgement[] = [];
    const show = `${described(text, d)} becomes ${fixed}`;
    const isGone = (after.get(keyOf(d)) ?? 0) < (before.get(keyOf(d)) ?? 0);
    judged.push(isGone ? good('fix: gone', d.code) : bad('fix: gone', d.code, show));
    const unparsed = new Set(refusalsOf(fixed, world));
    // That a JSON can break in several places says nothing that those places do not.
    const isOwn = ({ code }: Diagnostic): boolean => code !== 'unsafe-json';
    const fresh = left.filter((o) => isOwn(o) && (after.get(keyOf(o)) ?? 0) > (before.get(keyOf(o)) ?? 0));
    const ofJson = fresh.length === 0 ? new Set<string>() : jsonFindings(fixed, world);
    const isRefused = runs.some((run) => !run.ok && run.error.phase === 'parse');
    const isHidden = (other: Diagnostic): boolean =>
      wasHidden(
        d,
        isOfJson(d),
        other,
        ofJson.has(keyOf(other) + placeOf(other)),
        isRefused && !unparsed.has(other.message),
      );
    const isNew = fresh.find((other) => !isHidden(other));
    const brings = `${d.code} brings ${isNew?.code ?? ''}${isRefused ? ' (refused before)' : ''}`;
    const news = `${show}, which has ${isNew === undefined ? '' : keyOf(isNew)}`;
    judged.push(
      isNew === undefined ? good('fix: nothing new', d.code) : bad('fix: nothing new', brings, news),
      fresh.length === 0
        ? good('fix: uncovers nothing', d.code)
        : bad('fix: uncovers nothing', `${d.code}: ${fresh[0]?.code ?? ''}`, ''),
    );
    if (isOfJson(d)) judged.push(...jsonMended(d, show, runs, runsOf(fixed, world, tried), tried, fixed, world));
    judged.push(...sameBodies(d, show, fixed, world, tried, runs, isOfJson(d)));
    return judged;
  });
}

/** Errors that concern blocks: mending one decides what is written. */
const ofBlocks: ReadonlySet<string> = new Set(['unexpected-eof', 'unexpected-end', 'unexpected-else']);

/**
 * Whether a mistake hid what is found once it is mended. What stops Go hides what it would have come to: of an action
 * that always fails nobody can say what it prints, and of what is not parsed not even what fails. Not hidden is what Go
 * stops at in its place, and JSON that depends on where a block was made to end.
 */
function wasHidden(
  d: Diagnostic,
  isJson: boolean,
  other: Diagnostic,
  isOtherJson: boolean,
  isAfterRefusal: boolean,
): boolean {
  const stops = d.certainty === 'always' && d.severity === 'error' && !isJson;
  if (!stops) return false;
  if (isOtherJson) return !ofBlocks.has(d.code);
  if (other.certainty !== 'always' || other.severity !== 'error') return true;
  return isAfterRefusal;
}

/** What Go's parser has to say of a template, in its words without the place. */
function refusalsOf(text: string, { name, functions, go }: Environment): readonly string[] {
  return parseLoose(name, text, functionNames(functions), go).errors.map(({ detail }) => detail);
}

function jsonMended(
  d: Diagnostic,
  show: string,
  runs: readonly Run[],
  after: readonly Run[],
  tried: readonly Tried[],
  fixed: string,
  world: Environment,
): readonly Judgement[] {
  const spoilt = after.find((run, i) => run.ok && !run.isJson && isFine(runs[i]));
  if (spoilt?.ok === true) return [bad('fix: json', d.code, `${show}, which spoils ${spoilt.body}`)];
  // Where something else is still said about the JSON, that may be what keeps it broken.
  if (jsonFindings(fixed, world).size > 0) return [];
  // Of what the map of 1.19.1 holds nothing is known, and nothing said: it may be what breaks the JSON.
  if (world.keys !== null) return [];
  // Names of applications are as a rule plain, and nothing is said of them; in random notifications they are not.
  const broken = after.find((run, i) => run.ok && !run.isJson && runs[i]?.ok === true && tried[i]?.isGiven === true);
  if (broken?.ok === true) return [bad('fix: json', d.code, `${show}, which gives ${broken.body}`)];
  return [good('fix: json', d.code)];
}

const isFine = (run: Run | undefined): boolean => run?.ok === true && run.isJson;

/** What a template wrote correctly before, it has to write after a fix as well. */
function sameBodies(
  d: Diagnostic,
  show: string,
  fixed: string,
  world: Environment,
  tried: readonly Tried[],
  runs: readonly Run[],
  ofJson: boolean,
): readonly Judgement[] {
  const correct = tried.flatMap((one, i) => {
    const run = runs[i];
    return one.isPlain && run?.ok === true && (!ofJson || run.isJson) ? [{ one, body: run.body }] : [];
  });
  const after = runsOf(
    fixed,
    world,
    correct.map(({ one }) => one),
  );
  for (const [i, { body }] of correct.entries()) {
    const is = after[i];
    if (is?.ok !== true) return [bad('fix: same body', d.code, `${show}, which fails`)];
    if (is.body !== body) return [bad('fix: same body', d.code, `${show}: ${body} → ${is.body}`)];
  }
  return correct.length === 0 ? [] : [good('fix: same body', d.code)];
}

function counted(diagnostics: readonly Diagnostic[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const d of diagnostics) counts.set(keyOf(d), (counts.get(keyOf(d)) ?? 0) + 1);
  return counts;
}

function described(text: string, d: Diagnostic): string {
  return `${d.code} «${text.slice(d.from, d.to)}» (${d.message})`;
}

function good(measure: Measure, about: string): Judgement {
  return { measure, good: true, about, detail: '' };
}

function bad(measure: Measure, about: string, detail: string): Judgement {
  return { measure, good: false, about, detail };
}
