/**
 * The directives of a printf format, with their places and the parameters they take:
 * https://pkg.go.dev/fmt#hdr-Printing and https://pkg.go.dev/fmt#hdr-Explicit_argument_indexes
 */

/** `%`, flags, index, width, precision, index, verb. */
export interface Directive {
  /** Its place in the format, in UTF-16 units. */
  readonly from: number;
  readonly to: number;
  readonly flags: string;
  /** What is written between the flags and the verb: width and precision, without indexes. */
  readonly size: string;
  /** The verb, or null where the format ends before it. */
  readonly verb: string | null;
  /** The parameter that is printed; null for `%%`, for a bad index and where there is no verb. */
  readonly value: number | null;
  /** The parameters that `*` takes, which are missing where there are not so many. */
  readonly sizes: readonly number[];
  /** Whether an index stands wrongly or is none of a parameter. */
  readonly badIndex: boolean;
}

/** A format, taken apart. */
export interface Format {
  readonly directives: readonly Directive[];
  /** The first parameter that nothing printed; all were, or are let be because there are indexes, where it is null. */
  readonly leftFrom: number | null;
}

/** What Go refuses as a width, a precision or an index. */
const mostDigits = 6;

const flagsPattern = /[#0+\- ]*/y;
const numberPattern = /[0-9]*/y;

/** Formats that were taken apart, by how many parameters they are given: several rooms ask for the same. */
const known: Map<string, Format>[] = [];

/** So many are kept, each of so many units at most. */
const mostKnown = 200;
const longestKnown = 200;

/** Takes a format apart that is given so many parameters. */
export function formatOf(format: string, parameters: number): Format {
  if (format.length > longestKnown || parameters > mostKnown) return taken(format, parameters);
  const of = (known[parameters] ??= new Map<string, Format>());
  let found = of.get(format);
  if (found === undefined) {
    if (of.size >= mostKnown) of.clear();
    of.set(format, (found = taken(format, parameters)));
  }
  return found;
}

function taken(format: string, parameters: number): Format {
  const reader = new Reader(format, parameters);
  const directives: Directive[] = [];
  for (let percent = format.indexOf('%'); percent >= 0; percent = format.indexOf('%', reader.at)) {
    directives.push(reader.directive(percent));
  }
  return { directives, leftFrom: reader.reordered || reader.next >= parameters ? null : reader.next };
}

class Reader {
  at = 0;
  /** The parameter that comes next. */
  next = 0;
  reordered = false;
  private goodIndex = true;
  private afterIndex = false;
  /** The `]` found last. */
  private close = -1;

  constructor(
    private readonly format: string,
    private readonly parameters: number,
  ) {}

  directive(percent: number): Directive {
    this.at = percent + 1;
    this.goodIndex = true;
    const flags = this.read(flagsPattern);
    const sizes: number[] = [];
    let size = '';
    this.index();
    if (this.format.charAt(this.at) === '*') {
      size += this.star(sizes);
    } else {
      const width = this.number();
      size += width;
      if (width !== '' && this.afterIndex) this.goodIndex = false;
    }
    if (this.format.charAt(this.at) === '.' && this.at + 1 < this.format.length) {
      this.at++;
      size += '.';
      if (this.afterIndex) this.goodIndex = false;
      this.index();
      size += this.format.charAt(this.at) === '*' ? this.star(sizes) : this.number();
    }
    if (!this.afterIndex) this.index();
    const code = this.format.codePointAt(this.at);
    const verb = code === undefined ? null : String.fromCodePoint(code);
    this.at += verb?.length ?? 0;
    const badIndex = !this.goodIndex;
    const takes = verb !== null && verb !== '%' && !badIndex;
    const value = takes ? this.next : null;
    if (takes && this.next < this.parameters) this.next++;
    return { from: percent, to: this.at, flags, size, verb, value, sizes, badIndex };
  }

  /** The next `]`, the format's length when there is none; a format full of `[` is looked through once. */
  private nextClose(): number {
    if (this.close < this.at) {
      const close = this.format.indexOf(']', this.at);
      this.close = close < 0 ? this.format.length : close;
    }
    return this.close;
  }

  private read(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const [found = ''] = pattern.exec(this.format) ?? [];
    this.at += found.length;
    return found;
  }

  private number(): string {
    return this.read(numberPattern);
  }

  private star(sizes: number[]): string {
    this.at++;
    sizes.push(this.next);
    if (this.next < this.parameters) this.next++;
    this.afterIndex = false;
    return '*';
  }

  /** `[` number `]`; where the bracket is not closed, or the number is none, the directive is spoilt. */
  private index(): void {
    this.afterIndex = false;
    if (this.format.charAt(this.at) !== '[') return;
    this.reordered = true;
    const close = this.nextClose();
    if (close === this.format.length || this.at + 2 === this.format.length) {
      this.goodIndex = false;
      this.at++;
      return;
    }
    const digits = this.format.slice(this.at + 1, close);
    this.at = close + 1;
    const number = /^[0-9]+$/.test(digits) && digits.replace(/^0+/, '').length <= mostDigits ? Number(digits) : null;
    this.afterIndex = number !== null;
    if (number !== null && number >= 1 && number <= this.parameters) this.next = number - 1;
    else this.goodIndex = false;
  }
}
