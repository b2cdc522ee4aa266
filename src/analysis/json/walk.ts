/** Follows the JSON through a template: text, actions, branches, ranges and the templates it invokes. */
import type {
  ActionNode,
  IfNode,
  ListNode,
  Node,
  PipeNode,
  RangeNode,
  TemplateNode,
  TextNode,
  Tree,
  WithNode,
} from '../../go';
import type { Environment } from '../environment';
import type { Knowledge } from '../types/annotated';
import type { Known } from '../types/known';
import { Cases, Met } from './cases';
import { Conditions, lastKey } from './conditions';
import { Faults, type Row } from './faults';
import { type Layout, asks, deepest } from './layout';
import { type Listener, Machine, ended } from './machine';
import { type Held, Path, anything } from './path';
import { Scope } from './scope';
import { type JsonState, inString, isSame, keyOf, start, unknown } from './state';
import { type Place, write } from './written';

/** What a walk is told. */
export interface Walked {
  readonly trees: ReadonlyMap<string, Tree>;
  readonly known: Knowledge;
  readonly environment: Environment;
  readonly layout: Layout;
  readonly end: number;
  /**
   * The names (`$x`, `Field`) that conditions are followed for, because the JSON depends on them; null when no
   * condition is, and all are taken both ways.
   */
  readonly relevant: ReadonlySet<string> | null;
}

/** A range that is being walked: what leaves it early. */
interface Loop {
  breaks: Cases | null;
  continues: Cases | null;
}

/** What a node in a list did to a state that it is come to in, without a fault; most are come to in one again. */
interface Step {
  readonly json: JsonState;
  readonly states: readonly JsonState[];
}

/** A template called in a state, and what it was found to lead to. */
interface Call {
  out: Cases;
  under: boolean;
  /** Whether it was called while it was under way. */
  again: boolean;
}

/** More turns than these until nothing new comes up, and nothing is known any more. */
const mostTurns = 8;

/** How many ways through nodes are gone in one walk, so that it takes time in proportion to the template. */
function budgetOf({ nodes }: Layout): number {
  return 5000 + 10 * nodes.length;
}

/** How many values are written for one action. */
const mostWritten = 200;

/** Templates within templates. */
const mostCalls = 40;

/** Walks a template from its beginning. */
export class Walk {
  readonly faults = new Faults();
  /** Branches and ranges that lead to several states from one. */
  readonly uneven = new Set<Node>();
  /** Variables that are written where the JSON depends on what they hold. */
  readonly printed = new Set<string>();
  private readonly conditions: Conditions;
  private readonly isRelevant = (name: string): boolean => this.of.relevant?.has(name) === true;
  private readonly calls = new Map<string, Call>();
  private readonly listener: Listener;
  private readonly machine: Machine;
  /** Where an action writes: one for all of them. */
  private readonly place: { -readonly [K in keyof Place]: Place[K] };
  private scope = new Scope('dot');
  private loop: Loop | null = null;
  /** The list that is walked, and where in it. */
  private row: Row = [];
  private index = 0;
  /** What the nodes of the list did before; null where they are come to once. */
  private steps: Step[] | null = null;
  private readonly stepsOf = new Map<ListNode, Step[]>();
  private depth = 0;
  private callDepth = 0;
  private budget: number;
  private isUnsure = false;
  private current: Known | null = null;

  constructor(private readonly of: Walked) {
    this.conditions = new Conditions(of.known, of.environment);
    this.budget = budgetOf(of.layout);
    this.listener = {
      fault: (code, from, to, state) => this.faults.add(code, from, to, state, this.current),
      closed: (from, to, isKey) => this.faults.closed(from, to, isKey),
      unsure: () => {
        this.isUnsure = true;
      },
    };
    this.machine = new Machine(of.environment, this.listener);
    this.place = {
      environment: of.environment,
      origin: { from: 0, to: 0 },
      listener: this.listener,
      budget: { left: 0 },
      blame: (code, state, anyData) => {
        const { from, to } = this.place.origin;
        this.faults.add(code, from, to, state, this.current, anyData);
      },
      unsure: () => this.listener.unsure(),
    };
  }

