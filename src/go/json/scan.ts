/**
 * Reads JSON text as strictly as `encoding/json` does and with its error texts.
 * https://pkg.go.dev/encoding/json#Unmarshal One pass over the UTF-16 units; open containers are kept on a list, so
 * nesting never costs JavaScript stack.
 */
import { digitValue, isDigit, quoteRune } from '../strconv';
import { encodeUtf8 } from '../utf8';
import { type JsonError, type JsonMember, type JsonNode, Locator } from './node';

/** How deep Go lets arrays and objects nest. */
export const maxNestingDepth = 10_000;

/**
 * What `parseJson` gives: the root value (with the text it came from, so that positions can be told), or Go's
 * complaint.
 */
export type ParsedJson =
  | { readonly ok: true; readonly text: string; readonly node: JsonNode }
  | { readonly ok: false; readonly error: JsonError };

/**
 * Parses a whole JSON text. Never throws; the error's span is the offending character, or empty at the end of the text.
 */
export function parseJson(text: string): ParsedJson {
  try {
    return { ok: true, text, node: new Scanner(text).document() };
  } catch (failure) {
    if (!(failure instanceof ScanFailure)) throw failure;
    const rune = text.codePointAt(failure.offset);
    const to = failure.offset + (rune === undefined ? 0 : rune > 0xffff ? 2 : 1);
    return { ok: false, error: new Locator(text).error(failure.message, failure.offset, to) };
  }
}

class ScanFailure extends Error {
  constructor(
    message: string,
    readonly offset: number,
  ) {
    super(message);
    this.name = 'ScanFailure';
  }
}

/** A container whose end has not been reached; `key` waits for its value. */
type Open =
  | {
      readonly kind: 'object';
      readonly from: number;
      readonly members: JsonMember[];
      key: { readonly key: string; readonly keyFrom: number; readonly keyTo: number };
    }
  | { readonly kind: 'array'; readonly from: number; readonly elements: JsonNode[] };

const noKey = { key: '', keyFrom: 0, keyTo: 0 };
const endOfText = -1;

class Scanner {
  private pos = 0;
  private readonly open: Open[] = [];

  constructor(private readonly text: string) {}

  document(): JsonNode {
    let done = this.value();
    while (done === null || this.open.length > 0) done = done === null ? this.value() : this.attach(done);
    if (this.peek() !== endOfText) this.fail('after top-level value');
    return done;
  }

  /** A scalar or an empty container; or null after opening a container whose first value comes next. */
  private value(): JsonNode | null {
    const c = this.peek();
    switch (c) {
      case 0x7b: // {
        return this.beginObject();
      case 0x5b: // [
        return this.beginArray();
      case 0x22: {
        const from = this.pos;
        const value = this.string();
        return { kind: 'string', from, to: this.pos, value };
      }
      case 0x74: // t
        return { kind: 'boolean', value: true, ...this.literal('true') };
      case 0x66: // f
        return { kind: 'boolean', value: false, ...this.literal('false') };
      case 0x6e: // n
        return { kind: 'null', ...this.literal('null') };
      default:
        if (c === 0x2d || isDigit(c)) return this.number(c);
        return this.fail('looking for beginning of value');
    }
  }

  private beginObject(): JsonNode | null {
    const from = this.enter();
    if (this.peek() === 0x7d) return { kind: 'object', from, to: ++this.pos, members: [] };
    this.open.push({ kind: 'object', from, members: [], key: this.key() });
    return null;
  }

  private beginArray(): JsonNode | null {
    const from = this.enter();
    if (this.peek() === 0x5d) return { kind: 'array', from, to: ++this.pos, elements: [] };
    this.open.push({ kind: 'array', from, elements: [] });
    return null;
  }

  /** Steps over the opening bracket and gives its offset. */
  private enter(): number {
    if (this.open.length >= maxNestingDepth) this.fail('exceeded max depth');
    return this.pos++;
  }

  private key(): { readonly key: string; readonly keyFrom: number; readonly keyTo: number } {
    if (this.peek() !== 0x22) this.fail('looking for beginning of object key string');
    const keyFrom = this.pos;
    const key = this.string();
    const keyTo = this.pos;
    if (this.peek() !== 0x3a) this.fail('after object key');
    this.pos++;
    return { key, keyFrom, keyTo };
  }

  /**
   * Puts a finished value into the innermost open container: that container if this ended it, or null when more
   * follows.
   */
  private attach(node: JsonNode): JsonNode | null {
    const top = this.open[this.open.length - 1];
    if (top === undefined) return node;
    if (top.kind === 'array') {
      top.elements.push(node);
      const c = this.peek();
      if (c !== 0x2c && c !== 0x5d) this.fail('after array element');
      this.pos++;
      if (c === 0x2c) return null;
      this.open.pop();
      return { kind: 'array', from: top.from, to: this.pos, elements: top.elements };
    }
    top.members.push({ key: top.key.key, keyFrom: top.key.keyFrom, keyTo: top.key.keyTo, value: node });
    const c = this.peek();
    if (c !== 0x2c && c !== 0x7d) this.fail('after object key:value pair');
    this.pos++;
    if (c === 0x2c) {
      top.key = noKey;
      top.key = this.key();
      return null;
    }
    this.open.pop();
    return { kind: 'object', from: top.from, to: this.pos, members: top.members };
  }

