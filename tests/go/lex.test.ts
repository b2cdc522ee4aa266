import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Item, type LexOptions, lex } from '../../src/go/template/parse/lex';

interface Row {
  readonly name: string;
  readonly input: string;
  /** Each item's type and, unless the type says it all, the text it spans. */
  readonly want: string;
  readonly options?: LexOptions;
}

function show(text: string, item: Item): string {
  const source = text.slice(item.pos, item.end);
  if (item.failure !== null) return `error‹${source}›${item.failure.message}`;
  return source === item.type || item.type === 'eof' ? item.type : `${item.type}‹${source}›`;
}

const rows: readonly Row[] = [
  { name: 'empty', input: '', want: 'eof' },
  { name: 'text', input: 'now is the time', want: 'text‹now is the time› eof' },
  { name: 'an action in text', input: 'a{{.}}b', want: 'text‹a› leftDelim‹{{› dot‹.› rightDelim‹}}› text‹b› eof' },
  {
    name: 'trim markers belong to delimiters, trimmed space to nothing',
    input: 'a \n{{- 3 -}}\n b',
    want: 'text‹a› leftDelim‹{{-› number‹3› rightDelim‹-}}› text‹b› eof',
  },
  {
    name: 'space beyond the one of a trim marker',
    input: '{{-  x  -}}',
    want: 'leftDelim‹{{-› space‹ › identifier‹x› space‹ › rightDelim‹-}}› eof',
  },
  { name: 'trim marker and sign', input: '{{- -1}}', want: 'leftDelim‹{{-› number‹-1› rightDelim‹}}› eof' },
  { name: 'comments are dropped', input: 'a {{- /* c */ -}} b', want: 'text‹a› text‹b› eof' },
  {
    name: 'comments with their delimiters',
    input: 'a {{- /* c */ -}} b',
    options: { comments: true },
    want: 'text‹a› comment‹{{- /* c */ -}}› text‹b› eof',
  },
  {
    name: 'keywords',
    input: '{{if else end range with define block template break continue nil}}',
    want: 'leftDelim‹{{› if space‹ › else space‹ › end space‹ › range space‹ › with space‹ › define space‹ › block space‹ › template space‹ › break space‹ › continue space‹ › nil rightDelim‹}}› eof',
  },
  {
    name: 'break and continue as names',
    input: '{{break continue}}',
    options: { breakIsIdentifier: true, continueIsIdentifier: true },
    want: 'leftDelim‹{{› identifier‹break› space‹ › identifier‹continue› rightDelim‹}}› eof',
  },
  {
    name: 'names that start like keywords',
    input: '{{true false truex iff}}',
    want: 'leftDelim‹{{› bool‹true› space‹ › bool‹false› space‹ › identifier‹truex› space‹ › identifier‹iff› rightDelim‹}}› eof',
  },
  {
    name: 'dots and fields',
    input: '{{. .a .a.b ..}}',
    want: 'leftDelim‹{{› dot‹.› space‹ › field‹.a› space‹ › field‹.a› field‹.b› space‹ › dot‹.› dot‹.› rightDelim‹}}› eof',
  },
  {
    name: 'variables',
    input: '{{$ $a $a.b}}',
    want: 'leftDelim‹{{› variable‹$› space‹ › variable‹$a› space‹ › variable‹$a› field‹.b› rightDelim‹}}› eof',
  },
  {
    name: 'numbers',
    input: '{{1 -2 0x1F 1e3 .5 1+2i 3i}}',
    want: 'leftDelim‹{{› number‹1› space‹ › number‹-2› space‹ › number‹0x1F› space‹ › number‹1e3› space‹ › number‹.5› space‹ › complex‹1+2i› space‹ › number‹3i› rightDelim‹}}› eof',
  },
  {
    name: 'quotes',
    input: '{{"a\\"}}" `b\n}}` \'\\\'\'}}',
    want: 'leftDelim‹{{› string‹"a\\"}}"› space‹ › rawString‹`b\n}}`› space‹ › charConstant‹\'\\\'\'› rightDelim‹}}› eof',
  },
  {
    name: 'operators',
    input: '{{$x := 1}}{{$x = (a|b)}}{{a,b}}',
    want: 'leftDelim‹{{› variable‹$x› space‹ › declare‹:=› space‹ › number‹1› rightDelim‹}}› leftDelim‹{{› variable‹$x› space‹ › assign‹=› space‹ › leftParen‹(› identifier‹a› pipe‹|› identifier‹b› rightParen‹)› rightDelim‹}}› leftDelim‹{{› identifier‹a› char‹,› identifier‹b› rightDelim‹}}› eof',
  },
  { name: 'space', input: '{{ \n a\t}}', want: 'leftDelim‹{{› space‹ \n › identifier‹a› space‹\t› rightDelim‹}}› eof' },
  {
    name: 'letters of any script',
    input: '{{é中_1 .é𐐀}}',
    want: 'leftDelim‹{{› identifier‹é中_1› space‹ › field‹.é𐐀› rightDelim‹}}› eof',
  },
  {
    name: 'other characters',
    input: '{{ @ ! /}}',
    want: 'leftDelim‹{{› space‹ › char‹@› space‹ › char‹!› space‹ › char‹/› rightDelim‹}}› eof',
  },
  { name: 'an error is the last item', input: '{{a🎉 b}}c', want: "leftDelim‹{{› error‹🎉›bad character U+1F389 '🎉'" },
  { name: 'an error at the end points back', input: '{{.a', want: 'leftDelim‹{{› field‹.a› error‹{{›unclosed action' },
  {
    name: 'failing late',
    input: '{{a @ b}}c{{d',
    want: 'leftDelim‹{{› identifier‹a› space‹ › char‹@› space‹ › identifier‹b› rightDelim‹}}› text‹c› leftDelim‹{{› identifier‹d› error‹{{›unclosed action',
  },
  {
    name: 'recovering from a bad character',
    input: '{{a🎉 b}}c',
    options: { recover: true },
    want: "leftDelim‹{{› error‹🎉›bad character U+1F389 '🎉' space‹ › identifier‹b› rightDelim‹}}› text‹c› eof",
  },
  {
    name: 'recovering from a quote',
    input: '{{eq .A "b }}c{{d}}',
    options: { recover: true },
    want: 'leftDelim‹{{› identifier‹eq› space‹ › field‹.A› space‹ › error‹"b ›unterminated quoted string rightDelim‹}}› text‹c› leftDelim‹{{› identifier‹d› rightDelim‹}}› eof',
  },
  {
    name: 'recovering from a quote before a trim marker',
    input: '{{eq .A "b -}} c',
    options: { recover: true },
    want: 'leftDelim‹{{› identifier‹eq› space‹ › field‹.A› space‹ › error‹"b›unterminated quoted string rightDelim‹-}}› text‹c› eof',
  },
  {
    name: 'recovering from a quote at the end of a line',
    input: '{{eq .A "b\n}}c',
    options: { recover: true },
    want: 'leftDelim‹{{› identifier‹eq› space‹ › field‹.A› space‹ › error‹"b›unterminated quoted string space‹\n› rightDelim‹}}› text‹c› eof',
  },
  {
    name: 'recovering from parentheses',
    input: '{{(a}}b{{)}}',
    options: { recover: true },
    want: 'leftDelim‹{{› leftParen‹(› identifier‹a› error‹(›unclosed left paren rightDelim‹}}› text‹b› leftDelim‹{{› error‹)›unexpected right paren rightDelim‹}}› eof',
  },
  {
    name: 'recovering from an unclosed action',
    input: '{{a \nb{{c}}d',
    options: { recover: true },
    want: 'leftDelim‹{{› identifier‹a› space‹ \n› identifier‹b› error‹{{›unclosed action leftDelim‹{{› identifier‹c› rightDelim‹}}› text‹d› eof',
  },
  {
    name: 'recovering from an unclosed action at the end',
    input: '{{a',
    options: { recover: true },
    want: 'leftDelim‹{{› identifier‹a› error‹{{›unclosed action eof',
  },
  {
    name: 'recovering from an unclosed comment',
    input: '{{a}}{{/* b {{c}}',
    options: { recover: true },
    want: 'leftDelim‹{{› identifier‹a› rightDelim‹}}› error‹{{/*›unclosed comment eof',
  },
  {
    name: 'recovering from a comment that ends early',
    input: '{{/* a */ b}}',
    options: { recover: true },
    want: 'error‹*/›comment ends before closing delimiter text‹ b}}› eof',
  },
];

