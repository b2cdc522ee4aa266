/**
 * Marked's lexer within bounds. Some of its rules look through the whole rest of a text and find nothing, and do so
 * again at the next mark: that is charged, and what is left when the budget is used up stays text.
 */
import { Lexer, Tokenizer } from 'marked';

/** How deep blocks nest in each other, and inlines; what is deeper stays text. */
const deepestBlock = 16;
const deepestInline = 24;

/**
 * How many UTF-16 units may be looked through in vain. A text of a few thousand units with a hundred marks that nothing
 * closes uses up a part of it.
 */
const mostLooked = 400_000;

const letterOrDigit = /[\p{L}\p{N}]/u;

/** Marked's tokenizer, which would otherwise nest until the stack is full and take quadratic time. */
class BoundedTokenizer extends Tokenizer {
  private blocks = 0;
  private inlines = 0;
  private looked = 0;

  private inBlock<T>(read: () => T): T | undefined {
    if (this.blocks === deepestBlock) return undefined;
    this.blocks++;
    const token = read();
    this.blocks--;
    return token;
  }

  private inInline<T>(read: () => T): T | undefined {
    if (this.inlines === deepestInline) return undefined;
    this.inlines++;
    const token = read();
    this.inlines--;
    return token;
  }

  /** Does what looks through `units` when it finds nothing. */
  private looking<T>(units: number, read: () => T | undefined): T | undefined {
    if (this.looked > mostLooked) return undefined;
    const token = read();
    if (token === undefined) this.looked += units;
    return token;
  }

  /** Does what reads up to `units` and gives back what is not its own. */
  private givingBack<T extends { readonly raw: string }>(units: number, read: () => T | undefined): T | undefined {
    if (this.looked > mostLooked) return undefined;
    const token = read();
    if (token !== undefined) this.looked += Math.max(0, units - token.raw.length);
    return token;
  }

  override blockquote(...args: Parameters<Tokenizer['blockquote']>): ReturnType<Tokenizer['blockquote']> {
    const [src] = args;
    // A quote goes on without its mark up to an empty line at most.
    const end = /^ {0,3}>/.test(src) ? src.search(/\n[ \t]*\n/) : 0;
    return this.givingBack(end < 0 ? src.length : end, () => this.inBlock(() => super.blockquote(...args)));
  }

  override list(...args: Parameters<Tokenizer['list']>): ReturnType<Tokenizer['list']> {
    return this.inBlock(() => super.list(...args));
  }

  override emStrong(...args: Parameters<Tokenizer['emStrong']>): ReturnType<Tokenizer['emStrong']> {
    const [src, , before = ''] = args;
    if (!src.startsWith('*') && !src.startsWith('_')) return undefined;
    // Within a word an underscore is seen to be none at once.
    const units = src.startsWith('_') && letterOrDigit.test(before) ? 0 : src.length;
    return this.looking(units, () => this.inInline(() => super.emStrong(...args)));
  }

  override del(...args: Parameters<Tokenizer['del']>): ReturnType<Tokenizer['del']> {
    const [src] = args;
    if (!src.startsWith('~')) return undefined;
    return this.looking(src.length, () => this.inInline(() => super.del(...args)));
  }

  override link(...args: Parameters<Tokenizer['link']>): ReturnType<Tokenizer['link']> {
    const [src] = args;
    if (!src.startsWith('[') && !src.startsWith('![')) return undefined;
    return this.looking(src.length, () => this.inInline(() => super.link(...args)));
  }

  override reflink(...args: Parameters<Tokenizer['reflink']>): ReturnType<Tokenizer['reflink']> {
    return this.inInline(() => super.reflink(...args));
  }

  override codespan(...args: Parameters<Tokenizer['codespan']>): ReturnType<Tokenizer['codespan']> {
    const [src] = args;
    if (!src.startsWith('`')) return undefined;
    return this.looking(src.length, () => super.codespan(...args));
  }

  override tag(...args: Parameters<Tokenizer['tag']>): ReturnType<Tokenizer['tag']> {
    const [src] = args;
    if (!src.startsWith('<')) return undefined;
    return this.looking(src.length, () => super.tag(...args));
  }

  override url(...args: Parameters<Tokenizer['url']>): ReturnType<Tokenizer['url']> {
    const [src] = args;
    // What looks like an address is read up to the next space.
    const units = /^(?:https?|ftp|www)/i.test(src) ? src.search(/[\s<]|$/) : 0;
    return this.givingBack(units, () => super.url(...args));
  }

  override table(...args: Parameters<Tokenizer['table']>): ReturnType<Tokenizer['table']> {
    const [src] = args;
    // What makes a table is looked at last, after all of its rows.
    if (!/^[^\n]*\n[^\n]*[|:]/.test(src)) return undefined;
    return this.looking(/^[^\n]*\n[ |:-]+(?:\n|$)/.test(src) ? src.length : 0, () => super.table(...args));
  }
}

/** The longest part before the `@` of a mail address. https://www.rfc-editor.org/rfc/rfc5321#section-4.5.3.1.1 */
const longestMailbox = 64;

/** A rule of marked's that looks for the `@` of a mail address no further than it can be. */
function nearMailbox(rule: RegExp): RegExp {
  return new RegExp(rule.source.replace(/\]\+(?=\(?@)/g, `]{1,${String(longestMailbox)}}`), rule.flags);
}

const rules = new Map<RegExp, RegExp>();

function cached(rule: RegExp): RegExp {
  const known = rules.get(rule) ?? nearMailbox(rule);
  rules.set(rule, known);
  return known;
}

/** Marked's lexer, for one text. */
export class BoundedLexer extends Lexer {
  /** `gfm` adds what GitHub's dialect has, `breaks` makes each line feed a line break. */
  constructor(gfm: boolean, breaks: boolean) {
    const tokenizer = new BoundedTokenizer();
    super({ gfm, breaks, tokenizer });
    // Without GitHub's additions there are no bare addresses.
    if (!gfm) return;
    const { inline } = tokenizer.rules;
    tokenizer.rules = { ...tokenizer.rules, inline: { ...inline, text: cached(inline.text), url: cached(inline.url) } };
  }
}
