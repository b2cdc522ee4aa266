/** The presets: a platform's templates in one of its flavours. */
import type { Platform, TemplatesFor } from '../catalogue/platform';

/** As Coroot's documentation has those for incidents and deployments, or made to hold for every payload. */
export type Flavour = 'documented' | 'robust';

/** A preset that can be loaded. */
export interface Preset {
  /** Part of projects and links: never renamed. */
  readonly id: string;
  readonly platform: Platform;
  readonly flavour: Flavour;
  /** The documented ones are the same for every release, also where they fail there. */
  readonly templatesFor: TemplatesFor;
}

/**
 * The flavour's name for people. Coroot's seed document has templates for incidents and deployments; the alert
 * templates beside them are ours, in the same style, and the name says so.
 */
export const flavourNames: Readonly<Record<Flavour, string>> = {
  documented: 'As documented, alerts ours',
  robust: 'Robust',
};

/** A platform's presets, the robust one first. */
export function presetsOf(platform: Platform): readonly Preset[] {
  const { documented, robust } = platform;
  const presets: Preset[] = [
    { id: `${platform.id}.robust`, platform, flavour: 'robust', templatesFor: robust.templatesFor },
  ];
  if (documented !== null) {
    presets.push({ id: platform.id, platform, flavour: 'documented', templatesFor: () => documented });
  }
  return presets;
}
