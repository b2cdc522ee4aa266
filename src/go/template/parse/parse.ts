/**
 * The parser of the template language: text in, one tree per template out. https://pkg.go.dev/text/template#hdr-Actions
 * Blocks are kept on an explicit stack, so no nesting can exhaust the JS stack.
 */
import { quote } from '../../strconv';
import { type GoVersion, firstWith, newestGo, since } from '../../version';
import type { TemplateFailure } from '../errors';
import { type Item, Lexer } from './lex';
import { type ListNode, type Node, type PipeNode, type TemplateNode, type Tree, isEmptyTree } from './node';
import { PipelineParser, trimmed } from './pipeline';
import { Reader } from './reader';
import { Scope } from './scope';

/** What a template and a branch have in common: a list of nodes that is being filled. */
interface OpenList {
  /** The opening action's start. */
  readonly from: number;
  listPos: number;
  listFrom: number;
  nodes: Node[];
}

/** A template whose end is still to come: the whole text, a `define` or a `block`. */
interface OpenTree extends OpenList {
  readonly kind: 'root' | 'define' | 'block';
  readonly name: string;
  /** Where the name is written, `[nameFrom, nameTo)`. */
  readonly nameFrom: number;
  readonly nameTo: number;
  readonly scope: Scope;
  /** What invokes a block's template. */
  readonly invocation: Pick<TemplateNode, 'pos' | 'line' | 'pipe'> | null;
  readonly outer: { readonly scope: Scope; readonly body: OpenBody } | null;
}

/** An `if`, `range` or `with` whose end is still to come. */
interface OpenBranch extends OpenList {
  readonly kind: 'if' | 'range' | 'with';
  readonly pipe: PipeNode;
  /** How many variables were known before it. */
  readonly declarations: number;
  /** Whether it stands in an `{{else if}}` or `{{else with}}`, and so ends with the branch it is in. */
  readonly implied: boolean;
  readonly outer: OpenBody;
  /** The finished first list, once `{{else}}` has been seen. */
  list: ListNode | null;
}

type OpenBody = OpenTree | OpenBranch;

function isBranch(body: OpenBody): body is OpenBranch {
  return body.kind === 'if' || body.kind === 'range' || body.kind === 'with';
}

/** The action that lacks its end when `body` does: of an else chain it is the first. */
function openingOf(body: OpenBody): { readonly from: number; readonly to: number } {
  while (isBranch(body) && body.implied) body = body.outer;
  return { from: body.from, to: isBranch(body) && body.list !== null ? body.list.from : body.listFrom };
}

class Parser {
  private readonly reader: Reader;
  private readonly pipelines: PipelineParser;
  /** Whether there is `{{else with}}`. */
  private readonly elseWith: boolean;
  private readonly trees = new Map<string, Tree>();
  private readonly definitions = new Map<string, OpenTree>();
  /** The innermost body, which takes the nodes. */
  private body: OpenBody;

  constructor(
    private readonly name: string,
    private readonly text: string,
    functions: ReadonlySet<string>,
    errors: TemplateFailure[] | null,
    go: GoVersion,
  ) {
    const lexer = new Lexer(text, {
      breakIsIdentifier: functions.has('break'),
      continueIsIdentifier: functions.has('continue'),
      comments: errors !== null,
      recover: errors !== null,
      skipsLinesOfComments: !since(go, 'lines within comments'),
    });
    this.reader = new Reader(name, text, lexer, errors);
    this.pipelines = new PipelineParser(this.reader, functions, since(go, 'most nested parentheses'));
    this.elseWith = since(go, 'else with');
    this.body = {
      kind: 'root',
      name,
      nameFrom: 0,
      nameTo: 0,
      from: 0,
      listPos: this.reader.peek().pos,
      listFrom: 0,
      nodes: [],
      scope: this.reader.scope,
      invocation: null,
      outer: null,
    };
  }

