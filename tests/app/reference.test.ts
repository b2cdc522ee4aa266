import { describe, expect, test } from 'vitest';
import { referenceFor } from '../../src/app/reference';
import { corootVersions, decodePayload, findVersion, notificationKinds, render, samples } from '../../src/coroot';

/** Nothing the reference offers may be wrong: every snippet of the data is run on every sample of its kind. */
describe('the reference', () => {
  const rows = notificationKinds.flatMap((kind) =>
    corootVersions
      .filter((version) => version.kinds.includes(kind))
      .map((version) => ({ name: `${kind}, Coroot ${version.id}`, kind, version: version.id })),
  );
  test.each(rows)('$name: the snippets of the data run on the samples', ({ kind, version }) => {
    const [data] = referenceFor({ kind, version, customFields: [] });
    const failures: string[] = [];
    for (const sample of samples.filter((s) => s.kind === kind)) {
      const decoded = decodePayload(sample.payload, kind, findVersion(version));
      if (!decoded.ok) throw new Error(`${sample.id} is not read`);
      for (const { snippet, inAction } of data!.entries) {
        for (const template of [snippet, `{{ print (${inAction}) }}`]) {
          const rendered = render({ kind, template, value: decoded.value });
          if (!rendered.ok) failures.push(`${template}: ${rendered.message}`);
        }
      }
    }
    expect(failures).toEqual([]);
  });

  test('the building blocks run', () => {
    const decoded = decodePayload('{"status": "OK"}', 'incident', findVersion('documented'));
    if (!decoded.ok) throw new Error('the payload is not read');
    const [, blocks] = referenceFor({ kind: 'incident', version: 'documented', customFields: [] });
    const outputs = blocks!.entries.map(({ name, snippet }) => {
      const rendered = render({ kind: 'incident', template: snippet, value: decoded.value });
      return [name, rendered.ok ? rendered.output : rendered.message];
    });
    expect(outputs).toEqual([
      ['if … else … end', '\nresolved'],
      ['with … end', ''],
      ['$variable', ''],
      ['{{- and -}}', ''],
      ['{{/* comment */}}', ''],
    ]);
  });

  test('a custom field is offered by the name templates use', () => {
    const [data] = referenceFor({ kind: 'alert', version: 'documented', customFields: [['team', 'core']] });
    expect(data!.entries.map(({ name }) => name)).toContain('.Team');
  });
});
