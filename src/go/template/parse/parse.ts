/**
 * The parser of the template language: text in, one tree per template out. https://pkg.go.dev/text/template
 * Blocks and parentheses are kept on explicit stacks, so no nesting can exhaust the JS stack.
 */
import { quote, unquote } from '../../strconv';
import { byteLength, decodeRune } from '../../utf8';
import { TemplateError } from '../errors';
import { type Item, type ItemType, lex } from './lex';
import type {
  CommandNode,
  IfNode,
  ListNode,
  Node,
  NumberNode,
  PipeNode,
  RangeNode,
  TemplateNode,
  Tree,
  VariableNode,
  WithNode,
} from './node';
import { isEmptyTree } from './node';
import { readNumber } from './number';
import { nodeString } from './string';
import { Variables } from './variables';

/** Go allows this many parentheses inside each other; it says `max expression depth exceeded` beyond. */
export const maxExpressionDepth = 10_000;

/** A template whose end is still to come: the whole text, a `define` or a `block`. Each is parsed on its own terms. */
class OpenTree {
  name = '';
  /** Where the name is written, `[nameFrom, nameTo)`. */
  nameFrom = 0;
  nameTo = 0;
  listPos = 0;
  listFrom = 0;
  readonly nodes: Node[] = [];
  readonly vars = new Variables();
  rangeDepth = 0;
  /** The line of the action being parsed, 0 outside of actions; Go mentions it when the lexer fails. */
  actionLine = 0;
  /** The last item this tree has looked at: its line is the one Go blames. */
  furthest = 0;

  constructor(
    readonly kind: 'root' | 'define' | 'block',
    /** The opening action's start. */
    readonly from: number,
    readonly outer: OpenTree | null,
    /** What invokes a block's template. */
    readonly invocation: Pick<TemplateNode, 'pos' | 'line' | 'pipe'> | null = null,
    readonly outerBody: OpenBody | null = outer,
  ) {}
}

/** An `if`, `range` or `with` whose end is still to come. */
interface OpenBranch {
  readonly kind: 'if' | 'range' | 'with';
  readonly from: number;
  readonly pipe: PipeNode;
  /** How many variables were known before it. */
  readonly knownVars: number;
  /** Whether it stands in an `{{else if}}` or `{{else with}}`, and so ends with the branch it is in. */
  readonly implied: boolean;
  readonly outer: OpenBody;
  listPos: number;
  listFrom: number;
  nodes: Node[];
  /** The finished first list, once `{{else}}` has been seen. */
  list: ListNode | null;
}

type OpenBody = OpenTree | OpenBranch;

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

const keywordTypes: ReadonlySet<ItemType> = new Set<ItemType>([
  'block',
  'break',
  'continue',
  'define',
  'dot',
  'else',
  'end',
  'if',
  'nil',
  'range',
  'template',
  'with',
]);

class Parser {
  private readonly items: readonly Item[];
  private readonly trees = new Map<string, Tree>();
  private index = 0;
  private tree: OpenTree;
  private body: OpenBody;

  constructor(
    private readonly name: string,
    private readonly text: string,
    private readonly functions: ReadonlySet<string>,
  ) {
    this.items = lex(text, {
      breakIsIdentifier: functions.has('break'),
      continueIsIdentifier: functions.has('continue'),
    });
    this.tree = new OpenTree('root', 0, null);
    this.tree.name = name;
    this.tree.listPos = this.item(0).pos;
    this.body = this.tree;
  }

  /** template = { text | action } */
  run(): ReadonlyMap<string, Tree> {
    for (;;) {
      const item = this.peekNonSpace();
      switch (item.type) {
        case 'text':
          this.index++;
          this.append({
            kind: 'text',
            pos: item.pos,
            from: item.pos,
            to: item.end,
            text: this.text.slice(item.pos, item.end),
          });
          break;
        case 'leftDelim':
          this.index++;
          this.action(item);
          break;
        case 'eof':
          if (this.body.kind !== 'root')
            this.fail('unexpected-eof', 'unexpected EOF', this.body.from, this.body.listFrom);
          this.add(this.tree, this.closeList(this.tree, this.text.length));
          return this.trees;
        default:
          this.unexpected(item, 'input');
      }
    }
  }

  // Items

  private item(i: number): Item {
    const item = this.items[i] ?? this.items.at(-1);
    return item ?? { type: 'eof', pos: 0, end: 0, line: 1, failure: null };
  }

