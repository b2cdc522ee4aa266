/**
 * Walking templates. Bodies, loops and template invocations live on an explicit stack, so that a template may invoke
 * itself as often as Go allows; only expressions and iterator functions use the JS stack.
 */
import { GoPanic, panicText } from '../errors';
import { TooLongText } from '../fmt/printer';
import { type Limits, Meter, OverBudget, defaultLimits, longestText, slotBytes } from '../meter';
import type { Raw } from '../reflect/type';
import { Value, zeroValue } from '../reflect/value';
import { quote } from '../strconv';
import { byteLength } from '../utf8';
import { TemplateError } from './errors';
import { Evaluator } from './eval';
import * as messages from './messages';
import type { ActionNode, IfNode, Node, RangeNode, TemplateNode, Tree, WithNode } from './parse/node';
import { nodeString } from './parse/string';
import { printed } from './print';
import { type Iterator, type Loop, RangeRefusal, openLoop } from './range';
import { type Sink, rootOf } from './sink';
import type { Template } from './template';
import { type Invocation, nodeAtDepth } from './recursion';
import { indirect, indirectInterface, isTrue } from './truth';
import { heldBy } from './variables';

/** No UTF-16 unit stands for more bytes than this. */
const maxBytesPerUnit = 3;

/** How many template invocations may be under way in one another, as Go counts them. */
export const maxDepth = 100_000;

/** Whether a template ran to its end. What it wrote before an error stays in the sink, as it does in Go's writer. */
export type ExecuteResult = { readonly ok: true } | { readonly ok: false; readonly error: TemplateError };

/** Executes a template with `data` as dot. */
export function executeTemplate(
  template: Template,
  data: Value,
  sink: Sink,
  limits: Limits = defaultLimits,
): ExecuteResult {
  const { tree } = template;
  if (tree === undefined) return { ok: false, error: withoutPosition(template, 'is an incomplete or empty template') };
  const execution = new Execution(template, tree, sink, limits);
  try {
    execution.walk(rootOf(data));
    return { ok: true };
  } catch (e) {
    return { ok: false, error: e instanceof TemplateError ? e : execution.locate(e) };
  }
}

function withoutPosition(template: Template, complaint: string): TemplateError {
  const detail = `${quote(template.name)} ${complaint}`;
  return plainError(`template: ${template.name}: ${detail}`, 'empty-template', detail);
}

function plainError(message: string, code: string, detail: string): TemplateError {
  return new TemplateError({ message, phase: 'exec', code, detail, from: 0, to: 0, needs: null });
}

/** An iterator function under way; `stopped` once the template broke out of it. */
interface Driven {
  stopped: boolean;
}

/** A list of nodes being walked, and what to undo when it ends. */
class Frame {
  next = 0;

  constructor(
    readonly nodes: readonly Node[],
    public dot: Value,
    /** The height of the variable stack to go back to. */
    readonly mark: number,
  ) {}

  /** The range this is the body of. */
  loop: Loop | null = null;
  range: RangeNode | null = null;
  /** The height to go back to before each turn of the loop. */
  turnMark = 0;
  /** The iterator function this is one turn of. */
  driven: Driven | null = null;
  /** Whether this is what a range does instead of a first turn: `break` leaves it, `continue` the loop around it. */
  isElse = false;
  /** Where a template invocation came from. */
  caller: { readonly tree: Tree; readonly node: TemplateNode; readonly variables: number } | null = null;
}

class Execution {
  private readonly meter: Meter;
  private readonly eval: Evaluator;
  private readonly stack: Frame[] = [];
  private depth = 0;
  /** What was in the sink before, in UTF-16 units. */
  private readonly before: number;
  /** What may surely be written without counting its bytes, in UTF-16 units; negative from when they are counted. */
  private unitsLeft: number;
  /** Bytes that may still be written, once they are counted. */
  private bytesLeft = 0;

  constructor(
    private readonly template: Template,
    private readonly main: Tree,
    private readonly sink: Sink,
    private readonly limits: Limits,
  ) {
    this.before = sink.written.length;
    this.meter = new Meter(limits, () => this.held());
    this.eval = new Evaluator(main, template.callables, this.meter, template.go);
    this.unitsLeft = Math.floor(limits.outputBytes / maxBytesPerUnit);
  }

  walk(data: Value): void {
    this.eval.variables.enter(data);
    this.stack.push(new Frame(this.main.root.nodes, data, this.eval.variables.mark));
    this.run(0);
  }

  /** Walks until the stack is no higher than `bottom`. */
  private run(bottom: number): void {
    const { stack } = this;
    while (stack.length > bottom) {
      const frame = stack[stack.length - 1];
      if (frame === undefined) break;
      const node = frame.nodes[frame.next++];
      if (node === undefined) this.endOf(frame);
      else this.walkNode(frame, node);
    }
  }

