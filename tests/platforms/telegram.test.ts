import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { decodePayload, defaultVersion, render, samples } from '../../src/coroot';
import { worst } from '../../src/platforms';
import { findPlatform, findPreset } from './all';
import type { Entity, Parsed } from '../../src/platforms/each/telegram/entities';
import { parseHtml } from '../../src/platforms/each/telegram/html';
import { parseMarkdown } from '../../src/platforms/each/telegram/markdown';
import { parseMarkdownV2 } from '../../src/platforms/each/telegram/markdown-v2';
import { previewOf, verdictOn } from './received';

const telegram = findPlatform('telegram')!;

/**
 * Marks in one line, in order of their places: `bold 0-4`, `link 2-5 https://…`, `pre 0-3 go`, `quote+` where it
 * expands.
 */
function written(entity: Entity): string {
  const range = `${String(entity.from)}-${String(entity.to)}`;
  switch (entity.kind) {
    case 'pre':
      return `pre ${range} ${entity.language}`.trim();
    case 'link':
      return `link ${range} ${entity.url ?? 'dropped'}`;
    case 'quote':
      return `quote${entity.expandable ? '+' : ''} ${range}`;
    case 'user':
    case 'emoji':
      return `${entity.kind} ${range} ${entity.id}`;
    case 'date':
      return `date ${range} ${String(entity.date.unix)} ${entity.date.parts.join('')}`.trim();
    default:
      return `${entity.kind} ${range}`;
  }
}

function outcomeOf(parsed: Parsed): readonly [text: string, ...marks: string[]] | string {
  if (!parsed.ok) return parsed.reason;
  const order = parsed.entities.toSorted((a, b) => a.from - b.from || b.to - a.to);
  return [parsed.text, ...order.map(written)];
}

const parsers = { Markdown: parseMarkdown, MarkdownV2: parseMarkdownV2, HTML: parseHtml };

/** What a text becomes, or Telegram's words for refusing it. */
type Row = readonly [markup: string, want: string | readonly string[]];

// Rules: https://core.telegram.org/bots/api#markdown-style; a byte offset counts UTF-8 (💥 has four bytes).
const markdownRows: readonly Row[] = [
  ['', ['']],
  ['plain', ['plain']],
  ['*Net* and _Logs_', ['Net and Logs', 'bold 0-3', 'italic 8-12']],
  ['my_app', "Can't find end of the entity starting at byte offset 2"],
  ['💥 my_app', "Can't find end of the entity starting at byte offset 7"],
  ['*a', "Can't find end of the entity starting at byte offset 0"],
  ['a `b', "Can't find end of the entity starting at byte offset 2"],
  ['```x', "Can't find end of the entity starting at byte offset 0"],
  ['[x', "Can't find end of the entity starting at byte offset 0"],
  ['\\_\\*\\`\\[', ['_*`[']],
  ['\\] \\a \\', ['\\] \\a \\']],
  // Entities do not nest, and nothing is escaped inside them.
  ['*a_b*', ['a_b', 'bold 0-3']],
  ['*a\\*b', ['a\\b', 'bold 0-2']],
  ['`a*b_c`', ['a*b_c', 'code 0-5']],
  ['```go\nx := 1\n```', ['x := 1\n', 'pre 0-7 go']],
  ['```\nx\n```', ['x\n', 'pre 0-2']],
  ['```x```', ['x', 'pre 0-1']],
  ['[a b](https://example.com/x_y)', ['a b', 'link 0-3 https://example.com/x_y']],
  ['[a](tg://user?id=42)', ['a', 'user 0-1 42']],
  ['[CRITICAL]', ['CRITICAL', 'link 0-8 dropped']],
  ['[example.com]', ['example.com', 'link 0-11 http://example.com/']],
  ['[a](http://localhost:8080/p)', ['a', 'link 0-1 dropped']],
  ['[a](http://127.0.0.1:8080/p)', ['a', 'link 0-1 http://127.0.0.1:8080/p']],
  ['[a](ftp://example.com)', ['a', 'link 0-1 dropped']],
  ['**bold**', ['bold']],
];

