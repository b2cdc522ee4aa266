/** The kinds of nodes in the tree of a template, their colours, and what pairs up or folds by itself. */
import { defineLanguageFacet, foldNodeProp, languageDataProp } from '@codemirror/language';
import { NodeProp, NodeSet, NodeType } from '@lezer/common';
import { styleTags, tags } from '@lezer/highlight';
import type { ItemType } from '../go';

/** The language data of templates: comment tokens, brackets to close, completion. */
export const templateData = defineLanguageFacet({
  commentTokens: { block: { open: '{{/*', close: '*/}}' } },
  closeBrackets: { brackets: ['(', '[', '{', '"', '`'] },
});

/** The node each item becomes. Text and space are gaps in the tree; a keyword's node has the keyword's own name. */
export const nodeNames = {
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

/** What a node of the tree may be called. */
export type NodeName = NonNullable<(typeof nodeNames)[ItemType]> | 'Template' | 'Action' | 'TrimMarker';

const allNames: readonly NodeName[] = [
  ...new Set<NodeName>(['Template', 'Action', 'TrimMarker', ...Object.values(nodeNames).filter((n) => n !== null)]),
];

const ids: ReadonlyMap<NodeName, number> = new Map(allNames.map((name, id) => [name, id]));

/** The number of a node's type in the set; 0 is the whole template's. */
export function idOf(name: NodeName): number {
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

/** Every type of node. */
export const nodeSet = new NodeSet(allNames.map(defineNode)).extend(
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
