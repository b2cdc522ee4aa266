/**
 * What PagerDuty's Events API v2 requires: https://developer.pagerduty.com/docs/events-api-v2/trigger-events/ (looked
 * at in 2026-11).
 */
import type { JsonObject, JsonString } from '../../../coroot';
import { memberOf, textAt } from '../../body/located-json';
import { bytes, characters } from '../../body/measure';
import { type Shape, anything, list, object, optional, required, text } from '../../body/schema';
import { type Limit, type Report, placeOf } from '../../body/verdict';
import { shortenAll, textsIn } from '../../body/shortening';

/** In bytes, for the whole event. */
const eventLimit = 512_000;

const severities = ['critical', 'error', 'warning', 'info'];

/** The answer to an event with these errors: https://github.com/envato/pagerduty/issues/70 (of 2020-06-05). */
function invalid(...errors: readonly string[]): string {
  return JSON.stringify({ status: 'invalid event', message: 'Event object is invalid', errors });
}

/**
 * The answer to a member of the payload that is absent, empty or blank:
 * https://github.com/SigNoz/signoz/issues/9536 (of 2025-11-10),
 * https://github.com/solana-foundation/solana-developer-platform/pull/576 (of 2026-07-02)
 */
function blank(path: string): string {
  return invalid(`'${path}' is missing or blank`);
}

/** https://github.com/prometheus-community/helm-charts/issues/2309 (of 2022-07-26) */
const wrongSeverity = invalid(
  "'payload.severity' is invalid (must be one of the following: 'critical', 'warning', 'error' or 'info')",
);

/** A text of the payload that must be there. */
function needed(path: string, limit?: Limit): Shape {
  return text({ notEmpty: 'nor-blank', answers: { empty: blank(path) }, ...(limit === undefined ? {} : { limit }) });
}

const severity: Shape = (report, node, path) => {
  const isBlank = node.kind === 'string' && node.value.trim() === '';
  if (isBlank) needed(path)(report, node, path);
  else text({ oneOf: severities, answers: { notAllowed: wrongSeverity } })(report, node, path);
};

/** An ISO 8601 date and time. */
const timestamp = text({
  pattern: [
    /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d/,
    'The “timestamp” must be a date and time such as 2026-01-31T12:34:56Z. A template has no clock: leave it out.',
  ],
});

const payload = object(
  {
    summary: required(needed('payload.summary', { max: 1024, measure: characters })),
    source: required(needed('payload.source')),
    severity: required(severity),
    timestamp: optional(timestamp),
    component: optional(text()),
    group: optional(text()),
    class: optional(text()),
    custom_details: optional(anything),
  },
  { missing: blank },
);

/** The answers to keys of another shape: https://github.com/blockpane/tenderduty/issues/10 (of 2022-02-16). */
function checkKey(report: Report, { value, from, to }: JsonString): void {
  const errors: string[] = [];
  if (value.length !== 32) errors.push("Length of 'routing_key' is incorrect (should be 32 characters)");
  if (/[^A-Za-z0-9]/.test(value)) errors.push("'routing_key' cannot contain non-alphanumeric characters.");
  if (errors.length > 0) {
    const message = 'The “routing_key” is the integration key of 32 letters and digits.';
    report.error({ from, to }, 'malformed', message, invalid(...errors));
  } else if (/^0+$/.test(value)) {
    report.info({ from, to }, 'placeholder', 'Put your own integration key in place of the zeros.');
  }
}

const https = text({ pattern: [/^https:\/\//, 'An image’s “src” must begin with https://.'] });

const event = object(
  {
    routing_key: required(text({ check: checkKey })),
    event_action: required(text({ oneOf: ['trigger', 'acknowledge', 'resolve'] })),
    dedup_key: optional(text()),
    // What a trigger must have is asked for below; other actions do without it.
    payload: optional(anything),
    client: optional(text()),
    client_url: optional(text()),
    links: optional(list(object({ href: required(text({ notEmpty: true })), text: optional(text()) }))),
    images: optional(list(object({ src: required(https), href: optional(text()), alt: optional(text()) }))),
  },
  { check: checkEvent },
);

function checkEvent(report: Report, root: JsonObject): void {
  const action = textAt(root, 'event_action');
  const key = memberOf(root, 'dedup_key');
  if (action === 'trigger') {
    const member = memberOf(root, 'payload');
    if (member === null) {
      report.error(placeOf(root), 'missing', 'A trigger needs “payload” with summary, source and severity.');
    } else payload(report, member.value, 'payload');
    if (key === null) {
      report.warning(
        placeOf(root),
        'no-key',
        'Without “dedup_key” nothing can resolve this incident. Use {{ json .URL }}.',
      );
    }
  } else if ((action === 'resolve' || action === 'acknowledge') && (textAt(root, 'dedup_key') ?? '') === '') {
    report.error(
      placeOf(root),
      'missing',
      `To ${action} an incident PagerDuty needs its “dedup_key”. Use {{ json .URL }}.`,
    );
  }
  const used = bytes(report.body);
  report.count('event', used, eventLimit, 'bytes', report.whole);
  if (used > eventLimit)
    report.error(
      report.whole,
      'too-long',
      `The event has more than 512,000 bytes. ${shortenAll(textsIn(root), used, { max: eventLimit, measure: bytes })}`,
    );
}

/** What PagerDuty would say to a body. */
export function rules(report: Report, root: JsonObject): void {
  event(report, root, '');
}