  private walkNode(frame: Frame, node: Node): void {
    this.eval.node = node;
    this.meter.spend(1);
    switch (node.kind) {
      case 'text':
        this.countOutput(node.text);
        this.sink.text(node, node.text);
        return;
      case 'action': {
        const value = this.eval.evalAction(frame.dot, node.pipe);
        if (node.pipe.decl.length === 0) this.printValue(node, value);
        return;
      }
      case 'if':
      case 'with':
        this.walkIfOrWith(frame, node);
        return;
      case 'range':
        this.walkRange(frame, node);
        return;
      case 'template':
        this.walkTemplate(frame, node);
        return;
      case 'break':
        this.leaveTurn(true);
        return;
      case 'continue':
        this.leaveTurn(false);
        return;
      default:
        this.eval.fail({ code: 'unknown-node', detail: `unknown node: ${nodeString(node)}` });
    }
  }

  private walkIfOrWith(frame: Frame, node: IfNode | WithNode): void {
    const { mark } = this.eval.variables;
    const value = this.eval.evalAction(frame.dot, node.pipe);
    const truth = isTrue(indirectInterface(value));
    const list = truth ? node.list : node.elseList;
    if (list === null) this.eval.variables.popTo(mark);
    else this.enter(new Frame(list.nodes, truth && node.kind === 'with' ? value : frame.dot, mark));
  }

  private walkRange(frame: Frame, node: RangeNode): void {
    const { variables } = this.eval;
    const { mark } = variables;
    const value = indirect(this.eval.evalAction(frame.dot, node.pipe));
    if (value.kind === 'map') this.meter.spend(value.length);
    const loop = openLoop(value, node.pipe.decl.length, this.meter, this.template.go);
    if (loop?.kind === 'loop') {
      const body = new Frame(node.list.nodes, frame.dot, mark);
      body.turnMark = variables.mark;
      if (this.turn(body, loop, node)) {
        body.loop = loop;
        body.range = node;
        this.enter(body);
        return;
      }
    } else if (loop?.kind === 'iterator' && this.drive(node, loop)) {
      variables.popTo(mark);
      return;
    }
    if (node.elseList === null) return variables.popTo(mark);
    const otherwise = new Frame(node.elseList.nodes, frame.dot, mark);
    otherwise.isElse = true;
    this.enter(otherwise);
  }

  /** Moves a loop on and prepares its body for the next element; false at the end. */
  private turn(body: Frame, loop: Loop, node: RangeNode): boolean {
    if (!loop.next()) return false;
    this.eval.node = node;
    this.meter.spend(1);
    this.eval.variables.popTo(body.turnMark);
    const { decl } = node.pipe;
    const element = loop.element();
    if (decl.length > 0) this.bind(node, decl.length > 1 ? loop.key() : element, element);
    body.dot = element;
    body.next = 0;
    return true;
  }

  /** Gives the range's variables the key and element of a turn; a single one gets the element. */
  private bind(node: RangeNode, key: Value, element: Value): void {
    const { variables } = this.eval;
    const { decl, isAssign } = node.pipe;
    const last = decl.length - 1;
    if (!isAssign) {
      variables.setTop(1, element);
      if (last > 0) variables.setTop(2, key);
      return;
    }
    variables.set(decl[0]?.ident[0] ?? '', last > 0 ? key : element);
    if (last > 0) variables.set(decl[last]?.ident[0] ?? '', element);
  }

  /** Runs an iterator function, walking the body whenever it yields; whether it ever did. */
  private drive(node: RangeNode, { fn, yields }: Iterator): boolean {
    const driven: Driven = { stopped: false };
    const turnMark = this.eval.variables.mark;
    let ran = false;
    const onYield = (...raws: readonly Raw[]): readonly Raw[] => {
      if (driven.stopped) throw new GoPanic(yieldedTooLong, 'runtime');
      ran = true;
      this.eval.node = node;
      this.meter.spend(1);
      const [first = zeroValue, second = first] = yields.map((type, i) => new Value(type, raws[i] ?? null));
      const element = node.pipe.decl.length > 1 ? second : first;
      if (node.pipe.decl.length > 0) this.bind(node, first, element);
      const body = new Frame(node.list.nodes, element, turnMark);
      body.driven = driven;
      const bottom = this.stack.length;
      this.enter(body);
      this.run(bottom);
      return [!driven.stopped];
    };
    if (fn.v === null) throw new GoPanic('reflect.Value.Call: call of nil function', 'value');
    fn.call([onYield]);
    return ran;
  }

  private walkTemplate(frame: Frame, node: TemplateNode): void {
    const { eval: evaluator } = this;
    const tree = this.template.trees.get(node.name);
    if (tree === undefined) return evaluator.fail(messages.undefinedTemplate(node.name));
    if (this.depth === maxDepth) return evaluator.fail(messages.tooDeepTemplates(maxDepth));
    const dot = node.pipe === null ? zeroValue : evaluator.evalAction(frame.dot, node.pipe);
    const body = new Frame(tree.root.nodes, dot, evaluator.variables.mark);
    body.caller = { tree: evaluator.tree, node, variables: evaluator.variables.enter(dot) };
    evaluator.tree = tree;
    this.depth++;
    this.enter(body);
  }

