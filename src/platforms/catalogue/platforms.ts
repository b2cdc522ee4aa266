/** Every platform there is: a folder under `each` and a row here. */
import { alertmanager } from '../each/alertmanager';
import { dingtalk } from '../each/dingtalk';
import { discord } from '../each/discord';
import { generic } from '../each/generic';
import { github } from '../each/github';
import { goAlert } from '../each/goalert';
import { googleChat } from '../each/google-chat';
import { gotify } from '../each/gotify';
import { homeAssistant } from '../each/home-assistant';
import { incidentIo } from '../each/incident-io';
import { json } from '../each/json';
import { lark } from '../each/lark';
import { matrixHookshot } from '../each/matrix-hookshot';
import { mattermost } from '../each/mattermost';
import { ntfy } from '../each/ntfy';
import { opsgenie } from '../each/opsgenie';
import { pagerDuty } from '../each/pagerduty';
import { plainText } from '../each/plain-text';
import { pushover } from '../each/pushover';
import { rocketChat } from '../each/rocket-chat';
import { slack } from '../each/slack';
import { splunkOnCall } from '../each/splunk-on-call';
import { squadcast } from '../each/squadcast';
import { teams } from '../each/teams';
import { telegram } from '../each/telegram';
import { webex } from '../each/webex';
import { wecom } from '../each/wecom';
import { zulip } from '../each/zulip';
import { type Preset, presetsOf } from '../presets/presets';
import type { Platform } from './platform';

/** Every platform. */
export const platforms: readonly Platform[] = [
  telegram,
  discord,
  slack,
  mattermost,
  teams,
  googleChat,
  webex,
  lark,
  dingtalk,
  wecom,
  matrixHookshot,
  rocketChat,
  zulip,
  ntfy,
  gotify,
  pushover,
  pagerDuty,
  opsgenie,
  incidentIo,
  squadcast,
  goAlert,
  splunkOnCall,
  alertmanager,
  homeAssistant,
  github,
  generic,
  json,
  plainText,
];

const presets = new Map(platforms.flatMap(presetsOf).map((preset) => [preset.id, preset]));

/** The platform with this id, or null: ids come from links, also from those of other releases. */
export function findPlatform(id: string | null): Platform | null {
  return platforms.find((platform) => platform.id === id) ?? null;
}

/** The whole of the platform with this id. Rejects where there is none or it cannot be fetched. */
export function loadPlatform(id: string): Promise<Platform> {
  const platform = findPlatform(id);
  return platform === null ? Promise.reject(new Error(`there is no platform ${id}`)) : Promise.resolve(platform);
}

/** The preset with this id, or null, likewise. */
export function findPreset(id: string | null): Preset | null {
  return presets.get(id ?? '') ?? null;
}
