/** Whose rules and looks are shown: a platform that a person chose by hand, else that of the preset. */
import { type PlatformRow, findPlatform, findPreset } from '../platforms';
import type { Workspace } from './workspace.svelte';

/** The platform that is meant. */
export class PlatformChoice {
  private byHand = $state<string | null>(null);

  /** The one that was chosen by hand, else that of the preset that was loaded last, else null. */
  readonly row: PlatformRow | null = $derived.by(
    () => findPlatform(this.byHand) ?? findPreset(this.work.preset)?.platform ?? null,
  );

  constructor(private readonly work: Workspace) {}

  /** Chooses a platform, whatever preset the templates started from. */
  choose(id: string): void {
    this.byHand = id;
    this.work.refresh();
  }

  /** Follows the preset again. */
  followPreset(): void {
    this.byHand = null;
  }
}
