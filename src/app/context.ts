/** How components reach the one playground object and its commands. https://svelte.dev/docs/svelte/context */
import { getContext, setContext } from 'svelte';
import { type Command, commandsOf } from './commands';
import type { Playground } from './playground.svelte';

const playgroundKey = Symbol('playground');
const commandsKey = Symbol('commands');

/** Called once, by the root component; gives back the commands, which it listens for. */
export function providePlayground(playground: Playground): readonly Command[] {
  const commands = commandsOf(playground);
  setContext(playgroundKey, playground);
  setContext(commandsKey, commands);
  return commands;
}

/** The playground, inside any component under the root. */
export function usePlayground(): Playground {
  return getContext<Playground>(playgroundKey);
}

/** The commands of the page. */
export function useCommands(): readonly Command[] {
  return getContext<readonly Command[]>(commandsKey);
}
