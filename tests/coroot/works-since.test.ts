import { expect, test } from 'vitest';
import { decodePayload, findVersion, render, worksSince } from '../../src/coroot';

interface Row {
  readonly name: string;
  readonly version: string;
  readonly template: string;
  readonly payload?: string;
  /** The release, or null where none is to blame. */
  readonly since: string | null;
}

/** Which release has what: the tables of versions.ts and types.ts, and the Go that each was built with. */
const rows: readonly Row[] = [
  { name: 'a range over a number', version: '1.19.2', template: '{{ range 3 }}x{{ end }}', since: '1.20' },
  { name: 'else with', version: '1.0', template: '{{ with .URL }}{{ else with .Status }}{{ end }}', since: '1.6' },
  { name: 'the root cause', version: '1.18', template: '{{ .RCASummary }}', since: '1.19.1' },
  { name: 'the cluster', version: '1.0', template: '{{ .Application.ClusterId }}', since: '1.17' },
  {
    name: 'the cluster, as documented',
    version: 'documented',
    template: '{{ .Application.ClusterId }}',
    since: '1.17',
  },
  { name: 'a field of another kind', version: '1.0', template: '{{ .RuleName }}', since: null },
  { name: 'a field that never was', version: '1.18', template: '{{ .Nope }}', since: null },
  { name: 'a mistake anywhere', version: '1.0', template: '{{ if }}', since: null },
  { name: 'a field of a text', version: '1.0', template: '{{ .Status.RCASummary }}', since: null },
];

test.each(rows)('$name, on $version', ({ version: id, template, since, payload = '{"status": "OK"}' }) => {
  const version = findVersion(id);
  const decoded = decodePayload(payload, 'incident', version);
  if (!decoded.ok) throw new Error('the payload was not read');
  const rendered = render({ kind: 'incident', template, value: decoded.value, go: version.go });
  if (rendered.ok) throw new Error(rendered.body);
  expect(worksSince(rendered.error, version)).toBe(since);
});
