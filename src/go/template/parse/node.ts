/**
 * The parse tree: https://pkg.go.dev/text/template/parse#Node. `pos` is the UTF-16 offset of the position Go gives the
 * node (it decides the line and column of messages); `from` and `to` span the source text a person wrote for it.
 */
import type { Complex } from '../../reflect/type';

interface Span {
  readonly pos: number;
  readonly from: number;
  readonly to: number;
}

/** A sequence of nodes. */
export interface ListNode extends Span {
  readonly kind: 'list';
  readonly nodes: readonly Node[];
}

/** Plain text, already trimmed. */
export interface TextNode extends Span {
  readonly kind: 'text';
  readonly text: string;
}

/** A comment; kept only when the parser is asked to. */
export interface CommentNode extends Span {
  readonly kind: 'comment';
  readonly text: string;
}

/** An action that is a pipeline: a value to print or a declaration. */
export interface ActionNode extends Span {
  readonly kind: 'action';
  readonly line: number;
  readonly pipe: PipeNode;
}

/** A pipeline with its declarations; `isAssign` tells `=` from `:=`. */
export interface PipeNode extends Span {
  readonly kind: 'pipe';
  readonly line: number;
  readonly isAssign: boolean;
  readonly decl: readonly VariableNode[];
  readonly cmds: readonly CommandNode[];
}

/** A command: operands separated by spaces. */
export interface CommandNode extends Span {
  readonly kind: 'command';
  readonly args: readonly Node[];
}

/** A function's name. */
export interface IdentifierNode extends Span {
  readonly kind: 'identifier';
  readonly ident: string;
}

/** A variable with field names chained to it: `$x.A.B` is `['$x', 'A', 'B']`. */
export interface VariableNode extends Span {
  readonly kind: 'variable';
  readonly ident: readonly string[];
}

/** The cursor, `.`. */
export interface DotNode extends Span {
  readonly kind: 'dot';
}

/** The untyped nil constant. */
export interface NilNode extends Span {
  readonly kind: 'nil';
}

/** A chain of fields starting at dot: `.A.B` is `['A', 'B']`. */
export interface FieldNode extends Span {
  readonly kind: 'field';
  readonly ident: readonly string[];
}

/** Fields chained to a parenthesised pipeline or another operand; the names are without dots. */
export interface ChainNode extends Span {
  readonly kind: 'chain';
  readonly node: Node;
  readonly field: readonly string[];
}

/** The constant `true` or `false`. */
export interface BoolNode extends Span {
  readonly kind: 'bool';
  readonly value: boolean;
}

/** A number with every reading Go keeps; a reading that does not fit is null. Char constants are ints too. */
export interface NumberNode extends Span {
  readonly kind: 'number';
  readonly int: bigint | null;
  readonly uint: bigint | null;
  readonly float: number | null;
  readonly complex: Complex | null;
  /** The source text. */
  readonly text: string;
}

/** A string constant: as written, quotes included, and its value. */
export interface StringNode extends Span {
  readonly kind: 'string';
  readonly quoted: string;
  readonly text: string;
}

/** What if, range and with share. `pos` is the pipeline's start in Go's sense: after the keyword. */
interface BranchNode extends Span {
  readonly line: number;
  readonly pipe: PipeNode;
  readonly list: ListNode;
  readonly elseList: ListNode | null;
}

/** `{{if pipe}} list {{else}} elseList {{end}}`. */
export interface IfNode extends BranchNode {
  readonly kind: 'if';
}

/** `{{range pipe}} list {{else}} elseList {{end}}`. */
export interface RangeNode extends BranchNode {
  readonly kind: 'range';
}

/** `{{with pipe}} list {{else}} elseList {{end}}`. */
export interface WithNode extends BranchNode {
  readonly kind: 'with';
}

/** `{{break}}`: ends the innermost `range`. */
export interface BreakNode extends Span {
  readonly kind: 'break';
  readonly line: number;
}

/** `{{continue}}`: goes on with the next element of the innermost `range`. */
export interface ContinueNode extends Span {
  readonly kind: 'continue';
  readonly line: number;
}

/** A template invocation; `{{block}}` yields one too. */
export interface TemplateNode extends Span {
  readonly kind: 'template';
  readonly line: number;
  readonly name: string;
  readonly pipe: PipeNode | null;
}

/** Any node of the parse tree; `kind` tells them apart. */
export type Node =
  | ListNode
  | TextNode
  | CommentNode
  | ActionNode
  | PipeNode
  | CommandNode
  | IdentifierNode
  | VariableNode
  | DotNode
  | NilNode
  | FieldNode
  | ChainNode
  | BoolNode
  | NumberNode
  | StringNode
  | IfNode
  | RangeNode
  | WithNode
  | BreakNode
  | ContinueNode
  | TemplateNode;

/** One parsed template: a `define`, a `block` or the top level. `parseName` names the file in messages. */
export interface Tree {
  readonly name: string;
  readonly parseName: string;
  readonly text: string;
  readonly root: ListNode;
}

/** Unicode's White_Space, which is what Go's `unicode.IsSpace` says. JS's own trimming differs in two characters. */
const onlySpace = /^\p{White_Space}*$/u;

/** Whether a template consists of nothing but space and comments, so that another definition may replace it. */
export function isEmptyTree(root: ListNode): boolean {
  return root.nodes.every((node) => node.kind === 'comment' || (node.kind === 'text' && onlySpace.test(node.text)));
}
