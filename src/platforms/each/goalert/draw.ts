/** An alert in GoAlert. */
import type { JsonObject } from '../../../coroot';
import { row, rowsOf } from '../../preview/event-preview';
import { textAt, valueAt } from '../../body/located-json';
import { markdownBlocks } from '../../markup/markdown';
import type { Preview } from '../../preview/preview';

/** How GoAlert would show a body. */
export function draw(root: JsonObject): Preview {
  const closed = textAt(root, 'action') === 'close';
  return {
    kind: 'incident',
    action: closed ? 'resolve' : 'trigger',
    severity: closed ? { label: 'Closed', tone: 'ok' } : { label: 'Unacknowledged', tone: 'critical' },
    title: textAt(root, 'summary') ?? '',
    body: markdownBlocks(textAt(root, 'details') ?? '', { gfm: true, breaks: false }),
    rows: [...rowsOf(valueAt(root, 'meta')), ...row('Dedup', textAt(root, 'dedup'))],
    links: [],
  };
}
