/** The platforms: what Coroot's webhooks can post to, with presets, rules and looks. */
export type { Guide, Presets } from './catalogue/parts';
export type { Platform, PlatformRow } from './catalogue/platform';
export { loadGuide, loadPlatform, loadPresets } from './catalogue/load';
export { findPlatform, findPreset, platforms } from './catalogue/platforms';
export { firstPreset } from './catalogue/first';
export { type Step, step } from './catalogue/steps';
export type { Drawing } from './preview/bounded';
export { Received, notJson } from './body/reading';
export { foreignMarkup } from './foreign/foreign-markup';
export { type Preset, flavourNames, presetsOf, simpleCaveat, templatesOf } from './presets/presets';
export { carryOver, isPresetText } from './presets/placeholders';
export { type Counter, type Finding, type Verdict, worst } from './body/verdict';
export type { Block, Inline, Piece, Preview, PreviewButton } from './preview/preview';
export type { Skin } from './preview/skin';
