import { describe, expect, test, vi } from 'vitest';
import { stillLines, stillSheet } from '../../src/editor';

const template = '{"text": "{{ .Status }}"}\n\n{{ if true }}\nyes\n{{ end }}';

function diagnostic(from: number, to: number, severity: 'error' | 'warning' | 'info', fixable = false) {
  const fixes = fixable ? [{ title: 'Mend it', run: () => undefined }] : [];
  return { from, to, severity, message: '', fixes };
}

describe('the lines of a drawn editor', () => {
  test('hold the text, empty lines included', () => {
    const lines = stillLines(template, 'template', []);
    const text = lines.map(({ runs }) => runs.flatMap(({ pieces }) => pieces.map((piece) => piece.text)).join(''));
    expect(text.join('\n')).toBe(template);
  });

  test('are coloured as the engine reads them', () => {
    const [first] = stillLines(template, 'template', []);
    const pieces = first!.runs.flatMap((run) => run.pieces);
    expect(pieces.find(({ text }) => text === '.Status')?.classes).toMatch(/^still-/);
    expect(pieces[0]).toEqual({ text: '{"text": "', classes: '' });
  });

  test('say where a block or an object can be folded', () => {
    expect(stillLines(template, 'template', []).map(({ folds }) => folds)).toEqual([false, false, true, false, false]);
    expect(stillLines('{\n"a": []\n}', 'payload', []).map(({ folds }) => folds)).toEqual([true, false, false]);
  });

  test('are marked where problems start, the worst one first, and underlined as far as they reach', () => {
    const [first, ...rest] = stillLines(template, 'template', [
      diagnostic(10, 23, 'error', true),
      diagnostic(13, 20, 'warning'),
    ]);
    expect(first).toMatchObject({ severity: 'error', mendable: true });
    expect(rest.every(({ severity, mendable }) => severity === null && !mendable)).toBe(true);
    const runs = first!.runs.map(({ severity, pieces }) => [severity, pieces.map(({ text }) => text).join('')]);
    expect(runs).toEqual([
      [null, '{"text": "'],
      ['error', '{{ .Status }}'],
      [null, '"}'],
    ]);
  });

  test('are the same however slow the machine is', () => {
    const payload = JSON.stringify({ reports: Array.from({ length: 40 }, (_, id) => ({ id })) }, null, 2);
    const fast = stillLines(payload, 'payload', []);
    let now = 0;
    const clock = vi.spyOn(Date, 'now').mockImplementation(() => (now += 30));
    try {
      expect(stillLines(payload, 'payload', [])).toEqual(fast);
    } finally {
      clock.mockRestore();
    }
    expect(fast.filter(({ folds }) => folds)).toHaveLength(42);
  });

  test('of no text are one line', () => {
    expect(stillLines('', 'template', [])).toEqual([{ runs: [], folds: false, severity: null, mendable: false }]);
  });
});

test('the rules of a drawn editor are those of the theme, under names that do not change', () => {
  const { css, classes } = stillSheet();
  expect(css).not.toContain('\u037c');
  expect(css).not.toContain('cm-focused');
  expect(css).toContain('var(--editor-gutter)');
  expect(css).toContain('var(--code-keyword)');
  const names = classes.split(' ');
  expect(new Set(names).size).toBe(names.length);
  const dark = /\.(still-\w+) \.cm-content \{caret-color: white;?\}/.exec(css)?.[1];
  if (dark !== undefined) expect(names).not.toContain(dark);
});
