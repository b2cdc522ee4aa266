/** The presets: a platform's templates in one of its flavours. */
import type { Presets, TemplatesFor } from '../catalogue/parts';
import type { PlatformRow } from '../catalogue/platform';

/** Short and easily edited, made to hold for every payload, or as Coroot's documentation has them. */
export type Flavour = 'simple' | 'robust' | 'documented';

/** A preset that can be loaded; its templates are among the platform's `Presets`. */
export interface Preset {
  /** Part of projects and links: never renamed. */
  readonly id: string;
  readonly platform: PlatformRow;
  readonly flavour: Flavour;
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
export function simpleCaveat({ markup }: PlatformRow): string | null {
  if (markup === '') return null;
  const some = Array.from(markup).filter((character) => character !== '\\');
  return `Simple: ${some.slice(0, 6).join(' ')} in a name may format there, or mention somebody.`;
}

/** A platform's presets, as the gallery shows them. */
export function presetsOf(platform: PlatformRow): readonly Preset[] {
  const { id, hasDocumented } = platform;
  return [
    { id: `${id}.simple`, platform, flavour: 'simple' },
    { id: `${id}.robust`, platform, flavour: 'robust' },
    ...(hasDocumented ? ([{ id, platform, flavour: 'documented' }] as const) : []),
  ];
}

/**
 * The templates of a flavour. The documented ones are the same for every release, also where they fail there. Throws a
 * RangeError where the platform has none of them.
 */
export function templatesOf({ documented, robust, simple }: Presets, flavour: Flavour): TemplatesFor {
  switch (flavour) {
    case 'simple':
      return simple.templatesFor;
    case 'robust':
      return robust.templatesFor;
    case 'documented':
      if (documented === null) throw new RangeError('there are no documented templates for this platform');
      return () => documented;
    default:
      return flavour satisfies never;
  }
}