  /** template = { text | comment | action } */
  run(): ReadonlyMap<string, Tree> {
    for (;;) {
      const item = this.reader.peekNonSpace();
      switch (item.type) {
        case 'text':
          this.reader.next();
          this.append({ kind: 'text', pos: item.pos, from: item.pos, to: item.end, text: this.reader.source(item) });
          break;
        case 'comment':
          this.reader.next();
          this.append({
            kind: 'comment',
            pos: item.pos,
            from: item.pos,
            to: item.end,
            text: commentText(this.reader.source(item)),
          });
          break;
        case 'leftDelim':
          this.reader.next();
          this.action(item);
          break;
        case 'eof':
          this.endText();
          return this.trees;
        default:
          this.reader.attempt(() => this.reader.unexpected(item, 'input'));
          this.reader.next();
          if (item.type !== 'error') this.reader.skipAction();
      }
    }
  }

  private append(node: Node): void {
    this.body.nodes.push(node);
  }

  private closeList(body: OpenBody, to: number): ListNode {
    return { kind: 'list', pos: body.listPos, from: body.listFrom, to, nodes: trimmed(body.nodes) };
  }

  /** Nothing may be open at the end but the text's own template. */
  private endText(): void {
    const to = this.text.length;
    for (;;) {
      const body = this.body;
      if (body.kind === 'root') {
        this.add(body, to);
        return;
      }
      const opening = openingOf(body);
      this.reader.report('unexpected-eof', 'unexpected EOF', opening.from, opening.to);
      this.endBody(to, to);
    }
  }

  /** Ends the innermost body and all that it is implied by. */
  private endBody(listTo: number, to: number): void {
    for (;;) {
      const body = this.body;
      if (!isBranch(body)) {
        this.endTree(body, listTo, to);
        return;
      }
      this.endBranch(body, listTo, to);
      if (!body.implied) return;
    }
  }

  /** Files a finished template under its name; only an empty one gives way to, or makes way for, another. */
  private add(tree: OpenTree, to: number): void {
    const root = this.closeList(tree, to);
    const old = this.trees.get(tree.name);
    if (old === undefined || isEmptyTree(old.root)) {
      this.trees.set(tree.name, { name: tree.name, parseName: this.name, text: this.text, root });
      this.definitions.set(tree.name, tree);
    } else if (!isEmptyTree(root)) {
      // The text as a whole has no name to look at, but what took its name has.
      const { nameFrom, nameTo } = tree.kind === 'root' ? (this.definitions.get(tree.name) ?? tree) : tree;
      const detail = `template: multiple definition of template ${quote(tree.name)}`;
      this.reader.report('multiple-definition', detail, nameFrom, nameTo);
    }
  }

  /** action = "{{" ( pipeline | control ) "}}" */
  private action(delim: Item): void {
    const { reader } = this;
    const item = reader.peekNonSpace();
    if (item.type === 'define' && this.body.kind === 'root') {
      reader.next();
      this.defineControl(delim);
      return;
    }
    reader.scope.actionLine = delim.line;
    switch (item.type) {
      case 'if':
      case 'range':
      case 'with':
        reader.next();
        this.branchControl(item.type, delim.pos, false);
        // The branch stays open and with it, in Go's account, its action.
        return;
      case 'block':
        reader.next();
        this.blockControl(delim);
        return;
      case 'else':
        reader.next();
        this.elseControl(delim);
        return;
      case 'define':
        reader.attempt(() => reader.unexpected(item, 'command'));
        reader.next();
        this.defineControl(delim);
        return;
      case 'end':
        reader.next();
        this.endControl(delim);
        break;
      case 'break':
      case 'continue':
        reader.next();
        this.breakControl(item.type, item, delim);
        break;
      case 'template':
        reader.next();
        this.templateControl(delim);
        break;
      default: {
        const pipe = this.pipelines.parse('command', delim.pos);
        const { pos, line } = item;
        this.append({ kind: 'action', pos, from: delim.pos, to: reader.lastEnd, line, pipe });
      }
    }
    reader.scope.actionLine = 0;
  }