// Rules: https://core.telegram.org/bots/api#markdownv2-style; names of entities and offsets as in
// https://github.com/tdlib/td/blob/master/test/message_entities.cpp
const reserved = "is reserved and must be escaped with the preceding '\\'";
const markdownV2Rows: readonly Row[] = [
  ['', ['']],
  ...[']', '(', ')', '#', '+', '-', '=', '|', '{', '}', '.', '!'].flatMap((c): Row[] => [
    [`a ${c}`, `Character '${c}' ${reserved}`],
    [`a \\${c}`, [`a ${c}`]],
  ]),
  ['a >', `Character '>' ${reserved}`],
  ['💥 *a', "Can't find end of Bold entity at byte offset 5"],
  ['_a', "Can't find end of Italic entity at byte offset 0"],
  ['__a_', "Can't find end of Italic entity at byte offset 3"],
  ['_a__', "Can't find end of Underline entity at byte offset 2"],
  ['~a', "Can't find end of Strikethrough entity at byte offset 0"],
  ['||a', "Can't find end of Spoiler entity at byte offset 0"],
  ['`a', "Can't find end of Code entity at byte offset 0"],
  ['```a', "Can't find end of Pre entity at byte offset 0"],
  ['```a ', "Can't find end of PreCode entity at byte offset 0"],
  ['[a', "Can't find end of TextUrl entity at byte offset 0"],
  ['[a](b', "Can't find end of a URL at byte offset 4"],
  ['![a', "Can't find end of CustomEmoji entity at byte offset 0"],
  ['![a]', 'The entity must contain a tg://emoji or tg://time URL'],
  ['![a](tg://emoji?id=7)', ['a', 'emoji 0-1 7']],
  ['*a _b ~c~_*', ['a b c', 'bold 0-5', 'italic 2-5', 'strike 4-5']],
  ['_a __b___', ['a b', 'italic 0-3', 'underline 2-3']],
  ['||a||', ['a', 'spoiler 0-1']],
  ['`a-b.c`', ['a-b.c', 'code 0-5']],
  ['`a\\`b`', ['a`b', 'code 0-3']],
  ['```go\nx.y\n```', ['x.y\n', 'pre 0-4 go']],
  ['[a](https://example.com/x_(y\\))', ['a', 'link 0-1 https://example.com/x_(y)']],
  ['[a]()', ['a', 'link 0-1 dropped']],
  ['>a\n>b\nc', ['a\nb\nc', 'quote 0-4']],
  ['>a||', ['a', 'quote+ 0-1']],
  ['>a\n**>b', ['a\nb', 'quote 0-2', 'quote 2-3']],
  ['>*a\nb*', "Can't find end of Bold entity at byte offset 1"],
  ['*>a\n*', ['a\n', 'quote 0-2', 'bold 0-2']],
  ['**', ['']],
];

