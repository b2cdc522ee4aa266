/**
 * Bodies as receivers written in Go read them, with `encoding/json`: a key means the field of the same name, else one
 * that differs only in case, as Unicode folds it (the Kelvin sign is a k, ſ an s); each value of a key that is repeated
 * is decoded over the one before; null leaves a text, a number or a struct as it was; and a decoder reads the first
 * JSON value of a body and leaves the rest alone. https://pkg.go.dev/encoding/json#Unmarshal
 */
import {
  Body,
  type GoType,
  type JsonMember,
  type JsonNode,
  type JsonObject,
  decodingErrors,
  fieldOf,
} from '../../coroot';
import type { Mended } from './reading';
import type { Shape } from './schema';
import { type Place, Report } from './verdict';

/** How a receiver reads. */
export interface GoReader {
  /** What it is called in findings. */
  readonly name: string;
  readonly type: GoType;
  /** Whether it ignores what comes after the first JSON value (a `json.Decoder`) or refuses it (`json.Unmarshal`). */
  readonly rest: 'ignored' | 'refused';
}

/** The body as a receiver reads it, with the names of fields for keys; null where nothing differs. */
export function readByGo({ name, type, rest }: GoReader): (posted: Body) => Mended | null {
  return (posted) => {
    const cut = rest === 'ignored' ? firstValue(posted) : null;
    const body = cut ?? posted;
    if (!body.json.ok) return null;
    const node = named(body.json.node, type);
    if (cut === null && node === body.json.node) return null;
    return {
      body: new Body(body.text, { ...body.json, node }),
      original: (at) => at,
      remarks: (report) => {
        if (cut !== null) reportRest(report, name, cut.text.length);
      },
    };
  };
}

/** The body cut after its first JSON value; null where nothing but white space comes after it, or where it has none. */
export function firstValue(posted: Body): Body | null {
  if (posted.json.ok) return null;
  const value = new Body(posted.text.slice(0, posted.json.error.from));
  return value.json.ok ? value : null;
}

/** Reports what comes after the first JSON value, at its place, to a receiver that ignores it. */
export function reportRest(report: Report, name: string, at: number): void {
  const place: Place = { from: at, to: at };
  report.warning(place, 'trailing', `${name} ignores what comes after the JSON object here. Remove it.`);
}

/** A value with the names of fields for its keys; the same one where nothing differs. */
function named(node: JsonNode, type: GoType): JsonNode {
  switch (type.kind) {
    case 'ptr':
      return named(node, type.elem);
    case 'slice': {
      if (node.kind !== 'array') return node;
      const elements = node.elements.map((element) => named(element, type.elem));
      return elements.every((element, i) => element === node.elements[i]) ? node : { ...node, elements };
    }
    case 'struct':
      return node.kind === 'object' ? namedObject(node, type) : node;
    default:
      return node;
  }
}

function namedObject(node: JsonObject, type: GoType): JsonObject {
  /** The values of each field, and where its last one stands. */
  const values = new Map<string, { readonly type: GoType; readonly all: JsonNode[]; last: number }>();
  let differs = false;
  const members = node.members.map((member, i): JsonMember => {
    const field = fieldOf(type, member.key);
    if (field === null) return member;
    const value = named(member.value, field.type);
    const known = values.get(field.name);
    if (known === undefined) values.set(field.name, { type: field.type, all: [value], last: i });
    else {
      known.all.push(value);
      known.last = i;
    }
    if (value === member.value && field.name === member.key) return member;
    differs = true;
    return { ...member, key: field.name, value };
  });
  for (const { type: of, all, last } of values.values()) {
    const member = members[last];
    if (all.length === 1 || member === undefined) continue;
    members[last] = { ...member, value: decodedOver(all, of) };
    differs = true;
  }
  return differs ? { ...node, members } : node;
}

/** What a field holds after several values are decoded, each over the one before. */
function decodedOver(values: readonly JsonNode[], type: GoType): JsonNode {
  const inner = type.kind === 'ptr' ? type.elem : type;
  const emptied = ['ptr', 'map', 'slice', 'interface'].includes(type.kind);
  let held: JsonNode | null = null;
  let members: JsonMember[] = [];
  for (const value of values) {
    if (value.kind === 'null' && !emptied && held !== null) continue;
    const joins = held?.kind === 'object' && value.kind === 'object' && ['struct', 'map'].includes(inner.kind);
    if (!joins) members = [];
    if (value.kind === 'object') for (const member of value.members) members.push(member);
    held = value;
  }
  if (held?.kind === 'object') return named({ ...held, members }, inner);
  return held ?? { kind: 'null', from: 0, to: 0 };
}

/**
 * A shape whose receiver decodes into a type: what does not fit is told in its own words, which `answerOf` makes of
 * Go's; null where they are not known. It answers so to the first of them, and sees no further; so nothing else has an
 * answer then.
 */
export function decodedInto(type: GoType, shape: Shape, answerOf: (message: string) => string | null): Shape {
  return (report, node, path) => {
    const inner = new Report(report.body);
    shape(inner, node, path);
    const { verdict } = inner;
    const [first] = decodingErrors(report.body, node, type);
    if (first === undefined) {
      report.addAll(verdict, ({ answer }) => answer);
      return;
    }
    const answer = answerOf(first.message);
    const told = (finding: Place): boolean => finding.from === first.from && finding.to === first.to;
    report.addAll(verdict, (finding) => (finding.severity === 'error' && told(finding) ? answer : null));
    if (!verdict.findings.some((finding) => finding.severity === 'error' && told(finding))) {
      report.error(first, 'wrong-type', `This value cannot be read: ${first.message}.`, answer);
    }
  };
}