  private peek(): Item {
    if (this.index > this.tree.furthest) this.tree.furthest = this.index;
    return this.item(this.index);
  }

  private next(): Item {
    const item = this.peek();
    this.index++;
    return item;
  }

  private peekNonSpace(): Item {
    let item = this.peek();
    while (item.type === 'space') {
      this.index++;
      item = this.peek();
    }
    return item;
  }

  private nextNonSpace(): Item {
    const item = this.peekNonSpace();
    this.index++;
    return item;
  }

  private expect(type: ItemType, context: string): Item {
    const item = this.nextNonSpace();
    return item.type === type ? item : this.unexpected(item, context);
  }

  private source(item: Item): string {
    switch (item.type) {
      case 'leftDelim':
        return '{{';
      case 'rightDelim':
        return '}}';
      default:
        return this.text.slice(item.pos, item.end);
    }
  }

  // Errors

  private fail(code: string, detail: string, from: number, to: number): never {
    const line = this.item(this.tree.furthest).line;
    const message = `template: ${this.name}:${String(line)}: ${detail}`;
    throw new TemplateError({ message, phase: 'parse', code, detail, from, to });
  }

  private unexpected(item: Item, context: string): never {
    if (item.failure === null) {
      this.fail('unexpected-token', `unexpected ${this.describe(item)} in ${context}`, item.pos, item.end);
    }
    const { code, message } = item.failure;
    const started = this.tree.actionLine;
    if (started === 0 || started === item.line) this.fail(code, message, item.pos, item.end);
    // "unclosed action in action" would say the word twice.
    const where = message.endsWith(' action') ? 'started at' : 'in action started at';
    this.fail(code, `${message} ${where} ${this.name}:${String(started)}`, item.pos, item.end);
  }

  /** How messages show an item: quoted, cut after ten runes when it is longer than ten bytes. */
  private describe(item: Item): string {
    if (item.type === 'eof') return 'EOF';
    const source = this.source(item);
    if (keywordTypes.has(item.type)) return `<${source}>`;
    if (byteLength(source) <= 10) return quote(source);
    let end = 0;
    for (let runes = 0; runes < 10 && end < source.length; runes++) end += decodeRune(source, end).units;
    return `${quote(source.slice(0, end))}...`;
  }

  // Bodies

  private append(node: Node): void {
    this.body.nodes.push(node);
  }

  private closeList(body: OpenBody, to: number): ListNode {
    return { kind: 'list', pos: body.listPos, from: body.listFrom, to, nodes: body.nodes };
  }

  /** Files a finished template under its name; only an empty one gives way to, or makes way for, another. */
  private add(tree: OpenTree, root: ListNode): void {
    const old = this.trees.get(tree.name);
    if (old !== undefined && !isEmptyTree(old.root)) {
      if (isEmptyTree(root)) return;
      const detail = `template: multiple definition of template ${quote(tree.name)}`;
      this.fail('multiple-definition', detail, tree.nameFrom, tree.nameTo);
    }
    this.trees.set(tree.name, { name: tree.name, parseName: this.name, text: this.text, root });
  }

  /** action = "{{" ( pipeline | control ) "}}" */
  private action(delim: Item): void {
    const item = this.peekNonSpace();
    if (item.type === 'define' && this.body.kind === 'root') {
      this.index++;
      this.defineControl(delim);
      return;
    }
    this.tree.actionLine = delim.line;
    switch (item.type) {
      case 'if':
      case 'range':
      case 'with':
        this.index++;
        this.branchControl(item.type, delim.pos, false);
        // The branch stays open and with it, in Go's account, its action.
        return;
      case 'block':
        this.index++;
        this.blockControl(delim);
        return;
      case 'else':
        this.index++;
        this.elseControl(delim);
        return;
      case 'end':
        this.index++;
        this.endControl(delim);
        break;
      case 'break':
      case 'continue':
        this.index++;
        this.breakControl(item.type, item, delim);
        break;
      case 'template':
        this.index++;
        this.templateControl(delim);
        break;
      default: {
        const pipe = this.pipeline('command', delim.pos);
        const { pos, line } = item;
        this.append({ kind: 'action', pos, from: delim.pos, to: this.lastEnd(), line, pipe });
      }
    }
    this.tree.actionLine = 0;
  }

  /** The end of the item read last. */
  private lastEnd(): number {
    return this.item(this.index - 1).end;
  }

