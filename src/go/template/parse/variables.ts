/** The variables known at a place of a template: https://pkg.go.dev/text/template#hdr-Variables */
export class Variables {
  private readonly names: string[] = [];
  private readonly counts = new Map<string, number>();

  constructor() {
    this.add('$');
  }

  /** How many declarations are in force, for a later `forget`. */
  get size(): number {
    return this.names.length;
  }

  /** Declares a name; the same name may be declared more than once. */
  add(name: string): void {
    this.names.push(name);
    this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
  }

  /** Whether a name is declared. */
  has(name: string): boolean {
    return (this.counts.get(name) ?? 0) > 0;
  }

  /** Takes back every declaration after the first `size`. */
  forget(size: number): void {
    for (const name of this.names.splice(size)) this.counts.set(name, (this.counts.get(name) ?? 0) - 1);
  }
}
