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
  /** Whether the result is in the arguments already, so that a text takes no memory of its own. */
  readonly isPart?: true;
}

const value = reflectValueType;
const values = sliceOf(reflectValueType);
const anys = sliceOf(anyType);

const logic: Type = funcOf([value, values], [value], true);
const comparison: Type = funcOf([value, value], [boolType, errorType]);
const textual: Type = funcOf([anys], [stringType], true);
const formatting: Type = funcOf([stringType, anys], [stringType], true);

/** What a builtin does that escapes the text of its arguments. */
function escaping(escape: (s: string) => string): Builtin['call'] {
  return (args, meter) => {
    const text = joinedText(args, meter);
    meter.write(text.length);
    const escaped = escape(text);
    meter.spend(escaped.length - text.length);
    return stringValue(escaped);
  };
}

const unused = (): Value => zeroValue;

/** Every predefined function by name. */
export const builtins: ReadonlyMap<string, Builtin> = new Map<string, Builtin>([
  ['and', { type: logic, call: unused, special: 'and' }],
  ['or', { type: logic, call: unused, special: 'or' }],
  ['call', { type: funcOf([value, values], [value, errorType], true), call: unused, special: 'call' }],
  ['not', { type: funcOf([value], [boolType]), call: ([v = zeroValue]) => boolValue(!isTrue(indirectInterface(v))) }],
  ['len', { type: funcOf([value], [intType, errorType]), call: len }],
  ['index', { type: funcOf([value, values], [value, errorType], true), call: index, isPart: true }],
  ['slice', { type: funcOf([value, values], [value, errorType], true), call: slice, isPart: true }],
  ['print', { type: textual, call: (args, meter) => stringValue(sprint(args.map(operand), meter)) }],
  [
    'printf',
    {
      type: formatting,
      call: ([format = zeroValue, ...args], meter, go) =>
        stringValue(sprintf(format.v as string, args.map(operand), meter, go)),
    },
  ],
  ['println', { type: textual, call: (args, meter) => stringValue(sprintln(args.map(operand), meter)) }],
  ['html', { type: textual, call: escaping(htmlEscape) }],
  ['js', { type: textual, call: escaping(jsEscape) }],
  ['urlquery', { type: textual, call: escaping(urlQueryEscape) }],
  [
    'eq',
    {
      type: funcOf([value, values], [boolType, errorType], true),
      call: (args, meter, go) => boolValue(eq(args, meter, go)),
    },
  ],
  ['ne', { type: comparison, call: (args, meter, go) => boolValue(!eq(args, meter, go)) }],
  ['lt', { type: comparison, call: (args, meter, go) => boolValue(lt(args, meter, go)) }],
  ['le', { type: comparison, call: (args, meter, go) => boolValue(le(args, meter, go)) }],
  ['gt', { type: comparison, call: (args, meter, go) => boolValue(gt(args, meter, go)) }],
  ['ge', { type: comparison, call: (args, meter, go) => boolValue(ge(args, meter, go)) }],
]);
