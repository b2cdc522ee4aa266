/** The variables of the running templates: one stack, each template seeing only its own part. */
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
  private height = 0;
  private base = 0;

  get mark(): number {
    return this.height;
  }

  /** Forgets what was declared since `mark`. */
  popTo(mark: number): void {
    this.height = mark;
  }

  push(name: string, value: Value): void {
    this.names[this.height] = name;
    this.values[this.height] = value;
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
    this.height = this.base;
    this.base = outer;
  }

  get(name: string): Value | undefined {
    for (let i = this.height - 1; i >= this.base; i--) if (this.names[i] === name) return this.values[i];
    return undefined;
  }

  /** Gives the innermost variable of this name a value; false when there is none. */
  set(name: string, value: Value): boolean {
    for (let i = this.height - 1; i >= this.base; i--) {
      if (this.names[i] !== name) continue;
      this.values[i] = value;
      return true;
    }
    return false;
  }

  /** Gives the `n`th variable from the top a value, 1 being the last declared. */
  setTop(n: number, value: Value): void {
    this.values[this.height - n] = value;
  }

  snapshot(): VariableSnapshot {
    return { names: this.names.slice(this.base, this.height), values: this.values.slice(this.base, this.height) };
  }

  restore(snapshot: VariableSnapshot): void {
    this.height = this.base;
    for (const [i, value] of snapshot.values.entries()) this.push(snapshot.names[i] ?? '', value);
  }
}
