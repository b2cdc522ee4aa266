/** Parsed templates and those associated with them: https://pkg.go.dev/text/template#Template */
import { type GoVersion, newestGo } from '../version';
import { TemplateError } from './errors';
import type { FunctionTable } from './function';
import { type Builtin, builtins } from './funcs';
import type { Tree } from './parse/node';
import { parse } from './parse/parse';

/** A parsed template together with all that its text defines, and the functions they may call. */
export class Template {
  constructor(
    readonly name: string,
    /** Every template of the text by name; the main one may be missing when the text only defines others. */
    readonly trees: ReadonlyMap<string, Tree>,
    readonly functions: FunctionTable,
    /** The Go that it is executed as. */
    readonly go: GoVersion,
  ) {}

  /** All functions the template can call; its own hide predefined ones of the same name. */
  get callables(): ReadonlyMap<string, Builtin> {
    return callablesOf(this.functions).byName;
  }

  /** This template's own tree. */
  get tree(): Tree | undefined {
    return this.trees.get(this.name);
  }
}

/** A parsed template, or the first error Go would report. */
export type ParseResult =
  { readonly ok: true; readonly template: Template } | { readonly ok: false; readonly error: TemplateError };

/** The predefined functions and those of a table together. */
interface Callables {
  readonly byName: ReadonlyMap<string, Builtin>;
  readonly names: ReadonlySet<string>;
}

/** Tables are few and many templates are parsed with each. */
const callables = new WeakMap<FunctionTable, Callables>();

function callablesOf(functions: FunctionTable): Callables {
  let found = callables.get(functions);
  if (found === undefined) {
    const byName = new Map([...builtins, ...functions]);
    found = { byName, names: new Set(byName.keys()) };
    callables.set(functions, found);
  }
  return found;
}

/**
 * The names a template may call with these functions: them and the predefined ones. The table must not change any more.
 */
export function functionNames(functions: FunctionTable): ReadonlySet<string> {
  return callablesOf(functions).names;
}

/** Parses `text` as `template.New(name).Funcs(functions).Parse(text)` of that Go does. */
export function parseTemplate(
  name: string,
  text: string,
  functions: FunctionTable,
  go: GoVersion = newestGo,
): ParseResult {
  try {
    return { ok: true, template: new Template(name, parse(name, text, functionNames(functions), go), functions, go) };
  } catch (e) {
    if (e instanceof TemplateError) return { ok: false, error: e };
    throw e;
  }
}
