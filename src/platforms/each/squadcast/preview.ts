/** An incident in Squadcast. */
import { previewEvent, row, rowsOf } from '../../preview/event-preview';
import { textAt, valueAt } from '../../body/located-json';
import { markdownBlocks } from '../../markup/markdown';
import type { Preview } from '../../preview/preview';

/** How Squadcast would show a body. */
export function previewSquadcast(body: string): Preview {
  return previewEvent(body, 'Squadcast', (root) => {
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
  });
}
