/**
 * Go's template engine and what of Go's library it needs, for the layers above. This list is the layer's whole public
 * face; everything else in the folder is its own affair.
 */

/** Parsing and executing templates: https://pkg.go.dev/text/template */
export { type ParseResult, Template, functionNames, parseTemplate } from './template/template';
export { type ExecuteResult, defaultLimits, executeAssociated, executeTemplate } from './template/exec';
export { type Limits } from './template/eval';
export { type FunctionTable, type TemplateFunction } from './template/function';
export { type Builtin, builtins } from './template/funcs';
export { type OutputSpan, PlainSink, type Sink, TracingSink, dataPath } from './template/sink';

/** Errors: the engine's own, an error a function returns, and a panic. */
export { type Phase, TemplateError, type TemplateFailure } from './template/errors';
export { GoError, GoPanic } from './errors';
export { errorText, newError } from './reflect/error';

/** What a static check needs to say the same as the executor, and to judge constants and truth as it does. */
export * as messages from './template/messages';
export { type Complaint } from './template/messages';
export { idealConstant, nilArgument, reflectValueType, typedConstant, validateType } from './template/convert';
export { usableResults } from './template/function';
export { indirect, indirectInterface, isTrue } from './template/truth';

/** The template language: tokens for highlighting, trees for everything else. */
export { type Item, type ItemType, type LexOptions, lex } from './template/parse/lex';
export { type LooseParse, parse, parseLoose } from './template/parse/parse';
export { nodeString } from './template/parse/string';
export type {
  ActionNode,
  BoolNode,
  BreakNode,
  ChainNode,
  CommandNode,
  CommentNode,
  ContinueNode,
  DotNode,
  FieldNode,
  IdentifierNode,
  IfNode,
  ListNode,
  NilNode,
  Node,
  NumberNode,
  PipeNode,
  RangeNode,
  StringNode,
  TemplateNode,
  TextNode,
  Tree,
  VariableNode,
  WithNode,
} from './template/parse/node';

/** Types: https://pkg.go.dev/reflect#Type */
export {
  type Complex,
  type Dynamic,
  type Field,
  type InterfaceMethod,
  type Method,
  type Raw,
  type RawFunc,
  type RawMap,
  type RawPointer,
  type RawSlice,
  type Type,
  anyType,
  arrayOf,
  assignableTo,
  basicType,
  boolType,
  chanOf,
  comparable,
  complex128Type,
  defineMethods,
  defineType,
  errorType,
  float64Type,
  funcOf,
  implementsInterface,
  int32Type,
  intType,
  interfaceOf,
  invalidType,
  isExported,
  mapOf,
  pointerTo,
  sliceOf,
  stringType,
  structOf,
  uint8Type,
} from './reflect/type';
export type { Kind } from './reflect/kind';

/** Values: https://pkg.go.dev/reflect#Value */
export {
  type Origin,
  Value,
  anyValue,
  boolValue,
  floatValue,
  intValue,
  mapValue,
  rawSlice,
  stringValue,
  zeroRaw,
  zeroValue,
} from './reflect/value';
export { GoMap } from './reflect/map';
export { byteSlice, bytesOf, bytesOfText } from './reflect/bytes';

/** JSON both ways: https://pkg.go.dev/encoding/json */
export { marshal } from './json/encode';
export { type JsonDocument, type Unmarshaled, unmarshal } from './json/decode';
export type { JsonPath, Reading } from './json/reading';
export { type JsonField, jsonFields } from './json/fields';
export { type ParsedJson, parseJson } from './json/scan';
export type {
  JsonArray,
  JsonBoolean,
  JsonError,
  JsonMember,
  JsonNode,
  JsonNull,
  JsonNumber,
  JsonObject,
  JsonString,
} from './json/node';
export { Locator } from './json/node';
export { quoteJson } from './json/text';

/** Text as bytes, and Go's literals and formats. */
export { byteLength, concat, decodeUtf8, encodeUtf8, isAscii, runeCount, sliceBytes } from './utf8';
export { quote, unquote } from './strconv';
export { sprint, sprintf, sprintln } from './fmt/print';
