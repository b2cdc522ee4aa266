/** The presets: a platform's templates in one of its flavours. */
import type { Platform, PresetTemplates } from '../catalogue/platform';

/** As Coroot's documentation has them, or made to hold for every payload. */
export type Flavour = 'documented' | 'robust';

/** A preset that can be loaded. */
export interface Preset {
  /** Part of projects and links: never renamed. */
  readonly id: string;
  readonly platform: Platform;
  readonly flavour: Flavour;
  readonly templates: PresetTemplates;
}

/** The flavour's name for people. */
export const flavourNames: Readonly<Record<Flavour, string>> = { documented: 'As documented', robust: 'Robust' };

/** A platform's presets, the robust one first. */
export function presetsOf(platform: Platform): readonly Preset[] {
  const { templates } = platform.robust;
  const presets: Preset[] = [{ id: `${platform.id}.robust`, platform, flavour: 'robust', templates }];
  if (platform.documented !== null) {
    presets.push({ id: platform.id, platform, flavour: 'documented', templates: platform.documented });
  }
  return presets;
}
