/** Everything a person can do by name: the menu, the command palette and the keyboard all read this one table. */
import type { Playground } from './playground.svelte';

/** A command of the page. `shortcut` is for showing; `key` for matching, with Ctrl or Command held. */
export interface Command {
  readonly id: string;
  readonly title: string;
  readonly icon: CommandIcon;
  readonly shortcut?: string;
  readonly key?: { readonly key: string; readonly shift?: boolean };
  /** Whether the header's menu lists it. */
  readonly menu: boolean;
  readonly run: () => void;
}

/** The icons commands use; the user interface has them all. */
export type CommandIcon = 'search' | 'layout-grid' | 'link' | 'send' | 'copy' | 'terminal' | 'history' | 'rotate-ccw' | 'moon' | 'code' | 'plus' | 'keyboard' | 'book-open';

/** The commands over one playground. */
export function commandsOf(app: Playground): readonly Command[] {
  const copy = (what: string, text: () => string) => () => {
    void app.copyAnd(text(), `Copied ${what}`);
  };
  return [
    { id: 'palette', title: 'Find a command', icon: 'search', shortcut: 'Ctrl K', key: { key: 'k' }, menu: true, run: () => { app.openDialog('palette'); } },
    { id: 'gallery', title: 'Choose a preset', icon: 'layout-grid', menu: false, run: () => { app.openDialog('gallery'); } },
    { id: 'share', title: 'Share a link', icon: 'link', menu: false, run: () => { app.share(); } },
    { id: 'send', title: 'Send the body now', icon: 'send', shortcut: 'Ctrl Enter', key: { key: 'Enter' }, menu: false, run: () => { app.sendOrAsk(); } },
    { id: 'setup', title: 'Show the setup steps', icon: 'book-open', menu: false, run: () => { app.layout.show('setup'); } },
    { id: 'copy-body', title: 'Copy the rendered body', icon: 'copy', menu: false, run: copy('the body', () => app.bodyText) },
    { id: 'copy-template', title: 'Copy the template', icon: 'code', menu: false, run: copy('the template', () => app.work.template) },
    { id: 'copy-curl', title: 'Copy as curl', icon: 'terminal', menu: false, run: copy('the curl command', () => app.curl()) },
    { id: 'history', title: 'History', icon: 'history', menu: true, run: () => { app.openDialog('history'); } },
    { id: 'new', title: 'Start fresh', icon: 'plus', menu: true, run: () => { app.startFresh(); } },
    { id: 'theme', title: 'Switch the theme', icon: 'moon', menu: false, run: () => { app.theme.next(); } },
    { id: 'keys', title: 'Keyboard shortcuts', icon: 'keyboard', menu: true, run: () => { app.openDialog('keys'); } },
  ];
}

/** The command a key press asks for, or null. Letters are matched by `key`, not by their place on the keyboard. */
export function commandFor(event: KeyboardEvent, commands: readonly Command[]): Command | null {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return null;
  return commands.find(({ key }) => key?.key.toLowerCase() === event.key.toLowerCase() && (key.shift ?? false) === event.shiftKey) ?? null;
}