  /** define = "define" string "}}" list "{{end}}" */
  private defineControl(delim: Item): void {
    const context = 'define clause';
    const tree = new OpenTree('define', delim.pos, this.tree);
    // What is wrong with the name is already the new template's business.
    this.tree = tree;
    const nameItem = this.nextNonSpace();
    const name = this.templateName(nameItem, context);
    this.expect('rightDelim', context);
    this.enterTree(tree, name, nameItem);
  }

  /** block = "block" string pipeline "}}" list "{{end}}" */
  private blockControl(delim: Item): void {
    const context = 'block clause';
    const nameItem = this.nextNonSpace();
    const name = this.templateName(nameItem, context);
    const pipe = this.pipeline(context, delim.pos);
    const invocation = { pos: nameItem.pos, line: nameItem.line, pipe };
    this.enterTree(new OpenTree('block', delim.pos, this.tree, invocation, this.body), name, nameItem);
  }

  private enterTree(tree: OpenTree, name: string, nameItem: Item): void {
    tree.name = name;
    tree.nameFrom = nameItem.pos;
    tree.nameTo = nameItem.end;
    tree.listFrom = this.lastEnd();
    this.tree = tree;
    this.body = tree;
    tree.listPos = this.peekNonSpace().pos;
  }

  /** if = "if" pipeline "}}" list [ else ] "{{end}}"; range and with likewise. */
  private branchControl(kind: OpenBranch['kind'], from: number, implied: boolean): void {
    const knownVars = this.tree.vars.size;
    const pipe = this.pipeline(kind, from);
    if (kind === 'range') this.tree.rangeDepth++;
    const listFrom = this.lastEnd();
    const listPos = this.peekNonSpace().pos;
    const outer = this.body;
    this.body = { kind, from, pipe, knownVars, implied, outer, listPos, listFrom, nodes: [], list: null };
  }

  /** else = "{{else}}" list | "{{else" if | "{{else" with; the last two end together with what they are in. */
  private elseControl(delim: Item): void {
    const next = this.peekNonSpace();
    const chained = next.type === 'if' || next.type === 'with';
    if (!chained) this.expect('rightDelim', 'else');
    this.tree.actionLine = 0;
    const body = this.body;
    const to = chained ? next.pos : this.lastEnd();
    switch (body.kind) {
      case 'root':
        return this.fail('unexpected-else', 'unexpected {{else}}', delim.pos, to);
      case 'define':
      case 'block':
        return this.unexpectedElse(body, delim.pos, to);
      case 'if':
      case 'range':
      case 'with':
        if (body.list !== null) this.fail('second-else', 'expected end; found {{else}}', delim.pos, to);
        this.startElse(body, delim.pos, next);
    }
  }

  private startElse(body: OpenBranch, from: number, next: Item): void {
    if (body.kind === 'range') this.tree.rangeDepth--;
    body.list = this.closeList(body, from);
    body.nodes = [];
    if ((next.type === 'if' || next.type === 'with') && next.type === body.kind) {
      body.listFrom = from;
      body.listPos = next.pos;
      this.index++;
      this.branchControl(next.type, from, true);
      return;
    }
    body.listFrom = next.type === 'rightDelim' ? next.end : next.pos;
    body.listPos = this.peekNonSpace().pos;
  }

  /** A define and a block have no else. Go reports it on behalf of the template around a block. */
  private unexpectedElse(body: OpenTree, from: number, to: number): never {
    const context = `${body.kind} clause`;
    if (body.kind === 'block' && body.outer !== null) this.tree = body.outer;
    this.fail('unexpected-else', `unexpected {{else}} in ${context}`, from, to);
  }

  /** end = "{{end}}" */
  private endControl(delim: Item): void {
    const close = this.expect('rightDelim', 'end');
    for (;;) {
      const body = this.body;
      switch (body.kind) {
        case 'root':
          return this.fail('unexpected-end', 'unexpected {{end}}', delim.pos, close.end);
        case 'define':
        case 'block':
          this.endTree(body, delim.pos, close.end);
          return;
        case 'if':
        case 'range':
        case 'with':
          this.endBranch(body, delim.pos, close.end);
          if (!body.implied) return;
      }
    }
  }

  private endTree(tree: OpenTree, listTo: number, to: number): void {
    this.add(tree, this.closeList(tree, listTo));
    if (tree.outer === null || tree.outerBody === null) return;
    this.tree = tree.outer;
    this.body = tree.outerBody;
    if (tree.invocation !== null) {
      this.append({ kind: 'template', from: tree.from, to, name: tree.name, ...tree.invocation });
    }
  }