  /** How much the walk took: ways through nodes. */
  get spent(): number {
    return budgetOf(this.of.layout) - this.budget;
  }

  /** Walks; says whether the output is complete JSON on every way, as far as is known. */
  run(main: string): { readonly complete: boolean } {
    const root = this.of.trees.get(main)?.root;
    if (root === undefined) return { complete: false };
    const data: Held = { kind: 'value', key: '$' };
    const path = this.of.relevant === null ? Path.empty : Path.empty.hold('dot', data).hold('dot$', data);
    const out = this.list(root, Cases.of(start, path));
    let complete = !this.isUnsure;
    const end: Row = [];
    for (const { json, paths } of out.all()) {
      this.current = null;
      this.row = end;
      this.index = 0;
      this.visit(null, json, paths);
      if (!this.finish(json)) complete = false;
    }
    return { complete };
  }

  private finish(json: JsonState): boolean {
    const { end, environment } = this.of;
    const last = ended(json, { base: end }, environment, this.listener);
    if (last.mode === 'unknown') return false;
    if (last.mode === 'ended') return true;
    if (last.mode === 'start') this.faults.add('unfinished-json', end, end, last);
    else if (last.mode !== 'after' || last.stack !== '') this.faults.add('unfinished-json', end, end, last);
    return true;
  }

  private list(list: ListNode, cases: Cases): Cases {
    if (this.depth >= deepest) return this.lost(cases);
    this.depth++;
    const row = this.faults.rowOf(list);
    const steps = this.loop === null && this.callDepth === 0 ? null : this.stepsIn(list);
    let at = cases;
    let i = 0;
    const { nodes } = list;
    while (i < nodes.length && !at.isEmpty) {
      this.row = row;
      this.steps = steps;
      this.index = i;
      const next = this.straight(list, i, at);
      if (next === null) {
        const node = nodes[i++];
        if (node !== undefined) at = this.node(node, at);
      } else {
        at = next;
        i = this.index;
      }
    }
    this.depth--;
    return at;
  }

  /**
   * Texts and plain actions one after another, as long as they are come to in a single state: most of a template. Null
   * where there are none; else the index is behind them.
   */
  private straight({ nodes }: ListNode, from: number, cases: Cases): Cases | null {
    const one = cases.only;
    if (one === null) return null;
    const { paths } = one;
    let { json } = one;
    let i = from;
    let others: readonly JsonState[] | null = null;
    for (; i < nodes.length && others === null; i++) {
      const node = nodes[i];
      if (node === undefined || (node.kind !== 'text' && node.kind !== 'action' && node.kind !== 'comment')) break;
      if (node.kind === 'action' && (node.pipe.decl.length > 0 || variableOf(node.pipe) !== null)) break;
      if ((this.budget -= paths.length) < 0) {
        this.index = i + 1;
        return this.lost(cases);
      }
      this.index = i;
      if (node.kind === 'text') json = this.read(node, json, paths);
      else if (node.kind === 'action') {
        const states = this.written(node, json, paths, this.of.known.get(node.pipe) ?? null);
        const [first] = states;
        if (states.length === 1 && first !== undefined) json = first;
        else others = states;
      }
    }
    if (i === from) return null;
    this.index = i;
    if (others === null) return json === one.json ? cases : Cases.one(json, paths);
    const out = new Cases();
    for (const next of others) out.addWays(next, paths);
    return out;
  }

  private stepsIn(list: ListNode): Step[] {
    let steps = this.stepsOf.get(list);
    if (steps === undefined) this.stepsOf.set(list, (steps = []));
    return steps;
  }

  /** What the node did when it was come to in a state before; null where it was not, or had a fault. */
  private again(json: JsonState): readonly JsonState[] | null {
    const step = this.steps?.[this.index];
    return step !== undefined && isSame(step.json, json) ? step.states : null;
  }

