/**
 * What execution can complain about, each text in one place. The texts are those text/template prints, in the words of
 * the Go that is asked for where they have changed.
 */
import type { Type } from '../reflect/type';
import { quote } from '../strconv';
import { type GoVersion, firstWith, since } from '../version';

/**
 * A complaint without its position: a stable code in kebab case and Go's text. `needs` is the first Go that has none,
 * where only the release is to blame.
 */
export interface Complaint {
  readonly code: string;
  readonly detail: string;
  readonly needs?: GoVersion | null;
}

/** Neither a field, a method nor a key of this name can be had from the type. */
export function cantEvaluateField(name: string, type: Type): Complaint {
  return { code: 'no-such-field', detail: `can't evaluate field ${name} in type ${type.toString()}` };
}

/** The struct has the field, but its lower-case name keeps it from templates. */
export function unexportedField(name: string, type: Type): Complaint {
  return { code: 'unexported-field', detail: `${name} is an unexported field of struct type ${type.toString()}` };
}

/** A field is asked of a nil pointer or nil interface of this type. */
export function nilPointerEvaluating(type: Type, name: string): Complaint {
  return { code: 'nil-pointer', detail: `nil pointer evaluating ${type.toString()}.${name}` };
}

/** A nil pointer stands between a struct and the embedded struct that has the field. */
export function nilEmbeddedPointer(embedded: Type): Complaint {
  const detail = `reflect: indirection through nil pointer to embedded struct field ${embedded.bareName}`;
  return { code: 'nil-pointer', detail };
}

/** A struct field is written as if it were a function. */
export function fieldHasArguments(name: string): Complaint {
  return { code: 'field-with-arguments', detail: `${name} has arguments but cannot be invoked as function` };
}

/** A map key is written as if it were a function. */
export function keyHasArguments(name: string): Complaint {
  return { code: 'key-with-arguments', detail: `${name} is not a method but has arguments` };
}

/** `context` is the node's text as Go prints it. */
export function notAFunction(context: string): Complaint {
  return { code: 'not-a-function', detail: `can't give argument to non-function ${context}` };
}

/** No variable of this name, dollar sign included, is in scope when the template runs. */
export function undefinedVariable(name: string): Complaint {
  return { code: 'undefined-variable', detail: `undefined variable: ${name}` };
}

/** The function was known when the template was parsed but is not now. */
export function undefinedFunction(name: string): Complaint {
  return { code: 'undefined-function', detail: `${quote(name)} is not a defined function` };
}

/** A template is invoked that the text does not define. */
export function undefinedTemplate(name: string): Complaint {
  return { code: 'undefined-template', detail: `template ${quote(name)} not defined` };
}

/** Templates invoke one another more than `depth` deep. */
export function tooDeepTemplates(depth: number): Complaint {
  return { code: 'template-depth', detail: `exceeded maximum template depth (${String(depth)})` };
}

/** The constant nil stands where a value to print or to hand on is needed. */
export function nilIsNotACommand(): Complaint {
  return { code: 'nil-command', detail: 'nil is not a command' };
}

/** `got` counts what the caller wrote: for a variadic function without the value piped in, otherwise with it. */
export function wrongArgumentCount(name: string, want: number, got: number, atLeast: boolean): Complaint {
  const bound = atLeast ? 'want at least' : 'want';
  const detail = `wrong number of args for ${name}: ${bound} ${String(want)} got ${String(got)}`;
  return { code: 'argument-count', detail };
}

/** A function or method whose results no template can use. */
export function unusableResults(name: string, results: readonly Type[], go: GoVersion): Complaint {
  if (!since(go, 'unusable results are named')) {
    const detail = `can't call method/function ${quote(name)} with ${String(results.length)} results`;
    return { code: 'function-results', detail };
  }
  const second = results.length === 2 ? results[1] : undefined;
  const detail =
    second !== undefined
      ? `invalid function signature for ${name}: second return value should be error; is ${second.toString()}`
      : `function ${name} has ${String(results.length)} return values; should be 1 or 2`;
  return { code: 'function-results', detail };
}

/** A function or method returned an error or panicked; `message` is its text. */
export function errorCalling(name: string, message: string, code: string): Complaint {
  return { code, detail: `error calling ${name}: ${message}` };
}

/** A function piped to `call` alone makes some releases panic, and Coroot with them. */
export function pipedCallPanics(): Complaint {
  const detail = 'panic: runtime error: index out of range [0] with length 0';
  return { code: 'go-panic', detail, needs: firstWith('call of a piped function') };
}

/** Nothing at all is given for a parameter whose type has no nil. */
export function invalidValue(expected: Type): Complaint {
  return { code: 'nil-argument', detail: `invalid value; expected ${expected.toString()}` };
}

