import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
// With its ending: without one the launcher beside it would be found first.
import { main } from '../../src/cli.js';
import { corootVersions, defaultVersion, samplesFor } from '../../src/coroot';
import { platforms, presetsOf } from '../platforms/all';

interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

const versions = corootVersions.map(({ id }) => id).join(', ');
const incident = '{"status": "OK", "application": "default:Deployment:app1", "url": "http://x/"}';

/** Files by path; `-` is standard input. */
async function run(args: readonly string[], files: Readonly<Record<string, string>>): Promise<Outcome> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await main(args, {
    read: (path) => {
      const text = files[path];
      return text === undefined
        ? Promise.reject(new Error('no such file'))
        : Promise.resolve(Buffer.from(text, 'latin1'));
    },
    // eslint-disable-next-line @typescript-eslint/require-await
    stream: async function* () {
      throw new Error('render reads whole files');
    },
    stdout: (bytes) => {
      out.push(Buffer.from(bytes).toString('latin1'));
      return Promise.resolve(true);
    },
    stderr: (text) => err.push(text),
  });
  return { code, stdout: out.join(''), stderr: err.join('') };
}

describe('main', () => {
  const given = { kind: 'incident', template: 't', payload: 'p' };
  const rows: readonly {
    name: string;
    args?: readonly string[];
    template?: string;
    payload?: string;
    want: Outcome;
  }[] = [
    {
      name: 'output',
      template: '{"text": "\n{{ .Status }}"}',
      want: { code: 0, stdout: '{"text": "\nOK"}', stderr: '' },
    },
    {
      name: 'body',
      args: ['--body'],
      template: '{"text": "\n{{ .Status }}"}',
      want: { code: 0, stdout: '{"text": "\\nOK"}', stderr: '' },
    },
    {
      name: 'bytes that are not UTF-8',
      template: '\xff{{ .Status }}',
      want: { code: 0, stdout: '\xffOK', stderr: '' },
    },
    {
      name: 'custom fields',
      args: ['--field', 'team=a=b', '--field', 'x='],
      template: '{{ .Team }}{{ .X }}',
      want: { code: 0, stdout: 'a=b', stderr: '' },
    },
    {
      name: 'version',
      args: ['--version', '1.19.1'],
      template: '{{ .Status }}{{ .status }}',
      payload: '{"status": "OK"}',
      want: { code: 0, stdout: '<no value>OK', stderr: '' },
    },
    {
      name: 'execution error',
      template: 'a{{ .Nope }}',
      want: {
        code: 1,
        stdout: '',
        stderr:
          'invalid incident template: template: incidentTemplate:1:4: executing "incidentTemplate" at <.Nope>: can\'t evaluate field Nope in type notifications.IncidentTemplateValues\n',
      },
    },
    {
      name: 'syntax error',
      template: '{{ if }}',
      want: {
        code: 1,
        stdout: '',
        stderr: 'invalid incident template: template: incidentTemplate:1: missing value for if\n',
      },
    },
    {
      name: 'payload errors',
      payload: '{"staus": "OK",\n "url": 1}',
      want: {
        code: 1,
        stdout: '',
        stderr:
          'p:1:2: warning: Coroot sends no “staus” with an incident, so templates do not see it. Did you mean “status”?\n' +
          'p:2:9: error: “url” must be text in double quotes, not the number 1. Write "1".\n',
      },
    },
    {
      name: 'custom field Coroot crashes over',
      args: ['--field', '1=x'],
      want: {
        code: 1,
        stdout: '',
        stderr:
          'error: Coroot crashes over the custom field "1" before it renders anything: a key must begin with one of the letters A to Z or a to z.\n',
      },
    },
    {
      name: 'field without a value',
      args: ['--field', 'x'],
      want: { code: 2, stdout: '', stderr: '--field takes KEY=VALUE, not x.\n' },
    },
    {
      name: 'field without anything',
      args: ['--field', ''],
      want: { code: 2, stdout: '', stderr: '--field takes KEY=VALUE, not nothing.\n' },
    },
    {
      name: 'a template and a preset',
      args: ['--preset', 'json'],
      want: { code: 2, stdout: '', stderr: 'Either --template or --preset is needed, not both. Try --help.\n' },
    },
    ...['kind', 'template', 'preset', 'payload', 'body', 'version', 'help'].map((option) => ({
      name: `${option} twice`,
      args: /body|help/.test(option) ? [`--${option}`, `--${option}`] : [`--${option}`, 'x', `--${option}`, 'x'],
      want: { code: 2, stdout: '', stderr: `--${option} is there twice. Try --help.\n` },
    })),
    ...['kind', 'version'].map((option) => ({
      name: `${option} empty`,
      args: [`--${option}=`],
      want: { code: 2, stdout: '', stderr: expect.stringMatching(`^--${option} must be one of .*\n$`) as string },
    })),
    ...['template', 'payload'].map((option) => ({
      name: `${option} empty`,
      args: [`--${option}=`],
      want: { code: 2, stdout: '', stderr: `--${option} needs the name of a file, or - for standard input.\n` },
    })),
    {
      name: 'unknown version',
      args: ['--version', '2'],
      want: { code: 2, stdout: '', stderr: `--version must be one of ${versions}.\n` },
    },
    {
      name: 'unknown option',
      args: ['--bogus'],
      want: { code: 2, stdout: '', stderr: "Unknown option '--bogus'. Try --help.\n" },
    },
    {
      name: 'missing file',
      args: ['--payload', 'q'],
      want: { code: 2, stdout: '', stderr: 'cannot read q: no such file\n' },
    },
    {
      name: 'wrong kind',
      args: ['--kind', 'x'],
      want: { code: 2, stdout: '', stderr: '--kind must be one of incident, deployment, alert. Try --help.\n' },
    },
    {
      name: 'standard input twice',
      args: ['--template', '-', '--payload', '-'],
      want: { code: 2, stdout: '', stderr: 'Only one of --template and --payload can be read from standard input.\n' },
    },
  ];
  test.each(rows)('$name', async ({ args = [], template = '{{ .Status }}', payload = incident, want }) => {
    const others = Object.entries(given).filter(([name]) => !args.some((arg) => arg.split('=')[0] === `--${name}`));
    const all = [...others.flatMap(([name, value]) => [`--${name}`, value]), ...args];
    expect(await run(all, { t: template, p: payload })).toEqual(want);
  });

  test('standard input is named in payload errors', async () => {
    const { stderr } = await run(['--kind', 'incident', '--template', 't', '--payload', '-'], { t: '', '-': '' });
    expect(stderr).toBe(
      '<stdin>:1:1: error: The payload is empty. Pick a sample, or paste the JSON that Coroot sent.\n',
    );
  });

  const ids = platforms.flatMap(presetsOf).map(({ id }) => id);
  const alertless = corootVersions.find(({ kinds }) => !kinds.includes('alert'))!;
  const presets: readonly { name: string; args: readonly string[]; want: Outcome }[] = [
    {
      name: 'a preset with a payload',
      args: ['--kind', 'incident', '--preset', 'plain-text', '--payload', 'p'],
      want: { code: 0, stdout: '\napp1@default incident resolved\nhttp://x/', stderr: '' },
    },
    {
      name: 'neither template nor preset',
      args: ['--kind', 'incident', '--payload', 'p'],
      want: { code: 2, stdout: '', stderr: 'Either --template or --preset is needed. Try --help.\n' },
    },
    ...['', 'discord.Robust'].map((id) => ({
      name: `no preset has the id “${id}”`,
      args: ['--kind', 'incident', `--preset=${id}`],
      want: { code: 2, stdout: '', stderr: `--preset must be one of ${ids.join(', ')}.\n` },
    })),
    {
      name: 'no sample of a kind that the release does not send',
      args: ['--kind', 'alert', '--preset', 'json', '--version', alertless.id],
      want: {
        code: 2,
        stdout: '',
        stderr: `There are no alerts in Coroot ${alertless.name}, and so no sample of one.\n`,
      },
    },
  ];
  test.each(presets)('$name', async ({ args, want }) => {
    expect(await run(args, { p: incident })).toEqual(want);
  });

  test.each(corootVersions)('a preset of $id with its first sample', async (version) => {
    const { code, stdout, stderr } = await run(
      ['--kind', 'incident', '--preset', 'discord.robust', '--version', version.id, '--body'],
      {},
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const [sample] = samplesFor('incident', version);
    const { application, url } = JSON.parse(sample!.payload) as { readonly application: string; readonly url: string };
    const name = application.split(':').at(-1);
    const { embeds } = JSON.parse(stdout) as { readonly embeds: readonly [{ readonly title: string }] };
    // Discord's markup is escaped.
    expect(embeds[0].title.replaceAll('\\', '')).toContain(name);
    expect(stdout).toContain(url);
  });

  test('a template without a payload gets the first sample', async () => {
    const { stdout } = await run(['--kind', 'incident', '--template', 't'], { t: '{{ .Status }}' });
    expect(stdout).toBe((JSON.parse(samplesFor('incident', defaultVersion)[0]!.payload) as { status: string }).status);
  });

  test('help needs nothing else', async () => {
    const { code, stdout } = await run(['--help'], {});
    expect(code).toBe(0);
    expect(stdout).toMatch(/--template FILE/);
  });
});

/** Runs a line of shell; `$render` is the launcher with the kind and a payload. */
async function shell(line: string): Promise<Outcome> {
  const launcher = fileURLToPath(new URL('../../src/cli.mjs', import.meta.url));
  const script = `render="$0 $1 --kind incident"; p=$(mktemp); trap 'rm $p' EXIT; echo '{"status":"OK"}' > $p; ${line}`;
  return new Promise((resolve) => {
    execFile('bash', ['-c', script, process.execPath, launcher], (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr });
    });
  });
}

