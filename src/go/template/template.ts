/** Parsed templates and those associated with them: https://pkg.go.dev/text/template#Template */
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
  ) {}

  private table: ReadonlyMap<string, Builtin> | null = null;

  /** All functions the template can call; its own hide predefined ones of the same name. */
  get callables(): ReadonlyMap<string, Builtin> {
    return (this.table ??= this.functions.size === 0 ? builtins : new Map([...builtins, ...this.functions]));
  }

  /** This template's own tree. */
  get tree(): Tree | undefined {
    return this.trees.get(this.name);
  }

  /** The names of this template and the associated ones, in the order of the text. */
  get names(): readonly string[] {
    return [...this.trees.keys()];
  }

  /** The associated template of this name, or null. */
  lookup(name: string): Template | null {
    if (name === this.name) return this;
    return this.trees.has(name) ? new Template(name, this.trees, this.functions) : null;
  }
}

/** A parsed template, or the first error Go would report. */
export type ParseResult =
  { readonly ok: true; readonly template: Template } | { readonly ok: false; readonly error: TemplateError };

/** The names a template may call with these functions: them and the predefined ones. */
export function functionNames(functions: FunctionTable): ReadonlySet<string> {
  return new Set([...builtins.keys(), ...functions.keys()]);
}

/** Parses `text` as Go's `template.New(name).Funcs(functions).Parse(text)` does. */
export function parseTemplate(name: string, text: string, functions: FunctionTable): ParseResult {
  try {
    return { ok: true, template: new Template(name, parse(name, text, functionNames(functions)), functions) };
  } catch (e) {
    if (e instanceof TemplateError) return { ok: false, error: e };
    throw e;
  }
}
