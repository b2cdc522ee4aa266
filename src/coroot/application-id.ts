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

/** Makes the type anew, with or without `ClusterId`; make it once for each version. */
export function applicationIdType(clusters: boolean): Type {
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
    method('NamespaceIsEmpty', [boolType], (parts) => [['', noNamespace].includes(parts[namespaceAt] ?? '')]),
    method('String', [stringType], (parts) => [parts.join(':')]),
    method('Value', [driverValue, errorType], (parts) => [{ type: stringType, v: parts.join(':') }, null]),
  ];
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
 * Reads the text of an id, `namespace:Kind:name` or `cluster:namespace:Kind:name`, or gives null when there are fewer
 * than three parts. Names may hold colons (`db.example.com:5432`); kinds start with an upper-case letter and namespaces
 * do not, which tells the two forms apart. No application is `::` or `cluster:::`.
 */
export function parseApplicationId(text: string): ApplicationParts | null {
  const parts = text.split(':');
  const [first = '', second = '', third = ''] = parts;
  if (parts.length < 3) return null;
  const isKind = (part: string): boolean => /^[A-Z]/.test(part);
  if (parts.length > 3 && ((isKind(third) && !isKind(second)) || (second === '' && third === ''))) {
    return { cluster: first, namespace: second, kind: third, name: parts.slice(3).join(':') };
  }
  return { cluster: null, namespace: first, kind: second, name: parts.slice(2).join(':') };
}
