/**
 * What Alertmanager requires of alerts: https://prometheus.io/docs/alerting/latest/alerts_api/. The answers were
 * recorded from Alertmanager 0.28.1.
 */
import { type JsonNode, type JsonObject, anyGo, described, listGo, mapGo, stringGo, structGo } from '../../../coroot';
import { readByGo } from '../../body/encoding-json';
import { memberOf, textAt } from '../../body/located-json';
import { text } from '../../body/schema';
import { type Report, placeOf } from '../../body/verdict';

/** What Alertmanager reads as a time: RFC 3339, and a little less strict. A date without a time is midnight. */
const time =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?:[T ](?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)?)?$/;

const empty = '"at least one label pair required"';

/**
 * A body as Alertmanager reads it: keys of any case, as recorded on 2026-11-30. What its values must be is checked
 * below, as it reads times and addresses in ways of its own.
 */
export const asAlertmanagerReads = readByGo({
  name: 'Alertmanager',
  type: listGo(
    structGo('models.PostableAlert', {
      labels: mapGo(stringGo),
      annotations: mapGo(stringGo),
      startsAt: anyGo,
      endsAt: anyGo,
      generatorURL: anyGo,
    }),
  ),
  rest: 'ignored',
});

/** What Alertmanager would say to a body. */
export function rules(report: Report, root: JsonNode): void {
  if (root.kind !== 'array') {
    report.error(
      root,
      'not-list',
      `The body must be a list of alerts [ … ], not ${described(root)}.`,
      root.kind === 'object'
        ? '{"code":400,"message":"parsing alerts body from \\"\\" failed, because json: cannot unmarshal object into Go value of type models.PostableAlerts"}'
        : null,
    );
    return;
  }
  if (root.elements.length === 0) {
    report.warning(placeOf(root), 'no-alerts', 'The list is empty: Alertmanager answers 200 and stores nothing.');
  }
  root.elements.forEach((alert, i) => {
    checkAlert(report, alert, i);
  });
}

function checkAlert(report: Report, alert: JsonNode, index: number): void {
  const path = `[${String(index)}]`;
  if (alert.kind !== 'object') {
    const lost =
      alert.kind === 'null' ? ' Alertmanager breaks off the connection, and no alert of the list is kept.' : '';
    report.error(placeOf(alert), 'wrong-type', `“${path}” must be an alert { … }, not ${described(alert)}.${lost}`);
    return;
  }
  checkLabels(report, alert, index);
  const annotations = memberOf(alert, 'annotations')?.value ?? null;
  if (annotations !== null) checkPairs(report, annotations, `${path}.annotations`, 'annotations');
  checkTimes(report, alert, path);
  const url = memberOf(alert, 'generatorURL')?.value ?? null;
  if (url !== null && url.kind !== 'null') {
    text()(report, url, `${path}.generatorURL`);
    if (url.kind === 'string' && url.value !== '' && !isUri(url.value)) {
      report.error(
        placeOf(url),
        'not-uri',
        `“${path}.generatorURL” must be an address, such as {{ json .URL }}.`,
        `{"code":601,"message":"${String(index)}.generatorURL in body must be of type uri: ${JSON.stringify(JSON.stringify(url.value)).slice(1, -1)}"}`,
      );
    }
  }
}

function checkLabels(report: Report, alert: JsonObject, index: number): void {
  const path = `[${String(index)}].labels`;
  const labels = memberOf(alert, 'labels')?.value ?? null;
  if (labels === null || labels.kind === 'null') {
    report.error(
      placeOf(labels ?? alert),
      'no-labels',
      `“${path}” is missing: an alert is known by its labels.`,
      `{"code":602,"message":"${String(index)}.labels in body is required"}`,
    );
    return;
  }
  checkPairs(report, labels, path, 'labels');
  if (labels.kind !== 'object') return;
  // Labels without a value are dropped before the alert is looked at.
  const kept = labels.members.filter(
    ({ value }) => value.kind !== 'null' && !(value.kind === 'string' && value.value === ''),
  );
  if (kept.length === 0) {
    report.error(placeOf(labels), 'empty-labels', `“${path}” needs at least one label with a value.`, empty);
  } else if (!kept.some(({ key }) => key === 'alertname')) {
    report.info(
      placeOf(labels),
      'no-alertname',
      `“${path}” has no alertname; Prometheus’s tools show and group by it.`,
    );
  }
}

