/** The editor layer: CodeMirror with support for Go templates whose syntax comes from the engine's own lexer. */
export { templateFields, templateFunctions, type TemplateField } from './complete';
export {
  createEditor,
  type EditorHandle,
  type EditorKey,
  type EditorLanguage,
  type EditorOptions,
  type EditorSelectionRange,
} from './create-editor';
export type { Diagnostic } from './diagnostics';
export type { SetDocOptions } from './document';
export { type FunctionDoc, builtinFunctions } from './functions';
export type { MarkedRange } from './mark';
