/** The states in which the output can be at a place, each with the ways that lead there. */
import { Path } from './path';
import { type JsonState, keyOf, unknown } from './state';

/** A state and its ways. */
export interface Case {
  readonly json: JsonState;
  readonly paths: readonly Path[];
}

/** More ways to a state than these become one. */
const mostPaths = 24;

/** With more states than these nothing is known any more. */
const mostStates = 32;

/** Cases by their states. */
export class Cases {
  private readonly byKey = new Map<string, { readonly json: JsonState; readonly paths: Map<string, Path> }>();

  static of(json: JsonState, path: Path): Cases {
    const cases = new Cases();
    cases.add(json, path);
    return cases;
  }

  get isEmpty(): boolean {
    return this.byKey.size === 0;
  }

  /** How many states there are. */
  get size(): number {
    return this.byKey.size;
  }

  add(json: JsonState, path: Path): void {
    const key = keyOf(json);
    let one = this.byKey.get(key);
    if (one === undefined) {
      // The unknown swallows all, so that what goes on stays small.
      if (this.byKey.size >= mostStates && json.mode !== 'unknown') {
        this.add(unknown, path);
        return;
      }
      one = { json, paths: new Map() };
      this.byKey.set(key, one);
    }
    const old = one.paths.get(path.key);
    one.paths.set(path.key, old === undefined ? path : Path.surer(old, path));
    if (one.paths.size <= mostPaths) return;
    const merged = Path.merged([...one.paths.values()]);
    one.paths.clear();
    one.paths.set(merged.key, merged);
  }

  addAll(other: Cases): void {
    for (const { json, paths } of other.all()) for (const path of paths) this.add(json, path);
  }

  *all(): IterableIterator<Case> {
    for (const { json, paths } of this.byKey.values()) yield { json, paths: [...paths.values()] };
  }

  /** The cases with their ways changed. */
  mapped(change: (path: Path) => Path | null): Cases {
    const cases = new Cases();
    for (const { json, paths } of this.all()) {
      for (const path of paths) {
        const changed = change(path);
        if (changed !== null) cases.add(json, changed);
      }
    }
    return cases;
  }
}
