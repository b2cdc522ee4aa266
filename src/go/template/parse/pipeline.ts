/**
 * The grammar of what stands inside actions: https://pkg.go.dev/text/template#hdr-Pipelines
 * Parentheses are kept on an explicit stack, so no nesting can exhaust the JS stack.
 */
import { quote, unquote } from '../../strconv';
import type { Item, ItemType } from './lex';
import type { CommandNode, Node, NumberNode, PipeNode, VariableNode } from './node';
import { readNumber } from './number';
import type { Reader } from './reader';
import { nodeString } from './string';

/** Newer releases allow this many parentheses inside each other; they say `max expression depth exceeded` beyond. */
const maxExpressionDepth = 10_000;

/** A pipeline whose end is still to come. */
interface OpenPipe {
  /** What Go calls the place in messages. */
  readonly context: string;
  readonly end: ItemType;
  /** What to look at when the pipeline turns out empty: the parenthesis or the action. */
  readonly start: number;
  readonly pos: number;
  readonly line: number;
  isAssign: boolean;
  readonly decl: VariableNode[];
  readonly cmds: CommandNode[];
  /** The command being read: its operands so far and Go's position for it. */
  args: Node[];
  commandPos: number;
  readonly depth: number;
  readonly outer: OpenPipe | null;
}

const operandTypes: ReadonlySet<ItemType> = new Set<ItemType>([
  'bool',
  'charConstant',
  'complex',
  'dot',
  'field',
  'identifier',
  'leftParen',
  'nil',
  'number',
  'rawString',
  'string',
  'variable',
]);

/** Parses pipelines, each up to and including the right delimiter. */
export class PipelineParser {
  /** The innermost pipeline being read. */
  private open: OpenPipe | null = null;

  constructor(
    private readonly reader: Reader,
    private readonly functions: ReadonlySet<string>,
    /** Whether there may be only so many parentheses inside each other. */
    private readonly limited: boolean,
  ) {}

  /**
   * Parses the pipeline of an action that starts at `start`; `context` is Go's name for the place. A loose parser gets
   * as much of a broken pipeline as could be read.
   */
  parse(context: string, start: number): PipeNode {
    const pipe = this.reader.attempt(() => this.pipeline(context, start));
    if (pipe !== null) return pipe;
    this.reader.skipAction();
    return this.partialPipe(start);
  }

  /** string = quoted string | raw string, as Go unquotes it. Fails when an escape is wrong. */
  stringValue(item: Item): string {
    const value = unquote(this.reader.source(item));
    return value ?? this.reader.fail('invalid-string', 'invalid syntax', item.pos, item.end);
  }

  /** pipeline = [ declarations ] command { "|" command } end */
  private pipeline(context: string, start: number): PipeNode {
    let open = this.openPipe(context, 'rightDelim', start, null);
    for (;;) {
      const item = this.reader.peekNonSpace();
      if (item.type === open.end) {
        this.reader.next();
        const pipe = this.closePipe(open, item);
        if (open.outer === null) return pipe;
        this.open = open = open.outer;
        if (!this.endOperand(open, pipe)) continue;
      } else if (operandTypes.has(item.type)) open.commandPos = item.pos;
      else this.reader.unexpected(item, open.context);
      open = this.operands(open);
    }
  }

  /**
   * command = operand { space operand }. Stops where the command ends, or else inside a parenthesis, and returns what
   * is open then.
   */
  private operands(open: OpenPipe): OpenPipe {
    for (;;) {
      const item = this.reader.peekNonSpace();
      if (item.type === 'leftParen') {
        this.reader.next();
        if (this.limited && open.depth === maxExpressionDepth) {
          this.reader.fail('max-depth', 'max expression depth exceeded', item.pos, item.end);
        }
        return this.openPipe('parenthesized pipeline', 'rightParen', item.pos, open);
      }
      if (!this.endOperand(open, this.term())) return open;
    }
  }

  private openPipe(context: string, end: ItemType, start: number, outer: OpenPipe | null): OpenPipe {
    const { pos, line } = this.reader.peekNonSpace();
    const open: OpenPipe = {
      context,
      end,
      start,
      pos,
      line,
      isAssign: false,
      decl: [],
      cmds: [],
      args: [],
      commandPos: pos,
      depth: outer === null ? 0 : outer.depth + 1,
      outer,
    };
    this.open = open;
    this.declarations(open);
    return open;
  }

  /**
   * declarations = variable ( ":=" | "=" ) | variable "," [ variable ( ":=" | "=" ) ], the second form in a range only.
   */
  private declarations(open: OpenPipe): void {
    const { reader } = this;
    for (;;) {
      const item = reader.peekNonSpace();
      if (item.type !== 'variable') return;
      const start = reader.place;
      reader.next();
      const next = reader.peekNonSpace();
      const comma = next.type === 'char' && reader.source(next) === ',';
      if (next.type !== 'assign' && next.type !== 'declare' && !comma) {
        // It is an operand after all, and whether a space follows it matters.
        reader.goBack(start);
        return;
      }
      reader.next();
      const name = reader.source(item);
      open.decl.push({ kind: 'variable', pos: item.pos, from: item.pos, to: item.end, ident: [name] });
      reader.scope.declare(name);
      if (!comma) {
        open.isAssign = next.type === 'assign';
        return;
      }
      if (open.context !== 'range' || open.decl.length > 1) {
        reader.fail('too-many-declarations', `too many declarations in ${open.context}`, open.pos, next.end);
      }
      const after = reader.peekNonSpace();
      if (after.type !== 'variable' && after.type !== 'rightDelim' && after.type !== 'rightParen') {
        reader.fail('range-initialize', 'range can only initialize variables', after.pos, after.end);
      }
    }
  }

