import type { Environment } from 'vitest/runtime';

/** Plain Node, with modules compiled as for the browser: Svelte's runes react only then. */
export default {
  name: 'node-client',
  viteEnvironment: 'client',
  setup: () => ({ teardown: () => undefined }),
} satisfies Environment;
