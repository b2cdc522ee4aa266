import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { analyse, applyFix } from '../../src/analysis';
// With its ending: without one the launcher beside it would be found first.
import { main } from '../../src/cli.js';
import { corootVersions } from '../../src/coroot';
import { environmentOf } from '../../src/pipeline';
import { platforms } from '../platforms/all';
import { printed } from '../../src/command-line/answer';

interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Files by path; `-` is standard input. Streams come in pieces of a few bytes. */
async function run(args: readonly string[], files: Readonly<Record<string, string>>, readers = Infinity) {
  const out: string[] = [];
  const err: string[] = [];
  const bytesOf = (path: string): Buffer => {
    const text = files[path];
    if (text === undefined) throw new Error('no such file');
    return Buffer.from(text);
  };
  const code = await main(['check', ...args], {
    read: (path) => Promise.resolve().then(() => bytesOf(path)),
    // eslint-disable-next-line @typescript-eslint/require-await
    stream: async function* (path) {
      const bytes = bytesOf(path);
      for (let i = 0; i < bytes.length; i += 7) yield bytes.subarray(i, i + 7);
    },
    stdout: (bytes) => {
      out.push(Buffer.from(bytes).toString());
      return Promise.resolve(out.length < readers);
    },
    stderr: (text) => err.push(text),
  });
  return { code, stdout: out.join(''), stderr: err.join('') };
}

const versions = corootVersions.map(({ id }) => id).join(', ');
const detail = "can't evaluate field Nope in type notifications.IncidentTemplateValues";

