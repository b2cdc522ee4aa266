import { expect, test } from 'vitest';
import { inspect } from '../../src/pipeline';
import { findPlatform } from '../platforms/all';
import { samples } from '../../src/coroot';
import rows from './reports.json';

/**
 * What people reported in public (`about` names where), done again: what the page says of it must have the words that
 * they searched for. `⟪a×1000⟫` stands for a text repeated so many times.
 */
test.each(rows)('$id', ({ platform, outcome, says, template, payload }) => {
  const sample = samples.find(({ kind }) => kind === 'incident')!.payload;
  const text = payload === null ? sample : JSON.stringify(payload);
  const repeated = text.replace(/⟪(.)×(\d+)⟫/g, (_, one: string, count: string) => one.repeat(Number(count)));
  const input = { kind: 'incident', version: 'documented', customFields: [], template, payload: repeated } as const;
  const got = inspect(input, findPlatform(platform), { drawing: false });
  expect(got.outcome).toBe(outcome);
  const said = got.verdict!.findings.map(({ message, answer }) => `${message}\n${answer ?? ''}`).join('\n');
  for (const words of says) expect(said).toContain(words);
});
