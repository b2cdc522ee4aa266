/** The platforms: what Coroot's webhooks can post to, with presets, rules and looks. */
export type { Platform } from './catalogue/platform';
export { type Step, step } from './catalogue/steps';
export type { Drawing } from './preview/bounded';
export { Received, notJson } from './body/reading';
export { foreignMarkup } from './foreign/foreign-markup';
export { type Preset, flavourNames, presetsOf, simpleCaveat } from './presets/presets';
export { carryOver, isPresetText } from './presets/placeholders';
export { type Counter, type Finding, type Verdict, worst } from './body/verdict';
export type { Block, Inline, Piece, Preview, PreviewButton } from './preview/preview';
export type { Skin } from './preview/skin';
export { findPlatform, findPreset, loadPlatform, platforms } from './catalogue/platforms';
