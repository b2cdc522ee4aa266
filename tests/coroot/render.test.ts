import { describe, expect, test } from 'vitest';
import { checkTemplate, decodePayload, defaultVersion, findVersion, render, spansAt, samples } from '../../src/coroot';
import { findPreset } from '../platforms/all';
// Recorded from Go 1.26 by `npm run conformance:record`; other templates over Coroot's data are its cases.
import presetOutputs from './preset-outputs.json';

describe('presets', () => {
  test('every preset was recorded with every sample of its kind', () => {
    expect(presetOutputs).toHaveLength(5 * samples.length);
  });

  test.each(presetOutputs)('$preset × $sample', ({ preset, sample, output, body }) => {
    const { kind, payload } = samples.find((s) => s.id === sample)!;
    const decoded = decodePayload(payload, kind, findVersion('documented'));
    if (!decoded.ok) throw new Error(JSON.stringify(decoded.problems));
    const got = render({
      kind,
      template: findPreset(preset)!.templatesFor(defaultVersion)[kind],
      value: decoded.value,
    });
    expect(got.ok ? { output: got.output, body: got.body } : got.message).toEqual({ output, body });
  });
});

describe('tracing', () => {
  const decoded = decodePayload('{"status": "OK"}', 'incident', findVersion('documented'));
  const value = decoded.ok ? decoded.value : null;

  test('the pieces that touch a place, with the values they show', () => {
    const got = render({ kind: 'incident', template: 'is {{ .Status }}!{{ .Status }}', value: value! });
    const spans = got.ok ? spansAt(got.template, value!, 2, 6) : [];
    expect(spans.map(({ from, to, value: shown }) => [from, to, shown?.v ?? null])).toEqual([
      [0, 3, null],
      [3, 5, 'OK'],
      [5, 6, null],
    ]);
  });

  test('a rune in halves belongs to the piece that ends it', () => {
    const got = render({ kind: 'incident', template: '{{ "a\\xc3" }}{{ "\\xa9" }}{{ "b" }}', value: value! });
    const spans = got.ok ? spansAt(got.template, value!, 1, 2) : [];
    expect(got.ok ? got.output : null).toBe('aéb');
    expect(spans.map(({ from, to }) => [from, to])).toEqual([[1, 2]]);
  });
});

describe('checkTemplate', () => {
  test('needs no data to see a syntax error', () => {
    const got = checkTemplate('alert', 'a\n{{ end }}');
    expect(got.ok ? null : got.message).toBe('invalid alert template: template: alertTemplate:2: unexpected {{end}}');
  });

  test('does not execute', () => {
    expect(checkTemplate('alert', '{{ .Nope }}')).toEqual({ ok: true });
  });
});

describe('limits of the playground', () => {
  const decoded = decodePayload('{}', 'incident', findVersion('documented'));
  const template = '{{ range 1000 }}0123456789{{ end }}';

  test.each([
    { name: 'steps', limits: { steps: 100, outputBytes: 100_000, heldBytes: 100_000 }, code: 'step-limit', template },
    {
      name: 'output',
      limits: { steps: 100_000, outputBytes: 100, heldBytes: 100_000 },
      code: 'output-limit',
      template,
    },
    {
      name: 'a text that is too long',
      limits: undefined,
      code: 'output-limit',
      template: `{{ printf "${'%1000000d'.repeat(80)}" ${'1 '.repeat(80)} }}`,
    },
  ])('$name: Coroot is not blamed', ({ limits, code, template }) => {
    const got = render({
      kind: 'incident',
      template,
      value: decoded.ok ? decoded.value : null!,
      ...(limits && { limits }),
    });
    expect(got.ok ? null : got.error.code).toBe(code);
    expect(got.ok ? '' : got.message).toMatch(/playground/);
    expect(got.ok ? '' : got.message).not.toMatch(/^invalid/);
  });

  test('a hundred thousand reports are within them', () => {
    const count = 100_000;
    const reports = Array.from({ length: count }, (_, i) => ({ name: 'Net', check: `c${String(i)}`, message: 'slow' }));
    const many = decodePayload(JSON.stringify({ reports }), 'incident', findVersion('documented'));
    const each =
      '{{ range .Reports }}{{ if eq .Name `Net` }}* {{ .Check | printf `%s` }}: {{ .Message }}\n{{ end }}{{ end }}';
    const got = render({ kind: 'incident', template: each, value: many.ok ? many.value : null! });
    const lines = Array.from({ length: count }, (_, i) => `* c${String(i)}: slow\n`);
    expect(got.ok && got.output === lines.join('')).toBe(true);
  });
});
