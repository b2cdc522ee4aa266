/**
 * Executes a template over types instead of values: every branch, every template that is invoked with the type of the
 * dot it is invoked with, and in the end those that nothing invokes.
 */
import {
  type Builtin,
  type IfNode,
  type ListNode,
  type LooseParse,
  Meter,
  type Node,
  RangeRefusal,
  type RangeNode,
  type TemplateFailure,
  type TemplateNode,
  type Tree,
  type Type,
  Value,
  type WithNode,
  builtins,
  defaultLimits,
  intType,
  invalidType,
  maxTemplateDepth,
  messages,
  nodeString,
  openLoop,
  zeroRaw,
} from '../../go';
import type { Environment } from '../environment';
import { advise } from './advice';
import type { Annotated } from './annotated';
import { assignedIn } from './assigned';
import { endlessInvocations } from './endless';
import { Expressions } from './expressions';
import { both, hasLength, identified, noFacts, typed, unknown } from './knowledge';
import type { Facts, Known } from './known';
import { State, noAdvice } from './state';
import { Variables } from './variables';

/** How deep lists and invocations may stand in one another; nothing is said of what is deeper. */
const deepest = 200;

/** In how many ways a template is looked at; further ways are taken to be like those. */
const mostWays = 12;

/** How many loops in one another are walked twice. */
const loopsTwice = 3;

/** A variable that a loop gives more texts than these may hold any text. */
const mostTexts = 20;

/** How many nodes are walked twice, beside as many as the text is long: loops deep in one another multiply. */
const mostTried = 10_000;

/**
 * Walks every branch and every template, and says what is known where and what Go will complain about. Of a text that
 * is mended the findings have no message of Go's, which sees another text. Never throws.
 */
export function annotate({ trees, errors }: LooseParse, environment: Environment, isMended = false): Annotated {
  return new Walk(trees, errors, environment, false, isMended).run();
}

/** Says what dot is where and nothing else, which takes much less time. Never throws. */
export function dotsOf({ trees, errors }: LooseParse, environment: Environment): Annotated['dots'] {
  return new Walk(trees, errors, environment, true, false).run().dots;
}

class Walk {
  private readonly state: State;
  private readonly expressions: Expressions;
  private readonly invoked = new Set<string>();
  /** The ways in which each template was walked. */
  private readonly ways = new Map<Tree, Set<string>>();
  private depth = 0;
  private loops = 0;
  /** How many nodes were walked only for what loops do to variables. */
  private tried = 0;
  /** Invocations that never end; looked for where anything is invoked. */
  private endless: ReadonlySet<TemplateNode> | null = null;
  private readonly assigned = new Map<RangeNode, ReturnType<typeof assignedIn>>();

  constructor(
    private readonly trees: ReadonlyMap<string, Tree>,
    errors: readonly TemplateFailure[],
    private readonly environment: Environment,
    isSketch: boolean,
    isMended: boolean,
  ) {
    const callables = new Map<string, Builtin>([...builtins, ...environment.functions]);
    const main = trees.get(environment.name);
    const empty: ListNode = { kind: 'list', pos: 0, from: 0, to: 0, nodes: [] };
    const { name } = environment;
    this.state = new State(main ?? { name, parseName: name, text: '', root: empty }, errors, isSketch, isMended);
    this.expressions = new Expressions(environment, this.state, callables);
  }

  run(): Annotated {
    const { trees, state, environment } = this;
    const main = trees.get(environment.name);
    const { root, example } = environment;
    if (main !== undefined) this.tree(main, identified(typed(root, { example: () => example }), '$'));
    for (const tree of trees.values()) if (!this.ways.has(tree)) this.tree(tree, unknown);
    return {
      trees,
      known: state.known,
      dots: state.dots,
      comparisons: state.comparisons,
      invoked: this.invoked,
      findings: state.findings(),
    };
  }

