/**
 * Expressions: pipelines, commands, fields, method and function calls.
 * Evaluation is recursive; what a template can nest without end, bodies and invocations, is walked in `exec.ts`.
 */
import { type Method, type Type, invalidType, isExported, stringType } from '../reflect/type';
import { type Origin, Value, missingVal, zeroValue } from '../reflect/value';
import { quote } from '../strconv';
import type { Meter } from '../meter';
import type { Builtin } from './funcs';
import {
  type Converted,
  isMissing,
  nilArgument,
  reflectValueType,
  typedConstant,
  untypedConstant,
  validateType,
} from './convert';
import { executionError, nameSpan } from './blame';
import { callFailure, callValue, firstResult, packArguments, parameter, usableResults } from './function';
import * as messages from './messages';
import type { ChainNode, CommandNode, Node, PipeNode, Tree } from './parse/node';
import { nodeString } from './parse/string';
import { type GoVersion, since } from '../version';
import { indirect, indirectInterface, isTrue } from './truth';
import { type VariableSnapshot, Variables } from './variables';

/**
 * How deep parenthesised pipelines are evaluated on the JS stack before it is unwound; a stack of 1 MB bears several
 * times this.
 */
const nestingLimit = 150;

/** Thrown to unwind the stack when a pipeline is nested too deep to be evaluated on top of what is there. */
class TooDeep {
  constructor(readonly pipe: PipeNode) {}
}

/** What evaluating a deeply nested pipeline yielded and left behind. */
interface Solved {
  readonly value: Value;
  readonly node: Node | null;
  readonly variables: VariableSnapshot;
}

/** Evaluates expressions of one execution. */
export class Evaluator {
  /** The template that runs, for messages. */
  tree: Tree;
  /** The node that is blamed when something fails now. */
  node: Node | null = null;
  readonly variables: Variables;
  private nesting = 0;
  private solved: Map<PipeNode, Solved> | null = null;

  constructor(
    tree: Tree,
    private readonly callables: ReadonlyMap<string, Builtin>,
    private readonly meter: Meter,
    private readonly go: GoVersion,
  ) {
    this.tree = tree;
    this.variables = new Variables(meter);
  }

  /**
   * The one place where execution errors are made: Go's text, at the node evaluated last; `[from, to)` as a person sees
   * it.
   */
  fail(complaint: messages.Complaint, from?: number, to?: number): never {
    throw executionError(this.tree, this.node, complaint, from, to);
  }

  /** The value of a pipeline, its variables declared or assigned; null is the pipeline of `{{template "x"}}`. */
  evalAction(dot: Value, pipe: PipeNode): Value {
    this.nesting = 0;
    this.meter.beginAction();
    this.variables.remember();
    try {
      return this.evalPipeline(dot, pipe);
    } catch (e) {
      if (!(e instanceof TooDeep)) throw e;
      this.variables.rewind();
      return this.evalDeep(dot, pipe);
    }
  }

  /**
   * Evaluates a pipeline that is nested too deep for the stack: from the inside out, every part on an empty stack. The
   * parts around a solved one are evaluated again, from the variables they had before, and find its value in `solved`.
   */
  private evalDeep(dot: Value, outermost: PipeNode): Value {
    const solved = new Map<PipeNode, Solved>();
    this.solved = solved;
    const pending = [{ pipe: outermost, variables: this.variables.snapshot() }];
    for (;;) {
      const current = pending.at(-1);
      if (current === undefined) break;
      this.restore(current.variables);
      this.nesting = 0;
      try {
        const value = this.evalPipeline(dot, current.pipe);
        solved.set(current.pipe, { value, node: this.node, variables: this.snapshot() });
        pending.pop();
      } catch (e) {
        if (!(e instanceof TooDeep)) throw e;
        pending.push({ pipe: e.pipe, variables: this.snapshot() });
      }
    }
    this.solved = null;
    return solved.get(outermost)?.value ?? zeroValue;
  }

  private snapshot(): VariableSnapshot {
    const snapshot = this.variables.snapshot();
    this.meter.spend(snapshot.values.length);
    return snapshot;
  }

  private restore(snapshot: VariableSnapshot): void {
    this.meter.spend(snapshot.values.length);
    this.variables.restore(snapshot);
  }

  private evalPipeline(dot: Value, pipe: PipeNode): Value {
    this.node = pipe;
    if (this.nesting >= nestingLimit) return this.recall(pipe);
    this.nesting++;
    let value = missingVal;
    const { cmds, decl } = pipe;
    for (const cmd of cmds) {
      value = this.evalCommand(dot, cmd, value);
      if (value.kind === 'interface' && value.type.interfaceMethods.length === 0) {
        value = value.v === null ? nothing(value.from) : value.elem();
      }
    }
    this.nesting--;
    if (decl.length > 0) this.declare(pipe, value);
    return value;
  }

