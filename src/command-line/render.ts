/** `npm run render`: renders a template with the same code as the page. */
import {
  type CorootVersion,
  type CustomField,
  type NotificationKind,
  type PayloadProblem,
  samplesFor,
} from '../coroot';
import { Locator, encodeUtf8 } from '../go';
import { inspect } from '../pipeline';
import {
  type Platform,
  type Preset,
  type Verdict,
  findPreset,
  loadPresets,
  platforms,
  presetsOf,
  templatesOf,
} from '../platforms';
import {
  CommandError,
  type CommandIo,
  checkPath,
  parseField,
  parseKind,
  parseOptions,
  parsePlatformId,
  parseVersion,
  readText,
  sharedHelp,
  shownPath,
} from './command';

const usage = `Renders a Coroot webhook template and prints what comes out.

  npm run -s render -- --kind KIND --template FILE [--payload FILE] [options]
  npm run -s render -- --kind KIND --preset ID [--payload FILE] [options]

  ${sharedHelp.kind}
  --template FILE   the template's text, taken exactly as it is; - reads standard input
  --preset ID       a preset's template for the version instead: slack.robust, telegram … ; a wrong id prints all
  --payload FILE    the notification as JSON; - reads standard input; without it, the version's first sample
  --body            print the body Coroot posts: the output with its newlines escaped
  ${sharedHelp.version}
  --field KEY=VALUE a custom field; may be repeated
  --platform ID     say on standard error what the platform would say of the body, as <body>:line:column: severity:
                    message, and its own answer where it is known; a wrong id prints all
  --help            this text

Exit code 0 when it rendered, also when the output is closed before its end, as head does; 1 when the template or the
payload has an error, or when the platform would refuse or lose the message; 2 when the command was not understood or a file cannot be read or written. The template and the
payload may have 8 MB each.
`;

const options = {
  kind: { type: 'string' },
  template: { type: 'string' },
  preset: { type: 'string' },
  payload: { type: 'string' },
  body: { type: 'boolean' },
  version: { type: 'string' },
  field: { type: 'string', multiple: true },
  platform: { type: 'string' },
  help: { type: 'boolean' },
} as const;

interface Command {
  readonly kind: NotificationKind;
  /** The template's file, or a preset. */
  readonly template: string | Preset;
  /** The payload's file, or null for the first sample. */
  readonly payload: string | null;
  readonly body: boolean;
  readonly version: CorootVersion;
  readonly fields: readonly CustomField[];
  /** Whose verdict is wanted; null for none. */
  readonly platform: Platform | null;
}

/** Runs the command and gives the exit code; throws a CommandError where that is 2. */
export async function render(args: readonly string[], io: CommandIo): Promise<number> {
  const command = await parseCommand(args);
  if (command === null) {
    await io.stdout(encodeUtf8(usage));
    return 0;
  }
  const { kind, version, fields: customFields, template: source } = command;
  const template =
    typeof source === 'string' ? await readText(source, io) : (await templatesFor(source, version))[kind];
  const payload = command.payload === null ? firstSample(kind, version) : await readText(command.payload, io);
  const input = { kind, version: version.id, customFields, template, payload };
  const { payload: read, rendered, verdict, outcome } = inspect(input, command.platform, { drawing: false });
  for (const problem of read.problems) io.stderr(`${problemLine(command.payload, problem)}\n`);
  if (!read.ok) return 1;
  if (!rendered.ok) {
    io.stderr(`${rendered.message}\n`);
    return 1;
  }
  await io.stdout(encodeUtf8(command.body ? rendered.body : rendered.raw));
  if (verdict === null) return 0;
  for (const line of verdictLines(rendered.body, verdict)) io.stderr(`${line}\n`);
  return outcome === 'fail' ? 1 : 0;
}

async function templatesFor({ platform, flavour }: Preset, version: CorootVersion) {
  return templatesOf(await loadPresets(platform.id), flavour)(version);
}

/** What a platform would say of a body, a line for each finding; the column counts characters, as in JSON’s errors. */
function verdictLines(body: string, { findings, more }: Verdict): readonly string[] {
  const locator = new Locator(body);
  const lines = findings.flatMap(({ severity, message, answer, from }) => {
    const { line, column } = locator.at(from);
    const said = `<body>:${String(line)}:${String(column)}: ${severity}: ${message.replaceAll('\n', ' ')}`;
    return answer === null ? [said] : [said, `  answer: ${answer.replaceAll('\n', ' ')}`];
  });
  return more === 0 ? lines : [...lines, `… and ${String(more)} more`];
}

function firstSample(kind: NotificationKind, version: CorootVersion): string {
  const [sample] = samplesFor(kind, version);
  if (sample === undefined) throw new CommandError(`There are no ${kind}s ${version.where}, and so no sample of one.`);
  return sample.payload;
}

function problemLine(file: string | null, { about, severity, message, line, column }: PayloadProblem): string {
  if (about === 'settings') return `${severity}: ${message}`;
  return `${shownPath(file ?? '<sample>')}:${String(line)}:${String(column)}: ${severity}: ${message}`;
}

/** The command that the arguments describe, or null when they ask for help. */
async function parseCommand(args: readonly string[]): Promise<Command | null> {
  const values = parseOptions(args, options);
  if (values.help === true) return null;
  const kind = parseKind(values.kind);
  const { template = null, payload = null } = values;
  checkPath('template', template);
  checkPath('payload', payload);
  if (template === '-' && payload === '-') {
    throw new CommandError('Only one of --template and --payload can be read from standard input.');
  }
  const version = parseVersion(values.version);
  const fields = (values.field ?? []).map((text) => parseField('field', text));
  const source = parseSource(template, values.preset ?? null);
  const platform = values.platform === undefined ? null : await parsePlatformId(values.platform);
  return { kind, template: source, payload, body: values.body === true, version, fields, platform };
}

/** Where the template comes from: one of the two options, not both. */
function parseSource(template: string | null, id: string | null): Command['template'] {
  if ((template === null) === (id === null)) {
    throw new CommandError(`Either --template or --preset is needed${id === null ? '' : ', not both'}. Try --help.`);
  }
  if (template !== null) return template;
  const preset = findPreset(id);
  if (preset !== null) return preset;
  const ids = platforms.flatMap(presetsOf).map((known) => known.id);
  throw new CommandError(`--preset must be one of ${ids.join(', ')}.`);
}
