/**
 * What a Lark or Feishu custom bot takes: https://open.larksuite.com/document/client-docs/bot-v3/add-custom-bot (looked
 * at in 2026-11)
 */
import type { JsonNode, JsonObject, JsonString } from '../../../coroot';
import { memberOf, placeInString, textAt, valueAt } from '../../body/located-json';
import { bytes } from '../../body/measure';
import { type Shape, anything, byKind, byTag, list, object, optional, required, text } from '../../body/schema';
import { type Report, placeOf } from '../../body/verdict';
import { shortenAll, textsIn } from '../../body/shortening';

/** The largest request. */
const largest = { max: 20 * 1024, measure: bytes };

/** What the bot answers to a body that it does not understand or that is too large. */
export const badRequest = '{"code":9499,"msg":"Bad Request","data":{}}';

/** The answer to a body without a type: https://github.com/centerzx/UploadApkPlugin/issues/4 (of 2022-08-25). */
const noType = '{"code":19002,"data":{},"msg":"params error, msg_type need"}';

/** The answer to a card message without a card: https://github.com/sansan0/TrendRadar/issues/998 (of 2026-03-16). */
const noCard = 'params error, unknown card value';

/**
 * The answer to a card that mentions somebody by what is no id: https://github.com/feiyu563/PrometheusAlert/issues/514
 * (of 2026-01-16). In 2024-03 the words were others: https://github.com/feiyu563/PrometheusAlert/issues/378
 */
const noSuchUser =
  '{"code":11246,"data":{},"msg":"ErrCode: 100290; ErrMsg: there is an invalid user resource (at/person) in your card; ErrorValue: …; "}';

/**
 * The header colours of cards:
 * https://open.larksuite.com/document/common-capabilities/message-card/message-cards-content/card-header
 */
export const headerColors: ReadonlyMap<string, string> = new Map([
  ['blue', '#3370ff'],
  ['wathet', '#14c0ff'],
  ['turquoise', '#00d6b9'],
  ['green', '#34c724'],
  ['yellow', '#ffc60a'],
  ['orange', '#ff8800'],
  ['red', '#f54a45'],
  ['carmine', '#d136d1'],
  ['violet', '#b620e0'],
  ['purple', '#7f3bf5'],
  ['indigo', '#4954e6'],
  ['grey', '#8f959e'],
  ['default', '#8f959e'],
]);

const some = text({ notEmpty: true });

/** As many are pointed out; more say nothing new. */
const mostMentions = 20;

