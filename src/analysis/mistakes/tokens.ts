/** The words of an action as people write them: Go's, and those of other languages. */

/** What a token is. `text` is a literal in any quotes, `mark` an operator or any other character. */
export type TokenKind = 'name' | 'field' | 'dot' | 'variable' | 'number' | 'text' | 'mark';

/** How a literal is quoted. */
export type Quoting = 'double' | 'raw' | 'single' | 'smart' | 'escaped' | 'twice' | 'open';

/** A token, in UTF-16 units of the template. */
export interface Token {
  readonly kind: TokenKind;
  readonly from: number;
  readonly to: number;
  /** As written. */
  readonly source: string;
  /** Whether a space stands before it. */
  readonly spaced: boolean;
  /** Of a literal: how it is quoted, and what is between the quotes. */
  readonly quoting: Quoting | null;
  readonly inner: string;
}

/** Longer operators first. */
const mark = /===|!==|==|!=|<=|>=|<>|\?:|&&|\|\||:=|\?\?|\+\+|\+=|--|-=|=>|=~|[^\s]/uy;
const word = /[\p{L}_][\p{L}\p{Nd}_]*/uy;
const field = /\.[\p{L}_][\p{L}\p{Nd}_]*/uy;
const variable = /\$[\p{L}\p{Nd}_]*/uy;
/** Go's numbers: hexadecimal ones, whose exponents are of two, and all others. `i` makes one imaginary. */
const number =
  /(?:0[xX][\da-fA-F_]+(?:\.[\da-fA-F_]+)?(?:[pP][+-]?\d+)?|(?:0[oObB])?\d[\d_]*(?:\.\d+|\.(?![\p{L}_.\d]))?(?:[eE][+-]?\d+)?)i?/uy;
const space = /\s+/uy;
/** Names that Handlebars has for what stands outside of a loop, and for the loop itself. */
const outer = /(?:\.\.\/)+[\p{L}_][\p{L}\p{Nd}_]*|@[a-z]+/uy;

/** What Go reads as one character, so that it is a number. */
const character = /^'(?:[^'\\\n]|\\(?:[abfnrtv\\']|[0-7]{3}|x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}))'$/u;

/** Literals by how they begin; the first group is what is between the quotes. */
const literals: readonly (readonly [Quoting, RegExp])[] = [
  ['escaped', /\\"([^\n]*?)\\"/uy],
  ['escaped', /\\`([^`]*?)\\`/uy],
  ['escaped', /\\'([^\n']*?)\\'/uy],
  ['twice', /""([^\s"][^"\n]*)""/uy],
  ['twice', /''([^\s'][^'\n]*)''/uy],
  ['twice', /``([^\s`][^`\n]*)``/uy],
  ['double', /"((?:[^"\\\n]|\\[^\n])*)"/uy],
  ['raw', /`([^`]*)`/uy],
  ['smart', /[“”„«]([^“”„«»"\n]*)[“”»"]/uy],
  ['smart', /[‘’‚´]([^‘’‚´'\n]*)[‘’´']/uy],
  ['single', /'((?:[^'\\\n]|\\[^\n])*)'/uy],
  ['open', /["“”]([^\n]*)/uy],
];

function at(pattern: RegExp, text: string, from: number): RegExpExecArray | null {
  pattern.lastIndex = from;
  return pattern.exec(text);
}

/** The tokens of `text`, which stands at `offset` of the template. Takes time in proportion to the text. */
export function tokensOf(text: string, offset: number): readonly Token[] {
  const tokens: Token[] = [];
  let spaced = true;
  for (let i = 0; i < text.length;) {
    const gap = at(space, text, i);
    if (gap !== null) {
      spaced = true;
      i += gap[0].length;
      continue;
    }
    const token = tokenAt(text, i, offset, spaced, tokens.at(-1));
    tokens.push(token);
    i = token.to - offset;
    spaced = false;
  }
  return tokens;
}

function tokenAt(text: string, i: number, offset: number, spaced: boolean, last: Token | undefined): Token {
  const make = (kind: TokenKind, source: string, quoting: Quoting | null = null, inner = ''): Token => ({
    kind,
    from: offset + i,
    to: offset + i + source.length,
    source,
    spaced,
    quoting,
    inner,
  });
  if (`"'\`\\“”„«‘’‚´`.includes(text.charAt(i))) {
    for (const [quoting, pattern] of literals) {
      const found = at(pattern, text, i);
      if (found !== null) return make('text', found[0], quoting, found[1]);
    }
  }
  const outside = at(outer, text, i);
  if (outside !== null) return make('name', outside[0]);
  // `.0` after an operand is an element; `.5` alone is a number, which nobody writes here.
  if (text[i] === '.' && /\d/.test(text.charAt(i + 1))) return make('mark', '.');
  const name = at(word, text, i);
  if (name !== null) return make('name', name[0]);
  const member = at(field, text, i);
  if (member !== null) return make('field', member[0]);
  if (text[i] === '.') return make('dot', '.');
  const held = at(variable, text, i);
  if (held !== null) return make('variable', held[0]);
  const sign = (text[i] === '-' || text[i] === '+') && (last === undefined || (spaced && !endsOperand(last))) ? 1 : 0;
  const digits = at(number, text, i + sign);
  if (digits !== null) return make('number', text.slice(i, i + sign + digits[0].length));
  return make('mark', at(mark, text, i)?.[0] ?? text.charAt(i));
}

/** Whether a text in single quotes is a character of Go's. */
export function isCharacter({ quoting, source }: Token): boolean {
  return quoting === 'single' && character.test(source);
}

/** Whether an operand can end with a token. */
export function endsOperand({ kind, source }: Token): boolean {
  return kind !== 'mark' || source === ')' || source === ']';
}
