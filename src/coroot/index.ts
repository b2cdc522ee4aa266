/**
 * What Coroot hands to webhook templates and what it does with their output. https://docs.coroot.com/alerting/webhook
 */

// Notifications and the releases that differ in them.
export {
  type CorootVersion,
  type NotificationKind,
  corootVersions,
  defaultVersion,
  findVersion,
  notificationKinds,
} from './versions';

// The template data: its types, the payload it is read from, custom fields, samples.
export { rootFields } from './root-fields';
export { fieldKeys, lackingFields, structType } from './types';
export { heldBy } from './application-id';
export { fieldElsewhere } from './elsewhere';
export { corootFunctions } from './funcs';
export { nearest } from './near-miss';
export { knownValues } from './known-values';
export { plainCustomFields, plainField } from './plain-fields';
export { type DecodedPayload, decodePayload } from './payload';
export type { PayloadProblem } from './payload-problem';
export { payloadTexts } from './payload-texts';
export { isMarked, shaded, unmarked } from './shaded-payload';
export { type CustomField, templateFault } from './custom-fields';
export { type Sample, payloadOn, samples, samplesFor } from './samples';
export { hostileSamples } from './hostile';

// From the template to the request.

export { checkTemplate, logged, render, spansAt } from './render';
export { outputOffset } from './newlines';
export {
  type CorootRequest,
  type HeaderPair,
  type WebhookSettings,
  corootRequest,
  deliveryFacts,
  goUserAgents,
  headerFault,
} from './request';
export { worksSince } from './works-since';

// What the receiver makes of it.
export {
  type JsonError,
  type JsonMember,
  type JsonNode,
  type JsonObject,
  type JsonString,
  Body,
  bytesIn,
  charactersIn,
  faultAt,
  described,
} from './body';
export {
  type GoType,
  anyGo,
  boolGo,
  decodingErrors,
  fieldOf,
  intGo,
  listGo,
  mapGo,
  maybeGo,
  stringGo,
  structGo,
  uintGo,
} from './go-receiver';
