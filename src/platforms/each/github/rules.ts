/** What GitHub requires of an event: https://docs.github.com/en/rest/repos/repos#create-a-repository-dispatch-event */
import type { JsonObject } from '../../../coroot';
import { memberOf } from '../../body/located-json';
import { bytes, characters } from '../../body/measure';
import { anything, byKind, object, optional, required, text } from '../../body/schema';
import { type Report, placeOf } from '../../body/verdict';

const maxProperties = 10;
const maxBytes = 65_535;

const body = object(
  {
    event_type: required(text({ notEmpty: true, limit: { max: 100, measure: characters } })),
    client_payload: optional(byKind({ object: anything }, 'an object { … }')),
  },
  { unknown: 'warned', check: checkPayload },
);

function checkPayload(report: Report, root: JsonObject): void {
  const payload = memberOf(root, 'client_payload')?.value;
  if (payload?.kind !== 'object') return;
  const keys = new Set(payload.members.map(({ key }) => key)).size;
  report.count('client_payload', keys, maxProperties, 'properties', placeOf(payload));
  const last = payload.members.at(-1);
  if (keys > maxProperties && last !== undefined) {
    report.error(
      { from: last.keyFrom, to: last.keyTo },
      'too-many-properties',
      `“client_payload” has ${String(keys)} properties; GitHub takes 10 at its top. Put some of them into an object.`,
    );
  }
}

/** What GitHub would say to a body. */
export function rules(report: Report, root: JsonObject): void {
  if (!report.countText('body', report.body, { max: maxBytes, measure: bytes }, report.whole)) {
    report.error(
      report.whole,
      'body-too-large',
      `The body has ${bytes(report.body).toLocaleString('en')} bytes; GitHub takes less than 64 KB. Shorten the texts.`,
    );
  }
  body(report, root, '');
}