describe('items', () => {
  it.each(rows)('$name', ({ input, want, options }) => {
    const shown = lex(input, options).map((item) => show(input, item));
    expect(shown.join(' ')).toBe(want);
  });
});

const lines: readonly { readonly name: string; readonly input: string; readonly want: readonly number[] }[] = [
  { name: 'text starts on its first line', input: 'a\nb{{.}}', want: [1, 2, 2, 2, 2] },
  { name: 'trimmed lines count', input: 'a\n\n{{- . -}}\n\nb', want: [1, 3, 3, 3, 5, 5] },
  { name: 'lines of comments count', input: '{{/*\n\n*/}}a', want: [3, 3] },
  { name: 'lines inside raw strings count', input: '{{`\n`}}a', want: [1, 1, 2, 2, 2] },
  { name: 'lines inside actions count', input: '{{\n.\n}}', want: [1, 1, 2, 2, 3, 3] },
  { name: 'a carriage return is no line', input: 'a\r\n\rb{{.}}', want: [1, 2, 2, 2, 2] },
  { name: 'an error is where its item starts', input: '{{\n`\n', want: [1, 1, 2] },
  { name: 'an unclosed action is where the text ends', input: '{{\n.\n', want: [1, 1, 2, 2, 3] },
];

describe('lines', () => {
  it.each(lines)('$name', ({ input, want }) => {
    expect(lex(input).map((item) => item.line)).toEqual(want);
  });
});

