/**
 * What an HTTP alert source of incident.io takes: https://docs.incident.io/alerts/custom-http-sources (looked at in
 * 2026-11). That it refuses an alert without a key: https://github.com/TwiN/gatus/issues/1293 (of 2025-09-25).
 */
import type { JsonObject } from '../../../coroot';
import { memberOf } from '../../body/located-json';
import { object, optional, required, text } from '../../body/schema';
import { type Report, placeOf } from '../../body/verdict';

const alert = object(
  {
    title: required(text({ notEmpty: true })),
    status: required(text({ oneOf: ['firing', 'resolved'] })),
    description: optional(text()),
    deduplication_key: optional(text({ notEmpty: 'nor-blank' })),
    source_url: optional(text()),
    metadata: optional(object({})),
  },
  {
    check: (report, root) => {
      const key = memberOf(root, 'deduplication_key')?.value ?? null;
      if (key !== null && key.kind !== 'null') return;
      report.error(
        placeOf(key ?? root),
        'no-key',
        'incident.io refuses an alert without “deduplication_key”, by which a resolved alert also finds the one that fired. Use {{ json .URL }}.',
        'Deduplication key is required',
      );
    },
  },
);

/** What incident.io would say to a body. */
export function rules(report: Report, root: JsonObject): void {
  alert(report, root, '');
}
