/**
 * What ntfy decodes a body into, with Go's encoding/json:
 * https://github.com/binwiederhier/ntfy/blob/81a486a/server/types.go, read on 2026-11-30.
 */
import { type JsonNode, boolGo, intGo, listGo, mapGo, stringGo, structGo } from '../../../coroot';
import { readByGo } from '../../body/encoding-json';
import { answers } from './answers';

const actionType = structGo('server.action', {
  action: stringGo,
  label: stringGo,
  clear: boolGo,
  url: stringGo,
  method: stringGo,
  headers: mapGo(stringGo),
  body: stringGo,
  intent: stringGo,
  extras: mapGo(stringGo),
});

/** A message as JSON. */
export const messageType = structGo('server.publishMessage', {
  topic: stringGo,
  title: stringGo,
  message: stringGo,
  priority: intGo,
  tags: listGo(stringGo),
  click: stringGo,
  icon: stringGo,
  actions: listGo(actionType),
  attach: stringGo,
  markdown: boolGo,
  filename: stringGo,
  email: stringGo,
  call: stringGo,
  cache: stringGo,
  firebase: stringGo,
  delay: stringGo,
});

/** A body as ntfy reads it. */
export const asNtfyReads = readByGo({ name: 'ntfy', type: messageType, rest: 'ignored' });

/** What ntfy answers to a body that is no JSON object; null is an empty message to it. */
export function answer(root: JsonNode | null): string {
  return root?.kind === 'null' ? answers.topic : answers.notJson;
}
