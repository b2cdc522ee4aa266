/**
 * One argument of fmt under one verb: which format fits its kind, its methods, its elements.
 * https://pkg.go.dev/fmt#hdr-Printing
 */
import { GoPanic, panicText } from '../errors';
import { bytesOf } from '../reflect/bytes';
import {
  type Complex,
  type Dynamic,
  type Field,
  type Method,
  type Raw,
  type RawMap,
  type RawPointer,
  type RawSlice,
  type Type,
  funcOf,
  isExported,
  sliceOf,
  stringType,
  uint8Type,
} from '../reflect/type';
import { type Meter, longestText } from '../meter';
import type { FloatFormat } from '../strconv';
import { decodeUtf8, isEscapedByte } from '../utf8';
import {
  type Flags,
  type IntegerStyle,
  formatFloatFlags,
  formatHex,
  formatHexString,
  formatInteger,
  formatQuoted,
  formatQuotedRune,
  formatRune,
  formatString,
  formatUnicode,
  noFlags,
  pad,
} from './format';
import { type GoVersion, since } from '../version';
import { sortedRawEntries } from './sort';

/** The text of every pointer, channel and function: addresses would make the same template print two texts. */
const address = 0xc000012345n;

const stringMethod: Type = funcOf([], [stringType]);
const bytesType: Type = sliceOf(uint8Type);

const decimal: IntegerStyle = { base: 10, prefix: '', mark: '', upper: false };
const lowerHex: IntegerStyle = { base: 16, prefix: '0x', mark: '', upper: false };
const upperHex: IntegerStyle = { base: 16, prefix: '0X', mark: '', upper: true };
const binary: IntegerStyle = { base: 2, prefix: '0b', mark: '', upper: false };
const octal: IntegerStyle = { base: 8, prefix: '0', mark: '', upper: false };
const markedOctal: IntegerStyle = { base: 8, prefix: '0', mark: '0o', upper: false };

type Verb<T> = (f: Flags, x: T) => string;

/** The verbs of integers; any other is a mistake. */
const integerVerbs: ReadonlyMap<string, Verb<bigint>> = new Map<string, Verb<bigint>>([
  ['v', (f, n) => formatInteger(f, n, decimal)],
  ['d', (f, n) => formatInteger(f, n, decimal)],
  ['b', (f, n) => formatInteger(f, n, binary)],
  ['o', (f, n) => formatInteger(f, n, octal)],
  ['O', (f, n) => formatInteger(f, n, markedOctal)],
  ['x', (f, n) => formatInteger(f, n, lowerHex)],
  ['X', (f, n) => formatInteger(f, n, upperHex)],
  ['c', formatRune],
  ['q', formatQuotedRune],
  ['U', formatUnicode],
]);

/** The verbs of floats and of the parts of complex numbers, with the precision of each when none is asked for. */
const floatVerbs: ReadonlyMap<string, { readonly format: FloatFormat; readonly prec: number }> = new Map([
  ['v', { format: 'g', prec: -1 }],
  ['b', { format: 'b', prec: -1 }],
  ['g', { format: 'g', prec: -1 }],
  ['G', { format: 'G', prec: -1 }],
  ['x', { format: 'x', prec: -1 }],
  ['X', { format: 'X', prec: -1 }],
  ['f', { format: 'f', prec: 6 }],
  ['F', { format: 'f', prec: 6 }],
  ['e', { format: 'e', prec: 6 }],
  ['E', { format: 'E', prec: 6 }],
]);

/** The verbs of strings. */
const stringVerbs: ReadonlyMap<string, Verb<string>> = new Map<string, Verb<string>>([
  ['v', (f, s) => (f.sharpV ? formatQuoted(f, s) : formatString(f, s))],
  ['s', formatString],
  ['x', (f, s) => formatHexString(f, s, false)],
  ['X', (f, s) => formatHexString(f, s, true)],
  ['q', formatQuoted],
]);

/** The verbs that take the bytes of a byte slice or array together. */
const byteVerbs: ReadonlyMap<string, Verb<Uint8Array>> = new Map<string, Verb<Uint8Array>>([
  ['s', (f, b) => formatString(f, decodeUtf8(b))],
  ['x', (f, b) => formatHex(f, b, false)],
  ['X', (f, b) => formatHex(f, b, true)],
  ['q', (f, b) => formatQuoted(f, decodeUtf8(b))],
]);

/** The verbs for which an error or a Stringer describes itself. */
const describingVerbs: ReadonlySet<string> = new Set(['v', 's', 'x', 'X', 'q']);

/** The verbs that write an address as a number. */
const addressVerbs: ReadonlySet<string> = new Set(['b', 'o', 'd', 'x', 'X']);

