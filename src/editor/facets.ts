/** What the page tells the editor: facets that its extensions read. */
import { Facet } from '@codemirror/state';
import type { Diagnostic } from './diagnostics';
import type { FunctionDoc } from './functions';

/** A field that the data given to the template has, such as `.Application.Name`; `type` is Go's, `doc` one line. */
export interface TemplateField {
  readonly path: string;
  readonly type: string;
  readonly doc: string;
}

/** The fields of the template's root data, nested ones by their whole path. */
export const templateFields = Facet.define<readonly TemplateField[], readonly TemplateField[]>({
  combine: (lists) => lists.flat(),
});

/** The functions a template may call besides Go's own. */
export const templateFunctions = Facet.define<readonly FunctionDoc[], readonly FunctionDoc[]>({
  combine: (lists) => lists.flat(),
});

/** Gives every problem of the text as it is now, also those that are not told while somebody types. */
export const fixSource = Facet.define<() => readonly Diagnostic[] | Promise<readonly Diagnostic[]>>();
