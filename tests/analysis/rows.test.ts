import { describe, expect, test } from 'vitest';
import { type Rows, complaintsOf } from './row';

const files = import.meta.glob<{ readonly rows: Rows }>('./rows/*.ts', { eager: true });

for (const [file, { rows }] of Object.entries(files)) {
  describe(file.replace(/^.*\/|\.ts$/g, ''), () => {
    for (const [code, of] of Object.entries(rows)) {
      test.for(of.map((row) => [typeof row === 'string' ? row : row[0], row] as const))(`${code}: %s`, ([, row]) => {
        expect(complaintsOf(code, row)).toEqual([]);
      });
    }
  });
}
