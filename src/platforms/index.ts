/** The platforms, in the order the page shows them. A new one is a folder and a row here. */
import { discord } from './discord';
import { json } from './json';
import { mattermost } from './mattermost';
import { plainText } from './plain-text';
import type { Platform } from './platform';
import { telegram } from './telegram';

export type { BrowserSend, Platform, SetupSection } from './platform';
export type { Step, StepPart } from './steps';

/** Every platform. */
export const platforms: readonly Platform[] = [plainText, json, telegram, mattermost, discord];

/** The platform with this id, or null: ids come from links, also from those of other releases. */
export function findPlatform(id: string | null): Platform | null {
  return platforms.find((platform) => platform.id === id) ?? null;
}
