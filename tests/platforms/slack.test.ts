import { describe, expect, test } from 'vitest';
import { findPlatform } from './all';
import { type Block, type Inline, blockText } from '../../src/platforms/preview/preview';
import { parseMrkdwn } from '../../src/platforms/each/slack/mrkdwn';
import { previewOf, verdictOn } from './received';

/** Inlines as a person writes them here: bold in **, italic in //, strike in --, code in ``, links as [text](href). */
function written(inlines: readonly Inline[]): string {
  return inlines
    .map((inline): string => {
      switch (inline.kind) {
        case 'text':
          return inline.text;
        case 'break':
          return '⏎';
        case 'code':
          return `‹${inline.text}›`;
        case 'bold':
        case 'italic':
        case 'strike':
          return `${inline.kind}(${written(inline.children)})`;
        case 'link':
          return `link(${written(inline.children)} → ${String(inline.href)})`;
        case 'mention':
          return `${inline.loud ? 'loud' : 'mention'}(${inline.text})`;
        case 'emoji':
          return `emoji(${inline.text})`;
        default:
          return `?${inline.kind}`;
      }
    })
    .join('');
}

function writtenBlocks(blocks: readonly Block[]): readonly string[] {
  return blocks.map((block): string => {
    switch (block.kind) {
      case 'paragraph':
        return written(block.children);
      case 'quote':
        return `quote(${writtenBlocks(block.children).join('|')})`;
      case 'code':
        return `code(${block.text})`;
      default:
        return `?${block.kind}`;
    }
  });
}

/** https://docs.slack.dev/messaging/formatting-message-text/ */
describe('mrkdwn, as documented', () => {
  test.each([
    { text: 'This is _italic_ text', want: ['This is italic(italic) text'] },
    { text: '*bold* text', want: ['bold(bold) text'] },
    { text: '~strike~ text', want: ['strike(strike) text'] },
    { text: 'a line\nof text', want: ['a line⏎of text'] },
    { text: 'Before\n>Quoted\n>again\nafter', want: ['Before', 'quote(Quoted⏎again)', 'after'] },
    { text: 'a sentence with some `inline *code*` in it', want: ['a sentence with some ‹inline *code*› in it'] },
    { text: '```This is a code block\nAnd *two* lines```', want: ['code(This is a code block\nAnd *two* lines)'] },
    { text: '- Detective Chimp\n- Man-Bat', want: ['- Detective Chimp⏎- Man-Bat'] },
    { text: 'see <http://www.example.com>', want: ['see link(http://www.example.com → http://www.example.com)'] },
    { text: '<http://www.example.com|This *is* a link>', want: ['link(This *is* a link → http://www.example.com)'] },
    { text: '<mailto:bob@example.com|Bob>', want: ['link(Bob → mailto:bob@example.com)'] },
    { text: 'Hello &amp; &lt;world&gt; 🌊', want: ['Hello & <world> 🌊'] },
    { text: 'Hey <@U024BE7LH>, thanks', want: ['Hey mention(@U024BE7LH), thanks'] },
    { text: '<#C024BE7LR>', want: ['mention(#C024BE7LR)'] },
    { text: '<!subteam^SAZ94GDB8>', want: ['loud(@SAZ94GDB8)'] },
    { text: '<!here> <!channel> <!everyone>', want: ['loud(@here) loud(@channel) loud(@everyone)'] },
    { text: '<!date^1392734382^Posted {date_num} {time_secs}|Posted 2014-02-18>', want: ['Posted 2014-02-18'] },
    {
      text: '<!date^1392734382^{date_short}^https://example.com/|Feb 18>',
      want: ['link(Feb 18 → https://example.com/)'],
    },
    { text: 'It’s Friday :tada: :smile:', want: ['It’s Friday emoji(🎉) emoji(😄)'] },
    {
      text: 'http://www.example.com/ is a link',
      want: ['link(http://www.example.com/ → http://www.example.com/) is a link'],
    },
  ])('$text', ({ text, want }) => {
    expect(writtenBlocks(parseMrkdwn(text))).toEqual(want);
  });
});

