/**
 * Shapes of bodies: what a platform requires of each value, checked over JSON that knows its places. A shape reports
 * what is wrong and where; platforms put shapes together like a schema.
 */
import { type JsonNode, type JsonObject, type JsonString, described } from '../../coroot';
import { memberOf } from './located-json';
import { unitName } from './measure';
import { type Limit, Report, placeOf } from './verdict';

/** Checks a value; `path` names it for people, as in `embeds[0].title`. */
export type Shape = (report: Report, node: JsonNode, path: string) => void;

/** A member of an object: its shape, and whether it must be there. */
export interface Member {
  readonly shape: Shape;
  readonly required: boolean;
}

/** A member that must be there. */
export function required(shape: Shape): Member {
  return { shape, required: true };
}

/** A member that may be absent. */
export function optional(shape: Shape): Member {
  return { shape, required: false };
}

function wrongType(report: Report, node: JsonNode, path: string, wanted: string): void {
  report.error(placeOf(node), 'wrong-type', `“${path}” must be ${wanted}, not ${described(node)}.`);
}

/** What a text must keep to. */
export interface TextRules {
  /** A limit that the platform refuses to exceed, or cuts at when `cuts` is set. */
  readonly limit?: Limit;
  /** The platform shortens a longer text instead of refusing it. */
  readonly cuts?: boolean;
  /** An empty text is refused; with `nor-blank` one of nothing but white space, too. */
  readonly notEmpty?: boolean | 'nor-blank';
  /** The only texts allowed. */
  readonly oneOf?: readonly string[];
  /** What the text must match, and a sentence for one that does not. */
  readonly pattern?: readonly [RegExp, string];
  /** The platform's own answers, word for word, where they are known. */
  readonly answers?: { readonly tooLong?: string; readonly empty?: string; readonly notAllowed?: string };
  /** Anything else. */
  readonly check?: (report: Report, node: JsonString, path: string) => void;
}

/** How to keep a text within a limit. Go counts characters, of which one takes four bytes at most. */
function shortening({ max, measure }: Limit): string {
  const characters = unitName(measure) === 'bytes' ? Math.floor(max / 4) : max;
  return `Shorten it with printf "%.${String(characters)}s".`;
}

/** A string. */
export function text(rules: TextRules = {}): Shape {
  return (report, node, path) => {
    if (node.kind !== 'string') {
      wrongType(report, node, path, 'text in double quotes');
      return;
    }
    const { value } = node;
    const { limit, oneOf, pattern, answers } = rules;
    const at = placeOf(node);
    if (rules.notEmpty === 'nor-blank' && value.trim() === '') {
      report.error(at, 'empty', `“${path}” must not be empty, nor blank.`, answers?.empty ?? null);
    } else if (rules.notEmpty === true && value === '') {
      report.error(at, 'empty', `“${path}” must not be empty.`, answers?.empty ?? null);
    }
    if (limit !== undefined && !report.countText(path, value, limit, at)) {
      const most = `${limit.max.toLocaleString('en')} ${unitName(limit.measure)}`;
      const used = limit.measure(value).toLocaleString('en');
      const cut = rules.cuts === true;
      const message = `“${path}” has ${used} ${unitName(limit.measure)}; ${cut ? 'what comes after' : 'at most'} ${most}${cut ? ' is cut off' : ' are allowed'}. ${shortening(limit)}`;
      if (cut) report.warning(at, 'cut', message);
      else report.error(at, 'too-long', message, answers?.tooLong ?? null);
    }
    if (oneOf !== undefined && !oneOf.includes(value)) {
      const message = `“${path}” must be one of ${oneOf.join(', ')}, not “${value}”.`;
      report.error(at, 'not-allowed', message, answers?.notAllowed ?? null);
    }
    if (pattern !== undefined && !pattern[0].test(value)) report.error(at, 'malformed', pattern[1]);
    rules.check?.(report, node, path);
  };
}

/** A whole number within bounds. */
export function integer(bounds: { readonly min?: number; readonly max?: number } = {}): Shape {
  return (report, node, path) => {
    const value = node.kind === 'number' ? Number(node.text) : NaN;
    if (!Number.isInteger(value)) {
      wrongType(report, node, path, 'a whole number');
      return;
    }
    const { min = -Infinity, max = Infinity } = bounds;
    if (value < min || value > max) {
      const range = Number.isFinite(max) ? `from ${String(min)} to ${String(max)}` : `at least ${String(min)}`;
      report.error(placeOf(node), 'out-of-range', `“${path}” must be ${range}, not ${String(value)}.`);
    }
  };
}

/** Any number. */
export const number: Shape = (report, node, path) => {
  if (node.kind !== 'number') wrongType(report, node, path, 'a number');
};

/** true or false. */
export const boolean: Shape = (report, node, path) => {
  if (node.kind !== 'boolean') wrongType(report, node, path, 'true or false');
};

/** Anything at all. */
export const anything: Shape = () => undefined;

