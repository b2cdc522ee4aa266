/** Which variable a name means at a place, and where dot is held. */

/** Names of one template, block by block. */
export class Scope {
  private readonly names: (readonly [name: string, slot: string])[] = [];

  constructor(
    /** The slot in which ways hold dot. */
    public dot: string,
  ) {
    this.names.push(['$', `${dot}$`]);
  }

  /** The slot of a variable, or null when there is none of the name. */
  slot(name: string): string | null {
    for (let i = this.names.length - 1; i >= 0; i--) {
      const entry = this.names[i];
      if (entry?.[0] === name) return entry[1];
    }
    return null;
  }

  declare(name: string, at: number): string {
    const slot = `${name}@${String(at)}`;
    this.names.push([name, slot]);
    return slot;
  }

  /** How many names there are; `forget` takes away those that came later. */
  get size(): number {
    return this.names.length;
  }

  forget(size: number): void {
    this.names.length = size;
  }
}
