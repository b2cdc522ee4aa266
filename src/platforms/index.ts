/** The platforms, in the order the page shows them. A new one is a folder and a row here. */
import { alertmanager } from './alertmanager';
import { dingtalk } from './dingtalk';
import { discord } from './discord';
import { generic } from './generic';
import { github } from './github';
import { goAlert } from './goalert';
import { googleChat } from './google-chat';
import { gotify } from './gotify';
import { homeAssistant } from './home-assistant';
import { incidentIo } from './incident-io';
import { json } from './json';
import { lark } from './lark';
import { matrixHookshot } from './matrix-hookshot';
import { mattermost } from './mattermost';
import { ntfy } from './ntfy';
import { opsgenie } from './opsgenie';
import { pagerDuty } from './pagerduty';
import { plainText } from './plain-text';
import type { Platform } from './platform';
import { type Preset, presetsOf } from './presets';
import { pushover } from './pushover';
import { rocketChat } from './rocket-chat';
import { slack } from './slack';
import { splunkOnCall } from './splunk-on-call';
import { squadcast } from './squadcast';
import { teams } from './teams';
import { telegram } from './telegram';
import { webex } from './webex';
import { wecom } from './wecom';
import { zulip } from './zulip';

export type {
  BrowserSend,
  Platform,
  PlatformGroup,
  PresetTemplates,
  RobustPreset,
  SetupSection,
  Shown,
} from './platform';
export { type Drawing, boundedPreview } from './bounded';
export type { Step, StepPart } from './steps';
export { type Flavour, type Preset, flavourNames, presetsOf } from './presets';
export { type Counter, type Finding, type Verdict, outcome } from './verdict';
export {
  type Block,
  type Inline,
  type Piece,
  type Preview,
  type PreviewButton,
  type PreviewField,
  previewText,
} from './preview';

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

/** The preset with this id, or null, likewise. */
export function findPreset(id: string | null): Preset | null {
  return presets.get(id ?? '') ?? null;
}
