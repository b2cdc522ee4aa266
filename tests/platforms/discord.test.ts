import { describe, expect, test } from 'vitest';
import { decodePayload, defaultVersion, render, samples } from '../../src/coroot';
import { findPlatform } from './all';
import { previewText, type Block, type Inline, blockText } from '../../src/platforms/preview/preview';
import { type DiscordPlace, discordInlines, discordUnits } from '../../src/platforms/each/discord/inline';
import { discordBlocks } from '../../src/platforms/each/discord/markdown';
import { previewOf } from './received';

const content: DiscordPlace = { blocks: true, links: true, pings: true };
const title: DiscordPlace = { blocks: false, links: false, pings: false };

const text = (value: string): Inline => ({ kind: 'text', text: value });
const mark = (kind: 'bold' | 'italic' | 'underline' | 'strike' | 'spoiler' | 'small', ...of: Inline[]): Inline => ({
  kind,
  children: of,
});
const code = (value: string): Inline => ({ kind: 'code', text: value });
const link = (href: string, label = href): Inline => ({ kind: 'link', href, children: [text(label)] });
const mention = (value: string, loud = false): Inline => ({ kind: 'mention', text: value, loud });
const p = (...children: readonly Inline[]): Block => ({ kind: 'paragraph', children });

/**
 * https://support.discord.com/hc/en-us/articles/210298617,
 * https://docs.discord.com/developers/reference#message-formatting, and what simple-markdown, on which Discord's apps
 * build, is documented to do.
 */
describe('within a line', () => {
  const rows: [input: string, ...want: Inline[]][] = [
    ['*italics* _italics_', mark('italic', text('italics')), text(' '), mark('italic', text('italics'))],
    ['**bold**', mark('bold', text('bold'))],
    ['***bold italics***', mark('italic', mark('bold', text('bold italics')))],
    ['__underline__', mark('underline', text('underline'))],
    ['__*underline italics*__', mark('underline', mark('italic', text('underline italics')))],
    ['__***all three***__', mark('underline', mark('italic', mark('bold', text('all three'))))],
    ['~~gone~~', mark('strike', text('gone'))],
    ['||secret||', mark('spoiler', text('secret'))],
    ['`code *stays*`', code('code *stays*')],
    ['``a ` b``', code('a ` b')],
    ['``a`', code('`a')],
    ['`open', text('`open')],
    ['my_app_name', text('my_app_name')],
    ['a_b and snake_case_ end', text('a_b and snake'), mark('italic', text('case')), text(' end')],
    ['a*b*c', text('a'), mark('italic', text('b')), text('c')],
    ['5 * 3 * 2', text('5 * 3 * 2')],
    ['** open', text('** open')],
    ['\\*kept\\* \\_kept\\_ \\\\', text('*kept* _kept_ \\')],
    ['\\a stays', text('\\a stays')],
    ['**a \\** b**', mark('bold', text('a ** b'))],
    ['[CRITICAL] text', text('[CRITICAL] text')],
    ['[docs](https://example.com/a_b)', link('https://example.com/a_b', 'docs')],
    ['[docs](<https://example.com/(a)>)', link('https://example.com/(a)', 'docs')],
    ['[docs](https://example.com "title")', link('https://example.com', 'docs')],
    ['[a [b]](https://example.com)', link('https://example.com', 'a [b]')],
    ['[x](javascript:alert)', text('[x](javascript:alert)')],
    ['[x]()', text('[x]()')],
    ['<https://example.com/a>', link('https://example.com/a')],
    ['see https://example.com/a_b.', text('see '), link('https://example.com/a_b'), text('.')],
    ['(https://example.com/a)', text('('), link('https://example.com/a'), text(')')],
    ['https\\://example.com', text('https://example.com')],
    ['<@80351110224678912>', mention('@80351110224678912')],
    ['<@!80351110224678912>', mention('@80351110224678912')],
    ['<@&165511591545143296>', mention('@165511591545143296', true)],
    ['<#103735883630395392>', mention('#103735883630395392')],
    ['</airhorn:816437322781949972>', mention('/airhorn')],
    ['@everyone @here', mention('@everyone', true), text(' '), mention('@here', true)],
    ['\\@everyone', text('@everyone')],
    ['<:mmLol:216154654256398347>', { kind: 'emoji', text: ':mmLol:', name: 'mmLol' }],
    ['<a:b1nzy:392938283556143104>', { kind: 'emoji', text: ':b1nzy:', name: 'b1nzy' }],
    [':tada: :nobody:', { kind: 'emoji', text: '🎉', name: 'tada' }, text(' :nobody:')],
    ['<t:1618953630:R>', mention('2021-04-20 21:20 UTC')],
    ['<t:9999999999999>', text('<t:9999999999999>')],
    ['<script>', text('<script>')],
    ['a\nb', text('a'), { kind: 'break' }, text('b')],
  ];
  test.each(rows.map(([input, ...want]) => ({ input, want })))('$input', ({ input, want }) => {
    expect(discordInlines(input, content)).toEqual(want);
  });

  test('a title shows no links, and a mention in it tells nobody', () => {
    expect(discordInlines('[a](https://b.c) @here', title)).toEqual([text('[a](https://b.c) '), mention('@here')]);
  });
});

