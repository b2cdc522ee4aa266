/**
 * What the playground knows about a place Coroot can post to. One folder under `each` and one row of `platforms.ts`
 * make a platform.
 */
import type { Guide, Judge, Presets } from './parts';

/**
 * Whether a page may post JSON to the platform from the browser: it works, the server can be configured so that it
 * does, the platform forbids it, or nobody has verified it. `text` says so to a person, with what to do.
 */
export interface BrowserSend {
  readonly verdict: 'works' | 'configurable' | 'blocked' | 'unknown';
  readonly text: string;
}

/** For `browserSend`: nobody has tried it with an on-call system. */
export function unknownFromBrowsers(platform: string): BrowserSend {
  return {
    verdict: 'unknown',
    text: `Whether ${platform} lets a page post JSON is unverified. If the browser blocks the test, use the curl command. A test opens a real incident and may page people.`,
  };
}

/** How the gallery groups platforms. */
export type PlatformGroup = 'basic' | 'chat' | 'push' | 'on-call' | 'automation';

/** What is always there of a platform: enough to name it, to offer it and to judge its address. */
export interface PlatformRow {
  /** Part of projects and links: never renamed. */
  readonly id: string;
  readonly name: string;
  readonly group: PlatformGroup;
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
  readonly browserSend: BrowserSend;
  /**
   * The characters that the platform may take for markup in the message of its simple templates; an empty text where it
   * takes none.
   */
  readonly markup: string;
  /** Whether Coroot's documentation has templates for it. */
  readonly hasDocumented: boolean;
}

/** A platform that can inspect bodies. */
export type Platform = PlatformRow & Judge;

/** A platform with all of its parts. */
export type WholePlatform = Platform & Guide & Presets;

/**
 * Makes a check that compares a complete http or https URL with the platform's shape; `expected` is the sentence for
 * one that differs. Other texts are not judged: they are no URLs yet, and that is said elsewhere.
 */
export function urlShape(matches: (url: URL) => boolean, expected: string): PlatformRow['checkUrl'] {
  return (text) => {
    if (!URL.canParse(text)) return null;
    const url = new URL(text);
    return ['http:', 'https:'].includes(url.protocol) && !matches(url) ? expected : null;
  };
}

/** For platforms whose URLs have no shape of their own. */
export const anyUrl: PlatformRow['checkUrl'] = () => null;
