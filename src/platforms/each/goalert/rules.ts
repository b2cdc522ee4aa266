/** What GoAlert's generic API takes: https://github.com/target/goalert, the documentation of integration keys. */
import { type JsonNode, type JsonObject, mapGo, maybeGo, stringGo, structGo } from '../../../coroot';
import { decodedInto, readByGo } from '../../body/encoding-json';
import { memberOf } from '../../body/located-json';
import { bytes, characters } from '../../body/measure';
import { object, optional, required, text } from '../../body/schema';
import { type Report, placeOf } from '../../body/verdict';

/** The bytes of all keys and values of `meta`: alert/metadata.go at 2458b9d, read on 2026-11-30. */
const metaLimit = { max: 32_768, measure: bytes };

function meta(report: Report, node: JsonNode, path: string): void {
  object({})(report, node, path);
  if (node.kind !== 'object') return;
  let all = '';
  for (const { key, value, keyFrom, keyTo } of node.members) {
    text()(report, value, `${path}.${key}`);
    all += key + (value.kind === 'string' ? value.value : '');
    if (/^[ -~]{1,255}$/.test(key)) continue;
    const message = `The key “${key}” of “${path}” must have 1 to 255 characters, all of ASCII.`;
    report.error({ from: keyFrom, to: keyTo }, 'meta-key', message);
  }
  if (report.countText(path, all, metaLimit, placeOf(node))) return;
  const most = metaLimit.max.toLocaleString('en');
  report.error(placeOf(node), 'too-long', `The keys and values of “${path}” have more than ${most} bytes together.`);
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
