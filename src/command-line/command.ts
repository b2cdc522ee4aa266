/** What the commands share: what they touch of the world, their options, and how they say that they cannot go on. */
import { parseArgs } from 'node:util';
import {
  type CorootVersion,
  type CustomField,
  type NotificationKind,
  corootVersions,
  defaultVersion,
  notificationKinds,
} from '../coroot';
import { decodeUtf8 } from '../go';
import { type Platform, findPlatform, loadPlatform, platforms } from '../platforms';

/** What a command touches of the world. A path is a file's, or `-` for standard input. */
export interface CommandIo {
  /** The whole file; rejects when it cannot be read. */
  readonly read: (path: string) => Promise<Uint8Array>;
  /** The file piece by piece, however long it is; throws when it cannot be read. */
  readonly stream: (path: string) => AsyncIterable<Uint8Array>;
  /** Resolves when there is room for more, to false when nobody listens any more. */
  readonly stdout: (bytes: Uint8Array) => Promise<boolean>;
  readonly stderr: (text: string) => void;
}

/** A command line that makes no sense, or a file that cannot be read; the message is for people. */
export class CommandError extends Error {}

/** How an option is declared: https://nodejs.org/api/util.html#utilparseargsconfig */
type Options = Readonly<
  Record<string, { readonly type: 'string' | 'boolean'; readonly multiple?: boolean; readonly short?: string }>
>;

/** The lines of help that the commands have in common. */
export const sharedHelp = {
  kind: `--kind KIND       ${notificationKinds.join(', ')}`,
  version: `--version ID      a Coroot version: ${corootVersions.map((v) => v.id).join(', ')} (default ${defaultVersion.id})`,
};

/** The values of a command's options. Throws a CommandError for what the command does not take or has twice. */
export function parseOptions<const T extends Options>(args: readonly string[], options: T) {
  try {
    const { values, tokens } = parseArgs({ args: [...args], options, allowPositionals: false, tokens: true });
    const names = tokens.flatMap((token) =>
      token.kind === 'option' && options[token.name]?.multiple !== true ? [token.name] : [],
    );
    const repeated = names.find((name, i) => names.indexOf(name) !== i);
    if (repeated !== undefined) throw new CommandError(`--${repeated} is there twice. Try --help.`);
    return values;
  } catch (error) {
    // Node reports what it does not understand as a TypeError whose message is made for people.
    if (error instanceof TypeError) throw new CommandError(`${error.message}. Try --help.`);
    throw error;
  }
}

/** The kind that an option names. */
export function parseKind(value: unknown): NotificationKind {
  const kind = notificationKinds.find((k) => k === value);
  if (kind === undefined) throw new CommandError(`--kind must be one of ${notificationKinds.join(', ')}. Try --help.`);
  return kind;
}

/** The version that an option names, or the default. */
export function parseVersion(id: string = defaultVersion.id): CorootVersion {
  const version = corootVersions.find((v) => v.id === id);
  if (version === undefined) {
    throw new CommandError(`--version must be one of ${corootVersions.map((v) => v.id).join(', ')}.`);
  }
  return version;
}

/** The platform that an option names. */
export async function parsePlatformId(id: string): Promise<Platform> {
  if (findPlatform(id) !== null) return await loadPlatform(id);
  throw new CommandError(`--platform must be one of ${platforms.map((p) => p.id).join(', ')}.`);
}

/** The custom field that the option called `option` gives as `KEY=VALUE`. */
export function parseField(option: string, text: string): CustomField {
  const at = text.indexOf('=');
  if (at === -1) throw new CommandError(`--${option} takes KEY=VALUE, not ${text === '' ? 'nothing' : text}.`);
  return [text.slice(0, at), text.slice(at + 1)];
}

/** Refuses the name of a file that is empty. */
export function checkPath(option: string, path: string | null): void {
  if (path === '') throw new CommandError(`--${option} needs the name of a file, or - for standard input.`);
}

/** A file as text. Throws a CommandError that names it when it cannot be read. */
export async function readText(path: string, io: CommandIo): Promise<string> {
  try {
    return decodeUtf8(await io.read(path));
  } catch (error) {
    throw unreadable(path, error);
  }
}

/** The error for a file that cannot be read. */
export function unreadable(path: string, error: unknown): CommandError {
  const name = path === '-' ? 'standard input' : path;
  return new CommandError(`cannot read ${name}: ${error instanceof Error ? error.message : String(error)}`);
}

/** How messages name a file. */
export function shownPath(path: string): string {
  return path === '-' ? '<stdin>' : path;
}
