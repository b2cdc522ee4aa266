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
  private last: { readonly piece: string; readonly role: Role; readonly parsed: LooseParse } | null = null;

  constructor(
    private readonly environment: Environment,
    private readonly names: Names,
  ) {}

  /** The functions that a piece calls and that do not exist. */
  unknownIn(piece: string, role: Role): ReadonlySet<string> {
    const { errors } = this.parse(piece, role);
    const names = errors.flatMap(({ code, detail }) =>
      code === 'undefined-function' ? [/"(.*)"/.exec(detail)?.[1] ?? ''] : [],
    );
    return new Set(names);
  }

  /** The errors of a piece; those of the last one are kept, which is asked of more than once. */
  private parse(piece: string, role: Role): LooseParse {
    const { last } = this;
    if (last?.piece === piece && last.role === role) return last.parsed;
    const parsed = this.parsed(piece, role);
    this.last = { piece, role, parsed };
    return parsed;
  }

  private parsed(piece: string, role: Role): LooseParse {
    const before = role !== 'else' ? '' : /^\{\{-?\s*else\s+with\b/.test(piece) ? '{{with true}}' : '{{if true}}';
    return parseLoose('piece', before + piece, this.names.functions, this.environment.go);
  }

  /** Whether Go reads a piece, but for functions that do not exist if `unknown` says so. */
  reads(piece: string, role: Role, unknown = false): boolean {
    return this.parse(piece, role).errors.every(({ code, detail }) => {
      if (outside.has(code)) return true;
      if (code === 'undefined-function') return unknown;
      return code === 'undefined-variable' && this.names.variables.has(/"(.*)"/.exec(detail)?.[1] ?? '');
    });
  }
}