  /** Walks a template in a way in which it was not walked yet. */
  private tree(tree: Tree, dot: Known): void {
    const ways = this.ways.get(tree) ?? new Set();
    const way = wayOf(dot, this.state.facts);
    if (ways.has(way) || ways.size >= mostWays || this.depth >= deepest) return;
    ways.add(way);
    this.ways.set(tree, ways);
    const { state } = this;
    const { tree: outer, variables, node, facts } = state;
    state.enter(tree);
    state.variables = new Variables();
    state.variables.declare('$', dot);
    this.list(tree.root, dot);
    state.tree = outer;
    state.variables = variables;
    state.node = node;
    state.facts = facts;
  }

  private list(list: ListNode, dot: Known): void {
    if (this.depth >= deepest) return;
    this.depth++;
    if (this.state.silent > 0) this.tried += list.nodes.length;
    this.state.noteDot(list, dot);
    for (const node of list.nodes) this.walk(node, dot);
    this.depth--;
  }

  private walk(node: Node, dot: Known): void {
    const { state, expressions } = this;
    state.node = node;
    switch (node.kind) {
      case 'action': {
        if (state.isSketch && node.pipe.decl.length === 0) return;
        const known = expressions.action(dot, node.pipe, node);
        const { type } = known;
        if (node.pipe.decl.length > 0 || (type?.kind !== 'func' && type?.kind !== 'chan')) return;
        state.node = node;
        this.complain(messages.cantPrint(nodeString(node), type), node);
        return;
      }
      case 'if':
      case 'with':
        this.ifOrWith(node, dot);
        return;
      case 'range':
        this.range(node, dot);
        return;
      case 'template':
        this.invoke(node, dot);
        return;
      default:
    }
  }

  private ifOrWith(node: IfNode | WithNode, dot: Known): void {
    this.branches(node, dot, (known) => {
      this.list(node.list, node.kind === 'with' ? this.trueValue(known) : dot);
    });
  }

  /** Walks what is done when a pipeline's value is true, and else the other list; one of the two is taken. */
  private branches(node: IfNode | WithNode | RangeNode, dot: Known, taken: (known: Known) => void): void {
    const { state } = this;
    const { variables, facts } = state;
    const outside = variables.mark();
    const isPlain = node.kind === 'if' && node.pipe.decl.length === 0;
    const known = state.isSketch && isPlain ? unknown : this.expressions.action(dot, node.pipe, node);
    if (node.kind === 'range') this.refuse(node, known);
    const before = variables.mark();
    state.facts = both(facts, known.yes);
    taken(known);
    const first = variables.back(before);
    state.facts = both(facts, known.no);
    if (node.elseList !== null) this.list(node.elseList, dot);
    const second = variables.back(before);
    variables.merge(first, second, () => state.fresh());
    variables.leave(outside.height);
    state.facts = facts;
  }

  /** What dot is in a `with`: the value, which is not empty. */
  private trueValue(known: Known): Known {
    const value = known.id === null ? identified(known, this.state.fresh()) : this.state.read(known);
    if (value.type === null || !hasLength(value.type)) return value;
    return {
      ...value,
      least: Math.max(1, value.least ?? 0),
      texts: value.texts?.filter((text) => text !== '') ?? null,
    };
  }

  private range(node: RangeNode, dot: Known): void {
    this.branches(node, dot, (known) => {
      let changed = this.assigned.get(node);
      if (changed === undefined) this.assigned.set(node, (changed = assignedIn(node)));
      if (changed.size > 0) this.settle(node, known, changed);
      this.turn(node, known);
    });
  }

  /** Makes variables that the body assigns to hold what they may hold at the beginning of any turn. */
  private settle(node: RangeNode, known: Known, changed: ReturnType<typeof assignedIn>): void {
    const { state } = this;
    const { variables } = state;
    if (this.loops >= loopsTwice || this.tried > mostTried + state.tree.text.length) {
      for (const name of changed.keys()) variables.assign(name, identified(unknown, state.fresh()));
      return;
    }
    const open: string[] = [];
    for (const [name, given] of changed) {
      const held = variables.get(name);
      // Whatever the turns do, it is one of these texts.
      if (given === null || held === undefined || held.texts === null || given.length > mostTexts) open.push(name);
      else {
        const texts = [...new Set([...held.texts, ...given])];
        variables.assign(name, identified(typed(held.type, { texts }), state.fresh()));
      }
    }
    // Constants and bounds do not survive a turn; then a turn tells which types do.
    this.widen(open, (held) => typed(held.type));
    const first = variables.mark();
    state.silent++;
    this.loops++;
    this.turn(node, known);
    this.loops--;
    state.silent--;
    variables.merge(new Map(), variables.back(first), () => state.fresh());
    this.widen(open, (held) => ({ ...typed(held.type), made: held.made }));
  }