  private declare(pipe: PipeNode, value: Value): void {
    for (const variable of pipe.decl) {
      const name = variable.ident[0] ?? '';
      if (!pipe.isAssign) this.variables.push(name, value);
      else if (!this.variables.assign(name, value))
        this.fail(messages.undefinedVariable(name), variable.from, variable.to);
    }
  }

  private recall(pipe: PipeNode): Value {
    const known = this.solved?.get(pipe);
    if (known === undefined) throw new TooDeep(pipe);
    this.restore(known.variables);
    this.node = known.node;
    return known.value;
  }

  private evalCommand(dot: Value, cmd: CommandNode, final: Value): Value {
    const { args } = cmd;
    this.meter.spend(args.length);
    const first = args[0];
    if (first === undefined) return this.cannotEvaluate(cmd);
    switch (first.kind) {
      case 'field':
        return this.evalFieldNode(dot, first, args, final);
      case 'chain':
        return this.evalChainNode(dot, first, args, final);
      case 'identifier':
        return this.evalFunction(dot, first, cmd, args, final);
      case 'pipe':
        this.rejectArguments(args, final);
        return this.evalPipeline(dot, first);
      case 'variable':
        return this.evalVariableNode(dot, first, args, final);
      default:
        return this.evalSimpleCommand(dot, first, args, final);
    }
  }

  /** A command that is dot or a constant. */
  private evalSimpleCommand(dot: Value, first: Node, args: readonly Node[], final: Value): Value {
    this.node = first;
    this.rejectArguments(args, final);
    switch (first.kind) {
      case 'dot':
        return dot;
      case 'nil':
        return this.fail(messages.nilIsNotACommand());
      case 'bool':
      case 'number':
      case 'string':
        return this.accept(untypedConstant(first));
      default:
        return this.cannotEvaluate(first);
    }
  }

  /** The parser puts no such node there. */
  private cannotEvaluate(node: Node): never {
    return this.fail({ code: 'not-evaluable', detail: `can't evaluate command ${quote(nodeString(node))}` });
  }

  private rejectArguments(args: readonly Node[], final: Value): void {
    if (args.length <= 1 && isMissing(final)) return;
    const first = args[0];
    if (first !== undefined) this.fail(messages.notAFunction(nodeString(first)), first.from, first.to);
  }

  private accept(converted: Converted): Value {
    return converted instanceof Value ? converted : this.fail(converted);
  }

  private evalFieldNode(dot: Value, node: Node & { kind: 'field' }, args: readonly Node[], final: Value): Value {
    this.node = node;
    return this.evalFieldChain(dot, dot, node, node.ident, 0, args, final);
  }

  private evalChainNode(dot: Value, node: ChainNode, args: readonly Node[], final: Value): Value {
    this.node = node;
    const receiver = this.evalOperand(dot, node.node);
    return this.evalFieldChain(dot, receiver, node, node.field, 0, args, final);
  }

  private evalVariableNode(dot: Value, node: Node & { kind: 'variable' }, args: readonly Node[], final: Value): Value {
    this.node = node;
    const name = node.ident[0] ?? '';
    const value = this.variables.get(name);
    if (value === undefined) return this.fail(messages.undefinedVariable(name), node.from, node.from + name.length);
    if (node.ident.length === 1) {
      this.rejectArguments(args, final);
      return value;
    }
    return this.evalFieldChain(dot, value, node, node.ident, 1, args, final);
  }

  private evalFieldChain(
    dot: Value,
    start: Value,
    node: Node,
    names: readonly string[],
    first: number,
    args: readonly Node[],
    final: Value,
  ): Value {
    let receiver = start;
    const last = names.length - 1;
    if (last > first) {
      this.meter.spend(last - first);
      for (let i = first; i < last; i++)
        receiver = this.evalField(dot, receiver, node, names, i, noArguments, missingVal);
    }
    return this.evalField(dot, receiver, node, names, last, args, final);
  }

