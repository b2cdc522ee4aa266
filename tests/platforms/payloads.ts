/** Random payloads as Coroot might send them, with strings that break templates. https://fast-check.dev */
import fc from 'fast-check';
import type { NotificationKind } from '../../src/coroot';

const evil = [
  '"', '\\', '\n', '\t', '\r\n', "'", '`', '```', '*', '**', '_', '__', '~', '~~', '|', '||', '[', ']', '(', ')', '](',
  '{', '}', '{{', '<', '>', '<b>', '</b>', '&', '&amp;', '&#34;', '<!channel>', '<@U1>', '<https://x|y>', '@everyone',
  '@here', '@all', '@channel', '#', '# ', '\n# ', '\n- ', '\n> ', '\n1. ', '-', '+', '=', '.', '!', ':', '://', ':smile:', '$',
  '%', '%s', '%!s(<nil>)', '\\n', '\\u0041', '\u0000', '\u0007', '\u007f', '\u200b', '\u2028', '\u202e', 'שלום', 'مرحبا',
  '💥', '👩‍👩‍👧', 'é', 'e\u0301', '漢字', '\ufffd', '\ud800', '{"a": 1}', 'null', 'https://example.com/a_b?c=d&e=(f)',
  'C:\\spool\\[x]', 'a_b_c', '5 * 3 * 2', '~~~', '***', '---', '<script>alert(1)</script>', '&lt;', '&#x27;', '  ',
]; // prettier-ignore

/** A piece of a text: ordinary words, a hostile one, or any characters at all. */
const piece = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('app', 'my_app', 'latency', 'error budget', ' ', 'Net', 'v1.8.2') },
  { weight: 4, arbitrary: fc.constantFrom(...evil) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
);

/** A text: mostly short, sometimes longer than any platform takes. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  { weight: 12, arbitrary: fc.array(piece, { maxLength: 8 }).map((parts) => parts.join('')) },
  { weight: 1, arbitrary: fc.array(piece, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('').repeat(400)) },
  { weight: 1, arbitrary: fc.constantFrom(...evil) },
);

const namespace = fc.oneof(fc.constantFrom('_', 'default', 'team_a', ''), hostileText);
const kind = fc.constantFrom('Deployment', 'StatefulSet', 'ExternalService');
const application = fc.record({ Namespace: namespace, Kind: kind, Name: hostileText });
const url = fc
  .tuple(
    fc.constantFrom('http://127.0.0.1:8080', 'https://coroot.example.com', 'https://example.com/coroot_(prod)'),
    fc.stringMatching(/^[a-z0-9_]{1,12}$/),
  )
  .map(([base, id]) => `${base}/p/x0xwl4jz/incidents?incident=${id}`);
const manyOr = <T>(item: fc.Arbitrary<T>): fc.Arbitrary<T[] | null> =>
  fc.oneof(
    { weight: 8, arbitrary: fc.array(item, { maxLength: 5 }) },
    { weight: 1, arbitrary: fc.array(item, { minLength: 20, maxLength: 60 }) },
    { weight: 1, arbitrary: fc.constant(null) },
  );

const reports = manyOr(fc.record({ name: hostileText, check: hostileText, message: hostileText }));
const optionalText = fc.option(hostileText, { nil: '', freq: 2 });
const status = fc.constantFrom('OK', 'INFO', 'WARNING', 'CRITICAL', 'UNKNOWN');

/** A payload's object by kind. */
export const payloads: Readonly<Record<NotificationKind, fc.Arbitrary<Readonly<Record<string, unknown>>>>> = {
  incident: fc.record({
    status,
    application,
    reports,
    url,
    rca_summary: optionalText,
    rca_remediations: optionalText,
  }),
  deployment: fc.record({
    status: fc.constantFrom('Deployed', 'In-progress', 'Stuck', 'Cancelled'),
    application,
    version: hostileText,
    summary: manyOr(hostileText),
    url,
  }),
  alert: fc.record({
    status,
    project_name: hostileText,
    application,
    rule_name: hostileText,
    severity: fc.constantFrom('warning', 'critical'),
    summary: hostileText,
    details: manyOr(fc.record({ name: hostileText, value: hostileText, code: fc.boolean() })),
    duration: fc.constantFrom('', '5m30s', '1h30m'),
    resolved_by: optionalText,
    url,
  }),
};
