import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { Body } from '../../src/coroot';
import type { Drawing, Inline, Piece, Preview } from '../../src/platforms';
import { type Platform, platforms } from './all';
import { type DrawingBounds, drawingBounds } from '../../src/platforms/preview/bounded';
import { plain, plainBlock } from '../../src/platforms/preview/preview';
import { parseBodyFile } from './body-file';
import { boundedPreview } from '../../src/platforms/preview/bounded';
import { drawingOf, verdictOn } from './received';

interface Size {
  readonly parts: number;
  readonly depth: number;
  readonly text: number;
}

/** How large a model is: elements of its lists, lists within lists, and the units of what is drawn as text. */
function sizeOf(preview: Preview): Size {
  let root: unknown = preview.kind === 'adaptive-card' ? JSON.parse(preview.card) : preview;
  if (preview.kind === 'incident') root = { ...preview, rows: preview.rows.map((row) => ({ ...row })) };
  const rest: { readonly value: unknown; readonly depth: number }[] = [{ value: root, depth: 0 }];
  const size = { parts: 0, depth: 0, text: 0 };
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
    const { value, depth } = next;
    if (typeof value === 'string') size.text += value.length;
    if (typeof value !== 'object' || value === null) continue;
    const list = Array.isArray(value);
    if (list) size.parts += value.length;
    size.depth = Math.max(size.depth, depth);
    for (const [key, child] of Object.entries(value)) {
      if (!['kind', 'href', 'tone', 'color', 'type'].includes(key))
        rest.push({ value: child, depth: depth + (list ? 1 : 0) });
    }
  }
  return size;
}

/** Fails for a model that is too large to be drawn at once. */
function expectBounded({ preview, left }: Drawing): void {
  const size = sizeOf(preview);
  expect(size.parts).toBeLessThanOrEqual(drawingBounds.parts);
  expect(size.depth).toBeLessThanOrEqual(drawingBounds.depth);
  // What is cut says so, and words of a format are not cut.
  expect(size.text).toBeLessThanOrEqual(drawingBounds.text + 60 * drawingBounds.parts);
  expect(left).toBeGreaterThanOrEqual(0);
}

type Path = readonly (string | number)[];

function* pathsIn(value: unknown, at: Path = []): Generator<{ readonly at: Path; readonly value: unknown }> {
  yield { at, value };
  if (typeof value !== 'object' || value === null) return;
  for (const [key, child] of Object.entries(value))
    yield* pathsIn(child, [...at, Array.isArray(value) ? Number(key) : key]);
}

function replaced(value: unknown, [key, ...rest]: Path, make: (old: unknown) => unknown): unknown {
  if (key === undefined) return make(value);
  const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) }) as Record<
    string | number,
    unknown
  >;
  copy[key] = replaced(copy[key], rest, make);
  return copy;
}

/** Text of every markup, in quantity and nested; a fraction of a megabyte each. */
const soups: readonly string[] = [
  '**a** _b_ ~c~ `d` <b>e</b> [f](https://f.example) @here :fire: <@U1> ||g||\n- h\n> i\n\n| j | k |\n|---|---|\n| l | m |\n\n'.repeat(
    1000,
  ),
  ...['> ', '<b>', '<blockquote>', '*_', '[', '[a](', '`', '- ', '**a ', '||', '&amp;', '![', '<', '# a\n', '\n'].map(
    (s) => s.repeat(10_000),
  ),
  Array.from({ length: 300 }, (_, i) => `${'  '.repeat(i)}- a`).join('\n'),
];

function samplesOf({ id }: Platform): readonly unknown[] {
  const folder = new URL(`bodies/${id}/`, import.meta.url);
  return (existsSync(folder) ? readdirSync(folder) : [])
    .filter((file) => file.startsWith('y_'))
    .map((file) => parseBodyFile(readFileSync(new URL(file, folder), 'utf8')).body)
    .filter((body) => body.length < 20_000 && new Body(body).json.ok)
    .map((body): unknown => JSON.parse(body));
}

/**
 * Every list of the platform's sample bodies with 50,000 elements, or as many as make a megabyte, and every text as
 * long as that.
 */
function* hugeBodies(platform: Platform): Generator<string> {
  const seen = new Set<string>();
  for (const sample of samplesOf(platform)) {
    for (const { at, value } of pathsIn(sample)) {
      const place = [
        typeof value,
        Array.isArray(value),
        ...at.map((key) => (typeof key === 'number' ? '#' : key)),
      ].join();
      if (seen.has(place)) continue;
      seen.add(place);
      if (Array.isArray(value) && value.length > 0) {
        const count = Math.min(50_000, Math.ceil((1_000_000 / JSON.stringify(value).length) * value.length));
        const many = Array.from({ length: count }, (_, i): unknown => value[i % value.length]);
        yield JSON.stringify(replaced(sample, at, () => many));
      }
      if (typeof value === 'string') {
        for (const soup of soups) yield JSON.stringify(replaced(sample, at, () => soup));
      }
    }
  }
}

