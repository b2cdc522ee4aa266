/**
 * What in the template and in the payload made a place of the body. The template is rendered once more with tracing,
 * only when somebody asks.
 */
import { dataPath } from '../go';
import {
  Body,
  type JsonNode,
  decodePayload,
  findVersion,
  outputOffset,
  payloadTexts,
  render,
  spansAt,
} from '../coroot';
import type { PipelineInput } from './input';

interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * Where a place of the body comes from; what is not known is null. Offsets are UTF-16 units of the template and the
 * payload.
 */
export interface Cause {
  readonly template: Span | null;
  /** The payload's field, as a path: `.Reports[1].Message`. */
  readonly field: string | null;
  readonly payload: Span | null;
}

const unknown: Cause = { template: null, field: null, payload: null };

/** The cause of `[from, to)` of the body that `input` renders to. */
export function causeOf(input: PipelineInput, place: Span): Cause {
  const version = findVersion(input.version);
  const { go } = version;
  const decoded = decodePayload(input.payload, input.kind, version, input.customFields);
  if (!decoded.ok) return unknown;
  const rendered = render({ kind: input.kind, template: input.template, value: decoded.value, go });
  if (!rendered.ok) return unknown;
  const { edits } = rendered.escaped;
  const from = outputOffset(edits, place.from);
  const to = Math.max(from + 1, outputOffset(edits, place.to));
  const touched = spansAt(rendered.template, decoded.value, from, to);
  // What the data wrote is to blame rather than the text around it.
  const span = touched.find(({ value }) => value !== null) ?? touched[0];
  if (span === undefined) return unknown;
  const template = { from: span.node.from, to: span.node.to };
  if (span.value === null) return { ...unknown, template };
  const texts = payloadTexts(input.payload, version);
  const path = dataPath(span.value);
  const origin =
    texts.find((text) => text.path !== '' && text.path === path) ?? textIn(rendered.body, place.from, texts);
  return { template, field: origin?.path ?? (path === '' ? null : path), payload: origin };
}

/**
 * The payload's text that stands at a place of the body. Functions such as json and print return new values that do not
 * know where they are from, so the place is recognised by what it says: the longest text of the payload around it.
 */
function textIn<T extends { readonly text: string }>(body: string, at: number, texts: readonly T[]): T | null {
  const { json } = new Body(body);
  const node = json.ok ? stringAt(json.node, at) : null;
  const haystack = node?.value ?? body;
  const index = node === null ? at : decodedIndex(body, node.from, at);
  let best: T | null = null;
  for (const candidate of texts) {
    const { text } = candidate;
    if (text.length < 2 || text.length <= (best?.text.length ?? 0)) continue;
    const around = haystack.slice(Math.max(0, index - text.length + 1), index + text.length);
    if (around.includes(text)) best = candidate;
  }
  return best;
}

function stringAt(root: JsonNode, at: number): Extract<JsonNode, { kind: 'string' }> | null {
  let node = root;
  for (;;) {
    if (node.kind === 'string') return node;
    const children: readonly JsonNode[] =
      node.kind === 'object' ? node.members.map(({ value }) => value) : node.kind === 'array' ? node.elements : [];
    const child = children.find(({ from, to }) => from <= at && at < to);
    if (child === undefined) return null;
    node = child;
  }
}

/** How many units of the decoded string stand before `at`; the string's quote is at `from`. */
function decodedIndex(body: string, from: number, at: number): number {
  let index = 0;
  for (let i = from + 1; i < at; index++) i += body[i] !== '\\' ? 1 : body[i + 1] === 'u' ? 6 : 2;
  return index;
}
