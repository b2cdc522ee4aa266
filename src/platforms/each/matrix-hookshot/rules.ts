/** What hookshot requires of a body: https://matrix-org.github.io/matrix-hookshot/latest/setup/webhooks.html */
import { type JsonNode, type JsonString, described } from '../../../coroot';
import { parseHtml } from '../../markup/html';
import { memberOf, placeInString, stringified, textAt } from '../../body/located-json';
import { bytes } from '../../body/measure';
import { type Report, placeOf } from '../../body/verdict';
import { shortenAll, textsIn } from '../../body/shortening';

/** https://spec.matrix.org/v1.12/client-server-api/#mroommessage-msgtypes */
const knownTags = new Set([
  ...['del', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'p', 'a', 'ul', 'ol', 'sup', 'sub', 'li', 'b', 'i', 'u'],
  ...['strong', 'em', 's', 'code', 'hr', 'br', 'div', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'caption', 'pre'],
  ...['span', 'img', 'details', 'summary', 'font'],
]);

/** https://spec.matrix.org/v1.12/client-server-api/#size-limits */
const eventBytes = 65_536;

/** What an event has beside its content: ids, signatures, times. An estimate. */
const envelopeBytes = 1_024;

/** What hookshot would say to a body, or do with it. */
export function rules(report: Report, root: JsonNode): void {
  if (root.kind !== 'object' && root.kind !== 'array') {
    report.error(root, 'not-object', `The body must be an object { … } or a list, not ${described(root)}.`);
    return;
  }
  const text = root.kind === 'object' ? (memberOf(root, 'text')?.value ?? null) : null;
  const html = root.kind === 'object' ? (memberOf(root, 'html')?.value ?? null) : null;
  if (text?.kind !== 'string') {
    const what =
      html?.kind === 'string'
        ? '“html” needs a “text” beside it: notifications and plain clients show the JSON otherwise.'
        : 'There is no “text”, so the room gets the JSON as it is, unless a transformation function is set there.';
    report.warning(text ?? placeOf(root), 'no-text', what);
  }
  if (html?.kind === 'string') checkMarkup(report, html);
  else if (html !== null)
    report.warning(placeOf(html), 'not-text', '“html” must be text in double quotes; it is ignored.');
  // The event holds the text, its HTML and the whole body again.
  const texts = JSON.stringify({ body: textAt(root, 'text'), formatted_body: textAt(root, 'html') });
  const used = bytes(`${texts.slice(0, -1)},"data":${stringified(root)}}`) + envelopeBytes;
  report.count('event', used, eventBytes, 'bytes', report.whole);
  if (used > eventBytes) {
    report.error(
      report.whole,
      'too-large',
      `An event of Matrix has 65,536 bytes at most, and hookshot puts text, html and a copy of the body into it. ${shortenAll(textsIn(root), used, { max: eventBytes, measure: bytes })}`,
    );
  }
}

function checkMarkup(report: Report, html: JsonString): void {
  const { tags, problems } = parseHtml(html.value);
  for (const { name, from, to } of tags) {
    if (knownTags.has(name)) continue;
    report.warning(
      placeInString(report.body, html, from, to),
      'unknown-tag',
      `Matrix clients drop <${name}>. Texts need html: {{ html .Summary }} writes &lt; for <.`,
    );
  }
  for (const { kind, name, from, to } of problems) {
    const place = placeInString(report.body, html, from, to);
    if (kind === 'unclosed') report.warning(place, 'unclosed-tag', `<${name}> is never closed. Add </${name}>.`);
    else report.warning(place, 'stray-tag', `</${name}> closes nothing. Remove it.`);
  }
}
