/**
 * `npm test -- sizes`: how much of the built page a first visit fetches, in kB of gzip, beside what is allowed and what
 * is aimed at. Reads `dist` as a browser would: the page, the scripts it names, what those import, and the workers.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const dist = fileURLToPath(new URL('../dist/', import.meta.url));

/** In kB; `aim` is that of the issue, `most` what fails. All but the largest file are gzipped. */
const budgets = [
  { what: 'script before the editors can be typed in', aim: 150, most: 220, of: () => sum(typing) },
  { what: 'script for the first output, worker included', aim: 230, most: 320, of: () => sum(output) },
  { what: 'style sheet', aim: 12, most: 12, of: () => sum(styles) },
  { what: 'HTML', aim: 20, most: 20, of: () => gzipped('index.html') },
  { what: 'largest script, not compressed', aim: 500, most: 500, of: () => Math.max(...scripts.map(raw)) },
];

const read = (name) => readFileSync(join(dist, name));
const raw = (name) => read(name).length / 1000;
const gzipped = (name) => gzipSync(read(name), { level: 9 }).length / 1000;
const sum = (names) => [...names].reduce((total, name) => total + gzipped(name), 0);

const assets = readdirSync(join(dist, 'assets')).map((name) => `assets/${name}`);
const scripts = assets.filter((name) => name.endsWith('.js'));
const styles = assets.filter((name) => name.endsWith('.css'));

/** What a script imports: as it starts, or when it is asked for. Names that are no files stand in texts. */
function imports(script, pattern) {
  const found = [...read(script).toString().matchAll(pattern)].map(([, name]) => `assets/${basename(name)}`);
  return found.filter((name) => scripts.includes(name));
}
const fixed = new Map(scripts.map((name) => [name, imports(name, /\b(?:from|import)\s*["'`](\.\/[\w.-]+\.js)["'`]/g)]));
const asked = new Map(scripts.map((name) => [name, imports(name, /\bimport\(\s*["'`](\.\/[\w.-]+\.js)["'`]\s*\)/g)]));

/** These scripts and all that they import, by the tables. */
function withImports(names, ...tables) {
  const found = new Set();
  const visit = (name) => {
    if (found.has(name)) return;
    found.add(name);
    for (const table of tables) table.get(name)?.forEach(visit);
  };
  names.forEach(visit);
  return found;
}

const named = [
  ...read('index.html')
    .toString()
    .matchAll(/(?:src|href)="\.\/(assets\/[\w.-]+\.js)"/g),
];
const typing = withImports(
  named.map(([, name]) => name),
  fixed,
);
const page = withImports([...typing], fixed, asked);
/** The page starts a worker, or a page runs its script, by its address. */
const workers = [...typing].flatMap((name) =>
  imports(name, /new URL\(\s*["'`]([\w.-]+\.js)["'`],\s*(?:``\s*\+\s*)?import\.meta\.url/g),
);

/** Whoever renders needs the rules of the platform that a first visit shows. */
const rules = /\/telegram-judge-/;
const renderer = workers.length > 0 ? withImports(workers, fixed) : typing;
const judge = scripts.filter((name) => rules.test(name) && page.has(name) === (workers.length === 0));
const output = new Set([...typing, ...withImports([...renderer, ...judge], fixed)]);

let failed = 0;
if (typing.size === 0 || judge.length !== 1) {
  console.log(`the page names ${typing.size} scripts, and ${judge.length} are the rules that it shows first`);
  failed++;
}
const kB = (size) => size.toFixed(1).padStart(7);
for (const { what, aim, most, of } of budgets) {
  const size = of();
  if (size > most) failed++;
  console.log(`${size > most ? '✘' : '✔'} ${what.padEnd(46)}${kB(size)} of ${kB(most)} kB, aim ${kB(aim)}`);
}
console.log(`  requests for scripts before the first output: ${output.size}, of ${scripts.length} scripts`);
process.exitCode = failed > 0 ? 1 : 0;
