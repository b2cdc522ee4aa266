/** Random choices that a seed repeats. */

/** A pseudo-random source (mulberry32): the same seed makes the same choices on every machine. */
export class Random {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** A number in [0, 1). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let t = this.state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  }

  /** An integer in [0, n). */
  below(n: number): number {
    return Math.floor(this.next() * n);
  }

  /** True with this probability. */
  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** One of the items; the list must not be empty. */
  pick<T>(items: readonly T[]): T {
    return items[this.below(items.length)]!;
  }

  /** Between `least` and `most` results of `make`. */
  many<T>(least: number, most: number, make: () => T): T[] {
    return Array.from({ length: least + this.below(most - least + 1) }, make);
  }

  /** What one of the branches makes; each has a weight. */
  weighted<T>(...branches: readonly (readonly [weight: number, make: () => T])[]): T {
    let at = this.next() * branches.reduce((sum, [weight]) => sum + weight, 0);
    for (const [weight, make] of branches) {
      at -= weight;
      if (at < 0) return make();
    }
    return branches[0]![1]();
  }
}
