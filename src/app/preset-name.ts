/** How presets are called. */
import { findPreset, flavourNames, presetsOf } from '../platforms';

/** The platform's name, and the flavour where there is a choice; unknown ids come from links of other releases. */
export function presetName(id: string | null): string {
  const preset = findPreset(id);
  if (preset === null) return 'Custom';
  const { platform, flavour } = preset;
  return presetsOf(platform).length > 1 ? `${platform.name}, ${flavourNames[flavour].toLowerCase()}` : platform.name;
}
