/** What GoAlert's generic API takes: https://github.com/target/goalert, the documentation of integration keys. */
import type { JsonNode, JsonObject } from '../../../coroot';
import { memberOf } from '../../body/located-json';
import { characters } from '../../body/measure';
import { object, optional, required, text } from '../../body/schema';
import { type Report, placeOf } from '../../body/verdict';

function meta(report: Report, node: JsonNode, path: string): void {
  object({})(report, node, path);
  if (node.kind === 'object') for (const { key, value } of node.members) text()(report, value, `${path}.${key}`);
}

const alert = object(
  {
    summary: required(text({ notEmpty: true, limit: { max: 1024, measure: characters }, cuts: true })),
    details: optional(text({ limit: { max: 6144, measure: characters }, cuts: true })),
    action: optional(
      text({
        check: (report, node) => {
          if (node.value !== '' && node.value !== 'close') {
            report.warning(
              placeOf(node),
              'action',
              `GoAlert knows the action “close” only; with “${node.value}” it opens an alert.`,
            );
          }
        },
      }),
    ),
    dedup: optional(text()),
    meta: optional(meta),
  },
  {
    check: (report, root) => {
      if (memberOf(root, 'dedup') !== null) return;
      report.warning(
        placeOf(root),
        'no-key',
        'Without “dedup” GoAlert takes summary and details as the key, so a resolved alert closes nothing. Use {{ json .URL }}.',
      );
    },
  },
);

/** What GoAlert would say to a body. */
export function rules(report: Report, root: JsonObject): void {
  alert(report, root, '');
}
