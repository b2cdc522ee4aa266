/**
 * Go's `fmt.Sprintf`, `Sprint` and `Sprintln` over reflected values: https://pkg.go.dev/fmt. Arguments are what a call
 * with `...any` would hold: an interface value stands for what it holds, nil and the zero Value for nil.
 */
import { type Dynamic, intType, stringType } from '../reflect/type';
import { type Meter, unmetered } from '../meter';
import type { Value } from '../reflect/value';
import { decodeRune, decodeUtf8, encodeUtf8 } from '../utf8';
import { type Flags, clearFlags } from './format';
import { type GoVersion, newestGo } from '../version';
import { Printer } from './printer';

/**
 * Formats `args` as the format says. Mistakes show in the result, as in `%!d(string=hi)`.
 * https://pkg.go.dev/fmt#Sprintf
 */
export function sprintf(
  format: string,
  args: readonly Value[],
  meter: Meter = unmetered(),
  go: GoVersion = newestGo,
): string {
  const directives = new Directives(format, args, meter, go);
  directives.run();
  return finished(directives.printer);
}

/** The default formats of `args`, with a space between two when neither is a string. https://pkg.go.dev/fmt#Sprint */
export function sprint(args: readonly Value[], meter: Meter = unmetered()): string {
  const p = new Printer(meter, newestGo);
  let spaced = false;
  for (const arg of args) {
    const operand = operandOf(arg);
    const isString = operand?.type.kind === 'string';
    if (spaced && !isString) p.out += ' ';
    if (operand?.type === stringType) p.printPlain(operand.v as string);
    else p.printOperand(operand, 'v');
    spaced = !isString;
  }
  return finished(p);
}

/**
 * The default formats of `args`, always with spaces between and a newline at the end. https://pkg.go.dev/fmt#Sprintln
 */
export function sprintln(args: readonly Value[], meter: Meter = unmetered()): string {
  const p = new Printer(meter, newestGo);
  for (const [i, arg] of args.entries()) {
    if (i > 0) p.out += ' ';
    p.printOperand(operandOf(arg), 'v');
  }
  p.out += '\n';
  return finished(p);
}

/**
 * Bytes that were invalid apart may have become a rune side by side. They are only looked for where they may be: a text
 * that grows piece by piece is then not gone through for each piece.
 */
function finished({ out, mayBeTorn, meter }: Printer): string {
  if (!mayBeTorn) {
    meter.copy(out.length);
    return out;
  }
  meter.scan(out.length);
  if (!/[\udc80-\udcff]{2}/.test(out)) return out;
  meter.write(2 * out.length);
  return decodeUtf8(encodeUtf8(out));
}

/** What a `...any` argument holds: null for nil. */
function operandOf(arg: Value): Dynamic | null {
  if (arg.kind === 'interface') return arg.v as Dynamic | null;
  return arg.isValid ? arg : null;
}

/** Widths, precisions and indexes beyond this are refused. */
const maxNumber = 1e6;

const flagNames: ReadonlyMap<string, 'sharp' | 'zero' | 'plus' | 'minus' | 'space'> = new Map([
  ['#', 'sharp'],
  ['0', 'zero'],
  ['+', 'plus'],
  ['-', 'minus'],
  [' ', 'space'],
]);

/**
 * A format being worked through: where it is, and which argument comes next.
 * https://pkg.go.dev/fmt#hdr-Explicit_argument_indexes
 */
class Directives {
  readonly printer: Printer;
  private readonly flags: Flags;
  private i = 0;
  private argNum = 0;
  private reordered = false;
  private goodIndex = true;
  /** Whether an index such as `[2]` was read just before. */
  private afterIndex = false;
  /** The `]` found last, the format's length when there was none. */
  private close = 0;

  constructor(
    private readonly format: string,
    private readonly args: readonly Value[],
    private readonly meter: Meter,
    go: GoVersion,
  ) {
    this.printer = new Printer(meter, go);
    this.flags = this.printer.flags;
    meter.scan(format.length);
  }

  run(): void {
    const { format, printer } = this;
    for (let percent = format.indexOf('%'); percent >= 0; percent = format.indexOf('%', this.i)) {
      printer.printPlain(format.slice(this.i, percent));
      this.meter.spend(1);
      this.i = percent + 1;
      if (!this.printPlain()) this.printDirective();
    }
    printer.printPlain(format.slice(this.i));
    if (!this.reordered && this.argNum < this.args.length) this.printExtra();
  }

  /**
   * Prints the directive if it is one of the many that need no formatting: `%s` or `%v` of a string, `%d` or `%v` of an
   * int.
   */
  private printPlain(): boolean {
    const arg = this.args[this.argNum];
    if (arg === undefined) return false;
    const verb = this.format.charAt(this.i);
    if (arg.type === stringType && (verb === 's' || verb === 'v')) this.printer.printPlain(arg.v as string);
    else if (arg.type === intType && (verb === 'd' || verb === 'v')) this.printer.out += (arg.v as bigint).toString();
    else return false;
    this.argNum++;
    this.i++;
    return true;
  }

