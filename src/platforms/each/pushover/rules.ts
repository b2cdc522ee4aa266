/** What Pushover requires of a message: https://pushover.net/api (looked at in 2026-11) */
import type { JsonObject } from '../../../coroot';
import { parseHtml } from '../../markup/html';
import { memberOf, placeInString, textAt, valueAt } from '../../body/located-json';
import { characters } from '../../body/measure';
import { type Shape, anything, byKind, integer, object, optional, required, text } from '../../body/schema';
import { type Report, placeOf } from '../../body/verdict';

/** https://pushover.net/api#html */
const tags = ['b', 'i', 'u', 'font', 'a'];

/** https://github.com/amyreese/znc-push/issues/140 (of 2015-02-10) */
const invalidToken = '{"token":"invalid","errors":["application token is invalid"],"status":0,"request":"…"}';

/** https://pushover.net/api#identifiers https://pushover.net/api#registration */
const token: Shape = text({
  check: (report, node, path) => {
    if (!/^[A-Za-z0-9]{30}$/.test(node.value)) {
      const message = 'The “token” of an application has 30 letters and digits.';
      report.error(placeOf(node), 'malformed', message, invalidToken);
    } else if (node.value.startsWith('YourAppToken')) {
      report.info(placeOf(node), 'placeholder', `“${path}” is still the one of the template. Put in your own.`);
    }
  },
});

const user: Shape = text({
  pattern: [
    /^[A-Za-z0-9]{30}(?:,[A-Za-z0-9]{30}){0,49}$/,
    'The “user” is a user or group key of 30 letters and digits, or up to 50 user keys with commas between them.',
  ],
});

/**
 * The answer to an emergency without this key: https://github.com/markus-perl/pushover-cli/issues/17 (of 2023-05-02).
 */
function notSupplied(key: string): string {
  const error = 'must be supplied with priority=2';
  return `{"${key}":"${error}","errors":["${key} ${error}"],"status":0,"request":"…"}`;
}

/** Form fields are texts, so numbers are taken as texts, too. */
function numeric(bounds: { readonly min?: number; readonly max?: number }): Shape {
  return (report, node, path) => {
    if (node.kind === 'string' && /^-?\d+$/.test(node.value)) {
      integer(bounds)(report, { kind: 'number', text: node.value, from: node.from, to: node.to }, path);
    } else integer(bounds)(report, node, path);
  };
}

const flag: Shape = byKind({ number: integer({ min: 0, max: 1 }), string: text({ oneOf: ['0', '1'] }) }, '0 or 1');

const body = object(
  {
    token: required(token),
    user: required(user),
    message: required(text({ notEmpty: true, limit: { max: 1024, measure: characters } })),
    title: optional(text({ limit: { max: 250, measure: characters } })),
    url: optional(text({ limit: { max: 512, measure: characters } })),
    url_title: optional(text({ limit: { max: 100, measure: characters } })),
    priority: optional(numeric({ min: -2, max: 2 })),
    retry: optional(numeric({ min: 30 })),
    expire: optional(numeric({ min: 1, max: 10800 })),
    timestamp: optional(numeric({})),
    ttl: optional(numeric({ min: 1 })),
    html: optional(flag),
    monospace: optional(flag),
    device: optional(text()),
    sound: optional(text()),
    callback: optional(text()),
    tags: optional(text()),
    attachment_base64: optional(anything),
    attachment_type: optional(anything),
  },
  { unknown: 'warned', check: checkMessage },
);

/** Whether a flag such as `html` is set. */
export function isSet(root: JsonObject, key: string): boolean {
  const value = valueAt(root, key);
  return (value?.kind === 'number' && Number(value.text) === 1) || (value?.kind === 'string' && value.value === '1');
}

function checkMessage(report: Report, root: JsonObject): void {
  const priority = memberOf(root, 'priority')?.value ?? null;
  const level = priority?.kind === 'number' ? priority.text : priority?.kind === 'string' ? priority.value : '';
  if (priority !== null && Number(level) === 2) {
    for (const key of ['retry', 'expire']) {
      const value = memberOf(root, key)?.value;
      if (value === undefined || value.kind === 'null') {
        report.error(
          placeOf(priority),
          'emergency',
          `Priority 2 needs “${key}”, in seconds: Pushover repeats the message until somebody acknowledges it. Add "retry": 60, "expire": 3600.`,
          notSupplied(key),
        );
      }
    }
  }
  const html = isSet(root, 'html');
  if (html && isSet(root, 'monospace')) {
    report.warning(placeOf(root), 'html-monospace', '“html” and “monospace” exclude each other. Remove one of them.');
  }
  if (html) checkMarkup(report, root);
  if (textAt(root, 'url_title') !== null && (textAt(root, 'url') ?? '') === '') {
    report.warning(placeOf(root), 'no-url', 'There is a “url_title” but no “url”, so there is no link.');
  }
}

function checkMarkup(report: Report, root: JsonObject): void {
  const message = memberOf(root, 'message')?.value;
  if (message?.kind !== 'string') return;
  const { tags: found, problems } = parseHtml(message.value);
  for (const { name, from, to } of found) {
    if (tags.includes(name)) continue;
    report.warning(
      placeInString(report.body, message, from, to),
      'unknown-tag',
      `Pushover knows the tags b, i, u, font and a, not <${name}>. Texts need html: {{ html .Summary }} writes &lt; for <.`,
    );
  }
  for (const { kind, name, from, to } of problems) {
    const place = placeInString(report.body, message, from, to);
    if (kind === 'unclosed') report.warning(place, 'unclosed-tag', `<${name}> is never closed. Add </${name}>.`);
    else report.warning(place, 'stray-tag', `</${name}> closes nothing. Remove it.`);
  }
}

/** What Pushover would say to a body. */
export function rules(report: Report, root: JsonObject): void {
  body(report, root, '');
}
