/**
 * What a template tests for and Coroot never sends: literals that are compared with a field whose values are known, and
 * are not among them. The types of the data say which field a name means, so `.Name` of a report is not that of an
 * application.
 */
import { type Node, type PipeNode, type Template, type Type, parseTemplate } from '../go';
import { corootFunctions } from './funcs';
import { type KnownValues, knownValues } from './known-values';
import { nearest } from './near-miss';
import { structType } from './types';
import type { CorootVersion, NotificationKind } from './versions';

/** A literal of a template that the field beside it never holds. `[from, to)` are UTF-16 units of the template. */
export interface UnsentLiteral {
  readonly from: number;
  readonly to: number;
  readonly message: string;
}

/** Every such literal of a template, in the order of the text; none where it does not parse. Never throws. */
export function unsentLiterals(
  template: string,
  kind: NotificationKind,
  version: CorootVersion,
): readonly UnsentLiteral[] {
  if (!version.kinds.includes(kind)) return [];
  const parsed = parseTemplate(`${kind}Template`, template, corootFunctions, version.go);
  return parsed.ok ? new Reading(parsed.template, kind, version).run() : [];
}

/** What is known of a value: its type, and the values it can have where it is a field with few of them. */
interface Knowledge {
  readonly type: Type | null;
  readonly values: KnownValues | null;
}

const nothing: Knowledge = { type: null, values: null };

const typed = (type: Type | null): Knowledge => ({ type, values: null });

/** How deep blocks and parentheses may stand in each other; nobody writes what is deeper. */
const deepest = 200;

/** How many comparisons are looked at; nobody writes more. */
const mostLiterals = 1000;

/** One pass over a template: what stands where, and what is compared with what. */
class Reading {
  private readonly root: Type;
  /** What to say of a literal by its place; null when one of the ways to it lets it be. */
  private readonly found = new Map<number, UnsentLiteral | null>();
  /** Templates that were walked, by name and the type of their dot. */
  private readonly walked = new Set<string>();
  /** Variables that are given another value somewhere, so that nothing is known of them. */
  private readonly assigned: ReadonlySet<string>;
  /** What the variables in sight hold, the innermost of a name last. */
  private variables = new Map<string, Knowledge[]>();
  private depth = 0;

  constructor(
    private readonly template: Template,
    private readonly kind: NotificationKind,
    private readonly version: CorootVersion,
  ) {
    this.root = structType(kind, version);
    this.assigned = assignedIn([...template.trees.values()].map(({ root }) => root));
  }

  run(): readonly UnsentLiteral[] {
    this.call(this.template.name, typed(this.root));
    return [...this.found.values()].filter((literal) => literal !== null).sort((a, b) => a.from - b.from);
  }

  private call(name: string, dot: Knowledge): void {
    const key = JSON.stringify([name, dot.type?.toString() ?? null]);
    const tree = this.template.trees.get(name);
    if (tree === undefined || this.walked.has(key)) return;
    this.walked.add(key);
    const outer = this.variables;
    this.variables = new Map([['$', [dot]]]);
    this.list(tree.root.nodes, dot);
    this.variables = outer;
  }

  /** Walks what is between the ends of a block, whose pipeline may have declared variables. */
  private list(nodes: readonly Node[], dot: Knowledge, pipe: PipeNode | null = null, value: Knowledge = nothing): void {
    if (this.depth >= deepest) return;
    this.depth++;
    const declared = pipe === null ? [] : [...this.declare(pipe, value)];
    for (const node of nodes) declared.push(...this.node(node, dot));
    for (const name of declared) this.variables.get(name)?.pop();
    this.depth--;
  }

  /** Walks a node and gives the names of the variables that those after it see too. */
  private node(node: Node, dot: Knowledge): readonly string[] {
    switch (node.kind) {
      case 'action':
        return this.declare(node.pipe, this.pipe(node.pipe, dot));
      case 'if':
      case 'with':
      case 'range': {
        const value = this.pipe(node.pipe, dot);
        const item = node.kind === 'range' ? typed(elementOf(value.type)) : value;
        this.list(node.list.nodes, node.kind === 'if' ? dot : item, node.pipe, item);
        this.list(node.elseList?.nodes ?? [], dot, node.pipe, node.kind === 'range' ? nothing : value);
        return [];
      }
      case 'template':
        this.call(node.name, node.pipe === null ? nothing : this.pipe(node.pipe, dot));
        return [];
      default:
        return [];
    }
  }

  /** Brings the variables of a pipeline into sight, and gives their names: of two in a range the first is the index. */
  private declare({ decl, isAssign }: PipeNode, value: Knowledge): readonly string[] {
    if (isAssign) return [];
    return decl.map(({ ident: [name = ''] }, i) => {
      const held = i === decl.length - 1 && !this.assigned.has(name) ? value : nothing;
      const values = this.variables.get(name);
      if (values === undefined) this.variables.set(name, [held]);
      else values.push(held);
      return name;
    });
  }