  /** Skips white space and gives the unit that follows, without taking it. */
  private peek(): number {
    for (;;) {
      if (this.pos >= this.text.length) return endOfText;
      const c = this.text.charCodeAt(this.pos);
      if (c !== 0x20 && c !== 0x0a && c !== 0x0d && c !== 0x09) return c;
      this.pos++;
    }
  }

  private literal(word: string): { readonly from: number; readonly to: number } {
    const from = this.pos;
    for (let i = 1; i < word.length; i++) {
      this.pos = from + i;
      if (this.text.charCodeAt(this.pos) !== word.charCodeAt(i)) {
        this.failInside(`in literal ${word} (expecting '${word.charAt(i)}')`);
      }
    }
    this.pos = from + word.length;
    return { from, to: this.pos };
  }

  private number(first: number): JsonNode {
    const from = this.pos;
    let c = first;
    if (c === 0x2d) {
      c = this.next();
      if (!isDigit(c)) this.failInside('in numeric literal');
    }
    c = c === 0x30 ? this.next() : this.digits();
    if (c === 0x2e) {
      if (!isDigit(this.next())) this.failInside('after decimal point in numeric literal');
      c = this.digits();
    }
    if (c === 0x65 || c === 0x45) {
      c = this.next();
      if (c === 0x2b || c === 0x2d) c = this.next();
      if (!isDigit(c)) this.failInside('in exponent of numeric literal');
      this.digits();
    }
    return { kind: 'number', from, to: this.pos, text: this.text.slice(from, this.pos) };
  }

  private next(): number {
    return this.text.charCodeAt(++this.pos);
  }

  /** Takes digits and gives the unit after them. */
  private digits(): number {
    let c = this.next();
    while (isDigit(c)) c = this.next();
    return c;
  }

  /** Reads a string from its opening quote to past the closing one. */
  private string(): string {
    let out = '';
    let start = ++this.pos;
    let surrogates = false;
    for (;;) {
      const c = this.text.charCodeAt(this.pos);
      if (c === 0x22) {
        out += this.raw(start, surrogates);
        this.pos++;
        return out;
      }
      if (c === 0x5c) {
        out += this.raw(start, surrogates);
        out += this.escape();
        start = this.pos;
        surrogates = false;
        continue;
      }
      if (c < 0x20) this.fail('in string literal');
      if (Number.isNaN(c)) this.fail('');
      if (c >= 0xd800 && c <= 0xdfff) surrogates = true;
      this.pos++;
    }
  }

  /** The unescaped text since `start`, with units that encode no character replaced. */
  private raw(start: number, surrogates: boolean): string {
    const text = this.text.slice(start, this.pos);
    return surrogates ? text.replace(/[\ud800-\udfff]/gu, '\ufffd') : text;
  }

  private escape(): string {
    const c = this.next();
    switch (c) {
      case 0x22:
      case 0x5c:
      case 0x2f:
        this.pos++;
        return String.fromCharCode(c);
      case 0x62:
        this.pos++;
        return '\b';
      case 0x66:
        this.pos++;
        return '\f';
      case 0x6e:
        this.pos++;
        return '\n';
      case 0x72:
        this.pos++;
        return '\r';
      case 0x74:
        this.pos++;
        return '\t';
      case 0x75:
        return this.unicodeEscape();
      default:
        return this.failInside('in string escape code');
    }
  }

  /** Reads from the `u` of `\uXXXX`; a high surrogate takes a low one that is escaped right behind it. */
  private unicodeEscape(): string {
    const unit = this.hex4();
    if (unit < 0xd800 || unit > 0xdfff) return String.fromCharCode(unit);
    if (unit <= 0xdbff && this.text.startsWith('\\u', this.pos)) {
      const back = this.pos;
      this.pos++;
      const low = this.hex4();
      if (low >= 0xdc00 && low <= 0xdfff) return String.fromCharCode(unit, low);
      this.pos = back;
    }
    return '\ufffd';
  }

  private hex4(): number {
    let unit = 0;
    for (let i = 0; i < 4; i++) {
      const digit = digitValue(this.next());
      if (digit >= 16) this.failInside('in \\u hexadecimal character escape');
      unit = unit * 16 + digit;
    }
    this.pos++;
    return unit;
  }

  private fail(where: string): never {
    if (this.pos >= this.text.length) throw new ScanFailure('unexpected end of JSON input', this.text.length);
    throw new ScanFailure(`invalid character ${this.character()} ${where}`, this.pos);
  }

  /** Go closes the text with a space: in the middle of a literal that space is what it complains about. */
  private failInside(where: string): never {
    const what = this.pos >= this.text.length ? "' '" : this.character();
    throw new ScanFailure(`invalid character ${what} ${where}`, Math.min(this.pos, this.text.length));
  }

  /** The byte at the current position as Go quotes it: the first byte of a character is shown as if it were Latin-1. */
  private character(): string {
    return quoteRune(encodeUtf8(String.fromCodePoint(this.text.codePointAt(this.pos) ?? 0))[0] ?? 0);
  }
}
