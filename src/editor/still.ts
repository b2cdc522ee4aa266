/**
 * An editor's text as data that can be drawn without CodeMirror: for the page as the build draws it. The lines have the
 * colours, folds and marks that the editor would show, and the style sheet is made of the editor's own.
 */
import { ensureSyntaxTree, foldable } from '@codemirror/language';
import { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { highlightTree } from '@lezer/highlight';
import * as completing from './completing';
import * as diagnosing from './diagnosing';
import type { Diagnostic } from './diagnostics';
import { highlightStyle } from './highlight';
import { templateLanguage } from './language';
import { payloadLanguage } from './payload-language';
import * as searching from './searching';
import { viewing, writing } from './setup';

/** A stretch of text of one colour; `classes` is '' for text that has none. */
export interface StillPiece {
  readonly text: string;
  readonly classes: string;
}

/** Pieces that are underlined together, or not underlined. */
export interface StillRun {
  readonly severity: Diagnostic['severity'] | null;
  readonly pieces: readonly StillPiece[];
}

/** One line, and what the gutters say of it. */
export interface StillLine {
  readonly runs: readonly StillRun[];
  readonly folds: boolean;
  /** The worst of the problems that start on the line. */
  readonly severity: Diagnostic['severity'] | null;
  readonly mendable: boolean;
}

/** How long colouring the text may take, in milliseconds; nobody waits for it. */
const patience = 60_000;

/** The names that style-mod makes, which are numbered as modules happen to load, and ours for them. */
const generated = /\u037c[\da-z]+/g;
const names = new Map<string, string>();
const ours = 'still-';

const severities = ['info', 'warning', 'error'] as const;

function worst(diagnostics: readonly Diagnostic[]): Diagnostic['severity'] | null {
  return severities.findLast((severity) => diagnostics.some((each) => each.severity === severity)) ?? null;
}

/** The lines of a text as its editor shows them while nobody is in it. */
export function stillLines(
  text: string,
  language: 'template' | 'payload',
  diagnostics: readonly Diagnostic[],
): readonly StillLine[] {
  const support = language === 'template' ? templateLanguage() : payloadLanguage();
  const fresh = EditorState.create({ doc: text, extensions: [EditorState.lineSeparator.of('\n'), support] });
  const tree = ensureSyntaxTree(fresh, fresh.doc.length, patience);
  // A state holds as much of the tree as it was made with; one made now holds all of it.
  const { state } = fresh.update({});
  const colours: { readonly from: number; readonly to: number; readonly classes: string }[] = [];
  if (tree !== null)
    highlightTree(tree, highlightStyle, (from, to, classes) => colours.push({ from, to, classes: renamed(classes) }));

  const lineOf = (number: number): StillLine => {
    const { from, to } = state.doc.line(number);
    const starting = diagnostics.filter((each) => from <= each.from && each.from <= to);
    const edges = new Set([from, to]);
    for (const each of [...colours, ...diagnostics])
      for (const edge of [each.from, each.to]) if (from < edge && edge < to) edges.add(edge);
    const stops = [...edges].sort((a, b) => a - b);
    const runs: { severity: StillRun['severity']; pieces: StillPiece[] }[] = [];
    for (const [i, start] of stops.slice(0, -1).entries()) {
      const end = stops[i + 1] ?? to;
      const covers = (each: { from: number; to: number }): boolean => each.from <= start && end <= each.to;
      const severity = worst(diagnostics.filter(covers));
      const piece = { text: text.slice(start, end), classes: colours.find(covers)?.classes ?? '' };
      const last = runs.at(-1);
      if (last !== undefined && last.severity === severity) last.pieces.push(piece);
      else runs.push({ severity, pieces: [piece] });
    }
    return {
      runs,
      folds: foldable(state, from, to) !== null,
      severity: worst(starting),
      mendable: starting.some(({ fixes = [] }) => fixes.length > 0),
    };
  };
  return Array.from({ length: state.doc.lines }, (_, i) => lineOf(i + 1));
}

function renamed(text: string): string {
  return text.replace(generated, (name) => {
    const known = names.get(name) ?? ours + String(names.size);
    names.set(name, known);
    return known;
  });
}

/** The rules of what CodeMirror always has, which it gives to nobody; `&` is the editor. */
const basis = `
& { position: relative; display: flex; flex-direction: column; box-sizing: border-box; }
& .cm-scroller { position: relative; z-index: 0; display: flex; align-items: flex-start; height: 100%; }
& .cm-content { display: block; flex: 2 1 0; box-sizing: border-box; min-width: 0; min-height: 100%; margin: 0; }
& .cm-content { tab-size: 4; outline: none; }
& .cm-lineWrapping { white-space: break-spaces; word-break: break-word; overflow-wrap: anywhere; }
& .cm-line { display: block; padding: 0 2px 0 6px; }
& .cm-gutters { position: sticky; left: 0; z-index: 200; display: flex; flex-shrink: 0; box-sizing: border-box; }
& .cm-gutters { min-height: 100%; }
& .cm-gutter { display: flex; flex-direction: column; flex-shrink: 0; box-sizing: border-box; }
& .cm-lineNumbers .cm-gutterElement { min-width: 20px; padding: 0 3px 0 5px; }
`;

/**
 * The gutters of a drawn editor. A line has its number and marks with it, so that they stay together however it wraps;
 * without a `top` of their own they lie beside where it starts.
 */
const gutters = `
& { --fixes: 0px; --numbers: max(20px, calc(8px + var(--digits) * 1ch)); }
&.mendable { --fixes: 15px; }
@media (pointer: coarse) { &.mendable { --fixes: 32px; } }
& .still-width { height: 0; visibility: hidden; }
& .cm-content { counter-reset: line; }
& .cm-line::before, & .still-marks > span { position: absolute; z-index: 201; box-sizing: border-box; }
& .cm-line::before {
  left: calc(16px + var(--fixes)); width: var(--numbers); padding: 0 3px 0 5px; color: var(--editor-gutter);
  text-align: right; counter-increment: line; content: counter(line); content: counter(line) / '';
}
& .still-marks > .cm-fixGutter { left: 2px; }
& .still-marks > .cm-gutter-lint { left: calc(2px + var(--fixes)); }
& .still-marks > .cm-foldGutter { left: calc(16px + var(--fixes) + var(--numbers)); }
& .still-marks > .cm-foldGutter > span::before { content: '▾'; content: '▾' / ''; }
& .still-marks .cm-lint-marker { display: block; }
& .still-marks { user-select: none; }
`;

/**
 * The style sheet of a drawn editor, and the classes of its outermost element: the rules of the theme, the highlight
 * style and every extension that the page's editors have, with names that do not depend on the order of modules.
 */
export function stillSheet(): { readonly css: string; readonly classes: string } {
  const modules = (extensions: Parameters<typeof EditorState.create>[0]): readonly string[] =>
    EditorState.create(extensions)
      .facet(EditorView.styleModule)
      .map((module) => module.getRules());
  const dark = modules({ extensions: EditorView.baseTheme({ '&dark': { color: 'black' } }) })
    .join('')
    .split(' ')[0];
  const colours = highlightStyle.module?.getRules() ?? '';
  // A later module of the list gives way to an earlier one.
  const all = [completing.support, writing(), diagnosing.support(true), viewing(), searching.support];
  const rules = modules({ extensions: all }).toReversed();
  const prefixes = rules
    .filter((css) => css !== colours)
    .flatMap((css) => css.match(/\.\u037c[\da-z]+/g) ?? [])
    .filter((name) => name !== dark);
  const used = [...new Set(prefixes)].map((name) => renamed(name.slice(1)));
  // The focus of the drawn editor is that of its text; no script tells.
  const css = renamed(rules.join('\n')).replaceAll('.cm-focused', ':focus-within');
  const around = (text: string): string => text.replaceAll('&', `.${ours}editor`);
  return { css: around(basis) + css + around(gutters), classes: [`${ours}editor`, ...used].join(' ') };
}
