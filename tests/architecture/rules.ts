/** The rules of the house, as a function from sources to complaints, so that the rules themselves can be tested. */
import { posix } from 'node:path';
import { type Finding, type Import, type Source, readSource } from './source';

/** What one layer, or one entry point, may import besides itself. */
export interface Layer {
  /** Layers it may import through their `index.ts`. */
  readonly layers: readonly string[];
  /** Layers it may import with `import type` only. */
  readonly types?: readonly string[];
  /** npm packages; `@scope/*` is every package of the scope. */
  readonly npm?: readonly string[];
  /** Single files it may import although no index exports them. */
  readonly files?: readonly string[];
}

/** The whole table: folders of `src/` and the entry points beside them. */
export interface House {
  readonly layers: Readonly<Record<string, Layer>>;
  readonly entries: Readonly<Record<string, Layer>>;
  /** Files that may import what they do not write out, each for the reason in the table. */
  readonly computed?: readonly string[];
  /** Longest file, and longest component, in lines. */
  readonly maxLines: number;
  readonly maxComponentLines: number;
}

/** Where a reader finds what is allowed. */
const table = '(the table: tests/architecture.test.ts, src/README.md)';

/** What is to be done about a finding, by what was found. */
const instead: Readonly<Record<Finding['what'], string>> = {
  any: 'write the type, or unknown',
  enum: 'write a union of literals',
  '{@html}': 'write markup, because texts are untrusted',
  'undocumented export': 'each has a doc comment of its own',
};

/** Complaints about `files`, a map from path below `src/` to text; empty when the house is in order. */
export function complaints(files: ReadonlyMap<string, string>, house: House): string[] {
  const sources = new Map<string, Source>();
  for (const [path, text] of files) if (isCode(path)) sources.set(path, readSource(path, text));
  const found: string[] = [];
  const graph = new Map<string, Set<string>>();
  for (const [path, source] of sources) {
    const limit = path.endsWith('.svelte') ? house.maxComponentLines : house.maxLines;
    if (source.lines > limit) {
      found.push(`${path}: ${source.lines.toString()} lines; at most ${limit.toString()} are allowed ${table}`);
    }
    for (const { what, name, line } of source.findings) {
      found.push(`${path}:${line.toString()}: ${`${what} ${name}`.trim()}; ${instead[what]}`);
    }
    const targets = new Set<string>();
    graph.set(path, targets);
    for (const imported of source.imports) {
      const at = `${path}:${imported.line.toString()}: `;
      const verdict = judge(path, imported, files, house);
      if (verdict.complaint !== null) found.push(at + verdict.complaint);
      if (verdict.target !== null) targets.add(verdict.target);
    }
  }
  return [...found, ...cycles(graph)].sort();
}

function isCode(path: string): boolean {
  return /\.(?:ts|mjs|svelte)$/.test(path);
}

interface Verdict {
  readonly complaint: string | null;
  /** The file under `src/` that is imported, if it is one. */
  readonly target: string | null;
}

function judge(path: string, imported: Import, files: ReadonlyMap<string, string>, house: House): Verdict {
  const self = path.includes('/') ? (path.split('/')[0] ?? '') : '';
  const rights = self === '' ? house.entries[path] : house.layers[self];
  if (!rights) {
    const known = [...Object.keys(house.layers), ...Object.keys(house.entries)].join(', ');
    return { complaint: `belongs to no layer; there are ${known} ${table}`, target: null };
  }
  if (imported.specifier === null) {
    if (house.computed?.includes(path) === true) return { complaint: null, target: null };
    return { complaint: 'imports something that is not a literal; write out the path', target: null };
  }
  const may = `${self === '' ? path : self} may import ${granted(rights)} ${table}`;
  const specifier = imported.specifier.replace(/\?.*$/, '');
  if (!specifier.startsWith('.')) {
    const fine = allows(rights.npm ?? [], specifier);
    return { complaint: fine ? null : `imports ${specifier}; ${may}`, target: null };
  }

  const joined = posix.join(posix.dirname(path), specifier);
  const layer = joined.split('/')[0] ?? '';
  if (imported.glob) {
    const outside = self === '' || layer !== self;
    const complaint = `imports ${specifier} of another layer; patterns may name files of one's own layer only`;
    return { complaint: outside ? complaint : null, target: null };
  }
  const target = resolve(joined, files);
  if (target === null) return { complaint: `imports ${specifier}, which is not there`, target: null };
  if ((self !== '' && layer === self) || rights.files?.includes(target)) return { complaint: null, target };
  const typeRight = rights.types?.includes(layer) ?? false;
  if (!rights.layers.includes(layer) && !typeRight) return { complaint: `imports ${target}; ${may}`, target };
  if (target !== `${layer}/index.ts`) {
    return { complaint: `imports ${target} past ${layer}/index.ts; export there what other layers may have`, target };
  }
  if (!rights.layers.includes(layer) && !imported.typeOnly) {
    return { complaint: `imports values of ${layer}; ${may}`, target };
  }
  return { complaint: null, target };
}

/** A row of the table in words. */
function granted({ layers, types = [], npm = [], files = [] }: Layer): string {
  const parts = [...layers, ...types.map((layer) => `types of ${layer}`), ...npm, ...files];
  return parts.length === 0 ? 'nothing' : parts.join(', ');
}

function allows(npm: readonly string[], specifier: string): boolean {
  return npm.some((name) =>
    name.endsWith('*')
      ? specifier.startsWith(name.slice(0, -1))
      : specifier === name || specifier.startsWith(`${name}/`),
  );
}

function resolve(path: string, files: ReadonlyMap<string, string>): string | null {
  return [path, `${path}.ts`, `${path}/index.ts`].find((candidate) => files.has(candidate)) ?? null;
}

/** One complaint for each import cycle a depth-first walk closes, written from its first file in alphabetical order. */
function cycles(graph: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const found = new Set<string>();
  const done = new Set<string>();
  const trail: string[] = [];
  const walk = (path: string): void => {
    const start = trail.indexOf(path);
    if (start >= 0) {
      const ring = trail.slice(start);
      const first = ring.indexOf([...ring].sort()[0] ?? '');
      const turned = [...ring.slice(first), ...ring.slice(0, first)];
      found.add(`cycle: ${[...turned, turned[0] ?? ''].join(' → ')}`);
      return;
    }
    if (done.has(path)) return;
    trail.push(path);
    for (const target of graph.get(path) ?? []) walk(target);
    trail.pop();
    done.add(path);
  };
  for (const path of graph.keys()) walk(path);
  return [...found];
}
