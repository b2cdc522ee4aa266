import { fileURLToPath } from 'node:url';
import svelte from 'eslint-plugin-svelte';
import { defineConfig, globalIgnores } from 'eslint/config';
import ts from 'typescript-eslint';
import { commentWidth } from './lint/comment-width.js';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Rules of ESLint itself that find bugs and that neither the compiler nor typescript-eslint has. */
const core = Object.fromEntries(
  [
    'no-async-promise-executor',
    'no-compare-neg-zero',
    'no-cond-assign',
    'no-constant-binary-expression',
    'no-control-regex',
    'no-debugger',
    'no-dupe-else-if',
    'no-duplicate-case',
    'no-empty',
    'no-empty-character-class',
    'no-empty-pattern',
    'no-eval',
    'no-extra-boolean-cast',
    'no-irregular-whitespace',
    'no-loss-of-precision',
    'no-misleading-character-class',
    'no-new-func',
    'no-self-assign',
    'no-self-compare',
    'no-sparse-arrays',
    'no-unmodified-loop-condition',
    'no-unreachable-loop',
    'no-unsafe-finally',
    'no-useless-backreference',
    'no-useless-catch',
    'no-useless-escape',
    'no-var',
    'prefer-const',
    'require-atomic-updates',
    'use-isnan',
    'valid-typeof',
  ].map((rule) => [rule, 'error']),
);

/** Rules of typescript-eslint's strict sets that are relaxed, each with its reason. */
const relaxed = {
  // A number in a template string, or added to a string, prints as itself.
  '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
  '@typescript-eslint/restrict-plus-operands': ['error', { allowNumberAndString: true }],
  // `while (true)` with returns inside is sometimes the clearest loop there is.
  '@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: 'only-allowed-literals' }],
  // `() => list.push(x)` as a callback, or `return visit(child)`, harms nobody.
  '@typescript-eslint/no-confusing-void-expression': 'off',
  // Signals that unwind a phase and never leave it are no errors and need no stack trace.
  '@typescript-eslint/only-throw-error': ['error', { allow: [{ from: 'file', name: ['TooDeep', 'RangeRefusal'] }] }],
  // It takes `BigInt.asIntN` and the members of every interface for methods that need `this`.
  '@typescript-eslint/unbound-method': 'off',
  // `void value;` is how an effect reads what it depends on.
  '@typescript-eslint/no-meaningless-void-operator': 'off',
  // Code points are what spreading a string is for.
  '@typescript-eslint/no-misused-spread': 'off',
  // It asks for `!`, which is forbidden.
  '@typescript-eslint/non-nullable-type-assertion-style': 'off',
  // Taste: `x: boolean = false`, `a !== null && a.b === c`, and whether an object type is an interface or a type.
  '@typescript-eslint/no-inferrable-types': 'off',
  '@typescript-eslint/prefer-optional-chain': 'off',
  '@typescript-eslint/consistent-type-definitions': 'off',
};

export default defineConfig(
  globalIgnores(['dist/', 'dist-single/', 'node_modules/', 'test-results/']),
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    plugins: { house: { rules: { 'comment-width': commentWidth } } },
    rules: {
      ...core,
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      // Off until the comments that are too long are wrapped.
      'house/comment-width': 'error',
    },
  },
  {
    files: ['**/*.ts', '**/*.svelte'],
    extends: [ts.configs.strictTypeChecked, ts.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: root, extraFileExtensions: ['.svelte'] },
    },
    rules: {
      ...relaxed,
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    extends: [svelte.configs.recommended],
    languageOptions: { parserOptions: { parser: ts.parser } },
    rules: { 'svelte/no-at-html-tags': 'error', 'svelte/button-has-type': 'error' },
  },
  {
    // To this linter an imported component is `any`, and so is what its callbacks get; svelte-check knows the types.
    files: ['**/*.svelte'],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    // The page tells people things in the page.
    files: ['src/**'],
    rules: { 'no-console': 'error' },
  },
  {
    // A test that reads past the end of an array fails, as it should.
    files: ['tests/**'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
);
