/** The notifications that templates are tried on. */
import fc from 'fast-check';
import type { Environment } from '../../../src/analysis';
import {
  type CorootVersion,
  type NotificationKind,
  decodePayload,
  hostileSamples,
  samplesFor,
} from '../../../src/coroot';
import type { Value } from '../../../src/go';
import { environmentOf } from '../../../src/pipeline';
import { payloads } from '../../platforms/payloads';

/** A notification that templates are executed with. */
export interface Tried {
  readonly payload: string;
  readonly value: Value;
  /** Whether no text of it has a character that JSON or HTML writes in another way. */
  readonly isPlain: boolean;
  /** Whether it is a sample or a hostile payload, and not a random one whose every text is hostile. */
  readonly isGiven: boolean;
}

/** Go's name of the struct of reports. */
const reportItems = 'db.IncidentNotificationDetailsReport';

/** How many notifications each template is tried on. */
const most = 50;

const kept = new Map<string, readonly Tried[]>();

/** Fifty notifications of a kind for a version: its samples, the hostile ones, and random ones, always the same. */
export function valuesFor(kind: NotificationKind, version: CorootVersion): readonly Tried[] {
  const key = `${kind} ${version.id}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const given = [...samplesFor(kind, version), ...samplesFor(kind, version, hostileSamples)].map((s) => s.payload);
  const random = fc
    .sample(payloads[kind], { numRuns: 2 * most, seed: 1 })
    .map((payload) => JSON.stringify(asSent(payload, kind, version)))
    // Long ones cost much and show nothing that the hostile ones do not.
    .filter((payload) => payload.length < 4000);
  const tried = [...given, ...random].slice(0, most).flatMap((payload, i): readonly Tried[] => {
    const decoded = decodePayload(payload, kind, version, []);
    return decoded.ok
      ? [{ payload, value: decoded.value, isPlain: isPlain(JSON.parse(payload)), isGiven: i < given.length }]
      : [];
  });
  kept.set(key, tried);
  return tried;
}

/** Go's name of the struct of details. */
const detailItems = 'model.AlertDetail';

/**
 * A random payload whose reports and details have names and checks that Coroot has: like statuses they are few and
 * known, and the analysis takes nothing else for possible. Only alerts can have no namespace: what is in none has `_`.
 */
function asSent(
  payload: Readonly<Record<string, unknown>>,
  kind: NotificationKind,
  version: CorootVersion,
): Readonly<Record<string, unknown>> {
  const world = worldOf(kind, version, null);
  const pick = (struct: string, field: string, i: number, otherwise: unknown): unknown => {
    const sent = world.textsOf(struct, field)?.sent ?? [];
    return sent[(i * 7) % sent.length] ?? otherwise;
  };
  const own = (field: string, i: number): unknown => {
    const { sent } = world.textsOf(world.root.toString(), world.keys === null ? field : field.toLowerCase()) ?? {};
    const text = payload[field.toLowerCase()];
    return sent === undefined || sent.includes(text as string) ? text : sent[i % sent.length];
  };
  const { reports, details, application } = payload;
  const app = application as Readonly<Record<string, unknown>>;
  const isNowhere = kind !== 'alert' && app['Namespace'] === '';
  return {
    ...payload,
    ...('status' in payload ? { status: own('Status', JSON.stringify(payload).length) } : {}),
    // What lasts long has a long text, which the few random ones lack.
    ...(payload['duration'] === '1h30m' ? { duration: '100d12h30m' } : {}),
    ...('severity' in payload ? { severity: own('Severity', JSON.stringify(payload).length) } : {}),
    ...(isNowhere ? { application: { ...app, Namespace: '_' } } : {}),
    ...(Array.isArray(reports)
      ? {
          reports: reports.map((report: Readonly<Record<string, unknown>>, i) => ({
            ...report,
            name: pick(reportItems, 'Name', i, report['name']),
            check: pick(reportItems, 'Check', i, report['check']),
          })),
        }
      : {}),
    ...(Array.isArray(details)
      ? {
          details: details.map((detail: Readonly<Record<string, unknown>>, i) => ({
            ...detail,
            name: pick(detailItems, 'Name', i, detail['name']),
          })),
        }
      : {}),
  };
}

/** How many notifications are asked where fifty do not settle it. */
const mostMore = 1000;

const keptMore = new Map<string, readonly Tried[]>();

/** A thousand random notifications more, always the same. */
export function moreValuesFor(kind: NotificationKind, version: CorootVersion): readonly Tried[] {
  const key = `${kind} ${version.id}`;
  const known = keptMore.get(key);
  if (known !== undefined) return known;
  const more = fc.sample(payloads[kind], { numRuns: mostMore, seed: 2 }).flatMap((random): readonly Tried[] => {
    const payload = JSON.stringify(asSent(random, kind, version));
    const decoded = decodePayload(payload, kind, version, []);
    return decoded.ok ? [{ payload, value: decoded.value, isPlain: false, isGiven: false }] : [];
  });
  keptMore.set(key, more);
  return more;
}

/** Whether no text has a character that JSON or HTML writes in another way. */
function isPlain(value: unknown): boolean {
  if (typeof value === 'string') return /^[\p{L}\p{N} .,:;/?=_()%#|*!-]*$/u.test(value);
  if (typeof value !== 'object' || value === null) return true;
  return Object.values(value).every(isPlain);
}

const worlds = new Map<string, Environment>();

/** The world of a kind and version, made once. */
export function worldOf(kind: NotificationKind, version: CorootVersion, expectsJson: boolean | null): Environment {
  const key = `${kind} ${version.id} ${String(expectsJson)}`;
  let world = worlds.get(key);
  if (world === undefined) {
    world = environmentOf({ kind, version: version.id, customFields: [], expectsJson });
    worlds.set(key, world);
  }
  return world;
}