  private lost(cases: Cases): Cases {
    return Cases.of(unknown, cases.all()[0]?.paths[0] ?? Path.empty);
  }

  private visit(node: Node | null, json: JsonState, paths: readonly Path[]): void {
    let isDoubtful = true;
    for (const { doubtful } of paths) isDoubtful &&= doubtful;
    this.faults.visit(node, this.row, this.index, json, isDoubtful);
  }

  private node(node: Node, cases: Cases): Cases {
    if ((this.budget -= cases.weight) < 0) return this.lost(cases);
    switch (node.kind) {
      case 'text':
        return this.text(node, cases);
      case 'action':
        return this.action(node, cases);
      case 'if':
      case 'with':
        return this.branch(node, cases);
      case 'range':
        return this.range(node, cases);
      case 'template':
        return this.invoke(node, cases);
      case 'break':
        if (this.loop !== null) (this.loop.breaks ??= new Cases()).addAll(cases);
        return new Cases();
      case 'continue':
        if (this.loop !== null) (this.loop.continues ??= new Cases()).addAll(cases);
        return new Cases();
      default:
        return cases;
    }
  }

  private text(node: TextNode, cases: Cases): Cases {
    const out = new Cases();
    for (const { json, paths } of cases.all()) out.addWays(this.read(node, json, paths), paths);
    return out;
  }

  private read(node: TextNode, json: JsonState, paths: readonly Path[]): JsonState {
    this.current = null;
    this.visit(node, json, paths);
    // Texts that are read again and again, in templates that are, take what they are long.
    this.budget -= node.text.length >> 6;
    const [again] = this.again(json) ?? [];
    if (again !== undefined) return again;
    const { count } = this.faults;
    const state = this.machine.read(json, node.text, { base: node.from });
    if (this.steps !== null && this.faults.count === count) this.steps[this.index] = { json, states: [state] };
    return state;
  }

  private action(node: ActionNode, cases: Cases): Cases {
    const { pipe } = node;
    if (pipe.decl.length > 0) return this.declare(pipe, cases);
    const known = this.of.known.get(pipe) ?? null;
    const variable = variableOf(pipe);
    const slot = variable === null ? null : this.scope.slot(variable);
    const out = new Cases();
    for (const { json, paths } of cases.all()) {
      if (variable !== null && !inString(json)) this.printed.add(variable);
      const others: Path[] = [];
      for (const path of paths) {
        const held = slot === null || inString(json) ? null : path.held(slot);
        if (held?.kind !== 'text') {
          others.push(path);
          continue;
        }
        for (const next of this.written(node, json, [path], known && { ...known, texts: [held.text] })) {
          out.add(next, path);
        }
      }
      if (others.length === 0) continue;
      for (const next of this.written(node, json, others, known)) out.addWays(next, others);
    }
    return out;
  }

  private written(
    node: ActionNode,
    json: JsonState,
    paths: readonly Path[],
    known: Known | null,
  ): readonly JsonState[] {
    this.visit(node, json, paths);
    this.current = known;
    if (known === null) {
      this.isUnsure = true;
      return [inString(json) ? json : unknown];
    }
    const isOwn = this.steps !== null && this.of.known.get(node.pipe) === known;
    const again = isOwn ? this.again(json) : null;
    if (again !== null) return again;
    this.place.origin = node;
    this.place.budget.left = mostWritten;
    const { count } = this.faults;
    const states = write(json, known, this.place);
    if (isOwn && this.faults.count === count) (this.steps ?? [])[this.index] = { json, states };
    return states;
  }

