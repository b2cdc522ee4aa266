/** What is fetched of a platform when it is asked for, in three parts that need nothing of each other. */
import type { CorootVersion, NotificationKind } from '../../coroot';
import type { Reading } from '../body/reading';
import type { Skin } from '../preview/skin';
import type { Step } from './steps';

/** What inspecting a body for the platform takes. */
export interface Judge {
  /** How its window looks in the preview; `plainSkin` where it has no window of its own. */
  readonly skin: Skin;
  /**
   * Fetches the platform's own parser, where it publishes one. Before it has come, texts are drawn without markup.
   * Rejects when it cannot be fetched.
   */
  readonly loadParser?: () => Promise<void>;
  /** How the platform reads a body, what it says of it and what people see. */
  readonly reading: Reading;
}

/** A titled group of numbered steps; they are in the words of the playground. */
export interface SetupSection {
  readonly title: string;
  readonly steps: readonly Step[];
}

/** What people read of the platform. */
export interface Guide {
  /** How to get a webhook URL and set Coroot up with it. */
  readonly setup: readonly SetupSection[];
  /** Custom headers to configure in Coroot; Coroot sets `Content-Type: application/json` itself. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** What surprises people, as sentences. */
  readonly warnings: readonly string[];
  /** Where the preview is known to differ from the platform, as sentences. */
  readonly approximate: readonly string[];
  /** What its documentation leaves open and nobody has tried, as sentences. */
  readonly unverified: readonly string[];
}

/** A template for each kind of notification. */
export type PresetTemplates = Readonly<Record<NotificationKind, string>>;

/** The templates for a release: the same object whenever the same one is asked for. */
export type TemplatesFor = (version: CorootVersion) => PresetTemplates;

/**
 * What stands in presets for what only a person knows: the JSON string `text` behind the key `key`, at the same place
 * in each template.
 */
export interface Placeholder {
  readonly key: string;
  readonly text: string;
}

/** A field that a robust template shows, and how much of it. */
export interface Shown {
  /** Its path, without indices: `Application.Name`, `Reports.Message`. */
  readonly field: string;
  /** How many characters (code points) are kept of it; null when all are. */
  readonly characters: number | null;
}

/**
 * Templates that hold for every possible string and on each release: correct JSON, correct markup, below the platform's
 * limits. `shows` and `items` say what reaches the reader, as far as the release has it; a test checks exactly that on
 * random payloads.
 */
export interface RobustPreset {
  readonly templatesFor: TemplatesFor;
  readonly shows: Readonly<Record<NotificationKind, readonly Shown[]>>;
  /** How many items of each list are shown, beginning with the first; null when all are. */
  readonly items: Readonly<Record<'Reports' | 'Summary' | 'Details', number | null>>;
}

/**
 * Templates of a dozen lines without helpers, as a person would write them: JSON and accepted for every possible string
 * and on each release. Markup in a text is left as it is; where there is none, `shows` and `items` hold as for robust
 * ones.
 */
export type SimplePreset = RobustPreset;

/** The platform's templates. */
export interface Presets {
  /**
   * The templates for incidents and deployments of https://docs.coroot.com/alerting/webhook, unchanged, where there are
   * any; the one for alerts is ours, in the same style.
   */
  readonly documented: PresetTemplates | null;
  readonly robust: RobustPreset;
  readonly simple: SimplePreset;
  /** What a person has to fill in. */
  readonly placeholders: readonly Placeholder[];
}
