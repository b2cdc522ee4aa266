/**
 * The lexer of the template language: text in, items out. The parser and the editor's highlighting share it.
 * https://pkg.go.dev/text/template#hdr-Text_and_spaces and https://pkg.go.dev/text/template#hdr-Actions
 */
import { digitValue, isDigit, isPrint, quote } from '../../strconv';
import { decodeRune } from '../../utf8';

/** The words with a meaning of their own inside an action. */
export type Keyword =
  'block' | 'break' | 'continue' | 'define' | 'else' | 'end' | 'if' | 'nil' | 'range' | 'template' | 'with';

/**
 * What an item is. A keyword's type is the keyword itself; `char` is any other printable ASCII character, such as a
 * comma.
 */
export type ItemType =
  | Keyword
  | 'error'
  | 'eof'
  | 'text'
  | 'comment'
  | 'leftDelim'
  | 'rightDelim'
  | 'space'
  | 'assign'
  | 'declare'
  | 'pipe'
  | 'leftParen'
  | 'rightParen'
  | 'dot'
  | 'field'
  | 'variable'
  | 'identifier'
  | 'bool'
  | 'number'
  | 'complex'
  | 'charConstant'
  | 'string'
  | 'rawString'
  | 'char';

/** Why lexing failed: Go's text, and a stable name for it. */
export interface LexFailure {
  readonly code: string;
  readonly message: string;
}

/**
 * One item: its UTF-16 span `[pos, end)` and the line (from 1) on which it starts. Delimiters span their trim marker,
 * but not the space between marker and action; a text item is already trimmed; a comment item spans its delimiters.
 * `failure` is set on error items only, whose span is what a person should look at; their `line` is the one Go reports.
 */
export interface Item {
  readonly type: ItemType;
  readonly pos: number;
  readonly end: number;
  readonly line: number;
  readonly failure: LexFailure | null;
}

/** How to lex; every setting is false when absent. */
export interface LexOptions {
  /** Emit comment items, which the parser has no use for. */
  readonly comments?: boolean;
  /** `break` is an ordinary identifier, as Go has it where a function of that name is defined. */
  readonly breakIsIdentifier?: boolean;
  /** `continue` is an ordinary identifier, likewise. */
  readonly continueIsIdentifier?: boolean;
  /** Leave the line feeds within comments out of the count of lines, as older releases do. */
  readonly skipsLinesOfComments?: boolean;
  /** Go on after an error item instead of stopping there. */
  readonly recover?: boolean;
}

const keywords: ReadonlyMap<string, ItemType> = new Map<string, ItemType>([
  ['block', 'block'],
  ['break', 'break'],
  ['continue', 'continue'],
  ['define', 'define'],
  ['else', 'else'],
  ['end', 'end'],
  ['false', 'bool'],
  ['if', 'if'],
  ['nil', 'nil'],
  ['range', 'range'],
  ['template', 'template'],
  ['true', 'bool'],
  ['with', 'with'],
]);

const leftDelim = '{{';
const rightDelim = '}}';
const leftComment = '/*';
const rightComment = '*/';

const tab = 0x09;
const newline = 0x0a;
const carriageReturn = 0x0d;
const space = 0x20;
const doubleQuote = 0x22;
const dollar = 0x24;
const singleQuote = 0x27;
const leftParen = 0x28;
const rightParen = 0x29;
const plus = 0x2b;
const comma = 0x2c;
const minus = 0x2d;
const point = 0x2e;
const zero = 0x30;
const colon = 0x3a;
const equals = 0x3d;
const backslash = 0x5c;
const underscore = 0x5f;
const backquote = 0x60;
const lowerI = 0x69;
const leftBrace = 0x7b;
const bar = 0x7c;
const rightBrace = 0x7d;

const letterOrDigit = /^[\p{L}\p{Nd}]$/u;

/** Whether a UTF-16 unit is one of the four characters that templates call space: space, tab, CR, LF. */
function isSpace(unit: number): boolean {
  return unit === space || unit === newline || unit === tab || unit === carriageReturn;
}

/** Digit sets of number literals; the underscore counts as a digit until the value is taken. */
type DigitSet = 'decimal' | 'hex' | 'octal' | 'binary';