  private enter(frame: Frame): void {
    this.meter.hold();
    this.stack.push(frame);
  }

  /** What variables and bodies under way hold. A template's dot is its variable `$`. */
  private held(): number {
    const { stack } = this;
    this.meter.spend((stack.length + this.eval.variables.mark) >> 3);
    let held = this.eval.variables.held + stack.length * slotBytes;
    for (const [i, { caller, dot }] of stack.entries()) {
      if (caller === null && dot !== stack[i - 1]?.dot) held += heldBy(dot);
    }
    return held;
  }

  /**
   * Ends an execution for which a budget is used up, with what is known of how Go would end it: where a template
   * invokes itself for ever, Go's error, and where it may, a word about that.
   */
  private stop(complaint: messages.Complaint): never {
    const invocations: Invocation[] = [];
    for (const { caller, dot } of this.stack) {
      if (caller !== null) invocations.push({ from: caller.tree, node: caller.node, dot });
    }
    const last = nodeAtDepth(invocations, this.eval.tree, maxDepth);
    if (last !== null) {
      this.eval.tree = last.from;
      this.eval.node = last.node;
      return this.eval.fail(messages.tooDeepTemplates(maxDepth));
    }
    const recursive = this.depth > this.template.trees.size;
    return this.eval.fail(recursive ? messages.orTooDeep(complaint, maxDepth) : complaint);
  }

  /** What happens after a frame's last node: another turn of its loop, or back to whatever it was in. */
  private endOf(frame: Frame): void {
    if (frame.loop !== null && frame.range !== null && this.turn(frame, frame.loop, frame.range)) return;
    this.pop(frame);
  }

  private pop(frame: Frame): void {
    this.stack.pop();
    if (frame.caller !== null) {
      this.eval.tree = frame.caller.tree;
      this.eval.variables.leave(frame.caller.variables);
      this.depth--;
    }
    this.eval.variables.popTo(frame.mark);
  }

  /**
   * `break` and `continue`: out of everything inside the innermost loop, and out of the loop itself when `stop`. A
   * `break` in a range's else ends that range only, as in Go.
   */
  private leaveTurn(stop: boolean): void {
    for (let frame = this.stack.at(-1); frame !== undefined; frame = this.stack.at(-1)) {
      if (frame.driven !== null) {
        frame.driven.stopped = stop;
        this.pop(frame);
        return;
      }
      if (frame.loop !== null) {
        if (stop) this.pop(frame);
        else frame.next = frame.nodes.length;
        return;
      }
      this.pop(frame);
      if (stop && frame.isElse) return;
    }
  }

  private printValue(node: ActionNode, value: Value): void {
    const text = printed(value, this.meter);
    this.eval.node = node;
    if (text === null) return this.eval.fail(messages.cantPrint(nodeString(node), value.type));
    this.countOutput(text);
    this.sink.value(node, text, value);
  }

  /** Keeps the output within its limit. Most outputs are so far from it that their bytes need not be counted. */
  private countOutput(text: string): void {
    if (this.unitsLeft >= text.length) this.unitsLeft -= text.length;
    else this.countBytes(text);
  }

  private countBytes(text: string): void {
    if (this.unitsLeft >= 0) {
      this.unitsLeft = -1;
      this.bytesLeft = this.limits.outputBytes - byteLength(this.sink.written, this.before);
    }
    this.bytesLeft -= byteLength(text);
    if (this.bytesLeft < 0) this.stop(messages.outputLimit(this.limits.outputBytes));
  }

  private complaintOf({ budget }: OverBudget): messages.Complaint {
    return budget === 'steps' ? messages.stepLimit(this.limits.steps) : messages.heldLimit(this.limits.heldBytes);
  }

  /**
   * The error for an exception that has no position yet: a used-up budget, a refused range, a panic that would end
   * Coroot, or what the browser could not bear.
   */
  locate(thrown: unknown): TemplateError {
    try {
      return thrown instanceof OverBudget ? this.stop(this.complaintOf(thrown)) : this.eval.fail(reasonFor(thrown));
    } catch (e) {
      return e instanceof TemplateError
        ? e
        : plainError(`template: ${this.main.parseName}: ${reasonFor(e).detail}`, 'engine-limit', reasonFor(e).detail);
    }
  }
}

const yieldedTooLong = 'range function continued iteration after function for loop body returned false';

function reasonFor(thrown: unknown): messages.Complaint {
  if (thrown instanceof TooLongText) return messages.textLimit(longestText);
  if (thrown instanceof RangeRefusal) return thrown.complaint;
  if (thrown instanceof GoPanic) return { code: 'go-panic', detail: `panic: ${panicText(thrown)}` };
  const said = thrown instanceof Error ? thrown.message : String(thrown);
  if (/call stack|recursion/i.test(said)) {
    return messages.engineLimit('its data or calls are nested too deep for the browser');
  }
  if (/string length|allocation/i.test(said)) {
    return messages.engineLimit('it makes a text too long for the browser');
  }
  return messages.engineLimit(`an internal error, ${said}`);
}
