/** Marks on problems, the list of them, and their fixes: fetched once the editor stands, or when there are problems. */
import { setDiagnostics } from '@codemirror/lint';
import type { Extension } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import { type Diagnostic, diagnosticKeys, diagnosticsSupport, lintDiagnostics } from './diagnostics';
import { fixKeys, fixSupport } from './fixes';

/** The extension; `hasFixes` says that somebody knows fixes of the problems. */
export function support(hasFixes: boolean): Extension {
  return [hasFixes ? fixSupport : [], diagnosticsSupport];
}

/** Shows problems, and no others. */
export function show(view: EditorView, diagnostics: readonly Diagnostic[]): void {
  view.dispatch(setDiagnostics(view.state, lintDiagnostics(diagnostics, view.state.doc.length)));
}

/** Its keys. */
export const keys = [...diagnosticKeys, ...fixKeys];
