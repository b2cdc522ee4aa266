/**
 * What Teams makes of a webhook's body: the wrapper that the workflow “Send webhook alerts to a channel” reads, and the
 * card in it. https://learn.microsoft.com/connectors/teams/#when-a-teams-webhook-request-is-received
 */
import type { JsonNode, JsonObject } from '../../../coroot';
import { memberOf, textAt, valueAt } from '../../body/located-json';
import { bytes } from '../../body/measure';
import { anything, list, object, optional, required, text } from '../../body/schema';
import { type Report, placeOf } from '../../body/verdict';
import { cardShape } from './card';

/**
 * The largest message, in bytes; Microsoft says 28 KB without saying which.
 * https://learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors/how-to/add-incoming-webhook
 */
const largest = { max: 28 * 1024, measure: bytes };

/** What makes an attachment an Adaptive Card. */
const adaptiveCardType = 'application/vnd.microsoft.card.adaptive';

/** What the workflow's run history says when there is no list of attachments. */
const noAttachments =
  "The execution of template action 'Send_each_adaptive_card' failed: the result of the evaluation of 'foreach' expression '@triggerOutputs()?['body']?['attachments']' is of type 'Null'. The result must be a valid array.";

/** Checks a body as the Workflows webhook gets it. */
export function rules(report: Report, root: JsonObject): void {
  if (!report.countText('message', report.body, largest, report.whole)) {
    report.error(
      report.whole,
      'too-large',
      'The message is larger than 28 KB. Teams takes the request and then drops the card, so nobody is told. Shorten texts with printf "%.200s" and lists with a condition on the index.',
    );
  }
  const wrong = otherFormat(root);
  if (wrong !== null) report.error(placeOf(root), 'no-wrapper', wrong, noAttachments);
  else wrapper(report, root, '');
}

/** What a person should do who posts a card without the wrapper, or an old connector's card; null for other bodies. */
function otherFormat(root: JsonObject): string | null {
  if (memberOf(root, 'attachments') !== null) return null;
  if (textAt(root, 'type') === 'AdaptiveCard') {
    return 'This is a card without its wrapper. Put it into {"type": "message", "attachments": [{"contentType": "application/vnd.microsoft.card.adaptive", "content": …}]}.';
  }
  if (textAt(root, '@type') === 'MessageCard') {
    return 'This is a MessageCard, which the retired Office 365 connectors took. A workflow takes an Adaptive Card in "attachments".';
  }
  return null;
}

const attachment = object({
  contentType: required(
    text({
      pattern: [
        /^application\/vnd\.microsoft\.card\.adaptive$/,
        `“contentType” must be ${adaptiveCardType}: the workflow posts Adaptive Cards only.`,
      ],
    }),
  ),
  contentUrl: optional(anything),
  content: required(card),
});

const wrapper = object(
  {
    type: required(text({ oneOf: ['message'] })),
    attachments: required(list(attachment, { min: 1 })),
  },
  {
    check: (report, node) => {
      const attachments = valueAt(node, 'attachments');
      if (attachments?.kind === 'array' && attachments.elements.length > 1) {
        report.info(
          placeOf(attachments),
          'several-cards',
          `The workflow posts each of the ${String(attachments.elements.length)} cards as a message of its own.`,
        );
      }
      if (memberOf(node, 'text') !== null) {
        report.info(
          placeOf(node),
          'text-ignored',
          'The workflow posts the cards only; “text” beside them is not shown.',
        );
      }
    },
  },
);

function card(report: Report, node: JsonNode, path: string): void {
  cardShape(textAt(node, 'version'))(report, node, path);
}
