/** Payloads to try templates with, in Coroot's own JSON form, as each version sends them. */
import { documentedSamples } from './documented-samples';
import { hostileSamples } from './hostile';
import { type Sample, project } from './sample';
import { sentSamples } from './sent-samples';
import { jsonKey, rowsOf } from './types';
import { type CorootVersion, type NotificationKind, corootVersions, hasSince, isBefore } from './versions';

export type { Sample } from './sample';

/** Every sample of the documented version; of each kind the first is what a new project starts with. */
export const samples: readonly Sample[] = [...documentedSamples, ...sentSamples].filter(({ documented }) => documented);

/** Those of releases, what they send letter by letter first. */
const releasedSamples: readonly Sample[] = [...sentSamples, ...documentedSamples];

/**
 * The samples of a kind that a version sends, as it sends them: without the fields that it lacks; with the cluster's id
 * before the namespace where it has clusters, also in addresses, external services being in one called external; and
 * with its own addresses of incidents. `from` may be the hostile payloads instead.
 */
export function samplesFor(
  kind: NotificationKind,
  version: CorootVersion,
  from: readonly Sample[] = version.id === 'documented' ? samples : releasedSamples,
): readonly Sample[] {
  if (!version.kinds.includes(kind)) return [];
  return from.filter((s) => s.kind === kind && sends(version, s)).map((s) => asSentBy(version, s));
}

/**
 * What a version sends in place of a payload that is a sample or a hostile payload of another version, letter for
 * letter: the one of the same id, else of the same title, else of the same status, else the first. The payload itself
 * when it is none, when the version has it too, and when the version sends nothing of the kind.
 */
export function payloadOn(version: CorootVersion, kind: NotificationKind, payload: string): string {
  for (const from of [undefined, hostileSamples]) {
    const there = samplesFor(kind, version, from);
    if (there.some((sample) => sample.payload === payload)) return payload;
    for (const other of corootVersions) {
      const known = samplesFor(kind, other, from).find((sample) => sample.payload === payload);
      if (known !== undefined) return nearest(known, there)?.payload ?? payload;
    }
  }
  return payload;
}

function nearest(known: Sample, among: readonly Sample[]): Sample | undefined {
  const status = statusOf(known);
  return (
    among.find(({ id }) => id === known.id) ??
    among.find(({ title }) => title === known.title) ??
    among.find((sample) => statusOf(sample) === status) ??
    among[0]
  );
}

function statusOf({ payload }: Sample): unknown {
  return (JSON.parse(payload) as Members)['status'];
}

function sends(version: CorootVersion, { releases, documented }: Sample): boolean {
  if (version.id === 'documented') return documented;
  if (releases === null || !hasSince(version, releases.since)) return false;
  return releases.until === null || isBefore(version, releases.until);
}

type Members = Readonly<Record<string, unknown>>;

function asSentBy(version: CorootVersion, sample: Sample): Sample {
  if (version.id === 'documented') return sample;
  const keys = rowsOf(sample.kind, version).map(jsonKey);
  const known = Object.entries(JSON.parse(sample.payload) as Members).filter(([key]) => keys.includes(key));
  const payload: Members = Object.fromEntries(known);
  const { application, url, details } = payload;
  const id = idOf(application);
  const whole = version.clusters ? withCluster(id) : id;
  const sent = {
    ...payload,
    application: typeof application === 'string' ? whole : withClusterId(application, version),
    url: addressIn(version, String(url), id, whole),
    ...(Array.isArray(details) ? { details: details.map(detailAsSent) } : {}),
  };
  return { ...sample, payload: JSON.stringify(sent, null, 2) };
}

/** The text of an application's id, which hostile payloads have as an object. */
function idOf(application: unknown): string {
  if (typeof application === 'string') return application;
  const { Namespace, Kind, Name } = application as Readonly<Record<string, string>>;
  return [Namespace, Kind, Name].join(':');
}

function withCluster(id: string): string {
  if (id === '::') return ':::';
  if (id === `${project}:::`) return id;
  return id.includes(':ExternalService:') ? `external:${id}` : `${project}:${id}`;
}

function withClusterId(application: unknown, { clusters }: CorootVersion): unknown {
  return clusters ? { ClusterId: project, ...(application as Members) } : application;
}

function addressIn(version: CorootVersion, url: string, id: string, whole: string): string {
  const moved = url.replace(`/app/${id}/Deployments`, () => `/app/${whole}/Deployments`);
  return version.incidentAddress === 'incidents'
    ? moved.replace(/\/app\/[^?]*\?incident=/, '/incidents?incident=')
    : moved.replace('/incidents?incident=', () => `/app/${id}?incident=`);
}

/** Only the documentation knows a detail “Log pattern”: releases call it “Sample”. */
function detailAsSent(detail: Members): Members {
  return detail['name'] === 'Log pattern' ? { ...detail, name: 'Sample' } : detail;
}
