/** What PagerDuty's Events API v2 requires: https://developer.pagerduty.com/docs/events-api-v2/trigger-events/ */
import type { JsonObject } from '../../../coroot';
import { memberOf, textAt } from '../../body/located-json';
import { bytes, characters } from '../../body/measure';
import { anything, list, object, optional, required, text } from '../../body/schema';
import { type Report, placeOf } from '../../body/verdict';

/** In bytes, for the whole event. */
const eventLimit = 512_000;

const severities = ['critical', 'error', 'warning', 'info'];

/** An ISO 8601 date and time. */
const timestamp = text({
  pattern: [
    /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d/,
    'The “timestamp” must be a date and time such as 2026-01-31T12:34:56Z. A template has no clock: leave it out.',
  ],
});

const payload = object({
  summary: required(text({ notEmpty: true, limit: { max: 1024, measure: characters } })),
  source: required(text({ notEmpty: true })),
  severity: required(text({ oneOf: severities })),
  timestamp: optional(timestamp),
  component: optional(text()),
  group: optional(text()),
  class: optional(text()),
  custom_details: optional(anything),
});

const https = text({ pattern: [/^https:\/\//, 'An image’s “src” must begin with https://.'] });

const event = object(
  {
    routing_key: required(
      text({
        pattern: [/^[A-Za-z0-9]{32}$/, 'The “routing_key” is the integration key of 32 letters and digits.'],
        check: (report, node) => {
          if (/^0+$/.test(node.value))
            report.info(placeOf(node), 'placeholder', 'Put your own integration key in place of the zeros.');
        },
      }),
    ),
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
    report.error(report.whole, 'too-long', 'The event has more than 512,000 bytes. Cut texts with printf "%.200s".');
}

/** What PagerDuty would say to a body. */
export function rules(report: Report, root: JsonObject): void {
  event(report, root, '');
}
