/** The editor layer: CodeMirror with support for Go templates whose syntax comes from the engine's own lexer. */
export { createEditor, type EditorHandle, type EditorOptions } from './create-editor';
export type { Span } from './action';
export { templateFields, templateFunctions } from './facets';
export type { Diagnostic } from './diagnostics';
export { type FunctionDoc, builtinFunctions } from './functions';
export { plainProse, proseParts } from './prose';
export { bulbPath } from './bulb';
export { stillLines, stillSheet } from './still';