/**
 * Whether a value's methods may be called: not below an unexported field. An embedded field of an unexported type is
 * sealed itself, but its exported fields are not. https://pkg.go.dev/reflect#Value.CanInterface
 */
type Access = 'open' | 'embedded' | 'sealed';

/** A struct, list or map being printed; `next` counts its elements, keys and values apart. */
type Frame = { next: number; readonly close: string; readonly access: Access } & (
  | { readonly kind: 'struct'; readonly fields: readonly Field[]; readonly values: readonly Raw[] }
  | {
      readonly kind: 'list';
      readonly elem: Type;
      readonly array: readonly Raw[];
      readonly from: number;
      readonly length: number;
    }
  | { readonly kind: 'map'; readonly type: Type; readonly entries: readonly (readonly [Raw, Raw])[] }
);

/** Thrown by a call that prints more than `longestText`. */
export class TooLongText extends Error {}

/** A text in quotes or in hexadecimal costs so many steps, however short it is. */
const quotedSteps = 6;

/** A float costs so many steps, whose digits are those of a product of long integers. */
const floatSteps = 20;

/** Prints values under the current `flags` onto `out`. One per call of `Sprintf` or `Sprint`. */
export class Printer {
  /** What has been printed so far. */
  out = '';
  readonly flags: Flags = noFlags();
  /** Whether the halves of a rune may have come side by side in `out`. */
  mayBeTorn = false;
  /** While a mistake is being reported methods are not called. */
  private erroring = false;

  constructor(
    readonly meter: Meter,
    private readonly go: GoVersion,
  ) {}

  /** Prints a text as it is. */
  printPlain(s: string): void {
    this.mayBeTorn ||= this.out !== '' && isEscapedByte(s.charCodeAt(0));
    this.out += s;
  }

  /** Takes what a string will cost under a verb: what is cut away costs nothing. */
  private countString(s: string, verb: string): void {
    const { prec, wid, sharpV } = this.flags;
    const handled = prec >= 0 ? Math.min(prec, s.length) : s.length;
    if (sharpV || (verb !== 's' && verb !== 'v')) {
      this.meter.spend(quotedSteps);
      this.meter.write(handled);
    } else if (wid > 0 || prec >= 0) this.meter.scan(handled);
  }

  /** Throws a RangeError when too much has been printed, as a JS engine does for a text it cannot hold. */
  private checkLength(): void {
    if (this.out.length > longestText) throw new TooLongText();
  }

  /** Prints an argument, null being nil, as `verb` says; a verb that does not fit shows as `%!d(string=hi)`. */
  printOperand(operand: Dynamic | null, verb: string): void {
    this.checkLength();
    this.mayBeTorn = true;
    if (operand === null) {
      this.out += verb === 'v' || verb === 'T' ? pad(this.flags, '<nil>') : `%!${verb}(<nil>)`;
      return;
    }
    const { type, v } = operand;
    if (verb === 'T') this.out += formatString(this.flags, type.toString());
    else if (verb === 'p') this.printPointer(type, v, verb);
    else if (type === bytesType || !this.printByMethod(type, v, verb)) this.printValue(type, v, verb);
  }

  /**
   * Prints a value by its kind. Containers inside containers wait on a stack of their own: however deep the data, the
   * JS stack stays flat.
   */
  private printValue(type: Type, v: Raw, verb: string): void {
    const outermost = this.openValue(type, v, verb, 'open', true);
    if (outermost === null) return;
    const outer: Frame[] = [];
    let frame: Frame | undefined = outermost;
    while (frame !== undefined) {
      this.checkLength();
      const inner: Frame | null | 'end' = this.printNext(frame, verb);
      if (inner === 'end') {
        this.out += frame.close;
        frame = outer.pop();
      } else if (inner !== null) {
        outer.push(frame);
        frame = inner;
      }
    }
  }

  /** Prints the next element of a container, up to where its own elements begin; 'end' when there is none. */
  private printNext(frame: Frame, verb: string): Frame | null | 'end' {
    const i = frame.next++;
    switch (frame.kind) {
      case 'list':
        if (i >= frame.length) return 'end';
        this.separate(i);
        return this.openElement(frame.elem, frame.array[frame.from + i] ?? null, verb, frame.access);
      case 'map': {
        const entry = frame.entries[i >> 1];
        if (entry === undefined) return 'end';
        if (i % 2 === 0) this.separate(i);
        else this.out += ':';
        const [key, element] = entry;
        return i % 2 === 0
          ? this.openElement(frame.type.key, key, verb, frame.access)
          : this.openElement(frame.type.elem, element, verb, frame.access);
      }
      case 'struct': {
        const field = frame.fields[i];
        if (field === undefined) return 'end';
        this.separate(i);
        if (this.flags.plusV || this.flags.sharpV) this.out += `${field.name}:`;
        return this.openElement(field.type, frame.values[i] ?? null, verb, fieldAccess(field, frame.access));
      }
      default: {
        const unknown: never = frame;
        return unknown;
      }
    }
  }

