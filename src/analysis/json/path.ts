/** What holds on one way through a template: what conditions said of values, and what variables hold. */

/** What a variable holds or an operand gives, as far as conditions and the JSON depend on it. */
export type Held =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'bool'; readonly value: boolean }
  /** A number between two, both included; `index` names the turns of the range that counts it. */
  | { readonly kind: 'number'; readonly least: number; readonly most: number; readonly index: string | null }
  /** A value of which conditions can say something: a path into the data, or something computed. */
  | { readonly kind: 'value'; readonly key: string }
  /** The length of such a value, less so many. */
  | { readonly kind: 'length'; readonly key: string; readonly less: number };

/** What is known of a value: bounds of its length (of a bool or number: 1 for true, 0 for false), and its texts. */
export interface Bounds {
  readonly least: number;
  readonly most: number;
  readonly only: readonly string[] | null;
  readonly not: readonly string[];
}

/** Nothing is known. */
export const anything: Bounds = { least: 0, most: Infinity, only: null, not: [] };

type Entry = Held | ({ readonly kind: 'bounds' } & Bounds);

/** A way; immutable. */
export class Path {
  private text: string | null = null;

  private constructor(
    private readonly entries: ReadonlyMap<string, Entry>,
    /** How many conditions were taken of which nothing is understood. */
    readonly opaque: number,
    /** Whether several ways were made one, so that perhaps no data goes this one. */
    readonly vague: boolean,
  ) {}

  static readonly empty = new Path(new Map(), 0, false);

  /** Equal for ways on which the same holds. */
  get key(): string {
    if (this.text !== null) return this.text;
    const lines = [...this.entries].map(([name, entry]) => `${name}=${JSON.stringify(entry)}`);
    return (this.text = lines.sort().join('\n'));
  }

  /** Whether perhaps no data goes this way. */
  get doubtful(): boolean {
    return this.vague || this.opaque > 1;
  }

  held(slot: string): Held | null {
    const entry = this.entries.get(slot);
    return entry === undefined || entry.kind === 'bounds' ? null : entry;
  }

  hold(slot: string, held: Held | null): Path {
    if (held === null && !this.entries.has(slot)) return this;
    const entries = new Map(this.entries);
    if (held === null) entries.delete(slot);
    else entries.set(slot, held);
    return new Path(entries, this.opaque, this.vague);
  }

  bounds(key: string): Bounds {
    const entry = this.entries.get(`=${key}`);
    return entry?.kind === 'bounds' ? entry : anything;
  }

  bound(key: string, bounds: Bounds): Path {
    const entries = new Map(this.entries);
    entries.set(`=${key}`, { kind: 'bounds', ...bounds });
    return new Path(entries, this.opaque, this.vague);
  }

  /** One more condition of which nothing is understood. */
  guessing(): Path {
    return new Path(this.entries, this.opaque + 1, this.vague);
  }

  /** The keys of all values that are held. */
  values(): ReadonlySet<string> {
    const keys = new Set<string>();
    for (const entry of this.entries.values()) {
      if (entry.kind === 'value' || entry.kind === 'length') keys.add(entry.key);
    }
    return keys;
  }

  /** Keeps the entries that pass. */
  keeping(passes: (name: string) => boolean): Path {
    let all = true;
    for (const name of this.entries.keys()) if (!passes(name)) all = false;
    if (all) return this;
    return new Path(new Map([...this.entries].filter(([name]) => passes(name))), this.opaque, this.vague);
  }

  /** This way with the entries of another that pass, instead of its own. */
  with(other: Path, passes: (name: string) => boolean): Path {
    const entries = new Map([...this.entries].filter(([name]) => !passes(name)));
    for (const [name, entry] of other.entries) if (passes(name)) entries.set(name, entry);
    return new Path(entries, this.opaque, this.vague);
  }

  /** Of two ways on which the same holds, the one that is more surely gone. */
  static surer(a: Path, b: Path): Path {
    if (a.vague !== b.vague) return a.vague ? b : a;
    return a.opaque <= b.opaque ? a : b;
  }

  /** One way for several: what holds on all of them. */
  static merged(paths: readonly Path[]): Path {
    const [first, ...others] = paths;
    if (first === undefined) return Path.empty;
    const texts = (path: Path, name: string): string => JSON.stringify(path.entries.get(name));
    const entries = new Map(
      [...first.entries].filter(([name]) => others.every((path) => texts(path, name) === texts(first, name))),
    );
    return new Path(entries, Math.min(...paths.map(({ opaque }) => opaque)), true);
  }
}
