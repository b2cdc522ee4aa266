/** Expressions over types: what the executor's evaluation does, with what is known in place of values. */
import {
  type Builtin,
  type ChainNode,
  type CommandNode,
  type Complaint,
  type ConstantNode,
  type Method,
  type Node,
  type PipeNode,
  type Type,
  GoError,
  Value,
  assignableTo,
  builtins,
  callPanics,
  callValue,
  describe,
  invalidType,
  isExported,
  messages,
  nameSpan,
  nilArgument,
  nodeString,
  parameter,
  pointerTo,
  reflectValueType,
  stringType,
  stringValue,
  typedConstant,
  untypedConstant,
  usableResults,
  zeroRaw,
  zeroValue,
} from '../../go';
import type { Environment } from '../environment';
import type { Certainty } from '../finding';
import { advise } from './advice';
import { callOutcome } from './calls';
import { both, constantOf, identified, typed, unknown } from './knowledge';
import type { Known } from './known';
import type { Place } from './place';
import { boxOf, resultOf } from './results';
import { type State, noAdvice } from './state';

/** How deep parentheses may stand in one another; nothing is said of what is deeper. */
const deepest = 200;

const noArguments: readonly Node[] = [];

/** What a map has under a key that it lacks. */
const nothing = constantOf(zeroValue);

/** What evaluating ends with when something of it failed: nothing more is said of the value. */
const failed = unknown;

/** Evaluates expressions over types and writes down what they give. */
export class Expressions {
  private depth = 0;
  /** The `if` whose condition is evaluated, as long as it is the whole of it. */
  private branch: Node | null = null;
  /** The action around, for advice. */
  private around: Node | null = null;
  /** Whether something of the action could not be parsed: what is left of it says nothing. */
  private isBroken = false;
  /** Fields of values with an id, by theirs. */
  private readonly fields = new Map<string, Known>();

  constructor(
    private readonly environment: Environment,
    private readonly state: State,
    private readonly callables: ReadonlyMap<string, Builtin>,
  ) {}

  /** What a pipeline gives; its variables are declared or assigned. `around` is the node that it is a part of. */
  action(dot: Known, pipe: PipeNode, around: Node): Known {
    this.branch = around.kind === 'if' ? around : null;
    this.around = around;
    this.depth = 0;
    this.isBroken = this.state.isBroken(around.from, 'list' in around ? around.list.from : around.to);
    return this.pipeline(dot, pipe);
  }

  private pipeline(dot: Known, pipe: PipeNode): Known {
    const { state } = this;
    state.node = pipe;
    if (this.depth >= deepest) return unknown;
    this.depth++;
    let final: Known | null = null;
    const { branch } = this;
    for (const cmd of pipe.cmds) {
      if (pipe.cmds.length > 1) this.branch = cmd === pipe.cmds.at(-1) ? branch : null;
      final = this.command(dot, cmd, final);
      if (final.boxed) final = { ...final, boxed: false };
    }
    this.depth--;
    const known = final ?? unknown;
    for (const variable of pipe.decl) this.bind(pipe, variable, known);
    // Else its last command has what it gives.
    return pipe.cmds.length === 0 ? state.note(pipe, known) : known;
  }

  private bind({ isAssign }: PipeNode, variable: Node & { kind: 'variable' }, known: Known): void {
    const { state } = this;
    const name = variable.ident[0] ?? '';
    const held = known.id === null ? identified(known, state.fresh()) : known;
    state.note(variable, held);
    if (!isAssign) state.variables.declare(name, held);
    else if (!state.variables.assign(name, held)) {
      this.complain(messages.undefinedVariable(name), 'always', variable.from, variable.to, { variable });
    }
  }

  private command(dot: Known, cmd: CommandNode, final: Known | null): Known {
    const first = cmd.args[0];
    if (first === undefined) return this.state.note(cmd, unknown);
    const known = this.commandOf(dot, cmd, first, final);
    // Else what it begins with has what it gives.
    return first.kind !== 'pipe' && this.state.known.has(first) ? known : this.state.note(cmd, known);
  }

  private commandOf(dot: Known, cmd: CommandNode, first: Node, final: Known | null): Known {
    const { args } = cmd;
    switch (first.kind) {
      case 'field':
        return this.field(dot, first, args, final);
      case 'chain':
        return this.chain(dot, first, args, final);
      case 'identifier':
        return this.state.note(first, this.call(dot, first, cmd, args, final));
      case 'pipe':
        return this.rejects(args, final) ? failed : this.pipeline(dot, first);
      case 'variable':
        return this.variable(first, args, final);
      default:
        this.state.node = first;
        if (this.rejects(args, final)) return failed;
        return this.state.note(first, this.simple(dot, first));
    }
  }

