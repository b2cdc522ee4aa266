import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { worst } from '../../../src/platforms';
import { findPlatform } from '../all';
import { type RecordedServer, postedBodies } from './sample-bodies';
import { verdictOn } from '../received';

/** What real servers answered to the sample bodies: written by `npm run servers`, never by hand. */
const recorded = JSON.parse(readFileSync(new URL('answers.json', import.meta.url), 'utf8')) as Readonly<
  Record<string, RecordedServer>
>;

describe.each(Object.entries(recorded))('%s', (id, { answers }) => {
  const bodies = postedBodies(id);

  test('every sample body is recorded, and no other', () => {
    expect(Object.keys(answers), 'run `npm run servers`').toEqual(bodies.map(([name]) => name));
  });

  test.each(bodies)('%s is judged as the server did', (name, body) => {
    const { status, answer } = answers[name]!;
    const verdict = verdictOn(findPlatform(id)!, body);
    // What another server would take, by its settings or its release, is a warning with the answer of this one.
    const warned = verdict.findings.some((f) => f.severity === 'warning' && f.answer !== null && f.answer === answer);
    expect(worst(verdict) === 'fail' || warned).toBe(status !== 200);
    const claimed = verdict.findings.flatMap((finding) => finding.answer ?? []);
    for (const text of claimed) expect(text).toBe(answer);
  });
});