function warnOfEverybody(report: Report, node: JsonString): void {
  const found = [...node.value.matchAll(/<at (?:user_)?id=["']?all["']?>/g)];
  for (const { 0: tag, index } of found.slice(0, mostMentions)) {
    const place = placeInString(report.body, node, index, index + tag.length);
    report.mention(place, 'mentions-all', `${tag} notifies everybody in the group.`);
  }
}

/**
 * Mentions in a card. A custom bot takes people's ids only, no e-mail addresses, which other bots do:
 * https://open.feishu.cn/document/feishu-cards/card-components/content-components/rich-text (looked at in 2026-11)
 */
function checkMentions(report: Report, node: JsonString): void {
  warnOfEverybody(report, node);
  for (const { 0: tag, index } of node.value.matchAll(/<at\s[^<>]*>/g)) {
    const place = placeInString(report.body, node, index, index + tag.length);
    const advice = 'Custom bots know people by their ids only. Write <at id=ou_…></at>.';
    if (/\s(?:user_)?id\s*=\s*["']?[^\s"'<>]*@/.test(tag)) {
      const message = `${tag} has an e-mail address for an id, so the bot refuses the card. ${advice}`;
      report.error(place, 'mention', message, noSuchUser);
    } else if (/\semail\s*=/.test(tag)) {
      report.warning(place, 'mention', `${tag} names a person by an e-mail address. ${advice}`);
    }
  }
}

const user: Shape = text({
  notEmpty: true,
  check: (report, node) => {
    if (node.value === 'all') report.mention(placeOf(node), 'mentions-all', 'This notifies everybody in the group.');
    else if (node.value.includes('@')) {
      report.warning(placeOf(node), 'mention', 'A custom bot mentions people by their ids only (ou_…), not by e-mail.');
    }
  },
});

const postTag = byTag('tag', {
  text: object({ text: required(text()) }),
  a: object({ text: required(text()), href: required(some) }),
  at: object({ user_id: required(user) }),
  img: object({ image_key: required(some) }),
});

const locale = object({ title: optional(text()), content: required(list(list(postTag))) });

const post = object(
  { zh_cn: optional(locale), en_us: optional(locale), ja_jp: optional(locale) },
  {
    check: (report, node, path) => {
      if (['zh_cn', 'en_us', 'ja_jp'].some((key) => memberOf(node, key) !== null)) return;
      report.error(
        placeOf(node),
        'missing',
        `“${path}” needs the message in a language: “en_us” or “zh_cn”.`,
        badRequest,
      );
    },
  },
);

const cardText = object({
  tag: required(text({ oneOf: ['plain_text', 'lark_md'] })),
  content: required(text({ check: checkMentions })),
});

const header = object({
  title: required(cardText),
  subtitle: optional(cardText),
  template: optional(
    text({
      check: (report, node) => {
        if (headerColors.has(node.value)) return;
        const names = [...headerColors.keys()].join(', ');
        report.warning(placeOf(node), 'color', `Cards have no header colour “${node.value}”. Write one of ${names}.`);
      },
    }),
  ),
});

const button = object({ tag: required(text()), text: required(cardText), url: optional(text()) });

/** The elements of cards that are looked into; others are Lark's to judge. */
const elements: Readonly<Record<string, Shape>> = {
  div: object({ text: optional(cardText), fields: optional(list(object({ text: required(cardText) }))) }),
  markdown: object({ content: required(text({ check: checkMentions })) }),
  note: object({ elements: required(list(anything, { min: 1 })) }),
  action: object({ actions: required(list(button, { min: 1 })) }),
  img: object({ img_key: required(some) }),
  button,
};

function element(report: Report, node: JsonNode, path: string): void {
  object({ tag: required(text()) })(report, node, path);
  const tag = textAt(node, 'tag') ?? '';
  const shape = Object.hasOwn(elements, tag) ? elements[tag] : undefined;
  shape?.(report, node, path);
}

const card = object(
  {
    header: optional(header),
    elements: optional(list(element)),
    body: optional(object({ elements: required(list(element, { min: 1 })) })),
  },
  {
    check: (report, node, path) => {
      const listed = valueAt(node, textAt(node, 'schema') === '2.0' ? 'body' : 'elements');
      if (listed !== null || memberOf(node, 'i18n_elements') !== null) return;
      report.error(
        placeOf(node),
        'no-elements',
        `“${path}” has no “elements”. Cards of "schema": "2.0" have them in “body”.`,
        badRequest,
      );
    },
  },
);

/** The member that each type of message needs beside `msg_type`. */
const members: Readonly<Record<string, readonly [key: string, shape: Shape]>> = {
  text: ['content', object({ text: required(text({ notEmpty: true, check: warnOfEverybody })) })],
  post: ['content', object({ post: required(post) })],
  interactive: ['card', byKind({ object: card, string: some }, 'a card { … }')],
  image: ['content', object({ image_key: required(some) })],
  share_chat: ['content', object({ share_chat_id: required(some) })],
};

/** Checks a body as the bot gets it. */
export function rules(report: Report, root: JsonObject): void {
  if (!report.countText('request', report.body, largest, report.whole)) {
    report.error(
      report.whole,
      'too-large',
      `The request is larger than 20 KB. ${shortenAll(textsIn(root), bytes(report.body), largest)}`,
      badRequest,
    );
  }
  object({ msg_type: required(text({ oneOf: Object.keys(members) })) }, { missing: noType })(report, root, '');
  const type = textAt(root, 'msg_type') ?? '';
  const member = Object.hasOwn(members, type) ? members[type] : undefined;
  const missing = (path: string): string | null => (path === 'card' ? noCard : null);
  if (member !== undefined) object({ [member[0]]: required(member[1]) }, { missing })(report, root, '');
}
