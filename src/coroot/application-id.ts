/**
 * `model.ApplicationId`: a struct that prints and marshals as one text. Versions differ in whether it names a cluster.
 */
import {
  type Field,
  type Raw,
  type Type,
  anyType,
  boolType,
  bytesOfText,
  defineMethods,
  defineType,
  errorType,
  funcOf,
  sliceOf,
  stringType,
  structOf,
  uint8Type,
} from '../go';
import type { CorootVersion } from './versions';

/** The parts of an application's id, in the order of its text. `cluster` is null where the version has no clusters. */
export interface ApplicationParts {
  readonly cluster: string | null;
  readonly namespace: string;
  readonly kind: string;
  readonly name: string;
}

/** What Coroot puts where an application has no namespace, as outside Kubernetes. */
const noNamespace = '_';

const applicationKind = defineType('model.ApplicationKind', stringType);
const driverValue = defineType('driver.Value', anyType);

const clusterField = field('ClusterId', stringType);
const commonFields = [field('Namespace', stringType), field('Kind', applicationKind), field('Name', stringType)];

/** Go's names of the parts, in the order of the text; the first is the cluster's. */
export const applicationParts: readonly string[] = [clusterField, ...commonFields].map(({ name }) => name);

function field(name: string, type: Type): Pick<Field, 'name' | 'type'> {
  return { name, type };
}

/** What applications have in some releases and not in others. */
type ApplicationTraits = Pick<CorootVersion, 'clusters' | 'namespaceIsEmpty'>;

/** Makes the type anew, with what the version's applications have; make it once for each version. */
export function applicationIdType({ clusters, namespaceIsEmpty }: ApplicationTraits): Type {
  const fields = clusters ? [clusterField, ...commonFields] : commonFields;
  const type = defineType('model.ApplicationId', structOf(fields));
  const method = (name: string, results: readonly Type[], call: (parts: readonly string[]) => readonly Raw[]) => ({
    name,
    type: funcOf([], results),
    pointer: false,
    call: (receiver: Raw) => call(receiver as readonly string[]),
  });
  const namespaceAt = clusters ? 1 : 0;
  const methods = [
    method('IsZero', [boolType], (parts) => [parts.every((part) => part === '')]),
    method('MarshalText', [sliceOf(uint8Type), errorType], (parts) => [bytesOfText(parts.join(':')), null]),
    method('String', [stringType], (parts) => [parts.join(':')]),
    method('Value', [driverValue, errorType], (parts) => [{ type: stringType, v: parts.join(':') }, null]),
  ];
  if (namespaceIsEmpty) {
    const isEmpty = (parts: readonly string[]): boolean => ['', noNamespace].includes(parts[namespaceAt] ?? '');
    methods.push(method('NamespaceIsEmpty', [boolType], (parts) => [isEmpty(parts)]));
  }
  if (clusters) {
    methods.push(method('StringWithoutClusterId', [stringType], (parts) => [parts.slice(1).join(':')]));
  }
  defineMethods(type, methods);
  return type;
}

/**
 * The raw value of an id, for the type made with the same `clusters`; an empty namespace becomes `_`, as in Coroot.
 * Alerts of rules over metrics have no application at all: everything but the cluster is empty then.
 */
export function applicationIdRaw(parts: ApplicationParts, clusters: boolean): Raw {
  const none = parts.kind === '' && parts.name === '';
  const common = [parts.namespace === '' && !none ? noNamespace : parts.namespace, parts.kind, parts.name];
  return clusters ? [parts.cluster ?? '', ...common] : common;
}

/**
 * Every kind that Coroot gives applications, the coming ones included; owners of pods may be of others, which clusters
 * are taught. https://github.com/coroot/coroot/blob/v1.24.5/model/kubernetes.go, flux.go and argocd.go beside it
 */
const kinds: ReadonlySet<string> = new Set(
  (
    'Deployment StatefulSet DaemonSet CronJob Job ReplicaSet Pod StaticPods Unknown DockerSwarmService ExternalService ' +
    'DatabaseCluster RDS ElasticacheCluster NomadJobGroup Workflow SparkApplication CustomApplication ' +
    'ArgoCDApplication GitRepository OCIRepository HelmRepository HelmChart HelmRelease Kustomization ResourceSet ' +
    'CloudSQL Memorystore OCIDB OCICache RumClient'
  ).split(' '),
);

/** The kind of this name, in whatever case as kubectl takes it, or null when there is none. */
export function kindNamed(name: string): string | null {
  return [...kinds].find((kind) => kind.toLowerCase() === name.toLowerCase()) ?? null;
}

/** The cluster of everything that is in no cluster. */
const externalCluster = 'external';

/**
 * Reads the text of an id as `NewApplicationIdFromString` of Coroot does, by position; null when there are fewer than
 * three parts. With clusters, four parts begin with the cluster; three, and those of an external service whose name has
 * a colon, do not. Without clusters the name has all that follows the kind, as in `_:ExternalService:db:5432`; but
 * payloads of newer releases are pasted too, so four parts are those of an id with a cluster where the third is the
 * kind.
 */
export function parseApplicationId(text: string, clusters: boolean): ApplicationParts | null {
  const [first = '', second = '', third = '', ...rest] = text.split(':');
  if (text.split(':').length < 3) return null;
  const without = (cluster: string | null): ApplicationParts => ({
    cluster,
    namespace: first,
    kind: second,
    name: [third, ...rest].join(':'),
  });
  const external = second === 'ExternalService' ? externalCluster : null;
  if (rest.length === 0) return without(clusters ? external : null);
  const positional = clusters ? first !== externalCluster || second === externalCluster : thirdIsKind(second, third);
  if (!positional) return without(clusters ? external : null);
  return { cluster: first, namespace: second, kind: third, name: rest.join(':') };
}

/** Whether, of the second and the third part of an id, the third is the kind. */
function thirdIsKind(second: string, third: string): boolean {
  if (kinds.has(second) !== kinds.has(third)) return kinds.has(third);
  const isUpper = (part: string): boolean => /^[A-Z]/.test(part);
  return isUpper(third) || !isUpper(second);
}

/** What the interface holds that a method of a type gives; null where nothing is known of it. */
export function heldBy(type: string, method: string): Type | null {
  return type === 'model.ApplicationId' && method === 'Value' ? stringType : null;
}
