/** Takes conditions: on which ways they hold, and on which they do not. */
import type { CommandNode, Node, PipeNode } from '../../go';
import type { Environment } from '../environment';
import type { Knowledge } from '../types/annotated';
import type { Bounds, Held, Path } from './path';
import type { Scope } from './scope';

/** The ways on which a condition holds, and those on which it does not. */
export interface Split {
  readonly yes: readonly Path[];
  readonly no: readonly Path[];
}

type Operator = 'lt' | 'le' | 'gt' | 'ge' | 'eq' | 'ne';

const mirrored: Readonly<Record<Operator, Operator>> = { lt: 'gt', le: 'ge', gt: 'lt', ge: 'le', eq: 'eq', ne: 'ne' };
const opposite: Readonly<Record<Operator, Operator>> = { lt: 'ge', ge: 'lt', gt: 'le', le: 'gt', eq: 'ne', ne: 'eq' };

/** The deepest nesting of parentheses that is followed. */
const deepest = 50;

/** Evaluates what conditions ask for. */
export class Conditions {
  constructor(
    private readonly known: Knowledge,
    private readonly environment: Environment,
  ) {}

  /** What an operand gives on a way, as far as it matters here; null when nothing is known. */
  held(node: Node, path: Path, scope: Scope, depth = 0): Held | null {
    if (depth > deepest) return null;
    switch (node.kind) {
      case 'pipe': {
        const [cmd] = node.cmds;
        return node.cmds.length === 1 && cmd !== undefined
          ? this.held(cmd, path, scope, depth + 1)
          : this.constant(node);
      }
      case 'command': {
        const [first] = node.args;
        if (node.args.length === 1 && first !== undefined) return this.held(first, path, scope, depth + 1);
        const [, of, ...indexes] = node.args;
        if (first?.kind === 'identifier' && first.ident === 'slice' && of !== undefined && indexes.length === 0) {
          return this.held(of, path, scope, depth + 1);
        }
        return this.length(node, path, scope, depth) ?? this.constant(node);
      }
      case 'bool':
        return { kind: 'bool', value: node.value };
      case 'string':
        return { kind: 'text', text: node.text };
      case 'number':
        return node.int === null ? null : numberOf(Number(node.int));
      case 'dot':
        return path.held(scope.dot);
      case 'field':
        return below(path.held(scope.dot), node.ident);
      case 'variable': {
        const slot = scope.slot(node.ident[0] ?? '');
        return slot === null ? null : below(path.held(slot), node.ident.slice(1));
      }
      case 'chain':
        return below(this.held(node.node, path, scope, depth + 1), node.field);
      default:
        return null;
    }
  }

  private constant(node: Node): Held | null {
    const v = this.known.get(node)?.constant?.v;
    if (typeof v === 'string') return { kind: 'text', text: v };
    if (typeof v === 'boolean') return { kind: 'bool', value: v };
    return typeof v === 'bigint' ? numberOf(Number(v)) : null;
  }

  /** `len .X` and `len (slice .X 1)`. */
  private length({ args }: CommandNode, path: Path, scope: Scope, depth: number): Held | null {
    const [name, of, ...rest] = args;
    if (name?.kind !== 'identifier' || name.ident !== 'len' || of === undefined || rest.length > 0) return null;
    const inner = this.held(of, path, scope, depth + 1);
    if (inner?.kind === 'value') return { kind: 'length', key: inner.key, less: 0 };
    if (inner?.kind === 'text') return null;
    const [cmd] = of.kind === 'pipe' && of.cmds.length === 1 ? of.cmds : [];
    const [fn, list, from, to] = cmd?.args ?? [];
    if (fn?.kind !== 'identifier' || fn.ident !== 'slice' || list === undefined || from === undefined) return null;
    if (to !== undefined) return null;
    const sliced = this.held(list, path, scope, depth + 1);
    const start = this.held(from, path, scope, depth + 1);
    if (sliced?.kind !== 'value' || start?.kind !== 'number') return null;
    if (start.index !== null) return { kind: 'length', key: `${sliced.key} from ${start.index}`, less: 0 };
    return start.least === start.most ? { kind: 'length', key: sliced.key, less: start.least } : null;
  }

