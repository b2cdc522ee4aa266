/** An incident in PagerDuty. */
import type { JsonObject } from '../../../coroot';
import { linkTo, row, rowsOf, type Severity } from '../../preview/event-preview';
import { elementsAt, textAt, valueAt } from '../../body/located-json';
import type { Preview } from '../../preview/preview';

const severities: Readonly<Record<string, Severity>> = {
  critical: { label: 'Critical', tone: 'critical' },
  error: { label: 'Error', tone: 'critical' },
  warning: { label: 'Warning', tone: 'warning' },
  info: { label: 'Info', tone: 'info' },
};

/** How PagerDuty would show a body. */
export function draw(root: JsonObject): Preview {
  const action = textAt(root, 'event_action');
  const severity = severities[textAt(root, 'payload', 'severity') ?? ''];
  return {
    kind: 'incident',
    action: action === 'resolve' || action === 'acknowledge' ? action : 'trigger',
    severity:
      action === 'resolve' ? { label: 'Resolved', tone: 'ok' } : (severity ?? { label: 'Unknown', tone: 'info' }),
    title: textAt(root, 'payload', 'summary') ?? textAt(root, 'dedup_key') ?? '',
    body: [],
    rows: [
      ...row('Source', textAt(root, 'payload', 'source')),
      ...row('Component', textAt(root, 'payload', 'component')),
      ...row('Group', textAt(root, 'payload', 'group')),
      ...row('Class', textAt(root, 'payload', 'class')),
      ...rowsOf(valueAt(root, 'payload', 'custom_details')),
      ...row('Incident key', textAt(root, 'dedup_key')),
    ],
    links: [
      ...linkTo(`View in ${textAt(root, 'client') ?? 'client'}`, textAt(root, 'client_url')),
      ...elementsAt(root, 'links').flatMap((link) => linkTo(textAt(link, 'text') ?? 'Link', textAt(link, 'href'))),
    ],
  };
}
