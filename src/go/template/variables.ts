/** The variables of the running templates: one stack, each template seeing only its own part. */
import { type Meter, slotBytes } from '../meter';
import type { Value } from '../reflect/value';

/** A copy of the visible variables, to go back to. */
export interface VariableSnapshot {
  readonly names: readonly string[];
  readonly values: readonly Value[];
}

/** A stack of named values; the innermost of a name counts. Marks are heights of the stack. */
export class Variables {
  private readonly names: string[] = [];
  private readonly values: Value[] = [];
  /** Where the next lower variable of the same name is, and of each name the topmost; −1 for none. */
  private readonly below: number[] = [];
  private readonly topmost = new Map<string, number>();
  private height = 0;
  private base = 0;
  /** What `rewind` goes back to: a height, and the assignments made since, latest last. */
  private rewindMark = 0;
  private readonly assigned: { readonly at: number; readonly old: Value }[] = [];

  constructor(private readonly meter: Meter) {}

  get mark(): number {
    return this.height;
  }

  /** Forgets what was declared since `mark`. */
  popTo(mark: number): void {
    while (this.height > mark) {
      this.height--;
      this.topmost.set(this.names[this.height] ?? '', this.below[this.height] ?? -1);
    }
  }

  push(name: string, value: Value): void {
    this.meter.hold();
    this.names[this.height] = name;
    this.values[this.height] = value;
    this.below[this.height] = this.topmost.get(name) ?? -1;
    this.topmost.set(name, this.height);
    this.height++;
  }

  /** Hides all variables from a template that starts with `$` alone; `leave` with the result shows them again. */
  enter(dollar: Value): number {
    const outer = this.base;
    this.base = this.height;
    this.push('$', dollar);
    return outer;
  }

  leave(outer: number): void {
    this.popTo(this.base);
    this.base = outer;
  }

  get(name: string): Value | undefined {
    const at = this.find(name);
    return at < 0 ? undefined : this.values[at];
  }

  /** Gives the innermost variable of this name a value; false when there is none. */
  set(name: string, value: Value): boolean {
    const at = this.find(name);
    if (at >= 0) this.values[at] = value;
    return at >= 0;
  }

  /** Like `set`, but to be undone by `rewind`. */
  assign(name: string, value: Value): boolean {
    const at = this.find(name);
    const old = this.values[at];
    if (old === undefined) return false;
    this.assigned.push({ at, old });
    this.values[at] = value;
    return true;
  }

  private find(name: string): number {
    const at = this.topmost.get(name) ?? -1;
    return at >= this.base ? at : -1;
  }

  /** Remembers the present state for `rewind`. */
  remember(): void {
    this.rewindMark = this.height;
    if (this.assigned.length > 0) this.assigned.length = 0;
  }

  /** Undoes what was declared and assigned since `remember`. */
  rewind(): void {
    this.popTo(this.rewindMark);
    for (let change = this.assigned.pop(); change !== undefined; change = this.assigned.pop()) {
      this.values[change.at] = change.old;
    }
  }

  /** Gives the `n`th variable from the top a value, 1 being the last declared. */
  setTop(n: number, value: Value): void {
    this.values[this.height - n] = value;
  }

  /** What the variables hold: themselves, and the texts that are not the data's. */
  get held(): number {
    let held = this.height * slotBytes;
    for (let i = 0; i < this.height; i++) held += heldBy(this.values[i]);
    return held;
  }

  snapshot(): VariableSnapshot {
    return { names: this.names.slice(this.base, this.height), values: this.values.slice(this.base, this.height) };
  }

  restore(snapshot: VariableSnapshot): void {
    this.popTo(this.base);
    for (const [i, value] of snapshot.values.entries()) this.push(snapshot.names[i] ?? '', value);
  }
}

/** The UTF-16 units of a text that a function made or the template has; what came from the data is there anyway. */
export function heldBy(value: Value | undefined): number {
  return value?.from === null && typeof value.v === 'string' ? value.v.length : 0;
}
