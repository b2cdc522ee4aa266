import { describe, expect, test } from 'vitest';
import { findPlatform } from '../../src/platforms';
import type { Inline } from '../../src/platforms/preview/preview';
import { parseRocketText } from '../../src/platforms/each/rocket-chat/text';
import { previewOf, verdictOn } from './received';

const text = (s: string): Inline => ({ kind: 'text', text: s });
const bold = (...children: readonly Inline[]): Inline => ({ kind: 'bold', children });
const italic = (...children: readonly Inline[]): Inline => ({ kind: 'italic', children });
const strike = (...children: readonly Inline[]): Inline => ({ kind: 'strike', children });
const link = (href: string, label: string): Inline => ({ kind: 'link', href, children: [text(label)] });

/** What `@rocket.chat/message-parser` 0.31.35 makes of the same texts. */
describe('markup of a line', () => {
  test.each<{ from: string; want: readonly Inline[] }>([
    { from: '*a*', want: [bold(text('a'))] },
    { from: '**a**', want: [bold(text('a'))] },
    { from: 'a*b*c', want: [text('a'), bold(text('b')), text('c')] },
    { from: '5 * 3 * 2', want: [text('5 '), bold(text(' 3 ')), text(' 2')] },
    { from: '*a*b*', want: [bold(text('a')), text('b'), text('*')] },
    { from: '*_x_*', want: [bold(italic(text('x')))] },
    { from: 'x _a_ y', want: [text('x '), italic(text('a')), text(' y')] },
    { from: '_ a _', want: [italic(text(' a '))] },
    { from: '__a__', want: [italic(text('a'))] },
    { from: 'my_app_x', want: [text('my'), text('_'), text('app'), text('_'), text('x')] },
    { from: '~a~', want: [strike(text('a'))] },
    { from: 'a~b~c', want: [text('a'), strike(text('b')), text('c')] },
    { from: '`a*b`', want: [{ kind: 'code', text: 'a*b' }] },
    { from: '\\*a\\*', want: [text('*'), text('a'), text('*')] },
    { from: '\\[a](https://x.y)', want: [text('\\'), link('https://x.y', 'a')] },
    { from: '[t](https://x.y)', want: [link('https://x.y', 't')] },
    { from: '[a](b)', want: [text('[a](b)')] },
    { from: '<http://x.y|a b>', want: [link('http://x.y', 'a b')] },
    { from: '<b>x</b> &lt;', want: [text('<b>x</b> &lt;')] },
  ])('$from', ({ from, want }) => {
    expect(parseRocketText(from)).toEqual([{ kind: 'paragraph', children: want }]);
  });
});

const rocket = findPlatform('rocket-chat')!;

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
