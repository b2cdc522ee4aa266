/**
 * What the playground knows about a place Coroot can post to. One folder under `each` and one row of `platforms.ts`
 * make a platform.
 */
import type { CorootVersion, NotificationKind } from '../../coroot';
import type { Reading } from '../body/reading';
import type { Skin } from '../preview/skin';
import type { Step } from './steps';

/** A titled group of numbered steps; they are in the words of the playground. */
export interface SetupSection {
  readonly title: string;
  readonly steps: readonly Step[];
}

/**
 * Whether a page may post JSON to the platform from the browser: it works, the server can be configured so that it
 * does, the platform forbids it, or nobody has verified it. `text` says so to a person, with what to do.
 */
export interface BrowserSend {
  readonly verdict: 'works' | 'configurable' | 'blocked' | 'unknown';
  readonly text: string;
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
export interface SimplePreset extends RobustPreset {
  /** The characters that the platform may take for markup in the message; an empty text where it takes none. */
  readonly markup: string;
}

/** How the gallery groups platforms. */
export type PlatformGroup = 'basic' | 'chat' | 'push' | 'on-call' | 'automation';

/** A platform with its presets. */
export interface Platform {
  /** Part of projects and links: never renamed. */
  readonly id: string;
  readonly name: string;
  readonly group: PlatformGroup;
  /** How its window looks in the preview; `plainSkin` where it has no window of its own. */
  readonly skin: Skin;
  /** One line for the gallery. */
  readonly tagline: string;
  /** Where the platform itself documents what is posted to it. */
  readonly docsUrl: string;
  /**
   * The year and the month in which its documentation and what people report of it were last looked at, by whoever
   * wrote its rules.
   */
  readonly checked: `${number}-${number}`;
  /** The shape of its webhook URLs, with made-up parts. */
  readonly urlPlaceholder: string;
  /**
   * What is odd about a URL for this platform, as a sentence, or null. Any text may be given; an empty one is not odd.
   */
  readonly checkUrl: (url: string) => string | null;
  /** How to get a webhook URL and set Coroot up with it. */
  readonly setup: readonly SetupSection[];
  /** Custom headers to configure in Coroot; Coroot sets `Content-Type: application/json` itself. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** What surprises people, as sentences. */
  readonly warnings: readonly string[];
  readonly browserSend: BrowserSend;
  /**
   * The templates for incidents and deployments of https://docs.coroot.com/alerting/webhook, unchanged, where there are
   * any; the one for alerts is ours, in the same style.
   */
  readonly documented: PresetTemplates | null;
  readonly robust: RobustPreset;
  readonly simple: SimplePreset;
  /** What a person has to fill in. */
  readonly placeholders: readonly Placeholder[];
  /**
   * Fetches the platform's own parser, where it publishes one. Before it has come, texts are drawn without markup.
   * Rejects when it cannot be fetched.
   */
  readonly loadParser?: () => Promise<void>;
  /** How the platform reads a body, what it says of it and what people see. */
  readonly reading: Reading;
  /** Where the preview is known to differ from the platform, as sentences. */
  readonly approximate: readonly string[];
  /** What its documentation leaves open and nobody has tried, as sentences. */
  readonly unverified: readonly string[];
}

/**
 * Makes a check that compares a complete http or https URL with the platform's shape; `expected` is the sentence for
 * one that differs. Other texts are not judged: they are no URLs yet, and that is said elsewhere.
 */
export function urlShape(matches: (url: URL) => boolean, expected: string): Platform['checkUrl'] {
  return (text) => {
    if (!URL.canParse(text)) return null;
    const url = new URL(text);
    return ['http:', 'https:'].includes(url.protocol) && !matches(url) ? expected : null;
  };
}

/** For platforms whose URLs have no shape of their own. */
export const anyUrl: Platform['checkUrl'] = () => null;
