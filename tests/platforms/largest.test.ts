import { describe, expect, test } from 'vitest';
import { notificationKinds } from '../../src/coroot';
import { platforms } from '../../src/platforms';
import { acceptedBody } from './robust';

/**
 * Payloads that are as large as templates let them be: texts of characters that take most room, in the platform's unit
 * or written as JSON. Every robust preset has to cut them below the platform's limits.
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

const fields = {
  incident: ['status', 'application', 'reports', 'url', 'rca_summary', 'rca_remediations'],
  deployment: ['status', 'application', 'version', 'summary', 'url'],
  alert: [
    'status',
    'project_name',
    'application',
    'rule_name',
    'severity',
    'summary',
    'details',
    'duration',
    'resolved_by',
    'url',
  ],
} as const;

describe.each(platforms)('$name', (platform) => {
  test.each(notificationKinds)('the largest %s fits', (kind) => {
    for (const filling of fillings) {
      const whole = payload(filling);
      const mine = Object.fromEntries(fields[kind].map((field) => [field, whole[field]]));
      const deployment = { ...mine, status: 'Cancelled', summary: many(filling.repeat(900)) };
      expect(acceptedBody(platform, kind, kind === 'deployment' ? deployment : mine)).not.toBe('');
    }
  });
});
