/** `npm run check`: says what is wrong with a template on any data, with the same code as the page. */
import { type Analysis, type Environment, analyse } from '../analysis';
import { type CorootVersion, type CustomField, type NotificationKind, decodePayload, samplesFor } from '../coroot';
import { encodeUtf8 } from '../go';
import { environmentOf } from '../pipeline';
import { answered, printed } from './answer';
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
  unreadable,
} from './command';
import { type Check, answerRow, linesOf } from './rows';

const usage = `Says what is wrong with a Coroot webhook template whatever the notification, why, and how to mend it.

  npm run -s check -- --kind KIND --template FILE [options]
  npm run -s check -- --lines [--template FILE] [options] < ROWS

  ${sharedHelp.kind}
  --template FILE   the template's text, taken exactly as it is; - reads standard input
  ${sharedHelp.version}
  --platform ID     what the webhook posts to, which decides whether the output is read as JSON; a wrong id prints all
  --fields K=V …    custom fields; may be repeated; --field is the same for one
  --json            print one JSON object: {"diagnostics": [{"code", "certainty", "severity", "from", "to", "line",
                    "column", "message", "go", "explanation", "fixes": [{"title", "template"}]}]}
  --lines           read rows of JSON, {"id", "kind", "template", "version"?}, one a line, from standard input or the
                    file of --template, and answer each with one line: {"id", "diagnostics"}, or {"id", "error"}
  --help            this text

A finding is printed as file:line:column: severity: message, with the explanation and the fixes indented below it. Lines
and columns count from 1, and columns, like "from" and "to", count UTF-16 units. Severities are error, warning and info;
"certainty" is always, may or suspicious; "message" is Go's where Go has words, and "go" Go's whole message or null;
"template" is the whole text after that fix.

Exit code 0 when no finding is an error; 1 when one is; 2 when the command or a row was not understood or a file cannot
be read or written. A template may have 8 MB, and so may a row, of which there may be any number.
`;

const options = {
  kind: { type: 'string' },
  template: { type: 'string' },
  version: { type: 'string' },
  platform: { type: 'string' },
  fields: { type: 'string', multiple: true },
  field: { type: 'string', multiple: true },
  json: { type: 'boolean' },
  lines: { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

/** What is checked. */
interface Asked {
  readonly version: CorootVersion;
  readonly fields: readonly CustomField[];
  readonly expectsJson: boolean | null;
}

/** Runs the command and gives the exit code; throws a CommandError where that is 2. */
export async function check(args: readonly string[], io: CommandIo): Promise<number> {
  const values = parseOptions(withoutSpread(args), options);
  if (values.help === true) {
    await io.stdout(encodeUtf8(usage));
    return 0;
  }
  const { template: path = null, lines = false, json = false } = values;
  const kind = lines && values.kind === undefined ? null : parseKind(values.kind);
  checkPath('template', path);
  const asked = {
    version: parseVersion(values.version),
    fields: [
      ...(values.fields ?? []).map((text) => parseField('fields', text)),
      ...(values.field ?? []).map((text) => parseField('field', text)),
    ],
    expectsJson: await parsePlatform(values.platform),
  };
  if (lines) return await checkRows(path ?? '-', kind, asked, io);
  if (path === null) throw new CommandError('--template is needed. Try --help.');
  // What is not --lines has a kind.
  return await checkOne(parseKind(kind), path, json, asked, io);
}

/** `--fields a=1 b=2` is `--fields a=1 --fields b=2`: Node's reader knows options of one value only. */
function withoutSpread(args: readonly string[]): readonly string[] {
  const spread: string[] = [];
  let taking = false;
  for (const [i, arg] of args.entries()) {
    if (arg.startsWith('-')) taking = arg === '--fields' || arg.startsWith('--fields=');
    else if (taking && args[i - 1] !== '--fields') spread.push('--fields');
    spread.push(arg);
  }
  return spread;
}

/** Whether what posts to the platform has to be JSON; null where none is named. */
async function parsePlatform(id: string | undefined): Promise<boolean | null> {
  if (id === undefined) return null;
  return (await parsePlatformId(id)).reading.reads !== 'text';
}

async function checkOne(
  kind: NotificationKind,
  path: string,
  json: boolean,
  asked: Asked,
  io: CommandIo,
): Promise<number> {
  const settings = settingsProblems(kind, asked);
  for (const { line } of settings) io.stderr(`${line}\n`);
  const template = await readText(path, io);
  const analysis = checking(asked)(kind, asked.version, template);
  const text = json
    ? `${JSON.stringify({ diagnostics: answered(template, analysis) })}\n`
    : printed(shownPath(path), template, analysis);
  await io.stdout(encodeUtf8(text));
  const isError = ({ severity }: { readonly severity: string }): boolean => severity === 'error';
  return analysis.diagnostics.some(isError) || settings.some(isError) ? 1 : 0;
}

/** What is wrong with the custom fields, as lines. */
function settingsProblems(kind: NotificationKind, { version, fields }: Asked) {
  if (fields.length === 0) return [];
  const payload = samplesFor(kind, version)[0]?.payload ?? '{}';
  return decodePayload(payload, kind, version, fields)
    .problems.filter(({ about }) => about === 'settings')
    .map(({ severity, message }) => ({ severity, line: `${severity}: ${message}` }));
}

async function checkRows(path: string, kind: NotificationKind | null, asked: Asked, io: CommandIo): Promise<number> {
  const check = checking(asked);
  let code = 0;
  for await (const line of readLines(path, io)) {
    const answer = answerRow(line, { kind, version: asked.version }, check);
    if (answer.worst === 'broken') code = 2;
    else if (answer.worst === 'error') code = Math.max(code, 1);
    if (!(await io.stdout(answer.line))) break;
  }
  return code;
}

async function* readLines(path: string, io: CommandIo): AsyncGenerator<string> {
  try {
    yield* linesOf(io.stream(path));
  } catch (error) {
    throw unreadable(path, error);
  }
}

/** Analyses in worlds that are made once for each kind and version. */
function checking({ fields: customFields, expectsJson }: Asked): Check {
  const worlds = new Map<string, Environment>();
  return (kind, version, template): Analysis => {
    const key = `${kind} ${version.id}`;
    let world = worlds.get(key);
    if (world === undefined) {
      world = environmentOf({ kind, version: version.id, customFields, expectsJson });
      worlds.set(key, world);
    }
    return analyse(template, world);
  };
}
