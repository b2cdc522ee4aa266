/**
 * What a WeCom group robot takes: https://developer.work.weixin.qq.com/document/path/91770 (looked at in 2026-11). It
 * answers with the status 200, whatever it makes of a body.
 */
import type { JsonObject, JsonString } from '../../../coroot';
import { placeInString, textAt } from '../../body/located-json';
import { lossCheck } from '../../markup/markdown-losses';
import { bytes } from '../../body/measure';
import { type Shape, anything, list, object, optional, required, text } from '../../body/schema';
import { type Report, placeOf } from '../../body/verdict';

function refusal(code: number, said: string): string {
  const more = `hint: […], from ip: …, more info at https://open.work.weixin.qq.com/devtool/query?e=${String(code)}`;
  return `{"errcode":${String(code)},"errmsg":"${said}, ${more}"}`;
}

/** The answer to a body that is no JSON: https://github.com/feiyu563/PrometheusAlert/issues/471 (of 2025-01-20). */
export const notJson = refusal(40008, 'Warning: wrong json format. invalid message type');

/** The answer to another type, or none: https://github.com/ttttmr/Wechat2RSS/issues/278 (of 2025-08-21). */
const wrongType = refusal(40008, 'invalid message type');

/** The answer to a text that is empty, as https://developer.work.weixin.qq.com/document/path/90313 has it (2026-11). */
const empty = refusal(44004, 'empty content');

/**
 * The answer to a text that is too long: https://github.com/dromara/domain-admin/issues/82 (of 2024-01-06), the same of
 * `text`: https://github.com/zero205/JD_tencent_scf/issues/278 (of 2021-11-20).
 */
function tooLong(type: string, limit: number): string {
  return refusal(40058, `${type}.content exceed max length ${String(limit)}. invalid Request Parameter`);
}

const everybody: Shape = text({
  check: (report, node) => {
    if (node.value !== '@all') return;
    report.mention(placeOf(node), 'mentions-all', '@all notifies everybody in the group.');
  },
});

const losses = lossCheck({
  image: 'WeCom’s markdown shows no images. Use markdown_v2.',
  table: 'WeCom’s markdown shows no tables. Use markdown_v2.',
});

const colors: readonly string[] = ['info', 'comment', 'warning'];

function checkMarkdown(report: Report, node: JsonString, path: string): void {
  losses(report, node, path);
  const odd = [...node.value.matchAll(/<font\s+color=["']([^"'<>]*)["']/g)].find(
    ([, color = '']) => !colors.includes(color),
  );
  if (odd === undefined) return;
  const place = placeInString(report.body, node, odd.index, odd.index + odd[0].length);
  report.warning(place, 'color', `WeCom knows the colours ${colors.join(', ')}, not “${odd[1] ?? ''}”.`);
}

function checkMarkdown2(report: Report, node: JsonString): void {
  const found = /<font[\s>]|<@[^<>\s]+>/.exec(node.value);
  if (found === null) return;
  const place = placeInString(report.body, node, found.index, found.index + found[0].length);
  report.warning(place, 'markdown-v2', 'markdown_v2 shows neither colours nor mentions; only markdown does.');
}

const article = object({
  title: required(text({ limit: { max: 128, measure: bytes }, cuts: true, notEmpty: true })),
  description: optional(text({ limit: { max: 512, measure: bytes }, cuts: true })),
  url: required(text({ notEmpty: true })),
  picurl: optional(text()),
});

const media = object({ media_id: required(text({ notEmpty: true })) });

/** What each type of message must have in the member that is named like the type. */
const contents: Readonly<Record<string, Shape>> = {
  text: object({
    content: required(
      text({
        notEmpty: true,
        limit: { max: 2048, measure: bytes },
        answers: { empty, tooLong: tooLong('text', 2048) },
      }),
    ),
    mentioned_list: optional(list(everybody)),
    mentioned_mobile_list: optional(list(everybody)),
  }),
  markdown: object({
    content: required(
      text({
        notEmpty: true,
        limit: { max: 4096, measure: bytes },
        answers: { empty, tooLong: tooLong('markdown', 4096) },
        check: checkMarkdown,
      }),
    ),
  }),
  markdown_v2: object({
    content: required(text({ notEmpty: true, limit: { max: 4096, measure: bytes }, check: checkMarkdown2 })),
  }),
  news: object({ articles: required(list(article, { min: 1, max: 8 })) }),
  image: object({ base64: required(text({ notEmpty: true })), md5: required(text({ notEmpty: true })) }),
  file: media,
  voice: media,
  template_card: object({
    card_type: required(text({ oneOf: ['text_notice', 'news_notice'] })),
    card_action: required(anything),
  }),
};

const types = object(
  { msgtype: required(text({ oneOf: Object.keys(contents), answers: { notAllowed: wrongType } })) },
  { missing: wrongType },
);

/** Checks a body as the robot gets it. */
export function rules(report: Report, root: JsonObject): void {
  types(report, root, '');
  const type = textAt(root, 'msgtype') ?? '';
  const content = Object.hasOwn(contents, type) ? contents[type] : undefined;
  if (content !== undefined) object({ [type]: required(content) })(report, root, '');
}
