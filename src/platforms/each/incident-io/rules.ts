/** What an HTTP alert source of incident.io takes: https://docs.incident.io/alerts/custom-http-sources */
import type { JsonObject } from '../../../coroot';
import { memberOf, textAt } from '../../body/located-json';
import { object, optional, required, text } from '../../body/schema';
import { type Report, placeOf } from '../../body/verdict';

const alert = object(
  {
    title: required(text({ notEmpty: true })),
    status: required(text({ oneOf: ['firing', 'resolved'] })),
    description: optional(text()),
    deduplication_key: optional(text()),
    source_url: optional(text()),
    metadata: optional(object({})),
  },
  {
    check: (report, root) => {
      if (memberOf(root, 'deduplication_key') !== null || textAt(root, 'status') === null) return;
      report.warning(
        placeOf(root),
        'no-key',
        'Without “deduplication_key” a resolved alert does not close the one that fired. Use {{ json .URL }}.',
      );
    },
  },
);

/** What incident.io would say to a body. */
export function rules(report: Report, root: JsonObject): void {
  alert(report, root, '');
}
