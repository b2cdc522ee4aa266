/** Every platform with all of its parts, and the presets with their templates, for tests. */
import type { TemplatesFor } from '../../src/platforms/catalogue/parts';
import type { WholePlatform as Platform } from '../../src/platforms/catalogue/platform';
import { loadWhole } from '../../src/platforms/catalogue/load';
import { platforms as rows } from '../../src/platforms';
import { type Preset as PresetRow, presetsOf as presetRowsOf, templatesOf } from '../../src/platforms/presets/presets';

export type { Platform };

/** In the order of the catalogue. */
export const platforms: readonly Platform[] = await Promise.all(rows.map(({ id }) => loadWhole(id)));

/** A preset with its templates. */
export interface Preset extends PresetRow {
  readonly platform: Platform;
  readonly templatesFor: TemplatesFor;
}

/** The presets of a platform, as the gallery shows them. */
export function presetsOf(platform: Platform): readonly Preset[] {
  return presetRowsOf(platform).map((preset) => ({
    ...preset,
    platform,
    templatesFor: templatesOf(platform, preset.flavour),
  }));
}

/** The platform with this id, or null. */
export function findPlatform(id: string): Platform | null {
  return platforms.find((platform) => platform.id === id) ?? null;
}

/** The preset with this id, or null. */
export function findPreset(id: string): Preset | null {
  return platforms.flatMap(presetsOf).find((preset) => preset.id === id) ?? null;
}
