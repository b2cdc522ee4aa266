/**
 * What Mattermost decodes a body into, with Go's encoding/json, after its second chance:
 * https://github.com/mattermost/mattermost/blob/master/server/public/model/incoming_webhook.go, read on 2026-11-30.
 */
import { type Body, anyGo, boolGo, listGo, mapGo, maybeGo, stringGo, structGo } from '../../../coroot';
import { readByGo } from '../../body/encoding-json';
import type { Mended } from '../../body/reading';
import { secondChance } from './second-chance';

const field = structGo('model.SlackAttachmentField', { title: stringGo, value: anyGo, short: anyGo });

const action = structGo('model.PostAction', { id: stringGo, type: stringGo, name: stringGo, style: stringGo });

const attachment = structGo('model.SlackAttachment', {
  fallback: stringGo,
  color: stringGo,
  pretext: stringGo,
  author_name: stringGo,
  author_link: stringGo,
  author_icon: stringGo,
  title: stringGo,
  title_link: stringGo,
  text: stringGo,
  fields: listGo(maybeGo(field)),
  image_url: stringGo,
  thumb_url: stringGo,
  footer: stringGo,
  footer_icon: stringGo,
  actions: listGo(maybeGo(action)),
});

const request = structGo('model.IncomingWebhookRequest', {
  text: stringGo,
  username: stringGo,
  icon_url: stringGo,
  channel: stringGo,
  props: mapGo(anyGo),
  attachments: listGo(maybeGo(attachment)),
  type: stringGo,
  icon_emoji: stringGo,
  priority: maybeGo(
    structGo('model.PostPriority', {
      priority: maybeGo(stringGo),
      requested_ack: maybeGo(boolGo),
      persistent_notifications: maybeGo(boolGo),
    }),
  ),
});

// What comes after the object is the second chance's affair.
const withNames = readByGo({ name: 'Mattermost', type: request, rest: 'refused' });

/** A body as Mattermost reads it: repaired where it needs it, with keys of any case. */
export function asMattermostReads(posted: Body): Mended | null {
  const repaired = secondChance(posted);
  if (repaired === null) return withNames(posted);
  return { ...repaired, body: withNames(repaired.body)?.body ?? repaired.body };
}
