/** The platforms: what Coroot's webhooks can post to, with presets, rules and looks. */
export type {
  BrowserSend,
  Platform,
  PlatformGroup,
  PresetTemplates,
  RobustPreset,
  SetupSection,
  Shown,
} from './catalogue/platform';
export type { Drawing } from './preview/bounded';
export { Received } from './body/reading';
export type { Step, StepPart } from './catalogue/steps';
export { type Flavour, type Preset, flavourNames, presetsOf } from './presets/presets';
export { type Counter, type Finding, type Verdict, worst } from './body/verdict';
export {
  type Block,
  type Inline,
  type Piece,
  type Preview,
  type PreviewButton,
  type PreviewField,
  previewText,
} from './preview/preview';
export type { Skin } from './preview/skin';
export { findPlatform, findPreset, platforms } from './catalogue/platforms';
