import { describe, expect, test } from 'vitest';
import { findPlatform } from './all';
import type { Block, Inline } from '../../src/platforms/preview/preview';
import { parseRocketText } from '../../src/platforms/each/rocket-chat/text';
import { previewOf, verdictOn } from './received';

const text = (s: string): Inline => ({ kind: 'text', text: s });
const bold = (...children: readonly Inline[]): Inline => ({ kind: 'bold', children });
const italic = (...children: readonly Inline[]): Inline => ({ kind: 'italic', children });
const strike = (...children: readonly Inline[]): Inline => ({ kind: 'strike', children });
const line = (s: string): Block => ({ kind: 'paragraph', children: [text(s)] });
const link = (href: string, label: string): Inline => ({ kind: 'link', href, children: [text(label)] });

/** What `@rocket.chat/message-parser` 0.31.36 makes of the same texts. */
describe('markup of a line', () => {
  test.each<{ from: string; want: readonly Inline[] }>([
    { from: '*a*', want: [bold(text('a'))] },
    { from: '**a**', want: [bold(text('a'))] },
    { from: 'a*b*c', want: [text('a'), bold(text('b')), text('c')] },
    { from: '5 * 3 * 2', want: [text('5 '), bold(text(' 3 ')), text(' 2')] },
    { from: '*a*b*', want: [bold(text('a')), text('b*')] },
    { from: '*_x_*', want: [bold(italic(text('x')))] },
    { from: 'x _a_ y', want: [text('x '), italic(text('a')), text(' y')] },
    { from: '_ a _', want: [italic(text(' a '))] },
    { from: '__a__', want: [italic(text('a'))] },
    { from: 'my_app_x', want: [text('my_app_x')] },
    { from: '~a~', want: [strike(text('a'))] },
    { from: 'a~b~c', want: [text('a'), strike(text('b')), text('c')] },
    { from: '`a*b`', want: [{ kind: 'code', text: 'a*b' }] },
    { from: '\\*a\\*', want: [text('*a*')] },
    { from: '\\[a](https://x.y)', want: [text('\\'), link('https://x.y', 'a')] },
    { from: '[t](https://x.y)', want: [link('https://x.y', 't')] },
    { from: '[a](b)', want: [text('[a](b)')] },
    { from: '<http://x.y|a b>', want: [link('http://x.y', 'a b')] },
    { from: '<b>x</b> &lt;', want: [text('<b>x</b> &lt;')] },
    { from: '***a***', want: [text('*'), bold(text('a')), text('*')] },
    { from: '||a||', want: [{ kind: 'spoiler', children: [text('a')] }] },
    { from: '![i](https://x.y/z.png)', want: [link('https://x.y/z.png', 'i')] },
    { from: 'a :)', want: [text('a '), { kind: 'emoji', text: '🙂', name: 'slight_smile' }] },
    { from: 'in #ops', want: [text('in '), { kind: 'mention', text: '#ops', loud: false }] },
    { from: 'hi @all', want: [text('hi '), { kind: 'mention', text: '@all', loud: true }] },
    { from: '+15551234567', want: [link('tel:15551234567', '+15551234567')] },
    { from: 'foo.com', want: [link('https://foo.com', 'foo.com')] },
    { from: '```a```', want: [text('``'), { kind: 'code', text: 'a' }, text('``')] },
  ])('$from', ({ from, want }) => {
    expect(parseRocketText(from)).toEqual([{ kind: 'paragraph', children: want }]);
  });
});

/** The blocks that the same parser finds. */
test('blocks', () => {
  expect(parseRocketText('# h\n3. a\n4. b\n9. c\n- [x] d\n> e\n```js\nf\n```')).toEqual([
    { kind: 'heading', level: 1, children: [text('h')] },
    { kind: 'list', ordered: true, start: 3, items: [[line('a')], [line('b')]] },
    { kind: 'list', ordered: true, start: 9, items: [[line('c')]] },
    { kind: 'list', ordered: false, start: 1, items: [[{ kind: 'paragraph', children: [text('☑ '), text('d')] }]] },
    { kind: 'quote', collapsed: false, children: [line('e')] },
    { kind: 'code', language: 'js', text: 'f' },
  ]);
});

const rocket = findPlatform('rocket-chat')!;

/**
 * Attachments are read by marked, after & < > are escaped, with one star for bold and two underscores for italic.
 * https://github.com/RocketChat/Rocket.Chat/blob/develop/apps/meteor/client/components/MarkdownText.tsx, 2026-11-30
 */
describe('the text of an attachment', () => {
  test.each<{ from: string; want: readonly Block[] }>([
    { from: '*a*', want: [{ kind: 'paragraph', children: [bold(text('a'))] }] },
    { from: '**a**', want: [{ kind: 'paragraph', children: [bold(text('a'))] }] },
    { from: '__a__', want: [{ kind: 'paragraph', children: [italic(text('a'))] }] },
    { from: '_a_', want: [{ kind: 'paragraph', children: [italic(text('a'))] }] },
    { from: '||a||', want: [line('||a||')] },
    { from: '> a', want: [line('> a')] },
    { from: 'a &lt; <b>', want: [line('a &lt; <b>')] },
    { from: '`a<b`', want: [{ kind: 'paragraph', children: [{ kind: 'code', text: 'a<b' }] }] },
    { from: ':) #ops', want: [line(':) #ops')] },
  ])('$from', ({ from, want }) => {
    const preview = previewOf(rocket, JSON.stringify({ attachments: [{ text: from }] }));
    expect(preview).toMatchObject({ pieces: [{ kind: 'card', pieces: [{ kind: 'text', blocks: want }] }] });
  });
});

describe('any body', () => {
  test.each(['null', '1', '"x"', '[]', '{}', '[[]]', '[{}]', '[1]'])('%s in any place is judged', (value) => {
    for (const key of ['text', 'msg', 'attachments', 'channel', 'username']) {
      const body = `{"${key}": ${value}}`;
      expect(() => verdictOn(rocket, body)).not.toThrow();
      expect(previewOf(rocket, body).kind).toMatch(/message|nothing/);
    }
    for (const key of ['title', 'text', 'fields', 'color', 'title_link', 'mrkdwn_in', 'image_url']) {
      const body = `{"attachments": [{"${key}": ${value}}]}`;
      expect(() => verdictOn(rocket, body)).not.toThrow();
      expect(previewOf(rocket, body).kind).toBe('message');
    }
  });
});