describe('main check', () => {
  const rows: readonly { name: string; args?: readonly string[]; template?: string; want: Outcome }[] = [
    { name: 'nothing to say', template: '{{ .Status }}', want: { code: 0, stdout: '', stderr: '' } },
    {
      name: 'nothing to say, as JSON',
      args: ['--json'],
      template: '{{ .Status }}',
      want: { code: 0, stdout: '{"diagnostics":[]}\n', stderr: '' },
    },
    {
      name: 'an error, with its line and column in UTF-16 units',
      template: 'a\n💥{{ .Nope }}',
      want: {
        code: 1,
        stdout: expect.stringMatching(
          new RegExp(`^t:2:7: error: ${detail.replaceAll('.', '\\.')}\n(?:  .*\n)*$`),
        ) as string,
        stderr: '',
      },
    },
    {
      name: 'a custom field',
      args: ['--fields', 'team=a', 'nope=b', '--field', 'x=y'],
      template: '{{ .Team }}{{ .Nope }}{{ .X }}',
      want: { code: 0, stdout: '', stderr: '' },
    },
    {
      name: 'a custom field that the release has not',
      args: ['--version', '1.18', '--field', 'nope=b'],
      template: '{{ .Nope }}',
      want: {
        code: 1,
        stdout: expect.stringMatching(/^t:1:5: error: can't evaluate field Nope in type /) as string,
        stderr: expect.stringMatching(/^warning: Coroot 1.18 has no custom fields;/) as string,
      },
    },
    {
      name: 'a custom field Coroot crashes over',
      args: ['--field', '1=x'],
      template: 'x',
      want: { code: 1, stdout: '', stderr: expect.stringMatching(/^error: Coroot crashes over/) as string },
    },
    {
      name: 'no template',
      args: ['--template='],
      want: { code: 2, stdout: '', stderr: '--template needs the name of a file, or - for standard input.\n' },
    },
    {
      name: 'missing file',
      args: ['--template', 'q'],
      want: { code: 2, stdout: '', stderr: 'cannot read q: no such file\n' },
    },
    {
      name: 'wrong kind',
      args: ['--kind', 'x'],
      want: { code: 2, stdout: '', stderr: '--kind must be one of incident, deployment, alert. Try --help.\n' },
    },
    {
      name: 'unknown version',
      args: ['--version', '2'],
      want: { code: 2, stdout: '', stderr: `--version must be one of ${versions}.\n` },
    },
    {
      name: 'unknown platform',
      args: ['--platform', 'nope'],
      want: {
        code: 2,
        stdout: '',
        stderr: `--platform must be one of ${platforms.map(({ id }) => id).join(', ')}.\n`,
      },
    },
    {
      name: 'a field without a value',
      args: ['--fields', 'a=b', 'x'],
      want: { code: 2, stdout: '', stderr: '--fields takes KEY=VALUE, not x.\n' },
    },
    {
      name: 'something that is no option',
      args: ['x'],
      want: {
        code: 2,
        stdout: '',
        stderr: expect.stringMatching(/^Unexpected argument 'x'.*Try --help\.\n$/) as string,
      },
    },
    {
      name: 'an option twice',
      args: ['--json', '--json'],
      want: { code: 2, stdout: '', stderr: '--json is there twice. Try --help.\n' },
    },
  ];
  test.each(rows)('$name', async ({ args = [], template = '{{ .Status }}', want }) => {
    const given = Object.entries({ kind: 'incident', template: 't' });
    const others = given.filter(([name]) => !args.some((arg) => arg.split('=')[0] === `--${name}`));
    expect(await run([...others.flatMap(([name, value]) => [`--${name}`, value]), ...args], { t: template })).toEqual(
      want,
    );
  });

  test('neither template nor kind', async () => {
    expect((await run(['--kind', 'incident'], {})).stderr).toBe('--template is needed. Try --help.\n');
    expect((await run(['--template', 't'], { t: '' })).code).toBe(2);
  });

  test('help needs nothing else', async () => {
    const { code, stdout } = await run(['--help'], {});
    expect(code).toBe(0);
    expect(stdout).toMatch(/--platform ID/);
  });

  test('standard input is named in findings', async () => {
    const { stdout } = await run(['--kind', 'incident', '--template', '-'], { '-': '{{ .Nope }}' });
    expect(stdout).toMatch(/^<stdin>:1:5: error: /);
  });

  test('the platform decides whether the output is meant to be JSON', async () => {
    const analysed = (expectsJson: boolean) =>
      analyse(
        '{"a": {{ .URL }}',
        environmentOf({ kind: 'incident', version: 'documented', customFields: [], expectsJson }),
      );
    for (const [platform, reads] of [
      ['slack', true],
      ['ntfy', null],
    ] as const) {
      const found = platforms.find(({ id }) => id === platform);
      const json = found!.reading.reads !== 'text';
      if (reads !== null) expect(json).toBe(reads);
      const { stdout } = await run(['--kind', 'incident', '--template', 't', '--json', '--platform', platform], {
        t: '{"a": {{ .URL }}',
      });
      const { diagnostics } = JSON.parse(stdout) as { readonly diagnostics: readonly { readonly code: string }[] };
      expect(diagnostics.map(({ code }) => code)).toEqual(analysed(json).diagnostics.map(({ code }) => code));
    }
  });
});

test('JSON has everything of a finding', async () => {
  const template = 'a\n💥{{ .status }}';
  const { code, stdout } = await run(['--kind', 'incident', '--template', 't', '--json'], { t: template });
  const world = { kind: 'incident', version: 'documented', customFields: [], expectsJson: null } as const;
  const [d] = analyse(template, environmentOf(world)).diagnostics;
  expect(code).toBe(1);
  expect(JSON.parse(stdout)).toEqual({
    diagnostics: [
      {
        code: 'no-such-field',
        certainty: 'always',
        severity: 'error',
        from: d!.from,
        to: d!.to,
        line: 2,
        column: d!.from - 1,
        message: "can't evaluate field status in type notifications.IncidentTemplateValues",
        // What Go 1.26.8 says of it.
        go: 'template: incidentTemplate:2:7: executing "incidentTemplate" at <.status>: can\'t evaluate field status in type notifications.IncidentTemplateValues',
        explanation: d!.explanation,
        fixes: d!.fixes.map((fix) => ({ title: fix.title, template: applyFix(template, fix) })),
      },
    ],
  });
});

test('a finding for people stands in lines of its own, whatever its texts hold', () => {
  const template = 'x\n{{ "a\u001b" }}';
  const finding = {
    ...({ code: 'c', certainty: 'always', severity: 'warning', from: 2, to: 4, go: null, hint: '' } as const),
    message: 'one\ntwo\u001b[1m\u2028\u009b',
    explanation: 'Do this.\n\nFor example:\n{{ .X }}',
    fixes: [
      {
        title: 'Write it',
        edits: [
          { from: 0, to: 1, insert: '' },
          { from: 2, to: 4, insert: '{{-' },
          { from: 5, to: 5, insert: '\n"' },
        ],
      },
    ],
  };
  expect(printed('t', template, { diagnostics: [finding], json: 'none' })).toBe(
    [
      't:2:1: warning: one\\ntwo\\x1b[1m\\u2028\\x9b',
      '  Do this.',
      '  For example:',
      '  {{ .X }}',
      '  fix: Write it',
      '    1:1: delete "x"',
      '    2:1: "{{" becomes "{{-"',
      '    2:4: insert "\\n\\""',
      '',
    ].join('\n'),
  );
});

describe('--lines', () => {
  const good = { id: 1, kind: 'incident', template: '{{ .Status }}' };
  const rows: readonly {
    name: string;
    args?: readonly string[];
    lines: readonly unknown[];
    want: unknown;
    code: number;
  }[] = [
    { name: 'nothing', lines: [], want: [], code: 0 },
    { name: 'a good one', lines: [good], want: [{ id: 1, diagnostics: [] }], code: 0 },
    {
      name: 'empty lines are none',
      lines: ['', good, '  ', { ...good, id: 'é' }],
      want: [
        { id: 1, diagnostics: [] },
        { id: 'é', diagnostics: [] },
      ],
      code: 0,
    },
    {
      name: 'an error in one',
      lines: [{ ...good, template: '{{ .Nope }}' }, good],
      want: [
        { id: 1, diagnostics: [expect.objectContaining({ message: detail, line: 1, column: 5 })] },
        { id: 1, diagnostics: [] },
      ],
      code: 1,
    },
    {
      name: 'each its own kind and version',
      lines: [
        { ...good, kind: 'alert', template: '{{ .Severity }}' },
        { ...good, version: '1.0', template: '{{ .RCASummary }}' },
      ],
      want: [
        { id: 1, diagnostics: [] },
        { id: 1, diagnostics: [expect.objectContaining({ line: 1, column: 5 })] },
      ],
      code: 1,
    },
    {
      name: 'kind and version of the command for rows that do not say',
      args: ['--kind', 'incident', '--version', '1.0'],
      lines: [{ id: null, template: '{{ .RCASummary }}' }],
      want: [{ id: null, diagnostics: [expect.objectContaining({ line: 1 })] }],
      code: 1,
    },
    {
      name: 'broken ones between good ones',
      lines: ['{', '[]', { id: 2 }, { ...good, version: '2' }, { id: 3, kind: 'incident' }, good],
      want: [
        { id: null, error: expect.stringMatching(/^The line is not JSON: /) as string },
        { id: null, error: 'The line is not a JSON object.' },
        { id: 2, error: '"kind" must be one of incident, deployment, alert.' },
        { id: 1, error: `"version" must be one of ${versions}.` },
        { id: 3, error: '"template" must be a text.' },
        { id: 1, diagnostics: [] },
      ],
      code: 2,
    },
  ];
  test.each(rows)('$name', async ({ args = [], lines, want, code }) => {
    const text = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n');
    for (const end of ['', '\n']) {
      const outcome = await run(['--lines', ...args], { '-': text + end });
      expect(outcome.stderr).toBe('');
      expect(
        outcome.stdout
          .split('\n')
          .filter((line) => line !== '')
          .map((line) => JSON.parse(line) as unknown),
      ).toEqual(want);
      expect(outcome.code).toBe(code);
    }
  });

  test('reads the file of --template', async () => {
    expect((await run(['--lines', '--template', 'f'], { f: JSON.stringify(good) })).stdout).toBe(
      '{"id":1,"diagnostics":[]}\n',
    );
    expect((await run(['--lines', '--template', 'g'], {})).stderr).toBe('cannot read g: no such file\n');
  });

  test('stops when nobody reads any more', async () => {
    const { stdout, code } = await run(['--lines'], { '-': `${JSON.stringify(good)}\n`.repeat(9) }, 2);
    expect(stdout.split('\n').length - 1).toBe(2);
    expect(code).toBe(0);
  });
});

/** Runs a line of shell; `$check` is the launcher, `$d` a folder of the files. */
async function shell(line: string, files: Readonly<Record<string, string>>): Promise<Outcome> {
  const launcher = fileURLToPath(new URL('../../src/cli.mjs', import.meta.url));
  const folder = mkdtempSync(join(tmpdir(), 'playground-check-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const script = `check="$0 $1 check"; d=$2; ${line}`;
  try {
    return await new Promise((resolve) => {
      execFile('bash', ['-c', script, process.execPath, launcher, folder], { cwd: folder }, (error, stdout, stderr) => {
        resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr });
      });
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('the launcher', () => {
  const row = `{"id": 1, "kind": "incident", "template": "{{ .Status }}"}`;
  const answer = '{"id":1,"diagnostics":[]}';
  const rows: readonly { readonly name: string; readonly line: string; readonly want: Outcome }[] = [
    {
      name: 'reads a file beside the person',
      line: '$check --kind incident --template t',
      want: { code: 1, stdout: expect.stringMatching(/^t:1:5: error: /) as string, stderr: '' },
    },
    {
      name: 'answers many rows',
      line: `for i in $(seq 3000); do echo '${row}'; done | $check --lines | sort | uniq -c | xargs`,
      want: { code: 0, stdout: `3000 ${answer.replaceAll('"', '')}\n`, stderr: '' },
    },
    {
      name: 'ends with whoever reads, although there always is another row',
      line: `yes '${row}' | $check --lines | head -n 1; exit \${PIPESTATUS[1]}`,
      want: { code: 0, stdout: `${answer}\n`, stderr: '' },
    },
    {
      name: 'ends on a row that never ends',
      line: `tr '\\0' x < /dev/zero | $check --lines`,
      want: { code: 2, stdout: '', stderr: 'cannot read standard input: a line is longer than 8 MB\n' },
    },
    {
      name: 'says that a folder is none',
      line: '$check --lines --template .',
      want: { code: 2, stdout: '', stderr: 'cannot read .: it is a folder\n' },
    },
  ];
  test.each(rows)(
    '$name',
    async ({ line, want }) => {
      expect(await shell(line, { t: '{{ .Nope }}' })).toEqual(want);
    },
    60_000,
  );
});
