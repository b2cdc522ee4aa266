/** What Coroot hands to webhook templates and what it does with their output. https://docs.coroot.com/alerting/webhook */

// Notifications and the releases that differ in them.
export {
  type CorootVersion,
  type NotificationKind,
  type Release,
  type VersionId,
  corootVersions,
  defaultVersion,
  findVersion,
  newestVersion,
  notificationKinds,
} from './versions';

// The template data: its types, the payload it is read from, custom fields, samples.
export { type RootField, dataType, rootFields } from './root-fields';
export { type DecodedPayload, decodePayload } from './payload';
export type { PayloadProblem } from './payload-problem';
export { type PayloadText, payloadTexts } from './payload-texts';
export {
  type AddedField,
  type CustomField,
  type CustomFieldProblem,
  type ResolvedFields,
  resolveCustomFields,
} from './custom-fields';
export { type Sample, samples, samplesFor } from './samples';
export { hostileSamples } from './hostile';

// From the template to the request.
export { corootFunctions } from './funcs';
export { type RenderRequest, type Rendered, type TemplateCheck, checkTemplate, render } from './render';
export {
  type EscapedOutput,
  type NewlineEdit,
  type WalkStop,
  bodyOffset,
  escapeNewlines,
  outputOffset,
} from './newlines';
export {
  type CorootRequest,
  type HeaderLine,
  type HeaderPair,
  type WebhookSettings,
  corootRequest,
  deliveryFacts,
  goUserAgents,
  headerFault,
} from './request';

// What the receiver makes of it.
export {
  type JsonArray,
  type JsonError,
  type JsonMember,
  type JsonNode,
  type JsonObject,
  type JsonString,
  type ParsedJson,
  Body,
  bytesIn,
  charactersIn,
  described,
} from './body';
