/** An expression as it was meant, and how Go writes it. */

/** What all expressions have: where they stand in the template, and whether Go's way of writing differs from theirs. */
interface Written {
  readonly from: number;
  readonly to: number;
  readonly changed: boolean;
}

/** A name, a field, a variable, a literal: Go's text for it. `literal` is a text literal's value. */
export interface Leaf extends Written {
  readonly kind: 'leaf';
  readonly source: string;
  readonly literal: string | null;
  /** A number's text is a number; a name's is the name of a function. */
  readonly sort: 'value' | 'number' | 'function';
}

/** A word as Go has it, in place of what stands between two places. */
export function rewritten(
  { from, to }: Pick<Written, 'from' | 'to'>,
  source: string,
  sort: Leaf['sort'] = 'value',
  literal: string | null = null,
): Leaf {
  return { kind: 'leaf', from, to, changed: true, source, literal, sort };
}

/** An expression. */
export type Expression =
  | Leaf
  /** What stands in parentheses. */
  | (Written & { readonly kind: 'group'; readonly inner: Expression })
  /** Fields of something: the path begins with a point. */
  | (Written & { readonly kind: 'member'; readonly of: Expression; readonly path: string })
  /** A function and its arguments, or a value alone. */
  | (Written & { readonly kind: 'command'; readonly words: readonly Expression[] })
  | (Written & { readonly kind: 'pipe'; readonly stages: readonly Expression[] })
  /** One of two values. Go has no expression for it: only an action of its own can say it. */
  | (Written & {
      readonly kind: 'choice';
      readonly test: Expression;
      readonly yes: Expression;
      readonly no: Expression;
    })
  /** What only text with actions can say: from the opening `{{` to the closing `}}`. */
  | (Written & { readonly kind: 'actions'; readonly template: string });

/** Writes expressions in Go; what is right already stays as the person wrote it. */
export class Writer {
  constructor(
    private readonly text: string,
    /** Spaces between a delimiter and what is in it. */
    private readonly pad: string,
  ) {}

  /** Go's text, or null where an expression has none. */
  write(e: Expression): string | null {
    if (!e.changed) return this.text.slice(e.from, e.to);
    switch (e.kind) {
      case 'leaf':
        return e.source;
      case 'group': {
        const inner = this.write(e.inner);
        return inner === null ? null : `(${inner})`;
      }
      case 'member': {
        const of = this.operand(e.of);
        return of === null ? null : of + e.path;
      }
      case 'command':
        return joined(
          e.words.map((word) => this.operand(word)),
          ' ',
        );
      case 'pipe':
        return joined(
          e.stages.map((stage) => this.write(stage)),
          ' | ',
        );
      case 'choice':
      case 'actions':
        return null;
    }
  }

  /** Go's text as an operand: in parentheses where it is more than one word. */
  operand(e: Expression): string | null {
    const text = this.write(e);
    if (text === null) return null;
    switch (e.kind) {
      case 'leaf':
      case 'group':
      case 'member':
        return text;
      case 'command':
        return e.words.length === 1 ? text : `(${text})`;
      default:
        return `(${text})`;
    }
  }

  /** What an action that prints an expression becomes as a whole, delimiters included, or null. */
  printed(e: Expression, left: string, right: string): string | null {
    const { pad } = this;
    if (e.kind === 'actions') return left === '{{' && right === '}}' ? e.template : null;
    if (e.kind === 'group' && e.inner.kind === 'choice') return this.printed(e.inner, left, right);
    if (e.kind !== 'choice') {
      const text = this.write(e);
      return text === null ? null : `${left}${pad}${text}${pad}${right}`;
    }
    const test = this.write(e.test);
    const yes = this.output(e.yes);
    const no = this.output(e.no);
    if (test === null || yes === null || no === null) return null;
    const otherwise = no === '' ? '' : `{{${pad}else${pad}}}${no}`;
    return `${left}${pad}if ${test}${pad}}}${yes}${otherwise}{{${pad}end${pad}${right}`;
  }

  /** What prints an expression: a literal's own text, or an action. */
  private output(e: Expression): string | null {
    if (e.kind === 'leaf' && e.literal !== null && !e.literal.includes('{')) return e.literal;
    return this.printed(e, '{{', '}}');
  }
}

function joined(texts: readonly (string | null)[], by: string): string | null {
  return texts.includes(null) ? null : texts.join(by);
}

/** A Go literal for a text. */
export function literalOf(text: string): string {
  if (!/["\\]/.test(text) && !/\p{Cc}/u.test(text)) return `"${text}"`;
  if (!text.includes('`') && !text.includes('\r')) return `\`${text}\``;
  return JSON.stringify(text);
}
