/** What an inspection gives can be sent to another thread as it is. */
import { expect, test } from 'vitest';
import { defaultVersion, samples } from '../../src/coroot';
import { inspect } from '../../src/pipeline';
import { findPlatform, platforms } from '../platforms/all';

const base = { kind: 'incident', version: 'documented', customFields: [], payload: '{}' } as const;

test.each(platforms)('on $name', (platform) => {
  for (const { kind, payload } of samples) {
    for (const template of [platform.robust.templatesFor(defaultVersion)[kind], '{"broken": "{{ .URL }}', 'text']) {
      const inspection = inspect({ ...base, kind, payload, template }, platform);
      expect(structuredClone(inspection)).toEqual(inspection);
    }
  }
});

test.each([
  { name: 'a template that cannot be parsed', template: '{{', payload: '{}' },
  { name: 'a field that is not there', template: '{{ .Nope }}', payload: '{}' },
  { name: 'a template that never ends', template: '{{ range 1000000000 }}{{ end }}', payload: '{}' },
  { name: 'a payload that cannot be read', template: 'x', payload: '{' },
])('$name', ({ template, payload }) => {
  const inspection = inspect({ ...base, template, payload }, findPlatform('slack'));
  expect(inspection.rendered.ok).toBe(false);
  const clone = structuredClone(inspection);
  expect(clone).toEqual(inspection);
  // An Error would lose what it carries on the way.
  expect(JSON.stringify(clone)).toBe(JSON.stringify(inspection));
  expect(JSON.parse(JSON.stringify(inspection))).toEqual(inspection);
});