  /** `$x := …` and `$x = …`. */
  private declare(pipe: PipeNode, cases: Cases): Cases {
    const [variable] = pipe.decl;
    const name = variable?.ident[0] ?? '';
    if (this.of.relevant?.has(name) !== true) {
      if (!pipe.isAssign) this.bring(name, pipe.from);
      return cases;
    }
    const out = new Cases();
    const held = new Map<Path, readonly (readonly [Path, Held])[]>();
    for (const { paths } of cases.all()) {
      for (const path of paths) if (!held.has(path)) held.set(path, this.values(pipe, name, path));
    }
    const slot = pipe.isAssign ? this.scope.slot(name) : this.scope.declare(name, pipe.from);
    if (slot === null) return cases;
    for (const { json, paths } of cases.all()) {
      for (const path of paths) {
        for (const [way, value] of held.get(path) ?? []) out.add(json, way.hold(slot, value));
      }
    }
    return out;
  }

  /** What a pipeline gives to a variable, on the ways into which its conditions divide this one. */
  private values(pipe: PipeNode, name: string, path: Path): readonly (readonly [Path, Held])[] {
    const held = this.conditions.held(pipe, path, this.scope);
    if (held !== null && held.kind !== 'length') return [[path, held]];
    const known = this.of.known.get(pipe);
    if (known?.type?.kind === 'bool' && this.of.layout.lastUse(name) > pipe.to) {
      const { yes, no } = this.conditions.take(pipe, path, this.scope);
      const bool = (value: boolean) => (way: Path) => [way, { kind: 'bool', value }] as const;
      return [...yes.map(bool(true)), ...no.map(bool(false))];
    }
    if (held !== null) return [[path, held]];
    const key = `#${String(pipe.from)}.${name}`;
    const fresh = path.keeping((entry) => entry !== `=${key}`);
    const least = known?.least ?? 0;
    const way = least > 0 ? fresh.bound(key, { ...anything, least }) : fresh;
    return [[way, { kind: 'value', key }]];
  }

  private branch(node: IfNode | WithNode, cases: Cases): Cases {
    const { size, dot } = this.scope;
    const slot = this.declared(node.pipe);
    const inner = node.kind === 'with' ? `dot#${String(node.from)}` : dot;
    const { yes, no } = this.isFollowed(node.pipe) ? this.split(node, cases, slot, inner) : { yes: cases, no: cases };
    this.scope.dot = inner;
    const taken = this.list(node.list, yes);
    this.scope.dot = dot;
    this.scope.forget(size + (slot === null ? 0 : 1));
    const left = node.elseList === null || no.isEmpty ? no : this.list(node.elseList, no);
    this.scope.forget(size);
    return this.joined(node, cases, [taken, left], inner === dot ? null : inner);
  }

  /** Whether a condition is about something that the JSON depends on. */
  private isFollowed(pipe: PipeNode): boolean {
    const { relevant } = this.of;
    if (relevant === null || relevant.size === 0) return false;
    return asks(pipe, this.isRelevant) !== false;
  }

  /** The ways on which a condition holds, and the others. */
  private split(
    node: IfNode | WithNode,
    cases: Cases,
    slot: string | null,
    inner: string,
  ): { readonly yes: Cases; readonly no: Cases } {
    const yes = new Cases();
    const no = new Cases();
    for (const { json, paths } of cases.all()) {
      for (const path of paths) {
        const way = slot === null ? path : path.hold(slot, this.value(node.pipe, path));
        const taken = this.conditions.take(node.pipe, way, this.scope);
        for (const one of taken.yes) {
          yes.add(json, node.kind === 'with' ? one.hold(inner, this.value(node.pipe, one)) : one);
        }
        for (const one of taken.no) no.add(json, one);
      }
    }
    return { yes, no };
  }

  /** The ends of branches together. */
  private joined(node: Node, before: Cases, branches: readonly Cases[], slot: string | null): Cases {
    const out = new Cases();
    for (const cases of branches) out.addAll(cases);
    if (this.of.relevant === null && out.size > before.size) this.uneven.add(node);
    return this.pruned(out, node.to, slot);
  }

  private declared(pipe: PipeNode): string | null {
    const [variable] = pipe.decl;
    return variable === undefined ? null : this.bring(variable.ident[0] ?? '', variable.from);
  }

