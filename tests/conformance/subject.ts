/** Answers conformance requests with what our engine does; the oracle answers the same requests with what Go does. */
import {
  type CustomField,
  corootRequest,
  decodePayload,
  findVersion,
  notificationKinds,
  render,
} from '../../src/coroot';
import { corootFunctions } from '../../src/coroot/funcs';
import {
  PlainSink,
  type TemplateError,
  type Value,
  decodeUtf8,
  encodeUtf8,
  executeTemplate,
  parseTemplate,
  quote,
} from '../../src/go';
import { type GoVersion, goVersions, newestGo } from '../../src/go/version';
import { type Json, build, wellFormed } from './values';

/** What a template is called in mode any. */
const templateName = 't';

/** A header's name and value. */
export type HeaderPair = readonly [name: string, value: string];

/** The settings of a webhook integration that shape its request. */
export interface Webhook {
  readonly basicAuth?: readonly [user: string, password: string];
  readonly headers?: readonly HeaderPair[];
}

/** A template and what it is executed with; see README.md. */
export type Request = { readonly id?: Json; readonly template?: string; readonly templateBase64?: string } & (
  | { readonly mode: 'any'; readonly data?: Json }
  | {
      readonly mode: 'coroot';
      readonly kind: string;
      readonly version: string;
      readonly payload: string;
      readonly customFields?: readonly CustomField[];
      readonly webhook?: Webhook;
    }
);

/**
 * What came of a request. Bytes are Go strings as in `src/go/utf8.ts`; `body` is null in mode any. `headers` are those
 * that were sent, null where nothing was sent or nobody asked.
 */
export interface Answer {
  readonly output: string;
  readonly body: string | null;
  readonly error: string | null;
  readonly headers: readonly HeaderPair[] | null;
}

/** Where the oracle lets Coroot post to. */
const hookUrl = 'http://hooks.example.com/services/T0?thread=1';

/** Coroot could not have these, and the page's words for people are not Go's. */
const unusable: Answer = { output: '', body: '', error: 'unusable payload or settings', headers: null };

/** The template's text as a Go string. */
export function templateText(request: Request): string {
  const { template = '', templateBase64 } = request;
  if (templateBase64 !== undefined) return decodeUtf8(new Uint8Array(Buffer.from(templateBase64, 'base64')));
  return wellFormed(template);
}

/** What our engine, as that Go, makes of a request. Throws an Error when the request itself is nonsense. */
export function answer(request: Request, go: GoVersion): Answer {
  switch (request.mode) {
    case 'any':
      return answerAny(templateText(request), build(request.data ?? null), go);
    case 'coroot': {
      const kind = notificationKinds.find((k) => k === request.kind);
      if (kind === undefined) return unusable;
      const version = findVersion(request.version);
      const decoded = decodePayload(wellFormed(request.payload), kind, version, request.customFields ?? []);
      if (!decoded.ok || decoded.problems.some((p) => p.severity === 'error')) return unusable;
      const got = render({ kind, template: templateText(request), value: decoded.value, go });
      if (got.ok) return sent(got.output, got.body, request.webhook);
      refuseLimits(got.error);
      if (got.error.code === panics) return { output: '', body: '', error: got.error.detail, headers: null };
      return { output: got.partial, body: '', error: got.message, headers: null };
    }
    default: {
      const never: never = request;
      return never;
    }
  }
}

function sent(output: string, body: string, webhook: Webhook | undefined): Answer {
  if (webhook === undefined) return { output, body, error: null, headers: null };
  const [user, password] = webhook.basicAuth ?? ['', ''];
  const headers = (webhook.headers ?? []).map(([name, value]) => [wellFormed(name), wellFormed(value)] as const);
  const request = corootRequest({ url: hookUrl, basicAuth: { user, password }, headers }, body);
  // Go puts before the reason what it was about to do.
  const error = request.problem === null ? null : `Post ${quote(hookUrl)}: ${request.problem}`;
  return error === null
    ? { output, body, error, headers: request.headers.map(({ name, value }) => [name, value]) }
    : { output, body: '', error, headers: null };
}

/** The code of an error that stands for a panic. Go's output is lost then, and its error has no place. */
const panics = 'go-panic';

function answerAny(text: string, data: Value, go: GoVersion): Answer {
  const parsed = parseTemplate(templateName, text, corootFunctions, go);
  if (!parsed.ok) return { output: '', body: null, error: parsed.error.message, headers: null };
  const sink = new PlainSink();
  const executed = executeTemplate(parsed.template, data, sink);
  if (!executed.ok) {
    refuseLimits(executed.error);
    if (executed.error.code === panics) return { output: '', body: null, error: executed.error.detail, headers: null };
  }
  const error = executed.ok ? null : executed.error.message;
  return { output: sink.output, body: null, error, headers: null };
}

/** Go would have gone on, so there is no answer. */
class LimitReached extends Error {}

function refuseLimits(error: TemplateError): void {
  if (error.code === 'step-limit' || error.code === 'output-limit') throw new LimitReached(`limit: ${error.code}`);
}

/** The Go of this name. Throws an Error, with the names there are, when there is none. */
export function goVersionNamed(name: string): GoVersion {
  const found = goVersions.find((go) => go === name);
  if (found === undefined) throw new Error(`no Go ${name}: ${goVersions.join(', ')}`);
  return found;
}

/** One line of the protocol for one line of it. What escapes from the engine is told as a fault: there must be none. */
export function answerLine(line: string, go: GoVersion = newestGo): string {
  let id: Json = null;
  try {
    const request = JSON.parse(line) as Request;
    id = request.id ?? null;
    const { output, body, error, headers } = answer(request, go);
    const base64 = (s: string): string => Buffer.from(encodeUtf8(s)).toString('base64');
    return JSON.stringify({
      id,
      output: base64(output),
      ...(body === null ? {} : { body: base64(body) }),
      error: error === null ? null : wellFormed(error),
      ...(error === null || wellFormed(error) === error ? {} : { errorBase64: base64(error) }),
      ...(headers === null ? {} : { headers }),
    });
  } catch (e) {
    return JSON.stringify({
      id,
      output: '',
      error: null,
      fault: e instanceof LimitReached ? e.message : e instanceof Error ? e.stack : String(e),
    });
  }
}

/** Answers the lines of standard input until it ends, as the Go that the argument names or the newest. */
export async function main([version = newestGo]: readonly string[]): Promise<number> {
  const go = goVersionNamed(version);
  let rest = '';
  process.stdin.setEncoding('utf8');
  for await (const chunk of process.stdin) {
    const lines = (rest + String(chunk)).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (line !== '') process.stdout.write(`${answerLine(line, go)}\n`);
  }
  if (rest !== '') process.stdout.write(`${answerLine(rest, go)}\n`);
  return 0;
}
