import fc from 'fast-check';
import { Lexer } from 'marked';
import { expect, test } from 'vitest';
import { BoundedLexer } from '../../src/platforms/markup/bounded-markdown';
import { markdownBlocks } from '../../src/platforms/markup/markdown';
import { blockText } from '../../src/platforms/preview/preview';

const markup = fc
  .array(
    fc.constantFrom(
      ...[
        '*',
        '_',
        '~',
        '`',
        '[',
        ']',
        '(',
        ')',
        '<',
        '>',
        '&',
        '-',
        '#',
        '|',
        ':',
        '\\',
        '!',
        '"',
        '/',
        '@',
        '+',
        '=',
      ],
      ...['a', 'b', '1', '.', ' ', '  ', '\n', '\n\n', 'é', 'www.', 'http://', 'a@b.c', '\n> ', '\n- ', '\n1. '],
      ...['**', '~~', '|-|', '\n-|-\n', '[a]: b\n', '<b>', '<!--', '-->', '```'],
    ),
    { maxLength: 60 },
  )
  .map((pieces) => pieces.join(''));

test('what is short is read as marked reads it', () => {
  fc.assert(
    fc.property(markup, fc.boolean(), fc.boolean(), (text, gfm, breaks) => {
      expect(new BoundedLexer(gfm, breaks).lex(text)).toEqual(new Lexer({ gfm, breaks }).lex(text));
    }),
    { numRuns: 3000 },
  );
});

// Each of these made marked look through the rest of the text again and again.
test.each(['a]*', '_a*', 'a~_', 'www.a.b(', '!', 'a!', '[\\', 'a`*', '<a '])(
  'nothing of many %s is lost when the budget is used up',
  (piece) => {
    const text = piece.repeat(3000);
    const shown = blockText(markdownBlocks(text, { gfm: true, breaks: true }));
    const bare = (s: string): string => s.replace(/[*_~`\\\s]/g, '');
    expect(bare(shown)).toBe(bare(text));
  },
);
