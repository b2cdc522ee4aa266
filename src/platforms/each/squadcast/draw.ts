/** An incident in Squadcast. */
import type { JsonObject } from '../../../coroot';
import { row, rowsOf } from '../../preview/event-preview';
import { textAt, valueAt } from '../../body/located-json';
import { markdownBlocks } from '../../markup/markdown';
import type { Preview } from '../../preview/preview';

/** How Squadcast would show a body. */
export function draw(root: JsonObject): Preview {
  const resolved = textAt(root, 'status') === 'resolve';
  const priority = textAt(root, 'priority') ?? '';
  return {
    kind: 'incident',
    action: resolved ? 'resolve' : 'trigger',
    severity: resolved
      ? { label: 'Resolved', tone: 'ok' }
      : { label: priority === '' ? 'Triggered' : priority, tone: /^P[12]$/.test(priority) ? 'critical' : 'warning' },
    title: textAt(root, 'message') ?? '',
    body: markdownBlocks(textAt(root, 'description') ?? '', { gfm: true, breaks: false }),
    rows: [...rowsOf(valueAt(root, 'tags')), ...row('Event id', textAt(root, 'event_id'))],
    links: [],
  };
}