  /** Brings a variable into sight. Where no conditions are followed, nothing asks for it. */
  private bring(name: string, at: number): string {
    return this.of.relevant === null ? name : this.scope.declare(name, at);
  }

  /** What a pipeline gives; a value that has no path of its own gets one from its place. */
  private value(pipe: PipeNode, path: Path): Held {
    const held = this.conditions.held(pipe, path, this.scope);
    return held === null || held.kind === 'length' ? { kind: 'value', key: `#${String(pipe.from)}.pipe` } : held;
  }

  private range(node: RangeNode, cases: Cases): Cases {
    const { size, dot } = this.scope;
    const { pipe } = node;
    const element = `range#${String(node.from)}`;
    const inner = `dot#${String(node.from)}`;
    const followed = this.isFollowed(pipe);
    const enter = followed ? new Cases() : cases;
    const none = followed ? new Cases() : cases;
    for (const { json, paths } of followed ? cases.all() : []) {
      for (const path of paths) {
        const list = this.conditions.held(pipe, path, this.scope);
        const { yes, no } = this.conditions.elements(pipe, list, path);
        const key = list?.kind === 'value' ? list.key : `#${String(pipe.from)}.list`;
        for (const one of yes) enter.add(json, one.hold(`${element} list`, { kind: 'value', key }));
        for (const one of no) none.add(json, one);
      }
    }
    const names = pipe.decl.map(({ ident, from }) => this.bring(ident[0] ?? '', from));
    const outer = this.loop;
    const out = new Cases();
    const met = new Met();
    // Where nothing is told of turns, the first is like any other.
    if (this.of.relevant === null) {
      for (const { json, paths } of enter.all()) for (const path of paths) met.isNew(json, path);
    }
    let turn = enter;
    for (let turns = 0; !turn.isEmpty; turns++) {
      if (turns === mostTurns || met.isFull) {
        out.addAll(this.lost(turn));
        break;
      }
      const isFirst = turns === 0;
      const loop: Loop = { breaks: null, continues: null };
      this.loop = loop;
      this.scope.dot = inner;
      const begun = turn.mapped((path) => this.begin(path, element, inner, names, isFirst));
      const ended = this.list(node.list, begun);
      let after = ended;
      if (loop.continues !== null) {
        after = new Cases();
        after.addAll(ended);
        after.addAll(loop.continues);
      }
      if (loop.breaks !== null) out.addAll(loop.breaks.mapped((path) => this.left(path, element)));
      const next = new Cases();
      this.budget -= after.weight;
      for (const { json, paths } of after.all()) {
        for (const path of paths) {
          const list = path.size === 0 ? null : path.held(`${element} list`);
          const left = this.left(path, element);
          if (list === null) {
            if (met.isNew(json, left)) next.add(json, left);
            out.add(json, left);
            continue;
          }
          const key = list.kind === 'value' ? list.key : '';
          const last = path.bounds(lastKey(`${element} of ${key}`));
          const bounds = path.bounds(key);
          if (last.least < 1 && (!isFirst || bounds.most > 1)) {
            const again = left.hold(`${element} list`, list);
            if (met.isNew(json, again)) next.add(json, again);
          }
          if (last.most < 1) continue;
          const least = Math.max(bounds.least, isFirst ? 1 : 2);
          const most = isFirst ? Math.min(bounds.most, 1) : bounds.most;
          if (least <= most) out.add(json, left.bound(key, { ...bounds, least, most }));
        }
      }
      turn = next;
      this.scope.forget(size + names.length);
    }
    this.loop = outer;
    this.scope.dot = dot;
    this.scope.forget(size);
    const without = node.elseList === null || none.isEmpty ? none : this.list(node.elseList, none);
    this.scope.forget(size);
    return this.joined(node, cases, [out, without], inner);
  }

