/** Reads text of a template as JSON, character by character, and says what is wrong with it. */
import { type JsonState, type Mode, nextIn, unknown } from './state';
import type { FaultCode } from './faults';

/** What the machine tells while it reads. */
export interface Listener {
  /** Something is wrong with `[from, to)` of the template; `state` is where it was found. */
  fault(code: FaultCode, from: number, to: number, state: JsonState): void;
  /** A string has ended whose quotes stand at `from` and at `to - 1`. */
  closed(from: number, to: number, isKey: boolean): void;
  /** What is written is JSON on some data, and perhaps not on other. */
  unsure(): void;
}

/** Where a text comes from: its offset in the template, or the action that writes it. */
export type Origin = { readonly base: number } | { readonly from: number; readonly to: number };

/** What is said of line breaks: how deep they are repaired, and whether the outermost value is an object. */
export interface Reading {
  readonly repairsLineBreaksTo: number;
}

/** Reads a text from a state on. */
export function feed(state: JsonState, text: string, origin: Origin, reading: Reading, listener: Listener): JsonState {
  return new Machine(reading, listener).read(state, text, origin);
}

/** A number or word is judged once it has ended; the state after it. */
export function ended(state: JsonState, origin: Origin, reading: Reading, listener: Listener): JsonState {
  if (state.mode !== 'word' && state.mode !== 'number' && state.mode !== 'name') return state;
  return feed(state, ' ', origin, reading, listener);
}

const number = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?$/;
const beginsNumber = /[-0-9+.]/;
const beginsWord = /[\p{L}_$]/u;
const inWord = /[-\w.+$\p{L}]/u;
const words: ReadonlySet<string> = new Set(['true', 'false', 'null']);
const closing: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  '“': '”',
  '”': '”',
  '„': '“',
  '‘': '’',
  '`': '`',
};

/** Reads texts one after another, each from a state on. */
export class Machine {
  private mode: Mode = 'start';
  private stack = '';
  private quote = '';
  private isKey = false;
  private word = '';
  private at = -1;
  private mark = -1;
  private text = '';
  private i = 0;
  /** The offset in the template where the text begins; -1 for what an action writes. */
  private base = -1;
  /** The place of the action that writes it. */
  private from = 0;
  private to = 0;
  /** The string that ended last in this text, for quotes that were meant to be text. */
  private last: { readonly from: number; readonly to: number } | null = null;
  private lastIndex = -1;

  constructor(
    private readonly reading: Reading,
    private readonly listener: Listener,
  ) {}

  /** Reads a text from a state on. */
  read(state: JsonState, text: string, origin: Origin): JsonState {
    if (state.mode === 'unknown' || text === '') return state;
    this.mode = state.mode;
    this.stack = state.stack;
    this.quote = state.quote;
    this.isKey = state.isKey;
    this.word = state.text;
    this.at = state.at;
    this.mark = state.mark;
    this.text = text;
    this.i = 0;
    const isText = 'base' in origin;
    this.base = isText ? origin.base : -1;
    this.from = isText ? 0 : origin.from;
    this.to = isText ? 0 : origin.to;
    this.last = null;
    this.lastIndex = -1;
    const { length } = text;
    while (this.i < length && !this.isOver) this.step();
    return this.state();
  }

  private get isOver(): boolean {
    return this.mode === 'unknown' || this.mode === 'ended';
  }

  private state(): JsonState {
    const { mode, stack, quote, isKey, word: text, at, mark } = this;
    if (mode === 'unknown') return unknown;
    return { mode, stack, quote, isKey, text, at, mark };
  }

  /** Goes on in a mode in which nothing is begun but what stands at `at`. */
  private set(mode: Mode, at = -1): void {
    this.mode = mode;
    this.quote = '';
    this.isKey = false;
    this.word = '';
    this.at = at;
    this.mark = -1;
  }

  /** The place in the template of a place in the text. */
  private place(index: number): number {
    return this.base < 0 ? this.from : this.base + index;
  }

  private fault(code: FaultCode, from: number, to: number): void {
    if (this.base < 0) this.listener.fault(code, this.from, this.to, this.state());
    else this.listener.fault(code, this.base + from, this.base + to, this.state());
  }

  private step(): void {
    switch (this.mode) {
      case 'string':
        this.inString();
        return;
      case 'escape':
        this.inEscape();
        return;
      case 'hex':
        this.inHex();
        return;
      case 'word':
      case 'number':
      case 'name':
        this.inWord();
        return;
      default:
    }
    let code = this.text.charCodeAt(this.i);
    while (code === 0x20 || code === 0x0a || code === 0x09 || code === 0x0d) code = this.text.charCodeAt(++this.i);
    if (this.i >= this.text.length) return;
    const unit = this.text.charAt(this.i);
    if (code === 0x2f && this.comment()) return;
    switch (this.mode) {
      case 'first-key':
      case 'next-key':
        this.key(unit);
        return;
      case 'colon':
        this.colon(unit);
        return;
      case 'after':
        this.after(unit);
        return;
      default:
        this.value(unit);
    }
  }