  private simple(dot: Known, first: Node): Known {
    switch (first.kind) {
      case 'dot':
        return this.state.read(dot);
      case 'nil':
        this.complain(messages.nilIsNotACommand(), 'always');
        return failed;
      case 'bool':
      case 'number':
      case 'string':
        return this.constant(untypedConstant(first));
      default:
        return unknown;
    }
  }

  private constant(converted: Value | Complaint): Known {
    if (converted instanceof Value) return constantOf(converted);
    this.complain(converted, 'always');
    return failed;
  }

  /** Complains about arguments of what is no function; whether there are any. */
  private rejects(args: readonly Node[], final: Known | null): boolean {
    if (args.length <= 1 && final === null) return false;
    const first = args[0];
    if (first !== undefined) {
      this.complain(messages.notAFunction(nodeString(first)), 'always', first.from, first.to, { args });
    }
    return true;
  }

  private field(dot: Known, node: Node & { kind: 'field' }, args: readonly Node[], final: Known | null): Known {
    this.state.node = node;
    return this.state.note(node, this.names(dot, dot, node, node.ident, 0, args, final));
  }

  private chain(dot: Known, node: ChainNode, args: readonly Node[], final: Known | null): Known {
    this.state.node = node;
    const receiver = this.operand(dot, node.node);
    return this.state.note(node, this.names(dot, receiver, node, node.field, 0, args, final));
  }

  private variable(node: Node & { kind: 'variable' }, args: readonly Node[], final: Known | null): Known {
    const { state } = this;
    state.node = node;
    const name = node.ident[0] ?? '';
    const held = state.variable(name);
    // The parser has complained.
    if (held === undefined) return unknown;
    if (node.ident.length > 1) return state.note(node, this.names(held, held, node, node.ident, 1, args, final));
    return this.rejects(args, final) ? failed : state.note(node, state.read(held));
  }

  private names(
    dot: Known,
    start: Known,
    node: Node,
    names: readonly string[],
    first: number,
    args: readonly Node[],
    final: Known | null,
  ): Known {
    let receiver = start;
    const last = names.length - 1;
    for (let i = first; i < last; i++) receiver = this.name(dot, receiver, node, names, i, noArguments, null);
    return this.name(dot, receiver, node, names, last, args, final);
  }

  /** `receiver.name`: a method's result, a struct's field or a map's element. */
  private name(
    dot: Known,
    receiver: Known,
    node: Node,
    names: readonly string[],
    at: number,
    args: readonly Node[],
    final: Known | null,
  ): Known {
    const name = names[at] ?? '';
    const { type } = receiver;
    if (type === null) return unknown;
    // Nothing has nothing.
    if (type === invalidType) return receiver;
    const target = type.kind === 'ptr' ? type.elem : type;
    if (target.kind === 'interface' || target.kind === 'ptr') return unknown;
    const method = target.methods.get(name);
    if (method !== undefined && isExported(name)) return this.method(dot, receiver, method, args, final);
    // Whether there is an address to call it on is not known.
    if (target.methodsOfPointer.has(name) && isExported(name)) return unknown;
    const hasArguments = args.length > 1 || final !== null;
    const span = nameSpan(node, names, at);
    const place: Place = { receiver, node, names, at };
    const called = receiver.boxed ? boxOf(receiver) : type;
    switch (target.kind) {
      case 'struct': {
        if (target.fieldByName(name) === null) break;
        if (!isExported(name)) return this.fails(messages.unexportedField(name, called), span, place);
        if (hasArguments) return this.fails(messages.fieldHasArguments(name), span, place);
        return this.state.read(this.fieldOf(receiver, target, name));
      }
      case 'map':
        if (target.key !== stringType && target.key.kind !== 'interface') break;
        if (hasArguments) return this.fails(messages.keyHasArguments(name), span, place);
        return target.elem.kind === 'interface' ? this.ofMap(receiver, name) : typed(target.elem);
      default:
        break;
    }
    return this.fails(messages.cantEvaluateField(name, called), span, place);
  }

  /** Fields of one value are asked for again and again. */
  private fieldOf(receiver: Known, struct: Type, name: string): Known {
    if (receiver.id === null) return fieldOf(receiver, struct, name, this.environment);
    const id = `${receiver.id}.${name}`;
    let known = this.fields.get(id);
    if (known === undefined) {
      known = identified(fieldOf(receiver, struct, name, this.environment), id);
      this.fields.set(id, known);
    }
    return known;
  }

