/** Completion inside actions: functions, keywords with their blocks, and the fields the facets tell. */
import { type Completion, type CompletionContext, type CompletionResult, snippet } from '@codemirror/autocomplete';
import { syntaxTree } from '@codemirror/language';
import type { EditorState } from '@codemirror/state';
import type { Action } from './action';
import type { Surroundings } from './blocks';
import { type Slot, slotAt } from './complete-slot';
import { templateFields, templateFunctions } from './facets';
import { builtinFunctions, type Enclosing, type TemplateKeyword, templateKeywords } from './functions';
import { structureOf } from './structure';

const wholeWord = /^[\p{L}\p{Nd}_]*$/u;
const fieldOrWord = /^\.?[\p{L}\p{Nd}_]*$/u;

function fieldOptions(state: EditorState, parent: string, labelFrom: number): Completion[] {
  return state
    .facet(templateFields)
    .filter(({ path }) => path.startsWith(`${parent}.`) && !path.includes('.', parent.length + 1))
    .map(({ path, type, doc }) => ({
      label: path.slice(labelFrom),
      type: 'property',
      detail: type,
      info: doc,
      boost: 2,
    }));
}

function functionOptions(state: EditorState): Completion[] {
  return [...state.facet(templateFunctions), ...builtinFunctions].map(({ name, signature, doc }) => ({
    label: name,
    type: 'function',
    detail: signature.slice(name.length).trim(),
    info: doc,
  }));
}

const constants: readonly Completion[] = ['true', 'false', 'nil'].map((label) => ({ label, type: 'constant' }));

function allows(within: Enclosing, { around }: Surroundings): boolean {
  const inner = around[0];
  const { word, chained } = inner?.branch ?? { word: null, chained: null };
  const last = word === 'else' && chained === null;
  switch (within) {
    case 'anywhere':
      return true;
    case 'top-level':
      return inner === undefined;
    case 'in-block':
      return inner !== undefined;
    case 'in-branching':
      return inner !== undefined && !last && inner.block !== 'define' && inner.block !== 'block';
    case 'in-if':
      return inner?.block === 'if' && !last;
    case 'in-with':
      return inner?.block === 'with' && !last;
    case 'in-range': {
      const fence = around.find(
        ({ block, branch }) => block === 'define' || block === 'block' || branch.word === 'range',
      );
      return fence?.branch.word === 'range';
    }
  }
}

/**
 * What inserting a keyword writes: a snippet in place of `[from, to)`, `to` lying after the action when it ends there.
 */
export interface KeywordInsertion {
  readonly to: number;
  readonly template: string;
}

/**
 * What a keyword accepted over `[from, to)` inserts. A block gets its `end`, with the trim markers of the action that
 * opens it and on lines of its own when that action has its line for itself.
 */
export function keywordInsertion(
  state: EditorState,
  action: Action,
  keyword: TemplateKeyword,
  to: number,
): KeywordInsertion {
  const line = state.doc.lineAt(to);
  const rest = /^[ \t]*(-?)\}\}/.exec(state.sliceDoc(to, line.to));
  const unclosed = state.sliceDoc(to, line.to).trim() === '';
  if (rest === null && !unclosed) return { to, template: keyword.word };
  const marker = state.sliceDoc(action.innerFrom - 1, action.innerFrom) === '-' ? '-' : '';
  const closing = ` ${rest?.[1] ?? ''}}}`;
  const after = to + (rest?.[0].length ?? 0);
  const head = keyword.word + keyword.argument + closing;
  if (!keyword.block) return { to: after, template: `${head}#{}` };
  const alone =
    state.sliceDoc(line.from, Math.max(line.from, action.from)).trim() === '' &&
    state.sliceDoc(after, line.to).trim() === '';
  const gap = alone ? '\n' : '';
  return { to: after, template: `${head}${gap}#{}${gap}{{${marker} end${closing}` };
}

function keywordOptions(inside: Surroundings, action: Action): Completion[] {
  return templateKeywords
    .filter(({ within }) => allows(within, inside))
    .map((keyword) => ({
      label: keyword.word,
      type: 'keyword',
      detail: keyword.detail,
      info: keyword.doc,
      apply: (view, completion, from, to) => {
        const insertion = keywordInsertion(view.state, action, keyword, to);
        snippet(insertion.template)(view, completion, from, insertion.to);
      },
    }));
}

/** `inside` is what surrounds the cursor, `outside` what the action stands in. */
function optionsFor(
  state: EditorState,
  slot: Slot,
  inside: Surroundings,
  outside: Surroundings,
  action: Action,
): Completion[] {
  const fields = inside.dot === 'root' ? fieldOptions(state, '', 0) : [];
  switch (slot.kind) {
    case 'field': {
      const known = slot.head === '$' ? inside.dollar === 'root' : inside.dot === 'root';
      return known ? fieldOptions(state, slot.parent, slot.parent.length + 1) : [];
    }
    case 'start':
      return [...fields, ...functionOptions(state), ...keywordOptions(outside, action)];
    case 'command':
      return [...fields, ...functionOptions(state)];
    case 'stage':
      return functionOptions(state);
    case 'operand':
      return [...fields, ...constants];
    case 'else':
      return ['if', 'with']
        .filter((label) => allows(label === 'if' ? 'in-if' : 'in-with', outside))
        .map((label) => ({ label, type: 'keyword' }));
  }
}

/** How many units before the cursor tell what may be written there, where an action is longer. */
const looked = 1_000;

/** The slot at `pos` in an action that nothing before `pos` makes invalid. */
function slotIn(state: EditorState, action: Action, pos: number): Slot | null {
  if (pos - action.from <= 2 * looked) return slotAt(state.sliceDoc(action.from, pos));
  if (action.faultAt !== null && action.faultAt < pos - looked) return null;
  const around = syntaxTree(state).resolveInner(pos - looked, 1);
  // Between two items there is space, which may be cut anywhere.
  const from = around.name === 'Action' ? pos - looked : around.from;
  const before = state.sliceDoc(from, pos);
  return slotAt(`{{${'('.repeat(before.split(')').length)}${before}`);
}

/** The completion source of templates. Dot's fields are offered only where dot is certainly the root data. */
export function templateCompletion(context: CompletionContext): CompletionResult | null {
  const { state, pos } = context;
  const structure = structureOf(state, pos);
  const action = structure.actionAt(pos);
  if (action === null || pos < action.innerFrom || pos > action.innerTo) return null;
  const slot = slotIn(state, action, pos);
  if (slot === null || (slot.typed === 0 && !context.explicit && slot.kind !== 'field')) return null;
  // An action nobody has closed yet ends at the cursor, where its own body would begin.
  const inside = structure.surroundingsAt(Math.min(pos, action.to - 1));
  const options = optionsFor(state, slot, inside, structure.surroundingsAt(action.from), action);
  if (options.length === 0) return null;
  return { from: pos - slot.typed, options, validFor: slot.kind === 'field' ? wholeWord : fieldOrWord };
}
