/** Coroot's whole way from a template to the body it posts: parse, execute, escape newlines. */
import {
  type GoVersion,
  type Limits,
  type OutputSpan,
  PlainSink,
  type Template,
  type TemplateError,
  TracingSink,
  type Value,
  executeTemplate,
  newestGo,
  stoppedByPlayground,
  parseTemplate,
} from '../go';
import { corootFunctions } from './funcs';
import { type EscapedOutput, escapeNewlines } from './newlines';
import type { NotificationKind } from './versions';

/** What to render: `value` is the template data that `decodePayload` made for the same kind. */
export interface RenderRequest {
  readonly kind: NotificationKind;
  readonly template: string;
  readonly value: Value;
  /** The Go to render as; the newest when it is left out. */
  readonly go?: GoVersion;
  /** Whether to keep which piece of the output came from where; costs some time. */
  readonly trace?: boolean;
  readonly limits?: Limits;
}

/**
 * The output and the body made of it, or the error. `message` is what Coroot reports, its own prefix included (or why
 * the playground stopped, when it hit a limit of its own), and
 * `error` the template's error with its place; `partial` is what had been written until then. `spans` cover the output,
 * not the body (see `outputOffset`), and are empty unless `trace` was asked for.
 */
export type Rendered =
  | {
      readonly ok: true;
      readonly template: Template;
      readonly output: string;
      readonly escaped: EscapedOutput;
      /** What Coroot posts: `escaped.body`. */
      readonly body: string;
      readonly spans: readonly OutputSpan[];
    }
  | {
      readonly ok: false;
      readonly phase: 'parse' | 'exec';
      readonly message: string;
      readonly error: TemplateError;
      readonly partial: string;
      readonly spans: readonly OutputSpan[];
    };

/** Whether a template parses; when not, what Coroot reports and the error with its place. */
export type TemplateCheck =
  { readonly ok: true } | { readonly ok: false; readonly message: string; readonly error: TemplateError };

/** The name under which Coroot parses a kind's template; Go's messages begin with it. */
function templateName(kind: NotificationKind): string {
  return `${kind}Template`;
}

/** Parses a template as Coroot does before it looks at any data. Never throws. */
export function checkTemplate(kind: NotificationKind, template: string, go: GoVersion = newestGo): TemplateCheck {
  const parsed = parseTemplate(templateName(kind), template, corootFunctions, go);
  return parsed.ok ? { ok: true } : { ok: false, message: messageOf(kind, parsed.error), error: parsed.error };
}

/** Renders a template as Coroot does. Never throws. */
export function render(request: RenderRequest): Rendered {
  const { kind, value, limits } = request;
  const parsed = parseTemplate(templateName(kind), request.template, corootFunctions, request.go);
  if (!parsed.ok) return failed(kind, parsed.error, '', []);
  const tracing = request.trace === true ? new TracingSink() : null;
  const sink = tracing ?? new PlainSink();
  const executed = executeTemplate(parsed.template, value, sink, limits);
  const { output } = sink;
  const spans = tracing?.spans ?? [];
  if (!executed.ok) return failed(kind, executed.error, output, spans);
  const escaped = escapeNewlines(output);
  return { ok: true, template: parsed.template, output, escaped, body: escaped.body, spans };
}

function failed(kind: NotificationKind, error: TemplateError, partial: string, spans: readonly OutputSpan[]): Rendered {
  return { ok: false, phase: error.phase, message: messageOf(kind, error), error, partial, spans };
}

/**
 * Coroot's words around Go's; where the playground gave up for its own reasons, only those, because Coroot would go on.
 */
function messageOf(kind: NotificationKind, error: TemplateError): string {
  return stoppedByPlayground(error.code) ? error.detail : logged(kind, error.message);
}

/** What Coroot logs where a template of a kind stops with a message of Go's. */
export function logged(kind: NotificationKind, message: string): string {
  return `invalid ${kind} template: ${message}`;
}
