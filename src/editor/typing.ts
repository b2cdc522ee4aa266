/**
 * What typing a character does beyond inserting it: `{{` gets its `}}`, a trim marker or comment mark slips to where Go
 * wants it, and what closes an action steps over what is there, so that typing it all out gives what was typed.
 */
import { type ChangeSpec, type EditorState, EditorSelection, Prec, type TransactionSpec } from '@codemirror/state';
import { type Command, EditorView, keymap } from '@codemirror/view';
import { structureOf, treeTo } from './structure';

/**
 * An edit around one cursor: replace `before` units to the left and `after` to the right, cursor between `left` and
 * `right`.
 */
interface Edit {
  readonly before: number;
  readonly after: number;
  readonly left: string;
  readonly right: string;
}

function replace(after: number, left: string): Edit {
  return { before: 0, after, left, right: '' };
}

/** What may stand right of the cursor for `{{` to get its `}}`: nothing that looks like the action's content. */
const roomRight = /^(?:$|[\s"'`)\]>,;:*_~|\\])/;

function insideAction(state: EditorState, pos: number): boolean {
  const action = structureOf(state, pos).actionAt(pos);
  return action !== null && pos > action.from && pos < action.to;
}

/**
 * The text from `pos` to the end of the closed action or comment that `pos` is inside of; empty when there is none, and
 * in a string that is still open.
 */
function restOf(state: EditorState, pos: number): string {
  const node = treeTo(state, pos).resolveInner(pos, -1);
  if (node.name === 'Comment') return state.sliceDoc(pos, node.to);
  const action = structureOf(state, pos).actionAt(pos);
  const closed = action !== null && action.innerTo < action.to;
  return closed && node.name !== 'Error' ? state.sliceDoc(pos, action.to) : '';
}

/** `{` after `{`: the delimiters with room between them, unless the action is there already. */
function openAction(state: EditorState, pos: number, left: string, right: string): Edit | null {
  if (!left.endsWith('{') || left.endsWith('{{') || insideAction(state, pos)) return null;
  const autoClosed = right.startsWith('}') ? 1 : 0;
  const rest = right.slice(autoClosed);
  const close = rest.indexOf('}}');
  const open = rest.indexOf('{{');
  if (!roomRight.test(rest) || (close >= 0 && (open < 0 || close < open))) return null;
  return { before: 0, after: autoClosed, left: '{ ', right: ' }}' };
}

/**
 * What typing one character at `pos` does, or null when it is to be inserted. Spaces that are there already are not
 * doubled.
 */
function editFor(state: EditorState, pos: number, typed: string): Edit | null {
  const line = state.doc.lineAt(pos);
  const left = state.sliceDoc(Math.max(line.from, pos - '{{- /* '.length), pos);
  const right = state.sliceDoc(pos, line.to);
  const rest = restOf(state, pos);
  const spaced = left.endsWith(' ');
  switch (typed) {
    case '{':
      return openAction(state, pos, left, right);
    case ' ':
      return /\{\{(?:-|(?:- )?\/\*)? $/.test(left) && /^ (?:\*\/)?\}\}/.test(right) ? replace(0, '') : null;
    case '-':
      if (left.endsWith('{{ ') && right.startsWith(' }}')) return { before: 1, after: 0, left: '- ', right: '' };
      if (rest === '-}}') return replace(1, '-');
      if (spaced && (rest === ' }}' || rest === ' -}}')) return replace(rest.length - 2, '-');
      return null;
    case '*':
      if (left.endsWith('{{ /') && right.startsWith(' }}')) return { before: 2, after: 1, left: '/* ', right: ' */' };
      if (left.endsWith('{{- /') && right.startsWith(' }}')) return { before: 0, after: 1, left: '* ', right: ' */' };
      if (!/^ ?\*\/(?: -)?\}\}$/.test(rest)) return null;
      return rest.startsWith(' ') ? replace(2, spaced ? '*' : ' *') : replace(1, '*');
    case '/':
      return left.endsWith('*') && /^\/(?: -)?\}\}$/.test(rest) ? replace(1, '/') : null;
    case '}':
      if (rest === ' }}') return replace(2, spaced ? '}' : ' }');
      return rest === '}}' || rest === '}' ? replace(1, '}') : null;
    default:
      return null;
  }
}

/**
 * The transaction that typing `typed` over `[from, to)` asks for, or null when the character is to be inserted as
 * usual. With several cursors all of them must ask for it.
 */
export function typeInTemplate(state: EditorState, from: number, to: number, typed: string): TransactionSpec | null {
  const { main, ranges } = state.selection;
  if (state.readOnly || from !== main.from || to !== main.to || ranges.some((r) => !r.empty)) return null;
  if (ranges.some((r) => editFor(state, r.head, typed) === null)) return null;
  const spec = state.changeByRange((range) => {
    const edit = editFor(state, range.head, typed);
    if (edit === null) return { range };
    const [start, end] = [range.head - edit.before, range.head + edit.after];
    const insert = edit.left + edit.right;
    const changes: ChangeSpec = state.sliceDoc(start, end) === insert ? [] : { from: start, to: end, insert };
    return { changes, range: EditorSelection.cursor(start + edit.left.length) };
  });
  return { ...spec, userEvent: 'input.type', scrollIntoView: true };
}

/**
 * The transaction that deletes an empty `{{ }}` around every cursor at once, or null when there is not one around each.
 */
export function deleteEmptyAction(state: EditorState): TransactionSpec | null {
  const { ranges } = state.selection;
  const around = ranges.map((r) => {
    if (!r.empty) return null;
    const left = /\{\{ ?$/.exec(state.sliceDoc(Math.max(0, r.head - 3), r.head));
    const right = /^ ?\}\}/.exec(state.sliceDoc(r.head, r.head + 3));
    return left === null || right === null ? null : { from: r.head - left[0].length, to: r.head + right[0].length };
  });
  if (state.readOnly || around.includes(null)) return null;
  return { changes: around.filter((span) => span !== null), userEvent: 'delete.backward', scrollIntoView: true };
}

const deleteAction: Command = (view) => {
  const spec = deleteEmptyAction(view.state);
  if (spec === null) return false;
  view.dispatch(spec);
  return true;
};

/** The typing behaviour of templates; ahead of CodeMirror's bracket closing, which would take the braces one by one. */
export const templateTyping = Prec.high([
  EditorView.inputHandler.of((view, from, to, text) => {
    if (view.composing) return false;
    const spec = typeInTemplate(view.state, from, to, text);
    if (spec === null) return false;
    view.dispatch(spec);
    return true;
  }),
  keymap.of([{ key: 'Backspace', run: deleteAction }]),
]);
