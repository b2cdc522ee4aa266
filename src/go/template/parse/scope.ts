/** What the parser knows at a place of one template. Each `define` and `block` starts with a scope of its own. */
export class Scope {
  /** How many ranges stand around the place; `break` and `continue` need one. */
  rangeDepth = 0;
  /** The line of the action being parsed, 0 outside of actions; Go mentions it when the lexer fails. */
  actionLine = 0;
  /** The line of the last item looked at on behalf of this template: the one Go blames. */
  line = 0;
  private readonly variables: string[] = [];
  private readonly counts = new Map<string, number>();

  constructor() {
    this.declare('$');
  }

  /** How many declarations are in force, for a later `forget`. https://pkg.go.dev/text/template#hdr-Variables */
  get declarations(): number {
    return this.variables.length;
  }

  /** Declares a variable, `$` included in its name; the same name may be declared more than once. */
  declare(variable: string): void {
    this.variables.push(variable);
    this.counts.set(variable, (this.counts.get(variable) ?? 0) + 1);
  }

  /** Whether a variable is declared. */
  knows(variable: string): boolean {
    return (this.counts.get(variable) ?? 0) > 0;
  }

  /** Takes back every declaration after the first `declarations`. */
  forget(declarations: number): void {
    while (this.variables.length > declarations) {
      const variable = this.variables.pop();
      if (variable !== undefined) this.counts.set(variable, (this.counts.get(variable) ?? 0) - 1);
    }
  }
}
