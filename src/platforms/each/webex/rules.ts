/**
 * What Webex's incoming webhook takes: https://developer.webex.com/docs/api/v1/messages/create-a-message (looked at in
 * 2026-11)
 */
import type { JsonObject, JsonString } from '../../../coroot';
import { memberOf, placeInString, textAt } from '../../body/located-json';
import { bytes } from '../../body/measure';
import { object, optional, text } from '../../body/schema';
import { type Report, placeOf } from '../../body/verdict';

/** The longest message; Webex counts bytes before it encrypts them. */
const longest = { max: 7439, measure: bytes };

/** The answer to a body without a text: https://github.com/grafana/grafana/issues/16826 (of 2019-04-30). */
const nothingToPost =
  '{"message":"Both text and markdown cannot be empty in the same request.","errors":[{"description":"Both text and markdown cannot be empty in the same request."}],"trackingId":"…"}';

/** What the messages API takes besides, and the webhook does not. */
const apiOnly = ['html', 'files', 'attachments', 'roomId', 'toPersonEmail', 'toPersonId', 'parentId'];

/** Checks a body as the incoming webhook gets it. */
export function rules(report: Report, root: JsonObject): void {
  message(report, root, '');
  const [shown, fallback] = [textAt(root, 'markdown') ?? '', textAt(root, 'text') ?? ''];
  if (shown === '' && fallback === '') {
    report.error(
      placeOf(root),
      'no-text',
      'There is neither “markdown” nor “text” with something in it, so there is nothing to post.',
      nothingToPost,
    );
  }
  for (const key of apiOnly) {
    const member = memberOf(root, key);
    if (member === null) continue;
    const at = { from: member.keyFrom, to: member.keyTo };
    report.warning(
      at,
      'api-only',
      `“${key}” belongs to Webex’s messages API; the incoming webhook reads “markdown” and “text” only.`,
    );
  }
}

const message = object({
  markdown: optional(text({ limit: longest, check: warnOfMentions })),
  text: optional(text({ limit: longest })),
});

/** As many are pointed out; more say nothing new. */
const mostMentions = 20;

function warnOfMentions(report: Report, node: JsonString): void {
  for (const { 0: name, index } of [...node.value.matchAll(/<@all>/g)].slice(0, mostMentions)) {
    const place = placeInString(report.body, node, index, index + name.length);
    report.mention(place, 'mentions-all', '<@all> notifies everybody in the space, if the webhook may do that.');
  }
}