// Rules: https://core.telegram.org/bots/api#html-style; answers as in
// https://github.com/tdlib/td/blob/master/test/message_entities.cpp
const htmlRows: readonly Row[] = [
  ['', ['']],
  ['a > b', ['a > b']],
  ['<b>a<i>b</i></b>', ['ab', 'bold 0-2', 'italic 1-2']],
  ['<B>a</b>', ['a', 'bold 0-1']],
  ['<b>a</>', ['a', 'bold 0-1']],
  ['<b></b>', ['']],
  ['&lt;&gt;&amp;&quot;&#39;&#x41;', ['<>&"\'A']],
  ['&lt &nbsp; &#0; & &constructor;', ['< &nbsp; &#0; & &constructor;']],
  ['💥 <br>', 'Unsupported start tag "br" at byte offset 5'],
  ['<br/>', 'Unsupported start tag "br/" at byte offset 0'],
  ['a <5ms', 'Unclosed start tag at byte offset 2'],
  ['a </b>', 'Unexpected end tag at byte offset 2'],
  ['<b>a', 'Can\'t find end tag corresponding to start tag "b"'],
  ['<b>a</b', 'Unclosed end tag at byte offset 4'],
  ['<b>a</i>', 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'],
  ['<b =x>', 'Empty attribute name in the tag "b" at byte offset 0'],
  ['<a href=https://example.com>a</a>', 'Unexpected end of name token at byte offset 8'],
  ['<a href="https://example.com>a</a>', 'Unclosed start tag at byte offset 0'],
  ['<span>a</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'],
  ['<span class="tg-spoiler">a</span>', ['a', 'spoiler 0-1']],
  ['<a href="https://example.com/?a=1&amp;b=&#34;">a</a>', ['a', 'link 0-1 https://example.com/?a=1&b="']],
  ['<a href="http://localhost/">a</a>', ['a', 'link 0-1 dropped']],
  ['<a>example.com</a>', ['example.com', 'link 0-11 http://example.com/']],
  ['<pre>a</pre>', ['a', 'pre 0-1']],
  ['<pre><code class="language-go">a</code></pre>', ['a', 'pre 0-1 go']],
  ['<blockquote>a</blockquote><blockquote expandable>b</blockquote>', ['ab', 'quote 0-1', 'quote+ 1-2']],
  ['<tg-emoji emoji-id="x">a</tg-emoji>', 'Invalid custom emoji identifier specified'],
  [
    '&#xd83d;',
    'Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate code units',
  ],
];

// What https://github.com/tdlib/td/blob/022d602/td/telegram/MessageEntity.cpp (parse_html, parse_markdown_v2) says of
// dates, and what its tests do not ask; read on 2026-11-30.
const invalidDate = 'Invalid tg://emoji or tg://time URL specified';
const dateRows: readonly (readonly ['HTML' | 'MarkdownV2', ...Row])[] = [
  ['HTML', '<tg-time unix="1647531900">a</tg-time>', ['a', 'date 0-1 1647531900']],
  ['HTML', '<TG-TIME unix=1647531900 format=wDT>a</tg-time>', ['a', 'date 0-1 1647531900 wtd']],
  ['HTML', '<tg-time unix="1647531900" format="wDT">a</tg-time>', ['a', 'date 0-1 1647531900 wTD']],
  ['HTML', '<tg-time unix="1647531900" format="R">a</tg-time>', ['a', 'date 0-1 1647531900 r']],
  ['HTML', '<tg-time unix="1647531900" format="rR">a</tg-time>', 'Invalid date format used'],
  ['HTML', '<tg-time format="x">a</tg-time>', 'Invalid date format used'],
  ['HTML', '<tg-time format="x"></tg-time>', ['']],
  ['HTML', '<tg-time format="t">a</tg-time>', ['a']],
  ['HTML', '<tg-time unix="-5">a</tg-time>', ['a']],
  ['HTML', '<tg-time unix="noon">a</tg-time>', ['a']],
  ['HTML', '<tg-time unix="12noon">a</tg-time>', ['a', 'date 0-1 12']],
  ['HTML', '<tg-time unix="4294967297">a</tg-time>', ['a', 'date 0-1 1']],
  ['HTML', '<tg-time unix="1647531900">a</tg-emoji>', 'Unmatched end tag at byte offset 28, expected "</tg-time>", found "</tg-emoji>"'],
  ['HTML', '<tg-emoji emoji-id="-7">a</tg-emoji>', ['a', 'emoji 0-1 -7']],
  ['HTML', '<tg-emoji emoji-id="9223372036854775808">a</tg-emoji>', 'Invalid custom emoji identifier specified'],
  ['MarkdownV2', '![a](tg://time?unix=1647531900&format=wDT)', ['a', 'date 0-1 1647531900 wTD']],
  ['MarkdownV2', '![a](tg:time?unix=1647531900)', ['a', 'date 0-1 1647531900']],
  ['MarkdownV2', '![a](tg://time?unix=1&unix=2)', ['a', 'date 0-1 2']],
  ['MarkdownV2', '![a](tg://time?unix=x&unix=2)', invalidDate],
  ['MarkdownV2', '![a](tg://time?unix=2147483648)', invalidDate],
  ['MarkdownV2', '![a](tg://time?unix=0)', invalidDate],
  ['MarkdownV2', '![a](tg://time?unix=1&format=rt)', invalidDate],
  ['MarkdownV2', '![a](tg://time?format=t)', invalidDate],
  ['MarkdownV2', '![a](tg://time//?unix=1)', invalidDate],
  ['MarkdownV2', '![a](https://example.com)', invalidDate],
  ['MarkdownV2', '![](tg://time?unix=x)', invalidDate],
  ['MarkdownV2', '[a](TG:USER/?x=1&ID=7#id=8)', ['a', 'user 0-1 7']],
  ['MarkdownV2', '[a](tg://user?id=07)', ['a', 'link 0-1 tg://user?id=07']],
]; // prettier-ignore

describe('parse_mode Markdown', () => {
  test.each(markdownRows)('%j', (markup, want) => {
    expect(outcomeOf(parseMarkdown(markup))).toEqual(want);
  });
});

describe('parse_mode MarkdownV2', () => {
  test.each(markdownV2Rows)('%j', (markup, want) => {
    expect(outcomeOf(parseMarkdownV2(markup))).toEqual(want);
  });
});

describe('parse_mode HTML', () => {
  test.each(htmlRows)('%j', (markup, want) => {
    expect(outcomeOf(parseHtml(markup))).toEqual(want);
  });
});

describe('dates and custom emoji', () => {
  test.each(dateRows)('%s %j', (mode, markup, want) => {
    expect(outcomeOf(parsers[mode](markup))).toEqual(want);
  });
});

/** The letters of a date's format by their number in Telegram's tests. */
const dateFlags = { r: 1, t: 2, T: 4, d: 8, D: 16, w: 32 };

/** What Telegram's own tests expect; those marks that it drops are left out, and numbers stand for formats of dates. */
function asTelegramSays(parsed: Parsed): readonly string[] | string {
  if (!parsed.ok) return parsed.reason;
  const kept = parsed.entities.filter((entity) => entity.kind !== 'link' || entity.url !== null);
  const marks = kept.map((entity) => {
    if (entity.kind !== 'date') return written(entity);
    const flags = entity.date.parts.reduce((sum, part) => sum + dateFlags[part], 0);
    return `date ${String(entity.from)}-${String(entity.to)} ${String(entity.date.unix)} ${String(flags)}`;
  });
  return [parsed.text, ...marks.sort()];
}

/**
 * Inputs and results of the tests of Telegram's parser, `parse_html` and `parse_markdown`:
 * https://github.com/tdlib/td/blob/022d602/test/message_entities.cpp, read on 2026-11-30.
 */
const telegramsTests = JSON.parse(
  readFileSync(new URL('telegram-entities.json', import.meta.url), 'utf8'),
) as readonly (readonly ['HTML' | 'MarkdownV2', ...Row])[];

describe('the tests of Telegram’s own parser', () => {
  test.each(telegramsTests)('%s %j', (mode, markup, want) => {
    const [text = '', ...marks] = want;
    expect(asTelegramSays(parsers[mode](markup))).toEqual(
      typeof want === 'string' ? want : [text, ...marks.toSorted()],
    );
  });

  test('every ASCII character that begins no entity is itself or reserved', () => {
    for (let code = 1; code < 126; code++) {
      const c = String.fromCharCode(code);
      if ('_*[~`>'.includes(c)) continue;
      const isReserved = ']()>#+-=|{}.!'.includes(c);
      expect(asTelegramSays(parseMarkdownV2(c))).toEqual(isReserved ? `Character '${c}' ${reserved}` : [c]);
      if (isReserved) expect(asTelegramSays(parseMarkdownV2(`\\${c}`))).toEqual([c]);
    }
  });
});

const pieces = ['*', '_', '__', '[', '](', ')', ']', '`', '```', '<', '<b>', '</b>', '>', '&', '&lt;', '||', '\\', '\n', '!', 'a', '💥', '\ud800']; // prettier-ignore

describe.each(Object.entries(parsers))('%s', (mode, parse) => {
  test('a megabyte of markup is read to its end', () => {
    for (const piece of ['*', '_', '[', '<', '`', '[a](', '&', '\\', '>', '||', '<b>']) {
      const raw = piece.repeat(2 ** 20 / piece.length);
      const parsed = parse(raw);
      if (parsed.ok) expect(parsed.text.length).toBeLessThanOrEqual(raw.length);
      else expect(parsed.at.from).toBeLessThan(raw.length + 1);
    }
  });

  test('marks and places stay within the text, whatever it is, and check and preview agree', () => {
    const markup = fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(markup, (raw) => {
        const parsed = parse(raw);
        if (parsed.ok) {
          for (const { from, to, source } of parsed.entities) {
            expect(from).toBeLessThan(to);
            expect(to).toBeLessThanOrEqual(parsed.text.length);
            expect(source.to).toBeLessThanOrEqual(raw.length);
          }
        } else expect(parsed.at.to).toBeLessThanOrEqual(raw.length + 1);
        const body = JSON.stringify({ chat_id: 1, text: raw, parse_mode: mode });
        const refused = verdictOn(telegram, body).findings.some(({ severity }) => severity === 'error');
        expect(previewOf(telegram, body).kind).toBe(refused ? 'nothing' : 'message');
      }),
      { numRuns: 1000, seed: 1 },
    );
  });
});

