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
import { type Command, EditorView, type KeyBinding, keymap } from '@codemirror/view';
import { plainProse, proseElement } from './prose';

/** A way to mend a problem: what it does, in the imperative, and doing it. */
export interface DiagnosticFix {
  readonly title: string;
  readonly run: () => void;
}

/** What somebody else writes of a problem, word for word, and how that is introduced: `Coroot 1.20 logs:`. */
export interface Quote {
  readonly introduction: string;
  readonly text: string;
}

/** A problem at `[from, to)`, in UTF-16 offsets of the document. */
export interface Diagnostic {
  readonly from: number;
  readonly to: number;
  readonly severity: 'error' | 'warning' | 'info';
  /** In short: what is read out, and shown where nothing else explains it. Code stands in backquotes. */
  readonly message: string;
  /** Plain words about it, shown in place of the message. Code stands in backquotes. */
  readonly explanation?: string;
  readonly quote?: Quote | null;
  /** The best first. */
  readonly fixes?: readonly DiagnosticFix[];
}

/** What a tooltip says of a problem: plain words first, then what others say. */
export function diagnosticText({ message, explanation = '', quote = null }: Diagnostic): HTMLElement {
  const text = document.createElement('div');
  text.append(proseElement(explanation === '' ? message : explanation));
  if (quote !== null) {
    const said = document.createElement('pre');
    said.textContent = quote.text;
    text.append(proseElement(quote.introduction), said);
  }
  return text;
}

/** The diagnostics as CodeMirror wants them, kept inside a document of `length` units and never running backwards. */
export function lintDiagnostics(diagnostics: readonly Diagnostic[], length: number): readonly LintDiagnostic[] {
  const inside = (pos: number): number => Math.max(0, Math.min(pos, length));
  return diagnostics.map((diagnostic) => {
    const { from, to, severity, message, fixes = [] } = diagnostic;
    return {
      from: inside(from),
      to: inside(Math.max(from, to)),
      severity,
      message: plainProse(message),
      renderMessage: () => diagnosticText(diagnostic),
      actions: fixes.map(({ title, run }) => ({
        name: plainProse(title),
        apply: (view: EditorView) => {
          run();
          view.focus();
        },
      })),
    };
  });
}

/** What a screen reader is told of the problems that cover the selection. */
function spoken(state: EditorState): string {
  const { from, to } = state.selection.main;
  const messages: string[] = [];
  forEachDiagnostic(state, ({ severity, message, actions = [] }, start, end) => {
    if (start > from || to > end) return;
    messages.push(`${severity}: ${message}`);
    if (actions.length > 0) messages.push('Control and full stop lists the fixes.');
  });
  return messages.join(' ');
}

function announcing(command: Command): Command {
  return (view) => {
    if (!command(view)) return false;
    view.dispatch({ effects: EditorView.announce.of(spoken(view.state)) });
    return true;
  };
}

/** F8 and Shift-F8 lead through the diagnostics, Ctrl-Shift-M lists them. */
export const diagnosticKeys: readonly KeyBinding[] = [
  { key: 'F8', run: announcing(nextDiagnostic), shift: announcing(previousDiagnostic) },
  ...lintKeymap,
];

/** Everything about diagnostics; they are set from outside. */
export const diagnosticsSupport: Extension = [linter(null), lintGutter(), keymap.of(diagnosticKeys)];
