/** The colours of code, by the page's CSS variables, so that light and dark follow the page. */
import { HighlightStyle } from '@codemirror/language';
import { tags } from '@lezer/highlight';

/** The highlight style of templates, payloads and outputs. */
export const highlightStyle = HighlightStyle.define([
  {
    tag: [tags.keyword, tags.controlKeyword, tags.definitionKeyword, tags.bool, tags.null],
    color: 'var(--code-keyword)',
  },
  { tag: [tags.string, tags.special(tags.string)], color: 'var(--code-string)' },
  { tag: tags.number, color: 'var(--code-number)' },
  { tag: tags.comment, color: 'var(--code-comment)', fontStyle: 'italic' },
  { tag: tags.propertyName, color: 'var(--code-field)' },
  { tag: tags.variableName, color: 'var(--code-variable)' },
  { tag: tags.function(tags.variableName), color: 'var(--code-function)' },
  {
    tag: [tags.brace, tags.paren, tags.squareBracket, tags.separator, tags.operator],
    color: 'var(--code-punctuation)',
  },
  { tag: tags.processingInstruction, color: 'var(--code-keyword)', fontWeight: 'bold' },
  { tag: tags.invalid, color: 'var(--error)' },
]);