/** Texts that look like templates, but are not often ones. */
const texts = fc
  .array(
    fc.oneof(
      fc.constantFrom('{{', '}}', '{{- ', ' -}}', '{{/*', '*/}}', '"', '`', "'", '(', ')', '|', ':=', '=', '.', '$'),
      fc.constantFrom('if', 'range', 'with', 'else', 'end', 'define', 'block', 'template', 'break', 'x', '.A', '$x'),
      fc.constantFrom(' ', '\n', '1', '1e', '0x', '+', 'i', '"a"', '\\', ',', '@', 'é', '🎉', '\udc80', '\ud800', '\0'),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''));

describe('any text', () => {
  it('lexes to items in order, up to the end or an error', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const items = lex(text);
        let at = 0;
        for (const [i, item] of items.entries()) {
          expect(['eof', 'error'].includes(item.type)).toBe(i === items.length - 1);
          if (item.type === 'error') continue;
          expect(item.pos).toBeGreaterThanOrEqual(at);
          expect(item.end).toBeGreaterThanOrEqual(item.pos);
          at = item.end;
        }
        expect(at).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  it('lexes to its end when recovering, to the same items where there is no error', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const strict = lex(text);
        const recovering = lex(text, { recover: true });
        expect(recovering.at(-1)).toMatchObject({ type: 'eof', pos: text.length });
        expect(recovering.some((item) => item.type === 'error') || strict.at(-1)?.type === 'eof').toBe(true);
        if (!recovering.some((item) => item.type === 'error')) expect(recovering).toEqual(strict);
      }),
    );
  });
});
