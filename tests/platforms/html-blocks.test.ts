import { expect, test } from 'vitest';
import { parseHtml } from '../../src/platforms/markup/html';
import { htmlBlocks } from '../../src/platforms/markup/html-blocks';
import type { Block, Inline } from '../../src/platforms/preview/preview';

const text = (s: string): Inline => ({ kind: 'text', text: s });
const paragraph = (...children: Inline[]): Block => ({ kind: 'paragraph', children });

/** How browsers lay out each element: https://html.spec.whatwg.org/multipage/rendering.html */
const rows: readonly { readonly name: string; readonly html: string; readonly want: readonly Block[] }[] = [
  { name: 'text', html: 'a\n  b', want: [paragraph(text('a b'))] },
  { name: 'nothing but space', html: ' \n<p> </p>', want: [] },
  { name: 'paragraphs and text between them', html: '<p>a</p>b<p>c</p>', want: [paragraph(text('a')), paragraph(text('b')), paragraph(text('c'))] },
  { name: 'a heading', html: '<h3>a</h3>', want: [{ kind: 'heading', level: 3, children: [text('a')] }] },
  { name: 'a list', html: '<ul>\n<li>a</li>\n<li><p>b</p></li></ul>', want: [{ kind: 'list', ordered: false, start: 1, items: [[paragraph(text('a'))], [paragraph(text('b'))]] }] },
  { name: 'a numbered list', html: '<ol start="3"><li>a</li></ol>', want: [{ kind: 'list', ordered: true, start: 3, items: [[paragraph(text('a'))]] }] },
  { name: 'code keeps its lines', html: '<pre><code class="language-sql">a\n  &lt;b&gt;\n</code></pre>', want: [{ kind: 'code', language: 'sql', text: 'a\n  <b>' }] },
  { name: 'a quote', html: '<blockquote>a</blockquote>', want: [{ kind: 'quote', collapsed: false, children: [paragraph(text('a'))] }] },
  { name: 'a rule', html: 'a<hr>b', want: [paragraph(text('a')), { kind: 'rule' }, paragraph(text('b'))] },
  { name: 'a table', html: '<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table>', want: [{ kind: 'table', header: [[text('a')]], rows: [[[text('b')]]] }] },
  { name: 'an element that nobody knows', html: '<marquee>a</marquee>', want: [paragraph(text('a'))] },
]; // prettier-ignore

test.each(rows)('$name', ({ html, want }) => {
  expect(htmlBlocks(parseHtml(html).nodes)).toEqual(want);
});
