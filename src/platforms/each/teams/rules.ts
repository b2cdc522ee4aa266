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
import { shortenAll, textsIn } from '../../body/shortening';

/**
 * The largest message, in bytes: what Microsoft calls 28 KB, as the answer to a larger one has it.
 * https://learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors/how-to/add-incoming-webhook (2026-11)
 */
const largest = { max: 28 * 1024, measure: bytes };

/**
 * From here on, in bytes, Teams may refuse a message: it counts more than was posted, 28,897 for a body of 24,453 with
 * no white space. What it adds is not documented. https://github.com/MicrosoftDocs/msteams-docs/issues/11274 (of
 * 2024-07-19)
 */
const doubtful = 24_000;

/** What the workflow's run history says of a message that is too large; the same source. */
const sizeExceeded =
  '{"error":{"code":"BadRequest","message":"InvalidParameter","innerError":{"code":"1","message":"MessageSizeExceeded-Message properties size exceeded. Actual message properties size: … bytes, whereas max allowed size is 28672 bytes"}}}';

/** What makes an attachment an Adaptive Card. */
const adaptiveCardType = 'application/vnd.microsoft.card.adaptive';

/** What the workflow's run history says when there is no list of attachments. */
const noAttachments =
  "The execution of template action 'Send_each_adaptive_card' failed: the result of the evaluation of 'foreach' expression '@triggerOutputs()?['body']?['attachments']' is of type 'Null'. The result must be a valid array.";

/**
 * The bytes of a body as the workflow hands it on, which has read it: without white space, and `\u003c` is one byte.
 */
function sizeOfCards(body: string): number {
  return bytes(body) <= doubtful ? 0 : bytes(JSON.stringify(JSON.parse(body)));
}

/** Checks a body as the Workflows webhook gets it. */
export function rules(report: Report, root: JsonObject): void {
  if (!report.countText('message', report.body, largest, report.whole)) {
    report.error(
      report.whole,
      'too-large',
      `The message is larger than 28 KB. Teams takes the request and then drops the card, so nobody is told. ${shortenAll(textsIn(root), bytes(report.body), largest)}`,
      sizeExceeded,
    );
  } else if (sizeOfCards(report.body) > doubtful) {
    const message = `The message has ${bytes(report.body).toLocaleString('en')} bytes. Teams counts more than is posted, and has dropped a card for one of 24,453. ${shortenAll(textsIn(root), sizeOfCards(report.body), { max: doubtful, measure: bytes })}`;
    report.warning(report.whole, 'near-limit', message, sizeExceeded);
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
