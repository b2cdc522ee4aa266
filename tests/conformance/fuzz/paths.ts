/** What a template can really reach in its data, so that not every random template fails at its first action. */
import type { Value } from '../../../src/go';

/** Paths from the data, `a.Name` without the first dot; `loops` are those that range accepts. */
export interface Paths {
  readonly all: readonly string[];
  readonly loops: readonly string[];
}

const identifier = /^[\p{L}_][\p{L}\p{Nd}_]*$/u;

/**
 * The paths of up to `depth` steps through exported fields, keys that are identifiers, and methods without parameters.
 */
export function reachablePaths(data: Value, depth = 3): Paths {
  const all: string[] = [];
  const loops: string[] = [];
  const visit = (value: Value, path: string, left: number): void => {
    if (path !== '') {
      all.push(path);
      if (isLoop(value)) loops.push(path);
    }
    if (left === 0 || all.length > 200) return;
    for (const [name, child] of steps(value)) {
      const longer = path === '' ? name : `${path}.${name}`;
      if (child === null) all.push(longer);
      else visit(child, longer, left - 1);
    }
  };
  visit(data, '', depth);
  return { all, loops };
}

function opened(value: Value): Value {
  let v = value;
  for (let n = 0; n < 5 && (v.kind === 'interface' || v.kind === 'ptr') && !v.isNil; n++) v = v.elem();
  return v;
}

function isLoop(value: Value): boolean {
  const { kind, v } = opened(value);
  if (kind === 'int') return typeof v === 'bigint' && v < 100n;
  return ['slice', 'array', 'map', 'chan'].includes(kind);
}

/** Where one step leads; null where only calling a method would tell. */
function* steps(value: Value): Generator<readonly [string, Value | null]> {
  const held = value.kind === 'interface' ? value.elem() : value;
  if (!held.isValid) return;
  for (const [name, m] of held.type.methods) if (m.type.in.length === 0) yield [name, null];
  const v = opened(held);
  if (v.kind === 'struct') {
    for (const [i, f] of v.type.fields.entries()) if (/^\p{Lu}/u.test(f.name)) yield [f.name, v.field(i)];
  } else if (v.kind === 'map') {
    for (const { key, value: element } of v.mapEntries()) {
      if (typeof key.v === 'string' && identifier.test(key.v)) yield [key.v, element];
    }
  }
}
