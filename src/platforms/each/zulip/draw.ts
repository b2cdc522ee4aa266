/** How Zulip shows a message that its Slack-compatible webhook posts. https://zulip.com/integrations/slack_incoming */
import type { JsonObject } from '../../../coroot';
import type { Preview } from '../../preview/preview';
import { converted } from './convert';
import { parseZulipText } from './text';

/** Zulip cuts a longer message: https://zulip.com/api/send-message#parameter-content */
const maxCharacters = 10_000;

/** The message that Zulip makes of the body. */
export function draw(root: JsonObject): Preview {
  const text = converted(root);
  if (text === '') return { kind: 'nothing', reason: 'Zulip posts nothing: there is no text that it shows.' };
  const all = Array.from(text.slice(0, 2 * maxCharacters + 2));
  const mark = '\n[message truncated]';
  const shown = all.length > maxCharacters ? all.slice(0, maxCharacters - mark.length).join('') + mark : text;
  return { kind: 'message', sender: 'Coroot', pieces: [{ kind: 'text', blocks: parseZulipText(shown) }] };
}
