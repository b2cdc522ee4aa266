/** What is wrong with the JSON and where, put together from all ways on which it is met. */
import type { Known } from '../types/known';
import type { ListNode, Node } from '../../go';
import { type JsonState, isSame, keyOf, start } from './state';

/** The kinds of faults, as the findings name them. */
export type FaultCode =
  | 'unescaped-text'
  | 'json-in-quotes'
  | 'unquoted-text'
  | 'not-json-escaping'
  | 'list-in-json'
  | 'raw-line-break'
  | 'raw-control'
  | 'bad-escape'
  | 'unescaped-quote'
  | 'trailing-comma'
  | 'doubled-comma'
  | 'missing-comma'
  | 'missing-colon'
  | 'missing-json-value'
  | 'wrong-bracket'
  | 'wrong-quotes'
  | 'bare-name'
  | 'bare-word'
  | 'json-comment'
  | 'unexpected-text'
  | 'text-after-json'
  | 'unfinished-json'
  | 'not-json';

/** A fault. */
export interface Fault {
  readonly code: FaultCode;
  readonly from: number;
  readonly to: number;
  /** The text or action at which it was found; null at the end of the template. */
  readonly node: Node | null;
  /** Where in the JSON, when it was met first. */
  readonly state: JsonState;
  /** What is written, where an action is to blame. */
  readonly known: Known | null;
  /** Whether every way to the place has it. */
  readonly everywhere: boolean;
  /** Whether every way to the place has it, and any data. */
  readonly always: boolean;
}

/** A string of the output: where its quotes stand, and whether it is a key. */
export interface StringSpan {
  readonly from: number;
  readonly to: number;
  readonly isKey: boolean;
}

interface Met {
  readonly fault: Omit<Fault, 'always' | 'everywhere'>;
  /** The states in which the node was entered. */
  readonly entries: Entries;
  /** Where the visits of the node are noted. */
  readonly row: Row;
  readonly index: number;
  sure: boolean;
  /** Whether any data has it. */
  readonly anyData: boolean;
}

/** More states than these are told apart by their keys. */
const few = 16;

/** Different states. */
class Entries {
  private readonly states: JsonState[];
  private keys: Set<string> | null = null;

  constructor(first: JsonState) {
    this.states = [first];
  }

  get size(): number {
    return this.keys?.size ?? this.states.length;
  }

  add(state: JsonState): void {
    if (this.keys !== null) this.keys.add(keyOf(state));
    else if (!this.states.some((other) => isSame(other, state))) {
      this.states.push(state);
      if (this.states.length > few) this.keys = new Set(this.states.map(keyOf));
    }
  }
}

/** The states in which the nodes of a list are entered: most in a single one. */
export type Row = (Entries | JsonState | undefined)[];

/** Collects faults while nodes are visited in states. */
export class Faults {
  private readonly met = new Map<string, Met>();
  /** The states in which nodes are entered, list by list. */
  private readonly visits = new Map<ListNode, Row>();
  /** Of each string where it begins, and where it ends, twice, and one more for keys. */
  private readonly closings: number[] = [];
  /** The same by where they begin; -1 for those that end at several places. */
  private strings: ReadonlyMap<number, number> | null = null;
  private row: Row = [];
  private index = 0;
  private node: Node | null = null;
  private entry: JsonState = start;
  private doubtful = false;
  /** How often a fault was filed. */
  count = 0;

  /** Where visits of the nodes of a list are noted. */
  rowOf(list: ListNode): Row {
    let row = this.visits.get(list);
    if (row === undefined) this.visits.set(list, (row = []));
    return row;
  }

  /**
   * What follows happens at a node, the one of an index in its list, that is entered in a state; `doubtful` when
   * perhaps no data comes there so.
   */
  visit(node: Node | null, row: Row, index: number, entry: JsonState, doubtful: boolean): void {
    this.node = node;
    this.row = row;
    this.index = index;
    this.entry = entry;
    this.doubtful = doubtful;
    const visits = row[index];
    if (visits === undefined) row[index] = entry;
    else if (visits instanceof Entries) visits.add(entry);
    else if (!isSame(visits, entry)) {
      const several = new Entries(visits);
      several.add(entry);
      row[index] = several;
    }
  }

  /** Files a fault; `anyData` when it does not depend on what is written. */
  add(code: FaultCode, from: number, to: number, state: JsonState, known: Known | null = null, anyData = true): void {
    this.count++;
    const key = `${code} ${String(from)}`;
    let met = this.met.get(key);
    if (met === undefined) {
      const fault = { code, from, to, node: this.node, state, known };
      const { row, index } = this;
      met = { fault, entries: new Entries(this.entry), row, index, sure: false, anyData };
      this.met.set(key, met);
    } else met.entries.add(this.entry);
    if (!this.doubtful) met.sure = true;
  }

  /** Files a string; one that ends at several places is known to be of no single form. */
  closed(from: number, to: number, isKey: boolean): void {
    this.closings.push(from, 2 * to + (isKey ? 1 : 0));
  }

  /** The string that begins at a place; null when it ends at several or at none. */
  stringAt(from: number): StringSpan | null {
    this.strings ??= byBeginning(this.closings);
    const end = this.strings.get(from) ?? -1;
    return end < 0 ? null : { from, to: end >> 1, isKey: (end & 1) === 1 };
  }

  /** All faults that some data surely meets, in the order of the text; the others are counted. */
  all(): { readonly faults: readonly Fault[]; readonly doubtful: number } {
    const faults: Fault[] = [];
    let doubtful = 0;
    for (const { fault, entries, row, index, sure, anyData } of this.met.values()) {
      const visits = row[index];
      const everywhere = entries.size === (visits instanceof Entries ? visits.size : 1);
      if (!sure && !everywhere) {
        doubtful++;
        continue;
      }
      const { node, from } = fault;
      const here = node === null || (from >= node.from && from <= node.to);
      faults.push({ ...fault, everywhere, always: everywhere && anyData && here });
    }
    return { faults: faults.sort((a, b) => a.from - b.from || a.to - b.to), doubtful };
  }
}

function byBeginning(closings: readonly number[]): ReadonlyMap<number, number> {
  const strings = new Map<number, number>();
  for (let i = 1; i < closings.length; i += 2) {
    const from = closings[i - 1] ?? 0;
    const end = closings[i] ?? 0;
    const old = strings.get(from);
    if (old === undefined) strings.set(from, end);
    else if (old >= 0 && old >> 1 !== end >> 1) strings.set(from, -1);
  }
  return strings;
}
