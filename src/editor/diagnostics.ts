/** Problems in the text: gutter marks, squiggles, tooltips, the list of all of them, and the keys that lead there. */
import {
  type Diagnostic as LintDiagnostic,
  forEachDiagnostic,
  lintGutter,
  lintKeymap,
  linter,
  nextDiagnostic,
  previousDiagnostic,
} from '@codemirror/lint';
import type { EditorState, Extension } from '@codemirror/state';
import { type Command, EditorView, keymap } from '@codemirror/view';

/** A problem at `[from, to)`, in UTF-16 offsets of the document; `source` says who found it, for example "Go". */
export interface Diagnostic {
  readonly from: number;
  readonly to: number;
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: string;
  readonly source?: string;
}

/** The diagnostics as CodeMirror wants them, kept inside a document of `length` units and never running backwards. */
export function lintDiagnostics(diagnostics: readonly Diagnostic[], length: number): readonly LintDiagnostic[] {
  const inside = (pos: number): number => Math.max(0, Math.min(pos, length));
  return diagnostics.map(({ from, to, ...rest }) => ({ ...rest, from: inside(from), to: inside(Math.max(from, to)) }));
}

/** What a screen reader is told of the problems that cover the selection. */
function spoken(state: EditorState): string {
  const { from, to } = state.selection.main;
  const messages: string[] = [];
  forEachDiagnostic(state, (diagnostic, start, end) => {
    if (start <= from && to <= end) messages.push(`${diagnostic.severity}: ${diagnostic.message}`);
  });
  return messages.join('\n');
}

function announcing(command: Command): Command {
  return (view) => {
    if (!command(view)) return false;
    view.dispatch({ effects: EditorView.announce.of(spoken(view.state)) });
    return true;
  };
}

/**
 * Everything about diagnostics; they are set from outside. F8 and Shift-F8 lead through them, Ctrl-Shift-M lists them.
 */
export const diagnosticsSupport: Extension = [
  linter(null),
  lintGutter(),
  keymap.of([{ key: 'F8', run: announcing(nextDiagnostic), shift: announcing(previousDiagnostic) }, ...lintKeymap]),
];
