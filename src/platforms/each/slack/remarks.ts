/** What a person should know of a text in mrkdwn, as findings. */
import type { JsonString } from '../../../coroot';
import { placeInString } from '../../body/located-json';
import type { Report } from '../../body/verdict';
import { type Remark, remarksOn } from './mrkdwn';

const messages: Readonly<Record<Remark['code'], (text: string, path: string) => string>> = {
  'loud-mention': (text, path) =>
    `“${path}” has ${text}, which notifies many people at once. If it comes from the data, escape & < > in it.`,
  mention: (text, path) => `“${path}” mentions somebody with ${text}.`,
  unescaped: (text, path) =>
    `“${path}” has ${text}, which Slack does not know. Write &lt; for < and &gt; for >, as Slack asks, or use plain_text or rich_text.`,
  'not-mrkdwn': (text, path) =>
    `“${path}” has ${text}, which is Markdown. Slack’s own markup has *bold* and <https://example.com|text>.`,
};

/** Says what a mrkdwn text does that may not be meant. */
export function checkMrkdwn(report: Report, node: JsonString, path: string): void {
  for (const { code, from, to } of remarksOn(node.value)) {
    const at = placeInString(report.body, node, from, to);
    const message = messages[code](node.value.slice(from, to), path);
    if (code === 'mention') report.mention(at, code, message, 'info');
    else if (code === 'loud-mention') report.mention(at, code, message);
    else if (code === 'not-mrkdwn') report.foreign(at, code, message);
    else report.warning(at, code, message);
  }
}
