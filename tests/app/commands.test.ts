import { expect, test } from 'vitest';
import { type Command, commandFor, commandsOf } from '../../src/app/commands';
import type { Playground } from '../../src/app/playground.svelte';

// Commands touch the playground only when they run.
const commands = commandsOf({} as unknown as Playground);

const nothing = { key: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

const presses: readonly {
  readonly name: string;
  readonly press: Partial<typeof nothing>;
  readonly want: string | null;
}[] = [
  { name: 'Ctrl K', press: { key: 'k', ctrlKey: true }, want: 'palette' },
  { name: 'Command K', press: { key: 'k', metaKey: true }, want: 'palette' },
  { name: 'Ctrl K with Caps Lock', press: { key: 'K', ctrlKey: true }, want: 'palette' },
  { name: 'Ctrl Enter', press: { key: 'Enter', ctrlKey: true }, want: 'send' },
  { name: 'Command Enter', press: { key: 'Enter', metaKey: true }, want: 'send' },
  { name: 'K alone', press: { key: 'k' }, want: null },
  { name: 'Enter alone', press: { key: 'Enter' }, want: null },
  { name: 'Ctrl Shift K', press: { key: 'K', ctrlKey: true, shiftKey: true }, want: null },
  {
    name: 'Ctrl Alt K, which types a letter on some keyboards',
    press: { key: 'k', ctrlKey: true, altKey: true },
    want: null,
  },
  { name: 'the same place on another keyboard', press: { key: 'л', ctrlKey: true }, want: null },
  { name: 'Ctrl S, which publishes nothing', press: { key: 's', ctrlKey: true }, want: null },
  { name: 'Ctrl alone', press: { key: 'Control', ctrlKey: true }, want: null },
];

test.each(presses)('$name', ({ press, want }) => {
  expect(commandFor({ ...nothing, ...press } as KeyboardEvent, commands)?.id ?? null).toBe(want);
});

test('a command with Shift is not the one without', () => {
  const shifted: Command = { ...commands[0]!, id: 'shifted', key: { key: 'k', shift: true } };
  const press = { ...nothing, key: 'K', ctrlKey: true };
  const all = [...commands, shifted];
  expect(commandFor({ ...press, shiftKey: true } as KeyboardEvent, all)?.id).toBe('shifted');
  expect(commandFor(press as KeyboardEvent, all)?.id).toBe('palette');
});

test('ids, titles and keys are there once, and a shortcut is shown for every key', () => {
  const once = (words: readonly string[]): void => {
    expect(words).toEqual([...new Set(words)]);
  };
  once(commands.map(({ id }) => id));
  once(commands.map(({ title }) => title));
  once(
    commands.flatMap(({ key }) =>
      key === undefined ? [] : [`${String(key.shift ?? false)} ${key.key.toLowerCase()}`],
    ),
  );
  expect(commands.filter(({ key, shortcut }) => (key === undefined) !== (shortcut === undefined))).toEqual([]);
});
