/** The editor layer: CodeMirror with support for Go templates whose syntax comes from the engine's own lexer. */
export { completionSource, templateFields, templateFunctions, type TemplateField } from './complete';
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
export type { TemplateFunction } from './functions';
export { highlightStyle } from './highlight';
export { payloadLanguage, templateLanguage } from './language';
export type { Highlight } from './mark';
export { editorTheme } from './theme';
