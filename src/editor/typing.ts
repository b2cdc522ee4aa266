/**
 * What typing a character does beyond inserting it: `{{` gets its `}}`, a trim marker or comment mark slips to where Go
 * wants it, and a closing brace steps over the one that is there.
 */
import { type ChangeSpec, type EditorState, EditorSelection, Prec, type TransactionSpec } from '@codemirror/state';
import { type Command, EditorView, keymap } from '@codemirror/view';
import { actionAt } from './blocks';
import { structureOf } from './structure';

/** An edit around one cursor: replace `before` units to the left and `after` to the right, cursor after `insert` + `left`. */
interface Edit {
  readonly before: number;
  readonly after: number;
  readonly left: string;
  readonly right: string;
}

/** What may stand right of the cursor for `{{` to get its `}}`: nothing that looks like the action's content. */
const roomRight = /^(?:$|[\s"'`)\]>,;:*_~|\\])/;

function insideAction(state: EditorState, pos: number): boolean {
  const { actions } = structureOf(state);
  const action = actionAt(actions, pos);
  return action !== null && pos > action.from && pos < action.to;
}

function editFor(state: EditorState, pos: number, typed: string): Edit | null {
  const line = state.doc.lineAt(pos);
  const left = state.sliceDoc(Math.max(line.from, pos - 4), pos);
  const right = state.sliceDoc(pos, line.to);
  switch (typed) {
    case '{': {
      if (!left.endsWith('{') || left.endsWith('{{') || insideAction(state, pos)) return null;
      const autoClosed = right.startsWith('}') ? 1 : 0;
      const rest = right.slice(autoClosed);
      const close = rest.indexOf('}}');
      const open = rest.indexOf('{{');
      if (!roomRight.test(rest) || (close >= 0 && (open < 0 || close < open))) return null;
      return { before: 0, after: autoClosed, left: '{ ', right: ' }}' };
    }
    case '-':
      return left.endsWith('{{ ') && right.startsWith(' }}') ? { before: 1, after: 0, left: '- ', right: '' } : null;
    case '*':
      if (!right.startsWith(' }}')) return null;
      if (left.endsWith('{{ /')) return { before: 2, after: 1, left: '/* ', right: ' */' };
      return left.endsWith('- /') ? { before: 0, after: 1, left: '* ', right: ' */' } : null;
    default:
      return null;
  }
}

/** How far a typed `}` steps to the right instead of being inserted; 0 when it is to be inserted. */
function stepOver(state: EditorState, pos: number): number {
  const right = state.sliceDoc(pos, pos + 3);
  const left = state.sliceDoc(Math.max(0, pos - 1), pos);
  const action = actionAt(structureOf(state).actions, pos);
  if (action === null || action.innerTo === action.to || pos < action.innerFrom) return 0;
  if (pos <= action.innerTo && right === ' }}') return 2;
  if (pos <= action.innerTo && right.startsWith('}}')) return 1;
  return left === '}' && right.startsWith('}') && pos === action.to - 1 ? 1 : 0;
}

/**
 * The transaction that typing `typed` over `[from, to)` asks for, or null when the character is to be inserted as usual.
 * With several cursors all of them must ask for it.
 */
export function typeInTemplate(state: EditorState, from: number, to: number, typed: string): TransactionSpec | null {
  const { main, ranges } = state.selection;
  if (state.readOnly || from !== main.from || to !== main.to || ranges.some((r) => !r.empty)) return null;
  if (typed === '}') {
    if (ranges.some((r) => stepOver(state, r.head) === 0)) return null;
    const moved = ranges.map((r) => EditorSelection.cursor(r.head + stepOver(state, r.head)));
    return {
      selection: EditorSelection.create(moved, state.selection.mainIndex),
      userEvent: 'input.type',
      scrollIntoView: true,
    };
  }
  if (ranges.some((r) => editFor(state, r.head, typed) === null)) return null;
  const spec = state.changeByRange((range) => {
    const edit = editFor(state, range.head, typed);
    if (edit === null) return { range };
    const start = range.head - edit.before;
    const changes: ChangeSpec = { from: start, to: range.head + edit.after, insert: edit.left + edit.right };
    return { changes, range: EditorSelection.cursor(start + edit.left.length) };
  });
  return { ...spec, userEvent: 'input.type', scrollIntoView: true };
}

/** The transaction that deletes an empty `{{ }}` around every cursor at once, or null when there is not one around each. */
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
