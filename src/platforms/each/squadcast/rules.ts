/**
 * What Squadcast's incident webhook takes:
 * https://support.squadcast.com/integrations/incident-webhook-incident-webhook-api
 */
import type { JsonObject } from '../../../coroot';
import { memberOf, textAt } from '../../body/located-json';
import { bytes } from '../../body/measure';
import { type Shape, byKind, object, optional, required, text } from '../../body/schema';
import { type Report, placeOf } from '../../body/verdict';
import { shortenAll, textsIn } from '../../body/shortening';

/** In bytes; a longer body is answered with 413. */
const bodyLimit = 30_000;

const color = text({ pattern: [/^#[\dA-Fa-f]{6}$/, 'A tag’s “color” must look like #c9303e.'] });
const tag = byKind(
  { string: text(), object: object({ value: required(text()), color: optional(color) }) },
  'text or an object with value and color',
);

const tags: Shape = (report, node, path) => {
  object({})(report, node, path);
  if (node.kind === 'object') for (const { key, value } of node.members) tag(report, value, `${path}.${key}`);
};

const trigger = object({
  message: required(text({ notEmpty: true })),
  description: required(text()),
  event_id: optional(text()),
  priority: optional(text({ oneOf: ['P1', 'P2', 'P3', 'P4', 'P5'] })),
  tags: optional(tags),
});

/** What Squadcast would say to a body. */
export function rules(report: Report, root: JsonObject): void {
  const status = memberOf(root, 'status');
  text({ oneOf: ['trigger', 'acknowledge', 'resolve'] })(
    report,
    status?.value ?? { kind: 'string', value: 'trigger', from: root.from, to: root.to },
    'status',
  );
  const key = textAt(root, 'event_id') ?? '';
  if (textAt(root, 'status') === 'resolve') {
    if (key === '')
      report.error(
        placeOf(root),
        'missing',
        'To resolve an incident Squadcast needs its “event_id”. Use {{ json .URL }}.',
      );
  } else {
    trigger(report, root, '');
    if (key === '')
      report.warning(
        placeOf(root),
        'no-key',
        'Without “event_id” nothing can resolve this incident. Use {{ json .URL }}.',
      );
  }
  const used = bytes(report.body);
  report.count('body', used, bodyLimit, 'bytes', report.whole);
  if (used > bodyLimit)
    report.error(
      report.whole,
      'too-long',
      `The body has more than 30 kB, which Squadcast answers with 413. ${shortenAll(textsIn(root), used, { max: bodyLimit, measure: bytes })}`,
    );
}
