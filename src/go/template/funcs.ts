/** The predefined functions, one row each: https://pkg.go.dev/text/template#hdr-Functions */
import { sprint, sprintf, sprintln } from '../fmt/print';
import { type Type, anyType, boolType, errorType, funcOf, intType, sliceOf, stringType } from '../reflect/type';
import { type Value, boolValue, stringValue, zeroValue } from '../reflect/value';
import { eq, ge, gt, le, lt } from './compare';
import { reflectValueType } from './convert';
import { htmlEscape, jsEscape, urlQueryEscape } from './escape';
import type { TemplateFunction } from './function';
import { index, len, slice } from './indexing';
import { joinedText, operand } from './print';
import { indirectInterface, isTrue } from './truth';

/** A predefined function; `special` ones are carried out by the evaluator, which decides what of them is evaluated. */
export interface Builtin extends TemplateFunction {
  readonly special?: 'and' | 'or' | 'call';
}

const value = reflectValueType;
const values = sliceOf(reflectValueType);
const anys = sliceOf(anyType);

const logic: Type = funcOf([value, values], [value], true);
const comparison: Type = funcOf([value, value], [boolType, errorType]);
const textual: Type = funcOf([anys], [stringType], true);
const formatting: Type = funcOf([stringType, anys], [stringType], true);

const unused = (): Value => zeroValue;

/** Every predefined function by name. */
export const builtins: ReadonlyMap<string, Builtin> = new Map<string, Builtin>([
  ['and', { type: logic, call: unused, special: 'and' }],
  ['or', { type: logic, call: unused, special: 'or' }],
  ['call', { type: funcOf([value, values], [value, errorType], true), call: unused, special: 'call' }],
  ['not', { type: funcOf([value], [boolType]), call: ([v = zeroValue]) => boolValue(!isTrue(indirectInterface(v))) }],
  ['len', { type: funcOf([value], [intType, errorType]), call: len }],
  ['index', { type: funcOf([value, values], [value, errorType], true), call: index }],
  ['slice', { type: funcOf([value, values], [value, errorType], true), call: slice }],
  ['print', { type: textual, call: (args) => stringValue(sprint(args.map(operand))) }],
  [
    'printf',
    {
      type: formatting,
      call: ([format = zeroValue, ...args], go) => stringValue(sprintf(format.v as string, args.map(operand), go)),
    },
  ],
  ['println', { type: textual, call: (args) => stringValue(sprintln(args.map(operand))) }],
  ['html', { type: textual, call: (args) => stringValue(htmlEscape(joinedText(args))) }],
  ['js', { type: textual, call: (args) => stringValue(jsEscape(joinedText(args))) }],
  ['urlquery', { type: textual, call: (args) => stringValue(urlQueryEscape(joinedText(args))) }],
  ['eq', { type: funcOf([value, values], [boolType, errorType], true), call: (args, go) => boolValue(eq(args, go)) }],
  ['ne', { type: comparison, call: (args, go) => boolValue(!eq(args, go)) }],
  ['lt', { type: comparison, call: (args, go) => boolValue(lt(args, go)) }],
  ['le', { type: comparison, call: (args, go) => boolValue(le(args, go)) }],
  ['gt', { type: comparison, call: (args, go) => boolValue(gt(args, go)) }],
  ['ge', { type: comparison, call: (args, go) => boolValue(ge(args, go)) }],
]);