describe('the launcher ends in order', () => {
  const long = `'{{ range 200000 }}x{{ end }}'`;
  const rows: readonly { readonly name: string; readonly line: string; readonly want: Outcome }[] = [
    {
      name: 'when nobody reads its output',
      line: `echo ${long} | $render --template - --payload $p | head -c1; exit \${PIPESTATUS[1]}`,
      want: { code: 0, stdout: 'x', stderr: '' },
    },
    {
      name: 'on a full disk',
      line: `echo ${long} | $render --template - --payload $p > /dev/full`,
      want: { code: 2, stdout: '', stderr: 'cannot write the output: there is no space left\n' },
    },
    {
      name: 'on an empty name',
      line: `$render --template '' --payload $p`,
      want: { code: 2, stdout: '', stderr: '--template needs the name of a file, or - for standard input.\n' },
    },
    {
      name: 'on a folder',
      line: `$render --template / --payload $p`,
      want: { code: 2, stdout: '', stderr: 'cannot read /: it is a folder\n' },
    },
    {
      name: 'on a folder as its input',
      line: `$render --template - --payload $p < /`,
      want: { code: 2, stdout: '', stderr: 'cannot read standard input: it is a folder\n' },
    },
    {
      name: 'on a disk that is full for its messages too',
      line: `$render --template /none --payload $p > /dev/full 2>&1`,
      want: { code: 2, stdout: '', stderr: '' },
    },
    {
      name: 'when its output is closed',
      line: `echo ${long} | $render --template - --payload $p >&-`,
      want: { code: 0, stdout: '', stderr: '' },
    },
    {
      name: 'only when all is read, however late',
      line: `echo ${long} | $render --template - --payload $p | (sleep 1; wc -c)`,
      // With the newline that echo puts after the template.
      want: { code: 0, stdout: '200001\n', stderr: '' },
    },
    {
      name: 'on an endless pipe with a name',
      line: `mkfifo $p.pipe; trap 'rm $p $p.pipe' EXIT; yes > $p.pipe & $render --template $p.pipe --payload $p`,
      want: {
        code: 2,
        stdout: '',
        stderr: expect.stringMatching(/^cannot read .*: it is longer than 8 MB\n$/) as string,
      },
    },
    {
      name: 'on an endless file',
      line: `$render --template /dev/zero --payload $p`,
      want: { code: 2, stdout: '', stderr: 'cannot read /dev/zero: it is longer than 8 MB\n' },
    },
    {
      name: 'on an endless input',
      line: `yes | $render --template - --payload $p`,
      want: { code: 2, stdout: '', stderr: 'cannot read standard input: it is longer than 8 MB\n' },
    },
  ];
  test.each(rows)('$name', async ({ line, want }) => {
    expect(await shell(line)).toEqual(want);
  });
});

test('the launcher runs it on real files and standard input', async () => {
  const launcher = fileURLToPath(new URL('../../src/cli.mjs', import.meta.url));
  const preset = fileURLToPath(
    new URL('../../src/platforms/each/plain-text/presets/documented/incident.tmpl', import.meta.url),
  );
  const outcome = await new Promise<Outcome>((resolve) => {
    const args = [launcher, '--kind', 'incident', '--template', preset, '--payload', '-'];
    const child = execFile(process.execPath, args, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr });
    });
    child.stdin?.end(incident);
  });
  expect(outcome).toEqual({ code: 0, stdout: '\napp1@default incident resolved\nhttp://x/', stderr: '' });
}, 60_000);
