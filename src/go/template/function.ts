/** The functions a template may call, and what a call of Go code yields or how it fails. */
import type { Meter } from '../meter';
import { GoError, GoPanic, panicText } from '../errors';
import { errorText } from '../reflect/error';
import { type Dynamic, type Raw, type Type, errorType, sliceOf } from '../reflect/type';
import { type Origin, Value, rawSlice, zeroValue } from '../reflect/value';
import { prepareArgument, rawFor, reflectValueType } from './convert';
import { unusableResults } from './messages';
import { type GoVersion, since } from '../version';
import { indirectInterface } from './truth';

/**
 * A function for templates. `type` is its Go func type, by which arguments are counted and converted; `call` gets them
 * one by one (a variadic parameter's too) and returns the result as that Go does, or throws a `GoError` where Go
 * returns an error. An argument for an interface parameter arrives as the value the interface would hold, or as a nil
 * interface. What takes longer the larger the arguments are is told to the meter.
 */
export interface TemplateFunction {
  readonly type: Type;
  readonly call: (args: readonly Value[], meter: Meter, go: GoVersion) => Value;
}

/** Functions by the name templates call them. */
export type FunctionTable = ReadonlyMap<string, TemplateFunction>;

/** Whether templates can use these results: one value, or a value and an error. */
export function usableResults(type: Type): boolean {
  return type.out.length === 1 || (type.out.length === 2 && type.out[1] === errorType);
}

/** The type of a function's parameter `i`; past the end, that of the variadic one. */
export function parameter(type: Type, i: number): Type {
  const last = type.in.length - 1;
  const declared = type.in[Math.min(i, last)] ?? reflectValueType;
  return type.variadic && i >= last ? declared.elem : declared;
}

/** Arguments as Go code gets them: raw, those of a variadic parameter collected in a slice, which is never nil. */
export function packArguments(type: Type, args: readonly Value[]): readonly Raw[] {
  const fixed = type.variadic ? type.in.length - 1 : type.in.length;
  const raws: Raw[] = [];
  for (let i = 0; i < fixed; i++) raws.push(rawFor(args[i] ?? zeroValue, type.in[i] ?? sliceOf(type)));
  // Beyond the fixed ones there is only a variadic parameter.
  const rest = type.in[fixed];
  if (rest !== undefined) raws.push(rawSlice(collect(args, fixed, rest.elem)));
  return raws;
}

function collect(args: readonly Value[], from: number, elem: Type): readonly Raw[] {
  const raws: Raw[] = [];
  for (let i = from; i < args.length; i++) raws.push(rawFor(args[i] ?? zeroValue, elem));
  return raws;
}

/** The first of Go code's results as a value; a non-nil second one, an error, is thrown as a `GoError`. */
export function firstResult(type: Type, results: readonly Raw[], from: Origin | null): Value {
  const failure = results[1] ?? null;
  if (failure !== null) throw new GoError(errorText(failure as Dynamic));
  const [result] = type.out;
  return result === undefined ? zeroValue : new Value(result, results[0] ?? null, from);
}

/** The text by which an error or panic of called Go code is reported, or null for any other exception. */
export function callFailure(thrown: unknown): { readonly text: string; readonly code: string } | null {
  if (thrown instanceof GoError) return { text: thrown.message, code: thrown.code };
  if (thrown instanceof GoPanic) return { text: panicText(thrown), code: 'function-panic' };
  return null;
}

/** The builtin `call`: calls a function value. `name` is how the template wrote it. */
export function callValue(name: string, callee: Value, args: readonly Value[], go: GoVersion): Value {
  const fn = indirectInterface(callee);
  if (!fn.isValid) throw new GoError('call of nil', 'nil-function');
  const { type } = fn;
  const named = since(go, 'call names what it calls');
  if (type.kind !== 'func') {
    throw new GoError(`non-function ${named ? `${name} ` : ''}of type ${type.toString()}`, 'not-a-function');
  }
  if (!usableResults(type)) {
    const text = named
      ? unusableResults(name, type.out, go).detail
      : `function called with ${String(type.out.length)} args; should be 1 or 2`;
    throw new GoError(text, 'function-results');
  }
  const fixed = type.variadic ? type.in.length - 1 : type.in.length;
  if (type.variadic ? args.length < fixed : args.length !== fixed) {
    const want = type.variadic ? `at least ${String(fixed)}` : String(fixed);
    const whose = named ? ` for ${name}` : '';
    throw new GoError(`wrong number of args${whose}: got ${String(args.length)} want ${want}`, 'argument-count');
  }
  const ready = args.map((arg, i) => {
    const param = i < fixed ? type.in[i] : type.in[fixed]?.elem;
    const got = prepareArgument(indirectInterface(arg), param ?? arg.type);
    if (got instanceof Value) return got;
    throw new GoError(`arg ${String(i)}: ${got.detail}`, got.code);
  });
  if (fn.v === null) throw new GoPanic('reflect.Value.Call: call of nil function', 'value');
  return firstResult(type, fn.call(packArguments(type, ready)), null);
}