  private endBranch(body: OpenBranch, listTo: number, to: number): void {
    const last = this.closeList(body, listTo);
    if (body.kind === 'range' && body.list === null) this.tree.rangeDepth--;
    this.tree.vars.forget(body.knownVars);
    const { from, pipe } = body;
    const [list, elseList] = body.list === null ? [last, null] : [body.list, last];
    const node: IfNode | RangeNode | WithNode = {
      kind: body.kind,
      pos: pipe.pos,
      from,
      to,
      line: pipe.line,
      pipe,
      list,
      elseList,
    };
    this.body = body.outer;
    this.append(node);
  }

  /** break = "break" "}}"; continue likewise. */
  private breakControl(kind: 'break' | 'continue', item: Item, delim: Item): void {
    const close = this.expect('rightDelim', `{{${kind}}}`);
    if (this.tree.rangeDepth === 0) {
      this.fail(`${kind}-outside-range`, `{{${kind}}} outside {{range}}`, delim.pos, close.end);
    }
    this.append({ kind, pos: item.pos, from: delim.pos, to: close.end, line: item.line });
  }

  /** template = "template" string [ pipeline ] "}}" */
  private templateControl(delim: Item): void {
    const context = 'template clause';
    const nameItem = this.nextNonSpace();
    const name = this.templateName(nameItem, context);
    let pipe: PipeNode | null = null;
    if (this.peekNonSpace().type === 'rightDelim') this.index++;
    else pipe = this.pipeline(context, delim.pos);
    const { pos, line } = nameItem;
    this.append({ kind: 'template', pos, from: delim.pos, to: this.lastEnd(), line, name, pipe });
  }

  private templateName(item: Item, context: string): string {
    if (item.type !== 'string' && item.type !== 'rawString') this.unexpected(item, context);
    return this.unquoted(item);
  }

  private unquoted(item: Item): string {
    return unquote(this.source(item)) ?? this.fail('invalid-string', 'invalid syntax', item.pos, item.end);
  }

  // Pipelines

  /** pipeline = [ declarations ] command { "|" command } end */
  private pipeline(context: string, start: number): PipeNode {
    let open = this.openPipe(context, 'rightDelim', start, null);
    let depth = 0;
    for (;;) {
      // Between commands.
      const item = this.peekNonSpace();
      if (item.type === open.end) {
        this.index++;
        const pipe = this.closePipe(open, item);
        if (open.outer === null) return pipe;
        open = open.outer;
        depth--;
        if (!this.endOperand(open, pipe)) continue;
      } else if (operandTypes.has(item.type)) {
        open.args = [];
        open.commandPos = item.pos;
      } else this.unexpected(item, open.context);

      // command = operand { space operand }
      for (;;) {
        const first = this.peekNonSpace();
        if (first.type === 'leftParen') {
          if (depth >= maxExpressionDepth) {
            this.index++;
            this.fail('max-depth', 'max expression depth exceeded', first.pos, first.end);
          }
          this.index++;
          open = this.openPipe('parenthesized pipeline', 'rightParen', first.pos, open);
          depth++;
          break;
        }
        if (!this.endOperand(open, this.term())) break;
      }
    }
  }

