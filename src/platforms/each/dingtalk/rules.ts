/**
 * What a DingTalk custom robot takes: https://open.dingtalk.com/document/orgapp/custom-robots-send-group-messages
 * (looked at in 2026-11). It answers with the status 200, whatever it makes of a body.
 */
import type { JsonNode, JsonObject } from '../../../coroot';
import { memberOf, textAt, valueAt } from '../../body/located-json';
import { lossCheck } from '../../markup/markdown-losses';
import { bytes } from '../../body/measure';
import {
  type Shape,
  type TextRules,
  anything,
  boolean,
  list,
  object,
  optional,
  required,
  text,
} from '../../body/schema';
import { type Report, placeOf } from '../../body/verdict';
import { shortenAll } from '../../body/shortening';

/**
 * How many bytes a message may have, as the answer to a longer one says; it is not documented, nor what is counted.
 * https://github.com/Le0nsec/SecCrawler/issues/12 (of 2022-03-02)
 */
const longest = { max: 20_000, measure: bytes };
const tooLong = '{"errcode":460101,"errmsg":"message too long, exceed 20000 bytes"}';

/** The answer to a body that is no JSON: https://github.com/ccfos/nightingale/issues/2704 (of 2025-05-29). */
export const notJson = '{"errcode":40035,"errmsg":"缺少参数 json"}';

/**
 * The answers to a Markdown message without title or text: https://github.com/cryozerolabs/n8n-nodes-dingtalk/issues/10
 * (of 2025-11-26), https://github.com/jenkinsci/dingtalk-plugin/issues/369 (of 2025-10-30); an empty text counts as
 * none, https://github.com/feiyu563/PrometheusAlert/issues/63 (of 2020-09-28). The numbers for other types are not
 * known.
 */
function without(code: number, member: string): string {
  const said = `错误描述:参数 markdown --》 ${member} 缺失，或者参数格式不正确; 解决方案:请填充上对应参数`;
  const more =
    '参考链接:请参考本接口对应文档查看参数获取方式，或者在https://open.dingtalk.com/document/  搜索对应文档;';
  return `{"errcode":${String(code)},"errmsg":"${said};${more}"}`;
}

const withoutTitle = without(400402, 'title');
const withoutText = without(400403, 'text');

const some = text({ notEmpty: true });
const markdown: TextRules = {
  notEmpty: true,
  check: lossCheck({
    code: 'DingTalk’s Markdown has no code; what the backquotes become differs between its apps.',
    table: 'DingTalk’s Markdown has no tables. Write a list.',
    'line-break': 'a single line break is a space in DingTalk’s Markdown. Write two, or two spaces before it.',
  }),
};

const button = object({ title: required(some), actionURL: required(some) });
const feedLink = object({ title: required(some), messageURL: required(some), picURL: required(text()) });

/** What each type of message must have in the member that is named like the type. */
const contents: Readonly<Record<string, Shape>> = {
  text: object({ content: required(some) }),
  markdown: object(
    {
      title: required(text({ notEmpty: true, answers: { empty: withoutTitle } })),
      text: required(text({ ...markdown, answers: { empty: withoutText } })),
    },
    { missing: (path) => (path.endsWith('.title') ? withoutTitle : withoutText) },
  ),
  link: object({ title: required(some), text: required(some), messageUrl: required(some), picUrl: optional(text()) }),
  actionCard: object(
    {
      title: required(some),
      text: required(text(markdown)),
      singleTitle: optional(some),
      singleURL: optional(some),
      btnOrientation: optional(text({ oneOf: ['0', '1'] })),
      btns: optional(list(button, { min: 1 })),
    },
    {
      check: (report, node, path) => {
        const single = memberOf(node, 'singleTitle') !== null && memberOf(node, 'singleURL') !== null;
        if (single || memberOf(node, 'btns') !== null) return;
        report.error(
          placeOf(node),
          'no-button',
          `“${path}” needs “singleTitle” and “singleURL” for one button, or “btns” for several.`,
        );
      },
    },
  ),
  feedCard: object({ links: required(list(feedLink, { min: 1 })) }),
};

const common = object({
  msgtype: required(text({ oneOf: Object.keys(contents) })),
  at: optional(
    object({ atMobiles: optional(list(anything)), atUserIds: optional(list(anything)), isAtAll: optional(boolean) }),
  ),
});

/** Checks a body as the robot gets it. */
export function rules(report: Report, root: JsonObject): void {
  common(report, root, '');
  const type = textAt(root, 'msgtype') ?? '';
  const content = Object.hasOwn(contents, type) ? contents[type] : undefined;
  if (content !== undefined) object({ [type]: required(content) })(report, root, '');
  const all = valueAt(root, 'at', 'isAtAll');
  if (all?.kind === 'boolean' && all.value) {
    report.mention(placeOf(all), 'mentions-all', '“isAtAll” notifies everybody in the group.');
  }
  const message = textsOf(valueAt(root, type));
  if (!report.countText('message', message, longest, report.whole)) {
    const said = `The texts of the message have more than 20,000 bytes. ${shortenAll([message], bytes(message), longest)}`;
    report.error(report.whole, 'too-long', said, tooLong);
  } else if (bytes(report.body) > longest.max) {
    const said =
      'The body has more than 20,000 bytes, its texts have not. Which of them DingTalk counts is not documented; it refuses longer messages.';
    report.info(report.whole, 'long', said);
  }
}

/** The texts right in an object, one after the other. */
function textsOf(node: JsonNode | null): string {
  if (node?.kind !== 'object') return '';
  return node.members.map(({ value }) => (value.kind === 'string' ? value.value : '')).join('');
}
