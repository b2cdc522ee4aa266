/** How components reach the one playground object. https://svelte.dev/docs/svelte/context */
import { getContext, setContext } from 'svelte';
import type { Playground } from './playground.svelte';

const key = Symbol('playground');

/** Called once, by the root component. */
export function providePlayground(playground: Playground): void {
  setContext(key, playground);
}

/** The playground, inside any component under the root. */
export function usePlayground(): Playground {
  return getContext<Playground>(key);
}
