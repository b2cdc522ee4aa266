/**
 * What a range action goes over, one element at a time. Iterator functions drive themselves and are run in `exec.ts`.
 */
import { sortedEntries } from '../fmt/sort';
import { sprintf } from '../fmt/print';
import type { Meter } from '../meter';
import { type Raw, type RawChan, type Type, boolType } from '../reflect/type';
import { Value, intValue } from '../reflect/value';
import { type Complaint, blockedForever, cantRangeOver, rangeOverSendOnly, tooManyRangeVariables } from './messages';
import { operand } from './print';
import { type Change, type GoVersion, firstWith, since } from '../version';

/**
 * A position in something that is ranged over. `next` moves on and is false at the end; `key` and `element` are then
 * stale.
 */
export interface Loop {
  readonly kind: 'loop';
  next(): boolean;
  key(): Value;
  element(): Value;
}

/** Thrown when a range cannot start or go on; the executor adds the position. */
export class RangeRefusal {
  constructor(readonly complaint: Complaint) {}
}

class IntLoop implements Loop {
  readonly kind = 'loop';
  private i = -1n;
  private readonly end: bigint;

  constructor(private readonly n: Value) {
    this.end = n.v as bigint;
  }

  next(): boolean {
    return ++this.i < this.end;
  }

  key(): Value {
    return this.element();
  }

  element(): Value {
    return new Value(this.n.type, this.i);
  }
}

class ListLoop implements Loop {
  readonly kind = 'loop';
  private i = -1;
  private readonly end: number;

  constructor(private readonly list: Value) {
    this.end = list.length;
  }

  next(): boolean {
    return ++this.i < this.end;
  }

  key(): Value {
    return intValue(this.i);
  }

  element(): Value {
    return this.list.index(this.i);
  }
}

/** In the order in which fmt prints maps. */
class MapLoop implements Loop {
  readonly kind = 'loop';
  private i = -1;
  private readonly entries: readonly { readonly key: Value; readonly value: Value }[];

  constructor(map: Value, meter: Meter) {
    this.entries = sortedEntries(map, meter);
  }

  next(): boolean {
    return ++this.i < this.entries.length;
  }

  key(): Value {
    return this.entries[this.i]?.key ?? intValue(this.i);
  }

  element(): Value {
    return this.entries[this.i]?.value ?? intValue(this.i);
  }
}

/** How many elements have been received from a channel; receiving takes them for good. */
const received = new WeakMap<RawChan, number>();

/** The number of elements a channel still holds. */
export function pendingCount(chan: Value): number {
  if (chan.v === null) return 0;
  const raw = chan.v as RawChan;
  return raw.queue.length - (received.get(raw) ?? 0);
}

class ChanLoop implements Loop {
  readonly kind = 'loop';
  private i = -1;
  private current: Raw = null;

  constructor(private readonly chan: Value) {}

  next(): boolean {
    if (this.chan.v === null) return false;
    const raw = this.chan.v as RawChan;
    const at = received.get(raw) ?? 0;
    if (at >= raw.queue.length) {
      if (!raw.closed) throw new RangeRefusal(blockedForever());
      return false;
    }
    received.set(raw, at + 1);
    this.current = raw.queue[at] ?? null;
    this.i++;
    return true;
  }

  key(): Value {
    return intValue(this.i);
  }

  element(): Value {
    return new Value(this.chan.type.elem, this.current);
  }
}

/** An iterator function, `iter.Seq` or `iter.Seq2`: `yields` are the types of what it hands to its yield function. */
export interface Iterator {
  readonly kind: 'iterator';
  readonly fn: Value;
  readonly yields: readonly Type[];
}

function iterator(fn: Value): Iterator | null {
  const { in: params, out, variadic } = fn.type;
  const [yieldType] = params;
  if (params.length !== 1 || out.length !== 0 || variadic || yieldType?.kind !== 'func') return null;
  const yields = yieldType.in;
  const takesBool = yieldType.out.length === 1 && yieldType.out[0] === boolType && !yieldType.variadic;
  return takesBool && (yields.length === 1 || yields.length === 2) ? { kind: 'iterator', fn, yields } : null;
}

/**
 * Starts going over `value`, which has been followed through pointers and interfaces. `variables` is how many the range
 * declares. Null when there is nothing to go over and no reason to complain.
 */
export function openLoop(value: Value, variables: number, meter: Meter, go: GoVersion): Loop | Iterator | null {
  switch (value.type.family) {
    case 'int':
    case 'uint':
      if (!since(go, 'range over an integer')) throw tooNew(value, variables < 2, 'range over an integer');
      if (variables > 1) throw new RangeRefusal(tooManyRangeVariables(shown(value), false));
      return new IntLoop(value);
    case 'array':
    case 'slice':
      return new ListLoop(value);
    case 'map':
      return new MapLoop(value, meter);
    case 'chan':
      if (value.v !== null && value.type.dir === 'send') throw new RangeRefusal(rangeOverSendOnly(shown(value)));
      return new ChanLoop(value);
    case 'invalid':
      return null;
    case 'func': {
      const found = iterator(value);
      if (found === null) break;
      const tooMany = found.yields.length === 1 && variables > 1;
      if (!since(go, 'range over a function')) throw tooNew(value, !tooMany, 'range over a function');
      if (tooMany) throw new RangeRefusal(tooManyRangeVariables(shown(value), true));
      return found;
    }
    default:
      break;
  }
  throw new RangeRefusal(cantRangeOver(shown(value), null));
}

/** What a Go says that cannot do it yet; `works` is whether one that can would not complain either. */
function tooNew(value: Value, works: boolean, change: Change): RangeRefusal {
  return new RangeRefusal(cantRangeOver(shown(value), works ? firstWith(change) : null));
}

function shown(value: Value): string {
  return sprintf('%v', [operand(value)]);
}
