/** What GoAlert's generic API takes: https://github.com/target/goalert, the documentation of integration keys. */
import { type JsonNode, type JsonObject, mapGo, maybeGo, stringGo, structGo } from '../../../coroot';
import { decodedInto, readByGo } from '../../body/encoding-json';
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

/**
 * What GoAlert decodes a body into: https://github.com/target/goalert/blob/master/genericapi/handler.go, read on
 * 2026-11-30.
 */
const alertType = structGo(null, {
  summary: maybeGo(stringGo),
  details: maybeGo(stringGo),
  action: maybeGo(stringGo),
  dedup: maybeGo(stringGo),
  meta: mapGo(stringGo),
});

/** A body as GoAlert reads it. */
export const asGoAlertReads = readByGo({ name: 'GoAlert', type: alertType, rest: 'refused' });

const decoded = decodedInto(alertType, alert, () => null);

/** What GoAlert would say to a body. */
export function rules(report: Report, root: JsonObject): void {
  decoded(report, root, '');
}
