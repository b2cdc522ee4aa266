import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type MarkdownRules, markdownBlocks, markdownMarks, markdownUnits } from '../../src/platforms/markup/markdown';
import { type Block, type Inline, blockText } from '../../src/platforms/preview/preview';
import { hostileText } from './payloads';

const common: MarkdownRules = { gfm: false, breaks: false };
const github: MarkdownRules = { gfm: true, breaks: false };
const chat: MarkdownRules = { gfm: true, breaks: true };

const text = (value: string): Inline => ({ kind: 'text', text: value });
const p = (...children: readonly Inline[]): Block => ({ kind: 'paragraph', children });

interface Row {
  readonly name: string;
  readonly rules: MarkdownRules;
  readonly input: string;
  readonly want: readonly Block[];
}

/** Numbers are examples of https://spec.commonmark.org/0.31.2/ and https://github.github.com/gfm/ */
const rows: readonly Row[] = [
  {
    name: 'emphasis, 350 and 378',
    rules: common,
    input: '*foo bar* **foo bar**',
    want: [
      p({ kind: 'italic', children: [text('foo bar')] }, text(' '), { kind: 'bold', children: [text('foo bar')] }),
    ],
  },
  { name: 'no emphasis within words, 359', rules: common, input: 'foo_bar_baz', want: [p(text('foo_bar_baz'))] },
  {
    name: 'escapes, 12',
    rules: common,
    input: '\\*not emphasized*',
    want: [p(text('*'), text('not emphasized*'))],
  },
  {
    name: 'character references, 25',
    rules: common,
    input: '&nbsp; &amp; &copy; &AElig; &lt; &#35; &#X22; &#0;',
    want: [p(text('\u00a0 & © Æ < # " \ufffd'))],
  },
  { name: 'unknown references stay, 28', rules: common, input: '&x; &hi?;', want: [p(text('&x; &hi?;'))] },
  { name: 'references are decoded once', rules: common, input: '&amp;lt; &#38;lt;', want: [p(text('&lt; &lt;'))] },
  { name: 'not in code, 35', rules: common, input: '`f&ouml;`', want: [p({ kind: 'code', text: 'f&ouml;' })] },
  {
    name: 'a code block, 142',
    rules: common,
    input: '```ruby startline=3\nf(&lt;)\n\n  end\n```',
    want: [{ kind: 'code', language: 'ruby', text: 'f(&lt;)\n\n  end' }],
  },
  {
    name: 'indented code, 107',
    rules: common,
    input: '    a <b>\n',
    want: [{ kind: 'code', language: '', text: 'a <b>' }],
  },
  {
    name: 'a link, 482, and its references',
    rules: common,
    input: '[link](https://example.com/?a&amp;b "title")',
    want: [p({ kind: 'link', href: 'https://example.com/?a&b', children: [text('link')] })],
  },
  {
    name: 'a link that could run',
    rules: common,
    input: '[x](javascript:alert(1))',
    want: [p({ kind: 'link', href: null, children: [text('x')] })],
  },
  {
    name: 'an image is a link to it',
    rules: common,
    input: '![foo](https://example.com/u)',
    want: [p({ kind: 'link', href: 'https://example.com/u', children: [text('foo')] })],
  },
  {
    name: 'a reference link, 527',
    rules: common,
    input: '[foo][bar]\n\n[bar]: https://example.com/',
    want: [p({ kind: 'link', href: 'https://example.com/', children: [text('foo')] })],
  },
  {
    name: 'an autolink is literal, 594',
    rules: common,
    input: '<https://foo.bar.baz/test?q=hello&id=22&amp;x>',
    want: [
      p({
        kind: 'link',
        href: 'https://foo.bar.baz/test?q=hello&id=22&amp;x',
        children: [text('https://foo.bar.baz/test?q=hello&id=22&amp;x')],
      }),
    ],
  },
  { name: 'HTML is text', rules: github, input: 'a <b>c</b>', want: [p(...['a ', '<b>', 'c', '</b>'].map(text))] },
  {
    name: 'a block of HTML is text',
    rules: github,
    input: '<div>\n*a*\n</div>',
    want: [p(text('<div>'), { kind: 'break' }, text('*a*'), { kind: 'break' }, text('</div>'))],
  },
  { name: 'a soft line break, 649', rules: common, input: 'foo\nbaz', want: [p(text('foo'), text(' '), text('baz'))] },
  {
    name: 'a hard line break, 634',
    rules: common,
    input: 'foo  \nbaz',
    want: [p(text('foo'), { kind: 'break' }, text('baz'))],
  },
  { name: 'every line break', rules: chat, input: 'foo\nbaz', want: [p(text('foo'), { kind: 'break' }, text('baz'))] },
  {
    name: 'every line break, without GFM',
    rules: { gfm: false, breaks: true },
    input: 'foo\nbaz',
    want: [p(text('foo'), { kind: 'break' }, text('baz'))],
  },
  {
    name: 'headings, 62, 80 and a rule, 43',
    rules: common,
    input: '### foo\nBar\n===\n***',
    want: [
      { kind: 'heading', level: 3, children: [text('foo')] },
      { kind: 'heading', level: 1, children: [text('Bar')] },
      { kind: 'rule' },
    ],
  },
  {
    name: 'lists, 301 and 302',
    rules: common,
    input: '- foo\n- bar\n+ baz\n\n3. x\n4. y',
    want: [
      { kind: 'list', ordered: false, start: 1, items: [[p(text('foo'))], [p(text('bar'))]] },
      { kind: 'list', ordered: false, start: 1, items: [[p(text('baz'))]] },
      { kind: 'list', ordered: true, start: 3, items: [[p(text('x'))], [p(text('y'))]] },
    ],
  },
  {
    name: 'a quote, 228',
    rules: common,
    input: '> # Foo\n> bar',
    want: [
      {
        kind: 'quote',
        collapsed: false,
        children: [{ kind: 'heading', level: 1, children: [text('Foo')] }, p(text('bar'))],
      },
    ],
  },
  {
    name: 'a table, GFM 198',
    rules: github,
    input: '| foo | bar |\n| --- | --- |\n| baz | *bim* |',
    want: [
      {
        kind: 'table',
        header: [[text('foo')], [text('bar')]],
        rows: [[[text('baz')], [{ kind: 'italic', children: [text('bim')] }]]],
      },
    ],
  },
  { name: 'no table without GFM', rules: common, input: '|a|\n|-|', want: [p(text('|a|'), text(' '), text('|-|'))] },
  {
    name: 'strikethrough, GFM 491',
    rules: github,
    input: '~~Hi~~',
    want: [p({ kind: 'strike', children: [text('Hi')] })],
  },
  {
    name: 'an address, GFM 624',
    rules: github,
    input: 'Visit www.commonmark.org/help for more.',
    want: [
      p(
        text('Visit '),
        { kind: 'link', href: 'http://www.commonmark.org/help', children: [text('www.commonmark.org/help')] },
        text(' for more.'),
      ),
    ],
  },
  {
    name: 'text is the platform’s to read, escapes are not',
    rules: { ...chat, text: (s) => [{ kind: 'mention', text: s, loud: false }] },
    input: '@a **@b**\n`@c` \\@',
    want: [
      p(
        { kind: 'mention', text: '@a ', loud: false },
        { kind: 'bold', children: [{ kind: 'mention', text: '@b', loud: false }] },
        { kind: 'break' },
        { kind: 'code', text: '@c' },
        { kind: 'mention', text: ' ', loud: false },
        text('@'),
      ),
    ],
  },
  { name: 'no text at all', rules: chat, input: '', want: [] },
];