/** How many elements a list may have, and what the platform says of more, word for word, where that is known. */
export interface ListBounds {
  readonly min?: number;
  readonly max?: number;
  readonly tooMany?: string;
}

/** A list of `min` to `max` elements of one shape; a maximum is shown as a counter. */
export function list(element: Shape, bounds: ListBounds = {}): Shape {
  return (report, node, path) => {
    if (node.kind !== 'array') {
      wrongType(report, node, path, 'a list [ … ]');
      return;
    }
    const { length } = node.elements;
    const { min = 0, max } = bounds;
    const at = placeOf(node);
    if (length < min) report.error(at, 'too-few', `“${path}” needs at least ${String(min)} ${elements(min)}.`);
    if (max !== undefined) {
      report.count(path, length, max, 'items', at);
      if (length > max) {
        const message = `“${path}” has ${String(length)} items; at most ${String(max)} are allowed.`;
        report.error(at, 'too-many', message, bounds.tooMany ?? null);
      }
    }
    node.elements.forEach((child, i) => {
      element(report, child, `${path}[${String(i)}]`);
    });
  };
}

function elements(count: number): string {
  return count === 1 ? 'item' : 'items';
}

/** How an object treats what its members do not say. */
export interface ObjectRules {
  /** What the platform does with keys it does not know; `ignored` says nothing, `doubted` that they may be refused. */
  readonly unknown?: 'ignored' | 'doubted' | 'warned' | 'refused';
  /** What the platform says of a required member that is missing (its whole path), word for word, where it is known. */
  readonly missing?: string | ((path: string) => string | null);
  /** What it says of a key that it refuses, in the object at `path`, word for word, where that is known. */
  readonly refused?: (path: string, key: string) => string;
  /** Anything that concerns several members. */
  readonly check?: (report: Report, node: JsonObject, path: string) => void;
}

/** An object with these members. Null counts as absent. */
export function object(members: Readonly<Record<string, Member>>, rules: ObjectRules = {}): Shape {
  return (report, node, path) => {
    if (node.kind !== 'object') {
      wrongType(report, node, path, 'an object { … }');
      return;
    }
    const prefix = path === '' ? '' : `${path}.`;
    for (const [key, member] of Object.entries(members)) {
      const value = memberOf(node, key)?.value ?? null;
      if (value !== null && value.kind !== 'null') member.shape(report, value, prefix + key);
      else if (member.required) {
        const message = `“${prefix}${key}” is missing; it is required.`;
        const { missing = null } = rules;
        const answer = typeof missing === 'function' ? missing(prefix + key) : missing;
        report.error(placeOf(value ?? node), 'missing', message, answer);
      }
    }
    const unknown = rules.unknown ?? 'ignored';
    if (unknown !== 'ignored') {
      for (const { key, keyFrom, keyTo } of node.members) {
        if (Object.hasOwn(members, key)) continue;
        const at = { from: keyFrom, to: keyTo };
        if (unknown === 'refused') {
          const message = `“${prefix}${key}” is not known to the platform. Remove it.`;
          report.error(at, 'unknown', message, rules.refused?.(path, key) ?? null);
        } else if (unknown === 'doubted')
          report.info(
            at,
            'unknown',
            `“${prefix}${key}” is not documented; the platform may refuse it. Better remove it.`,
          );
        else report.warning(at, 'unknown', `“${prefix}${key}” is not known to the platform, which ignores it.`);
      }
    }
    rules.check?.(report, node, path);
  };
}

/**
 * An object whose shape a text member decides, as `type` does in many formats. Others than those listed are refused.
 */
export function byTag(key: string, shapes: Readonly<Record<string, Shape>>): Shape {
  return (report, node, path) => {
    if (node.kind !== 'object') {
      wrongType(report, node, path, 'an object { … }');
      return;
    }
    const tag = memberOf(node, key)?.value ?? null;
    const shape = tag?.kind === 'string' && Object.hasOwn(shapes, tag.value) ? shapes[tag.value] : undefined;
    if (shape !== undefined) shape(report, node, path);
    else {
      const names = Object.keys(shapes).join(', ');
      const what = tag?.kind === 'string' ? `not “${tag.value}”` : 'and it is missing';
      report.error(placeOf(tag ?? node), 'not-allowed', `“${path}.${key}” must be one of ${names}, ${what}.`);
    }
  };
}

/** Any of several kinds of JSON value, each with a shape of its own. */
export function byKind(shapes: Readonly<Partial<Record<JsonNode['kind'], Shape>>>, wanted: string): Shape {
  return (report, node, path) => {
    const shape = shapes[node.kind];
    if (shape === undefined) wrongType(report, node, path, wanted);
    else shape(report, node, path);
  };
}

/** A shape whose errors the platform answers with always the same words, unless the shape knows better ones. */
export function answered(shape: Shape, answer: string): Shape {
  return (report, node, path) => {
    const inner = new Report(report.body);
    shape(inner, node, path);
    report.addAll(inner.verdict, (finding) => finding.answer ?? (finding.severity === 'error' ? answer : null));
  };
}
