/** Whose rules and looks are shown: a platform that a person chose by hand, else that of the preset. */
import { type Platform, type PlatformRow, findPlatform, findPreset } from '../platforms';
import type { Fetching } from './fetching';
import type { Workspace } from './workspace.svelte';

/** The platform that is meant. */
export class PlatformChoice {
  private byHand = $state<string | null>(null);

  /** The one that was chosen by hand, else that of the preset that was loaded last, else null. */
  readonly row: PlatformRow | null = $derived.by(
    () => findPlatform(this.byHand) ?? findPreset(this.work.preset)?.platform ?? null,
  );

  /** The same with its rules; null until they are there. */
  readonly platform: Platform | null = $derived.by(() =>
    this.row === null ? null : this.fetching.platform(this.row).value,
  );

  constructor(
    private readonly work: Workspace,
    private readonly fetching: Fetching,
  ) {}

  /** Asks for the rules, unless they are there. */
  ask(): void {
    if (this.row !== null) this.fetching.platform(this.row).ask();
  }

  /** Chooses a platform, whatever preset the templates started from. */
  choose(id: string): void {
    this.byHand = id;
  }

  /** Follows the preset again. */
  followPreset(): void {
    this.byHand = null;
  }
}