  /** A turn begins: dot and the variables are set. */
  private begin(path: Path, element: string, inner: string, names: readonly string[], isFirst: boolean): Path {
    if (this.of.relevant === null) return path;
    const list = path.held(`${element} list`);
    const key = list?.kind === 'value' ? list.key : '';
    const item: Held = { kind: 'value', key: element };
    const index: Held = {
      kind: 'number',
      least: isFirst ? 0 : 1,
      most: isFirst ? 0 : Infinity,
      index: `${element} of ${key}`,
    };
    const [first, second] = names;
    if (first === undefined) return path.hold(inner, item);
    if (second === undefined) return path.holdAll([inner, first], [item, item]);
    return path.holdAll([inner, second, first], [item, item, index]);
  }

  /** A turn ends: what was said of its element is over. */
  private left(path: Path, element: string): Path {
    if (path.size === 0) return path;
    const told = `=${element}`;
    return path.keeping((name) => !name.startsWith(element) && !name.startsWith(told));
  }

  /** Forgets what nothing after an offset asks for. */
  private pruned(cases: Cases, offset: number, slot: string | null): Cases {
    const { layout, relevant } = this.of;
    if (relevant === null) return cases;
    const isLive = (name: string): boolean => {
      if (name === slot) return false;
      return !name.startsWith('$') || (!this.scope.isGone(name) && layout.lastUseOf(name) > offset);
    };
    return cases.mapped((path) => {
      if (path.size === 0) return path;
      const live = path.keeping(isLive);
      if (!live.tells) return live;
      let keys: ReadonlySet<string> | null = null;
      return live.keeping((name) => {
        if (!name.startsWith('=') || layout.lastUseOf(name) > offset) return true;
        return (keys ??= live.values()).has(name.slice(1));
      });
    });
  }

  private invoke(node: TemplateNode, cases: Cases): Cases {
    const { relevant } = this.of;
    const root = this.of.trees.get(node.name)?.root;
    if (root === undefined) return this.lost(cases);
    const out = new Cases();
    for (const { json, paths } of cases.all()) {
      for (const path of paths) {
        const held: Held | null =
          relevant === null ? null : node.pipe === null ? { kind: 'value', key: 'nil' } : this.value(node.pipe, path);
        const inside = path.keeping(isShared).hold('dot', held).hold('dot$', held);
        for (const { json: after, paths: ways } of this.called(node.name, root, json, inside).all()) {
          for (const way of ways) out.add(after, path.with(way, isShared));
        }
      }
    }
    return out;
  }

  private called(name: string, root: ListNode, json: JsonState, path: Path): Cases {
    const key = `${name}|${keyOf(json)}|${path.key}|${String(path.doubtful)}`;
    let call = this.calls.get(key);
    if (call !== undefined) {
      if (call.under) call.again = true;
      return call.out;
    }
    if (this.callDepth >= mostCalls) return Cases.of(unknown, path);
    call = { out: new Cases(), under: true, again: false };
    this.calls.set(key, call);
    const { scope, loop } = this;
    this.callDepth++;
    let before = -1;
    for (let round = 0; round < mostTurns; round++) {
      call.again = false;
      this.scope = new Scope('dot');
      this.loop = null;
      const out = this.list(root, Cases.of(json, path));
      call.out.addAll(out);
      const size = call.out.weight;
      // The list above may have called it again.
      const { again } = call as { readonly again: boolean };
      if (!again || size === before) break;
      before = size;
    }
    this.callDepth--;
    this.scope = scope;
    this.loop = loop;
    call.under = false;
    return call.out;
  }
}

/** The variable that a pipeline begins with, alone in its command; null for any other. */
function variableOf({ cmds }: PipeNode): string | null {
  const operand = cmds.length === 1 ? cmds[0]?.args[0] : undefined;
  return operand?.kind === 'variable' && operand.ident.length === 1 ? (operand.ident[0] ?? null) : null;
}

/** What holds of the data holds in every template. */
function isShared(name: string): boolean {
  return name.startsWith('=$.');
}
