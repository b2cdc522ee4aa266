/** The playground's whole way for one input, every stage looked at: what may come of any text whatever. */
import { corootVersions, decodePayload, findVersion, notificationKinds, render, samples } from '../../../src/coroot';
import { outputOffset, escapeNewlines } from '../../../src/coroot/newlines';
import { corootFunctions } from '../../../src/coroot/funcs';
import {
  PlainSink,
  type Template,
  TracingSink,
  type Value,
  anyType,
  dataPath,
  decodeUtf8,
  executeTemplate,
  lex,
  parseTemplate,
  unmarshal,
} from '../../../src/go';
import { TemplateError, type TemplateFailure } from '../../../src/go/template/errors';
import { functionNames } from '../../../src/go/template/template';
import { parseLoose } from '../../../src/go/template/parse/parse';
import { type Request, templateText } from '../subject';
import { build } from '../values';
import { presetTemplates, recordedRequests } from './corpus';
import { mutate } from './grammar';
import type { Random } from './random';
import { randomRequest } from './requests';

/** Texts to render and data to render them over. */
export interface Input {
  readonly template: string;
  readonly payload: string;
  readonly request: Request;
}

/** Bytes or UTF-16 units at random: a Go string may hold what is no UTF-8, and a text area what is no Unicode. */
function noise(r: Random, most: number): string {
  const length = r.below(most);
  if (r.chance(0.5)) {
    const range = r.pick([256, 128, 8]);
    const from = range === 8 ? 0x20 + r.below(0x60) : 0;
    return decodeUtf8(Uint8Array.from({ length }, () => from + r.below(range)));
  }
  const ranges = [
    [0x20, 0x60],
    [0xd800, 0x800],
    [0, 0x10000],
    [0xdc80, 0x80],
    [0x2000, 0x80],
  ] as const;
  return String.fromCharCode(
    ...Array.from({ length }, () => {
      const [start, size] = r.pick(ranges);
      return start + r.below(size);
    }),
  );
}

function mutated(r: Random, text: string): string {
  let bytes: Buffer = Buffer.from(text);
  for (let n = r.below(4); n >= 0; n--) bytes = mutate(r, decodeUtf8(bytes));
  const at = r.below(bytes.length + 1);
  if (r.chance(0.1)) bytes = Buffer.concat([bytes.subarray(0, at), Buffer.from(noise(r, 20)), bytes.subarray(at)]);
  if (r.chance(0.1)) bytes = bytes.subarray(0, at);
  return decodeUtf8(bytes);
}

/** A random input: noise, or what was valid before some of its bytes were changed. */
export function randomInput(r: Random): Input {
  const request = r.weighted<Request>(
    [3, () => randomRequest(r)],
    [2, () => r.pick(recordedRequests)],
    [
      2,
      () => {
        const { kind, text } = r.pick(presetTemplates);
        const { payload } = r.pick(samples.filter((sample) => sample.kind === kind));
        const version = r.pick(corootVersions.filter(({ kinds }) => kinds.includes(kind)));
        return { mode: 'coroot', kind, version: version.id, payload, template: text };
      },
    ],
  );
  const template = r.weighted(
    [1, () => noise(r, 200)],
    [4, () => mutated(r, templateText(request))],
    [1, () => templateText(request)],
  );
  const valid = request.mode === 'coroot' ? request.payload : r.pick(samples).payload;
  const payload = r.weighted([1, () => noise(r, 100)], [2, () => mutated(r, valid)], [2, () => valid]);
  return { template, payload, request };
}

class Violation extends Error {}

function insist(condition: boolean, what: string): void {
  if (!condition) throw new Violation(what);
}

const within = (span: { readonly from: number; readonly to: number }, text: string): boolean =>
  0 <= span.from && span.from <= span.to && span.to <= text.length;

const names = functionNames(corootFunctions);

function checkError(error: TemplateError, text: string): void {
  insist(error instanceof TemplateError, `error ${error.message}`);
  checkFailure(error, text);
}

/** A loose parser's errors are thrown nowhere. */
function checkFailure(error: TemplateFailure, text: string): void {
  insist(error.message.startsWith('template: '), `error ${error.message}`);
  insist(within(error, text), `span of ${error.message}`);
  insist(!error.message.includes('an internal error'), error.message);
}

/**
 * Takes an input the whole way: lex, parse strictly and loosely, execute with both sinks, escape line feeds, read the
 * payload, render. Throws whatever escapes, and an Error when stages contradict one another.
 */
export function goWholeWay({ template, payload, request }: Input): void {
  lex(template, { recover: true, comments: true });
  const loose = parseLoose('t', template, names);
  for (const error of loose.errors) checkFailure(error, template);
  const kind = notificationKinds.find((k) => request.mode === 'coroot' && k === request.kind) ?? 'incident';
  const version = findVersion(request.mode === 'coroot' ? request.version : 'documented');
  const fields = request.mode === 'coroot' ? (request.customFields ?? []) : [];
  const decoded = decodePayload(payload, kind, version, fields);
  for (const problem of decoded.problems) insist(within(problem, payload), `span of ${problem.message}`);
  insist(decoded.ok || decoded.problems.length > 0, 'no payload and no reason');
  const plain = unmarshal(payload, anyType);
  // Each made anew, because what takes elements from a channel can do so once.
  const values = [
    ...(decoded.ok ? [() => decoded.value] : []),
    ...(request.mode === 'any' ? [() => build(request.data ?? null)] : []),
    ...(plain.ok ? [() => plain.value] : []),
  ];
  const parsed = parseTemplate('t', template, corootFunctions);
  if (parsed.ok) {
    insist(loose.errors.length === 0, 'a loose parse refuses what a strict one takes');
    for (const value of values) execute(parsed.template, template, value);
  } else {
    insist(loose.errors.length > 0, 'a loose parse takes what a strict one refuses');
    checkError(parsed.error, template);
  }
  escaped(template);
  if (!decoded.ok) return;
  const rendered = render({ kind, template, value: decoded.value });
  if (rendered.ok) insist(rendered.body === escaped(rendered.output), 'the body is the escaped output');
  else checkError(rendered.error, template);
}

function execute(template: Template, text: string, data: () => Value): void {
  const plain = new PlainSink();
  const got = executeTemplate(template, data(), plain);
  if (!got.ok) checkError(got.error, text);
  escaped(plain.output);
  const tracing = new TracingSink();
  const traced = executeTemplate(template, data(), tracing);
  insist(got.ok === traced.ok && plain.output === tracing.output, 'the sinks differ');
  let at = 0;
  for (const span of tracing.spans) {
    insist(span.from === at && span.to >= at, 'spans leave gaps');
    at = span.to;
    if (span.value !== null) dataPath(span.value);
  }
  insist(at === tracing.output.length, 'spans end before the output');
}

/** The body of an output, after looking at its edits. */
function escaped(output: string): string {
  const { body, edits, ...rest } = escapeNewlines(output);
  insist(body.length === output.length + edits.length, 'one unit more for each line feed');
  insist(outputOffset(edits, body.length) === output.length, 'offsets move with the edits');
  if (!rest.applied) insist(0 <= rest.stop.at && rest.stop.at <= output.length, `stop at ${String(rest.stop.at)}`);
  return body;
}