  private pipe({ cmds }: PipeNode, dot: Knowledge): Knowledge {
    if (this.depth >= deepest) return nothing;
    this.depth++;
    let piped: Knowledge | null = null;
    for (const { args } of cmds) piped = this.command(args, piped, dot);
    this.depth--;
    return piped ?? nothing;
  }

  private command(args: readonly Node[], piped: Knowledge | null, dot: Knowledge): Knowledge {
    const [first, ...rest] = args;
    if (first === undefined) return nothing;
    if (first.kind !== 'identifier') return rest.length === 0 ? this.operand(first, dot) : nothing;
    const operands = rest.map((node) => ({ node, value: this.operand(node, dot) }));
    if (first.ident === 'eq' || first.ident === 'ne') this.compare(operands, piped);
    if (first.ident === 'index') return typed(elementOf(operands[0]?.value.type ?? null));
    return nothing;
  }

  /** `eq` and `ne` compare their first operand with each of the others; what is piped in comes last. */
  private compare(
    operands: readonly { readonly node: Node; readonly value: Knowledge }[],
    piped: Knowledge | null,
  ): void {
    const all = [...operands, ...(piped === null ? [] : [{ node: null, value: piped }])];
    const [first, ...others] = all;
    if (first === undefined) return;
    for (const other of others) {
      this.literal(first.node, other.value);
      this.literal(other.node, first.value);
    }
  }

  private literal(node: Node | null, { values }: Knowledge): void {
    // That a text is empty is asked of any field.
    if (node?.kind !== 'string' || node.text === '') return;
    const { from, to, text } = node;
    if (this.found.size >= mostLiterals) return;
    const isLet = values === null || values.sent.includes(text) || this.found.get(from) === null;
    this.found.set(from, isLet ? null : { from, to, message: messageFor(text, values, this.version) });
  }

  private operand(node: Node, dot: Knowledge): Knowledge {
    switch (node.kind) {
      case 'dot':
        return dot;
      case 'field':
        return this.fields(dot, node.ident);
      case 'variable': {
        const [name, ...path] = node.ident;
        return this.fields(this.variables.get(name ?? '')?.at(-1) ?? nothing, path);
      }
      case 'chain':
        return this.fields(this.operand(node.node, dot), node.field);
      case 'pipe':
        return this.pipe(node, dot);
      default:
        return nothing;
    }
  }

  private fields(from: Knowledge, path: readonly string[]): Knowledge {
    return path.reduce((value, name) => this.field(value.type, name), from);
  }

  private field(type: Type | null, name: string): Knowledge {
    if (type?.kind !== 'struct') return nothing;
    const isNamed = ({ name: goName, tag }: { name: string; tag: string }): boolean =>
      this.version.data === 'map'
        ? tag.startsWith(`json:"${name}`) && /^[",]/.test(tag.slice(6 + name.length))
        : goName === name;
    const field = type.fields.find(isNamed);
    if (field !== undefined) {
      return { type: field.type, values: knownValues(this.kind, this.version, type.toString(), field.name) };
    }
    // `{{ .Name }}` where the list was not ranged over yet: the item's field is meant.
    if (type !== this.root) return nothing;
    const items = type.fields.map((f) => elementOf(f.type)).filter((item) => item?.fields.some(isNamed));
    return items[0] === undefined ? nothing : this.field(items[0], name);
  }
}

/** The variables that nodes and those within give another value with `=`. */
function assignedIn(nodes: readonly Node[]): ReadonlySet<string> {
  const names = new Set<string>();
  const open = [...nodes];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.kind === 'list') for (const inner of node.nodes) open.push(inner);
    if (node.kind === 'if' || node.kind === 'with' || node.kind === 'range') {
      open.push(node.list, ...(node.elseList === null ? [] : [node.elseList]));
    } else if (node.kind !== 'action') continue;
    if (node.pipe.isAssign) for (const { ident } of node.pipe.decl) names.add(ident[0] ?? '');
  }
  return names;
}

function elementOf(type: Type | null): Type | null {
  return type?.kind === 'slice' ? type.elem : null;
}

/** The values are named where there are so few. */
const fewValues = 5;

function messageFor(text: string, { called, sent, elsewhere }: KnownValues, version: CorootVersion): string {
  const time = elsewhere.get(text);
  const near = nearest(text, sent);
  const never = `${version.called} never sends “${text}” as the ${called}`;
  if (time !== undefined) return `${never}: ${time}.${sent.length > fewValues ? '' : ` It sends ${listed(sent)}.`}`;
  if (near !== null) return `${never}. Did you mean “${near}”?`;
  return sent.length > fewValues ? `${never}.` : `${never}: it sends ${listed(sent)}.`;
}

function listed(values: readonly string[]): string {
  return values.length < 2 ? values.join('') : `${values.slice(0, -1).join(', ')} or ${values.at(-1) ?? ''}`;
}
