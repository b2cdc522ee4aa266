/** Renders a template from the command line with the same code as the page: `npm run render -- --help`. */
import { parseArgs } from 'node:util';
import {
  type CorootVersion,
  type CustomField,
  type NotificationKind,
  type PayloadProblem,
  corootVersions,
  defaultVersion,
  notificationKinds,
  samplesFor,
} from './coroot';
import { decodeUtf8, encodeUtf8 } from './go';
import { inspect } from './pipeline';
import { type Preset, findPreset, platforms, presetsOf } from './platforms';

/** What the command touches of the world. `read` gets a path, or `-` for standard input, and rejects when it cannot. */
export interface CommandIo {
  readonly read: (path: string) => Promise<Uint8Array>;
  readonly stdout: (bytes: Uint8Array) => void;
  readonly stderr: (text: string) => void;
}

const usage = `Renders a Coroot webhook template and prints what comes out.

  npm run -s render -- --kind KIND --template FILE [--payload FILE] [options]
  npm run -s render -- --kind KIND --preset ID [--payload FILE] [options]

  --kind KIND       ${notificationKinds.join(', ')}
  --template FILE   the template's text, taken exactly as it is; - reads standard input
  --preset ID       a preset's template for the version instead: slack.robust, telegram … ; a wrong id prints all
  --payload FILE    the notification as JSON; - reads standard input; without it, the version's first sample
  --body            print the body Coroot posts: the output with its newlines escaped
  --version ID      a Coroot version: ${corootVersions.map((v) => v.id).join(', ')} (default ${defaultVersion.id})
  --field KEY=VALUE a custom field; may be repeated
  --help            this text

Exit code 0 when it rendered, also when the output is closed before its end, as head does; 1 when the template or the
payload has an error; 2 when the command was not understood or a file cannot be read or written. The template and the
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
  help: { type: 'boolean' },
} as const;

/** A command line that makes no sense, or a file that cannot be read. */
class CommandError extends Error {}

interface Command {
  readonly kind: NotificationKind;
  /** The template's file, or a preset. */
  readonly template: string | Preset;
  /** The payload's file, or null for the first sample. */
  readonly payload: string | null;
  readonly body: boolean;
  readonly version: CorootVersion;
  readonly fields: readonly CustomField[];
}

/** Runs the command with its arguments, without the program's name, and gives the exit code. */
export async function main(args: readonly string[], io: CommandIo): Promise<number> {
  try {
    const command = parseCommand(args);
    if (command === null) {
      io.stdout(encodeUtf8(usage));
      return 0;
    }
    return await run(command, io);
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    io.stderr(`${error.message}\n`);
    return 2;
  }
}

async function run(command: Command, io: CommandIo): Promise<number> {
  const { kind, version, fields: customFields, template: source } = command;
  const template = typeof source === 'string' ? await readText(source, io) : source.templatesFor(version)[kind];
  const payload = command.payload === null ? firstSample(kind, version) : await readText(command.payload, io);
  const { payload: read, rendered } = inspect({ kind, version: version.id, customFields, template, payload }, null, {
    drawing: false,
  });
  for (const problem of read.problems) io.stderr(`${problemLine(command.payload, problem)}\n`);
  if (!read.ok) return 1;
  if (!rendered.ok) {
    io.stderr(`${rendered.message}\n`);
    return 1;
  }
  io.stdout(encodeUtf8(command.body ? rendered.body : rendered.raw));
  return 0;
}

function firstSample(kind: NotificationKind, version: CorootVersion): string {
  const [sample] = samplesFor(kind, version);
  if (sample === undefined) throw new CommandError(`There are no ${kind}s ${version.where}, and so no sample of one.`);
  return sample.payload;
}

function problemLine(file: string | null, { about, severity, message, line, column }: PayloadProblem): string {
  if (about === 'settings') return `${severity}: ${message}`;
  return `${file === '-' ? '<stdin>' : (file ?? '<sample>')}:${String(line)}:${String(column)}: ${severity}: ${message}`;
}

async function readText(path: string, io: CommandIo): Promise<string> {
  try {
    return decodeUtf8(await io.read(path));
  } catch (error) {
    const name = path === '-' ? 'standard input' : path;
    throw new CommandError(`cannot read ${name}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** The command that the arguments describe, or null when they ask for help. */
function parseCommand(args: readonly string[]): Command | null {
  const values = parseOptions(args);
  if (values.help === true) return null;
  const kind = notificationKinds.find((k) => k === values.kind);
  if (kind === undefined) throw new CommandError(`--kind must be one of ${notificationKinds.join(', ')}. Try --help.`);
  const { template, payload = null } = values;
  for (const [name, path] of Object.entries({ template, payload })) {
    if (path === '') throw new CommandError(`--${name} needs the name of a file, or - for standard input.`);
  }
  if (template === '-' && payload === '-') {
    throw new CommandError('Only one of --template and --payload can be read from standard input.');
  }
  const id = values.version ?? defaultVersion.id;
  const version = corootVersions.find((v) => v.id === id);
  if (version === undefined) {
    throw new CommandError(`--version must be one of ${corootVersions.map((v) => v.id).join(', ')}.`);
  }
  const fields = (values.field ?? []).map(parseField);
  return { kind, template: parseSource(values), payload, body: values.body === true, version, fields };
}

/** Where the template comes from: one of the two options, not both. */
function parseSource({ template, preset: id }: ReturnType<typeof parseOptions>): Command['template'] {
  if ((template === undefined) === (id === undefined)) {
    throw new CommandError(
      `Either --template or --preset is needed${id === undefined ? '' : ', not both'}. Try --help.`,
    );
  }
  if (template !== undefined) return template;
  const preset = findPreset(id ?? null);
  if (preset !== null) return preset;
  const ids = platforms.flatMap(presetsOf).map((known) => known.id);
  throw new CommandError(`--preset must be one of ${ids.join(', ')}.`);
}

function parseOptions(args: readonly string[]) {
  try {
    const { values, tokens } = parseArgs({ args: [...args], options, allowPositionals: false, tokens: true });
    const names = tokens.flatMap((token) => (token.kind === 'option' && token.name !== 'field' ? [token.name] : []));
    const repeated = names.find((name, i) => names.indexOf(name) !== i);
    if (repeated !== undefined) throw new CommandError(`--${repeated} is there twice. Try --help.`);
    return values;
  } catch (error) {
    // Node reports what it does not understand as a TypeError whose message is made for people.
    if (error instanceof TypeError) throw new CommandError(`${error.message}. Try --help.`);
    throw error;
  }
}

function parseField(text: string): CustomField {
  const at = text.indexOf('=');
  if (at === -1) throw new CommandError(`--field takes KEY=VALUE, not ${text === '' ? 'nothing' : text}.`);
  return [text.slice(0, at), text.slice(at + 1)];
}
