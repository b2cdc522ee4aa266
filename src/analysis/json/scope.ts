/** Which variable a name means at a place, and where dot is held. */

/** Names of one template, block by block. */
export class Scope {
  private readonly names: (readonly [name: string, slot: string])[] = [];

  /** The slots of each name, the innermost last. */
  private readonly slots = new Map<string, string[]>();

  private readonly gone = new Set<string>();

  constructor(
    /** The slot in which ways hold dot. */
    public dot: string,
  ) {
    this.add('$', `${dot}$`);
  }

  /** The slot of a variable, or null when there is none of the name. */
  slot(name: string): string | null {
    return this.slots.get(name)?.at(-1) ?? null;
  }

  private add(name: string, slot: string): void {
    this.names.push([name, slot]);
    const slots = this.slots.get(name);
    if (slots === undefined) this.slots.set(name, [slot]);
    else slots.push(slot);
  }

  declare(name: string, at: number): string {
    const slot = `${name}@${String(at)}`;
    this.add(name, slot);
    this.gone.delete(slot);
    return slot;
  }

  /** How many names there are; `forget` takes away those that came later. */
  get size(): number {
    return this.names.length;
  }

  forget(size: number): void {
    while (this.names.length > size) {
      const [name, slot] = this.names.pop() ?? ['', ''];
      this.slots.get(name)?.pop();
      this.gone.add(slot);
    }
  }

  /** Whether the variable of a slot has ended with its block. */
  isGone(slot: string): boolean {
    return this.gone.has(slot);
  }
}
