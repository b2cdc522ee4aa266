import { parse } from '@rocket.chat/message-parser';
import { describe, expect, test } from 'vitest';
import { hostileSamples, samples } from '../../src/coroot';
import { parseRocketText } from '../../src/platforms/each/rocket-chat/text';
import { type Block, type Inline, blockText } from '../../src/platforms/preview/preview';
import './received';

/** What servers set from the beginning. */
const options = { colors: true, emoticons: true, katex: { dollarSyntax: false, parenthesisSyntax: true } };

type Run = readonly [marks: string, text: string];

/** Runs of text with the marks around them; adjoining ones with the same marks are one. */
function merged(runs: readonly Run[]): readonly Run[] {
  const out: [string, string][] = [];
  for (const [marks, text] of runs) {
    const last = out.at(-1);
    if (last?.[0] === marks) last[1] += text;
    else if (text !== '') out.push([marks, text]);
  }
  return out;
}

const marksOf: Readonly<Record<string, string>> = {
  BOLD: 'bold',
  ITALIC: 'italic',
  STRIKE: 'strike',
  SPOILER: 'spoiler',
  SPOILER_BLOCK: 'spoiler',
  HEADING: 'heading',
  CODE: 'code-block',
  QUOTE: 'quote',
  UNORDERED_LIST: 'list',
  ORDERED_LIST: 'ordered',
  TASKS: 'list',
  KATEX: 'code-block',
};

/** The parser's tree as runs, by the names of its nodes alone. */
function treeRuns(node: unknown, marks: string): readonly Run[] {
  if (Array.isArray(node)) return node.flatMap((child) => treeRuns(child, marks));
  const { type, value, ...more } = node as {
    type: string;
    value: unknown;
    shortCode?: string;
    unicode?: string;
    status?: boolean;
  };
  const within = marksOf[type] === undefined ? marks : `${marks}/${marksOf[type]}`;
  const plain = (child: unknown): string => (child as { value: string }).value;
  switch (type) {
    case 'PLAIN_TEXT':
      return [[marks, String(value)]];
    case 'INLINE_CODE':
      return [[`${marks}/code`, plain(value)]];
    case 'INLINE_KATEX':
      return [[`${marks}/code`, String(value)]];
    case 'KATEX':
      return [[within, String(value)]];
    case 'MENTION_USER':
      return [[`${marks}/mention`, `@${plain(value)}`]];
    case 'MENTION_CHANNEL':
      return [[`${marks}/mention`, `#${plain(value)}`]];
    case 'EMOJI':
      return [[`${marks}/emoji`, String(more.shortCode ?? more.unicode)]];
    case 'LINK':
      return treeRuns((value as { label: unknown }).label, `${marks}/link`);
    case 'IMAGE': {
      const { src, label } = value as { src: unknown; label: unknown };
      const alt = treeRuns(label, '')
        .map(([, text]) => text)
        .join('');
      return [[`${marks}/link`, alt === '' ? plain(src) : alt]];
    }
    case 'LINE_BREAK':
    case 'COLOR':
    case 'TIMESTAMP':
      return [];
    case 'TASK':
      return [[within, more.status === true ? '☑ ' : '☐ '], ...treeRuns(value, within)];
    default:
      return treeRuns(value, within);
  }
}

/** What is drawn, as runs. */
function drawnRuns(blocks: readonly Block[], marks: string): readonly Run[] {
  return blocks.flatMap((block): readonly Run[] => {
    switch (block.kind) {
      case 'paragraph':
        return inlineRuns(block.children, marks);
      case 'heading':
        return inlineRuns(block.children, `${marks}/heading`);
      case 'code':
        return [[`${marks}/code-block`, block.text.replaceAll('\n', '')]];
      case 'quote':
        return drawnRuns(block.children, `${marks}/quote`);
      case 'list':
        return block.items.flatMap((item) => drawnRuns(item, `${marks}/${block.ordered ? 'ordered' : 'list'}`));
      default:
        return [[marks, `unexpected ${block.kind}`]];
    }
  });
}