/** What the documentation leaves to common sense: markers work at the edges of words, and in pairs. */
describe('mrkdwn that is not meant', () => {
  test.each([
    { text: 'my_app and other_app', want: ['my_app and other_app'] },
    { text: '*my_app*', want: ['bold(my_app)'] },
    { text: '5 * 3 * 2', want: ['5 * 3 * 2'] },
    { text: '**bold**', want: ['**bold**'] },
    { text: '*open', want: ['*open'] },
    { text: '*a\nb*', want: ['*a⏎b*'] },
    { text: '*a _b* c_', want: ['bold(a _b) c_'] },
    { text: '*_x_*', want: ['bold(italic(x))'] },
    { text: '`open', want: ['`open'] },
    { text: '```open', want: ['```open'] },
    { text: '``````', want: ['``````'] },
    { text: '<b>x</b>', want: ['<b>x</b>'] },
    { text: '<javascript:alert(1)|x>', want: ['link(x → null)'] },
    { text: '[a](https://example.com)', want: ['[a](link(https://example.com → https://example.com))'] },
    { text: '&#34;&quot;&amp;lt;', want: ['&#34;&quot;&lt;'] },
    { text: ':no such emoji: 12:30:45', want: [':no such emoji: 12emoji(:30:)45'] },
    { text: '', want: [] },
  ])('$text', ({ text, want }) => {
    expect(writtenBlocks(parseMrkdwn(text))).toEqual(want);
  });

  test('without styles only controls, links and emoji are read', () => {
    expect(writtenBlocks(parseMrkdwn('*a* `b` <!here>\n> c', { styles: false }))).toEqual(['*a* `b` loud(@here)⏎> c']);
  });
});

const slack = findPlatform('slack')!;

describe('any body', () => {
  const pieces = [
    '*',
    '_',
    '`',
    '```',
    '<',
    '>',
    '<a',
    '<!channel>',
    '&',
    '&lt;',
    ':a',
    ':a:',
    'http://',
    '!',
    '>\n\n',
    '**a',
    '[a](',
    '_a *b ',
  ];
  test.each(pieces)('a megabyte of %j is read in one go', (piece) => {
    const text = piece.repeat(Math.ceil(1_000_000 / piece.length));
    const body = JSON.stringify({ text, blocks: [{ type: 'section', text: { type: 'mrkdwn', text } }] });
    expect(verdictOn(slack, body).findings.length).toBeGreaterThan(0);
    expect(previewOf(slack, body).kind).toBe('message');
    expect(blockText(parseMrkdwn(text)).length).toBeGreaterThan(0);
  });

  test.each(['null', '1', '"x"', '[]', '{}', 'true', '{"type":"x"}', '[[]]'])('%s in any place is judged', (value) => {
    for (const key of ['text', 'blocks', 'attachments', 'mrkdwn']) {
      const body = `{"${key}": ${value}}`;
      expect(verdictOn(slack, body).findings.length + verdictOn(slack, body).counters.length).toBeGreaterThanOrEqual(0);
      expect(previewOf(slack, body).kind).toMatch(/message|nothing/);
    }
    for (const type of ['header', 'section', 'context', 'image', 'actions', 'markdown', 'rich_text', 'divider']) {
      for (const key of ['text', 'fields', 'elements', 'accessory', 'image_url', 'title']) {
        const body = `{"blocks": [{"type": "${type}", "${key}": ${value}}], "attachments": [{"${key}": ${value}}]}`;
        expect(verdictOn(slack, body).findings.length).toBeGreaterThan(0);
        expect(previewOf(slack, body).kind).toMatch(/message|nothing/);
      }
    }
  });

  test('a very deep body is judged', () => {
    const body = `{"blocks": ${'[{"elements":'.repeat(4000)}1${'}]'.repeat(4000)}}`;
    expect(verdictOn(slack, body).findings.length).toBeGreaterThan(0);
    expect(previewOf(slack, body).kind).toMatch(/message|nothing/);
  });
});
