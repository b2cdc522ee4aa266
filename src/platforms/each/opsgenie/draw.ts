/** An alert in Opsgenie. */
import type { JsonObject } from '../../../coroot';
import { type Severity, linkTo, row, rowsOf } from '../../preview/event-preview';
import { elementsAt, textAt, valueAt } from '../../body/located-json';
import { type Preview, plainBlock } from '../../preview/preview';

const priorities: Readonly<Record<string, Severity>> = {
  P1: { label: 'P1 · Critical', tone: 'critical' },
  P2: { label: 'P2 · High', tone: 'critical' },
  P3: { label: 'P3 · Moderate', tone: 'warning' },
  P4: { label: 'P4 · Low', tone: 'info' },
  P5: { label: 'P5 · Informational', tone: 'info' },
};

/** How Opsgenie would show a body. */
export function draw(root: JsonObject): Preview {
  return {
    kind: 'incident',
    action: 'trigger',
    severity: priorities[textAt(root, 'priority') ?? 'P3'] ?? { label: 'P3 · Moderate', tone: 'warning' },
    title: textAt(root, 'message') ?? '',
    body: [plainBlock(textAt(root, 'description') ?? '')],
    rows: [
      ...row('Entity', textAt(root, 'entity')),
      ...row('Source', textAt(root, 'source')),
      ...row(
        'Tags',
        elementsAt(root, 'tags')
          .flatMap((tag) => (tag.kind === 'string' ? [tag.value] : []))
          .join(', '),
      ),
      ...rowsOf(valueAt(root, 'details')),
      ...row('Alias', textAt(root, 'alias')),
    ],
    links: linkTo('Open in Coroot', textAt(root, 'details', 'url')),
  };
}
