import { describe, expect, test } from 'vitest';
import { findPlatform } from './all';
import { parseCardHtml, unknownTag } from '../../src/platforms/each/google-chat/card-html';
import { parseChatText } from '../../src/platforms/each/google-chat/text';
import { type Inline, inlineText } from '../../src/platforms/preview/preview';
import { previewOf, verdictOn } from './received';

const text = (s: string): Inline => ({ kind: 'text', text: s });

/** https://developers.google.com/workspace/chat/format-messages#card-formatting */
describe('text in cards', () => {
  test.each<{ html: string; want: readonly Inline[] }>([
    { html: 'This is <b>bold</b>.', want: [text('This is '), { kind: 'bold', children: [text('bold')] }, text('.')] },
    { html: '<i>italics</i>', want: [{ kind: 'italic', children: [text('italics')] }] },
    { html: '<u>underline</u>', want: [{ kind: 'underline', children: [text('underline')] }] },
    { html: '<s>strikethrough</s>', want: [{ kind: 'strike', children: [text('strikethrough')] }] },
    {
      html: '<font color="#FF0000">red font</font>',
      want: [{ kind: 'color', color: '#FF0000', children: [text('red font')] }],
    },
    {
      html: '<a href="https://www.google.com">hyperlink</a>',
      want: [{ kind: 'link', href: 'https://www.google.com', children: [text('hyperlink')] }],
    },
    { html: 'first line <br> second line', want: [text('first line '), { kind: 'break' }, text(' second line')] },
    { html: '<B>x</B>', want: [{ kind: 'bold', children: [text('x')] }] },
    { html: '<b>open', want: [{ kind: 'bold', children: [text('open')] }] },
    { html: 'x</b>y', want: [text('x'), text('y')] },
    { html: '<node> & <1', want: [text('<node> & <1')] },
    { html: '&lt;b&gt; &amp;amp;', want: [text('<b> &amp;')] },
    { html: '<a href="javascript:alert(1)">x</a>', want: [{ kind: 'link', href: null, children: [text('x')] }] },
  ])('$html', ({ html, want }) => {
    expect(parseCardHtml(html)).toEqual(want);
  });

  test('the first tag that is not documented is found', () => {
    expect(unknownTag('<b>a</b> <node>')).toEqual({ from: 9, to: 15 });
    expect(unknownTag('a < b > c')).toBeNull();
  });

  test('deep tags do not fill the stack', () => {
    expect(inlineText(parseCardHtml(`${'<b>'.repeat(50_000)}x${'</b>'.repeat(50_000)}`))).toBe('x');
  });
});

/** https://developers.google.com/workspace/chat/format-messages#format-texts */
describe('text of messages', () => {
  test.each([
    { from: '*hello*', kind: 'bold' },
    { from: '_hello_', kind: 'italic' },
    { from: '~hello~', kind: 'strike' },
  ])('$from is $kind', ({ from, kind }) => {
    expect(parseChatText(from)).toEqual([{ kind: 'paragraph', children: [{ kind, children: [text('hello')] }] }]);
  });

  test('code, blocks of code and lists', () => {
    expect(parseChatText('`hello`')).toEqual([{ kind: 'paragraph', children: [{ kind: 'code', text: 'hello' }] }]);
    expect(parseChatText('```\nHello\nWorld\n```')).toEqual([{ kind: 'code', language: '', text: 'Hello\nWorld' }]);
    const items = [[{ kind: 'paragraph', children: [text('one')] }], [{ kind: 'paragraph', children: [text('two')] }]];
    expect(parseChatText('* one\n* two')).toEqual([{ kind: 'list', ordered: false, start: 1, items }]);
  });
});

const chat = findPlatform('google-chat')!;

describe('any body', () => {
  test.each(['null', '1', '"x"', '[]', '{}', '[[]]', '[{}]'])('%s in any place is judged', (value) => {
    const bodies = ['text', 'cardsV2', 'thread', 'accessoryWidgets'].map((key) => `{"${key}": ${value}}`);
    for (const key of ['textParagraph', 'decoratedText', 'buttonList', 'columns', 'divider', 'image']) {
      bodies.push(`{"cardsV2": [{"card": {"header": ${value}, "sections": [{"widgets": [{"${key}": ${value}}]}]}}]}`);
    }
    for (const body of bodies) {
      expect(verdictOn(chat, body).counters.length).toBeGreaterThan(0);
      expect(previewOf(chat, body).kind).toMatch(/message|nothing/);
    }
  });
});

/** Google quotes twenty bytes from where it stopped: https://github.com/opensearch-project/notifications/issues/817 */
describe('the answer to a text that is no JSON', () => {
  const answer = (body: string) =>
    verdictOn(findPlatform('google-chat')!, body).findings.find(({ code }) => code === 'not-json')?.answer;

  test('quotes the beginning of plain text', () => {
    expect(answer('Test message content WARNING')).toBe(
      'Invalid JSON payload received. Unexpected token.\nTest message content\n^',
    );
  });

  test('is not known of what begins otherwise', () => {
    expect(answer('{"text": "a\nb"}')).toBeNull();
    expect(answer('')).toBeNull();
  });
});
