/** Fields of other systems' templates, by name. What replaces one is looked up by name in the world's own fields. */
import { continued } from './habits';

/** A field that people know from elsewhere. */
export interface FieldHabit {
  /** Where it is from. */
  readonly system: string;
  /** What to do here: sentences. */
  readonly hint: string;
  /** Names of fields that hold the same where a world has them, the best first. */
  readonly candidates: readonly string[];
}

type Row = readonly [paths: string, system: string, hint: string, candidates?: string];

const alertmanager = 'Alertmanager';

/** Paths, longest first where one begins another. */
const rows: readonly Row[] = [
  [
    'Labels.alertname CommonLabels.alertname GroupLabels.alertname',
    alertmanager,
    'There are no labels here.',
    'RuleName',
  ],
  [
    'Labels.severity CommonLabels.severity GroupLabels.severity',
    alertmanager,
    'There are no labels here.',
    'Severity Status',
  ],
  [
    'Annotations.summary CommonAnnotations.summary Annotations.description CommonAnnotations.description Annotations.message CommonAnnotations.message',
    alertmanager,
    'There are no annotations here.',
    'Summary RCASummary',
  ],
  ['Annotations.runbook_url CommonAnnotations.runbook_url', alertmanager, 'There are no annotations here.', 'URL'],
  [
    'Labels CommonLabels GroupLabels',
    alertmanager,
    'There are no labels here: the notification has its own fields, and custom fields for what is yours.',
  ],
  ['Annotations CommonAnnotations', alertmanager, 'There are no annotations here: texts have fields of their own.'],
  [
    'Alerts.Firing Alerts.Resolved',
    alertmanager,
    'Each notification is about one thing, so there is no list of alerts: tell firing from resolved by the status.',
  ],
  ['Alerts', alertmanager, 'Each notification is about one thing, so there is no list of alerts to `range` over.'],
  [
    'ExternalURL GeneratorURL SilenceURL DashboardURL PanelURL RunbookURL ImageURL generatorURL externalURL',
    'Alertmanager and Grafana',
    'There is one link here.',
    'URL',
  ],
  ['StartsAt EndsAt', alertmanager, 'There are no times here.', 'Duration'],
  [
    'Receiver Fingerprint GroupKey TruncatedAlerts NotificationReason Version OrgID',
    'Alertmanager and Grafana',
    'Nothing here corresponds to it.',
  ],
  [
    'ValueString Title Message RuleUID ValueJSON EvalMatches',
    'Grafana',
    'Nothing here corresponds to it.',
    'Summary RCASummary',
  ],
  ['RuleUrl RuleURL', 'Grafana', 'There is one link here.', 'URL'],
  ['State state alertState', 'Grafana', 'It has another name here.', 'Status'],
  ['AlertName alertname alertName', 'Grafana and Prometheus', 'It has another name here.', 'RuleName'],
  [
    'Values',
    'Helm',
    'Values belong to a chart. What you want to hand in goes into a custom field, or into the template itself.',
  ],
  [
    'Release Chart Capabilities Files Template Subcharts',
    'Helm',
    'It belongs to a chart and does not exist when a notification is sent.',
  ],
  ['app.metadata.name', 'Argo CD', 'That is its application object.', 'Application.Name'],
  ['app.metadata.namespace', 'Argo CD', 'That is its application object.', 'Application.Namespace'],
  [
    'app.status.sync.status app.status.health.status app.status app.spec app.metadata',
    'Argo CD',
    'That is its application object.',
    'Application',
  ],
  ['app context serviceType recipient', 'Argo CD', 'That is its notification context.', 'Application'],
  ['commit refs image', 'Argo CD', 'Nothing here corresponds to it.', 'Version'],
  ['value labels', 'Prometheus', 'There are no metrics or labels here.'],
  [
    'alert alerts incident notification event payload data deployment',
    'other systems',
    'The data is dot itself: its fields follow the point directly.',
  ],
  ['service Service', 'other systems', 'It has another name here.', 'Application'],
  [
    'description Description details Details body Body text Text',
    'other systems',
    'It has another name here.',
    'Summary RCASummary',
  ],
  ['link Link url Url href', 'other systems', 'It has another name here.', 'URL'],
];

const table: ReadonlyMap<string, FieldHabit> = new Map(
  rows.flatMap(([paths, system, hint, candidates = '']) =>
    paths.split(' ').map((path) => {
      const habit = { system, hint, candidates: candidates === '' ? [] : candidates.split(' ') };
      return [path, habit] as const;
    }),
  ),
);

const firstNames: ReadonlySet<string> = new Set(Array.from(table.keys(), (path) => path.replace(/\..*$/, '')));

/**
 * What is known of a chain of fields, without points, that another system has: `Labels`, `alertname`. The longest path
 * that is known counts; null when none is.
 */
export function habitOfField(names: readonly string[]): (FieldHabit & { readonly length: number }) | null {
  if (!firstNames.has(names[0] ?? '')) return null;
  for (let length = Math.min(names.length, 4); length > 0; length--) {
    const habit = table.get(names.slice(0, length).join('.'));
    if (habit === undefined) continue;
    const whose = habit.system === 'other systems' ? 'other systems’' : `${habit.system}’s`;
    // One sentence, so that whoever shows the first says what to do.
    const hint = `\`.${names.slice(0, length).join('.')}\` is ${whose}: ${continued(habit.hint)}`;
    return { ...habit, hint, length };
  }
  return null;
}
