/** An alert in incident.io. */
import type { JsonObject } from '../../../coroot';
import { linkTo, row, rowsOf } from '../../preview/event-preview';
import { textAt, valueAt } from '../../body/located-json';
import { markdownBlocks } from '../../markup/markdown';
import type { Preview } from '../../preview/preview';

/** How incident.io would show a body. */
export function draw(root: JsonObject): Preview {
  const resolved = textAt(root, 'status') === 'resolved';
  return {
    kind: 'incident',
    action: resolved ? 'resolve' : 'trigger',
    severity: resolved ? { label: 'Resolved', tone: 'ok' } : { label: 'Firing', tone: 'critical' },
    title: textAt(root, 'title') ?? '',
    body: markdownBlocks(textAt(root, 'description') ?? '', { gfm: true, breaks: false }),
    rows: [...rowsOf(valueAt(root, 'metadata')), ...row('Deduplication key', textAt(root, 'deduplication_key'))],
    links: linkTo('View source', textAt(root, 'source_url')),
  };
}
