import { describe, expect, test } from 'vitest';
import { type NotificationKind, decodePayload, findVersion, render } from '../../src/coroot';
import type { VersionId } from '../../src/coroot/versions';

/** What templates print of a payload, or its problems. */
function decode(text: string, kind: NotificationKind, version: VersionId, template: string): string {
  const decoded = decodePayload(text, kind, findVersion(version));
  if (!decoded.ok) return decoded.problems.map((p) => p.message).join('\n');
  const rendered = render({ kind, template, value: decoded.value });
  return rendered.ok ? rendered.output : rendered.message;
}

const application = '{{ .Application.Namespace }}|{{ .Application.Kind }}|{{ .Application.Name }}';

describe('both forms of a payload', () => {
  const rows: readonly {
    name: string;
    kind?: NotificationKind;
    version?: VersionId;
    input: string;
    template: string;
    want: string;
  }[] = [
    {
      name: 'application as text',
      input: '{"application": "default:Deployment:app1"}',
      template: application,
      want: 'default|Deployment|app1',
    },
    {
      name: 'application as object',
      input: '{"Application": {"Namespace": "default", "Kind": "Deployment", "Name": "app1"}}',
      template: application,
      want: 'default|Deployment|app1',
    },
    {
      name: 'application as object in small letters',
      input: '{"application": {"name": "app1", "namespace": "default", "kind": "Deployment"}}',
      template: application,
      want: 'default|Deployment|app1',
    },
    {
      name: 'empty namespace in text',
      input: '{"application": ":Deployment:app1"}',
      template: application,
      want: '_|Deployment|app1',
    },
    {
      name: 'empty namespace in an object',
      input: '{"application": {"Kind": "Deployment", "Name": "app1"}}',
      template: application,
      want: '_|Deployment|app1',
    },
    {
      name: 'name with a colon',
      input: '{"application": "_:ExternalService:db.example.com:5432"}',
      template: application,
      want: '_|ExternalService|db.example.com:5432',
    },
    {
      name: 'no application',
      input: '{"application": "::"}',
      template: `${application} {{ .Application }} {{ .Application.IsZero }}`,
      want: '|| :: true',
    },
    {
      name: 'no application in a cluster',
      version: '1.19.2',
      input: '{"application": "c1:::"}',
      template: `{{ .Application.ClusterId }}|${application} {{ .Application }} {{ .Application.IsZero }}`,
      want: 'c1||| c1::: false',
    },
    {
      name: 'cluster kept',
      version: '1.17',
      input: '{"application": "c1:default:Deployment:app1"}',
      template: `{{ .Application.ClusterId }}|${application}|{{ .Application }}`,
      want: 'c1|default|Deployment|app1|c1:default:Deployment:app1',
    },
    {
      name: 'cluster kept, name with a colon',
      version: '1.19.2',
      input: '{"application": "c1:_:ExternalService:db:5432"}',
      template: `{{ .Application.ClusterId }}|${application}`,
      want: 'c1|_|ExternalService|db:5432',
    },
    {
      name: 'cluster in an object',
      version: '1.17',
      input: '{"application": {"cluster_id": "c1", "Namespace": "n", "Kind": "Pod", "Name": "p"}}',
      template: '{{ .Application }}',
      want: 'c1:n:Pod:p',
    },
    {
      name: 'cluster dropped where the version has none',
      input: '{"application": "c1:default:Deployment:app1"}',
      template: `${application}|{{ .Application }}`,
      want: 'default|Deployment|app1|default:Deployment:app1',
    },
    {
      name: 'JSON keys',
      input: '{"rca_summary": "a", "rca_remediations": "b"}',
      template: '{{ .RCASummary }}{{ .RCARemediations }}',
      want: 'ab',
    },
    {
      name: 'Go names',
      input: '{"RCASummary": "a", "RCARemediations": "b"}',
      template: '{{ .RCASummary }}{{ .RCARemediations }}',
      want: 'ab',
    },
    {
      name: 'any case',
      input: '{"STATUS": "a", "rcaSummary": "b", "url": "c"}',
      template: '{{ .Status }}{{ .RCASummary }}{{ .URL }}',
      want: 'abc',
    },
    {
      name: 'Go names of an alert',
      kind: 'alert',
      input:
        '{"ProjectName": "a", "RuleName": "b", "ResolvedBy": "c", "Details": [{"Name": "d", "Value": "e", "Code": true}]}',
      template:
        '{{ .ProjectName }}{{ .RuleName }}{{ .ResolvedBy }}{{ range .Details }}{{ .Name }}{{ .Value }}{{ .Code }}{{ end }}',
      want: 'abcdetrue',
    },
    {
      name: 'Go names of reports',
      input: '{"Reports": [{"Name": "a", "Check": "b", "Message": "c"}]}',
      template: '{{ range .Reports }}{{ .Name }}{{ .Check }}{{ .Message }}{{ end }}',
      want: 'abc',
    },
    {
      name: 'null keeps zero values',
      input: '{"status": null, "application": null, "reports": null}',
      template: '{{ .Status }}|{{ .Application.Name }}|{{ len .Reports }}',
      want: '||0',
    },
    {
      name: 'the last of two equal keys counts',
      input: '{"status": "a", "Status": "b"}',
      template: '{{ .Status }}',
      want: 'b',
    },
    {
      name: 'escapes',
      input: String.raw`{"status": "\u00e9\ud83d\ude00\ud800\n\""}`,
      template: '{{ .Status }}',
      want: 'é😀\ufffd\n"',
    },
  ];
  test.each(rows)('$name', ({ input, kind = 'incident', version = 'documented', template, want }) => {
    expect(decode(input, kind, version, template)).toBe(want);
  });
});

