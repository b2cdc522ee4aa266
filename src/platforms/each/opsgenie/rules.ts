/**
 * What Opsgenie's alert API takes: https://docs.opsgenie.com/docs/alert-api and
 * https://docs.opsgenie.com/docs/alerts-and-alert-fields (looked at in 2026-11)
 */
import type { JsonNode, JsonObject } from '../../../coroot';
import { characters } from '../../body/measure';
import { type Shape, anything, list, object, optional, required, text } from '../../body/schema';
import { type Report, placeOf } from '../../body/verdict';

/** The answer to another priority: https://github.com/prometheus/alertmanager/pull/1965 (of 2019-07-19). */
const wrongPriority =
  '{"message":"Request body is not processable. Please check the errors.","errors":{"priority":"should be one of [ P1, P2, P3, P4, P5 ]"},"took":…,"requestId":"…"}';

function limited(max: number): Shape {
  return text({ limit: { max, measure: characters } });
}

/** Details hold texts only. */
function details(report: Report, node: JsonNode, path: string): void {
  object({})(report, node, path);
  if (node.kind !== 'object') return;
  let used = 0;
  for (const { key, value } of node.members) {
    text()(report, value, `${path}.${key}`);
    used += characters(key) + (value.kind === 'string' ? characters(value.value) : 0);
  }
  report.count(path, used, 8000, 'characters', placeOf(node));
}

const responder = object({
  type: required(text({ oneOf: ['team', 'user', 'escalation', 'schedule'] })),
  id: optional(text()),
  name: optional(text()),
  username: optional(text()),
});

const alert = object({
  message: required(text({ notEmpty: true, limit: { max: 130, measure: characters } })),
  alias: optional(limited(512)),
  description: optional(limited(15_000)),
  responders: optional(list(responder)),
  visibleTo: optional(list(anything)),
  actions: optional(list(text(), { max: 10 })),
  tags: optional(list(limited(50), { max: 20 })),
  details: optional(details),
  entity: optional(limited(512)),
  source: optional(limited(100)),
  priority: optional(text({ oneOf: ['P1', 'P2', 'P3', 'P4', 'P5'], answers: { notAllowed: wrongPriority } })),
  user: optional(limited(100)),
  note: optional(limited(25_000)),
});

/** What Opsgenie would say to a body. */
export function rules(report: Report, root: JsonObject): void {
  alert(report, root, '');
}
