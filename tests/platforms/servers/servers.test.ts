import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { findPlatform, worst } from '../../../src/platforms';
import { type RecordedServer, sampleBodies } from './sample-bodies';
import { verdictOn } from '../received';

/** What real servers answered to the sample bodies: written by `npm run servers`, never by hand. */
const recorded = JSON.parse(readFileSync(new URL('answers.json', import.meta.url), 'utf8')) as Readonly<
  Record<string, RecordedServer>
>;

describe.each(Object.entries(recorded))('%s', (id, { answers }) => {
  const bodies = sampleBodies(id);

  test('every sample body is recorded, and no other', () => {
    expect(Object.keys(answers), 'run `npm run servers`').toEqual(bodies.map(([name]) => name));
  });

  test.each(bodies)('%s is judged as the server did', (name, { body }) => {
    const { status, answer } = answers[name]!;
    const verdict = verdictOn(findPlatform(id)!, body);
    expect(worst(verdict) === 'fail').toBe(status !== 200);
    const claimed = verdict.findings.filter(({ severity }) => severity === 'error').flatMap((f) => f.answer ?? []);
    for (const text of claimed) expect(text).toBe(answer);
  });
});
