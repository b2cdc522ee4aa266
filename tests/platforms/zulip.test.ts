import { describe, expect, test } from 'vitest';
import { Body, type JsonObject } from '../../src/coroot';
import { findPlatform } from './all';
import type { Block, Inline } from '../../src/platforms/preview/preview';
import { converted } from '../../src/platforms/each/zulip/convert';
import { parseZulipText } from '../../src/platforms/each/zulip/text';
import { drawnHtml, normalHtml } from './drawn-html';
import { previewOf, verdictOn } from './received';
import recordedTexts from './zulip-texts.json';

const recorded = recordedTexts as unknown as { readonly rows: readonly (readonly [string, string])[] };

function root(body: unknown): JsonObject {
  const parsed = new Body(JSON.stringify(body)).json;
  if (!parsed.ok || parsed.node.kind !== 'object') throw new Error('no object');
  return parsed.node;
}

/** What the regular expressions of Zulip's slack_message_conversion.py make of the same texts, run with Python. */
describe('formatting', () => {
  test.each([
    ['*foo*', '**foo**'],
    ['_foo_', '*foo*'],
    ['~foo~', '~~foo~~'],
    ['my_app and other_app', 'my_app and other_app'],
    ['*foo*bar', '*foo*bar'],
    ['a *b* c, *d*.', 'a **b** c, **d**.'],
    ['(*x*)', '(**x**)'],
    ['`*x*`', '`*x*`'],
    ['**x**', '**x**'],
    ['*a\nb*', '**a\nb**'],
    ['5 * 3 * 2', '5 ** 3 ** 2'],
    ['_a_ _b_', '*a* *b*'],
    ['<https://foo.com|foo>', '[foo](https://foo.com)'],
    ['<https://foo.com>', 'https://foo.com'],
    ['<http://127.0.0.1:8080/x|y>', '<http://127.0.0.1:8080/x|y>'],
    ['<http://localhost:8080|y>', '<http://localhost:8080|y>'],
    ['<https://a.b.co/p?x=1|a b>', '[a b](https://a.b.co/p?x=1)'],
    ['@*x*', '@*x*'],
    ['*_x_*', '***x***'],
    ['~*x*~', '~~**x**~~'],
    ['a \u200b_\u200ab\u200b_\u200a c', 'a \u200b_\u200ab\u200b_\u200a c'],
  ])('%j', (from, to) => {
    expect(converted(root({ text: from }))).toBe(to);
  });
});

/** https://github.com/zulip/zulip/blob/main/zerver/webhooks/slack_incoming/view.py */
describe('blocks and attachments', () => {
  test.each([
    { body: { text: 'x', icon_emoji: ':fire:' }, want: ':fire: x' },
    { body: { text: 'x', blocks: [{ type: 'divider' }] }, want: '----' },
    { body: { blocks: [{ type: 'header', text: { type: 'plain_text', text: 'h' } }] }, want: '## h' },
    {
      body: { blocks: [{ type: 'section', fields: ['a|b', 'c\nd', 'e'].map((text) => ({ type: 'mrkdwn', text })) }] },
      want: '| | |\n|-|-|\n| a b | c d |\n| e |  |',
    },
    {
      body: { attachments: [{ title: 't', title_link: 'https://e.com', fields: [{ title: 'k', value: 'v' }], ts: 5 }] },
      want: '## [t](https://e.com)\n\n**k**: v\n\n<time:5>',
    },
  ])('$want', ({ body, want }) => {
    expect(converted(root(body))).toBe(want);
  });
});

const text = (s: string): Inline => ({ kind: 'text', text: s });
const paragraph = (...children: readonly Inline[]): Block => ({ kind: 'paragraph', children });

/** https://zulip.com/help/format-your-message-using-markdown; a backslash and _ mean nothing there. */
describe('Markdown', () => {
  test.each<{ from: string; want: readonly Block[] }>([
    { from: '*italic*', want: [paragraph({ kind: 'italic', children: [text('italic')] })] },
    { from: '**bold**', want: [paragraph({ kind: 'bold', children: [text('bold')] })] },
    { from: '~~strike~~', want: [paragraph({ kind: 'strike', children: [text('strike')] })] },
    { from: '_x_', want: [paragraph(text('_x_'))] },
    { from: '\\*x\\*', want: [paragraph(text('\\'), { kind: 'italic', children: [text('x\\')] })] },
    { from: '&#42;x&#42;', want: [paragraph(text('*x*'))] },
    { from: '`code`', want: [paragraph({ kind: 'code', text: 'code' })] },
    { from: '# big', want: [{ kind: 'heading', level: 1, children: [text('big')] }] },
    { from: '> quoted', want: [{ kind: 'quote', collapsed: false, children: [paragraph(text('quoted'))] }] },
    {
      from: '* a\n* b',
      want: [{ kind: 'list', ordered: false, start: 1, items: [[paragraph(text('a'))], [paragraph(text('b'))]] }],
    },
    { from: '```python\ndef f():\n```', want: [{ kind: 'code', language: 'python', text: 'def f():' }] },
    { from: '````\n```\n````', want: [{ kind: 'code', language: '', text: '```' }] },
    { from: '~~~\nopen', want: [{ kind: 'code', language: '', text: 'open' }] },
    { from: '----', want: [{ kind: 'rule' }] },
    {
      from: '| a | b |\n|-|-|\n| c | d |',
      want: [{ kind: 'table', header: [[text('a')], [text('b')]], rows: [[[text('c')], [text('d')]]] }],
    },
  ])('$from', ({ from, want }) => {
    expect(parseZulipText(from)).toEqual(want);
  });
});

/** What Zulip's own tests expect of its reader. */
test.each(recorded.rows)('%j', (from, html) => {
  expect(normalHtml(drawnHtml(parseZulipText(from)))).toBe(normalHtml(html));
});

const zulip = findPlatform('zulip')!;

describe('any body', () => {
  test.each(['null', '1', '"x"', '[]', '{}', '[[]]', '[{}]', '[1]'])('%s in any place is judged', (value) => {
    for (const key of ['text', 'blocks', 'attachments', 'channel', 'icon_emoji']) {
      const body = `{"${key}": ${value}}`;
      expect(() => verdictOn(zulip, body)).not.toThrow();
      expect(previewOf(zulip, body).kind).toMatch(/message|nothing/);
    }
    for (const type of ['header', 'section', 'context', 'image', 'divider', 'actions']) {
      for (const key of ['text', 'fields', 'elements', 'accessory', 'title', 'ts']) {
        const body = `{"blocks": [{"type": "${type}", "${key}": ${value}}], "attachments": [{"${key}": ${value}}]}`;
        expect(() => verdictOn(zulip, body)).not.toThrow();
        expect(previewOf(zulip, body).kind).toMatch(/message|nothing/);
      }
    }
  });

  test.each(['*', '_', '~', '<', '<a.', '<a.aa|', 'a@a.', '`', '```\n', '| ', '\n# ', '_a *b '])(
    'much of %j',
    (piece) => {
      const body = JSON.stringify({ text: piece.repeat(Math.ceil(500_000 / piece.length)) });
      expect(verdictOn(zulip, body).counters.length).toBeGreaterThan(0);
      expect(previewOf(zulip, body).kind).toBe('message');
    },
  );
});