  private comment(): boolean {
    const rest = this.text.slice(this.i, this.i + 2);
    if (rest !== '//' && rest !== '/*') return false;
    const end = this.text.indexOf(rest === '//' ? '\n' : '*/', this.i);
    if (end < 0) {
      this.fault('json-comment', this.i, this.text.length);
      this.i = this.text.length;
      return true;
    }
    const to = rest === '//' ? end : end + 2;
    this.fault('json-comment', this.i, to);
    this.i = to;
    return true;
  }

  private open(stack: string, mode: Mode): void {
    this.stack += stack;
    this.set(mode);
    this.i++;
  }

  private string(quote: string, isKey: boolean): void {
    const at = this.place(this.i);
    if (quote !== '"') this.fault('wrong-quotes', this.i, this.i + 1);
    this.set('string', at);
    this.quote = closing[quote] ?? '"';
    this.isKey = isKey;
    this.i++;
  }

  private value(unit: string): void {
    switch (unit) {
      case '{':
        this.open('o', 'first-key');
        return;
      case '[':
        this.open('a', 'first-element');
        return;
      case ']':
        if (this.mode === 'first-element') {
          this.close();
          return;
        }
        if (this.mode === 'next-element') {
          this.trailingComma();
          return;
        }
        break;
      case ',':
        if (this.mode === 'first-element' || this.mode === 'next-element') {
          this.doubledComma();
          return;
        }
        break;
      default:
    }
    if (unit === '"' || unit in closing) {
      this.string(unit, false);
    } else if (beginsNumber.test(unit)) {
      this.begin('number');
    } else if (beginsWord.test(unit)) {
      if (this.mode === 'start') this.notJson();
      else this.begin('word');
    } else if (this.mode === 'start') {
      this.notJson();
    } else if (unit === ',' || unit === '}' || unit === ']') {
      this.fault('missing-json-value', this.i, this.i + 1);
      this.set('after');
    } else {
      this.lost();
    }
  }

  private notJson(): void {
    const rest = /^[^\n]{1,40}/.exec(this.text.slice(this.i))?.[0].length ?? 1;
    this.fault('not-json', this.i, this.i + rest);
    this.set('unknown');
  }

  /** Something that JSON has no place for, and no guess what was meant. */
  private lost(): void {
    const code = this.text.codePointAt(this.i) ?? 0;
    this.fault('unexpected-text', this.i, this.i + (code > 0xffff ? 2 : 1));
    this.set('unknown');
  }

  private begin(mode: 'number' | 'word' | 'name'): void {
    this.set(mode, this.place(this.i));
  }

  private inWord(): void {
    const from = this.i;
    while (this.i < this.text.length && inWord.test(this.text.charAt(this.i))) this.i++;
    this.word += this.text.slice(from, this.i);
    if (this.i >= this.text.length) return;
    const { mode, word } = this;
    // One that was begun elsewhere cannot be pointed at as a whole.
    const begun = mode === 'number' || this.i - from === word.length ? from : this.i;
    if (mode === 'name') {
      this.fault('bare-name', begun, this.i);
      this.set('colon');
      return;
    }
    // Numbers that actions write stand as question marks in it; they have no sign, and may be 0.
    const fine = mode === 'number' ? number.test(word.replaceAll('?', '1')) : words.has(word);
    if (!fine) this.fault('bare-word', begun, this.i);
    else if (word.includes('?') && !number.test(word.replaceAll('?', '0'))) this.listener.unsure();
    this.set('after');
  }

  private key(unit: string): void {
    if (unit === '}') {
      if (this.mode === 'first-key') this.close();
      else this.trailingComma();
    } else if (unit === ',') {
      this.doubledComma();
    } else if (unit === '"' || unit in closing) {
      this.string(unit, true);
    } else if (/[\p{L}_$\d]/u.test(unit)) {
      this.begin('name');
    } else {
      this.lost();
    }
  }

  private trailingComma(): void {
    const comma = this.at;
    this.listener.fault('trailing-comma', comma, comma + 1, this.state());
    this.close();
  }

  private doubledComma(): void {
    this.fault('doubled-comma', this.i, this.i + 1);
    const first = this.mode === 'first-element' || this.mode === 'first-key';
    if (!first) this.at = this.place(this.i);
    this.i++;
  }

