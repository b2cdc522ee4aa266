/** The state of the page, for the user interface. */
export { type NotificationKind, kindLabels, kinds } from './kinds';
export { type Command, listenForKeys, paletteOf } from './commands';
export { completionsFor } from './completions';
export { providePlayground, useCommands, usePlayground } from './context';
export { Drafts } from './drafts.svelte';
export { Layout, type NarrowView, type ResultTab } from './layout.svelte';
export type { Notices } from './notices.svelte';
export { storage as storageState } from './persisted.svelte';
export type { RenderFailure } from './pipeline';
export { Playground } from './playground.svelte';
export type { Platform, Preset } from '../platforms';
export type { Project } from '../share';
export type { Answer, Failure as SendFailure } from '../delivery';
export type { Mark } from './workspace.svelte';
export { referenceFor } from './reference';