  /** Takes the pipeline of an if or with. */
  take(node: Node, path: Path, scope: Scope, depth = 0): Split {
    if (depth > deepest) return this.guess(node, path);
    if (node.kind === 'pipe') {
      const last = node.cmds.at(-1);
      if (node.cmds.length > 1 || last === undefined) return this.guess(node, path);
      return this.take(last, path, scope, depth + 1);
    }
    if (node.kind === 'command') {
      const [first, ...args] = node.args;
      if (first !== undefined && args.length === 0) return this.take(first, path, scope, depth + 1);
      if (first?.kind === 'identifier') {
        const split = this.call(first.ident, args, path, scope, depth);
        if (split !== null) return split;
      }
      return this.truth(node, this.held(node, path, scope, depth), path);
    }
    return this.truth(node, this.held(node, path, scope, depth), path);
  }

  private call(name: string, args: readonly Node[], path: Path, scope: Scope, depth: number): Split | null {
    const [a, b] = args;
    switch (name) {
      case 'not': {
        if (a === undefined) return null;
        const { yes, no } = this.take(a, path, scope, depth + 1);
        return { yes: no, no: yes };
      }
      case 'and':
      case 'or': {
        let open: readonly Path[] = [path];
        const left: Path[] = [];
        for (const arg of args) {
          const next: Path[] = [];
          for (const way of open) {
            const { yes, no } = this.take(arg, way, scope, depth + 1);
            next.push(...(name === 'and' ? yes : no));
            left.push(...(name === 'and' ? no : yes));
          }
          open = next.slice(0, 64);
        }
        return name === 'and' ? { yes: open, no: left } : { yes: left, no: open };
      }
      case 'eq':
      case 'ne':
      case 'lt':
      case 'le':
      case 'gt':
      case 'ge': {
        if (a === undefined || b === undefined) return null;
        if (args.length === 2) return this.compare(name, a, b, path, scope, depth);
        if (name !== 'eq') return null;
        // Equal to any of them.
        const yes: Path[] = [];
        let open: readonly Path[] = [path];
        for (const other of args.slice(1)) {
          const next: Path[] = [];
          for (const way of open) {
            const split = this.compare('eq', a, other, way, scope, depth);
            if (split === null) return null;
            yes.push(...split.yes);
            next.push(...split.no);
          }
          open = next;
        }
        return { yes, no: open };
      }
      default:
        return null;
    }
  }

  private compare(op: Operator, a: Node, b: Node, path: Path, scope: Scope, depth: number): Split | null {
    if ((op === 'eq' || op === 'ne') && this.isNothing(a) !== this.isNothing(b) && this.isSome(a) !== this.isSome(b)) {
      return decided(op === 'ne', path);
    }
    const left = this.held(a, path, scope, depth + 1);
    const right = this.held(b, path, scope, depth + 1);
    if (left === null || right === null) return null;
    if (isFixed(left) && !isFixed(right)) return this.compared(mirrored[op], b, right, left, path, scope);
    return this.compared(op, a, left, right, path, scope);
  }

  private compared(op: Operator, node: Node, left: Held, right: Held, path: Path, scope: Scope): Split | null {
    if (op === 'ne') {
      const split = this.compared('eq', node, left, right, path, scope);
      return split === null ? null : { yes: split.no, no: split.yes };
    }
    if (left.kind === 'text' && right.kind === 'text') {
      return op === 'eq' ? decided(left.text === right.text, path) : null;
    }
    if (left.kind === 'bool' && right.kind === 'bool') return decided(left.value === right.value, path);
    if (left.kind === 'value' && right.kind === 'text') {
      return op === 'eq' ? this.equal(node, left.key, right.text, path) : null;
    }
    if (left.kind === 'value' && right.kind === 'bool' && op === 'eq') {
      const { yes, no } = this.truth(node, left, path);
      return right.value ? { yes, no } : { yes: no, no: yes };
    }
    if (left.kind === 'number' && right.kind === 'number') return numbers(op, node, left, right, path, scope);
    if (left.kind === 'length' && right.kind === 'number' && right.least === right.most) {
      if (left.key.includes(' from ')) return lastOf(op, left.key.replace(/^.* from /, ''), right.least, path);
      return lengths(op, left.key, right.least + left.less, path);
    }
    if (left.kind === 'length' && right.kind === 'length' && left.key === right.key) {
      return decided(limited({ least: -left.less, most: -left.less }, op, -right.less) !== null, path);
    }
    const last = left.kind === 'number' && right.kind === 'length' ? lastTurn(op, left, right, path) : null;
    if (last !== null) return last;
    return left.kind === 'length' && right.kind === 'number' ? lastTurn(mirrored[op], right, left, path) : null;
  }

