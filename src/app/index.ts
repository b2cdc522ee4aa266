/** The state of the page, for the user interface. */
export { type NotificationKind, kindLabels, notificationKinds } from './kinds';
export { type Command, listenForKeys, paletteOf } from './commands';
export { completionsFor } from './completions';
export { providePlayground, useCommands, usePlayground } from './context';
export { licences, licencesName } from './licences';
export { checksum } from './handover/checksum';
export { handOver, readyToShow, wordEnded } from './handover/hand-over';
export { useWholeSheet } from './handover/sheet';
export { endTrouble, sayTrouble } from './handover/trouble';
export { keepNothing } from './persisted.svelte';
export { Layout, type NarrowView, type ResultTab } from './layout.svelte';
export type { Notices } from './notices.svelte';
export { type Problem, listed } from './problem';
export { Playground } from './playground.svelte';
export type {
  Block,
  Counter,
  Finding,
  Inline,
  Piece,
  Platform,
  PlatformRow,
  Preset,
  Presets,
  Preview,
  PreviewButton,
  Skin,
  Step,
} from '../platforms';
export { indentJson } from './indent';
export type { Drawn, RenderFailure } from '../pipeline';
export type { Wanted } from './wanted.svelte';
export type { GridGroup, GridPayload } from './grid.svelte';
export { type Repair, type Repairs, summaryOf } from './repairs';
export type { Compared } from './comparison.svelte';
export type { Project } from '../share';
export type { Answer, Failure as SendFailure } from '../delivery';
export type { TabMark } from './output-summary';
export type { LongRun } from './long-run.svelte';
export { referenceFor } from './reference';
export type { ReleaseRow } from './release-grid.svelte';
