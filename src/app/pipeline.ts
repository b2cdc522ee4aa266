/**
 * The one place where the stages are chained: template and payload, output, body, verdict. Pure: the same inputs give
 * the same stages, and nothing here throws.
 */
import { type DecodedPayload, checkTemplate, decodePayload, findVersion, render } from '../coroot';
import { type JsonError, type TemplateError, byteLength, parseJson, stoppedByPlayground } from '../go';
import type { NotificationKind, Project } from '../share';

/** What the stages are made from. */
export interface PipelineInput {
  readonly kind: NotificationKind;
  readonly version: string;
  readonly customFields: Project['customFields'];
  readonly template: string;
  readonly payload: string;
}

/** An output: `raw` is what the template wrote, `body` what Coroot posts; sizes in bytes, `escapes` the line breaks in between. */
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

/**
 * Why there is no output: who says so, the whole message, and the template's error when it is one. `paused` is when
 * nothing was rendered at all.
 */
export interface RenderFailure {
  readonly ok: false;
  readonly source: 'coroot' | 'playground' | 'payload' | 'paused';
  readonly message: string;
  readonly template: TemplateError | null;
}

/** Either, as the stage of the output. */
export type RenderedStage = RenderSuccess | RenderFailure;

/** Whether the body is JSON; `expected` tells whether it seems meant to be. */
export type Verdict =
  { readonly ok: true } | { readonly ok: false; readonly expected: boolean; readonly error: JsonError };

/** Everything that follows from the input. `verdict` is null while there is no body. */
export interface Stages {
  readonly payload: DecodedPayload;
  readonly rendered: RenderedStage;
  readonly verdict: Verdict | null;
}

/** Runs every stage. */
export function runPipeline(input: PipelineInput): Stages {
  const payload = decodePayload(input.payload, input.kind, findVersion(input.version), input.customFields);
  const rendered = renderStage(input, payload);
  return { payload, rendered, verdict: rendered.ok ? judge(rendered.body) : null };
}

function renderStage({ kind, template }: PipelineInput, payload: DecodedPayload): RenderedStage {
  if (!payload.ok) {
    // A template that cannot be parsed is wrong whatever the payload: say that first.
    const checked = checkTemplate(kind, template);
    return checked.ok ? payloadFailure(payload) : templateFailure(checked.message, checked.error);
  }
  const rendered = render({ kind, template, value: payload.value });
  if (!rendered.ok) return templateFailure(rendered.message, rendered.error);
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

function templateFailure(message: string, error: TemplateError): RenderFailure {
  const ours = stoppedByPlayground(error.code);
  return { ok: false, source: ours ? 'playground' : 'coroot', message: ours ? error.detail : message, template: error };
}

function payloadFailure({ problems }: DecodedPayload): RenderFailure {
  const errors = problems.filter(({ severity }) => severity === 'error');
  const lines = errors.map(({ about, line, column, message }) =>
    about === 'payload' ? `line ${String(line)}, column ${String(column)}: ${message}` : message,
  );
  return { ok: false, source: 'payload', message: lines.join('\n'), template: null };
}

/** A body that starts like an object or array is meant to be JSON; anything else may well be plain text. */
function judge(body: string): Verdict {
  const parsed = parseJson(body);
  return parsed.ok ? { ok: true } : { ok: false, expected: /^\s*[{[]/.test(body), error: parsed.error };
}
