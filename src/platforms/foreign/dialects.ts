/**
 * What platforms show as it stands of markup that others read, by the way in which they read a text. What a platform
 * reads is said where its own markup is drawn; each row names the page that describes it, looked at in November 2026.
 */
import type { Foreign } from './markup';

/** A way of reading a text. */
export interface Dialect {
  /** What is not read. */
  readonly unread: readonly Foreign[];
  /** What Markdown makes of `*a*` is italic, which is not lost but hardly meant. */
  readonly starIsItalic?: true;
  /** Whether backquotes set code apart, in which everything is meant to stand as it is. */
  readonly code: boolean;
  /** How to write bold and links; null where there is no way. */
  readonly own: string | null;
  /** How to mention everybody; null where there is no way. */
  readonly everybody: string | null;
}

const words: readonly Foreign[] = ['@all', '@channel', '@everyone', '@here'];
const markdown: readonly Foreign[] = ['bold', 'strike', 'link', 'heading'];
const mentions: readonly Foreign[] = ['slack-mention', 'discord-mention', 'google-mention', 'lark-mention'];

const markdownsOwn = 'Bold is **text**, a link [text](https://example.com).';
const starsOwn = 'Bold is *text*, a link <https://example.com|text>.';

/** Texts that are shown as they stand. Mentions in words are told only where a platform has some. */
export function plain(everybody: string | null = null): Dialect {
  const said: readonly Foreign[] = everybody === null ? [] : words;
  return {
    unread: [...markdown, 'star', 'bar-link', 'tag', ...mentions, ...said],
    code: false,
    own: null,
    everybody,
  };
}

/** HTML: what it makes of tags is said by the rules of the platform. */
export const html: Dialect = {
  unread: [...markdown, 'star', 'slack-mention', 'discord-mention', 'google-mention', 'bar-link'],
  code: false,
  own: 'Bold is <b>text</b>, a link <a href="https://example.com">text</a>.',
  everybody: null,
};

/** Markdown, without what `lacks` names. */
export function markdownWithout(
  lacks: readonly Foreign[],
  everybody: string | null = null,
  own: string = markdownsOwn,
): Dialect {
  return { unread: lacks, starIsItalic: true, code: true, own, everybody };
}

/** https://docs.slack.dev/messaging/formatting-message-text/ */
export const mrkdwn: Dialect = {
  unread: [...markdown, 'tag', 'google-mention', 'lark-mention', ...words],
  code: true,
  own: starsOwn,
  everybody: 'Write <!channel>, <!here> or <!everyone>.',
};

/** https://developers.google.com/workspace/chat/format-messages */
export const chat: Dialect = {
  unread: [...markdown, 'tag', 'slack-mention', 'discord-mention', 'lark-mention', ...words],
  code: true,
  own: starsOwn,
  everybody: 'Write <users/all>.',
};

/** https://support.discord.com/hc/en-us/articles/210298617 */
export const discord = markdownWithout(
  ['tag', 'bar-link', 'slack-mention', 'google-mention', 'lark-mention', '@all', '@channel'],
  'Write @everyone or @here in “content”.',
);

/** https://docs.mattermost.com/collaborate/format-messages.html; Slack’s links and mentions of groups are read too. */
export const mattermost = markdownWithout(
  ['tag', 'discord-mention', 'google-mention', 'lark-mention', '@everyone'],
  'Write @channel, @all or @here.',
);

/** https://docs.rocket.chat/docs/message-formatting; both ways to write bold and links are read. */
export const rocketChat: Dialect = {
  unread: ['tag', ...mentions, '@channel', '@everyone'],
  code: true,
  own: 'Bold is *text*, a link [text](https://example.com).',
  everybody: 'Write @all or @here.',
};

/** https://learn.microsoft.com/adaptive-cards/authoring-cards/text-features */
export const card = markdownWithout(
  ['tag', 'heading', 'strike', 'bar-link', ...mentions, ...words],
  'A card mentions people with <at>…</at> and “msteams.entities”; nothing mentions everybody.',
);

/** https://api.zulip.com/integrations/slack_incoming, https://zulip.com/help/format-your-message-using-markdown */
export const zulip: Dialect = {
  unread: ['tag', ...mentions, ...words],
  code: true,
  own: markdownsOwn,
  everybody: 'Write @**all**.',
};

/** https://open.larksuite.com/document/common-capabilities/message-card/message-cards-content/using-markdown-tags */
export const larkCard = markdownWithout(
  ['bar-link', 'slack-mention', 'discord-mention', 'google-mention', ...words],
  'Write <at id=all></at>.',
);

/** https://open.dingtalk.com/document/orgapp/custom-robots-send-group-messages */
export const dingtalk = markdownWithout(
  ['bar-link', ...mentions, ...words],
  'Add "at": {"isAtAll": true} to the message.',
);

/** https://developer.work.weixin.qq.com/document/path/91770; `<@userid>` is its own. */
export const wecom = markdownWithout(
  ['bar-link', 'strike', 'google-mention', 'lark-mention', ...words],
  'Only messages of type text mention everybody: "mentioned_list": ["@all"].',
);

/** https://developer.webex.com/docs/basics#formatting-messages; HTML is read too. */
export const webex = markdownWithout(
  ['bar-link', 'slack-mention', 'discord-mention', 'google-mention', 'lark-mention', ...words],
  'Write <@all>.',
);

/** https://core.telegram.org/bots/api#formatting-options; Telegram mentions people by name alone. */
export const telegramMarkdown: Dialect = {
  unread: ['bold', 'heading', 'tag', 'bar-link', 'slack-mention', 'google-mention', 'lark-mention'],
  code: true,
  own: 'Bold is *text*, a link [text](https://example.com).',
  everybody: null,
};
