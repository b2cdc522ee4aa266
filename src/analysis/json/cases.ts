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

/**
 * Cases by their states. They are so few that looking through them is quicker than making keys of them. What is handed
 * out never changes: a case that gets another way gives way to a new one, so that cases can be shared.
 */
export class Cases {
  private readonly cases: Case[] = [];
  private ways = 0;

  static of(json: JsonState, path: Path): Cases {
    return Cases.one(json, [path]);
  }

  /** One state, with ways that differ. */
  static one(json: JsonState, paths: readonly Path[]): Cases {
    const cases = new Cases();
    cases.cases.push({ json, paths });
    cases.ways = paths.length;
    return cases;
  }

  /** The only case; null where there are several or none. */
  get only(): Case | null {
    return this.cases.length === 1 ? (this.cases[0] ?? null) : null;
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
    const i = placeOf(this.cases, json);
    const one = this.cases[i];
    if (one === undefined) this.begin(json, [path]);
    else this.extend(i, one, path);
  }

  /** Adds a state with ways that differ. */
  addWays(json: JsonState, paths: readonly Path[]): void {
    const i = placeOf(this.cases, json);
    if (this.cases[i] === undefined) this.begin(json, paths);
    else for (const path of paths) this.add(json, path);
  }

  private begin(json: JsonState, paths: readonly Path[]): void {
    // The unknown swallows all, so that what goes on stays small.
    if (this.cases.length >= mostStates && json.mode !== 'unknown') {
      for (const path of paths) this.add(unknown, path);
      return;
    }
    this.cases.push({ json, paths });
    this.ways += paths.length;
  }

  private extend(place: number, { json, paths }: Case, path: Path): void {
    for (const old of paths) {
      if (Path.isSame(old, path)) {
        const surer = Path.surer(old, path);
        if (surer !== old) this.cases[place] = { json, paths: paths.map((way) => (way === old ? surer : way)) };
        return;
      }
    }
    const more = [...paths, path];
    this.ways++;
    if (more.length > mostPaths) {
      this.ways -= more.length - 1;
      this.cases[place] = { json, paths: [Path.merged(more)] };
    } else this.cases[place] = { json, paths: more };
  }

  addAll(other: Cases): void {
    for (const { json, paths } of other.cases) this.addWays(json, paths);
  }

  all(): readonly Case[] {
    return this.cases;
  }

  /** The cases with their ways changed; these where nothing is. */
  mapped(change: (path: Path) => Path): Cases {
    let cases: Cases | null = null;
    for (const one of this.cases) {
      for (const path of one.paths) {
        const other = change(path);
        if (cases === null && other !== path) cases = this.upTo(one, path);
        cases?.add(one.json, other);
      }
    }
    return cases ?? this;
  }

  /** The cases before a way. */
  private upTo(one: Case, path: Path): Cases {
    const cases = new Cases();
    for (const other of this.cases) {
      if (other === one) break;
      cases.addWays(other.json, other.paths);
    }
    for (const other of one.paths) {
      if (other === path) break;
      cases.add(one.json, other);
    }
    return cases;
  }
}

/** Where a state is among cases; -1 where it is not. */
function placeOf(cases: readonly Case[], json: JsonState): number {
  let i = 0;
  for (const one of cases) {
    if (isSame(one.json, json)) return i;
    i++;
  }
  return -1;
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
