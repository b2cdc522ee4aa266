/** Every platform there is: a folder under `each`, whose row is here. */
import { alertmanager } from '../each/alertmanager/row';
import { dingtalk } from '../each/dingtalk/row';
import { discord } from '../each/discord/row';
import { generic } from '../each/generic/row';
import { github } from '../each/github/row';
import { goAlert } from '../each/goalert/row';
import { googleChat } from '../each/google-chat/row';
import { gotify } from '../each/gotify/row';
import { homeAssistant } from '../each/home-assistant/row';
import { incidentIo } from '../each/incident-io/row';
import { json } from '../each/json/row';
import { lark } from '../each/lark/row';
import { matrixHookshot } from '../each/matrix-hookshot/row';
import { mattermost } from '../each/mattermost/row';
import { ntfy } from '../each/ntfy/row';
import { opsgenie } from '../each/opsgenie/row';
import { pagerDuty } from '../each/pagerduty/row';
import { plainText } from '../each/plain-text/row';
import { pushover } from '../each/pushover/row';
import { rocketChat } from '../each/rocket-chat/row';
import { slack } from '../each/slack/row';
import { splunkOnCall } from '../each/splunk-on-call/row';
import { squadcast } from '../each/squadcast/row';
import { teams } from '../each/teams/row';
import { telegram } from '../each/telegram/row';
import { webex } from '../each/webex/row';
import { wecom } from '../each/wecom/row';
import { zulip } from '../each/zulip/row';
import { type Preset, presetsOf } from '../presets/presets';
import type { PlatformRow } from './platform';

/** Every platform. */
export const platforms: readonly PlatformRow[] = [
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
export function findPlatform(id: string | null): PlatformRow | null {
  return platforms.find((platform) => platform.id === id) ?? null;
}

/** The preset with this id, or null, likewise. */
export function findPreset(id: string | null): Preset | null {
  return presets.get(id ?? '') ?? null;
}
