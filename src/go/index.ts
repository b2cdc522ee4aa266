/**
 * Go's template engine and what of Go's library it needs, for the layers above: what they use and nothing else. The
 * rest of the folder is its own affair, and its tests'.
 */

/** Parsing and executing templates: https://pkg.go.dev/text/template */
export { type Template, functionNames, parseTemplate } from './template/template';
export { executeTemplate, maxDepth as maxTemplateDepth } from './template/exec';
export type { Limits } from './meter';
export type { FunctionTable } from './template/function';
export { type OutputSpan, PlainSink, TracingSink, dataPath } from './template/sink';
export type { TemplateError, TemplateFailure } from './template/errors';
export { stoppedByPlayground } from './template/messages';

/** What the analysis shares with the executor: its messages, its functions and how it converts arguments. */
export * as messages from './template/messages';
export type { Complaint } from './template/messages';
export { executionError, nameSpan } from './template/blame';
export { type Builtin, builtins } from './template/funcs';
export { type TemplateFunction, callValue, parameter, usableResults } from './template/function';
export { type ConstantNode, nilArgument, reflectValueType, typedConstant, untypedConstant } from './template/convert';
export { RangeRefusal, openLoop } from './template/range';
export { Meter, defaultLimits } from './meter';
export { GoError } from './errors';

/** How Go names what is piped into `call`, and whether it breaks down over it. */
export { callPanics, describe } from './template/eval';

/** The releases of Go. */
export { type GoVersion, goVersions, newestGo } from './version';

/** The parse tree: https://pkg.go.dev/text/template/parse#Node */
export type * from './template/parse/node';
export { nodeString } from './template/parse/string';
export { type LooseParse, parseLoose } from './template/parse/parse';

/** The template language as tokens, for highlighting. */
export { type Item, type ItemType, lex, lexInBatches } from './template/parse/lex';

/** Types: https://pkg.go.dev/reflect#Type */
export {
  type Field,
  type Method,
  type Raw,
  type Type,
  anyType,
  assignableTo,
  basicType,
  boolType,
  defineMethods,
  defineType,
  errorType,
  funcOf,
  intType,
  invalidType,
  isExported,
  mapOf,
  pointerTo,
  sliceOf,
  stringType,
  structOf,
  uint8Type,
} from './reflect/type';

/** Values: https://pkg.go.dev/reflect#Value */
export { type Origin, Value, mapValue, stringValue, zeroRaw, zeroValue } from './reflect/value';
export { bytesOfText } from './reflect/bytes';

/** JSON both ways: https://pkg.go.dev/encoding/json */
export { marshal } from './json/encode';
export { unmarshal } from './json/decode';
export { fieldNamed } from './json/field-names';
export type { JsonPath, Reading } from './json/reading';
export { type JsonField, jsonFields } from './json/fields';
export { type ParsedJson, parseJson } from './json/scan';
export { type JsonError, type JsonMember, type JsonNode, type JsonObject, type JsonString, Locator } from './json/node';

/** Formatting: https://pkg.go.dev/fmt */
export { sprint, sprintf } from './fmt/print';

/** Text as bytes, and Go's literals. */
export { byteLength, decodeUtf8, encodeUtf8, runeCount } from './utf8';
export { quote } from './strconv';
