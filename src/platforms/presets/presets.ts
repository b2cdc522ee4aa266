/** The presets: a platform's templates in one of its flavours. */
import type { Platform, TemplatesFor } from '../catalogue/platform';

/** Short and easily edited, made to hold for every payload, or as Coroot's documentation has them. */
export type Flavour = 'simple' | 'robust' | 'documented';

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
  simple: 'Simple',
  robust: 'Robust',
  documented: 'As documented, alerts ours',
};

/**
 * What the simple templates leave to chance, as a sentence, or null where nothing in a text is markup: robust ones show
 * every text as it is.
 */
export function simpleCaveat({ simple: { markup } }: Platform): string | null {
  if (markup === '') return null;
  const some = Array.from(markup).filter((character) => character !== '\\');
  return `Simple: ${some.slice(0, 6).join(' ')} in a name may format there, or mention somebody.`;
}

/** A platform's presets, as the gallery shows them. */
export function presetsOf(platform: Platform): readonly Preset[] {
  const { documented, robust, simple } = platform;
  const presets: Preset[] = [
    { id: `${platform.id}.simple`, platform, flavour: 'simple', templatesFor: simple.templatesFor },
    { id: `${platform.id}.robust`, platform, flavour: 'robust', templatesFor: robust.templatesFor },
  ];
  if (documented !== null) {
    presets.push({ id: platform.id, platform, flavour: 'documented', templatesFor: () => documented });
  }
  return presets;
}
