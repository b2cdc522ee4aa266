import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type House, complaints } from './architecture/rules';

/** The layer table of `src/README.md`. Never edit it to make a build pass. */
const house: House = {
  layers: {
    go: { layers: [] },
    analysis: { layers: ['go'] },
    coroot: { layers: ['go'] },
    // Rocket.Chat's messages are drawn with its own parser, which is fetched when a preview needs it.
    platforms: { layers: ['coroot'], npm: ['marked', '@rocket.chat/message-parser'] },
    pipeline: { layers: ['go', 'analysis', 'coroot', 'platforms'] },
    // Asks the pipeline in a worker, so that nothing a person types blocks the page.
    worker: { layers: ['pipeline'] },
    editor: { layers: ['go'], npm: ['@codemirror/*', '@lezer/*'] },
    share: { layers: ['coroot'], npm: ['fflate'] },
    delivery: { layers: ['coroot'] },
    offline: { layers: [] },
    app: {
      layers: ['go', 'analysis', 'coroot', 'platforms', 'worker', 'editor', 'share', 'delivery', 'offline'],
      // What runs the pipeline is the worker's.
      types: ['pipeline'],
      npm: ['svelte'],
    },
    // It renders presets by their ids.
    'command-line': { layers: ['go', 'analysis', 'coroot', 'platforms', 'pipeline'], npm: ['node:*'] },
    ui: { layers: ['app', 'editor'], types: ['platforms'], npm: ['svelte', 'adaptivecards'] },
  },
  entries: {
    'main.ts': { layers: ['app', 'ui'], npm: ['svelte'], files: ['app.css', 'ui/shell/App.svelte'] },
    // A program of its own, in one file: it takes only what it and the page say to each other.
    'service-worker.ts': { layers: [], files: ['offline/words.ts', 'offline/worker-scope.ts'] },
    // The page as the build draws it.
    'first-sight.ts': { layers: ['app', 'editor', 'ui'], npm: ['svelte'], files: ['ui/shell/App.svelte'] },
    'cli.ts': { layers: ['command-line'] },
    // Starts cli.ts: compiles it on the fly.
    'cli.mjs': { layers: [], npm: ['node:*', 'vite'], files: ['cli.ts'] },
  },
  // Runs the script of the worker on the page, at the address that the build gives it.
  computed: ['worker/direct.ts'],
  maxLines: 900,
  maxComponentLines: 150,
};

test('src keeps the rules of the house', () => {
  const root = new URL('../src/', import.meta.url);
  const files = new Map<string, string>();
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = `${entry.parentPath}/${entry.name}`;
    files.set(path.slice(root.pathname.length).replace(/^\/+/, ''), readFileSync(path, 'utf8'));
  }
  expect(files.size).toBeGreaterThan(10);
  expect(complaints(files, house)).toEqual([]);
});

const small: House = {
  layers: {
    low: { layers: [] },
    mid: { layers: ['low'], npm: ['@scope/*', 'pkg'] },
    top: { layers: ['mid'], types: ['low'] },
  },
  entries: { 'main.ts': { layers: ['top'], files: ['main.css'] } },
  maxLines: 6,
  maxComponentLines: 4,
};

/** A house in order; each row below adds files to it. */
const base: Readonly<Record<string, string>> = {
  'low/index.ts': `export { a } from './a';\n`,
  'low/a.ts': `/** A number. */\nexport const a = 1;\n`,
  'low/own.svelte.ts': `/** State. */\nexport const state = 1;\n`,
  'low/data.json': `{}`,
  'mid/index.ts': `import { a } from '../low';\n/** Another number. */\nexport const b = a;\n`,
  'main.ts': `import './main.css';\nimport './top';\n`,
  'main.css': ``,
  'top/index.ts': `import type { a } from '../low';\nimport { type b } from '../mid';\n/** Both. */\nexport type T = [typeof a, typeof b];\n`,
};

interface Row {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  readonly want: readonly string[];
}