  private widen(names: readonly string[], wider: (held: Known) => Known): void {
    const { state } = this;
    for (const name of names) {
      const held = state.variables.get(name);
      if (held !== undefined) state.variables.assign(name, identified(wider(held), state.fresh()));
    }
  }

  /** Walks the body for some element. */
  private turn(node: RangeNode, known: Known): void {
    const { state } = this;
    const { decl } = node.pipe;
    const element = identified(elementOf(known), state.fresh());
    const key = typed(known.type?.kind === 'map' ? known.type.key : intType);
    const last = decl.length - 1;
    for (const [i, variable] of decl.entries()) {
      const name = variable.ident[0] ?? '';
      const value = i === last ? element : key;
      state.variables.assign(name, value);
      state.note(variable, value);
    }
    this.list(node.list, element);
  }

  /** Complains about what cannot be ranged over. */
  private refuse(node: RangeNode, known: Known): void {
    const { type } = known;
    if (this.state.isSketch) return;
    if (type === null || type === invalidType || type.kind === 'interface' || type.kind === 'ptr') return;
    const value = known.constant ?? known.example() ?? new Value(type, zeroRaw(type));
    try {
      openLoop(value, node.pipe.decl.length, new Meter(defaultLimits), this.environment.go);
    } catch (e) {
      if (e instanceof RangeRefusal) this.complain(e.complaint, node);
    }
  }

  private complain(complaint: RangeRefusal['complaint'], around: Node): void {
    const { state, environment } = this;
    if (!state.isHeard) return;
    const place = { around, blamed: state.node, templates: [...this.trees.keys()] };
    const advice = state.isFull ? noAdvice : advise(complaint, place, environment, state);
    state.complain(complaint, 'always', advice);
  }

  private invoke(node: TemplateNode, dot: Known): void {
    const { state } = this;
    const tree = this.trees.get(node.name);
    if (tree === undefined) {
      if (node.name !== '') this.complain(messages.undefinedTemplate(node.name), node);
      if (node.pipe !== null) this.expressions.action(dot, node.pipe, node);
      return;
    }
    this.invoked.add(node.name);
    this.endless ??= endlessInvocations(this.trees, this.environment.name);
    if (this.endless.has(node)) this.complain(messages.tooDeepTemplates(maxTemplateDepth), node);
    const given = node.pipe === null ? typed(invalidType) : this.expressions.action(dot, node.pipe, node);
    if (state.silent > 0) return;
    this.tree(tree, given.id === null ? identified(given, state.fresh()) : given);
  }
}

/** Whether a template is looked at again depends on this. */
function wayOf({ type, id, texts, least, made }: Known, facts: Facts): string {
  const isData = id?.startsWith('$') === true;
  const known = isData && facts !== noFacts ? [...facts].filter(([about]) => about.startsWith('$')) : [];
  return JSON.stringify([type?.id, isData ? id : null, texts, Math.min(least ?? -1, 1), made.by, known]);
}

function elementOf({ type, example }: Known): Known {
  switch (type?.kind) {
    case 'slice':
    case 'array':
      return typed(plain(type.elem), { example: () => firstOf(example()) });
    case 'map':
      return typed(plain(type.elem));
    case undefined:
      return unknown;
    default:
      return type?.isInteger === true ? typed(type) : unknown;
  }
}

function plain(type: Type): Type | null {
  return type.kind === 'interface' ? null : type;
}

function firstOf(list: Value | null): Value | null {
  return list !== null && list.length > 0 ? list.index(0) : null;
}
