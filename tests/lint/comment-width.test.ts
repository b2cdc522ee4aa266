import { Linter } from 'eslint';
import svelte from 'eslint-plugin-svelte';
import { describe, expect, test } from 'vitest';
import { commentWidth } from './comment-width.js';

const config = [
  ...svelte.configs.base,
  { files: ['**/*'], plugins: { house: { rules: { width: commentWidth } } }, rules: { 'house/width': 'error' } },
] as unknown as Linter.Config[];

function fixed(text: string, filename = 'a.js'): { readonly output: string; readonly left: readonly number[] } {
  const { output, messages } = new Linter().verifyAndFix(text, config, { filename });
  return { output, left: messages.map(({ line }) => line) };
}

/** Words of four letters and the space after each, so that 24 of them are 120 columns with the last space. */
const words = (count: number): string => Array.from({ length: count }, () => 'word').join(' ');

describe('a comment line', () => {
  test.each([
    { name: 'of 120 columns', text: `// ${words(23)} ab\n` },
    { name: 'of 120 characters that are not of one unit', text: `// ${'💥'.repeat(100)} ${'x'.repeat(16)}\n` },
    { name: 'that is one long address', text: `/**\n * https://example.com/${'x'.repeat(120)}\n */\n` },
    { name: 'that a tool reads', text: `const a = 1; // prettier-ignore ${words(30)}\n` },
    { name: 'that is only a text of the code', text: `const a = '// ${words(30)}';\n` },
  ])('$name stays', ({ text }) => {
    expect(fixed(text)).toEqual({ output: text, left: [] });
  });

  test.each([
    {
      name: 'of 121 columns',
      text: `// ${words(23)} abc\n`,
      want: `// ${words(23)}\n// abc\n`,
    },
    {
      name: 'before others of its paragraph',
      text: `  // ${words(24)} end\n  // next ${words(21)}\n  // last\n`,
      want: `  // ${words(23)}\n  // word end next ${words(20)}\n  // word last\n`,
    },
    {
      name: 'before another paragraph and before a list',
      text: `// ${words(24)}\n//\n// ${words(24)}\n// - item\n`,
      want: `// ${words(23)}\n// word\n//\n// ${words(23)}\n// word\n// - item\n`,
    },
    {
      name: 'of a list',
      text: `// - ${words(24)}\n//   ${words(2)}\n// - next\n`,
      want: `// - ${words(23)}\n//   word ${words(2)}\n// - next\n`,
    },
    {
      name: 'whose code stays together',
      text: `// ${words(22)} \`let it be\` so\n`,
      want: `// ${words(22)}\n// \`let it be\` so\n`,
    },
    {
      name: 'of a doc comment on one line',
      text: `  /** ${words(23)} abc. */\n`,
      want: `  /**\n   * ${words(23)}\n   * abc.\n   */\n`,
    },
    {
      name: 'of a doc comment on several, whose indented lines are kept',
      text: `/**\n * ${words(24)}\n *     code\n */\n`,
      want: `/**\n * ${words(23)}\n * word\n *     code\n */\n`,
    },
  ])('$name is wrapped', ({ text, want }) => {
    expect(fixed(text)).toEqual({ output: want, left: [] });
  });

  test('in markup and in a style sheet is wrapped', () => {
    const text = `<!-- ${words(24)} -->\n<p></p>\n\n<style>\n  /* ${words(24)} */\n  p {\n  }\n</style>\n`;
    const want = `<!-- ${words(23)}\n     word -->\n<p></p>\n\n<style>\n  /* ${words(23)}\n     word */\n  p {\n  }\n</style>\n`;
    expect(fixed(text, 'A.svelte')).toEqual({ output: want, left: [] });
  });

  test.each([
    { name: 'behind code', text: `const a = 1; // ${words(24)}\n`, left: [1] },
    { name: 'indented like code', text: `//     ${words(24)}\n`, left: [1] },
  ])('$name is for hands', ({ text, left }) => {
    expect(fixed(text)).toEqual({ output: text, left });
  });
});