  /** define = "define" string "}}" list "{{end}}" */
  private defineControl(delim: Item): void {
    const context = 'define clause';
    const outer = { scope: this.reader.scope, body: this.body };
    const scope = new Scope();
    // What is wrong with the clause is already the new template's business.
    this.reader.scope = scope;
    const nameItem = this.reader.nextNonSpace();
    const name = this.templateName(nameItem, context);
    this.reader.expectRightDelim(context);
    this.openTree('define', name, nameItem, delim, scope, null, outer);
  }

  /** block = "block" string pipeline "}}" list "{{end}}" */
  private blockControl(delim: Item): void {
    const context = 'block clause';
    const outer = { scope: this.reader.scope, body: this.body };
    const nameItem = this.reader.nextNonSpace();
    const name = this.templateName(nameItem, context);
    const pipe = this.pipelines.parse(context, delim.pos);
    const invocation = { pos: nameItem.pos, line: nameItem.line, pipe };
    this.openTree('block', name, nameItem, delim, new Scope(), invocation, outer);
  }

  private openTree(
    kind: 'define' | 'block',
    name: string,
    nameItem: Item,
    delim: Item,
    scope: Scope,
    invocation: OpenTree['invocation'],
    outer: OpenTree['outer'],
  ): void {
    const listFrom = this.reader.lastEnd;
    this.reader.scope = scope;
    this.body = {
      kind,
      name,
      nameFrom: nameItem.pos,
      nameTo: nameItem.end,
      from: delim.pos,
      listPos: this.reader.peekNonSpace().pos,
      listFrom,
      nodes: [],
      scope,
      invocation,
      outer,
    };
  }

  private endTree(tree: OpenTree, listTo: number, to: number): void {
    this.add(tree, listTo);
    if (tree.outer === null) return;
    this.reader.scope = tree.outer.scope;
    this.body = tree.outer.body;
    const { from, name, invocation } = tree;
    if (invocation !== null) this.append({ kind: 'template', ...invocation, from, to, name });
  }

  /** if = "if" pipeline "}}" list [ else ] "{{end}}"; range and with likewise. */
  private branchControl(kind: OpenBranch['kind'], from: number, implied: boolean): void {
    const { reader, body: outer } = this;
    const { declarations } = reader.scope;
    const pipe = this.pipelines.parse(kind, from);
    if (kind === 'range') reader.scope.rangeDepth++;
    const listFrom = reader.lastEnd;
    const listPos = reader.peekNonSpace().pos;
    this.body = { kind, from, pipe, declarations, implied, outer, listPos, listFrom, nodes: [], list: null };
  }

  private endBranch(body: OpenBranch, listTo: number, to: number): void {
    const last = this.closeList(body, listTo);
    const { scope } = this.reader;
    if (body.kind === 'range' && body.list === null) scope.rangeDepth--;
    scope.forget(body.declarations);
    this.body = body.outer;
    const { kind, from, pipe } = body;
    const list = body.list ?? last;
    const elseList = body.list === null ? null : last;
    this.append({ kind, pos: pipe.pos, from, to, line: pipe.line, pipe, list, elseList });
  }

  /** else = "{{else}}" list | "{{else" if | "{{else" with; the last two end together with what they are in. */
  private elseControl(delim: Item): void {
    const { reader, body } = this;
    const next = reader.peekNonSpace();
    if (next.type === 'with' && !this.elseWith) reader.attempt(() => this.refuseElseWith(next));
    const chained = next.type === 'if' || next.type === 'with';
    if (!chained) reader.expectRightDelim('else');
    const from = delim.pos;
    const to = chained ? next.end : reader.lastEnd;
    const { scope } = reader;
    scope.actionLine = 0;
    if (isBranch(body)) {
      if (body.list === null) {
        this.startElse(body, from, next);
        return;
      }
      reader.report('unexpected-else', 'expected end; found {{else}}', from, to);
    } else {
      // Go reports it on behalf of the template around a block.
      if (body.kind === 'block' && body.outer !== null) reader.scope = body.outer.scope;
      const where = body.kind === 'root' ? '' : ` in ${body.kind} clause`;
      reader.report('unexpected-else', `unexpected {{else}}${where}`, from, to);
      reader.scope = scope;
    }
    reader.skipAction();
  }

