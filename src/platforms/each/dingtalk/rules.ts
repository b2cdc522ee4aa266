/** What a DingTalk custom robot takes: https://open.dingtalk.com/document/orgapp/custom-robots-send-group-messages */
import type { JsonObject } from '../../../coroot';
import { memberOf, textAt, valueAt } from '../../body/located-json';
import { lossCheck } from '../../markup/markdown-losses';
import { bytesIn } from '../../../coroot';
import { type Shape, anything, boolean, list, object, optional, required, text } from '../../body/schema';
import { type Report, placeOf } from '../../body/verdict';

/** How many bytes people found a message may have; DingTalk does not document it. */
const reported = 20_000;

const some = text({ notEmpty: true });
const markdown = text({
  notEmpty: true,
  check: lossCheck({
    code: 'DingTalk’s Markdown has no code; what the backquotes become differs between its apps.',
    table: 'DingTalk’s Markdown has no tables. Write a list.',
    'line-break': 'a single line break is a space in DingTalk’s Markdown. Write two, or two spaces before it.',
  }),
});

const button = object({ title: required(some), actionURL: required(some) });
const feedLink = object({ title: required(some), messageURL: required(some), picURL: required(text()) });

/** What each type of message must have in the member that is named like the type. */
const contents: Readonly<Record<string, Shape>> = {
  text: object({ content: required(some) }),
  markdown: object({ title: required(some), text: required(markdown) }),
  link: object({ title: required(some), text: required(some), messageUrl: required(some), picUrl: optional(text()) }),
  actionCard: object(
    {
      title: required(some),
      text: required(markdown),
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
  if (bytesIn(report.body) > reported) {
    report.info(
      report.whole,
      'long',
      `The body has more than ${reported.toLocaleString('en')} bytes. People report that DingTalk refuses such messages; it is not documented.`,
    );
  }
}