  private close(): void {
    this.stack = this.stack.slice(0, -1);
    this.set('after');
    this.last = null;
    this.i++;
  }

  private colon(unit: string): void {
    if (unit === ':') {
      this.set('value', this.place(this.i));
      this.i++;
      return;
    }
    this.fault('missing-colon', this.i, this.i + 1);
    if (unit === ',' || unit === '}') this.set('after');
    else if (unit === '=') this.set('unknown');
    else this.set('value');
  }

  private after(unit: string): void {
    if (this.stack === '') {
      const end = this.text.slice(this.i).trimEnd().length;
      this.fault('text-after-json', this.i, this.i + end);
      this.set('ended');
      return;
    }
    if (unit === ',') {
      this.afterComma();
      this.i++;
      return;
    }
    const isObject = this.stack.endsWith('o');
    if (unit === (isObject ? '}' : ']')) {
      this.close();
      return;
    }
    if (unit === '}' || unit === ']') {
      this.fault('wrong-bracket', this.i, this.i + 1);
      this.close();
      return;
    }
    if (this.last !== null && !/[\s"{[]/.test(unit) && this.quotedText()) return;
    const begins = isObject ? /["'“a-zA-Z_]/.test(unit) : /["'“{[a-zA-Z_0-9-]/.test(unit);
    if (!begins) {
      this.lost();
      return;
    }
    this.fault('missing-comma', this.i, this.i + 1);
    this.afterComma();
  }

  private afterComma(): void {
    this.set(nextIn(this.stack), this.place(this.i));
  }

  /** A quote that was meant as text ended the string: goes to the quote that ends the line's last string. */
  private quotedText(): boolean {
    const { last } = this;
    if (last === null || this.base < 0 || this.text.slice(this.lastIndex, this.i).trim() !== '') return false;
    const rest = this.text.slice(this.i);
    const line = /^[^\n]*/.exec(rest)?.[0] ?? '';
    const end = /"(?=\s*(?:[,}\]]|$))/.exec(line);
    if (end === null) return false;
    const to = this.i + end.index + 1;
    this.fault('unescaped-quote', last.from - this.base, to);
    this.i = to;
    this.lastIndex = to;
    this.last = null;
    this.set('after');
    return true;
  }

  private inString(): void {
    const { text } = this;
    let { i } = this;
    for (; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      if (unit < 0x20 || unit === 0x5c || (unit === 0x22 && this.quote === '"')) break;
      if (this.quote !== '"' && text.charAt(i) === this.quote) break;
    }
    this.i = i;
    if (i >= text.length) return;
    const unit = text.charAt(i);
    if (unit === this.quote) {
      this.listener.closed(this.at, this.place(i) + 1, this.isKey);
      this.last = this.isKey ? null : { from: this.at, to: this.place(i) + 1 };
      this.lastIndex = i + 1;
      this.set(this.isKey ? 'colon' : 'after');
      this.i++;
    } else if (unit === '\\') {
      this.mark = this.place(i);
      this.mode = 'escape';
      this.i++;
    } else {
      this.control(unit);
    }
  }

  private control(unit: string): void {
    const from = this.i;
    const repaired = !this.isKey && this.stack.startsWith('o') && this.stack.length <= this.reading.repairsLineBreaksTo;
    this.i++;
    if (unit === '\n') {
      if (!repaired) this.fault('raw-line-break', from, this.i);
    } else if (unit === '\r' && this.text.charAt(this.i) === '\n') {
      this.i++;
      this.fault('raw-line-break', from, this.i);
    } else {
      this.fault('raw-control', from, this.i);
    }
  }

  private inEscape(): void {
    const unit = this.text.charAt(this.i);
    this.mode = 'string';
    if (unit === 'u') {
      this.mode = 'hex';
      this.word = '';
      this.i++;
    } else if ('"\\/bfnrt'.includes(unit)) {
      this.mark = -1;
      this.i++;
    } else {
      this.badEscape();
    }
  }

  /** A backslash that starts nothing. */
  private badEscape(): void {
    const { mark } = this;
    this.mark = -1;
    if (this.base < 0) this.fault('bad-escape', 0, 0);
    else this.listener.fault('bad-escape', mark, mark + 1, this.state());
  }

  private inHex(): void {
    const unit = this.text.charAt(this.i);
    if (!/[0-9a-fA-F]/.test(unit)) {
      this.mode = 'string';
      this.word = '';
      this.badEscape();
      return;
    }
    this.i++;
    this.word += unit;
    if (this.word.length < 4) return;
    this.mode = 'string';
    this.word = '';
    this.mark = -1;
  }
}