/** JSON nested as deep as Go reads it, nearly: in every member that any platform knows. */
function* deepBodies(platform: Platform): Generator<string> {
  const deep = 9_000;
  const nested = (open: string, close: string): string => open.repeat(deep / 2) + '1' + close.repeat(deep / 2);
  yield nested('[[', ']]');
  yield nested('{"a":{"a":', '}}');
  const keys = new Set<string>();
  for (const sample of samplesOf(platform)) {
    for (const { at } of pathsIn(sample)) {
      const key = at.findLast((part) => typeof part === 'string');
      if (key === undefined || keys.has(key)) continue;
      keys.add(key);
      // Such an element in another of its kind, and so on.
      yield JSON.stringify(replaced(sample, at.slice(0, at.lastIndexOf(key) + 1), () => 'HERE')).replace(
        '"HERE"',
        nested(`[{"${key}":`, '}]'),
      );
    }
  }
}

describe.each(platforms)('$name', (platform) => {
  const look = (body: string): void => {
    const verdict = verdictOn(platform, body);
    expect(verdict.findings.length).toBeLessThanOrEqual(600);
    expect(verdict.counters.length).toBeLessThanOrEqual(200);
    expectBounded(drawingOf(platform, body));
  };

  test('what is accepted is drawn whole', () => {
    for (const sample of samplesOf(platform)) {
      expect(drawingOf(platform, JSON.stringify(sample)).left).toBe(0);
    }
  });

  test('a huge body is drawn in part', () => {
    for (const body of hugeBodies(platform)) look(body);
  });

  test('a deep body is drawn in part', () => {
    for (const body of deepBodies(platform)) look(body);
  });
});

describe('bounds are kept in the order in which people read', () => {
  const bold = (depth: number): Inline =>
    depth === 0 ? { kind: 'text', text: 'x' } : { kind: 'bold', children: [bold(depth - 1)] };
  const message = (...pieces: readonly Piece[]): Preview => ({ kind: 'message', sender: 'Bot', pieces });
  const text = (...lines: readonly string[]): Piece => ({ kind: 'text', blocks: lines.map(plainBlock) });
  const large = { parts: 100, depth: 10, text: 100 };

  const rows: readonly {
    readonly name: string;
    readonly preview: Preview;
    readonly bounds: DrawingBounds;
    readonly want: Preview;
    readonly left: number;
  }[] = [
    {
      name: 'nothing is cut',
      preview: message(text('a', 'b'), { kind: 'divider' }),
      bounds: { parts: 6, depth: 3, text: 6 },
      want: message(text('a', 'b'), { kind: 'divider' }),
      left: 0,
    },
    {
      name: 'siblings after the last part, at every level',
      preview: message(text('a', 'b', 'c'), text('d'), text('e')),
      bounds: { ...large, parts: 3 },
      want: message(text('a')),
      left: 4,
    },
    {
      name: 'what is deeper',
      preview: message({ kind: 'title', href: null, children: [bold(9)] }),
      bounds: { ...large, depth: 3 },
      want: message({
        kind: 'title',
        href: null,
        children: [{ kind: 'bold', children: [{ kind: 'bold', children: [] }] }],
      }),
      left: 1,
    },
    {
      name: 'texts, all together',
      preview: message({ kind: 'header', text: 'four' }, { kind: 'header', text: 'x'.repeat(2000) }, text('never')),
      bounds: { ...large, text: 10 },
      want: message({ kind: 'header', text: 'four' }, { kind: 'header', text: 'xxx… 1,997 more characters' }),
      left: 1,
    },
    {
      name: 'no half of a character',
      preview: { kind: 'data', text: 'ab💥💥' },
      bounds: { ...large, text: 5 },
      want: { kind: 'data', text: 'ab💥… 2 more characters' },
      left: 0,
    },
    {
      name: 'rows, links, tags, fields, cells',
      preview: {
        kind: 'incident',
        action: 'trigger',
        severity: { label: 'bad', tone: 'critical' },
        title: 'T',
        body: [{ kind: 'table', header: [plain('h'), plain('i')], rows: [[plain('c'), plain('d')], [plain('e')]] }],
        rows: [['a', 'b']],
        links: [{ label: 'l', href: null, tone: 'default' }],
      },
      bounds: { ...large, parts: 8 },
      want: {
        kind: 'incident',
        action: 'trigger',
        severity: { label: 'bad', tone: 'critical' },
        title: 'T',
        body: [{ kind: 'table', header: [plain('h'), plain('i')], rows: [[plain('c')]] }],
        rows: [],
        links: [],
      },
      left: 4,
    },
    {
      name: 'the elements of a card, but not the words of its format',
      preview: {
        kind: 'adaptive-card',
        sender: 'W',
        card: JSON.stringify({ type: 'AdaptiveCard', body: [{ type: 'TextBlock', text: 'y'.repeat(70) }, {}, {}] }),
        text: 'y'.repeat(70),
      },
      bounds: { ...large, text: 21 },
      want: {
        kind: 'adaptive-card',
        sender: 'W',
        card: JSON.stringify({
          type: 'AdaptiveCard',
          body: [{ type: 'TextBlock', text: `${'y'.repeat(20)}… 50 more characters` }],
        }),
        text: 'y'.repeat(20),
      },
      left: 2,
    },
  ];

  test.each(rows)('$name', ({ preview, bounds, want, left }) => {
    expect(boundedPreview(preview, bounds)).toEqual({ preview: want, left });
  });
});