function inlineRuns(inlines: readonly Inline[], marks: string): readonly Run[] {
  return inlines.flatMap((inline): readonly Run[] => {
    switch (inline.kind) {
      case 'text':
        return [[marks, inline.text]];
      case 'code':
      case 'mention':
        return [[`${marks}/${inline.kind}`, inline.text]];
      case 'emoji':
        return [[`${marks}/emoji`, inline.name]];
      case 'break':
        return [];
      default:
        return inlineRuns(inline.children, `${marks}/${inline.kind}`);
    }
  });
}

/** Every text of the samples and the hostile payloads. */
function payloadTexts(): readonly string[] {
  const found = new Set<string>();
  const walk = (value: unknown): void => {
    if (typeof value === 'string') found.add(value.slice(0, 400));
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(walk);
  };
  for (const { payload } of [...samples, ...hostileSamples]) walk(JSON.parse(payload));
  return [...found].filter((text) => text.trim() !== '');
}

const pieces = [
  '*a*', '**a b**', '***a***', '_a_', '__a__', '~a~', '~~a~~', '`a*b`', '||s||', '[t](https://a.com)', '[*t*](https://a.com)',
  '![i](https://a.com/i.png)', '<https://a.com|b>', 'https://a.com/x_y_z', 'a.com', 'a@b.com', '+1-5551234', '+15551234567',
  ':)', ':D', ':tada:', '#ops', '@all', '@jane.doe', '\\*a\\*', '\\_', 'my_app_x', '5 * 3 * 2', '\n# h', '\n## h *b*',
  '\n1. a\n2. b', '\n3. c', '\n- a\n- b', '\n* a', '\n- [x] a\n- [ ] b', '\n> q\n> r', '\n```js\na\n\nb\n```\n', '```a```',
  '\n||\na\n||', '\\(x\\)', '\n\\[x\\]', '$x$', '🔥', '&lt;', '[a](b)', '(', ')', '!', '[CRITICAL]', ' ', '\n', '\n\n', ' a ', 'x',
]; // prettier-ignore

test('500 texts are drawn as the parser reads them', () => {
  const texts = payloadTexts();
  expect(texts.length).toBeGreaterThan(50);
  let seed = 12;
  const next = (below: number): number => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return Math.floor((seed / 2147483648) * below);
  };
  const pick = (list: readonly string[]): string => list[next(list.length)]!;
  const kinds = new Set<string>();
  for (let i = 0; i < 500; i++) {
    const parts = Array.from({ length: 1 + next(5) }, () => (next(4) === 0 ? pick(texts).slice(0, 120) : pick(pieces)));
    const text = parts.join(next(3) === 0 ? '' : ' ').trim();
    if (text === '') continue;
    const tree = parse(text, options);
    const want = merged(treeRuns(tree, ''));
    for (const [marks] of want) for (const mark of marks.split('/')) kinds.add(mark);
    expect(merged(drawnRuns(parseRocketText(text), '')), JSON.stringify(text)).toEqual(want);
  }
  expect([...kinds].sort()).toEqual(
    ['', 'bold', 'code', 'code-block', 'emoji', 'heading', 'italic', 'link', 'list', 'mention', 'ordered', 'quote', 'spoiler', 'strike'].sort(), // prettier-ignore
  );
});

/** 24 kB of anything are shown whole, and soon: without bounds most of these take minutes, `(:` for ever. */
describe('a long text does not freeze the page', () => {
  const marks = [
    '*',
    '_',
    '~',
    '`',
    '[',
    '](',
    '<',
    '>',
    ':',
    '|',
    '@',
    '#',
    '\\',
    '(',
    '+',
    '-',
    '!',
    '$',
    '\n',
    '=',
    '1.',
  ];
  const mixed = [
    '*[_',
    '[*_\n',
    '> *_[\n',
    '(:',
    ':)',
    ':P',
    '<3',
    '\n\\[',
    '\n||',
    '\n```',
    '- [ ] *',
    '![',
    '||*_',
    '0:3',
    '*\n',
  ];
  test.each([...marks, ...mixed])('%j', (mark) => {
    for (const length of [120, 700, 24_000]) {
      const text = mark.repeat(Math.ceil(length / mark.length));
      const started = performance.now();
      const blocks = parseRocketText(text);
      // A slow machine that is busy needs some tenths of a second.
      expect(performance.now() - started).toBeLessThan(5000);
      if (length === 24_000) expect(blockText(blocks).length).toBeGreaterThan(1000);
    }
  });
});