describe('in blocks', () => {
  const rows: readonly { name: string; input: string; want: readonly Block[] }[] = [
    {
      name: 'headings need a space',
      input: '# One\n### Three\n#none\n#### Four',
      want: [
        { kind: 'heading', level: 1, children: [text('One')] },
        { kind: 'heading', level: 3, children: [text('Three')] },
        p(text('#none'), { kind: 'break' }, text('#### Four')),
      ],
    },
    { name: 'subtext', input: '-# small', want: [p(mark('small', text('small')))] },
    {
      name: 'a quoted line',
      input: '> a\n> b\nc',
      want: [{ kind: 'quote', collapsed: false, children: [p(text('a'), { kind: 'break' }, text('b'))] }, p(text('c'))],
    },
    {
      name: 'everything quoted',
      input: 'x\n>>> a\nb',
      want: [p(text('x')), { kind: 'quote', collapsed: false, children: [p(text('a'), { kind: 'break' }, text('b'))] }],
    },
    { name: 'no quote without a space', input: '>a', want: [p(text('>a'))] },
    {
      name: 'lists',
      input: '- a\n  - b\n* c\n3. d',
      want: [
        {
          kind: 'list',
          ordered: false,
          start: 1,
          items: [[p(text('a')), { kind: 'list', ordered: false, start: 1, items: [[p(text('b'))]] }], [p(text('c'))]],
        },
        { kind: 'list', ordered: true, start: 3, items: [[p(text('d'))]] },
      ],
    },
    {
      name: 'code with a language',
      input: 'see\n```js\nconst a = "**";\n```\nend',
      want: [p(text('see')), { kind: 'code', language: 'js', text: 'const a = "**";' }, p(text('end'))],
    },
    { name: 'code in one line', input: '```a```', want: [{ kind: 'code', language: '', text: 'a' }] },
    { name: 'an open block of code', input: '```a', want: [p(text('```a'))] },
    { name: 'no block of code after a backslash', input: '\\`\\`\\`a\\`\\`\\`', want: [p(text('```a```'))] },
    { name: 'a bullet is text', input: '• **a**: b', want: [p(text('• '), mark('bold', text('a')), text(': b'))] },
  ];
  test.each(rows)('$name', ({ input, want }) => {
    expect(discordBlocks(input, content)).toEqual(want);
  });

  test.each([
    '*',
    '_',
    '**a',
    '__',
    '~~',
    '||',
    '`',
    '```',
    '[',
    '](',
    '<',
    ':',
    '@',
    'h',
    '> ',
    '- ',
    '# ',
    '\\',
    '*a ',
  ])('a megabyte of %j is shown', (run) => {
    const input = run.repeat(2 ** 20 / run.length);
    expect(blockText(discordBlocks(input, content)).endsWith(input.slice(discordUnits))).toBe(true);
  });
});

test('every robust message links to Coroot', () => {
  const discord = findPlatform('discord')!;
  for (const { kind, payload } of samples) {
    const decoded = decodePayload(payload, kind, defaultVersion);
    if (!decoded.ok) throw new Error('the sample does not decode');
    const rendered = render({
      kind,
      template: discord.robust.templatesFor(defaultVersion)[kind],
      value: decoded.value,
    });
    if (!rendered.ok) throw new Error(rendered.message);
    const preview = previewOf(discord, rendered.body);
    expect(previewText(preview)).toContain('Open in Coroot');
    const { url } = JSON.parse(payload) as { url: string };
    expect(JSON.stringify(preview)).toContain(JSON.stringify({ kind: 'link', href: url }).slice(0, -1));
  }
});
