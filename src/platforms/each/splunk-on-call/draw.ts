/** An incident in Splunk On-Call. */
import type { JsonObject } from '../../../coroot';
import { type IncidentPreview, type Severity, linkTo, row } from '../../preview/event-preview';
import { textAt } from '../../body/located-json';
import { type Preview, plainBlock } from '../../preview/preview';

const types: Readonly<Record<string, { readonly action: IncidentPreview['action']; readonly severity: Severity }>> = {
  CRITICAL: { action: 'trigger', severity: { label: 'Critical', tone: 'critical' } },
  WARNING: { action: 'trigger', severity: { label: 'Warning', tone: 'warning' } },
  ACKNOWLEDGEMENT: { action: 'acknowledge', severity: { label: 'Acknowledged', tone: 'info' } },
  INFO: { action: 'record', severity: { label: 'Info', tone: 'info' } },
  RECOVERY: { action: 'resolve', severity: { label: 'Recovery', tone: 'ok' } },
};

/** Members that stand elsewhere on the card. */
const placed = ['message_type', 'entity_display_name', 'state_message', 'alert_url'];

/** How Splunk On-Call would show a body. */
export function draw(root: JsonObject): Preview {
  const { action, severity } = types[textAt(root, 'message_type') ?? ''] ?? {
    action: 'record' as const,
    severity: { label: 'Unknown type', tone: 'info' as const },
  };
  return {
    kind: 'incident',
    action,
    severity,
    title: textAt(root, 'entity_display_name') ?? textAt(root, 'entity_id') ?? '',
    body: [plainBlock(textAt(root, 'state_message') ?? '')],
    rows: root.members
      .filter(({ key }) => !placed.includes(key))
      .flatMap(({ key, value }) => row(key, value.kind === 'string' ? value.value : null)),
    links: linkTo('Open in Coroot', textAt(root, 'alert_url')),
  };
}
