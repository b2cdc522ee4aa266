/** Light, dark or as the system has it; shown by a `data-theme` attribute on the root element. */
import { MediaQuery } from 'svelte/reactivity';
import { Persisted } from './persisted.svelte';

/** What a person may choose. */
export type ThemeChoice = 'system' | 'light' | 'dark';

const choices: readonly ThemeChoice[] = ['system', 'light', 'dark'];

/** The chosen theme, kept across visits. Construct it once; it follows the system while the choice is `system`. */
export class Theme {
  private readonly stored = new Persisted<ThemeChoice>('theme', 'system', (v) => choices.find((c) => c === v) ?? null);
  private readonly dark = new MediaQuery('(prefers-color-scheme: dark)');

  get choice(): ThemeChoice {
    return this.stored.value;
  }

  /** What is shown now. */
  get shown(): 'light' | 'dark' {
    return this.choice === 'system' ? (this.dark.current ? 'dark' : 'light') : this.choice;
  }

  /** Moves to the next choice: system, light, dark. */
  next(): void {
    this.stored.value = choices[(choices.indexOf(this.choice) + 1) % choices.length] ?? 'system';
  }
}