  private separate(i: number): void {
    if (i > 0) this.out += this.flags.sharpV ? ', ' : ' ';
  }

  /** As `openValue`, for what is inside something else: interfaces are seen through, and methods have a say. */
  private openElement(type: Type, v: Raw, verb: string, access: Access): Frame | null {
    if (type.kind !== 'interface') {
      if (access === 'open' && this.printByMethod(type, v, verb)) return null;
      return this.openValue(type, v, verb, access, false);
    }
    if (v === null) {
      this.out += this.flags.sharpV ? `${type.toString()}(nil)` : '<nil>';
      return null;
    }
    const held = v as Dynamic;
    if (access === 'open' && this.printByMethod(held.type, held.v, verb)) return null;
    return this.openValue(held.type, held.v, verb, access === 'open' ? 'open' : 'sealed', false);
  }

  /** Prints a value, or if it is a container its opening, and gives the container. */
  private openValue(type: Type, v: Raw, verb: string, access: Access, top: boolean): Frame | null {
    const f = this.flags;
    this.meter.spend(1);
    switch (type.family) {
      case 'bool':
        if (verb === 't' || verb === 'v') this.out += pad(f, v === true ? 'true' : 'false');
        else this.printMistake(type, v, verb);
        return null;
      case 'int': {
        const format = integerVerbs.get(verb);
        if (format === undefined) this.printMistake(type, v, verb);
        else this.out += format(f, v as bigint);
        return null;
      }
      case 'uint': {
        const format = integerVerbs.get(verb);
        if (format === undefined) this.printMistake(type, v, verb);
        else this.out += f.sharpV ? hexNumber(f, v as bigint, true) : format(f, v as bigint);
        return null;
      }
      case 'float':
        this.printFloat(type, v, verb);
        return null;
      case 'complex':
        this.printComplex(type, v, verb);
        return null;
      case 'string': {
        const format = stringVerbs.get(verb);
        if (format === undefined) this.printMistake(type, v, verb);
        else {
          this.countString(v as string, verb);
          this.out += format(f, v as string);
        }
        return null;
      }
      case 'map':
        return this.openMap(type, v as RawMap | null, access);
      case 'struct':
        this.out += f.sharpV ? `${type.toString()}{` : '{';
        return { kind: 'struct', fields: type.fields, values: v as readonly Raw[], next: 0, close: '}', access };
      case 'array':
      case 'slice':
        return this.openList(type, v, verb, access, top);
      case 'ptr':
        if (!top || v === null || !pointedTo.has(type.elem.kind)) {
          this.printPointer(type, v, verb);
          return null;
        }
        this.out += '&';
        return this.openElement(type.elem, (v as RawPointer).value, verb, access);
      case 'chan':
      case 'func':
        this.printPointer(type, v, verb);
        return null;
      case 'interface':
      case 'invalid':
        // Operands and elements are what interfaces hold, and nil is no operand: neither comes here.
        return null;
      default: {
        const unknown: never = type.family;
        return unknown;
      }
    }
  }

  private openMap(type: Type, v: RawMap | null, access: Access): Frame | null {
    const { sharpV } = this.flags;
    if (sharpV && v === null) {
      this.out += `${type.toString()}(nil)`;
      return null;
    }
    this.out += sharpV ? `${type.toString()}{` : 'map[';
    const entries = v === null ? [] : sortedRawEntries(type.key, v, this.meter);
    return { kind: 'map', type, entries, next: 0, close: sharpV ? '}' : ']', access: inside(access) };
  }

  private openList(type: Type, v: Raw, verb: string, access: Access, top: boolean): Frame | null {
    const { sharpV } = this.flags;
    const slice = type.kind === 'slice' ? (v as RawSlice | null) : null;
    const array = type.kind === 'array' ? (v as readonly Raw[]) : (slice?.array ?? []);
    const from = slice?.offset ?? 0;
    const length = type.kind === 'array' ? array.length : (slice?.length ?? 0);
    const together = type.elem.kind === 'uint8' ? byteVerbs.get(verb) : undefined;
    if (together !== undefined) {
      this.meter.write(length);
      this.out += together(this.flags, bytesOf({ array, offset: from, length, capacity: length }));
      return null;
    }
    if (sharpV) {
      this.out += top && verb === 'v' && type === bytesType ? '[]byte' : type.toString();
      if (v === null) {
        this.out += '(nil)';
        return null;
      }
    }
    this.out += sharpV ? '{' : '[';
    const close = sharpV ? '}' : ']';
    return { kind: 'list', elem: type.elem, array, from, length, next: 0, close, access: inside(access) };
  }

