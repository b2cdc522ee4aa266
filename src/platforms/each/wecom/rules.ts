/** What a WeCom group robot takes: https://developer.work.weixin.qq.com/document/path/91770 */
import type { JsonObject, JsonString } from '../../../coroot';
import { placeInString, textAt } from '../../body/located-json';
import { lossCheck } from '../../markup/markdown-losses';
import { bytes } from '../../body/measure';
import { type Shape, anything, list, object, optional, required, text } from '../../body/schema';
import { type Report, placeOf } from '../../body/verdict';

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
    content: required(text({ notEmpty: true, limit: { max: 2048, measure: bytes } })),
    mentioned_list: optional(list(everybody)),
    mentioned_mobile_list: optional(list(everybody)),
  }),
  markdown: object({
    content: required(text({ notEmpty: true, limit: { max: 4096, measure: bytes }, check: checkMarkdown })),
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

/** Checks a body as the robot gets it. */
export function rules(report: Report, root: JsonObject): void {
  object({ msgtype: required(text({ oneOf: Object.keys(contents) })) })(report, root, '');
  const type = textAt(root, 'msgtype') ?? '';
  const content = Object.hasOwn(contents, type) ? contents[type] : undefined;
  if (content !== undefined) object({ [type]: required(content) })(report, root, '');
}
