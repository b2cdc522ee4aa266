import { expect, test } from 'vitest';
import { usedRules } from '../../build/used-rules';

const html = '<main id="app" class="page wide"><p class="note">a</p></main>';

/** What stands in a style sheet, and what is left of it for `html`. */
const rows: readonly (readonly [name: string, css: string, left: string])[] = [
  ['an element', 'p { margin: 0 } ul { margin: 1px }', 'p{margin: 0}'],
  ['several classes', '.page.wide { a: b } .page.narrow { a: b }', '.page.wide{a: b}'],
  ['what is within', '.page > .note { a: b } .page .gone { a: b }', '.page > .note{a: b}'],
  ['one of several selectors', '.gone, .note, ul { a: b }', '.note{a: b}'],
  ['an id', '#app { a: b } #other { a: b }', '#app{a: b}'],
  [
    'a state that may come',
    '.note:hover, .note[hidden], .note::after { a: b }',
    '.note:hover,.note[hidden],.note::after{a: b}',
  ],
  ['what is not asked for', '.note:not(.gone, :is(ul)) { a: b }', '.note:not(.gone, :is(ul)){a: b}'],
  ['the root, and everything', ':root { --x: 1 } *, *::before { a: b }', ':root{--x: 1}*,*::before{a: b}'],
  ['media', '@media (width < 9px) { .note { a: b } .gone { a: b } }', '@media (width < 9px){.note{a: b}}'],
  ['media with nothing in it', '@media print { .gone { a: b } }', ''],
  ['animations, fonts and imports', '@keyframes x { 0% { a: b } } @import "x"; .note { a: b }', '.note{a: b}'],
  ['braces in strings', `.note::after { content: "}" } .gone::after { content: '{' }`, '.note::after{content: "}"}'],
  ['comments', '/* .note { */ .note { a: b } /* } */', '.note{a: b}'],
  ['no rule', '', ''],
];

test.each(rows)('%s', (_, css, left) => {
  expect(usedRules(css, html)).toBe(left);
});
