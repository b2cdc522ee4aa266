/** Light, dark or as the system has it; shown by a `data-theme` attribute on the root element. */
import { Persisted } from './persisted.svelte';

/** What a person may choose. */
export type ThemeChoice = 'system' | 'light' | 'dark';

const choices: readonly ThemeChoice[] = ['system', 'light', 'dark'];

/** The chosen theme, kept across visits. Construct it once; it follows the system while the choice is `system`. */
export class Theme {
  private readonly stored = new Persisted<ThemeChoice>('theme', 'system', (v) => choices.find((c) => c === v) ?? null);
  private readonly dark = window.matchMedia('(prefers-color-scheme: dark)');
  private systemDark = $state(this.dark.matches);

  constructor() {
    this.dark.addEventListener('change', (event) => {
      this.systemDark = event.matches;
    });
  }

  get choice(): ThemeChoice {
    return this.stored.value;
  }

  /** What is shown now. */
  get shown(): 'light' | 'dark' {
    return this.choice === 'system' ? (this.systemDark ? 'dark' : 'light') : this.choice;
  }

  /** Moves to the next choice: system, light, dark. */
  next(): void {
    this.stored.value = choices[(choices.indexOf(this.choice) + 1) % choices.length] ?? 'system';
  }
}
