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
  readonly limits?: Limits;
}

/**
 * The output and the body made of it, or the error. `message` is what Coroot reports, its own prefix included (or why
 * the playground stopped, when it hit a limit of its own), and
 * `error` the template's error with its place; `partial` is what had been written until then.
 */
export type Rendered =
  | {
      readonly ok: true;
      readonly template: Template;
      readonly output: string;
      readonly escaped: EscapedOutput;
      /** What Coroot posts: `escaped.body`. */
      readonly body: string;
    }
  | {
      readonly ok: false;
      readonly phase: 'parse' | 'exec';
      readonly message: string;
      readonly error: TemplateError;
      readonly partial: string;
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
  if (!parsed.ok) return failed(kind, parsed.error, '');
  const sink = new PlainSink();
  const executed = executeTemplate(parsed.template, value, sink, limits);
  const { output } = sink;
  if (!executed.ok) return failed(kind, executed.error, output);
  const escaped = escapeNewlines(output);
  return { ok: true, template: parsed.template, output, escaped, body: escaped.body };
}

function failed(kind: NotificationKind, error: TemplateError, partial: string): Rendered {
  return { ok: false, phase: error.phase, message: messageOf(kind, error), error, partial };
}

/**
 * Which pieces of the output of a template touch `[from, to)` of it, in their order. The template is executed once more
 * with the same value, for an output may have a million pieces and nobody asks for more than a few.
 */
export function spansAt(template: Template, value: Value, from: number, to: number): readonly OutputSpan[] {
  const sink = new TracingSink({ from, to });
  executeTemplate(template, value, sink);
  return sink.spans.filter((span) => span.from < to && span.to > from);
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