function inDigitSet(unit: number, digits: DigitSet): boolean {
  if (unit === underscore) return true;
  switch (digits) {
    case 'decimal':
      return isDigit(unit);
    case 'hex':
      return digitValue(unit) < 16;
    case 'octal':
      return unit >= zero && unit <= 0x37;
    case 'binary':
      return unit === zero || unit === zero + 1;
  }
}

/** Go's `%#U`: `U+0040 '@'`, without the character when it is not printable. */
function unicodeName(rune: number): string {
  const name = `U+${rune.toString(16).toUpperCase().padStart(4, '0')}`;
  return isPrint(rune) ? `${name} '${String.fromCodePoint(rune)}'` : name;
}

/** One run over a text. `pos` is where the next item starts. */
export class Lexer {
  private items: Item[] = [];
  private pos = 0;
  private line = 1;
  /** The first newline at or after the last item's start; the text's length when there is none. */
  private nextNewline: number;
  private actionStart = 0;
  private running = true;

  constructor(
    private readonly text: string,
    private readonly options: LexOptions,
  ) {
    this.nextNewline = this.indexOf('\n', 0);
  }

  /**
   * The next items, about `count` of them but ending with an action, so that none is torn apart; none after the end.
   */
  lexMore(count: number): readonly Item[] {
    this.items = [];
    while (this.running && this.items.length < count) {
      if (this.pos < this.text.length) this.running = this.lexText() && this.lexAction();
      else {
        this.running = false;
        this.emit('eof', this.text.length, this.text.length);
      }
    }
    return this.items;
  }

  private indexOf(what: string, from: number): number {
    const i = this.text.indexOf(what, from);
    return i < 0 ? this.text.length : i;
  }

  private unit(i: number): number {
    // Past the end this is NaN, which is equal to nothing and in no range.
    return this.text.charCodeAt(i);
  }

  private lineAt(pos: number): number {
    while (this.nextNewline < pos) {
      this.line++;
      this.nextNewline = this.indexOf('\n', this.nextNewline + 1);
    }
    return this.line;
  }

  private emit(type: ItemType, pos: number, end: number): void {
    this.items.push({ type, pos, end, line: this.lineAt(pos), failure: null });
    this.pos = end;
  }

  /**
   * Emits an error whose item began at `start`; `[from, to)` is what to look at. A lexer that recovers goes on after
   * it, though not before `pos`. Returns whether to go on.
   */
  private fail(code: string, message: string, start: number, from: number, to: number): boolean {
    this.items.push({ type: 'error', pos: from, end: to, line: this.lineAt(start), failure: { code, message } });
    this.pos = Math.max(to, this.pos);
    return this.options.recover === true;
  }

  /** Text runs up to a left delimiter; `{{- ` takes the spaces before it away. */
  private lexText(): boolean {
    const open = this.indexOf(leftDelim, this.pos);
    let end = open;
    if (open < this.text.length && this.hasLeftTrimMarker(open + leftDelim.length)) {
      while (end > this.pos && isSpace(this.unit(end - 1))) end--;
    }
    if (end > this.pos) this.emit('text', this.pos, end);
    this.pos = open;
    return true;
  }

  private hasLeftTrimMarker(i: number): boolean {
    return this.unit(i) === minus && isSpace(this.unit(i + 1));
  }

  /** Whether ` -}}` stands at `i`. */
  private hasTrimmedRightDelim(i: number): boolean {
    return isSpace(this.unit(i)) && this.unit(i + 1) === minus && this.hasRightDelim(i + 2);
  }

  private hasRightDelim(i: number): boolean {
    return this.unit(i) === rightBrace && this.unit(i + 1) === rightBrace;
  }

  /** Whether the point at `i` starts a number. At the end of the text Go says so, but there a field is being typed. */
  private startsNumber(i: number): boolean {
    return i + 1 < this.text.length ? isDigit(this.unit(i + 1)) : this.options.recover !== true;
  }

  private skipSpaces(i: number): number {
    while (isSpace(this.unit(i))) i++;
    return i;
  }

  /** action = "{{" [ "- " ] ( comment | { item } ) [ " -" ] "}}" */
  private lexAction(): boolean {
    const open = this.pos;
    if (open === this.text.length) return true;
    const trim = this.hasLeftTrimMarker(open + leftDelim.length);
    const inside = open + leftDelim.length + (trim ? 2 : 0);
    if (this.text.startsWith(leftComment, inside)) return this.lexComment(open, inside);
    this.emit('leftDelim', open, open + leftDelim.length + (trim ? 1 : 0));
    this.pos = inside;
    this.actionStart = open;
    return this.lexInsideAction();
  }

