import { expect, test } from 'vitest';
import { htmlEscape, jsEscape, urlQueryEscape } from '../../src/go/template/escape';

// What template.HTMLEscapeString and template.JSEscapeString of Go 1.26 printed; \udcXX is a byte that is not UTF-8.
const cases: readonly { name: string; text: string; html: string; js: string }[] = [
  { name: 'empty', text: '', html: '', js: '' },
  { name: 'plain', text: 'Deployment app-1_2.3~x', html: 'Deployment app-1_2.3~x', js: 'Deployment app-1_2.3~x' },
  {
    name: 'html',
    text: '<a href="x" id=\'y\'>&amp;</a>',
    html: '&lt;a href=&#34;x&#34; id=&#39;y&#39;&gt;&amp;amp;&lt;/a&gt;',
    js: '\\u003Ca href\\u003D\\"x\\" id\\u003D\\\'y\\\'\\u003E\\u0026amp;\\u003C/a\\u003E',
  },
  { name: 'assignment', text: 'a = b + c', html: 'a = b + c', js: 'a \\u003D b + c' },
  {
    name: 'backslashes',
    text: 'C:\\new "x" \'y\'',
    html: 'C:\\new &#34;x&#34; &#39;y&#39;',
    js: 'C:\\\\new \\"x\\" \\\'y\\\'',
  },
  {
    name: 'line breaks',
    text: 'one\ntwo\r\n\tthree',
    html: 'one\ntwo\r\n\tthree',
    js: 'one\\u000Atwo\\u000D\\u000A\\u0009three',
  },
  {
    name: 'controls',
    text: '\x00\x01\x07\x08\x0b\x0c\x1b\x1f\x7f',
    html: '\ufffd\x01\x07\x08\x0b\x0c\x1b\x1f\x7f',
    js: '\\u0000\\u0001\\u0007\\u0008\\u000B\\u000C\\u001B\\u001F\x7f',
  },
  {
    name: 'C1 controls',
    text: '\u0080\u009f\u00a0\u00ad',
    html: '\u0080\u009f\u00a0\u00ad',
    js: '\\u0080\\u009F\\u00A0\\u00AD',
  },
  { name: 'letters', text: 'é日本語ßЖ', html: 'é日本語ßЖ', js: 'é日本語ßЖ' },
  { name: 'emoji', text: '🔥👩\u200d💻', html: '🔥👩\u200d💻', js: '🔥👩\\u200D💻' },
  { name: 'line separators', text: '\u2028\u2029\ufeff', html: '\u2028\u2029\ufeff', js: '\\u2028\\u2029\\uFEFF' },
  {
    name: 'unassigned and private',
    text: '\u0378\ue000\u{e0001}\u{10ffff}',
    html: '\u0378\ue000\u{e0001}\u{10ffff}',
    js: '\\u0378\\uE000\\uE0001\\u10FFFF',
  },
  { name: 'replacement character', text: '\ufffd', html: '\ufffd', js: '\ufffd' },
  {
    name: 'invalid bytes',
    text: 'a\udcffb\udcc3(\udced\udca0\udc80',
    html: 'a\udcffb\udcc3(\udced\udca0\udc80',
    js: 'a\udcffb\udcc3(\udced\udca0\udc80',
  },
  {
    name: 'query',
    text: "a=1&b=2?c#d/e%20:@!$'()*,;[]",
    html: 'a=1&amp;b=2?c#d/e%20:@!$&#39;()*,;[]',
    js: "a\\u003D1\\u0026b\\u003D2?c#d/e%20:@!$\\'()*,;[]",
  },
  {
    name: 'slack',
    text: '*bold* _x_ <https://x.y|z> `code`',
    html: '*bold* _x_ &lt;https://x.y|z&gt; `code`',
    js: '*bold* _x_ \\u003Chttps://x.y|z\\u003E `code`',
  },
];

test.each(cases)('html: $name', ({ text, html }) => {
  expect(htmlEscape(text)).toBe(html);
});

test.each(cases)('js: $name', ({ text, js }) => {
  expect(jsEscape(text)).toBe(js);
});

test('urlquery is url.QueryEscape', () => {
  expect(urlQueryEscape('a b&c=é')).toBe('a+b%26c%3D%C3%A9');
});
