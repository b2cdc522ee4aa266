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

/** A way on which more than this holds forgets all that it was told of values, so that it stays quick to go. */
const mostEntries = 96;

/** So many texts are remembered that a value is not. */
const mostNot = 64;

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

  /** How much holds. */
  get size(): number {
    return this.entries.size;
  }

  hold(slot: string, held: Held | null): Path {
    const old = this.entries.get(slot);
    if (held === null ? old === undefined : old !== undefined && isSameEntry(old, held)) return this;
    const entries = new Map(this.entries);
    if (held === null) entries.delete(slot);
    else entries.set(slot, held);
    return this.changed(entries);
  }

  bounds(key: string): Bounds {
    const entry = this.entries.get(`=${key}`);
    return entry?.kind === 'bounds' ? entry : anything;
  }

  bound(key: string, bounds: Bounds): Path {
    const entries = new Map(this.entries);
    const { least, most, only, not } = bounds;
    const isLong = not.length > mostNot;
    entries.set(`=${key}`, { kind: 'bounds', least, most, only, not: isLong ? [] : not });
    return this.changed(entries, this.vague || isLong);
  }

  /** A way that has grown. What is forgotten may have kept data from it, so that perhaps none goes it. */
  private changed(entries: ReadonlyMap<string, Entry>, vague = this.vague): Path {
    if (entries.size <= mostEntries) return new Path(entries, this.opaque, vague);
    const rest = [...entries].filter(([name]) => !name.startsWith('='));
    return new Path(new Map(rest.slice(-mostEntries / 2)), this.opaque, true);
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
    let kept: Map<string, Entry> | null = null;
    for (const name of this.entries.keys()) {
      if (passes(name)) continue;
      kept ??= new Map(this.entries);
      kept.delete(name);
    }
    return kept === null ? this : new Path(kept, this.opaque, this.vague);
  }

  /** This way with the entries of another that pass, instead of its own. */
  with(other: Path, passes: (name: string) => boolean): Path {
    const entries = new Map([...this.entries].filter(([name]) => !passes(name)));
    for (const [name, entry] of other.entries) if (passes(name)) entries.set(name, entry);
    return new Path(entries, this.opaque, this.vague);
  }

  /** Whether the same holds on two ways. */
  static isSame(a: Path, b: Path): boolean {
    if (a === b || a.entries === b.entries) return true;
    if (a.entries.size !== b.entries.size) return false;
    for (const [name, entry] of a.entries) {
      const other = b.entries.get(name);
      if (other === undefined || !isSameEntry(entry, other)) return false;
    }
    return true;
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
    const entries = new Map(
      [...first.entries].filter(([name, entry]) =>
        others.every((path) => {
          const other = path.entries.get(name);
          return other !== undefined && isSameEntry(entry, other);
        }),
      ),
    );
    return new Path(entries, Math.min(...paths.map(({ opaque }) => opaque)), true);
  }
}

function isSameEntry(a: Entry, b: Entry): boolean {
  if (a === b) return true;
  switch (a.kind) {
    case 'text':
      return b.kind === 'text' && a.text === b.text;
    case 'bool':
      return b.kind === 'bool' && a.value === b.value;
    case 'number':
      return b.kind === 'number' && a.least === b.least && a.most === b.most && a.index === b.index;
    case 'value':
      return b.kind === 'value' && a.key === b.key;
    case 'length':
      return b.kind === 'length' && a.key === b.key && a.less === b.less;
    case 'bounds':
      if (b.kind !== 'bounds' || a.least !== b.least || a.most !== b.most || !areSame(a.not, b.not)) return false;
      return a.only === null || b.only === null ? a.only === b.only : areSame(a.only, b.only);
    default:
      return a satisfies never;
  }
}

function areSame(a: readonly string[], b: readonly string[]): boolean {
  return a === b || (a.length === b.length && a.every((text, i) => text === b[i]));
}
