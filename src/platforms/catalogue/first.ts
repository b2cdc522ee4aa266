/** The preset of a first visit, whose templates are there without being fetched. */
import { documented } from '../each/telegram/presets/documented';
import { telegram } from '../each/telegram/row';
import type { PresetTemplates } from './parts';

/**
 * The preset a newcomer meets: a real chat platform, and JSON that can go wrong. They are the same for every release.
 */
export const firstPreset: { readonly id: string; readonly templates: PresetTemplates } = {
  id: telegram.id,
  templates: documented,
};