  private closePipe(open: OpenPipe, end: Item): PipeNode {
    const { context, start, cmds } = open;
    if (cmds.length === 0) this.reader.report('missing-value', `missing value for ${context}`, start, end.end);
    for (let i = 1; i < cmds.length; i++) {
      const cmd = cmds[i];
      if (cmd === undefined || isExecutable(cmd)) continue;
      const detail = `non executable command in pipeline stage ${String(i + 1)}`;
      this.reader.report('non-executable-command', detail, cmd.from, cmd.to);
      break;
    }
    return this.pipeNode(open, end.end);
  }

  private pipeNode(open: OpenPipe, end: number): PipeNode {
    const { pos, line, isAssign, start, outer } = open;
    const decl = trimmed(open.decl);
    const cmds = trimmed(open.cmds);
    if (outer !== null) return { kind: 'pipe', pos, from: start, to: end, line, isAssign, decl, cmds };
    const to = (cmds.at(-1) ?? decl.at(-1))?.to ?? pos;
    return { kind: 'pipe', pos, from: pos, to, line, isAssign, decl, cmds };
  }

  /** Closes everything that is open where a pipeline broke. */
  private partialPipe(start: number): PipeNode {
    let pipe: PipeNode | null = null;
    for (let open = this.open; open !== null; open = open.outer) {
      if (pipe !== null) open.args.push(pipe);
      if (open.args.length > 0) this.endCommand(open);
      pipe = this.pipeNode(open, this.reader.lastEnd);
    }
    return (
      pipe ?? { kind: 'pipe', pos: start, from: start, to: start, line: 1, isAssign: false, decl: none, cmds: none }
    );
  }

  /**
   * Adds an operand, which may have fields chained to it, to the command being read, and ends the command when nothing
   * more belongs to it. Returns whether the command goes on.
   */
  private endOperand(open: OpenPipe, term: Node | null): boolean {
    if (term !== null) open.args.push(this.operand(term));
    const item = this.reader.next();
    switch (item.type) {
      case 'space':
        return true;
      case 'rightDelim':
      case 'rightParen':
        this.reader.back();
        break;
      case 'pipe':
        break;
      default:
        this.reader.unexpected(item, 'operand');
    }
    this.endCommand(open);
    return false;
  }

  private endCommand(open: OpenPipe): void {
    const { commandPos: pos } = open;
    const args = trimmed(open.args);
    open.cmds.push({ kind: 'command', pos, from: pos, to: args.at(-1)?.to ?? pos, args });
    open.args = [];
  }

  /** operand = term { field } */
  private operand(term: Node): Node {
    const { reader } = this;
    const { type, pos } = reader.peek();
    if (type !== 'field') return term;
    const field: string[] = [];
    while (reader.peek().type === 'field') field.push(reader.source(reader.next()).slice(1));
    const from = term.from;
    const to = reader.lastEnd;
    switch (term.kind) {
      case 'field':
      case 'variable':
        return { kind: term.kind, pos, from, to, ident: [...term.ident, ...field] };
      case 'bool':
      case 'string':
      case 'number':
      case 'nil':
      case 'dot':
        return reader.fail('field-of-literal', `unexpected . after term ${quote(nodeString(term))}`, from, to);
      default:
        return { kind: 'chain', pos, from, to, node: term, field };
    }
  }

  /** term = literal | function | "." | field | variable; null, and nothing is read, when there is none. */
  private term(): Node | null {
    const { reader } = this;
    const item = reader.nextNonSpace();
    const { pos, end: to } = item;
    const from = pos;
    switch (item.type) {
      case 'identifier': {
        const ident = reader.source(item);
        if (!this.functions.has(ident)) {
          reader.report('undefined-function', `function ${quote(ident)} not defined`, from, to);
        }
        return { kind: 'identifier', pos, from, to, ident };
      }
      case 'variable': {
        const name = reader.source(item);
        if (!reader.scope.knows(name)) {
          reader.report('undefined-variable', `undefined variable ${quote(name)}`, from, to);
        }
        return { kind: 'variable', pos, from, to, ident: [name] };
      }
      case 'field':
        return { kind: 'field', pos, from, to, ident: [reader.source(item).slice(1)] };
      case 'dot':
      case 'nil':
        return { kind: item.type, pos, from, to };
      case 'bool':
        return { kind: 'bool', pos, from, to, value: reader.source(item) === 'true' };
      case 'number':
      case 'complex':
      case 'charConstant':
        return this.number(item.type, item);
      case 'string':
      case 'rawString':
        return { kind: 'string', pos, from, to, quoted: reader.source(item), text: this.stringValue(item) };
      default:
        reader.back();
        return null;
    }
  }

  private number(type: 'number' | 'complex' | 'charConstant', item: Item): NumberNode {
    const text = this.reader.source(item);
    const reading = readNumber(type, text);
    if (!reading.ok) this.reader.fail(reading.code, reading.detail, item.pos, item.end);
    const { int, uint, float, complex } = reading.value;
    return { kind: 'number', pos: item.pos, from: item.pos, to: item.end, int, uint, float, complex, text };
  }
}

const none: readonly never[] = [];

/**
 * A finished list without the room that pushing to it made: trees are mostly short lists and live long, and what makes
 * a large one slow is that garbage collection copies it.
 */
export function trimmed<T>(list: readonly T[]): readonly T[] {
  return list.length === 0 ? none : list.slice();
}

/** A constant can only start a pipeline: nothing could be handed on to it. */
function isExecutable(cmd: CommandNode): boolean {
  switch (cmd.args[0]?.kind) {
    case 'bool':
    case 'dot':
    case 'nil':
    case 'number':
    case 'string':
      return false;
    default:
      return true;
  }
}
