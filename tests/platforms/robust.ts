/**
 * What a robust or a simple preset promises, checked on one payload: used by the property tests, one file for each
 * group of platforms.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type CorootVersion,
  type NotificationKind,
  corootVersions,
  decodePayload,
  defaultVersion,
  lackingFields,
  notificationKinds,
  render,
} from '../../src/coroot';
import { worst } from '../../src/platforms';
import type { Platform } from './all';
import type { RobustPreset } from '../../src/platforms/catalogue/parts';
import { previewText } from '../../src/platforms/preview/preview';
import { payloads } from './payloads';
import { previewOf, verdictOn } from './received';

/**
 * How many random payloads each template gets: `RANDOM_PAYLOADS` of the environment, as `.ci/run` sets it, or so few
 * that `npm test` is quick.
 */
const runs = Number(process.env['RANDOM_PAYLOADS'] ?? 100);
if (!Number.isInteger(runs) || runs < 1) throw new Error('RANDOM_PAYLOADS has to be a whole number of at least 1');

/**
 * Text as people compare it: platforms fold white space and drop characters that show nothing (controls, zero-width and
 * direction marks), so both sides are compared without either.
 * https://www.unicode.org/reports/tr44/#General_Category_Values
 */
function folded(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{White_Space}\ufffd]+/gu, '');
}

type Json = string | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** The values of a field, by its path of Go names: `Application.Name`, `Reports.Message`. */
function valuesAt(payload: Json, path: string, items: RobustPreset['items']): readonly string[] {
  const [head = '', ...rest] = path.split('.');
  if (typeof payload !== 'object' || payload === null || Array.isArray(payload)) return [];
  const plain = (key: string): string => key.toLowerCase().replaceAll('_', '');
  const value = Object.entries(payload).find(([key]) => plain(key) === plain(head))?.[1] ?? null;
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) {
    const most = items[head as keyof RobustPreset['items']] ?? value.length;
    return value
      .slice(0, most)
      .flatMap((item: Json) => (typeof item === 'string' ? [item] : valuesAt(item, rest.join('.'), items)));
  }
  return value === null ? [] : valuesAt(value, rest.join('.'), items);
}

/** The body made of the payload, which the platform's check has to accept. */
export function acceptedBody(
  platform: Platform,
  kind: NotificationKind,
  payload: Readonly<Record<string, unknown>>,
  version: CorootVersion = defaultVersion,
  preset: RobustPreset = platform.robust,
): string {
  const decoded = decodePayload(JSON.stringify(payload), kind, version);
  if (!decoded.ok) throw new Error(JSON.stringify(decoded.problems));
  const template = preset.templatesFor(version)[kind];
  const rendered = render({ kind, template, value: decoded.value, go: version.go });
  if (!rendered.ok) throw new Error(rendered.message);
  const verdict = verdictOn(platform, rendered.body);
  if (worst(verdict) === 'fail') throw new Error(`${rendered.body}\n${JSON.stringify(verdict.findings, null, 1)}`);
  return rendered.body;
}

/** Fails unless the body made of the payload is accepted and shows what the preset says it shows on the release. */
function check(
  platform: Platform,
  preset: RobustPreset,
  kind: NotificationKind,
  payload: Readonly<Record<string, unknown>>,
  version: CorootVersion,
): void {
  const body = acceptedBody(platform, kind, payload, version, preset);
  const shown = folded(previewText(previewOf(platform, body)));
  const lacking = lackingFields(kind, version);
  for (const { field, characters } of preset.shows[kind]) {
    if (lacking.includes(field)) continue;
    for (const value of valuesAt(payload as Json, field, preset.items)) {
      if (field === 'Application.Namespace' && value === '_') continue;
      const kept = characters === null ? value : Array.from(value).slice(0, characters).join('');
      if (!shown.includes(folded(kept))) {
        throw new Error(`${field} ${JSON.stringify(kept)} is not in ${JSON.stringify(shown)}\n${body}`);
      }
    }
  }
}

/** The payload without the characters of markup, and without line breaks, which markup goes by; its address stays. */
function unmarked(value: Json, markup: string): Json {
  if (typeof value === 'string')
    return value.replace(/[\p{Cc}\u2028\u2029]/gu, ' ').replace(/./gsu, (c) => (markup.includes(c) ? 'x' : c));
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item: Json) => unmarked(item, markup));
  return Object.fromEntries(
    Object.entries(value).map(([key, v]) => [
      key,
      key === 'url' || (key === 'Namespace' && v === '_') ? v : unmarked(v, markup),
    ]),
  );
}

/** Fails unless a simple preset is accepted, and shows everything where nothing is markup. */
function checkSimple(
  platform: Platform,
  kind: NotificationKind,
  payload: Readonly<Record<string, unknown>>,
  version: CorootVersion,
): void {
  const { simple, markup } = platform;
  acceptedBody(platform, kind, payload, version, simple);
  const plain = markup === '' ? payload : unmarked(payload as Json, markup);
  check(platform, simple, kind, plain as typeof payload, version);
}

/** The fields that a preset promises to show and no random payload has: nothing would be checked against them. */
function untested({ shows, items }: RobustPreset, kind: NotificationKind): readonly string[] {
  const drawn = fc.sample(payloads[kind], { numRuns: 100, seed: 1 }) as readonly Json[];
  const values = (field: string): readonly string[] => drawn.flatMap((payload) => valuesAt(payload, field, items));
  return shows[kind].map(({ field }) => field).filter((field) => values(field).every((value) => value === ''));
}

/** The oldest and the newest release that send a kind. */
function extremes(kind: NotificationKind): readonly CorootVersion[] {
  // What is not yet released stands last.
  const sending = corootVersions.filter(({ id, kinds }) => id !== 'next' && kinds.includes(kind));
  // The documented version, which is first, has all that the newest release has.
  return sending.filter((_, i) => i === 0 || i === sending.length - 1);
}

/** The property tests of some platforms. */
export function testRobust(platforms: readonly Platform[]): void {
  const rows = notificationKinds.flatMap((kind) => extremes(kind).map((version) => ({ kind, version })));
  describe.each(platforms)('$name', (platform) => {
    test.each(rows)('every $kind of $version.id is accepted and shows its texts', ({ kind, version }) => {
      expect(platform.robust.shows[kind].length).toBeGreaterThan(0);
      expect(untested(platform.robust, kind)).toEqual([]);
      fc.assert(
        fc.property(payloads[kind], (payload) => {
          check(platform, platform.robust, kind, payload, version);
        }),
        { numRuns: runs, seed: 1 },
      );
    });

    test.each(rows)('every $kind of $version.id is accepted when simple', ({ kind, version }) => {
      expect(untested(platform.simple, kind)).toEqual([]);
      fc.assert(
        fc.property(payloads[kind], (payload) => {
          checkSimple(platform, kind, payload, version);
        }),
        { numRuns: runs, seed: 1 },
      );
    });
  });
}