describe('problems', () => {
  /** The problem is written in the payload: `‹` and `›` stand around what it marks and are taken out. */
  const rows: readonly {
    name: string;
    kind?: NotificationKind;
    version?: VersionId;
    input: string;
    severity?: 'error' | 'warning';
    want: string;
  }[] = [
    { name: 'nil', input: '{"status": n‹i›l}', want: 'Write null instead of nil.' },
    {
      name: 'a word that begins like null',
      input: '{"status": null‹s›}',
      want: 'Text must be in double quotes: "nulls".',
    },
    { name: 'semicolon', input: '{"a": 1‹;› "b": 2}', want: 'A comma has to separate them, not “;”.' },
    {
      name: 'round bracket for a curly one',
      input: '{"status": "OK"‹)›',
      want: 'The object is closed with “)”: close with } instead.',
    },
    {
      name: 'round bracket for a square one',
      input: '{"reports": [1‹)›}',
      want: 'The list is closed with “)”: close with ] instead.',
    },
    {
      name: 'quotes with backslashes',
      input: '{‹\\›"status\\": 1}',
      want: 'The quotes have backslashes, as JSON inside a text has. Take the backslashes away.',
    },
    {
      name: 'blank that is no space',
      input: '‹\u2800›{}',
      want: 'JSON allows no blank Braille pattern (U+2800) here. Remove it.',
    },
    {
      name: 'variation selector',
      input: '‹\ufe0f›{}',
      want: 'JSON allows no variation selector (U+FE0F) here. Remove it.',
    },
    {
      name: 'application as default|Deployment|app1',
      input: '{"application": ‹"default|Deployment|app1"›}',
      want: '“application” must look like namespace:Kind:name: write "default:Deployment:app1".',
    },
    {
      name: 'application as default, Deployment, app1',
      input: '{"application": ‹"default, Deployment, app1"›}',
      want: '“application” must look like namespace:Kind:name: write "default:Deployment:app1".',
    },
    {
      name: 'application as default Deployment app1',
      input: '{"application": ‹"default Deployment app1"›}',
      want: '“application” must look like namespace:Kind:name: write "default:Deployment:app1".',
    },
    {
      name: 'application as default.Deployment.app1',
      input: '{"application": ‹"default.Deployment.app1"›}',
      want: '“application” must look like namespace:Kind:name: write "default:Deployment:app1".',
    },
    {
      name: 'application as deployment/app1',
      input: '{"application": ‹"deployment/app1"›}',
      want: '“application” must look like namespace:Kind:name: write "default:Deployment:app1".',
    },
    {
      name: 'application as default:Deployment',
      input: '{"application": ‹"default:Deployment"›}',
      want: '“application” must look like namespace:Kind:name: write "default:Deployment:app1".',
    },
    { name: 'empty', input: '‹›', want: 'The payload is empty. Pick a sample, or paste the JSON that Coroot sent.' },
    { name: 'list', input: '‹[]›', want: 'The payload must be one JSON object { … }, not a list.' },
    { name: 'text', input: '‹"x"›', want: 'The payload must be one JSON object { … }, not text.' },
    {
      name: 'trailing comma',
      input: '{"status": "OK",\n‹}›',
      want: 'There is a comma before “}” with nothing after it. Remove the comma.',
    },
    {
      name: 'trailing comma in a list',
      input: '{"reports": [{},‹]›}',
      want: 'There is a comma before “]” with nothing after it. Remove the comma.',
    },
    {
      name: 'missing comma',
      input: '{"status": "OK"\n  ‹"›url": ""}',
      want: 'A comma is missing before “"”, or the text before it has a quote too many.',
    },
    { name: 'missing colon', input: '{"status" ‹"›OK"}', want: 'A colon is missing before “"”: write "key": value.' },
    {
      name: 'missing value',
      input: '{"status": ‹}›',
      want: 'A value is missing before “}”. Write "" for an empty text.',
    },
    { name: 'single quotes', input: "{‹'›status': 'OK'}", want: 'JSON puts text in double quotes ("), not in “\'”.' },
    { name: 'curly quotes', input: '{"status": ‹“›OK”}', want: 'JSON puts text in double quotes ("), not in ““”.' },
    {
      name: 'bare key',
      input: '{‹s›tatus: "OK"}',
      want: 'A key in double quotes is expected here, not “s”: write "key": value.',
    },
    { name: 'bare text', input: '{"status": ‹O›K}', want: 'Text must be in double quotes: "OK".' },
    {
      name: 'wrong word',
      input: '{"reports": n‹o›ne}',
      want: 'Only true, false and null may stand without quotes, in lower case. Put text in double quotes.',
    },
    { name: 'comment', input: '{ ‹/›/ note\n}', want: 'JSON has no comments. Remove it.' },
    {
      name: 'line break in a text',
      input: '{"status": "O‹\n›K"}',
      want: 'A text cannot go over a line break. Write \\n for one, and check that the text has its closing quote.',
    },
    {
      name: 'tab in a text',
      input: '{"status": "O‹\t›K"}',
      want: 'A text cannot contain the control character \\t. Write it as \\t.',
    },
    {
      name: 'unknown escape',
      input: String.raw`{"status": "C:\‹d›ir"}`,
      want: String.raw`\d means nothing in JSON. Write \\ for a backslash; \n, \t, \" and \u0041 are known.`,
    },
    {
      name: 'escape without its digits',
      input: String.raw`{"status":"‹\u12›"}`,
      want: String.raw`\u needs four hexadecimal digits after it, as in \u0041. Write \\ for a backslash.`,
    },
    { name: 'None', input: '{"status":‹N›one}', want: 'Write null instead of None.' },
    { name: 'undefined', input: '{"status":‹u›ndefined}', want: 'Write null instead of undefined.' },
    { name: 'True', input: '{"code":‹T›rue}', want: 'Write true instead of True.' },
    {
      name: 'a word that begins like one',
      input: '{"code":‹T›rueish}',
      want: 'Text must be in double quotes: "Trueish".',
    },
    {
      name: 'object closed as a list',
      input: '{"status":"OK"‹]›',
      want: 'The object is closed with “]”: close with } instead.',
    },
    {
      name: 'list not closed within an object',
      input: '{"reports":[{"name":"x"}‹}›',
      want: 'The list is not closed: close with ] before “}”.',
    },
    {
      name: 'object not closed within a list',
      input: '{"reports":[{"name":"x"‹]›}',
      want: 'The object is not closed: close with } before “]”.',
    },
    {
      name: 'empty list closed as an object',
      input: '{"reports":[‹}›',
      want: 'The list is not closed: close with ] before “}”.',
    },
    {
      name: 'no-break space after the end',
      input: '{"status":"OK"}‹\u00a0›',
      want: 'JSON allows no no-break space (U+00A0) here. Remove it.',
    },
    {
      name: 'zero width space before the beginning',
      input: '‹\u200b›{"status":"OK"}',
      want: 'JSON allows no zero width space (U+200B) here. Remove it.',
    },
    {
      name: 'no-break space for indentation',
      input: '{\n‹\u00a0›\u00a0"status": "OK"}',
      want: 'JSON allows no no-break space (U+00A0) here. Remove it.',
    },
    {
      name: 'byte order mark that is not at the beginning',
      input: '{"status":‹\ufeff›"OK"}',
      want: 'JSON allows no byte order mark (U+FEFF) here. Remove it.',
    },
    {
      name: 'invisible character without a name here',
      input: '{‹\u2063›"status": "OK"}',
      want: 'JSON allows no invisible character (U+2063) here. Remove it.',
    },
    {
      name: 'JSON in a text',
      input: String.raw`‹"{\"status\":\"OK\"}"›`,
      want: 'The payload is JSON inside a text. Take away the quotes around it and the backslashes within.',
    },
    {
      name: 'JSON in a text of an object',
      severity: 'warning',
      input: String.raw`{‹"body"›:"{\"status\":\"OK\"}"}`,
      want: '“body” is a text that holds JSON itself, so templates do not see it. If that is what Coroot sent, make it the whole payload.',
    },
    {
      name: 'text that starts like a number',
      input: '{"version": 1.8‹.›2}',
      want: '“.” does not belong in a number. Put the value in double quotes if it is text.',
    },
    {
      name: 'number cut short',
      input: '{"version": 1.‹}›',
      want: '“}” does not belong in a number. Put the value in double quotes if it is text.',
    },
    {
      name: 'text after the end',
      input: '{} ‹x›',
      want: 'The payload ends before “x”: there must be one object { … } and nothing after it. Remove the rest.',
    },
    {
      name: 'not closed',
      input: '{"reports": [{"name": "a"}‹›',
      want: 'The payload ends too early: a list is not closed. Add ]} at the end.',
    },
    {
      name: 'text not closed',
      input: '{"status": "OK‹›',
      want: 'The payload ends too early: a text has no closing double quote. Add ".',
    },
    {
      name: 'template in the payload',
      input: '{"status": {‹{› .Status }}}',
      want: 'The payload is data, not a template. Write values in place of {{ … }}.',
    },
    {
      name: 'number for text',
      input: '{"status": ‹12.50›}',
      want: '“status” must be text in double quotes, not the number 12.50. Write "12.50".',
    },
    {
      name: 'object for a list',
      input: '{"reports": ‹{"name": "a"}›}',
      want: '“reports” must be a list [ … ], not an object. Put it in [ ].',
    },
    {
      name: 'text in a list of objects',
      input: '{"reports": [{}, ‹"a"›]}',
      want: '“reports[1]” must be an object { … }, not text.',
    },
    {
      name: 'list in a report',
      input: '{"reports": [{"message": ‹[]›}]}',
      want: '“reports[0].message” must be text in double quotes, not a list.',
    },
    {
      name: 'text for code',
      kind: 'alert',
      input: '{"details": [{"code": ‹"true"›}]}',
      want: '“details[0].code” must be true or false, not text. Write true or false without quotes.',
    },
    {
      name: 'list for the application',
      input: '{"application": ‹[]›}',
      want: '“application” must be a text like "namespace:Kind:name" or an object with Namespace, Kind and Name, not a list.',
    },
    {
      name: 'short application',
      input: '{"application": ‹"app7"›}',
      want: '“application” must look like namespace:Kind:name: write "default:Deployment:app7".',
    },
    {
      name: 'application with slashes',
      input: '{"application":‹"default/Deployment/app1"›}',
      want: '“application” must look like namespace:Kind:name: write "default:Deployment:app1".',
    },
    {
      name: 'application with slashes and no cluster',
      version: '1.24.0',
      input: '{"application":‹"shop/web"›}',
      want: '“application” must look like cluster:namespace:Kind:name: write "cluster1:shop:Deployment:web".',
    },
    {
      name: 'empty application',
      input: '{"application":‹""›}',
      want: '“application” must look like namespace:Kind:name: write "default:Deployment:app1".',
    },
    {
      name: 'number in the application',
      input: '{"application": {"Name": ‹1›}}',
      want: '“application.Name” must be text in double quotes, not the number 1.',
    },
    {
      name: 'misspelt key',
      severity: 'warning',
      input: '{‹"staus"›: "OK"}',
      want: 'Coroot sends no “staus” with an incident, so templates do not see it. Did you mean “status”?',
    },
    {
      name: 'misspelt Go name',
      severity: 'warning',
      input: '{‹"RCASumary"›: ""}',
      want: 'Coroot sends no “RCASumary” with an incident, so templates do not see it. Did you mean “RCASummary”?',
    },
    {
      name: 'key of nobody',
      severity: 'warning',
      input: '{‹"colour"›: "red"}',
      want: 'Coroot sends no “colour” with an incident, so templates do not see it. To add a value of your own, use a custom field.',
    },
    {
      name: 'key of another kind',
      severity: 'warning',
      kind: 'deployment',
      input: '{‹"reports"›: []}',
      want: '“reports” belongs to incidents; a deployment has none, so templates do not see it.',
    },
    {
      name: 'key of a later version',
      severity: 'warning',
      version: '1.18',
      input: '{‹"rca_summary"›: ""}',
      want: 'Coroot 1.18 has no “rca_summary” yet, it came with 1.19.1: templates do not see it.',
    },
    {
      name: 'key of a report',
      severity: 'warning',
      input: '{"reports": [{‹"mesage"›: ""}]}',
      want: '“reports[0]” has no “mesage”, so templates do not see it. Did you mean “message”?',
    },
    {
      name: 'key of the application',
      severity: 'warning',
      input: '{"application": {‹"namspace"›: ""}}',
      want: '“application” has no “namspace”, so it is left out. Did you mean “Namespace”?',
    },
    {
      name: 'key twice',
      severity: 'warning',
      input: '{"status": "a", ‹"status"›: "b"}',
      want: '“status” is there twice; the last one counts. Remove the other.',
    },
    {
      name: 'cluster in the documented form',
      severity: 'warning',
      input: '{"application": ‹"c1:a:Pod:b"›}',
      want: 'Applications have no cluster id in the documented form, so “c1” is left out. Choose Coroot 1.17 or later to keep it.',
    },
    {
      name: 'no cluster where there should be one',
      severity: 'warning',
      version: '1.17',
      input: '{"application": ‹"a:Pod:b"›}',
      want: 'Coroot 1.17 puts the cluster’s id before the namespace; here there is none, so ClusterId is empty.',
    },
  ];
  test.each(rows)('$name', ({ input, kind = 'incident', version = 'documented', severity = 'error', want }) => {
    const from = input.indexOf('‹');
    const to = input.indexOf('›') - 1;
    const text = input.replace('‹', '').replace('›', '');
    const { ok, problems } = decodePayload(text, kind, findVersion(version));
    expect(ok).toBe(severity === 'warning');
    expect(problems.map((p) => [p.severity, p.about, p.message])).toEqual([[severity, 'payload', want]]);
    expect(problems.map((p) => [p.from, p.to])).toEqual([[from, to]]);
    const lines = text.slice(0, from).split('\n');
    expect(problems.map((p) => [p.line, p.column])).toEqual([[lines.length, [...lines.at(-1)!].length + 1]]);
  });

  test('all mistakes are told at once, in the order of the text', () => {
    const text = '{"colour": 1, "status": 2, "reports": [{"name": 3}], "url": []}';
    const { ok, problems } = decodePayload(text, 'incident', findVersion('documented'));
    expect(ok).toBe(false);
    expect(problems.map((p) => [p.severity, text.slice(p.from, p.to)])).toEqual([
      ['warning', '"colour"'],
      ['error', '2'],
      ['error', '3'],
      ['error', '[]'],
    ]);
  });

  test('a byte order mark at the beginning is dropped', () => {
    const payload = '\ufeff{"status":"OK","application":"default:Deployment:app1"}';
    expect(decodePayload(payload, 'incident', findVersion('documented'))).toMatchObject({ ok: true, problems: [] });
  });

  // The words are those of json.Unmarshal of Go 1.26.
  test.each([
    { open: '{"a":', why: "invalid character '{' exceeded max depth" },
    { open: '[', why: "invalid character '[' exceeded max depth" },
  ])('what is too deep is told in the words of Go: $open', ({ open, why }) => {
    const { problems } = decodePayload(open.repeat(10_001), 'incident', findVersion('documented'));
    expect(problems.map((p) => [p.message, p.from])).toEqual([[`This is not JSON: ${why}.`, open.length * 10_000]]);
  });

  test('columns count characters', () => {
    const { problems } = decodePayload('{"url": "😀é", "status": 1}', 'incident', findVersion('documented'));
    expect(problems.map((p) => [p.line, p.column, p.from])).toEqual([[1, 25, 25]]);
  });

  test('a version without the kind', () => {
    const { ok, problems } = decodePayload('{}', 'alert', findVersion('1.17'));
    expect(ok).toBe(false);
    expect(problems[0]).toMatchObject({
      about: 'settings',
      message: 'Coroot 1.17 sends no alerts: they came with 1.18.',
    });
  });

  test('a custom field Coroot crashes over', () => {
    const { ok, problems } = decodePayload('{}', 'alert', findVersion('documented'), [['my-field', 'x']]);
    expect(ok).toBe(false);
    expect(problems[0]).toMatchObject({ about: 'settings', severity: 'error' });
  });

  test('what several custom fields share is said once', () => {
    const once = decodePayload('{}', 'incident', findVersion('1.18'), [
      ['team', 'a'],
      ['tier', 'b'],
    ]);
    expect(once.problems.map((p) => p.message)).toEqual(['Coroot 1.18 has no custom fields; they came with 1.19.1.']);
    const thrice = decodePayload('{}', 'incident', findVersion('documented'), [
      ['team', 'a'],
      ['team', 'b'],
      ['team', 'c'],
    ]);
    expect(thrice.problems.map((p) => p.message)).toEqual(['The key "team" is there twice; the last value counts.']);
  });

  test('a custom field is not taken from the payload', () => {
    const decoded = decodePayload('{"team": "payload"}', 'alert', findVersion('documented'), [['team', 'settings']]);
    expect(decoded.problems.map((p) => p.message)).toEqual([
      'The custom field “team” gets its value from the custom fields; the one in the payload is not used.',
    ]);
    const got = decoded.ok ? render({ kind: 'alert', template: '{{ .Team }}', value: decoded.value }) : null;
    expect(got?.ok === true && got.output).toBe('settings');
  });

  test('deep nesting is an error, not a crash', () => {
    const { ok } = decodePayload('['.repeat(200_000), 'alert', findVersion('documented'));
    expect(ok).toBe(false);
  });

  test.each([
    { name: 'a number', payload: `{"status": ${'1'.repeat(100_000)}}` },
    { name: 'a key', payload: `{"${'s'.repeat(100_000)}": 1}` },
    { name: 'brackets without end', payload: '[{"a":'.repeat(4000) },
  ])('$name too long to read is not told in full', ({ payload }) => {
    const [problem] = decodePayload(payload, 'incident', findVersion('documented')).problems;
    expect(problem?.message).toContain(' … ');
    expect(problem?.message.length).toBeLessThan(500);
  });

  test('a payload that is wrong all over is told a hundred times, and why it fails', () => {
    const reports = Array.from({ length: 20_000 }, () => '{"colour": "red"}').join();
    const documented = findVersion('documented');
    expect(decodePayload(`{"reports": [${reports}]}`, 'incident', documented).problems).toHaveLength(100);
    const { ok, problems } = decodePayload(`{"reports": [${reports}, 1, 2]}`, 'incident', documented);
    expect(ok).toBe(false);
    expect(problems.at(-1)?.message).toBe('“reports[20000]” must be an object { … }, not the number 1.');
  });
});
