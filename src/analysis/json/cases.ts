/** The states in which the output can be at a place, each with the ways that lead there. */
import { Path } from './path';
import { type JsonState, isSame, unknown } from './state';

/** A state and its ways. */
export interface Case {
  readonly json: JsonState;
  readonly paths: readonly Path[];
}

/** More ways to a state than these become one. */
const mostPaths = 16;

/** With more states than these nothing is known any more. */
const mostStates = 12;

/** Cases by their states. They are so few that looking through them is quicker than making keys of them. */
export class Cases {
  private readonly cases: { readonly json: JsonState; readonly paths: Path[] }[] = [];
  private ways = 0;

  static of(json: JsonState, path: Path): Cases {
    const cases = new Cases();
    cases.add(json, path);
    return cases;
  }

  get isEmpty(): boolean {
    return this.cases.length === 0;
  }

  /** How many states there are. */
  get size(): number {
    return this.cases.length;
  }

  /** How many ways there are to all states. */
  get weight(): number {
    return this.ways;
  }

  add(json: JsonState, path: Path): void {
    const one = this.cases.find((other) => isSame(other.json, json));
    if (one === undefined) {
      // The unknown swallows all, so that what goes on stays small.
      if (this.cases.length >= mostStates && json.mode !== 'unknown') {
        this.add(unknown, path);
        return;
      }
      this.cases.push({ json, paths: [path] });
      this.ways++;
      return;
    }
    const { paths } = one;
    const i = paths.findIndex((other) => Path.isSame(other, path));
    const old = paths[i];
    if (old !== undefined) {
      paths[i] = Path.surer(old, path);
      return;
    }
    paths.push(path);
    this.ways++;
    if (paths.length <= mostPaths) return;
    const merged = Path.merged(paths);
    this.ways -= paths.length - 1;
    paths.length = 0;
    paths.push(merged);
  }

  addAll(other: Cases): void {
    for (const { json, paths } of other.cases) for (const path of paths) this.add(json, path);
  }

  all(): readonly Case[] {
    return this.cases;
  }

  /** The cases with their ways changed. */
  mapped(change: (path: Path) => Path): Cases {
    const cases = new Cases();
    for (const { json, paths } of this.cases) for (const path of paths) cases.add(json, change(path));
    return cases;
  }
}

/** So many states and ways are told apart. */
const mostMet = 100;

/** Which states were met on which ways. */
export class Met {
  private count = 0;
  private readonly met: { readonly json: JsonState; readonly paths: Path[] }[] = [];

  /** Whether there are too many to tell new ones. */
  get isFull(): boolean {
    return this.count > mostMet;
  }

  /** Notes a state and a way; false when they were noted before. */
  isNew(json: JsonState, path: Path): boolean {
    const one = this.met.find((other) => isSame(other.json, json));
    if (one === undefined) {
      this.count++;
      this.met.push({ json, paths: [path] });
      return true;
    }
    if (one.paths.some((other) => Path.isSame(other, path))) return false;
    this.count++;
    one.paths.push(path);
    return true;
  }
}
