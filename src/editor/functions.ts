/** What completion knows about the words of the template language. https://pkg.go.dev/text/template#hdr-Functions */

/** A function a template may call: its signature as people read it, and one line on what it is for. */
export interface FunctionDoc {
  readonly name: string;
  readonly signature: string;
  readonly doc: string;
}

/** The functions every Go template has. */
export const builtinFunctions: readonly FunctionDoc[] = [
  {
    name: 'and',
    signature: 'and x y …',
    doc: 'The first argument that counts as false, or else the last one. Stops looking once it knows.',
  },
  {
    name: 'call',
    signature: 'call fn args…',
    doc: 'Calls a function value, such as a struct field that holds a function.',
  },
  { name: 'eq', signature: 'eq x y …', doc: 'Whether x equals y, or any of the further arguments.' },
  { name: 'ge', signature: 'ge x y', doc: 'Whether x ≥ y.' },
  { name: 'gt', signature: 'gt x y', doc: 'Whether x > y.' },
  { name: 'html', signature: 'html x …', doc: 'The text with <, >, &, quotes and NUL escaped for HTML.' },
  {
    name: 'index',
    signature: 'index x i …',
    doc: 'The element of a list or map at an index or key; more indexes go deeper.',
  },
  {
    name: 'js',
    signature: 'js x …',
    doc: "The text escaped for a JavaScript string. Not for JSON: an apostrophe becomes \\', which JSON rejects.",
  },
  { name: 'le', signature: 'le x y', doc: 'Whether x ≤ y.' },
  { name: 'len', signature: 'len x', doc: 'The number of elements of a list or map, or of bytes of a string.' },
  { name: 'lt', signature: 'lt x y', doc: 'Whether x < y.' },
  { name: 'ne', signature: 'ne x y', doc: 'Whether x differs from y.' },
  { name: 'not', signature: 'not x', doc: 'True when x is empty, zero, nil or false.' },
  {
    name: 'or',
    signature: 'or x y …',
    doc: 'The first argument that counts as true, or else the last one: a way to give a default.',
  },
  {
    name: 'print',
    signature: 'print x …',
    doc: 'The arguments as text; a space between two of which neither is a string.',
  },
  {
    name: 'printf',
    signature: 'printf "format" x …',
    doc: 'The arguments put into a format with verbs such as %s, %d, %q and %v.',
  },
  {
    name: 'println',
    signature: 'println x …',
    doc: 'The arguments as text with spaces between them and a newline at the end.',
  },
  {
    name: 'slice',
    signature: 'slice x i j',
    doc: 'The part of a string or list from i up to but not including j; indexes count bytes in a string.',
  },
  { name: 'urlquery', signature: 'urlquery x …', doc: 'The text escaped for the query part of a URL.' },
];

/** Inside which blocks a keyword may start an action; `in-branching` is any of if, range and with before its `else`. */
export type Enclosing = 'anywhere' | 'top-level' | 'in-block' | 'in-branching' | 'in-if' | 'in-with' | 'in-range';

/**
 * A keyword that starts an action. `argument` is what a snippet puts after it; `block` says that an `end` belongs to
 * it.
 */
export interface TemplateKeyword {
  readonly word: string;
  readonly within: Enclosing;
  /** In the syntax of CodeMirror's snippets, with a space in front; empty when nothing follows. */
  readonly argument: string;
  readonly block: boolean;
  readonly detail: string;
  readonly doc: string;
}

/** The keywords that start an action. */
export const templateKeywords: readonly TemplateKeyword[] = [
  {
    word: 'if',
    within: 'anywhere',
    argument: ' #{condition}',
    block: true,
    detail: 'if … end',
    doc: 'Output the body when the value is not empty, zero, nil or false.',
  },
  {
    word: 'range',
    within: 'anywhere',
    argument: ' #{list}',
    block: true,
    detail: 'range … end',
    doc: 'Output the body once for each element; dot is the element. An else part is for an empty list.',
  },
  {
    word: 'with',
    within: 'anywhere',
    argument: ' #{value}',
    block: true,
    detail: 'with … end',
    doc: 'Make the value dot in the body, unless it is empty.',
  },
  {
    word: 'else',
    within: 'in-branching',
    argument: '',
    block: false,
    detail: 'otherwise',
    doc: 'What to output when the condition before it did not hold, or the list was empty.',
  },
  {
    word: 'else if',
    within: 'in-if',
    argument: ' #{condition}',
    block: false,
    detail: 'otherwise, if',
    doc: 'A further condition, with the same end as the if.',
  },
  {
    word: 'else with',
    within: 'in-with',
    argument: ' #{value}',
    block: false,
    detail: 'otherwise, with',
    doc: 'A further value to make dot, with the same end as the with.',
  },
  {
    word: 'end',
    within: 'in-block',
    argument: '',
    block: false,
    detail: 'close the block',
    doc: 'Closes if, range, with, define or block.',
  },
  {
    word: 'break',
    within: 'in-range',
    argument: '',
    block: false,
    detail: 'leave the range',
    doc: 'Stops the innermost range.',
  },
  {
    word: 'continue',
    within: 'in-range',
    argument: '',
    block: false,
    detail: 'next element',
    doc: 'Goes on with the next element of the innermost range.',
  },
  {
    word: 'define',
    within: 'top-level',
    argument: ' "#{name}"',
    block: true,
    detail: 'define … end',
    doc: 'A named template, for {{ template }} to use. Outputs nothing itself.',
  },
  {
    word: 'template',
    within: 'anywhere',
    argument: ' "#{name}" .',
    block: false,
    detail: 'use a definition',
    doc: 'Outputs a named template with the given value as its dot and its $.',
  },
  {
    word: 'block',
    within: 'anywhere',
    argument: ' "#{name}" .',
    block: true,
    detail: 'block … end',
    doc: 'Defines a named template and uses it right there.',
  },
];