  private printFloat(type: Type, v: Raw, verb: string): void {
    const style = floatVerbs.get(verb);
    if (style === undefined) this.printMistake(type, v, verb);
    else {
      this.meter.spend(floatSteps);
      this.out += formatFloatFlags(this.flags, v as number, type.bits, style.format, style.prec);
    }
  }

  private printComplex(type: Type, v: Raw, verb: string): void {
    const style = floatVerbs.get(verb);
    if (style === undefined) {
      this.printMistake(type, v, verb);
      return;
    }
    const { re, im } = v as Complex;
    const size = type.bits / 2;
    this.meter.spend(2 * floatSteps);
    const real = formatFloatFlags(this.flags, re, size, style.format, style.prec);
    const imaginary = formatFloatFlags({ ...this.flags, plus: true }, im, size, style.format, style.prec);
    this.out += `(${real}${imaginary}i)`;
  }

  private printPointer(type: Type, v: Raw, verb: string): void {
    const f = this.flags;
    const u = v === null ? 0n : address;
    if (!addressed.has(type.kind)) this.printMistake(type, v, verb);
    else if (f.sharpV) {
      this.out += `(${type.toString()})(${v === null ? 'nil' : hexNumber(f, u, true)})`;
    } else if (verb === 'v' && v === null) this.out += pad(f, '<nil>');
    else if (verb === 'v' || verb === 'p') this.out += hexNumber(f, u, !f.sharp);
    else if (addressVerbs.has(verb)) this.out += (integerVerbs.get(verb) ?? formatUnicode)(f, u);
    else this.printMistake(type, v, verb);
  }

  /** Reports a verb that does not fit: `%!d(string=hi)`. */
  private printMistake(type: Type, v: Raw, verb: string): void {
    this.erroring = true;
    this.out += `%!${verb}(${type.toString()}=`;
    this.printOperand({ type, v }, 'v');
    this.out += ')';
    this.erroring = false;
  }

  /**
   * Lets a GoStringer, an error or a Stringer describe itself, in this order; false when it is none or the verb is not
   * for it.
   */
  private printByMethod(type: Type, v: Raw, verb: string): boolean {
    if (this.erroring) return false;
    if (verb === 'w') {
      this.printMistake(type, v, verb);
      return true;
    }
    if (type.methods.size === 0) return false;
    const { sharpV } = this.flags;
    if (!sharpV && !describingVerbs.has(verb)) return false;
    const method = sharpV ? textMethod(type, 'GoString') : (textMethod(type, 'Error') ?? textMethod(type, 'String'));
    if (method === null) return false;
    this.meter.call();
    let text;
    try {
      text = method.call(v, [])[0] as string;
    } catch (e) {
      if (!(e instanceof GoPanic)) throw e;
      if (type.kind === 'ptr' && v === null) {
        this.out += '<nil>';
        return true;
      }
      this.out += `%!${verb}(PANIC=${method.name} method: ${panicText(e)})`;
      if (since(this.go, 'no width after a panic')) {
        // What is left of the operand has no width and, if there was a precision, one of 0.
        this.flags.wid = 0;
        if (this.flags.prec !== -1) this.flags.prec = 0;
      }
      return true;
    }
    const format = sharpV ? formatString : (stringVerbs.get(verb) ?? formatString);
    this.meter.scan(text.length);
    this.countString(text, verb);
    this.out += format(this.flags, text);
    return true;
  }
}

/** The kinds whose pointers show what they point at, outermost. */
const pointedTo: ReadonlySet<string> = new Set(['array', 'slice', 'struct', 'map']);

/** The kinds that have an address to print. */
const addressed: ReadonlySet<string> = new Set(['chan', 'func', 'map', 'ptr', 'slice']);

function inside(access: Access): Access {
  return access === 'open' ? 'open' : 'sealed';
}

function fieldAccess(field: Field, outer: Access): Access {
  if (outer === 'sealed') return 'sealed';
  const first = field.name.charCodeAt(0);
  // Nearly every name is decided by its first letter being ASCII.
  if (first < 0x80 ? first >= 0x41 && first <= 0x5a : isExported(field.name)) return 'open';
  return field.embedded ? 'embedded' : 'sealed';
}

function hexNumber(f: Flags, n: bigint, prefixed: boolean): string {
  return formatInteger({ ...f, sharp: prefixed }, n, lowerHex);
}

function textMethod(type: Type, name: string): Method | null {
  const method = type.methods.get(name);
  return method?.type === stringMethod ? method : null;
}