  /** production: `%` flags index? width? (`.` index? precision?)? index? verb */
  private printDirective(): void {
    const { flags, printer } = this;
    printer.mayBeTorn = true;
    this.readFlags();
    this.readIndex();
    this.readWidth();
    this.readPrecision();
    if (!this.afterIndex) this.readIndex();
    if (this.i >= this.format.length) {
      printer.out += '%!(NOVERB)';
      return;
    }
    const { rune, units } = decodeRune(this.format, this.i);
    const verb = String.fromCodePoint(rune);
    this.i += units;
    const arg = this.args[this.argNum];
    if (verb === '%') printer.out += '%';
    else if (!this.goodIndex) printer.out += `%!${verb}(BADINDEX)`;
    else if (arg === undefined) printer.out += `%!${verb}(MISSING)`;
    else {
      // Only Errorf knows %w; elsewhere it is a mistake, but one that takes its flags as %v does.
      if (verb === 'v' || verb === 'w') {
        flags.sharpV = flags.sharp;
        flags.plusV = flags.plus;
        flags.sharp = flags.plus = false;
      }
      printer.printOperand(operandOf(arg), verb);
      this.argNum++;
    }
  }

  private printExtra(): void {
    const { printer } = this;
    printer.mayBeTorn = true;
    clearFlags(this.flags);
    printer.out += '%!(EXTRA ';
    for (const [i, arg] of this.args.slice(this.argNum).entries()) {
      const operand = operandOf(arg);
      if (i > 0) printer.out += ', ';
      if (operand !== null) printer.out += `${operand.type.toString()}=`;
      printer.printOperand(operand, 'v');
    }
    printer.out += ')';
  }

  private readFlags(): void {
    clearFlags(this.flags);
    this.goodIndex = true;
    for (;;) {
      const flag = flagNames.get(this.format.charAt(this.i));
      if (flag === undefined) return;
      this.flags[flag] = true;
      this.i++;
    }
  }

  /** index: `[` number `]`, which says which argument comes next. A bad one spoils the directive. */
  private readIndex(): void {
    this.afterIndex = false;
    if (this.format.charAt(this.i) !== '[') return;
    this.reordered = true;
    const close = this.nextClose();
    // An empty index that ends the format is not seen as one: `]` is then the verb.
    if (close === this.format.length || this.i + 2 === this.format.length) {
      this.goodIndex = false;
      this.i++;
      return;
    }
    const start = this.i + 1;
    this.i = start;
    const index = this.readNumber(close);
    const wellFormed = index !== null && this.i === close;
    this.i = close + 1;
    this.afterIndex = wellFormed;
    if (wellFormed && index >= 1 && index <= this.args.length) this.argNum = index - 1;
    else this.goodIndex = false;
  }

  /** The next `]`, the format's length when there is none; a format full of `[` is looked through once. */
  private nextClose(): number {
    if (this.close < this.i) {
      const close = this.format.indexOf(']', this.i);
      this.close = close < 0 ? this.format.length : close;
    }
    return this.close;
  }

  /** width: `*` | number */
  private readWidth(): void {
    const { flags } = this;
    if (this.format.charAt(this.i) === '*') {
      this.i++;
      const width = this.takeNumber();
      if (width === null) this.printer.out += '%!(BADWIDTH)';
      else {
        flags.wid = Math.abs(width);
        if (width < 0) flags.minus = true;
      }
      this.afterIndex = false;
      return;
    }
    const width = this.readNumber(this.format.length);
    if (width === null) return;
    flags.wid = width;
    // The index would have to be for a `*`.
    if (this.afterIndex) this.goodIndex = false;
  }

  /** precision: `.` index? (`*` | number)?; none at all is zero */
  private readPrecision(): void {
    // A point that ends the format is taken for the verb.
    if (this.format.charAt(this.i) !== '.' || this.i + 1 === this.format.length) return;
    this.i++;
    if (this.afterIndex) this.goodIndex = false;
    this.readIndex();
    if (this.format.charAt(this.i) === '*') {
      this.i++;
      const prec = this.takeNumber();
      if (prec === null || prec < 0) this.printer.out += '%!(BADPREC)';
      else this.flags.prec = prec;
      this.afterIndex = false;
      return;
    }
    this.flags.prec = this.readNumber(this.format.length) ?? 0;
  }

  /** A decimal number before `end`, or null; one too large swallows everything up to `end`. */
  private readNumber(end: number): number | null {
    let n: number | null = null;
    for (; this.i < end; this.i++) {
      const digit = this.format.charCodeAt(this.i) - 0x30;
      if (!(digit >= 0 && digit <= 9)) break;
      if (n !== null && n > maxNumber) {
        this.i = end;
        return null;
      }
      n = (n ?? 0) * 10 + digit;
    }
    return n;
  }

  /** The argument for a `*`, when it is an integer of reasonable size. */
  private takeNumber(): number | null {
    const arg = this.args[this.argNum];
    if (arg === undefined) return null;
    this.argNum++;
    const operand = operandOf(arg);
    if (typeof operand?.v !== 'bigint') return null;
    const n = Number(operand.v);
    return Math.abs(n) > maxNumber ? null : n;
  }
}
