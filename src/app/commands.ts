/** Everything a person can do by name: the menu, the command palette and the keyboard all read this one table. */
import { platforms, presetsOf } from '../platforms';
import { showLicences } from './licences';
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
export type CommandIcon =
  | 'search'
  | 'layout-grid'
  | 'link'
  | 'send'
  | 'copy'
  | 'terminal'
  | 'history'
  | 'rotate-ccw'
  | 'moon'
  | 'code'
  | 'plus'
  | 'keyboard'
  | 'braces'
  | 'book-open';

/** The commands over one playground. */
export function commandsOf(app: Playground): readonly Command[] {
  const copy = (what: string, text: () => string | Promise<string>) => () => {
    void app.copyAnd(text(), `Copied ${what}`);
  };
  return [
    {
      id: 'palette',
      title: 'Find a command',
      icon: 'search',
      shortcut: 'Ctrl K',
      key: { key: 'k' },
      menu: true,
      run: () => {
        app.dialogs.open('palette');
      },
    },
    {
      id: 'gallery',
      title: 'Choose a preset',
      icon: 'layout-grid',
      menu: false,
      run: () => {
        app.dialogs.open('gallery');
      },
    },
    {
      id: 'share',
      title: 'Share a link',
      icon: 'link',
      menu: false,
      run: () => {
        app.links.share();
      },
    },
    {
      id: 'send',
      title: 'Send the body now',
      icon: 'send',
      shortcut: 'Ctrl Enter',
      key: { key: 'Enter' },
      menu: false,
      run: () => {
        app.sendOrAsk();
      },
    },
    {
      id: 'reference',
      title: 'Show the fields and functions',
      icon: 'braces',
      menu: false,
      run: () => {
        app.layout.show('reference');
      },
    },
    {
      id: 'setup',
      title: 'Show the setup steps',
      icon: 'book-open',
      menu: false,
      run: () => {
        app.layout.show('setup');
      },
    },
    {
      id: 'copy-body',
      title: 'Copy the rendered body',
      icon: 'copy',
      menu: false,
      run: copy('the body', () => app.body()),
    },
    {
      id: 'copy-template',
      title: 'Copy the template',
      icon: 'code',
      menu: false,
      run: copy('the template', () => app.work.template),
    },
    {
      id: 'copy-curl',
      title: 'Copy as curl',
      icon: 'terminal',
      menu: false,
      run: copy('the curl command', () => app.curl()),
    },
    {
      id: 'history',
      title: 'History',
      icon: 'history',
      menu: true,
      run: () => {
        app.dialogs.open('history');
      },
    },
    {
      id: 'new',
      title: 'Start fresh',
      icon: 'plus',
      menu: true,
      run: () => {
        app.load.fresh();
      },
    },
    {
      id: 'theme',
      title: 'Switch the theme',
      icon: 'moon',
      menu: false,
      run: () => {
        app.theme.next();
      },
    },
    {
      id: 'keys',
      title: 'Keyboard shortcuts',
      icon: 'keyboard',
      menu: true,
      run: () => {
        app.dialogs.open('keys');
      },
    },
    {
      id: 'download',
      title: 'Download my work as a file',
      icon: 'code',
      menu: false,
      run: () => {
        app.downloadWork();
      },
    },
    {
      id: 'licences',
      title: 'Licences of the software and icons in this page',
      icon: 'book-open',
      menu: false,
      run: () => {
        showLicences();
      },
    },
  ];
}

/** The command a key press asks for, or null. Letters are matched by `key`, not by their place on the keyboard. */
export function commandFor(event: KeyboardEvent, commands: readonly Command[]): Command | null {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return null;
  return (
    commands.find(
      ({ key }) => key?.key.toLowerCase() === event.key.toLowerCase() && (key.shift ?? false) === event.shiftKey,
    ) ?? null
  );
}

/** What the palette offers: the commands but itself, every platform's preset, every sample of the kind. */
export function paletteOf(app: Playground, commands: readonly Command[]): readonly Command[] {
  const presets = platforms.flatMap(presetsOf).map((preset): Command => ({
    id: `preset-${preset.id}`,
    title: `Preset: ${app.presetName(preset.id)}`,
    icon: 'layout-grid',
    menu: false,
    run: () => {
      void app.load.preset(preset);
    },
  }));
  const samples = app.kindSamples.map((sample): Command => ({
    id: `sample-${sample.id}`,
    title: `Sample: ${sample.title}`,
    icon: 'code',
    menu: false,
    run: () => {
      app.load.sample(sample);
    },
  }));
  return [...commands.filter(({ id }) => id !== 'palette'), ...presets, ...samples];
}

/** Runs commands by their keys until the returned function is called. */
export function listenForKeys(commands: readonly Command[]): () => void {
  const listener = (event: KeyboardEvent): void => {
    const command = commandFor(event, commands);
    if (command === null) return;
    event.preventDefault();
    event.stopPropagation();
    command.run();
  };
  // Before the editors: Ctrl+Enter must not become a new line there.
  window.addEventListener('keydown', listener, { capture: true });
  return () => {
    window.removeEventListener('keydown', listener, { capture: true });
  };
}
