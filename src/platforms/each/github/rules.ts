/**
 * What GitHub requires of an event: https://docs.github.com/en/rest/repos/repos#create-a-repository-dispatch-event
 * (looked at in 2026-11)
 */
import type { JsonNode, JsonObject } from '../../../coroot';
import { memberOf } from '../../body/located-json';
import { bytes, characters } from '../../body/measure';
import { anything, byKind, object, optional, required, text } from '../../body/schema';
import { type Finding, Report, placeOf } from '../../body/verdict';
import { shortenAll, textsIn } from '../../body/shortening';

const maxProperties = 10;
const maxBytes = 65_535;

const members = {
  event_type: required(text({ notEmpty: true, limit: { max: 100, measure: characters } })),
  client_payload: optional(byKind({ object: anything }, 'an object { … }')),
};

const body = object(members, { unknown: 'refused', check: checkPayload });

/** The answer to a request that is wrong: https://github.com/langfuse/langfuse-docs/issues/1967 (of 2025-08-25). */
function invalid(message: string): string {
  const documentation = 'https://docs.github.com/rest/repos/repos#create-a-repository-dispatch-event';
  return JSON.stringify({ message, documentation_url: documentation, status: '422' });
}

/** https://github.com/mvasigh/dispatch-action/issues/23 (of 2021-12-06) */
const tooLarge = invalid('client_payload is too large.');

/**
 * All that GitHub says of the keys of a request, in one answer, as it does. Of one key:
 * https://github.com/emilyriederer/projmgr/issues/43 (of 2020-05-29); of several and of a missing event:
 * https://github.com/langfuse/langfuse-docs/issues/1967 (of 2025-08-25); of too many properties:
 * https://github.com/prowler-cloud/prowler/pull/12370 (of 2026-08-06).
 */
function saidOfKeys(root: JsonObject): string | null {
  const unknown = root.members.filter(({ key }) => !Object.hasOwn(members, key)).map(({ key }) => `"${key}"`);
  const payload = memberOf(root, 'client_payload')?.value ?? null;
  const properties = payload === null ? 0 : propertiesOf(payload);
  const lines: string[] = [];
  if (unknown.length === 1) lines.push(`${unknown.join()} is not a permitted key.`);
  else if (unknown.length > 1) lines.push(`${unknown.join(', ')} are not permitted keys.`);
  if (memberOf(root, 'event_type') === null) lines.push('"event_type" wasn\'t supplied.');
  if (properties > maxProperties) {
    lines.push(`No more than 10 properties are allowed; ${String(properties)} were supplied.`);
  }
  return lines.length === 0 ? null : invalid(`Invalid request.\n\n${lines.join('\n')}`);
}

function propertiesOf(payload: JsonNode): number {
  return payload.kind === 'object' ? new Set(payload.members.map(({ key }) => key)).size : 0;
}

function checkPayload(report: Report, root: JsonObject): void {
  const payload = memberOf(root, 'client_payload')?.value;
  if (payload?.kind !== 'object') return;
  const keys = propertiesOf(payload);
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

/** Whether a finding is about keys, which GitHub answers all at once. */
function aboutKeys({ code }: Finding): boolean {
  return ['unknown', 'missing', 'too-many-properties'].includes(code);
}

/** What GitHub would say to a body. */
export function rules(report: Report, root: JsonObject): void {
  if (!report.countText('body', report.body, { max: maxBytes, measure: bytes }, report.whole)) {
    report.error(
      report.whole,
      'body-too-large',
      `The body has ${bytes(report.body).toLocaleString('en')} bytes; GitHub takes less than 64 KB. ${shortenAll(textsIn(root), bytes(report.body), { max: maxBytes, measure: bytes })}`,
      tooLarge,
    );
  }
  const inner = new Report(report.body);
  body(inner, root, '');
  const ofKeys = saidOfKeys(root);
  report.addAll(inner.verdict, (finding) => (aboutKeys(finding) ? ofKeys : finding.answer));
}
