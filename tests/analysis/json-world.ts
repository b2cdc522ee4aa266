/** What payloads make of a template, and what the analysis says of its JSON. */
import { type Analysis, type Diagnostic, analyse } from '../../src/analysis';
import { jsonExplanations } from '../../src/analysis/explain/json';
import {
  type NotificationKind,
  decodePayload,
  findVersion,
  hostileSamples,
  render,
  samplesFor,
} from '../../src/coroot';
import { TracingSink, executeTemplate } from '../../src/go';
import { environmentOf } from '../../src/pipeline';

/** A payload's body: `valid` when it is JSON; null when Go stops at the template. */
export interface Posted {
  readonly id: string;
  readonly body: string;
  readonly valid: boolean;
  /** Whether anything was written by what stands at a place of the template. */
  readonly reaches: (from: number, to: number) => boolean;
}

const values = new Map<string, readonly { readonly id: string; readonly value: ValueOf }[]>();
type ValueOf = Extract<ReturnType<typeof decodePayload>, { ok: true }>['value'];

function valuesOf(kind: NotificationKind, id: string): readonly { readonly id: string; readonly value: ValueOf }[] {
  const key = `${kind} ${id}`;
  let known = values.get(key);
  if (known === undefined) {
    const version = findVersion(id);
    const hostile = hostileSamples.filter((sample) => sample.kind === kind);
    // Hostile payloads are all of one status; branches are taken on it.
    const resolved = hostile.map(({ id: of, payload }) => ({
      id: `${of}-ok`,
      payload: payload.replace('"CRITICAL"', '"OK"'),
    }));
    known = [...samplesFor(kind, version), ...hostile, ...resolved].map(({ id: payload, payload: text }) => {
      const decoded = decodePayload(text, kind, version, []);
      if (!decoded.ok) throw new Error(payload);
      return { id: payload, value: decoded.value };
    });
    values.set(key, known);
  }
  return known;
}

/** What all samples and hostile payloads of a kind make of a template; without those at which Go stops. */
export function posted(template: string, kind: NotificationKind, id = 'documented'): readonly Posted[] {
  return valuesOf(kind, id).flatMap(({ id: payload, value }) => {
    const rendered = render({ kind, template, value });
    if (!rendered.ok) return [];
    const { body } = rendered;
    const sink = new TracingSink();
    executeTemplate(rendered.template, value, sink);
    const { spans } = sink;
    const reaches = (from: number, to: number): boolean =>
      spans.some(({ node, from: start, to: end }) => node.from <= from && node.to >= to && start < end);
    return [{ id: payload, body, valid: isJson(body), reaches }];
  });
}

/** Whether a text is JSON. */
function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** The findings about JSON, and what is known of the output. */
export function jsonOf(
  template: string,
  kind: NotificationKind,
  version = 'documented',
  expectsJson: boolean | null = null,
): { readonly state: Analysis['json']; readonly findings: readonly Diagnostic[] } {
  const { diagnostics, json } = analyse(template, environmentOf({ kind, version, customFields: [], expectsJson }));
  return { state: json, findings: diagnostics.filter(({ code }) => code in jsonExplanations) };
}
