/**
 * The syntax tree the editor colours, matches and folds by. It is flat: actions and comments, and in an action its
 * items, as the engine's own lexer gives them. A tree also carries the `Action`s that block matching reads.
 * https://lezer.codemirror.net/docs/ref/#common.Parser
 */
import { defineLanguageFacet, foldNodeProp, languageDataProp } from '@codemirror/language';
import { type Input, NodeProp, NodeSet, NodeType, Parser, type PartialParse, Tree } from '@lezer/common';
import { styleTags, tags } from '@lezer/highlight';
import { type Item, type ItemType, lexInBatches } from '../go';
import { type Action, type Clause, isClauseWord } from './blocks';

/** The language data of templates: comment tokens, brackets to close, completion. */
export const templateData = defineLanguageFacet({
  commentTokens: { block: { open: '{{/*', close: '*/}}' } },
  closeBrackets: { brackets: ['(', '[', '{', '"', '`'] },
});

/** The node each item becomes. Text and space are gaps in the tree; a keyword's node has the keyword's own name. */
const nodeNames = {
  block: 'block',
  break: 'break',
  continue: 'continue',
  define: 'define',
  else: 'else',
  end: 'end',
  if: 'if',
  nil: 'nil',
  range: 'range',
  template: 'template',
  with: 'with',
  error: 'Error',
  eof: null,
  text: null,
  space: null,
  comment: 'Comment',
  leftDelim: 'LeftDelim',
  rightDelim: 'RightDelim',
  assign: 'Assign',
  declare: 'Declare',
  pipe: 'Pipe',
  leftParen: 'LeftParen',
  rightParen: 'RightParen',
  dot: 'Dot',
  field: 'Field',
  variable: 'Variable',
  identifier: 'Function',
  bool: 'Bool',
  number: 'Number',
  complex: 'Number',
  charConstant: 'Char',
  string: 'String',
  rawString: 'RawString',
  char: 'Punctuation',
} as const satisfies Record<ItemType, string | null>;

type NodeName = NonNullable<(typeof nodeNames)[ItemType]> | 'Template' | 'Action' | 'TrimMarker';

const allNames: readonly NodeName[] = [
  ...new Set<NodeName>(['Template', 'Action', 'TrimMarker', ...Object.values(nodeNames).filter((n) => n !== null)]),
];

const ids: ReadonlyMap<NodeName, number> = new Map(allNames.map((name, id) => [name, id]));

function idOf(name: NodeName): number {
  return ids.get(name) ?? 0;
}

const partners: Partial<Record<NodeName, readonly [NodeProp<readonly string[]>, string]>> = {
  LeftDelim: [NodeProp.closedBy, 'RightDelim'],
  RightDelim: [NodeProp.openedBy, 'LeftDelim'],
  LeftParen: [NodeProp.closedBy, 'RightParen'],
  RightParen: [NodeProp.openedBy, 'LeftParen'],
};

function defineNode(name: NodeName, id: number): NodeType {
  const partner = partners[name];
  return NodeType.define({
    id,
    name,
    top: name === 'Template',
    error: name === 'Error',
    props: partner === undefined ? [] : [[partner[0], [partner[1]]]],
  });
}

const nodeSet = new NodeSet(allNames.map(defineNode)).extend(
  languageDataProp.add({ Template: templateData }),
  foldNodeProp.add({
    Comment: (node, state) => {
      const [from, to] = [node.from + '{{/*'.length, node.to - '*/}}'.length];
      return state.doc.lineAt(from).number < state.doc.lineAt(to).number ? { from, to } : null;
    },
  }),
  styleTags({
    'if else end range with break continue': tags.controlKeyword,
    'define block template': tags.definitionKeyword,
    nil: tags.null,
    Bool: tags.bool,
    Number: tags.number,
    'String RawString Char': tags.string,
    Comment: tags.blockComment,
    'LeftDelim RightDelim': tags.brace,
    TrimMarker: tags.processingInstruction,
    'LeftParen RightParen': tags.paren,
    'Pipe Assign Declare': tags.operator,
    Punctuation: tags.separator,
    'Dot Field': tags.propertyName,
    Variable: tags.variableName,
    Function: tags.function(tags.variableName),
    Error: tags.invalid,
  }),
);

/**
 * How many units of the text a buffer of the tree spans at most. Going back by one node takes Lezer as long as a whole
 * buffer, and matching brackets does that for each item of an action.
 */
const maxBufferLength = 64;

const actionsProp = new NodeProp<readonly Action[]>({ perNode: true });

/** The actions of a template's tree, in the order of the text; none for the tree of another language. */
export function actionsOf(tree: Tree): readonly Action[] {
  return tree.prop(actionsProp) ?? [];
}

