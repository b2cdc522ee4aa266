/** Where somebody is typing just now: a problem there is not to be told before the thought is finished. */
import { type Extension, Facet } from '@codemirror/state';
import { type EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view';
import type { Span } from './action';
import { structureOf } from './structure';

/** How long after the last key a thought counts as finished, in milliseconds. */
const thought = 1000;

/** Who is told of the place: the span whose text is being typed, or null when it is left or a second has passed. */
export const typedInListener = Facet.define<(span: Span | null) => void>();

/**
 * The span that is under way with the cursor at the end of what was typed: the action, or all the rest of the text
 * where the action is not closed yet, since everything there is read differently until it is.
 */
function spanAt(view: EditorView): Span {
  const { head } = view.state.selection.main;
  const action = structureOf(view.state, head).actionAt(head);
  if (action === null) return { from: head, to: head };
  const closed = action.innerTo < action.to;
  return { from: action.from, to: closed ? action.to : view.state.doc.length };
}

/** Keys that write or delete; what is pasted, undone or put in from outside is finished as it comes. */
function isTyping(update: ViewUpdate): boolean {
  return update.transactions.some(
    (tr) => tr.isUserEvent('input.type') || tr.isUserEvent('input.complete') || tr.isUserEvent('delete'),
  );
}

/** Tells the listeners where somebody types. */
export const typedIn: Extension = ViewPlugin.fromClass(
  class {
    private span: Span | null = null;
    private timer: ReturnType<typeof setTimeout> | undefined;

    constructor(private readonly view: EditorView) {}

    update(update: ViewUpdate): void {
      if (update.docChanged) {
        if (isTyping(update)) this.tell(spanAt(update.view));
        else this.tell(null);
        return;
      }
      const { head } = update.state.selection.main;
      if (this.span !== null && update.selectionSet && (head < this.span.from || head > this.span.to)) this.tell(null);
    }

    destroy(): void {
      clearTimeout(this.timer);
    }

    private tell(span: Span | null): void {
      clearTimeout(this.timer);
      const changed = span !== null || this.span !== null;
      this.span = span;
      if (changed) for (const listen of this.view.state.facet(typedInListener)) listen(span);
      if (span === null) return;
      this.timer = setTimeout(() => {
        this.tell(null);
      }, thought);
    }
  },
);
