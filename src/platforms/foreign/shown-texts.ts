/** Which texts of a body people see, and how each platform reads them: one row a platform. */
import { type JsonNode, type JsonObject } from '../../coroot';
import { textAt, valueAt } from '../body/located-json';
import * as as from './dialects';
import type { Dialect } from './dialects';

/** A text of the body: its path without indices, the object it is a member of, and the whole body. */
export interface Shown {
  readonly path: string;
  readonly parent: JsonObject;
  readonly root: JsonNode;
}

/** How a text is read; null where it is not shown, or where nobody knows how. */
type ReadAs = (shown: Shown) => Dialect | null;

type Row = readonly [paths: RegExp, read: Dialect | ReadAs];

function by(rows: readonly Row[]): ReadAs {
  return (shown) => {
    const row = rows.find(([paths]) => paths.test(shown.path));
    if (row === undefined) return null;
    const [, read] = row;
    return typeof read === 'function' ? read(shown) : read;
  };
}

/** Slack’s text objects say themselves how they are read. */
function slackObject({ parent, path }: Shown): Dialect | null {
  const type = textAt(parent, 'type');
  if (type === 'mrkdwn') return as.mrkdwn;
  if (type === 'markdown') return as.markdownWithout(['bar-link', 'tag']);
  if (type === 'plain_text') return as.plain();
  // Elements of rich text.
  return type === 'text' && path.includes('elements') ? as.plain() : null;
}

function telegramText({ root }: Shown): Dialect {
  const mode = textAt(root, 'parse_mode')?.toLowerCase() ?? '';
  if (mode === 'html') return as.html;
  return mode.startsWith('markdown') ? as.telegramMarkdown : as.plain();
}

const withoutTags = as.markdownWithout(['tag', 'bar-link', 'slack-mention', 'discord-mention']);
const ofWebhooks = as.plain();

/** By the platform’s id. What only machines read, or nobody knows how, has no row. */
export const shownTexts: Readonly<Record<string, ReadAs>> = {
  slack: by([
    [/^blocks\..*text$/, slackObject],
    [/^attachments\.blocks\..*text$/, slackObject],
    [/^(?:text|attachments\.(?:text|pretext|fields\.value))$/, as.mrkdwn],
    [/^attachments\.(?:title|footer|author_name|fields\.title)$/, as.plain()],
  ]),
  discord: by([
    [/^(?:content|embeds\.(?:title|description|fields\.(?:name|value)))$/, as.discord],
    [/^embeds\.(?:footer\.text|author\.name)$/, as.plain()],
  ]),
  telegram: by([[/^text$/, telegramText]]),
  mattermost: by([[/^(?:text|attachments\.(?:text|pretext|fields\.value))$/, as.mattermost]]),
  'rocket-chat': by([[/^(?:text|msg|attachments\.(?:text|pretext|fields\.value))$/, as.rocketChat]]),
  'google-chat': by([
    [
      /^text$/,
      ({ root }) =>
        textAt(root, 'markupSyntax') === 'MARKUP_SYNTAX_MARKDOWN' ? as.markdownWithout(['tag', 'bar-link']) : as.chat,
    ],
    [
      /\.textParagraph\.text$/,
      ({ parent }) => (textAt(parent, 'textSyntax') === 'MARKDOWN' ? as.markdownWithout(['bar-link']) : as.html),
    ],
    [/\.decoratedText\.(?:text|topLabel|bottomLabel)$/, as.html],
    [/\.header\.(?:title|subtitle)$|\.button(?:List\.buttons)?\.text$/, as.plain()],
  ]),
  teams: by([
    [/\.text$/, ({ parent }) => (textAt(parent, 'type') === 'TextBlock' ? as.card : as.plain())],
    [/\.facts\.(?:title|value)$/, as.card],
    [/\.actions\.title$/, as.plain()],
  ]),
  zulip: by([
    [/^blocks\..*text$/, as.zulip],
    [/^(?:text|attachments\.(?:text|pretext|title|footer|fields\.(?:title|value)))$/, as.zulip],
  ]),
  lark: by([
    [/^content\.text$/, { ...as.plain('Write <at user_id="all">everyone</at>.'), unread: larkPlain() }],
    [/^content\.post\..*text$/, as.plain('Add {"tag": "at", "user_id": "all"}.')],
    [
      /^card\..*content$/,
      ({ parent }) => {
        const tag = textAt(parent, 'tag');
        if (tag === 'lark_md' || tag === 'markdown') return as.larkCard;
        return tag === 'plain_text' ? as.plain() : null;
      },
    ],
  ]),
  dingtalk: by([
    [/^text\.content$/, as.plain('Add "at": {"isAtAll": true} to the message.')],
    [/^(?:markdown|actionCard)\.text$/, as.dingtalk],
    [/^(?:markdown|actionCard|link)\.title$|^link\.text$/, as.plain()],
  ]),
  wecom: by([
    [/^text\.content$/, as.plain('Add "mentioned_list": ["@all"] beside the text.')],
    [/^markdown(?:_v2)?\.content$/, as.wecom],
  ]),
  webex: by([
    [/^markdown$/, as.webex],
    [/^text$/, ({ root }) => (valueAt(root, 'markdown') === null ? as.plain() : null)],
  ]),
  'matrix-hookshot': by([
    [/^html$/, as.html],
    [/^text$/, ({ root }) => (valueAt(root, 'html') === null ? withoutTags : null)],
  ]),
  ntfy: by([
    [/^title$/, as.plain()],
    [
      /^message$/,
      ({ root }) => {
        const flag = valueAt(root, 'markdown');
        return flag?.kind === 'boolean' && flag.value ? withoutTags : as.plain();
      },
    ],
  ]),
  gotify: by([
    [/^title$/, as.plain()],
    [
      /^message$/,
      ({ root }) =>
        textAt(root, 'extras', 'client::display', 'contentType') === 'text/markdown' ? withoutTags : as.plain(),
    ],
  ]),
  pushover: by([
    [/^title$/, as.plain()],
    [
      /^message$/,
      ({ root }) => {
        const flag = valueAt(root, 'html');
        const on = (flag?.kind === 'number' && flag.text === '1') || (flag?.kind === 'string' && flag.value === '1');
        return on ? as.html : as.plain();
      },
    ],
  ]),
  pagerduty: by([[/^payload\.summary$/, ofWebhooks]]),
  opsgenie: by([[/^(?:message|description)$/, ofWebhooks]]),
  'incident-io': by([[/^title$/, ofWebhooks]]),
  squadcast: by([[/^message$/, ofWebhooks]]),
  goalert: by([[/^summary$/, ofWebhooks]]),
  'splunk-on-call': by([[/^entity_display_name$/, ofWebhooks]]),
};

/** Messages of type text read tags that mention people. */
function larkPlain() {
  return as.plain('').unread.filter((kind) => kind !== 'lark-mention');
}