  /** Whether an operand is nil on all data, as a key that the data lacks. */
  private isNothing(node: Node): boolean {
    return this.known.get(node)?.type?.kind === 'invalid';
  }

  /** Whether an operand is no nil on any data. */
  private isSome(node: Node): boolean {
    const { type = null } = this.known.get(node) ?? {};
    return type !== null && (type.kind === 'string' || type.kind === 'bool' || type.isInteger);
  }

  private domain(node: Node, key: string, path: Path): Bounds {
    const bounds = path.bounds(key);
    const { texts = null, least = null, field = null } = this.known.get(node) ?? {};
    const isFilled = field !== null && this.environment.plain(field.struct.toString(), field.name)?.isFilled === true;
    return {
      ...bounds,
      only: bounds.only ?? texts,
      least: Math.max(bounds.least, least ?? 0, isFilled ? 1 : 0),
    };
  }

  private equal(node: Node, key: string, text: string, path: Path): Split {
    const bounds = this.domain(node, key, path);
    const { only, not } = bounds;
    const possible = only?.filter((one) => !not.includes(one)) ?? null;
    if (not.includes(text) || possible?.includes(text) === false) return decided(false, path);
    if (text === '' ? bounds.least > 0 : bounds.most === 0) return decided(false, path);
    if (possible?.length === 1) return decided(true, path);
    return {
      yes: [path.bound(key, { ...bounds, only: [text], ...(text === '' ? { most: 0 } : { least: 1 }) })],
      no: [path.bound(key, { ...bounds, only: possible, not: possible === null ? [...not, text] : [text] })],
    };
  }

  private truth(node: Node, held: Held | null, path: Path): Split {
    if (this.isNothing(node)) return decided(false, path);
    switch (held?.kind) {
      case 'text':
        return decided(held.text !== '', path);
      case 'bool':
        return decided(held.value, path);
      case 'number':
        if (held.least > 0 || held.most < 0) return decided(true, path);
        return held.most === 0 && held.least === 0 ? decided(false, path) : free(path);
      case 'length':
        return held.key.includes(' from ') ? decided(true, path) : lengths('gt', held.key, held.less, path);
      case 'value': {
        const bounds = this.domain(node, held.key, path);
        const { only, not } = bounds;
        const possible = only?.filter((text) => !not.includes(text)) ?? null;
        if (bounds.least > 0 || possible?.every((text) => text !== '') === true) return decided(true, path);
        if (bounds.most === 0 || possible?.every((text) => text === '') === true) return decided(false, path);
        return {
          yes: [path.bound(held.key, { ...bounds, least: 1, only: possible?.filter((text) => text !== '') ?? null })],
          no: [path.bound(held.key, { ...bounds, most: 0 })],
        };
      }
      default:
        return this.guess(node, path);
    }
  }

  /** A condition of which nothing is understood: it may hold or not. */
  private guess(node: Node, path: Path): Split {
    const constant = this.constant(node);
    if (constant !== null) return this.truth(node, constant, path);
    const guessing = path.guessing();
    return { yes: [guessing], no: [guessing] };
  }

  /** Takes whether a list has elements. */
  elements(pipe: PipeNode, held: Held | null, path: Path): Split {
    return held?.kind === 'value' || held?.kind === 'number' ? this.truth(pipe, held, path) : free(path);
  }
}

function numberOf(n: number): Held {
  return { kind: 'number', least: n, most: n, index: null };
}

function below(held: Held | null, names: readonly string[]): Held | null {
  if (names.length === 0) return held;
  return held?.kind === 'value' ? { kind: 'value', key: [held.key, ...names].join('.') } : null;
}

