/** The variables in sight, and going back to what they held before one of two ways. */
import { join } from './knowledge';
import type { Known } from './known';

interface Variable {
  readonly name: string;
  known: Known;
}

/** A point to go back to. */
export interface Mark {
  readonly height: number;
  readonly changes: number;
}

/** What variables held at the end of a way, by their place. */
export type Changes = ReadonlyMap<number, Known>;

/** A stack of variables that remembers what each assignment replaced, so that branches cost what they change. */
export class Variables {
  private readonly stack: Variable[] = [];
  /** The places of the variables of a name, the innermost last. */
  private readonly places = new Map<string, number[]>();
  private readonly replaced: { readonly place: number; readonly known: Known }[] = [];

  /** The value of a variable, or undefined when it is not in sight. */
  get(name: string): Known | undefined {
    const place = this.places.get(name)?.at(-1);
    return place === undefined ? undefined : this.stack[place]?.known;
  }

  /** Brings a variable into sight. */
  declare(name: string, known: Known): void {
    const places = this.places.get(name);
    if (places === undefined) this.places.set(name, [this.stack.length]);
    else places.push(this.stack.length);
    this.stack.push({ name, known });
  }

  /** Gives a variable in sight another value; false when there is none. */
  assign(name: string, known: Known): boolean {
    const place = this.places.get(name)?.at(-1);
    if (place === undefined) return false;
    this.put(place, known);
    return true;
  }

  private put(place: number, known: Known): void {
    const variable = this.stack[place];
    if (variable === undefined) return;
    this.replaced.push({ place, known: variable.known });
    variable.known = known;
  }

  /** A point to go back to. */
  mark(): Mark {
    return { height: this.stack.length, changes: this.replaced.length };
  }

  /** Goes back to a point, and gives what the variables that there were then held until now. */
  back({ height, changes }: Mark): Changes {
    this.leave(height);
    const held = new Map<number, Known>();
    while (this.replaced.length > changes) {
      const last = this.replaced.pop();
      if (last === undefined) break;
      const variable = last.place < height ? this.stack[last.place] : undefined;
      if (variable === undefined) continue;
      if (!held.has(last.place)) held.set(last.place, variable.known);
      variable.known = last.known;
    }
    return held;
  }

  /** Puts the variables above a height out of sight. */
  leave(height: number): void {
    while (this.stack.length > height) {
      const variable = this.stack.pop();
      if (variable !== undefined) this.places.get(variable.name)?.pop();
    }
  }

  /** Gives the variables what they hold after one of two ways, of which nobody knows which was taken. */
  merge(a: Changes, b: Changes, fresh: () => string): void {
    for (const place of new Set([...a.keys(), ...b.keys()])) {
      const before = this.stack[place]?.known;
      if (before === undefined) continue;
      const x = a.get(place) ?? before;
      const joined = join(x, b.get(place) ?? before);
      this.put(place, joined === x || joined.id !== null ? joined : { ...joined, id: fresh() });
    }
  }

  /** Puts what the variables held at the end of a way in their place. */
  take(changes: Changes): void {
    for (const [place, known] of changes) this.put(place, known);
  }
}