/** A value does not fit its parameter. */
export function wrongType(expected: Type, got: Type): Complaint {
  const detail = `wrong type for value; expected ${expected.toString()}; got ${got.toString()}`;
  return { code: 'wrong-type', detail };
}

/** A nil pointer is given for a parameter of the type it points at. */
export function nilDereference(expected: Type): Complaint {
  return { code: 'nil-pointer', detail: `dereference of nil pointer of type ${expected.toString()}` };
}

/** The constant nil is given for a parameter whose type has no nil. */
export function cannotAssignNil(type: Type): Complaint {
  return { code: 'nil-argument', detail: `cannot assign nil to ${type.toString()}` };
}

/** A constant of another sort than its parameter; `sort` is Go's word, such as `unsigned integer`. */
export function expectedConstant(sort: string, context: string): Complaint {
  return { code: 'wrong-type', detail: `expected ${sort}; found ${context}` };
}

/** A constant is given for a parameter whose type no constant has; `context` is the constant as written. */
export function cantHandleArgument(context: string, type: Type): Complaint {
  return { code: 'wrong-type', detail: `can't handle ${context} for arg of type ${type.toString()}` };
}

/** An integer constant, as written, stands alone and is too large for int. */
export function overflowsInt(text: string): Complaint {
  return { code: 'constant-overflow', detail: `${text} overflows int` };
}

/** `shown` is the value as `%v` prints it; `needs` the Go that could. */
export function cantRangeOver(shown: string, needs: GoVersion | null): Complaint {
  return { code: 'not-iterable', detail: `range can't iterate over ${shown}`, needs };
}

/** `shown` is the value as `%v` prints it; Go leaves out a word when the value is an iterator function. */
export function tooManyRangeVariables(shown: string, isIterator: boolean): Complaint {
  const to = isIterator ? '' : 'to ';
  return { code: 'range-variables', detail: `can't use ${shown} ${to}iterate over more than one variable` };
}

/** `shown` is the value as `%v` prints it. */
export function rangeOverSendOnly(shown: string): Complaint {
  return { code: 'not-iterable', detail: `range over send-only channel ${shown}` };
}

/** `context` is the action's text as Go prints it. */
export function cantPrint(context: string, type: Type): Complaint {
  return { code: 'not-printable', detail: `can't print ${context} of type ${type.toString()}` };
}

/** The playground, not Go, stopped a template that takes too long. */
export function stepLimit(steps: number): Complaint {
  const detail = `the playground stopped this template after ${String(steps)} steps; Coroot would go on`;
  return { code: 'step-limit', detail };
}

/** The playground, not Go, stopped a template that writes too much. */
export function outputLimit(bytes: number): Complaint {
  const detail = `the playground stopped this template after ${String(bytes)} bytes of output; Coroot would go on`;
  return { code: 'output-limit', detail };
}

/** The playground, not Go, stopped an expression that makes one text longer than all output may be. */
export function textLimit(bytes: number): Complaint {
  const detail = `the playground stopped this template: one of its texts is longer than ${String(bytes)} bytes; Coroot would go on`;
  return { code: 'output-limit', detail };
}

/** The playground, not Go, stopped a template that holds too much at once. */
export function heldLimit(bytes: number): Complaint {
  const detail = `the playground stopped this template: it holds more than ${String(bytes)} bytes in variables and invocations; Coroot would go on`;
  return { code: 'output-limit', detail };
}

/** As `complaint`, of a template that invokes itself: how that ends in Go is not known. */
export function orTooDeep({ code, detail }: Complaint, depth: number): Complaint {
  const end = `and fail if it invokes itself more than ${String(depth)} times in one another`;
  return { code, detail: `${detail}, ${end}` };
}

/** What the browser itself could not bear: a string too long or data nested too deep for its stack. */
export function engineLimit(reason: string): Complaint {
  const detail = `the playground stopped this template: ${reason}; Coroot would go on`;
  return { code: 'engine-limit', detail };
}

/** A range receives from a channel that is neither filled nor closed; Go would hang. */
export function blockedForever(): Complaint {
  return {
    code: 'blocked-channel',
    detail: 'the playground stopped this template: it receives from a channel that nobody closes; Coroot would wait',
  };
}

/** The codes of what stops a template here and would not stop it in Go. */
const playgroundCodes: ReadonlySet<string> = new Set(['step-limit', 'output-limit', 'engine-limit', 'blocked-channel']);

/** Whether an error with this code means that the playground stopped the template, while Coroot would go on or wait. */
export function stoppedByPlayground(code: string): boolean {
  return playgroundCodes.has(code);
}