  private lexComment(open: number, start: number): boolean {
    const close = this.text.indexOf(rightComment, start + leftComment.length);
    if (close < 0) {
      this.pos = this.text.length;
      return this.fail('unclosed-comment', 'unclosed comment', start, open, start + leftComment.length);
    }
    const after = close + rightComment.length;
    const trim = this.hasTrimmedRightDelim(after);
    if (!trim && !this.hasRightDelim(after)) {
      return this.fail('comment-before-delim', 'comment ends before closing delimiter', start, close, after);
    }
    const end = after + rightDelim.length + (trim ? 2 : 0);
    if (this.options.comments === true) this.emit('comment', open, end);
    if (this.options.skipsLinesOfComments === true) {
      this.lineAt(start);
      this.nextNewline = this.indexOf('\n', after);
    }
    this.pos = trim ? this.skipSpaces(end) : end;
    return true;
  }

  /** Lexes up to and including the right delimiter. */
  private lexInsideAction(): boolean {
    let parens = 0;
    while (this.pos < this.text.length) {
      const start = this.pos;
      const c = this.unit(start);
      const trim = this.hasTrimmedRightDelim(start);
      if (trim || this.hasRightDelim(start)) {
        if (parens > 0 && !this.failUnclosedParen(start)) return false;
        this.lexRightDelim(start, trim);
        return true;
      }
      let running = true;
      if (isSpace(c)) this.lexSpace(start);
      else if (c === point && !this.startsNumber(start)) {
        running = this.lexFieldOrVariable(start, 'field');
      } else if (isDigit(c) || c === point || c === plus || c === minus) running = this.lexNumber(start);
      else if (this.alphaNumericWidth(start) > 0) running = this.lexIdentifier(start);
      else if (c === dollar) running = this.lexFieldOrVariable(start, 'variable');
      else if (c === doubleQuote || c === singleQuote) running = this.lexQuoted(start, c);
      else if (c === backquote) running = this.lexRawQuote(start);
      else if (c === bar) this.emit('pipe', start, start + 1);
      else if (c === equals) this.emit('assign', start, start + 1);
      else if (c === leftParen) {
        parens++;
        this.emit('leftParen', start, start + 1);
      } else if (c === rightParen) {
        if (parens > 0) {
          parens--;
          this.emit('rightParen', start, start + 1);
        } else running = this.fail('unexpected-right-paren', 'unexpected right paren', start, start, start + 1);
      } else if (c === colon) {
        if (this.unit(start + 1) === equals) this.emit('declare', start, start + 2);
        else running = this.fail('expected-declare', 'expected :=', start, start, start + 1);
      } else if (this.opensAction(start)) {
        return this.fail('unclosed-action', 'unclosed action', start, this.actionStart, this.actionStart + 2);
      } else if (this.closesBriefly(start)) {
        this.emit('char', start, start + 1);
        return true;
      } else if (this.quotesWithBackslashes(start)) {
        this.emit('char', start, start + 1);
        this.emit('string', start + 1, this.text.indexOf('\\"', start + 2) + 2);
      } else if (c > space && c < 0x7f) this.emit('char', start, start + 1);
      else running = this.failRune('unrecognized character in action: ', 'unrecognized-character', start, start);
      if (!running) return false;
      if (this.stoppedAtBrace()) return true;
    }
    return this.fail(
      'unclosed-action',
      'unclosed action',
      this.text.length,
      this.actionStart,
      this.actionStart + leftDelim.length,
    );
  }

  private failUnclosedParen(at: number): boolean {
    // The parenthesis to look at is the last one that nothing closes.
    let last = this.items.length - 1;
    for (let closed = 0; last > 0; last--) {
      const type = this.items[last]?.type;
      if (type === 'rightParen') closed++;
      else if (type === 'leftParen' && closed-- === 0) break;
    }
    const from = this.items[last]?.pos ?? at;
    return this.fail('unclosed-left-paren', 'unclosed left paren', at, from, from + 1);
  }

  private lexRightDelim(start: number, trim: boolean): void {
    const from = trim ? start + 1 : start;
    this.emit('rightDelim', from, from + rightDelim.length + (trim ? 1 : 0));
    if (trim) this.pos = this.skipSpaces(this.pos);
  }

