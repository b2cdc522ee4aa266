import { expect, test } from 'vitest';
import { analyse, applyFix } from '../../src/analysis';
import type { NotificationKind } from '../../src/coroot';
import { environmentOf } from '../../src/pipeline';
import mistakes from './mistakes.json';
import reports from './reports.json';

/**
 * A mistake that people make, `reports` those of public reports: acceptable templates after the first fix (none: no fix
 * is sensible), and words to be said.
 */
interface Mistake {
  readonly id: string;
  readonly kind: NotificationKind;
  readonly template: string;
  readonly fixes: readonly string[];
  readonly says: readonly string[];
}

test.for([...mistakes, ...reports] as readonly Mistake[])('$id: $template', ({ kind, template, fixes, says }) => {
  const world = { kind, version: 'documented', customFields: [], expectsJson: null };
  const { diagnostics } = analyse(template, environmentOf(world));
  expect(diagnostics.length).toBeGreaterThan(0);
  const explanations = diagnostics.map(({ message, explanation }) => `${message} ${explanation}`).join('\n');
  for (const word of says) expect(explanations).toContain(word);
  if (fixes.length === 0) return;
  const first = diagnostics.find((d) => d.fixes.length > 0)?.fixes[0];
  expect(fixes).toContain(first === undefined ? null : applyFix(template, first));
});
