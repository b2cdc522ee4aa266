/**
 * Tab indents only in an editor a person works in: after a click or typing. Reached by Tab alone it is passed by Tab
 * again, and Escape sets it free. https://www.w3.org/WAI/WCAG21/Understanding/no-keyboard-trap.html
 */
import { indentLess, indentMore } from '@codemirror/commands';
import type { Extension } from '@codemirror/state';
import { type Command, EditorView, keymap, ViewPlugin } from '@codemirror/view';

const tabState = ViewPlugin.fromClass(
  class {
    takesTab = false;
  },
  {
    eventObservers: {
      pointerdown() {
        this.takesTab = true;
      },
      keydown(event) {
        if (event.key === 'Escape') this.takesTab = false;
      },
      blur() {
        this.takesTab = false;
      },
    },
  },
);

const typingTakesTab = EditorView.updateListener.of(({ transactions, view }) => {
  if (!transactions.some((tr) => tr.docChanged && (tr.isUserEvent('input') || tr.isUserEvent('delete')))) return;
  const state = view.plugin(tabState);
  if (state !== null) state.takesTab = true;
});

function whenTaken(command: Command): Command {
  return (view) => view.plugin(tabState)?.takesTab === true && command(view);
}

/** The Tab key of an editor. */
export const tabKey: Extension = [
  tabState,
  typingTakesTab,
  keymap.of([{ key: 'Tab', run: whenTaken(indentMore), shift: whenTaken(indentLess) }]),
];
