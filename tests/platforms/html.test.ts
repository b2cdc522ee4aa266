import { describe, expect, test } from 'vitest';
import { htmlInlines, htmlText, parseHtml } from '../../src/platforms/markup/html';
import { type Inline, inlineText, plain } from '../../src/platforms/preview/preview';

const text = (s: string): Inline => ({ kind: 'text', text: s });
const bold = (...children: Inline[]): Inline => ({ kind: 'bold', children });

/** What browsers make of each text: https://html.spec.whatwg.org/multipage/parsing.html */
const rows: readonly { readonly name: string; readonly html: string; readonly want: readonly Inline[] }[] = [
  { name: 'text', html: 'plain', want: [text('plain')] },
  { name: 'a tag', html: 'a <b>b</b> c', want: [text('a '), bold(text('b')), text(' c')] },
  { name: 'names in any case', html: '<B>b</b>', want: [bold(text('b'))] },
  { name: 'nested tags', html: '<b><i>x</i></b>', want: [bold({ kind: 'italic', children: [text('x')] })] },
  { name: 'a tag that is never closed', html: '<b>b', want: [bold(text('b'))] },
  { name: 'a closing tag of nothing', html: 'a</i>b', want: [text('a'), text('b')] },
  { name: 'an outer tag closed first', html: '<b><i>x</b>y', want: [bold({ kind: 'italic', children: [text('x')] }), text('y')] },
  { name: 'a comment', html: 'a<!-- <b> -->c', want: [text('a'), text('c')] },
  { name: 'signs that are no tags', html: '1 < 2 <3 & > <', want: [text('1 < 2 <3 & > <')] },
  { name: 'references', html: '&lt;b&gt; &amp;amp; &#34;&#x27;&#0;', want: [text('<b> &amp; "\'\ufffd')] },
  { name: 'line breaks', html: 'a\nb<br>c', want: [text('a'), { kind: 'break' }, text('b'), { kind: 'break' }, text('c')] },
  {
    name: 'a link, its address decoded',
    html: '<a href="https://example.com/?a=1&amp;b=2">x</a>',
    want: [{ kind: 'link', href: 'https://example.com/?a=1&b=2', children: [text('x')] }],
  },
  {
    name: 'a link that could run',
    html: `<a href='javascript:alert(1)'>x</a>`,
    want: [{ kind: 'link', href: null, children: [text('x')] }],
  },
  {
    name: 'a colour, and one that is no colour',
    html: '<font color=red>r</font><font color="url(x)">u</font>',
    want: [{ kind: 'color', color: 'red', children: [text('r')] }, text('u')],
  },
  { name: 'an unknown element', html: '<script>alert(1)</script>', want: [text('alert(1)')] },
]; // prettier-ignore

describe('inlines', () => {
  test.each(rows)('$name', ({ html, want }) => {
    expect(htmlInlines(parseHtml(html).nodes, plain)).toEqual(want);
  });

  test('a tag that never ends is text', () => {
    expect(htmlText(parseHtml('a <b href="x').nodes)).toBe('a <b href="x');
  });

  test('problems stand where their tags are', () => {
    const html = 'a</i> <b>x <u>y</b>';
    const found = parseHtml(html).problems.map(({ kind, from, to }) => `${kind} ${html.slice(from, to)}`);
    expect(found).toEqual(['stray </i>', 'unclosed <u>']);
  });
});

describe('a megabyte of', () => {
  test.each(['<', '<b>', '</b>', '<!--', '<a ', '<a href="', '<b><i></b>', '&', '&#', '<b a=', '>'])('%s', (piece) => {
    const html = piece.repeat(Math.ceil(1_000_000 / piece.length));
    const { nodes } = parseHtml(html);
    expect(inlineText(htmlInlines(nodes, plain)).length).toBeLessThanOrEqual(html.length);
  });
});
