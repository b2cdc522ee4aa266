/** Where a link of a given length still fits. */

/** A place people put links, and how many characters it takes. */
export interface LinkLimit {
  readonly id: 'discord' | 'telegram' | 'slack' | 'mattermost' | 'firefox' | 'chrome';
  /** To be read after "fits in" or "too long for". */
  readonly name: string;
  /**
   * The longest text the place accepts, in characters; links are ASCII, so characters, UTF-16 units and bytes coincide.
   */
  readonly limit: number;
  /** Where the number comes from. */
  readonly source: string;
}

/**
 * What a link's length means: the limits it keeps and those it exceeds, each from the smallest limit to the largest.
 */
export interface LinkFit {
  readonly fits: readonly LinkLimit[];
  readonly exceeds: readonly LinkLimit[];
}

/** Every known limit, smallest first. */
export const linkLimits: readonly LinkLimit[] = [
  {
    id: 'discord',
    name: 'a Discord message',
    limit: 2000,
    source: 'https://docs.discord.com/developers/resources/message#create-message',
  },
  {
    id: 'telegram',
    name: 'a Telegram message',
    limit: 4096,
    source: 'https://core.telegram.org/bots/api#sendmessage',
  },
  {
    id: 'mattermost',
    name: 'a Mattermost post',
    limit: 16_383,
    source: 'https://github.com/mattermost/mattermost/blob/master/server/public/model/post.go',
  },
  {
    id: 'slack',
    name: 'a Slack message',
    limit: 40_000,
    source: 'https://api.slack.com/changelog/2018-04-truncating-really-long-messages',
  },
  {
    id: 'firefox',
    name: "Firefox's address bar",
    limit: 1_048_576,
    source: 'https://searchfox.org/mozilla-central/source/modules/libpref/init/StaticPrefList.yaml',
  },
  {
    id: 'chrome',
    name: "Chrome's address bar",
    limit: 2_097_152,
    source: 'https://source.chromium.org/chromium/chromium/src/+/main:url/mojom/url.mojom',
  },
];

/** Judges a whole link, address included, of `length` characters that stands alone in a message. */
export function linkFit(length: number): LinkFit {
  return {
    fits: linkLimits.filter(({ limit }) => length <= limit),
    exceeds: linkLimits.filter(({ limit }) => length > limit),
  };
}