  /** Where another Go would go on, the release is to blame. */
  private refuseElseWith(next: Item): never {
    const { body } = this;
    const works = isBranch(body) && body.kind === 'with' && body.list === null;
    return this.reader.unexpected(next, 'else', works ? firstWith('else with') : null);
  }

  private startElse(body: OpenBranch, from: number, next: Item): void {
    if (body.kind === 'range') this.reader.scope.rangeDepth--;
    body.list = this.closeList(body, from);
    body.nodes = [];
    if ((next.type === 'if' || next.type === 'with') && next.type === body.kind) {
      body.listFrom = from;
      body.listPos = next.pos;
      this.reader.next();
      this.branchControl(next.type, from, true);
    } else {
      body.listFrom = this.reader.lastEnd;
      body.listPos = this.reader.peekNonSpace().pos;
    }
  }

  /** end = "{{end}}" */
  private endControl(delim: Item): void {
    this.reader.expectRightDelim('end');
    const to = this.reader.lastEnd;
    if (this.body.kind === 'root') this.reader.report('unexpected-end', 'unexpected {{end}}', delim.pos, to);
    else this.endBody(delim.pos, to);
  }

  /** break = "break" "}}"; continue likewise. */
  private breakControl(kind: 'break' | 'continue', item: Item, delim: Item): void {
    this.reader.expectRightDelim(`{{${kind}}}`);
    const from = delim.pos;
    const to = this.reader.lastEnd;
    if (this.reader.scope.rangeDepth === 0) {
      this.reader.report(`${kind}-outside-range`, `{{${kind}}} outside {{range}}`, from, to);
    }
    this.append({ kind, pos: item.pos, from, to, line: item.line });
  }

  /** template = "template" string [ pipeline ] "}}" */
  private templateControl(delim: Item): void {
    const context = 'template clause';
    const { reader } = this;
    const nameItem = reader.nextNonSpace();
    const name = this.templateName(nameItem, context);
    let pipe: PipeNode | null = null;
    if (reader.peekNonSpace().type === 'rightDelim') reader.next();
    else pipe = this.pipelines.parse(context, delim.pos);
    const { pos, line } = nameItem;
    this.append({ kind: 'template', pos, from: delim.pos, to: reader.lastEnd, line, name, pipe });
  }

  /** A loose parser gets an empty name where there is none. */
  private templateName(item: Item, context: string): string {
    const name = this.reader.attempt(() => {
      if (item.type !== 'string' && item.type !== 'rawString') this.reader.unexpected(item, context);
      return this.pipelines.stringValue(item);
    });
    if (name === null && item.type === 'rightDelim') this.reader.back();
    return name ?? '';
  }
}

/** A comment without its delimiters and trim markers. */
function commentText(source: string): string {
  return source.slice(source.indexOf('/*'), source.lastIndexOf('*/') + 2);
}

/**
 * Parses a template text into its templates, by name: `name` itself for what stands at the top level, and one for every
 * `define` and `block`. `functions` are the names that may be called. Throws a `TemplateError` with Go's message for
 * the first thing that is wrong to that Go. https://pkg.go.dev/text/template/parse#Parse
 */
export function parse(
  name: string,
  text: string,
  functions: ReadonlySet<string>,
  go: GoVersion = newestGo,
): ReadonlyMap<string, Tree> {
  return new Parser(name, text, functions, null, go).run();
}

/** What a loose parse yields: trees for as much as could be understood, and everything that was wrong. */
export interface LooseParse {
  readonly trees: ReadonlyMap<string, Tree>;
  readonly errors: readonly TemplateFailure[];
}

/**
 * Parses a template that may be unfinished, for the editor: never throws, recovers from every error, keeps comments.
 * Commands may lack operands and pipelines commands. It takes what that Go takes. Its errors are no promise about what
 * Go would say; `parse` is.
 */
export function parseLoose(
  name: string,
  text: string,
  functions: ReadonlySet<string>,
  go: GoVersion = newestGo,
): LooseParse {
  const errors: TemplateFailure[] = [];
  return { trees: new Parser(name, text, functions, errors, go).run(), errors };
}
