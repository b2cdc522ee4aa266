/**
 * Payloads that break templates: one for each kind of notification and each thing that production data has and samples
 * never show. The same hostile text stands in every field that may hold free text.
 */
import type { Sample } from './sample';
import { type NotificationKind, cameWith, notificationKinds } from './versions';

interface Hostility {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** The hostile text of a payload. */
  readonly text: string;
  /** The application's namespace and name, where they are not ordinary ones. */
  readonly namespace?: string;
  readonly name?: string;
  /** How many reports, details or summary lines there are; null stands for a nil list. */
  readonly items?: number | null;
}

const line = 'error budget burn rate is 26x within 1 hour; ';

function ofLength(characters: number): string {
  return line.repeat(Math.ceil(characters / line.length)).slice(0, characters);
}

const hostilities: readonly Hostility[] = [
  hostility('quotes', 'Quotes', 'Double and single quotes end a string that was not encoded.', `the "worker" can't start`),
  hostility('backslashes', 'Backslashes', 'A backslash starts an escape in JSON and in most markup.', 'C:\\spool\\new\\[x] \\u0041'),
  hostility('line-breaks', 'Line breaks and tabs', 'Stack traces have them.', 'panic: oops\n\tat Spool.open\r\n\n# not a heading\n- not a list'),
  hostility('markup', 'Markup characters', 'Everything that Markdown dialects reserve.', '_ * [ ] ( ) ~ ` > # + - = | { } . ! ** __ ~~ ||x|| ```'),
  hostility('underscores', 'One underscore', 'An odd number of them breaks Telegram’s Markdown.', 'my_app is down'),
  hostility('html', 'HTML', 'Tags and entities.', '<b>bold</b> <br> a < b && c > d &amp; &lt;i&gt;'),
  hostility('mentions', 'Mentions', 'Texts that would wake everybody.', '@everyone @here @all @channel <!channel> <!here> <@U012AB3CD> <users/all>'),
  hostility('emoji', 'Emoji', 'Characters of two and more UTF-16 units.', '💥 👩‍👩‍👧‍👦 🏳️‍🌈 :fire: é 漢字'),
  hostility('right-to-left', 'Right to left', 'Hebrew, Arabic and direction marks.', 'שגיאה בשרת app1 خطأ \u202eabc\u202c'),
  hostility('invalid-text', 'Invalid text', 'Broken characters: half a surrogate pair, controls, NUL.', 'a\ud800b\u0000\u0007\u007f\ufffd'),
  hostility('links', 'Links', 'Addresses with brackets and underscores.', 'see https://example.com/a_b(c)?d=e&f=[g] and http://localhost:8080/x'),
  hostility('template', 'Template text', 'What looks like a template or a format is plain text.', '{{ .Status }} %s %!d(string=x) ${HOME}'),
  { ...hostility('empty', 'Empty texts', 'Every text is empty.', ''), name: '' },
  { ...hostility('no-namespace', 'No namespace', 'Outside Kubernetes the namespace is _.', 'connection refused'), namespace: '_', name: 'db.example.com:5432' },
  { ...hostility('nil', 'No items', 'The list is nil.', 'nothing to list'), items: null },
  { ...hostility('many', '200 items', 'More than any message can hold.', 'high network latency to 2 upstream services'), items: 200 },
  hostility('long', '4 kB texts', 'Each text has 4,000 characters.', ofLength(4000)),
  hostility('very-long', '20 kB texts', 'Each text has 20,000 characters, every tenth an emoji.', ofLength(20_000).replace(/.{10}/g, '$&💥')),
]; // prettier-ignore

function hostility(id: string, title: string, description: string, text: string): Hostility {
  return { id, title, description, text };
}

const base = 'https://coroot.example.com/p/x0xwl4jz';

function payloadOf(
  kind: NotificationKind,
  { text, namespace = 'team_a', name = 'my_app', items = 3 }: Hostility,
): Readonly<Record<string, unknown>> {
  const list = <T>(item: T): readonly T[] | null => (items === null ? null : Array.from({ length: items }, () => item));
  const application = { Namespace: namespace, Kind: 'Deployment', Name: name };
  switch (kind) {
    case 'incident':
      return {
        status: 'CRITICAL',
        application,
        reports: list({ name: 'Logs', check: 'Errors', message: text }),
        url: `${base}/incidents?incident=123ab456`,
        rca_summary: text,
        rca_remediations: text,
      };
    case 'deployment':
      return {
        status: 'Deployed',
        application,
        version: `123ab456: ${text}`,
        summary: list(text),
        url: `${base}/app/${namespace}:Deployment:app1/Deployments#123ab456:123`,
      };
    case 'alert':
      return {
        status: 'CRITICAL',
        project_name: text,
        application,
        rule_name: text,
        severity: 'critical',
        summary: text,
        details: list({ name: 'Log pattern', value: text, code: true }),
        duration: '1h30m',
        resolved_by: text,
        url: `${base}/alerts?alert=abc123`,
      };
    default:
      return kind satisfies never;
  }
}

/** Every hostile payload, in Coroot's JSON form. */
export const hostileSamples: readonly Sample[] = notificationKinds.flatMap((kind) =>
  hostilities.map((h): Sample => {
    const payload = payloadOf(kind, h);
    return {
      id: `hostile-${h.id}-${kind}`,
      kind,
      title: h.title,
      description: h.description,
      payload: JSON.stringify(payload, null, 2),
      releases: { since: cameWith(({ kinds }) => kinds.includes(kind)), until: null },
      documented: true,
    };
  }),
);