function isFixed(held: Held): boolean {
  return held.kind === 'text' || held.kind === 'bool' || (held.kind === 'number' && held.index === null);
}

function decided(holds: boolean, path: Path): Split {
  return holds ? { yes: [path], no: [] } : { yes: [], no: [path] };
}

/** Either, and nothing is learnt. */
function free(path: Path): Split {
  return { yes: [path], no: [path] };
}

type Range = { readonly least: number; readonly most: number };

/** What is left of a range of whole numbers that compare so with a number. */
function limited({ least, most }: Range, op: Operator, n: number): Range | null {
  let range: Range;
  switch (op) {
    case 'lt':
      range = { least, most: Math.min(most, n - 1) };
      break;
    case 'le':
      range = { least, most: Math.min(most, n) };
      break;
    case 'gt':
      range = { least: Math.max(least, n + 1), most };
      break;
    case 'ge':
      range = { least: Math.max(least, n), most };
      break;
    case 'eq':
      range = { least: Math.max(least, n), most: Math.min(most, n) };
      break;
    case 'ne':
      range = { least: least === n ? n + 1 : least, most: most === n ? n - 1 : most };
      break;
    default:
      return op satisfies never;
  }
  return range.least > range.most ? null : range;
}

function numbers(
  op: Operator,
  node: Node,
  left: Extract<Held, { kind: 'number' }>,
  right: Extract<Held, { kind: 'number' }>,
  path: Path,
  scope: Scope,
): Split | null {
  if (right.least !== right.most) return free(path);
  const slot = node.kind === 'variable' && node.ident.length === 1 ? scope.slot(node.ident[0] ?? '') : null;
  const narrowed = (range: Range | null): readonly Path[] => {
    if (range === null) return [];
    return [slot === null ? path : path.hold(slot, { ...left, ...range })];
  };
  return {
    yes: narrowed(limited(left, op, right.least)),
    no: narrowed(limited(left, opposite[op], right.least)),
  };
}

function lengths(op: Operator, key: string, n: number, path: Path): Split {
  const bounds = path.bounds(key);
  const narrowed = (range: Range | null): readonly Path[] =>
    range === null ? [] : [path.bound(key, { ...bounds, ...range })];
  return { yes: narrowed(limited(bounds, op, n)), no: narrowed(limited(bounds, opposite[op], n)) };
}

/** The key under which a way holds whether a turn is the last one of a list. */
export function lastKey(index: string): string {
  return `${index} is last`;
}

/** The list that is counted by an index. */
function listOf(index: string): string {
  return index.slice(index.indexOf(' of ') + 4);
}

function takeLast(index: string, path: Path): Split {
  const key = lastKey(index);
  const bounds = path.bounds(key);
  if (bounds.least === 1) return decided(true, path);
  if (bounds.most === 0) return decided(false, path);
  return { yes: [path.bound(key, { ...bounds, least: 1 })], no: [path.bound(key, { ...bounds, most: 0 })] };
}

/** `lt $i (len (slice .X 1))`: whether the turn is not the last one. */
function lastTurn(
  op: Operator,
  left: Extract<Held, { kind: 'number' }>,
  right: Extract<Held, { kind: 'length' }>,
  path: Path,
): Split | null {
  if (left.index === null || listOf(left.index) !== right.key || right.less !== 1) return null;
  const { yes, no } = takeLast(left.index, path);
  switch (op) {
    case 'lt':
      return { yes: no, no: yes };
    case 'eq':
    case 'ge':
      return { yes, no };
    case 'le':
      return decided(true, path);
    case 'gt':
      return decided(false, path);
    default:
      return null;
  }
}

/** `gt (len (slice .X $i)) 1`: as many are left in a turn. */
function lastOf(op: Operator, index: string, n: number, path: Path): Split | null {
  const { yes, no } = takeLast(index, path);
  if ((op === 'gt' && n === 1) || (op === 'ge' && n === 2)) return { yes: no, no: yes };
  return (op === 'eq' && n === 1) || (op === 'lt' && n === 2) || (op === 'le' && n === 1) ? { yes, no } : null;
}
