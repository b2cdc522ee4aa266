/**
 * Markdown as blocks and inlines of a preview, for the platforms that read CommonMark or GitHub's dialect. Only
 * marked's lexer is used, so no HTML is ever made. https://spec.commonmark.org https://github.github.com/gfm/
 */
import type { MarkedToken, Token } from 'marked';
import { BoundedLexer } from './bounded-markdown';
import { decodeReferences } from './entities';
import { type Block, type Inline, plain, plainBlock, safeHref } from '../preview/preview';

/** What differs between the platforms that read Markdown. */
export interface MarkdownRules {
  /** GitHub's additions: tables, strikethrough, and bare addresses as links. */
  readonly gfm: boolean;
  /** Whether a single line feed is a line break; in CommonMark it is a space. */
  readonly breaks: boolean;
  /** What the platform makes of text without markup: mentions, emoji. Escaped characters are not given to it. */
  readonly text?: (text: string) => readonly Inline[];
  /** Whether `*a*` is bold and `__a__` italic, as in chats of Slack’s family. */
  readonly starIsBold?: boolean;
  /** Whether & < > are escaped before a text is read: nothing is a quote or an address in angle brackets then. */
  readonly escaped?: boolean;
}

/** How many UTF-16 units of a text are read as Markdown; the rest is shown as it is. */
export const markdownUnits = 20_000;

/** How many marks of emphasis, links and the like a text may have; the text after that many is shown as it is. */
export const markdownMarks = 2_000;

/** Reads a text as Markdown. Raw HTML is shown as text; never throws, whatever the text. */
export function markdownBlocks(text: string, rules: MarkdownRules): readonly Block[] {
  const { lexer, head, rest } = begun(text, rules);
  const blocks = blocksOf(lexer.lex(head), rules);
  return rest === '' ? blocks : [...blocks, plainBlock(rest)];
}

/** Reads a text in which nothing begins a block: no list, no heading, no quote. */
export function markdownInlines(text: string, rules: MarkdownRules): readonly Inline[] {
  const { lexer, head, rest } = begun(text, rules);
  return [...inlinesOf(lexer.inlineTokens(head), rules), ...plain(rest)];
}

function begun(text: string, rules: MarkdownRules): { lexer: BoundedLexer; head: string; rest: string } {
  const to = readable(text);
  const head = text.slice(0, to);
  const lexer = new BoundedLexer(rules.gfm, rules.gfm && rules.breaks);
  return { lexer, head: rules.escaped === true ? escapeHtml(head) : head, rest: text.slice(to) };
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

/** Where the part of a text ends that is read as Markdown. */
export function readable(text: string): number {
  let marks = 0;
  for (let at = 0; at < text.length; at++) {
    if (at === markdownUnits || marks > markdownMarks) return at;
    if ('*_~[`<'.includes(text.charAt(at))) marks++;
  }
  return text.length;
}

function blocksOf(tokens: readonly Token[], rules: MarkdownRules): readonly Block[] {
  // Marked's own union has a member for extensions, whose type could be anything; none are used here.
  return (tokens as readonly MarkedToken[]).flatMap((token): readonly Block[] => {
    switch (token.type) {
      case 'paragraph':
        return [{ kind: 'paragraph', children: inlinesOf(token.tokens, rules) }];
      case 'heading':
        return [{ kind: 'heading', level: headingLevel(token.depth), children: inlinesOf(token.tokens, rules) }];
      case 'code':
        return [
          {
            kind: 'code',
            language: /^\S*/.exec(token.lang ?? '')?.[0] ?? '',
            text: verbatim(token.text.replace(/\n$/, ''), rules),
          },
        ];
      case 'blockquote':
        return [{ kind: 'quote', collapsed: false, children: blocksOf(token.tokens, rules) }];
      case 'list':
        return [
          {
            kind: 'list',
            ordered: token.ordered,
            start: token.start === '' ? 1 : token.start,
            items: token.items.map((item) => blocksOf(item.tokens, rules)),
          },
        ];
      case 'table':
        return [
          {
            kind: 'table',
            header: token.header.map((cell) => inlinesOf(cell.tokens, rules)),
            rows: token.rows.map((row) => row.map((cell) => inlinesOf(cell.tokens, rules))),
          },
        ];
      case 'hr':
        return [{ kind: 'rule' }];
      case 'html':
        return [plainBlock(token.text.replace(/\n+$/, ''))];
      case 'text':
        return [{ kind: 'paragraph', children: inlinesOf(token.tokens ?? [token], rules) }];
      case 'space':
      case 'def':
        return [];
      default:
        return [{ kind: 'paragraph', children: inlinesOf([token], rules) }];
    }
  });
}

function headingLevel(depth: number): 1 | 2 | 3 | 4 | 5 | 6 {
  return ([1, 2, 3, 4, 5, 6] as const)[depth - 1] ?? 6;
}

function inlinesOf(tokens: readonly Token[], rules: MarkdownRules): readonly Inline[] {
  return (tokens as readonly MarkedToken[]).flatMap((token): readonly Inline[] => {
    switch (token.type) {
      case 'text':
        return token.tokens === undefined
          ? textOf(decodeReferences(token.text), rules)
          : inlinesOf(token.tokens, rules);
      case 'escape':
        return [{ kind: 'text', text: token.text }];
      case 'strong':
        return [
          {
            kind: rules.starIsBold === true && token.raw.startsWith('_') ? 'italic' : 'bold',
            children: inlinesOf(token.tokens, rules),
          },
        ];
      case 'em':
        return [
          {
            kind: rules.starIsBold === true && /^\*[^*]+\*$/.test(token.raw) ? 'bold' : 'italic',
            children: inlinesOf(token.tokens, rules),
          },
        ];
      case 'del':
        return [{ kind: 'strike', children: inlinesOf(token.tokens, rules) }];
      case 'codespan':
        return [{ kind: 'code', text: verbatim(token.text, rules) }];
      case 'br':
        return [{ kind: 'break' }];
      case 'link':
        return [
          token.autolink === true
            ? { kind: 'link', href: safeHref(token.href), children: [{ kind: 'text', text: token.text }] }
            : { kind: 'link', href: safeHref(decodeReferences(token.href)), children: inlinesOf(token.tokens, rules) },
        ];
      case 'image':
        return [
          {
            kind: 'link',
            href: safeHref(decodeReferences(token.href)),
            children: [{ kind: 'text', text: decodeReferences(token.text === '' ? token.href : token.text) }],
          },
        ];
      default:
        return [{ kind: 'text', text: token.raw }];
    }
  });
}

/** Code as it was before a platform escaped it. */
function verbatim(text: string, rules: MarkdownRules): string {
  return rules.escaped === true ? decodeReferences(text) : text;
}

/** Text without markup, its line feeds as the platform has them. */
function textOf(text: string, rules: MarkdownRules): readonly Inline[] {
  const read = rules.text ?? ((line: string): readonly Inline[] => [{ kind: 'text', text: line }]);
  return text.split('\n').flatMap((line, i): readonly Inline[] => {
    const shown = line === '' ? [] : read(line);
    if (i === 0) return shown;
    return [rules.breaks ? { kind: 'break' } : { kind: 'text', text: ' ' }, ...shown];
  });
}
