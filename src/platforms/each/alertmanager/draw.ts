/** An alert as Alertmanager keeps it. https://prometheus.io/docs/alerting/latest/notifications/#alert */
import type { JsonNode, JsonObject } from '../../../coroot';
import { elementsAt, textAt, valueAt } from '../../body/located-json';
import { type Block, type Preview, plainBlock, safeHref } from '../../preview/preview';
import { timeAt } from './rules';

/** What is shown of a body without one. */
export const noAlert = 'The body is no list with an alert, so Alertmanager stores nothing.';

type Incident = Extract<Preview, { kind: 'incident' }>;

/** Names and values of labels or annotations; those without a value are dropped. */
function pairsOf(alert: JsonObject, key: string): readonly (readonly [string, string])[] {
  const pairs = valueAt(alert, key);
  if (pairs?.kind !== 'object') return [];
  return pairs.members.flatMap(({ key: name, value }): readonly (readonly [string, string])[] =>
    value.kind === 'string' && value.value !== '' ? [[name, value.value]] : [],
  );
}

function severityOf(alert: JsonObject, resolved: boolean): Incident['severity'] {
  const label = textAt(alert, 'labels', 'severity') ?? '';
  const shown = label === '' ? 'no severity' : label;
  if (resolved) return { label: shown, tone: 'ok' };
  if (/^(?:critical|page|error|fatal)$/i.test(label)) return { label: shown, tone: 'critical' };
  return { label: shown, tone: /^(?:info|none|notice)$/i.test(label) ? 'info' : 'warning' };
}

/** What Alertmanager makes of a body: its first alert, and the others by name. Whether it has ended, the clock says. */
export function draw(root: JsonNode): Preview {
  const [alert, ...others] = elementsAt(root).flatMap((node) => (node.kind === 'object' ? [node] : []));
  if (alert === undefined) return { kind: 'nothing', reason: noAlert };
  const labels = pairsOf(alert, 'labels');
  const annotations = pairsOf(alert, 'annotations');
  const ends = timeAt(alert, 'endsAt');
  const resolved = ends !== null && ends <= Date.now();
  const summary = annotations.find(([name]) => name === 'summary')?.[1] ?? '';
  const name = labels.find(([key]) => key === 'alertname')?.[1] ?? 'An alert without a name';
  const blocks: Block[] = annotations.flatMap(([key, value]): readonly Block[] =>
    key === 'summary' ? [] : [plainBlock(`${key}: ${value}`)],
  );
  if (others.length > 0) blocks.push(plainBlock(`… and ${String(others.length)} more alerts in the same body`));
  const url = textAt(alert, 'generatorURL') ?? '';
  const end = textAt(alert, 'endsAt') ?? '';
  return {
    kind: 'incident',
    action: resolved ? 'resolve' : 'trigger',
    severity: severityOf(alert, resolved),
    title: summary === '' ? name : summary,
    body: blocks,
    rows: [
      ...labels,
      ['ends', end === '' ? 'after resolve_timeout (5 minutes by default), unless it is sent again' : end],
    ],
    links: url === '' ? [] : [{ label: 'Source', href: safeHref(url), tone: 'default' }],
  };
}