describe('the preview', () => {
  const blocks = (text: string, mode: string): unknown => {
    const preview = previewOf(telegram, JSON.stringify({ chat_id: 1, text, parse_mode: mode }));
    return preview.kind === 'message' && preview.pieces[0]?.kind === 'text' ? preview.pieces[0].blocks : preview;
  };
  const text = (value: string): unknown => ({ kind: 'text', text: value });
  const paragraph = (...children: readonly unknown[]): unknown => ({ kind: 'paragraph', children });

  // https://core.telegram.org/bots/api#formatting-options: what may contain what.
  test.each([
    {
      name: 'marks nest',
      text: '<b>a<i>b</i></b>',
      want: [
        paragraph(
          { kind: 'bold', children: [text('a')] },
          { kind: 'bold', children: [{ kind: 'italic', children: [text('b')] }] },
        ),
      ],
    },
    { name: 'code contains nothing', text: '<code><b>a</b></code>', want: [paragraph({ kind: 'code', text: 'a' })] },
    {
      name: 'a link that Telegram drops has no address',
      text: '<a href="http://coroot/">a</a>',
      want: [paragraph({ kind: 'link', href: null, children: [text('a')] })],
    },
    {
      name: 'blocks stand on lines of their own',
      text: 'a\n<pre><code class="language-go">b\nc</code></pre>\n<blockquote expandable>d</blockquote>\ne',
      want: [
        paragraph(text('a')),
        { kind: 'code', language: 'go', text: 'b\nc' },
        { kind: 'quote', collapsed: true, children: [paragraph(text('d'))] },
        paragraph(text('e')),
      ],
    },
    {
      name: 'addresses and mentions pop up in plain text',
      text: 'see https://example.com/a_(b). @coroot_admin',
      want: [
        paragraph(
          text('see '),
          { kind: 'link', href: 'https://example.com/a_(b)', children: [text('https://example.com/a_(b)')] },
          text('. '),
          { kind: 'mention', text: '@coroot_admin', loud: false },
        ),
      ],
    },
    { name: 'white space around the text is dropped', text: '\n a\tb \n', want: [paragraph(text('a b'))] },
  ])('$name', ({ text: markup, want }) => {
    expect(blocks(markup, 'HTML')).toEqual(want);
  });

  // The forms that https://github.com/tdlib/td/blob/022d602/td/generate/scheme/td_api.tl gives as examples.
  test.each([
    ['', 'soon'],
    ['t', '22:45'],
    ['T', '22:45:00'],
    ['d', '17.03.22'],
    ['D', 'March 17, 2022'],
    ['w', 'Thursday'],
    ['wDT', 'Thursday, 22:45:00, March 17, 2022'],
    ['dDtT', '22:45, 17.03.22'],
  ])('a date with the format “%s” is shown as %s', (format, want) => {
    const date = `<tg-time unix="1647557100" format="${format}">soon</tg-time>`;
    expect(blocks(`at ${date}.`, 'HTML')).toEqual([paragraph(text('at '), text(want), text('.'))]);
    expect(blocks(`<b>${date}</b>`, 'HTML')).toEqual([paragraph({ kind: 'bold', children: [text(want)] })]);
    expect(blocks(`![soon](tg://time?unix=1647557100&format=${format})`, 'MarkdownV2')).toEqual([
      paragraph(text(want)),
    ]);
  });

  test.each([
    [-1, 'in 1 second'],
    [0, '0 seconds ago'],
    [59, '59 seconds ago'],
    [60, '1 minute ago'],
    [-7200, 'in 2 hours'],
    [86_400, '1 day ago'],
    [-61 * 86_400, 'in 2 months'],
    [730 * 86_400, '2 years ago'],
  ])('a relative date, %d seconds ago, is shown as %s', (seconds, want) => {
    vi.useFakeTimers({ now: (1_647_557_100 + seconds) * 1000 });
    try {
      expect(blocks('<tg-time unix="1647557100" format="r">soon</tg-time>', 'HTML')).toEqual([paragraph(text(want))]);
    } finally {
      vi.useRealTimers();
    }
  });

  test('raw tabs in strings are read, as Telegram’s JSON reader does', () => {
    const body = '{"chat_id": 1, "text": "a\tb"}';
    expect(verdictOn(telegram, body).findings).toEqual([]);
    expect(previewOf(telegram, body)).toMatchObject({ kind: 'message' });
  });

  test('what Telegram refuses is not drawn, with its reason', () => {
    expect(blocks('<br>', 'HTML')).toEqual({
      kind: 'nothing',
      reason: 'Telegram refuses the message: can\'t parse entities: Unsupported start tag "br" at byte offset 0.',
    });
  });
});

describe('the robust templates', () => {
  test.each(samples)('$id reads without a warning and links to Coroot', ({ kind, payload }) => {
    const decoded = decodePayload(payload, kind, defaultVersion);
    if (!decoded.ok) throw new Error(JSON.stringify(decoded.problems));
    const got = render({
      kind,
      template: findPreset('telegram.robust')!.templatesFor(defaultVersion)[kind],
      value: decoded.value,
    });
    if (!got.ok) throw new Error(got.message);
    expect(worst(verdictOn(telegram, got.body))).toBe('pass');
    const { url } = JSON.parse(payload) as { readonly url: string };
    expect(JSON.stringify(previewOf(telegram, got.body))).toContain(
      JSON.stringify({ kind: 'link', href: url }).slice(1, -1),
    );
  });
});
