/** The parser's view of the items: reading them with lookahead, and saying what is wrong with them. */
import { quote } from '../../strconv';
import { byteLength, decodeRune } from '../../utf8';
import type { GoVersion } from '../../version';
import { TemplateError, type TemplateFailure } from '../errors';
import { type Item, type ItemType, type Lexer, batch } from './lex';
import { Scope } from './scope';

/** Items that messages show as `<if>` rather than quoted. */
const keywordTypes: ReadonlySet<ItemType> = new Set<ItemType>([
  'block',
  'break',
  'continue',
  'define',
  'dot',
  'else',
  'end',
  'if',
  'nil',
  'range',
  'template',
  'with',
]);

/**
 * How many errors a loose parser notes; nobody reads more, and making them is what takes time in a text full of them.
 */
const mostErrors = 1000;

/** Ends a step after as many; nobody sees it. */
const enough = new TemplateError({
  message: '',
  phase: 'parse',
  code: 'too-many-errors',
  detail: '',
  from: 0,
  to: 0,
  needs: null,
});

const noItem: Item = { type: 'eof', pos: 0, end: 0, line: 1, failure: null };

/** Reads items one after another. Reading past the last item yields the last item again. */
export class Reader {
  /** The scope of the template being parsed. */
  scope = new Scope();
  /** Some items at a time, of whole actions: a parser goes back within an action at most. */
  private items: readonly Item[] = [];
  private index = 0;
  /** The last item before `items`. */
  private before: Item = noItem;

  /**
   * `name` is the template's name in messages. With `errors` the parser is loose: what can be passed over is put there
   * instead of thrown.
   */
  constructor(
    private readonly name: string,
    private readonly text: string,
    private readonly lexer: Lexer,
    private readonly errors: TemplateFailure[] | null,
  ) {}

  private current(): Item {
    const item = this.items[this.index];
    if (item !== undefined) return item;
    this.before = this.last();
    this.index = 0;
    this.items = this.lexer.lexMore(batch);
    return this.items[0] ?? this.before;
  }

  /** The item read last. */
  private last(): Item {
    return this.items[this.index - 1] ?? this.before;
  }

  /** The end of the item read last. */
  get lastEnd(): number {
    return this.last().end;
  }

  /** A place to `goBack` to, as long as its action has not been left. */
  get place(): number {
    return this.index;
  }

  /** Returns the items from a place on. */
  goBack(place: number): void {
    this.index = place;
  }

  /** Returns the item read last. */
  back(): void {
    this.index--;
  }

  /** The next item, which stays the next. */
  peek(): Item {
    const item = this.current();
    if (item.line > this.scope.line) this.scope.line = item.line;
    return item;
  }

  /** Reads an item. */
  next(): Item {
    const item = this.peek();
    this.index++;
    return item;
  }

  /** Skips spaces; the next item after them stays the next. */
  peekNonSpace(): Item {
    let item = this.peek();
    while (item.type === 'space') {
      this.index++;
      item = this.peek();
    }
    return item;
  }

  /** Skips spaces and reads an item. */
  nextNonSpace(): Item {
    const item = this.peekNonSpace();
    this.index++;
    return item;
  }

  /** An item's text, which for a delimiter lacks the trim marker. */
  source(item: Item): string {
    switch (item.type) {
      case 'leftDelim':
        return '{{';
      case 'rightDelim':
        return '}}';
      default:
        return this.text.slice(item.pos, item.end);
    }
  }

  /** Reads the right delimiter; `context` is where it is missing if it is missing. */
  expectRightDelim(context: string): void {
    const item = this.nextNonSpace();
    if (item.type === 'rightDelim') return;
    this.attempt(() => this.unexpected(item, context));
    this.skipAction();
  }

  /**
   * Goes on after the right delimiter of an action that cannot be parsed, or where it must have ended at the latest.
   */
  skipAction(): void {
    // What could not be parsed may already be behind the delimiter, which then ended the action.
    while (this.last().type !== 'rightDelim') {
      switch (this.current().type) {
        case 'leftDelim':
        case 'text':
        case 'comment':
        case 'eof':
          return;
        default:
          this.index++;
      }
    }
  }

  /**
   * The one way to fail: throws a `TemplateError` with Go's message. `[from, to)` is what a person should look at; the
   * line is that of the last item looked at, as Go has it. `needs` is the Go that would not fail.
   */
  fail(code: string, detail: string, from: number, to: number, needs: GoVersion | null = null): never {
    if (this.errors !== null && this.errors.length >= mostErrors) throw enough;
    throw new TemplateError(this.failure(code, detail, from, to, needs));
  }

  private failure(code: string, detail: string, from: number, to: number, needs: GoVersion | null): TemplateFailure {
    const message = `template: ${this.name}:${String(this.scope.line)}: ${detail}`;
    return { message, phase: 'parse', code, detail, from, to, needs };
  }

  /** Fails, except that a loose parser takes note and goes on. */
  report(code: string, detail: string, from: number, to: number): void {
    if (this.errors === null) this.fail(code, detail, from, to);
    // It is not thrown, so it needs no stack trace, which takes long to make.
    if (this.errors.length < mostErrors) this.errors.push(this.failure(code, detail, from, to, null));
  }

  /** Does a step that may fail; a loose parser takes note of the failure and gets null. */
  attempt<T>(step: () => T): T | null {
    if (this.errors === null) return step();
    try {
      return step();
    } catch (error) {
      if (!(error instanceof TemplateError)) throw error;
      if (this.errors.length < mostErrors) this.errors.push(error);
      return null;
    }
  }

  /** Fails because of an item that does not belong in `context`, or with the lexer's error when it is one. */
  unexpected(item: Item, context: string, needs: GoVersion | null = null): never {
    if (item.failure === null) {
      this.fail('unexpected-token', `unexpected ${this.describe(item)} in ${context}`, item.pos, item.end, needs);
    }
    const { code, message } = item.failure;
    const started = this.scope.actionLine;
    if (started === 0 || started === item.line) this.fail(code, message, item.pos, item.end);
    // "unclosed action in action" would say the word twice.
    const where = message.endsWith(' action') ? 'started at' : 'in action started at';
    this.fail(code, `${message} ${where} ${this.name}:${String(started)}`, item.pos, item.end);
  }

  /** How messages show an item: quoted, cut after ten runes when it is longer than ten bytes. */
  private describe(item: Item): string {
    if (item.type === 'eof') return 'EOF';
    const source = this.source(item);
    if (keywordTypes.has(item.type)) return `<${source}>`;
    if (byteLength(source) <= 10) return quote(source);
    let end = 0;
    for (let runes = 0; runes < 10 && end < source.length; runes++) end += decodeRune(source, end).units;
    return `${quote(source.slice(0, end))}...`;
  }
}
