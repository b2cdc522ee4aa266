import { expect, test } from 'vitest';
import { analyse, applyFix } from '../../src/analysis';
import { environmentOf } from '../../src/pipeline';
import { rows } from './rows/mistakes';

const world = environmentOf({ kind: 'incident', version: 'documented', customFields: [], expectsJson: null });

/** Every template of the rows that has a finding. */
const templates = Object.values(rows)
  .flat()
  .flatMap((row) => (typeof row === 'string' ? [] : [row[0].replace(/[«»]/g, '')]));

test.for(templates)('the first fix of %s mends it and breaks nothing', (template) => {
  const { diagnostics } = analyse(template, world);
  const before = diagnostics.map(({ code, message }) => `${code} ${message}`);
  for (const { code, message, fixes } of diagnostics) {
    const [fix] = fixes;
    // What can be translated may be less than all, and what it leaves is what was there.
    if (fix === undefined || code === 'foreign-template') continue;
    const after = analyse(applyFix(template, fix), world)
      // Remarks are about what Go could not read before.
      .diagnostics.filter(({ severity }) => severity !== 'info')
      .map((d) => `${d.code} ${d.message}`);
    expect(after.filter((found) => !before.includes(found))).toEqual([]);
    expect(after.length).toBeLessThan(before.length);
    expect(after.filter((found) => found === `${code} ${message}`).length).toBeLessThan(
      before.filter((found) => found === `${code} ${message}`).length,
    );
  }
});
