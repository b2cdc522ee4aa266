import { describe, expect, test } from 'vitest';
import { applyFix } from '../../src/analysis';
import { jsonTemplate, randomFrom } from './json-templates';
import { jsonOf, posted } from './json-world';

const seeds = Array.from({ length: 200 }, (_, i) => i);

describe('generated templates', () => {
  const reports = seeds.map((seed) => {
    const template = jsonTemplate(randomFrom(seed));
    return { template, payloads: posted(template, 'incident'), ...jsonOf(template, 'incident', 'documented', true) };
  });

  test('some are right and some wrong', () => {
    expect(reports.filter(({ state }) => state === 'safe').length).toBeGreaterThan(50);
    expect(reports.filter(({ state }) => state === 'faulty').length).toBeGreaterThan(50);
  });

  test('what is called safe is JSON for every payload', () => {
    for (const { template, state, payloads } of reports) {
      if (state === 'safe') expect([template, payloads.filter(({ valid }) => !valid)]).toEqual([template, []]);
    }
  });

  test('what always fails breaks every payload that reaches it', () => {
    for (const { template, findings, payloads } of reports) {
      for (const { code, certainty, from, to } of findings) {
        if (certainty !== 'always' || code === 'unsafe-json') continue;
        const fine = payloads.filter(({ valid, reaches }) => valid && reaches(from, to));
        expect([template, code, fine.map(({ id }) => id)]).toEqual([template, code, []]);
      }
    }
  });

  test('what some payload breaks is found, almost always', () => {
    const broken = reports.filter(({ payloads }) => payloads.some(({ valid }) => !valid));
    const silent = broken.filter(({ findings }) => findings.length === 0);
    expect(silent.length / broken.length).toBeLessThan(0.02);
  });

  test('a fix of the structure takes its finding away', () => {
    const worse: string[] = [];
    let tried = 0;
    for (const { template, findings } of reports) {
      for (const { code, fixes } of findings) {
        const [first] = fixes;
        if (first === undefined || code === 'unsafe-json') continue;
        tried++;
        const after = jsonOf(applyFix(template, first), 'incident', 'documented', true).findings;
        const count = (list: typeof findings): number => list.filter((other) => other.code === code).length;
        if (count(after) >= count(findings)) worse.push(`${code}: ${template}`);
      }
    }
    expect(tried).toBeGreaterThan(100);
    expect(worse).toEqual([]);
  });

  test('made safe, a template gives JSON for every payload', () => {
    let made = 0;
    for (const { template, findings } of reports) {
      const safe = findings.find(({ code }) => code === 'unsafe-json')?.fixes[0];
      if (safe === undefined || findings.some(({ fixes }) => fixes.length === 0)) continue;
      const after = applyFix(template, safe);
      if (jsonOf(after, 'incident', 'documented', true).state !== 'safe') continue;
      made++;
      expect([after, posted(after, 'incident').filter(({ valid }) => !valid)]).toEqual([after, []]);
    }
    expect(made).toBeGreaterThan(20);
  });
});
