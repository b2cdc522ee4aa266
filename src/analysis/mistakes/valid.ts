/** Whether a piece of a template is something that Go can read. */
import { type LooseParse, parseLoose } from '../../go';
import type { Environment } from '../environment';
import type { Names } from './names';
import type { Role } from './statement';

/** What is wrong with a piece only because the rest of the template is missing. */
const outside: ReadonlySet<string> = new Set([
  'unexpected-eof',
  'unexpected-end',
  'unexpected-else',
  'break-outside-range',
  'continue-outside-range',
]);

/** Judges pieces of one template. */
export class Validity {
  private readonly parses = new Map<string, LooseParse['errors']>();

  constructor(
    private readonly environment: Environment,
    private readonly names: Names,
  ) {}

  /** The functions that a piece calls and that do not exist. */
  unknownIn(piece: string, role: Role): ReadonlySet<string> {
    const names = this.errorsOf(piece, role).flatMap(({ code, detail }) =>
      code === 'undefined-function' ? [/"(.*)"/.exec(detail)?.[1] ?? ''] : [],
    );
    return new Set(names);
  }

  /** The errors of a piece, which is asked of more than once, and so are pieces that a template repeats. */
  private errorsOf(piece: string, role: Role): LooseParse['errors'] {
    const before = role !== 'else' ? '' : /^\{\{-?\s*else\s+with\b/.test(piece) ? '{{with true}}' : '{{if true}}';
    const whole = before + piece;
    let errors = this.parses.get(whole);
    if (errors === undefined) {
      errors = parseLoose('piece', whole, this.names.functions, this.environment.go).errors;
      this.parses.set(whole, errors);
    }
    return errors;
  }

  /** Whether Go reads a piece, but for functions that do not exist if `unknown` says so. */
  reads(piece: string, role: Role, unknown = false): boolean {
    return this.errorsOf(piece, role).every(({ code, detail }) => {
      if (outside.has(code)) return true;
      if (code === 'undefined-function') return unknown;
      return code === 'undefined-variable' && this.names.variables.has(/"(.*)"/.exec(detail)?.[1] ?? '');
    });
  }
}