  /**
   * `receiver.name`, where the name is the `at`th of the node's: a method's result, a struct's field or a map's
   * element.
   */
  private evalField(
    dot: Value,
    receiver: Value,
    node: Node,
    names: readonly string[],
    at: number,
    args: readonly Node[],
    final: Value,
  ): Value {
    const name = names[at] ?? '';
    // What most selectors are, by a shorter way to the same value.
    if (receiver.kind === 'struct' && args.length <= 1 && isMissing(final)) {
      const index = receiver.type.plainField(name);
      if (index >= 0) return receiver.exportedField(index);
    }
    if (!receiver.isValid) return receiver.from === null ? receiver : nothing({ parent: receiver, key: name });
    const v = indirect(receiver);
    if (v.kind === 'interface')
      return this.failName(messages.nilPointerEvaluating(receiver.type, name), node, names, at);
    const onValue = v.type.methods.get(name);
    if (onValue !== undefined && isExported(name)) return this.evalMethod(dot, v, onValue, node, args, final);
    if (v.addressable) {
      const onAddress = v.type.methodsOfPointer.get(name);
      if (onAddress !== undefined && isExported(name))
        return this.evalMethod(dot, v.addr(), onAddress, node, args, final);
    }
    const hasArguments = args.length > 1 || !isMissing(final);
    switch (v.kind) {
      case 'struct': {
        const path = v.type.fieldByName(name);
        if (path === null) break;
        const field = this.fieldAt(v, path, receiver, node, names, at);
        if (hasArguments) this.failName(messages.fieldHasArguments(name), node, names, at);
        return field;
      }
      case 'map': {
        if (v.type.key !== stringType && !isAnyKey(v.type.key)) break;
        if (hasArguments) this.failName(messages.keyHasArguments(name), node, names, at);
        const element = v.mapIndex(
          new Value(v.type.key, v.type.key === stringType ? name : { type: stringType, v: name }),
        );
        return element.isValid ? element : nothing({ parent: v, key: name });
      }
      case 'ptr': {
        const target = v.type.elem;
        if (target.kind === 'struct' && target.fieldByName(name) === null) break;
        return this.failName(messages.nilPointerEvaluating(receiver.type, name), node, names, at);
      }
      default:
        break;
    }
    return this.failName(messages.cantEvaluateField(name, receiver.type), node, names, at);
  }

  /** Fails with the blame on one name of a chain. */
  private failName(complaint: messages.Complaint, node: Node, names: readonly string[], at: number): never {
    return this.fail(complaint, ...nameSpan(node, names, at));
  }

  /** The field at the end of `path`, through embedded structs and pointers to them. */
  private fieldAt(
    struct: Value,
    path: readonly number[],
    receiver: Value,
    node: Node,
    names: readonly string[],
    at: number,
  ): Value {
    const name = names[at] ?? '';
    let v = struct;
    for (const index of path) {
      if (v.kind === 'ptr') {
        if (v.v === null) {
          if (!isExported(name)) this.failName(messages.unexportedField(name, receiver.type), node, names, at);
          this.failName(messages.nilEmbeddedPointer(v.type.elem), node, names, at);
        }
        v = v.elem();
      }
      v = v.field(index);
    }
    if (!isExported(name)) this.failName(messages.unexportedField(name, receiver.type), node, names, at);
    return v.readOnly ? new Value(v.type, v.v, v.from, v.addressable) : v;
  }

  private evalMethod(
    dot: Value,
    receiver: Value,
    method: Method,
    node: Node,
    args: readonly Node[],
    final: Value,
  ): Value {
    const { type, name } = method;
    this.checkCount(type, name, args, final);
    if (!usableResults(type)) this.fail(messages.unusableResults(name, type.out, this.go));
    const argv = this.evalArguments(dot, type, args, final);
    try {
      this.meter.call();
      return this.bounded(firstResult(type, method.call(receiver.v, packArguments(type, argv)), receiver.from));
    } catch (e) {
      return this.failCall(name, node, e);
    }
  }

  private evalFunction(
    dot: Value,
    node: Node & { kind: 'identifier' },
    whole: Node,
    args: readonly Node[],
    final: Value,
  ): Value {
    this.node = node;
    const name = node.ident;
    const fn = this.callables.get(name);
    if (fn === undefined) return this.fail(messages.undefinedFunction(name));
    this.checkCount(fn.type, name, args, final);
    switch (fn.special) {
      case 'and':
        return this.evalLogic(dot, false, args, final);
      case 'or':
        return this.evalLogic(dot, true, args, final);
      case 'call':
        return this.evalCallOfValue(dot, fn.type, whole, args, final);
      default:
        return this.callFunction(fn, name, whole, this.evalArguments(dot, fn.type, args, final));
    }
  }

  private callFunction(fn: Builtin, name: string, whole: Node, argv: readonly Value[]): Value {
    try {
      this.meter.call();
      return this.bounded(fn.call(argv, this.meter, this.go), fn.isPart);
    } catch (e) {
      return this.failCall(name, whole, e);
    }
  }

  /** `and` and `or`: evaluate no further than the first argument whose truth is `decisive`. */
  private evalLogic(dot: Value, decisive: boolean, args: readonly Node[], final: Value): Value {
    let value = zeroValue;
    for (let i = 1; i < args.length; i++) {
      const arg = args[i];
      if (arg === undefined) break;
      value = this.evalArg(dot, reflectValueType, arg);
      if (isTrue(indirectInterface(value)) === decisive) return value;
    }
    return isMissing(final) ? value : final;
  }