  /** space = ( " " | "\t" | "\r" | "\n" ) { … }, leaving the last one to a trimmed right delimiter that follows. */
  private lexSpace(start: number): void {
    let end = this.skipSpaces(start);
    if (this.hasTrimmedRightDelim(end - 1)) end--;
    this.emit('space', start, end);
  }

  /** The width in units of the letter, digit or underscore at `i`, or 0 when there is something else. */
  private alphaNumericWidth(i: number): number {
    const c = this.unit(i);
    if (c < 0x80) {
      const lower = c | 0x20;
      return (lower >= 0x61 && lower <= 0x7a) || isDigit(c) || c === underscore ? 1 : 0;
    }
    if (i >= this.text.length) return 0;
    const { rune, units } = decodeRune(this.text, i);
    // What is not printable to Go is not yet assigned in its Unicode version, whatever the browser's says.
    return isPrint(rune) && letterOrDigit.test(String.fromCodePoint(rune)) ? units : 0;
  }

  private skipAlphaNumeric(i: number): number {
    for (let width = this.alphaNumericWidth(i); width > 0; width = this.alphaNumericWidth(i)) i += width;
    return i;
  }

  /** Whether what stands at `i` may follow a name: a space, the end, punctuation or the right delimiter. */
  private atTerminator(i: number): boolean {
    if (i >= this.text.length) return true;
    const c = this.unit(i);
    if (isSpace(c)) return true;
    if (c === point || c === comma || c === bar || c === colon || c === rightParen || c === leftParen) return true;
    return this.hasRightDelim(i) || this.opensAction(i);
  }

  /** Whether, for a lexer that recovers, a new action is being opened while the current one is unfinished. */
  private opensAction(i: number): boolean {
    return this.options.recover === true && this.unit(i) === leftBrace && this.unit(i + 1) === leftBrace;
  }

  /** Whether, for a lexer that recovers, an action ends here though one of the two braces is missing. */
  private closesBriefly(i: number): boolean {
    return this.options.recover === true && this.unit(i) === rightBrace;
  }

  /** Whether the last item is an error because of a brace directly after a name: the action ends there likewise. */
  private stoppedAtBrace(): boolean {
    const last = this.items.at(-1);
    return last?.type === 'error' && last.end === last.pos + 1 && this.closesBriefly(last.pos);
  }

  /** Whether, for a lexer that recovers, `\\"…\\"` stands at `i`, which has no newline in it. */
  private quotesWithBackslashes(i: number): boolean {
    if (this.options.recover !== true || this.unit(i) !== backslash || this.unit(i + 1) !== doubleQuote) return false;
    for (let at = i + 2; at < this.text.length && this.unit(at) !== newline; at++) {
      if (this.unit(at) === backslash && this.unit(at + 1) === doubleQuote) return true;
      if (this.hasRightDelim(at)) return false;
    }
    return false;
  }

  private failRune(prefix: string, code: string, start: number, at: number): boolean {
    const { rune, units } = decodeRune(this.text, at);
    return this.fail(code, prefix + unicodeName(rune), start, at, at + units);
  }

  /** identifier = letter { letter | digit }; keywords and the two bool constants look the same. */
  private lexIdentifier(start: number): boolean {
    const end = this.skipAlphaNumeric(start);
    if (!this.atTerminator(end)) return this.failRune('bad character ', 'bad-character', start, end);
    let type = keywords.get(this.text.slice(start, end)) ?? 'identifier';
    if (type === 'break' && this.options.breakIsIdentifier === true) type = 'identifier';
    if (type === 'continue' && this.options.continueIsIdentifier === true) type = 'identifier';
    this.emit(type, start, end);
    return true;
  }

  /** field = "." [ name ]; variable = "$" [ name ] */
  private lexFieldOrVariable(start: number, type: 'field' | 'variable'): boolean {
    const end = this.skipAlphaNumeric(start + 1);
    if (!this.atTerminator(end)) return this.failRune('bad character ', 'bad-character', start, end);
    this.emit(type === 'field' && end === start + 1 ? 'dot' : type, start, end);
    return true;
  }