  /** The element of a map of anything: its type is told by the keys, where it is the data itself. */
  private ofMap(receiver: Known, name: string): Known {
    const { keys, textsOf } = this.environment;
    if (receiver.id !== '$' || keys === null) return unknown;
    const type = keys.get(name);
    if (type === undefined) return nothing;
    if (type === null) return unknown;
    const texts = receiver.type === null ? null : (textsOf(receiver.type.toString(), name)?.sent ?? null);
    const field = receiver.type === null ? null : { struct: receiver.type, name };
    const example = (): Value | null => exampleKey(receiver.example(), name);
    return this.state.read(identified(typed(type, { boxed: true, texts, field, example }), `$.${name}`));
  }

  private fails(complaint: Complaint, [from, to]: Span, place: Place): Known {
    this.complain(complaint, 'always', from, to, place);
    return failed;
  }

  private method(dot: Known, receiver: Known, method: Method, args: readonly Node[], final: Known | null): Known {
    const { type, name } = method;
    if (!this.countFits(type, name, args, final)) return failed;
    if (!usableResults(type)) {
      this.complain(messages.unusableResults(name, type.out, this.environment.go), 'always');
      return failed;
    }
    this.arguments(dot, type, args, final);
    return resultOf(method, receiver, this.environment);
  }

  private call(
    dot: Known,
    node: Node & { kind: 'identifier' },
    whole: Node,
    args: readonly Node[],
    final: Known | null,
  ): Known {
    this.state.node = node;
    const name = node.ident;
    const fn = this.callables.get(name);
    // The parser has complained.
    if (fn === undefined) {
      for (const arg of args.slice(1)) this.argument(dot, reflectValueType, arg);
      return unknown;
    }
    if (!this.countFits(fn.type, name, args, final)) return failed;
    const { branch } = this;
    if (name !== 'and' && name !== 'or' && name !== 'not') this.branch = null;
    const argv = this.arguments(dot, fn.type, args, final, fn.special);
    this.branch = branch;
    if (name === 'eq' || name === 'ne') this.compare(name === 'ne', args.slice(1), argv);
    if (fn.special === 'call') return this.callOfValue(whole, args[1], argv[0] ?? unknown);
    const isOwn = builtins.get(name) === fn || name === this.environment.json;
    const { known, failure } = callOutcome(isOwn ? name : '', fn, argv, this.environment.json, this.environment.go);
    if (failure === null) return known;
    this.state.node = whole;
    const complaint = messages.errorCalling(name, failure.text, failure.code);
    this.complain(complaint, failure.certain ? 'always' : 'may', undefined, undefined, { call: name, args, argv });
    return known;
  }

  /** The function `call`: it fails for what is no function. */
  private callOfValue(whole: Node, written: Node | undefined, callee: Known): Known {
    const { type } = callee;
    const { go } = this.environment;
    if (written === undefined && callPanics(go)) {
      this.complain(messages.pipedCallPanics(), 'always');
      return unknown;
    }
    if (type === null || type.kind === 'interface' || type.kind === 'func') return unknown;
    const value = callee.constant ?? callee.example() ?? new Value(type, zeroRaw(type));
    try {
      callValue(written === undefined ? describe(value) : nodeString(written), value, [], go);
    } catch (e) {
      if (!(e instanceof GoError)) return unknown;
      this.state.node = whole;
      this.complain(messages.errorCalling('call', e.message, e.code), 'always');
    }
    return unknown;
  }

  /** Notes the texts of the template among the operands of eq and ne: the first is compared with each of the others. */
  private compare(negated: boolean, nodes: readonly Node[], argv: readonly Known[]): void {
    const [first, ...others] = argv;
    const [firstNode, ...otherNodes] = nodes;
    if (first === undefined) return;
    for (const [i, other] of others.entries()) {
      const node = otherNodes[i];
      const { branch } = this;
      if (node?.kind === 'string') this.state.compare({ literal: node, negated, value: first, branch });
      if (firstNode?.kind === 'string') this.state.compare({ literal: firstNode, negated, value: other, branch });
    }
  }

  private countFits(type: Type, name: string, args: readonly Node[], final: Known | null): boolean {
    const written = args.length === 0 ? 0 : args.length - 1;
    const given = final === null ? written : written + 1;
    const want = type.in.length;
    const fits = type.variadic ? given >= want - 1 : given === want;
    if (fits) return true;
    const complaint = type.variadic
      ? messages.wrongArgumentCount(name, want - 1, written, true)
      : messages.wrongArgumentCount(name, want, given, false);
    this.complain(complaint, 'always', undefined, undefined, { call: name, args });
    return false;
  }