test.each(rows)('$name', ({ rules, input, want }) => {
  expect(markdownBlocks(input, rules)).toEqual(want);
});

describe('any text', () => {
  test('is read', () => {
    const lines = fc.array(hostileText, { maxLength: 6 }).map((parts) => parts.join('\n'));
    fc.assert(
      fc.property(lines, fc.boolean(), fc.boolean(), (input, gfm, breaks) => {
        expect(Array.isArray(markdownBlocks(input, { gfm, breaks }))).toBe(true);
      }),
      { numRuns: 1000, seed: 1 },
    );
  });

  const runs = [
    '>',
    '> ',
    '- ',
    '1. ',
    '*',
    '**a',
    '_a',
    '[',
    '![',
    '[a](',
    '`',
    '~',
    '<',
    '|',
    '&',
    '\\',
    '***a ',
    '* a*',
  ];
  test.each(runs)('a megabyte of %j keeps its length and its depth', (run) => {
    const input = run.repeat(2 ** 20 / run.length);
    const shown = blockText(markdownBlocks(input, chat));
    // What is past the limit is shown as it is.
    expect(shown.endsWith(input.slice(markdownUnits))).toBe(true);
    expect(depth(markdownBlocks(input, chat))).toBeLessThan(60);
  });

  test('text with many marks is shown as it is after them', () => {
    const shown = blockText(markdownBlocks('*a* '.repeat(markdownMarks), chat));
    expect(shown.startsWith('a a a ')).toBe(true);
    expect(shown.endsWith('*a* *a* ')).toBe(true);
  });
});

/** How deep objects and lists nest. */
function depth(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(depth));
}