const table = '(the table: tests/architecture.test.ts, src/README.md)';
const low = `low may import nothing ${table}`;
const mid = `mid may import low, @scope/*, pkg ${table}`;
const top = `top may import mid, types of low ${table}`;
const main = `main.ts may import top, main.css ${table}`;
const through = (layer: string): string => `past ${layer}/index.ts; export there what other layers may have`;
const known = `belongs to no layer; there are low, mid, top, main.ts ${table}`;
const computed = 'imports something that is not a literal; write out the path';

const rows: readonly Row[] = [
  { name: 'nothing is wrong', files: {}, want: [] },
  {
    name: 'a layer imports one above it',
    files: { 'low/b.ts': `import '../mid';\n` },
    want: [
      'low/b.ts:1: imports mid/index.ts; low may import nothing (the table: tests/architecture.test.ts, src/README.md)',
    ],
  },
  {
    name: 'a layer imports one that is two below and not in its row',
    files: { 'top/b.ts': `import { a } from '../low/index';\nvoid a;\n` },
    want: [`top/b.ts:1: imports values of low; ${top}`],
  },
  {
    name: 'an import type, an export type and an inline import type of a types-only layer are fine',
    files: {
      'top/b.ts': `import { type a } from '../low';\nexport type { a } from '../low';\nlet x: import('../low').a;\n`,
    },
    want: [],
  },
  {
    name: 'a side effect import of a types-only layer is not',
    files: { 'top/b.ts': `import '../low';\n` },
    want: [`top/b.ts:1: imports values of low; ${top}`],
  },
  {
    name: 'a layer reaches past an index, in every form of import',
    files: {
      'mid/b.ts': `import { a } from '../low/a';\nexport * from '../low/a';\nconst c = await import('../low/a');\ntype D = import('../low/a').D;\nvoid [a, c];\n`,
    },
    want: [1, 2, 3, 4].map((line) => `mid/b.ts:${line.toString()}: imports low/a.ts ${through('low')}`),
  },
  {
    name: 'a file of another layer is read as text, by address or by pattern',
    files: {
      'mid/b.ts': `import text from '../low/data.json?raw';\nconst u = new URL('../low/data.json', import.meta.url);\nconst g = import.meta.glob(['./*.ts', '../low/*.json']);\nconst folder = [new URL('..', import.meta.url), new URL('../low/', import.meta.url)];\nvoid [text, u, g, folder];\n`,
    },
    want: [
      `mid/b.ts:1: imports low/data.json ${through('low')}`,
      `mid/b.ts:2: imports low/data.json ${through('low')}`,
      `mid/b.ts:3: imports ../low/*.json of another layer; patterns may name files of one's own layer only`,
    ],
  },
  {
    name: 'an import that is computed, and one of nothing',
    files: { 'low/b.ts': `const n = './a';\nvoid import(n);\nimport './none';\n` },
    want: [`low/b.ts:2: ${computed}`, 'low/b.ts:3: imports ./none, which is not there'],
  },
  {
    name: 'npm packages by name, subpath and scope',
    files: {
      'mid/b.ts': `import 'pkg';\nimport 'pkg/sub';\nimport '@scope/any';\nimport 'pkg2';\nimport 'node:fs';\nimport type { X } from 'other';\n`,
      'low/b.ts': `import 'pkg';\n`,
    },
    want: [
      `low/b.ts:1: imports pkg; ${low}`,
      `mid/b.ts:4: imports pkg2; ${mid}`,
      `mid/b.ts:5: imports node:fs; ${mid}`,
      `mid/b.ts:6: imports other; ${mid}`,
    ],
  },
  {
    name: 'a file and a folder that are in no table',
    files: { 'stray.ts': `import './top';\n`, 'extra/a.ts': `import '../low';\n` },
    want: [`extra/a.ts:1: ${known}`, `stray.ts:1: ${known}`],
  },
  {
    name: 'an entry point imports a layer that is not in its row',
    files: { 'main.ts': `import './mid';\nimport './top/index';\n` },
    want: [`main.ts:1: imports mid/index.ts; ${main}`],
  },
  {
    name: 'the scripts of a component are read, both of them, and its line numbers are those of the file',
    files: {
      'mid/A.svelte': `<script module lang="ts">import '../low/a';</script>\n<script lang="ts">\n  import '../top'; let x: any = 1; void x;</script>\n`,
    },
    want: [
      `mid/A.svelte:1: imports low/a.ts ${through('low')}`,
      'mid/A.svelte:3: any; write the type, or unknown',
      `mid/A.svelte:3: imports top/index.ts; ${mid}`,
    ],
  },
  {
    name: 'markup with raw HTML, a cast to any and an import',
    files: {
      'mid/A.svelte': `<script lang="ts">let x = 1;</script>\n<p>{@html x}</p>\n{#if x}<b title={(x as any).y}>b</b>{/if}\n<i onclick={() => import('../low')}>i</i>\n`,
    },
    want: [
      'mid/A.svelte:2: {@html}; write markup, because texts are untrusted',
      'mid/A.svelte:3: any; write the type, or unknown',
      `mid/A.svelte:4: ${computed}`,
    ],
  },
  {
    name: 'two files and three files in a ring, types included',
    files: {
      'low/p.ts': `import './q';\n`,
      'low/q.ts': `import type { P } from './p';\n`,
      'low/x.ts': `import './z';\n`,
      'low/y.ts': `import './x';\n`,
      'low/z.ts': `import './y';\n`,
      'low/s.ts': `import './s';\n`,
    },
    want: [
      'cycle: low/p.ts → low/q.ts → low/p.ts',
      'cycle: low/s.ts → low/s.ts',
      'cycle: low/x.ts → low/z.ts → low/y.ts → low/x.ts',
    ],
  },
  {
    name: 'a file and a component that are too long, beside ones that just fit',
    files: {
      'low/fits.ts': '// line\n'.repeat(6),
      'low/long.ts': '// line\n'.repeat(7),
      'mid/Fits.svelte': '<p></p>\n'.repeat(4),
      'mid/Long.svelte': '<p></p>\n'.repeat(5),
    },
    want: [
      `low/long.ts: 7 lines; at most 6 are allowed ${table}`,
      `mid/Long.svelte: 5 lines; at most 4 are allowed ${table}`,
    ],
  },
  {
    name: 'any and enum, but not the word any in a comment, a string or a name',
    files: {
      'low/b.ts': `const any = 'any'; // any\nlet x: any[] = [any];\nenum E { A }\nvoid x;\nconst f = (y: Map<string, any>) => y; void f;\n`,
    },
    want: [
      'low/b.ts:2: any; write the type, or unknown',
      'low/b.ts:3: enum E; write a union of literals',
      'low/b.ts:5: any; write the type, or unknown',
    ],
  },
  {
    name: 'exports without a comment of their own',
    files: {
      'low/b.ts': `/** The file. */\n\nexport const a = 1;\n// not a doc comment\nexport function f(): void {}\nexport { f as g } from './a';\n`,
      'low/c.ts': `interface I {}\n/** */\nexport class C {}\n/** Fine. */\nexport type T = I;\nexport { I };\n`,
      'low/d.ts': `/** Fine. */\nexport function f(x: 1): void;\nexport function f(x: 2): void;\nexport function f(x: 1 | 2): void { void x; }\n`,
      'low/e.ts': `export const a = 1;\nexport const b = 2;\n\nconst c = 3;\nexport const d = c;\n`,
      'low/f.ts': `/** A table. */\nexport const a = 1;\nexport const b = 2;\n`,
    },
    want: [
      'low/e.ts:1: undocumented export a; each has a doc comment of its own',
      'low/e.ts:5: undocumented export d; each has a doc comment of its own',
      'low/b.ts:3: undocumented export a; each has a doc comment of its own',
      'low/b.ts:5: undocumented export f; each has a doc comment of its own',
      'low/c.ts:1: undocumented export I; each has a doc comment of its own',
      'low/c.ts:3: undocumented export C; each has a doc comment of its own',
    ],
  },
];

describe('the rules themselves', () => {
  test.each(rows)('$name', ({ files, want }) => {
    expect(complaints(new Map(Object.entries({ ...base, ...files })), small)).toEqual([...want].sort());
  });
});