/** Collects nodes in the postfix order that `Tree.build` reads: `[type, from, to, size]` each. */
class TreeBuilder {
  readonly actions: Action[] = [];
  private readonly buffer: number[] = [];
  private first: Item | null = null;
  private childrenAt = 0;
  private words: Item[] = [];
  private faultAt: number | null = null;
  private nodesEnd = 0;
  private itemsEnd = 0;

  constructor(private readonly text: string) {}

  add(item: Item): void {
    if (item.failure?.code === 'unclosed-action') {
      this.closeAction(null);
      return;
    }
    // An error that looks back at something already in the tree adds nothing to it.
    if (item.pos < this.nodesEnd) return;
    this.itemsEnd = item.end;
    switch (item.type) {
      case 'text':
      case 'eof':
        return;
      case 'leftDelim':
        this.openAction(item);
        return;
      case 'rightDelim':
        this.delimiter(item, item.end - '}}'.length);
        this.closeAction(item);
        return;
      default: {
        const name = nodeNames[item.type];
        if (name !== null) this.leaf(name, item.pos, item.end);
        if (item.type === 'error') this.faultAt ??= item.pos;
        if (isClauseWord(item.type) || item.type === 'break' || item.type === 'continue') this.words.push(item);
      }
    }
  }

  build(): Tree {
    const tree = Tree.build({ buffer: this.buffer, nodeSet, topID: 0, length: this.text.length, maxBufferLength });
    return new Tree(tree.type, tree.children, tree.positions, tree.length, [[actionsProp, this.actions]]);
  }

  private leaf(name: NodeName, from: number, to: number): void {
    this.buffer.push(idOf(name), from, to, 4);
    this.nodesEnd = to;
  }

  /** A delimiter and its trim marker; `split` is where the one becomes the other. */
  private delimiter(item: Item, split: number): void {
    if (item.type === 'leftDelim') this.leaf('LeftDelim', item.pos, split);
    else if (item.pos < split) this.leaf('TrimMarker', item.pos, split);
    if (item.type === 'rightDelim') this.leaf('RightDelim', split, item.end);
    else if (split < item.end) this.leaf('TrimMarker', split, item.end);
  }

  private openAction(item: Item): void {
    this.first = item;
    this.words = [];
    this.faultAt = null;
    this.childrenAt = this.buffer.length;
    this.delimiter(item, item.pos + '{{'.length);
  }

  private closeAction(rightDelim: Item | null): void {
    const { first } = this;
    if (first === null) return;
    this.first = null;
    const to = rightDelim?.end ?? this.itemsEnd;
    this.buffer.push(idOf('Action'), first.pos, to, this.buffer.length - this.childrenAt + 4);
    this.nodesEnd = to;
    this.actions.push({
      from: first.pos,
      to,
      innerFrom: first.end,
      innerTo: rightDelim?.pos ?? to,
      clause: this.clause(first),
      faultAt: this.faultAt,
    });
  }

  /** The word an action starts with; for `else if` and `else with` the second one too. */
  private clause(leftDelim: Item): Clause | null {
    const [word, second] = this.words;
    if (word === undefined || !isClauseWord(word.type)) return null;
    if (this.text.slice(leftDelim.end, word.pos).trim() !== '') return null;
    const follows = second !== undefined && this.text.slice(word.end, second.pos).trim() === '';
    const chained = word.type === 'else' && follows && (second.type === 'if' || second.type === 'with');
    return chained
      ? { word: word.type, chained: second.type, from: word.pos, to: second.end }
      : { word: word.type, chained: null, from: word.pos, to: word.end };
  }
}

/** The tree of a template's text; errors are recovered from. */
export function templateTree(text: string): Tree {
  const builder = new TreeBuilder(text);
  for (const items of lexInBatches(text, { comments: true, recover: true })) items.forEach((item) => builder.add(item));
  return builder.build();
}

/** Lexing is so much cheaper than a frame that it is done at once and from the start every time. */
class WholeParse implements PartialParse {
  readonly stoppedAt = null;
  parsedPos: number;

  constructor(
    private readonly input: Input,
    private readonly from: number,
    private readonly to: number,
  ) {
    this.parsedPos = from;
  }

  advance(): Tree {
    this.parsedPos = this.to;
    return templateTree(this.input.read(this.from, this.to));
  }

  stopAt(): void {
    // There is no parsing less than everything.
  }
}

/** The Lezer parser of templates. */
export class TemplateParser extends Parser {
  override createParse(
    input: Input,
    _fragments: unknown,
    ranges: readonly { readonly from: number; readonly to: number }[],
  ): PartialParse {
    return new WholeParse(input, ranges[0]?.from ?? 0, ranges.at(-1)?.to ?? input.length);
  }
}
