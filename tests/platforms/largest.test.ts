import { describe, expect, test } from 'vitest';
import { defaultVersion, notificationKinds } from '../../src/coroot';
import { jsonKey, rowsOf } from '../../src/coroot/types';
import { type Platform, platforms } from './all';
import { acceptedBody } from './robust';

/**
 * Payloads that are as large as templates let them be: texts of characters that take most room, in the platform's unit
 * or written as JSON. Every robust and simple preset has to cut them below the platform's limits.
 */
const fillings = ['a', '漢', '💥', '<', '&', '"', '\\', '\n', '\u0000', '\u2028', '<@', '*', '_', '`', '👩‍👩‍👧', 'é '];

function many<T>(item: T): readonly T[] {
  return Array.from({ length: 20 }, () => item);
}

function payload(text: string): Readonly<Record<string, unknown>> {
  const long = text.repeat(3500);
  const item = text.repeat(900);
  return {
    status: 'CRITICAL',
    application: { Namespace: long, Kind: 'Deployment', Name: long },
    url: 'https://coroot.example.com/p/x0xwl4jz/incidents?incident=3ixnz9bw',
    reports: many({ name: item, check: item, message: item }),
    rca_summary: long,
    rca_remediations: long,
    version: long,
    summary: long,
    project_name: long,
    rule_name: long,
    severity: 'critical',
    details: many({ name: item, value: item, code: true }),
    duration: '1h30m',
    resolved_by: long,
  };
}

function flavours({ robust, simple }: Platform): readonly (typeof robust)[] {
  return [robust, simple];
}

describe.each(platforms)('$name', (platform) => {
  test.each(notificationKinds)('the largest %s fits', (kind) => {
    for (const filling of fillings) {
      const whole = payload(filling);
      const keys = rowsOf(kind, defaultVersion).map(jsonKey);
      expect(Object.keys(whole)).toEqual(expect.arrayContaining(keys));
      const mine = Object.fromEntries(keys.map((key) => [key, whole[key]]));
      const deployment = { ...mine, status: 'Cancelled', summary: many(filling.repeat(900)) };
      for (const preset of flavours(platform)) {
        const sent = kind === 'deployment' ? deployment : mine;
        expect(acceptedBody(platform, kind, sent, defaultVersion, preset)).not.toBe('');
      }
    }
  });
});
