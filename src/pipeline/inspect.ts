/**
 * The one place where the stages are chained: template and payload, output, body, what the platform says of it and
 * shows of it. Pure: the same inputs give the same stages, nothing here throws, and what comes out is plain data.
 */
import {
  Body,
  type CorootVersion,
  type DecodedPayload,
  type PayloadProblem,
  checkTemplate,
  decodePayload,
  findVersion,
  render,
  templateFault,
  worksSince,
} from '../coroot';
import { type JsonError, type TemplateError, byteLength, stoppedByPlayground } from '../go';
import { type Drawing, type Platform, Received, type Verdict, notJson, worst } from '../platforms';
import type { PipelineInput } from './input';
import { type JsonFault, jsonFault, wholeFault } from './json-fault';
import { remarked } from './remarks';

/**
 * An output: `raw` is what the template wrote, `body` what Coroot posts; sizes in bytes, `escapes` the line breaks in
 * between.
 */
export interface RenderSuccess {
  readonly ok: true;
  readonly raw: string;
  readonly body: string;
  readonly rawBytes: number;
  readonly bodyBytes: number;
  readonly escapes: number;
  /** Why Coroot's newline escaping left the output alone, or null. */
  readonly notEscaped: string | null;
}

/** An error of a template: Go's words without the place, and what of the template to look at, in UTF-16 units. */
export interface TemplateFault {
  readonly detail: string;
  readonly from: number;
  readonly to: number;
}

/**
 * Why there is no output: who says so, the whole message, and the template's error when it is one. `paused` is when
 * nothing was rendered at all, `waiting` when the answer is not there yet.
 */
export interface RenderFailure {
  readonly ok: false;
  readonly source: 'coroot' | 'playground' | 'payload' | 'paused' | 'waiting';
  readonly message: string;
  readonly template: TemplateFault | null;
  /** The first release of Coroot on which the template works, where only the chosen release is to blame; else null. */
  readonly worksSince: string | null;
}

/** Either, as the stage of the output. */
export type RenderedStage = RenderSuccess | RenderFailure;

/** Whether the body is JSON; `expected` tells whether it seems meant to be. */
export type JsonVerdict =
  | { readonly ok: true }
  | { readonly ok: false; readonly expected: boolean; readonly error: JsonError; readonly fault: JsonFault };

/**
 * The worst that is known of a body: `fail` when it does not exist, is refused or lost, `warn` when it arrives damaged.
 */
export type Outcome = 'pass' | 'warn' | 'fail';

/** Everything that follows from the input. What is null has no body, or no platform, to speak of. */
export interface Inspection {
  readonly payload: { readonly ok: boolean; readonly problems: readonly PayloadProblem[] };
  readonly rendered: RenderedStage;
  readonly json: JsonVerdict | null;
  readonly verdict: Verdict | null;
  readonly drawing: Drawing | null;
  readonly outcome: Outcome;
}

/** Which of the costly parts are wanted. */
export interface Wanted {
  /** Whether the body is drawn as the platform shows it. */
  readonly drawing: boolean;
}

/** Runs every stage, with the eyes of a platform where there is one. */
export function inspect(
  input: PipelineInput,
  platform: Platform | null,
  wanted: Wanted = { drawing: true },
): Inspection {
  const version = findVersion(input.version);
  const decoded = decodePayload(input.payload, input.kind, version, input.customFields);
  const payload = { ok: decoded.ok, problems: decoded.problems };
  const rendered = renderStage(input, version, decoded);
  if (!rendered.ok) {
    const none = { json: null, verdict: null, drawing: null };
    return { payload, rendered, ...none, outcome: 'fail' };
  }
  const body = new Body(rendered.body);
  const received = platform === null ? null : new Received(platform.reading, body);
  const json = jsonVerdict(input, body, received?.fault ?? null, platform);
  const verdict =
    received === null || platform === null
      ? null
      : withFault(remarked(platform, received.verdict(), input, decoded, body), json);
  return {
    payload,
    rendered,
    json,
    verdict,
    drawing: wanted.drawing ? (received?.drawing() ?? null) : null,
    outcome: verdict === null ? withoutPlatform(json) : worst(verdict),
  };
}

/** How a platform shows a body that was rendered before. */
export function drawBody(platform: Platform, body: string): Drawing {
  return new Received(platform.reading, new Body(body)).drawing();
}

function renderStage(
  { kind, template }: PipelineInput,
  version: CorootVersion,
  payload: DecodedPayload,
): RenderedStage {
  const { go } = version;
  const fault = templateFault(kind, version, template);
  if (fault !== null) return { ok: false, source: 'coroot', message: fault, template: null, worksSince: null };
  if (!payload.ok) {
    // A template that cannot be parsed is wrong whatever the payload: say that first, as Coroot does unless it checks
    // its settings before.
    const checked = checkTemplate(kind, template, go);
    const refused = version.checksSettings && payload.problems.some(isSettingsError);
    return checked.ok || refused ? payloadFailure(payload) : templateFailure(checked.message, checked.error, version);
  }
  const rendered = render({ kind, template, value: payload.value, go });
  if (!rendered.ok) return templateFailure(rendered.message, rendered.error, version);
  const { output: raw, body, escaped } = rendered;
  return {
    ok: true,
    raw,
    body,
    rawBytes: byteLength(raw),
    bodyBytes: byteLength(body),
    escapes: escaped.edits.length,
    notEscaped: escaped.applied ? null : escaped.stop.reason,
  };
}

function isSettingsError({ about, severity }: PayloadProblem): boolean {
  return about === 'settings' && severity === 'error';
}

function templateFailure(message: string, error: TemplateError, version: CorootVersion): RenderFailure {
  const { code, detail, from, to } = error;
  const source = stoppedByPlayground(code) ? 'playground' : 'coroot';
  return { ok: false, source, message, template: { detail, from, to }, worksSince: worksSince(error, version) };
}

function payloadFailure({ problems }: DecodedPayload): RenderFailure {
  const errors = problems.filter(({ severity }) => severity === 'error');
  const lines = errors.map(({ about, line, column, message }) =>
    about === 'payload' ? `line ${String(line)}, column ${String(column)}: ${message}` : message,
  );
  return { ok: false, source: 'payload', message: lines.join('\n'), template: null, worksSince: null };
}

/**
 * A body that starts like an object or array is meant to be JSON; anything else may well be plain text. What a platform
 * stumbles over, `fault`, comes before what it reads all the same.
 */
function jsonVerdict(
  input: PipelineInput,
  { text, json }: Body,
  fault: JsonError | null,
  platform: Platform | null,
): JsonVerdict {
  if (json.ok) return { ok: true };
  const error = fault ?? json.error;
  return { ok: false, expected: /^\s*[{[]/.test(text), error, fault: jsonFault(input, text, error, platform) };
}

/** The platform's finding that the body is no JSON, in the words that everybody has for it. */
function withFault(verdict: Verdict, json: JsonVerdict): Verdict {
  if (json.ok) return verdict;
  const message = wholeFault(json.fault);
  return { ...verdict, findings: verdict.findings.map((f) => (f.code === notJson ? { ...f, message } : f)) };
}

/** Where nobody is known to read the body, only broken JSON is wrong. */
function withoutPlatform(json: JsonVerdict): Outcome {
  return !json.ok && json.expected ? 'fail' : 'pass';
}
