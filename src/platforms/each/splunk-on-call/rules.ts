/**
 * What the REST endpoint of Splunk On-Call (VictorOps) takes:
 * https://help.splunk.com/splunk-observability-cloud/splunk-on-call/integrations-with-splunk-on-call/rest-endpoint-integration-for-splunk-on-call
 */
import type { JsonObject } from '../../../coroot';
import { memberOf } from '../../body/located-json';
import { characters } from '../../body/measure';
import { number, object, optional, required, text } from '../../body/schema';
import { type Report, placeOf } from '../../body/verdict';

const alert = object(
  {
    message_type: required(text({ oneOf: ['CRITICAL', 'WARNING', 'ACKNOWLEDGEMENT', 'INFO', 'RECOVERY'] })),
    entity_id: optional(text({ notEmpty: true })),
    entity_display_name: optional(text()),
    state_message: optional(text({ limit: { max: 20_480, measure: characters } })),
    state_start_time: optional(number),
    timestamp: optional(number),
    monitoring_tool: optional(text()),
    alert_url: optional(text()),
  },
  {
    check: (report, root) => {
      if (memberOf(root, 'entity_id') !== null) return;
      report.warning(
        placeOf(root),
        'no-key',
        'Without “entity_id” every message opens an incident of its own, which nothing resolves. Use {{ json .URL }}.',
      );
    },
  },
);

/** What Splunk On-Call would say to a body. */
export function rules(report: Report, root: JsonObject): void {
  alert(report, root, '');
}