  /** string = `"` … `"`; char constant = "'" … "'". A backslash keeps what follows, a newline ends the attempt. */
  private lexQuoted(start: number, mark: number): boolean {
    let i = start + 1;
    for (; i < this.text.length; i++) {
      const c = this.unit(i);
      if (c === mark) {
        this.emit(mark === doubleQuote ? 'string' : 'charConstant', start, i + 1);
        return true;
      }
      if (c === newline) break;
      if (c === backslash) {
        i++;
        if (this.unit(i) === newline) break;
      }
    }
    const to = this.endOfUnterminated(start, Math.min(i, this.text.length));
    return mark === doubleQuote
      ? this.fail('unterminated-string', 'unterminated quoted string', start, start, to)
      : this.fail('unterminated-char', 'unterminated character constant', start, start, to);
  }

  private lexRawQuote(start: number): boolean {
    const close = this.text.indexOf('`', start + 1);
    if (close >= 0) {
      this.emit('rawString', start, close + 1);
      return true;
    }
    const to = this.endOfUnterminated(start, this.indexOf('\n', start));
    return this.fail('unterminated-raw-string', 'unterminated raw quoted string', start, start, to);
  }

  /** An unterminated literal most likely ends where the action does, if it does so on the same line. */
  private endOfUnterminated(start: number, lineEnd: number): number {
    const delim = this.text.slice(start, lineEnd).indexOf(rightDelim);
    if (delim < 0) return lineEnd;
    const to = start + delim;
    return to - 2 > start && this.hasTrimmedRightDelim(to - 2) ? to - 2 : to;
  }

  /** number = real | real ( "+" | "-" ) imaginary, without spaces. */
  private lexNumber(start: number): boolean {
    let end = this.skipReal(start);
    let width = this.alphaNumericWidth(end);
    if (width === 0 && (this.unit(end) === plus || this.unit(end) === minus)) {
      end = this.skipReal(end);
      width = this.alphaNumericWidth(end);
      if (width === 0 && this.unit(end - 1) === lowerI) {
        this.emit('complex', start, end);
        return true;
      }
    } else if (width === 0) {
      this.emit('number', start, end);
      return true;
    }
    end += width;
    const message = `bad number syntax: ${quote(this.text.slice(start, end))}`;
    return this.fail('bad-number', message, start, start, end);
  }

  /** real = [ sign ] [ "0x" | "0o" | "0b" ] digits [ "." digits ] [ exponent ] [ "i" ], everything optional. */
  private skipReal(i: number): number {
    let digits: DigitSet = 'decimal';
    i = this.skipSign(i);
    if (this.unit(i) === zero) {
      i++;
      const base = this.unit(i) | 0x20;
      if (base === 0x78) digits = 'hex';
      else if (base === 0x6f) digits = 'octal';
      else if (base === 0x62) digits = 'binary';
      if (digits !== 'decimal') i++;
    }
    i = this.skipDigits(i, digits);
    if (this.unit(i) === point) i = this.skipDigits(i + 1, digits);
    const exponent = digits === 'decimal' ? 0x65 : digits === 'hex' ? 0x70 : 0;
    if (exponent !== 0 && (this.unit(i) | 0x20) === exponent) {
      i = this.skipDigits(this.skipSign(i + 1), 'decimal');
    }
    return this.unit(i) === lowerI ? i + 1 : i;
  }

  private skipSign(i: number): number {
    return this.unit(i) === plus || this.unit(i) === minus ? i + 1 : i;
  }

  private skipDigits(i: number, digits: DigitSet): number {
    while (inDigitSet(this.unit(i), digits)) i++;
    return i;
  }
}

/**
 * Lexes a template. The last item is `eof`, or `error` where lexing failed; with `recover` errors stand among the
 * others and the end is always `eof`. Never throws, and takes time linear in the text.
 */
export function lex(text: string, options: LexOptions = {}): readonly Item[] {
  return new Lexer(text, options).lexMore(Infinity);
}

/** How many items to lex at a time: few enough that they are garbage while they are young, when garbage is cheap. */
export const batch = 256;

/**
 * The items that `lex` gives, about `count` at a time, for who does not keep them; each time ends between two actions.
 */
export function* lexInBatches(text: string, options: LexOptions = {}, count = batch): Generator<readonly Item[]> {
  const lexer = new Lexer(text, options);
  for (let items = lexer.lexMore(count); items.length > 0; items = lexer.lexMore(count)) yield items;
}