/** https://prometheus.io/docs/concepts/data_model/#metric-names-and-labels */
function checkPairs(report: Report, pairs: JsonNode, path: string, what: 'labels' | 'annotations'): void {
  if (pairs.kind === 'null') return;
  if (pairs.kind !== 'object') {
    report.error(placeOf(pairs), 'wrong-type', `“${path}” must be an object { … }, not ${described(pairs)}.`);
    return;
  }
  for (const { key, keyFrom, keyTo, value } of pairs.members) {
    const at = { from: keyFrom, to: keyTo };
    const dropped = what === 'labels' && (value.kind === 'null' || (value.kind === 'string' && value.value === ''));
    if (value.kind !== 'string' && value.kind !== 'null') {
      report.error(
        placeOf(value),
        'wrong-type',
        `“${path}.${key}” must be text in double quotes, not ${described(value)}.`,
      );
    }
    if (key === '' && !dropped) {
      const set = what === 'labels' ? 'label set' : 'annotations';
      report.error(at, 'no-name', `“${path}” has a name that is empty.`, `"invalid ${set}: invalid name \\"\\""`);
    } else if (!/^[a-zA-Z_][a-zA-Z0-9_]*$/.test(key)) {
      report.warning(
        at,
        'unusual-name',
        `“${key}” has other characters than letters, digits and underscores: Alertmanager before 0.27, or in classic mode, refuses the alert, and templates cannot write .${what === 'labels' ? 'Labels' : 'Annotations'}.${key}.`,
      );
    }
  }
}

function checkTimes(report: Report, alert: JsonObject, path: string): void {
  for (const key of ['startsAt', 'endsAt']) {
    const value = memberOf(alert, key)?.value ?? null;
    if (value === null || value.kind === 'null') continue;
    text()(report, value, `${path}.${key}`);
    if (value.kind === 'string' && value.value !== '' && !time.test(value.value)) {
      report.error(
        placeOf(value),
        'not-time',
        `“${path}.${key}” must be a time such as 2030-01-31T12:00:00Z, not “${value.value}”.`,
      );
    }
  }
  const [starts, ends] = [timeAt(alert, 'startsAt'), timeAt(alert, 'endsAt')];
  const end = memberOf(alert, 'endsAt')?.value;
  if (starts !== null && ends !== null && ends < starts && end !== undefined) {
    report.error(
      placeOf(end),
      'ends-first',
      `“${path}.endsAt” is before “${path}.startsAt”. Leave startsAt out.`,
      '"start time must be before end time"',
    );
  }
}

/**
 * A time of an alert in milliseconds since 1970, or null when there is none that can be read. Without a zone it is UTC.
 */
export function timeAt(alert: JsonNode, key: string): number | null {
  const written = textAt(alert, key) ?? '';
  if (!time.test(written)) return null;
  const zoned = /(?:Z|[+-]\d\d:\d\d|^\d{4}-\d\d-\d\d)$/.test(written) ? written : `${written}Z`;
  const at = Date.parse(zoned.replace(' ', 'T'));
  return Number.isNaN(at) ? null : at;
}

/** Go's url.ParseRequestURI, as far as addresses are concerned. */
function isUri(address: string): boolean {
  if (Array.from(address).some((c) => c < ' ' || c === '\x7f') || /%(?![\da-fA-F]{2})/.test(address)) return false;
  if (address.startsWith('/') || address === '*') return true;
  const [, host] = /^[a-zA-Z][a-zA-Z\d+.-]*:(?:\/\/([^/?#]*))?/.exec(address) ?? [null];
  return host === undefined
    ? /^[a-zA-Z][a-zA-Z\d+.-]*:/.test(address)
    : host !== null && !/[ <>"]|^\[[^\]]*$/.test(host);
}