  private evalCallOfValue(dot: Value, type: Type, whole: Node, args: readonly Node[], final: Value): Value {
    const [callee = zeroValue, ...rest] = this.evalArguments(dot, type, args, final);
    const written = args[1];
    if (written === undefined && callPanics(this.go)) return this.fail(messages.pipedCallPanics());
    const name = written === undefined ? describe(callee) : nodeString(written);
    try {
      this.meter.call();
      return this.bounded(callValue(name, callee, rest, this.go));
    } catch (e) {
      return this.failCall('call', whole, e);
    }
  }

  private failCall(name: string, node: Node, thrown: unknown): never {
    const failure = callFailure(thrown);
    // What stops the template here is to be looked for here, too.
    this.node = node;
    if (failure === null) throw thrown;
    return this.fail(messages.errorCalling(name, failure.text, failure.code));
  }

  /** Keeps templates from making texts until the browser has no memory left; a part of a text takes none. */
  private bounded(value: Value, isPart = false): Value {
    if (value.kind === 'string') {
      const { length } = value.v as string;
      this.checkLength(length);
      if (!isPart) this.meter.make(length);
    }
    return value;
  }

  /** As `bounded`, before a call reads its arguments. */
  private checkArguments(argv: readonly Value[]): void {
    let units = 0;
    for (const { kind, v } of argv) if (kind === 'string') units += (v as string).length;
    if (units > 0) this.checkLength(units);
  }

  private checkLength(units: number): void {
    const { outputBytes, textUnits = outputBytes } = this.meter.limits;
    if (units > textUnits) this.fail(messages.textLimit(textUnits));
  }

  private checkCount(type: Type, name: string, args: readonly Node[], final: Value): void {
    const written = args.length === 0 ? 0 : args.length - 1;
    const given = isMissing(final) ? written : written + 1;
    const want = type.in.length;
    if (type.variadic) {
      if (given < want - 1) this.fail(messages.wrongArgumentCount(name, want - 1, written, true));
    } else if (given !== want) this.fail(messages.wrongArgumentCount(name, want, given, false));
  }

  /**
   * The arguments of a call whose number is right, `args[0]` being what is called, converted to the parameters' types.
   */
  private evalArguments(dot: Value, type: Type, args: readonly Node[], final: Value): readonly Value[] {
    const argv: Value[] = [];
    for (let i = 1; i < args.length; i++) {
      const arg = args[i];
      if (arg !== undefined) argv.push(this.evalArg(dot, parameter(type, i - 1), arg));
    }
    if (!isMissing(final)) argv.push(this.accept(validateType(final, parameter(type, argv.length))));
    this.checkArguments(argv);
    return argv;
  }

  private evalArg(dot: Value, type: Type, node: Node): Value {
    this.node = node;
    switch (node.kind) {
      case 'nil':
        return this.accept(nilArgument(type));
      case 'bool':
      case 'number':
      case 'string':
        return this.accept(typedConstant(node, type, () => nodeString(node)));
      default:
        return this.accept(validateType(this.evalOperand(dot, node), type));
    }
  }

  /** An operand that is not a constant, as it is. */
  private evalOperand(dot: Value, node: Node): Value {
    this.node = node;
    switch (node.kind) {
      case 'dot':
        return dot;
      case 'field':
        return this.evalFieldNode(dot, node, noArguments, missingVal);
      case 'variable':
        return this.evalVariableNode(dot, node, noArguments, missingVal);
      case 'pipe':
        return this.evalPipeline(dot, node);
      case 'identifier':
        return this.evalFunction(dot, node, node, noArguments, missingVal);
      case 'chain':
        return this.evalChainNode(dot, node, noArguments, missingVal);
      default:
        return this.cannotEvaluate(node);
    }
  }
}

const noArguments: readonly Node[] = [];

/** Whether a Go wants to name what `call` calls but looks for it only among the arguments that are written. */
export function callPanics(go: GoVersion): boolean {
  return since(go, 'call names what it calls') && !since(go, 'call of a piped function');
}

/** The zero Value with the place in the data where there is nothing. */
function nothing(from: Origin | null): Value {
  return from === null ? zeroValue : new Value(invalidType, null, from);
}

function isAnyKey(key: Type): boolean {
  return key.kind === 'interface' && key.interfaceMethods.length === 0;
}

/** A value where Go asks it for its `String`: only a string gives its own text. */
export function describe(value: Value): string {
  return value.kind === 'string' ? (value.v as string) : `<${value.type.toString()} Value>`;
}
