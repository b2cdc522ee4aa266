/** A message in Gotify's web page and apps. https://gotify.net/docs/msgextras */
import type { JsonObject } from '../../../coroot';
import { textAt, valueAt } from '../../body/located-json';
import { markdownBlocks } from '../../markup/markdown';
import { type Preview, plainBlock, safeHref } from '../../preview/preview';

/** How loud the Android app is. https://gotify.net/docs/pushmsg */
function loudness(priority: number): string {
  if (priority >= 8) return 'high: sound, vibration and a pop-up';
  if (priority >= 4) return 'medium: sound and vibration';
  return priority >= 1 ? 'low: an icon' : 'silent';
}

/** How Gotify would show a body. */
export function draw(root: JsonObject): Preview {
  const message = textAt(root, 'message') ?? '';
  if (message === '') return { kind: 'nothing', reason: 'There is no “message”, so Gotify refuses the body.' };
  const title = (textAt(root, 'title') ?? '').trim();
  const markdown = textAt(root, 'extras', 'client::display', 'contentType') === 'text/markdown';
  const priority = valueAt(root, 'priority');
  return {
    kind: 'notification',
    title: title === '' ? 'Your application’s name' : title,
    pieces: [
      {
        kind: 'text',
        blocks: markdown ? markdownBlocks(message, { gfm: true, breaks: false }) : [plainBlock(message)],
      },
    ],
    priority:
      priority?.kind === 'number'
        ? `${priority.text}, ${loudness(Number(priority.text))}`
        : 'the application’s default',
    tags: [],
    click: safeHref(textAt(root, 'extras', 'client::notification', 'click', 'url') ?? ''),
  };
}