  private openPipe(context: string, end: ItemType, start: number, outer: OpenPipe | null): OpenPipe {
    const { pos, line } = this.peekNonSpace();
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
      outer,
    };
    this.declarations(open);
    return open;
  }

  /** declarations = variable ( ":=" | "=" ) | variable "," variable ( ":=" | "=" ), the second form in a range only. */
  private declarations(open: OpenPipe): void {
    for (;;) {
      const item = this.peekNonSpace();
      if (item.type !== 'variable') return;
      const start = this.index++;
      const next = this.peekNonSpace();
      const comma = next.type === 'char' && this.source(next) === ',';
      if (next.type !== 'assign' && next.type !== 'declare' && !comma) {
        // It is an operand after all, and so is the space after it significant.
        this.index = start;
        return;
      }
      this.index++;
      const name = this.source(item);
      open.decl.push({ kind: 'variable', pos: item.pos, from: item.pos, to: item.end, ident: [name] });
      this.tree.vars.add(name);
      if (!comma) {
        open.isAssign = next.type === 'assign';
        return;
      }
      if (open.context !== 'range' || open.decl.length > 1) {
        this.fail('too-many-declarations', `too many declarations in ${open.context}`, open.pos, next.end);
      }
      const after = this.peekNonSpace();
      if (after.type !== 'variable' && after.type !== 'rightDelim' && after.type !== 'rightParen') {
        this.fail('range-initialize', 'range can only initialize variables', after.pos, after.end);
      }
    }
  }

  private closePipe(open: OpenPipe, end: Item): PipeNode {
    const { pos, line, isAssign, decl, cmds } = open;
    if (cmds.length === 0) this.fail('missing-value', `missing value for ${open.context}`, open.start, end.end);
    for (const [i, cmd] of cmds.entries()) {
      if (i > 0 && !isExecutable(cmd)) {
        const detail = `non executable command in pipeline stage ${String(i + 1)}`;
        this.fail('non-executable-command', detail, cmd.from, cmd.to);
      }
    }
    const paren = open.outer !== null;
    const to = paren ? end.end : (cmds.at(-1)?.to ?? end.pos);
    return { kind: 'pipe', pos, from: paren ? open.start : pos, to, line, isAssign, decl, cmds };
  }

  /**
   * Adds an operand, which may have fields chained to it, to the command being read, and ends the command when nothing
   * more belongs to it. Returns whether the command goes on.
   */
  private endOperand(open: OpenPipe, term: Node | null): boolean {
    if (term !== null) open.args.push(this.chain(term));
    const item = this.next();
    switch (item.type) {
      case 'space':
        return true;
      case 'rightDelim':
      case 'rightParen':
        this.index--;
        break;
      case 'pipe':
        break;
      default:
        this.unexpected(item, 'operand');
    }
    const { args, commandPos: pos } = open;
    open.cmds.push({ kind: 'command', pos, from: pos, to: args.at(-1)?.to ?? pos, args });
    return false;
  }

  /** operand = term { field } */
  private chain(node: Node): Node {
    const { type, pos } = this.peek();
    if (type !== 'field') return node;
    const field: string[] = [];
    while (this.peek().type === 'field') field.push(this.source(this.next()).slice(1));
    const from = node.from;
    const to = this.lastEnd();
    switch (node.kind) {
      case 'field':
      case 'variable':
        return { kind: node.kind, pos, from, to, ident: [...node.ident, ...field] };
      case 'bool':
      case 'string':
      case 'number':
      case 'nil':
      case 'dot':
        return this.fail('field-of-literal', `unexpected . after term ${quote(nodeString(node))}`, from, to);
      default:
        return { kind: 'chain', pos, from, to, node, field };
    }
  }

  /** term = literal | function | "." | field | variable | "(" pipeline ")"; null, and nothing is read, when there is none. */
  private term(): Node | null {
    const item = this.nextNonSpace();
    const { pos, end: to } = item;
    const span = { pos, from: pos, to };
    const text = this.source(item);
    switch (item.type) {
      case 'identifier':
        if (!this.functions.has(text)) {
          this.fail('undefined-function', `function ${quote(text)} not defined`, pos, to);
        }
        return { kind: 'identifier', ...span, ident: text };
      case 'dot':
      case 'nil':
        return { kind: item.type, ...span };
      case 'variable':
        if (!this.tree.vars.has(text)) {
          this.fail('undefined-variable', `undefined variable ${quote(text)}`, pos, to);
        }
        return { kind: 'variable', ...span, ident: [text] };
      case 'field':
        return { kind: 'field', ...span, ident: [text.slice(1)] };
      case 'bool':
        return { kind: 'bool', ...span, value: text === 'true' };
      case 'number':
      case 'complex':
      case 'charConstant':
        return this.number(item.type, item);
      case 'string':
      case 'rawString':
        return { kind: 'string', ...span, quoted: text, text: this.unquoted(item) };
      default:
        this.index--;
        return null;
    }
  }

  private number(type: 'number' | 'complex' | 'charConstant', item: Item): NumberNode {
    const text = this.source(item);
    const reading = readNumber(type, text);
    if (!reading.ok) this.fail(reading.code, reading.detail, item.pos, item.end);
    return { kind: 'number', pos: item.pos, from: item.pos, to: item.end, ...reading.value, text };
  }
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

/**
 * Parses a template text into its templates, by name: `name` itself for what stands at the top level, and one for every
 * `define` and `block`. `functions` are the names that may be called. Throws a `TemplateError` with Go's message for
 * the first thing that is wrong. https://pkg.go.dev/text/template/parse#Parse
 */
export function parse(name: string, text: string, functions: ReadonlySet<string>): ReadonlyMap<string, Tree> {
  return new Parser(name, text, functions).run();
}
