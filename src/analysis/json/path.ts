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

/** A way; immutable. It has few entries, so that lists of them are copied and looked through quicker than maps. */
export class Path {
  private text: string | null = null;

  private constructor(
    private readonly names: readonly string[],
    /** What holds under the names, one for each. */
    private readonly entries: readonly Entry[],
    /** How many conditions were taken of which nothing is understood. */
    readonly opaque: number,
    /** Whether several ways were made one, so that perhaps no data goes this one. */
    private readonly vague: boolean,
  ) {}

  static readonly empty = new Path([], [], 0, false);

  /** Equal for ways on which the same holds. */
  get key(): string {
    if (this.text !== null) return this.text;
    const lines = this.names.map((name, i) => `${name}=${JSON.stringify(this.entries[i])}`);
    return (this.text = lines.sort().join('\n'));
  }

  /** Whether perhaps no data goes this way. */
  get doubtful(): boolean {
    return this.vague || this.opaque > 1;
  }

  private entry(name: string): Entry | undefined {
    const i = this.names.indexOf(name);
    return i < 0 ? undefined : this.entries[i];
  }

  held(slot: string): Held | null {
    const entry = this.entry(slot);
    return entry === undefined || entry.kind === 'bounds' ? null : entry;
  }

  /** How much holds. */
  get size(): number {
    return this.names.length;
  }

  hold(slot: string, held: Held | null): Path {
    const old = this.entry(slot);
    if (held === null ? old === undefined : old !== undefined && isSameEntry(old, held)) return this;
    if (held !== null) return this.set(slot, held, this.vague);
    const { names, entries } = this.keeping((name) => name !== slot);
    return this.changed(names, entries, this.vague);
  }

  /** This way with what is held under several names, which differ. */
  holdAll(slots: readonly string[], held: readonly Held[]): Path {
    let names: string[] | null = null;
    let entries: Entry[] | null = null;
    for (let i = 0; i < slots.length; i++) {
      const slot = slots[i];
      const entry = held[i];
      if (slot === undefined || entry === undefined) continue;
      const place = this.names.indexOf(slot);
      const old = this.entries[place];
      if (old !== undefined && isSameEntry(old, entry)) continue;
      entries ??= this.entries.slice();
      if (place >= 0) entries[place] = entry;
      else {
        (names ??= this.names.slice()).push(slot);
        entries.push(entry);
      }
    }
    return entries === null ? this : this.changed(names ?? this.names, entries, this.vague);
  }

  bounds(key: string): Bounds {
    const entry = this.entry(`=${key}`);
    return entry?.kind === 'bounds' ? entry : anything;
  }

  bound(key: string, bounds: Bounds): Path {
    const { least, most, only, not } = bounds;
    const isLong = not.length > mostNot;
    const entry: Entry = { kind: 'bounds', least, most, only, not: isLong ? [] : not };
    return this.set(`=${key}`, entry, this.vague || isLong);
  }

  /** This way with an entry. */
  private set(name: string, entry: Entry, vague: boolean): Path {
    const i = this.names.indexOf(name);
    const entries = this.entries.slice();
    if (i >= 0) entries[i] = entry;
    else entries.push(entry);
    return this.changed(i >= 0 ? this.names : [...this.names, name], entries, vague);
  }

  /** A way that has changed. What is forgotten may have kept data from it, so that perhaps none goes it. */
  private changed(names: readonly string[], entries: readonly Entry[], vague: boolean): Path {
    if (names.length <= mostEntries) return new Path(names, entries, this.opaque, vague);
    const kept = names.flatMap((name, i) => (name.startsWith('=') ? [] : [i])).slice(-mostEntries / 2);
    return new Path(pick(names, kept), pick(entries, kept), this.opaque, true);
  }

  /** One more condition of which nothing is understood. */
  guessing(): Path {
    return new Path(this.names, this.entries, this.opaque + 1, this.vague);
  }

  /** The keys of all values that are held. */
  values(): ReadonlySet<string> {
    const keys = new Set<string>();
    for (const entry of this.entries) {
      if (entry.kind === 'value' || entry.kind === 'length') keys.add(entry.key);
    }
    return keys;
  }

  /** Whether anything is said of a value. */
  get tells(): boolean {
    for (const { kind } of this.entries) if (kind === 'bounds') return true;
    return false;
  }

  /** Keeps the entries that pass. */
  keeping(passes: (name: string) => boolean): Path {
    const { names } = this;
    let kept: number[] | null = null;
    let i = 0;
    for (const name of names) {
      const stays = passes(name);
      if (!stays) kept ??= Array.from({ length: i }, (_, at) => at);
      else kept?.push(i);
      i++;
    }
    return kept === null ? this : new Path(pick(names, kept), pick(this.entries, kept), this.opaque, this.vague);
  }

  /** This way with the entries of another that pass, instead of its own. */
  with(other: Path, passes: (name: string) => boolean): Path {
    const own = this.keeping((name) => !passes(name));
    const theirs = other.keeping(passes);
    if (theirs.size === 0) return own;
    const names = [...own.names, ...theirs.names];
    return new Path(names, [...own.entries, ...theirs.entries], this.opaque, this.vague);
  }

  /** Whether the same holds on two ways. */
  static isSame(a: Path, b: Path): boolean {
    if (a === b || a.entries === b.entries) return true;
    if (a.names.length !== b.names.length) return false;
    let i = 0;
    for (const name of a.names) {
      const entry = a.entries[i];
      // Most ways came to what they hold in the same order.
      const other = b.names[i] === name ? b.entries[i] : b.entry(name);
      if (entry === undefined || other === undefined || !isSameEntry(entry, other)) return false;
      i++;
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
    const common = first.names.flatMap((name, i) => {
      const entry = first.entries[i];
      const isCommon = others.every((path) => {
        const other = path.entry(name);
        return entry !== undefined && other !== undefined && isSameEntry(entry, other);
      });
      return isCommon ? [i] : [];
    });
    const opaque = Math.min(...paths.map((path) => path.opaque));
    return new Path(pick(first.names, common), pick(first.entries, common), opaque, true);
  }
}

function pick<T>(all: readonly T[], places: readonly number[]): readonly T[] {
  const picked: T[] = [];
  for (const i of places) {
    const one = all[i];
    if (one !== undefined) picked.push(one);
  }
  return picked;
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