  private arguments(
    dot: Known,
    type: Type,
    args: readonly Node[],
    final: Known | null,
    special?: Builtin['special'],
  ): readonly Known[] {
    const argv: Known[] = [];
    const { silent, facts } = this.state;
    for (let i = 1; i < args.length; i++) {
      const arg = args[i];
      if (arg === undefined) continue;
      const known = this.argument(dot, parameter(type, i - 1), arg);
      argv.push(known);
      // The next is looked at when this one did not decide.
      if (special === 'and') this.state.facts = both(this.state.facts, known.yes);
      if (special === 'or') this.state.facts = both(this.state.facts, known.no);
      // A function that stands there without parentheses was to have what follows.
      if (arg.kind === 'identifier' && this.callables.get(arg.ident)?.type.in.length !== 0) this.state.silent++;
    }
    this.state.silent = silent;
    this.state.facts = facts;
    if (final !== null) argv.push(this.valid(final, parameter(type, argv.length)));
    return argv;
  }

  private argument(dot: Known, type: Type, node: Node): Known {
    this.state.node = node;
    switch (node.kind) {
      case 'nil': {
        return this.constant(nilArgument(type));
      }
      case 'bool':
      case 'number':
      case 'string':
        return this.state.note(node, this.constantArgument(node, type));
      default:
        return this.valid(this.operand(dot, node), type);
    }
  }

  private constantArgument(node: ConstantNode, type: Type): Known {
    return this.constant(typedConstant(node, type, () => nodeString(node)));
  }

  /** A value as an argument of a parameter's type. */
  private valid(known: Known, type: Type): Known {
    const got = known.type;
    if (got === null || type === reflectValueType || got === type || got.kind === 'interface') return known;
    if (got === invalidType) {
      if (nilArgument(type) instanceof Value) return unknown;
      this.complain(messages.invalidValue(type), 'always');
      return failed;
    }
    if (assignableTo(got, type) || assignableTo(pointerTo(got), type)) return known;
    if (got.kind === 'ptr' && assignableTo(got.elem, type)) return typed(got.elem);
    this.complain(messages.wrongType(type, got), 'always');
    return failed;
  }

  private operand(dot: Known, node: Node): Known {
    const { state } = this;
    state.node = node;
    switch (node.kind) {
      case 'dot':
        return state.note(node, state.read(dot));
      case 'field':
        return this.field(dot, node, noArguments, null);
      case 'variable':
        return this.variable(node, noArguments, null);
      case 'pipe':
        return this.pipeline(dot, node);
      case 'identifier':
        return state.note(node, this.call(dot, node, node, noArguments, null));
      case 'chain':
        return this.chain(dot, node, noArguments, null);
      default:
        return unknown;
    }
  }

  private complain(complaint: Complaint, certainty: Certainty, from?: number, to?: number, place: Place = {}): void {
    if (!this.state.isHeard || this.isBroken) return;
    const { node } = this.state;
    const at = { around: this.around, blamed: node, ...place };
    const advice = this.state.isFull ? noAdvice : advise(complaint, at, this.environment, this.state);
    this.state.complain(complaint, certainty, advice, from, to);
  }
}

type Span = readonly [from: number, to: number];

/** A field that the struct has. */
function fieldOf(receiver: Known, struct: Type, name: string, { textsOf }: Environment): Known {
  const path = struct.fieldByName(name) ?? [];
  let type = struct;
  for (const index of path) type = (type.kind === 'ptr' ? type.elem : type).fields[index]?.type ?? type;
  return typed(type.kind === 'interface' ? null : type, {
    field: { struct, name },
    texts: type.kind === 'string' ? (textsOf(struct.toString(), name)?.sent ?? null) : null,
    example: () => exampleOf(receiver, path),
  });
}

function exampleKey(map: Value | null, name: string): Value | null {
  if (map?.kind !== 'map') return null;
  const held = map.mapIndex(stringValue(name));
  return held.kind === 'interface' ? held.elem() : held;
}

function exampleOf(receiver: Known, path: readonly number[]): Value | null {
  let value = receiver.example();
  for (const index of path) {
    if (value?.kind === 'ptr') value = value.isNil ? null : value.elem();
    if (value?.kind !== 'struct') return null;
    value = value.field(index);
  }
  return value;
}
