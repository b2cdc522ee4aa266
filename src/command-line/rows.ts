/** `npm run check -- --lines`: templates one a line in, findings one a line out. */
import { type CorootVersion, type NotificationKind, corootVersions, notificationKinds } from '../coroot';
import { decodeUtf8, encodeUtf8 } from '../go';
import type { Analysis } from '../analysis';
import { answered } from './answer';

/** A row that was asked. */
interface Row {
  readonly kind: NotificationKind;
  readonly version: CorootVersion;
  readonly template: string;
}

/** What holds for rows that do not say. */
export interface RowDefaults {
  readonly kind: NotificationKind | null;
  readonly version: CorootVersion;
}

/** How a row is analysed. */
export type Check = (kind: NotificationKind, version: CorootVersion, template: string) => Analysis;

/** An answer to a row, and what it means for the exit code. */
export interface RowAnswer {
  readonly line: Uint8Array;
  readonly worst: 'fine' | 'error' | 'broken';
}

/** How much one row may be, in bytes. */
const longestRow = 8 * 1024 * 1024;

/** The answer to a line. One that makes no sense gets an error. */
export function answerRow(line: string, defaults: RowDefaults, check: Check): RowAnswer {
  let id: unknown = null;
  try {
    const row: unknown = JSON.parse(line);
    if (!isObject(row)) throw new BrokenRow('The line is not a JSON object.');
    id = row['id'] ?? null;
    const { kind, version, template } = parseRow(row, defaults);
    const diagnostics = answered(template, check(kind, version, template));
    const worst = diagnostics.some(({ severity }) => severity === 'error') ? 'error' : 'fine';
    return { line: jsonLine({ id, diagnostics }), worst };
  } catch (error) {
    if (error instanceof BrokenRow) return { line: jsonLine({ id, error: error.message }), worst: 'broken' };
    if (!(error instanceof SyntaxError)) throw error;
    return { line: jsonLine({ id, error: `The line is not JSON: ${error.message}` }), worst: 'broken' };
  }
}

class BrokenRow extends Error {}

function parseRow(row: Readonly<Record<string, unknown>>, defaults: RowDefaults): Row {
  const { kind: kindName = defaults.kind, version: versionId = defaults.version.id, template } = row;
  const kind = notificationKinds.find((k) => k === kindName);
  if (kind === undefined) throw new BrokenRow(`"kind" must be one of ${notificationKinds.join(', ')}.`);
  const version = corootVersions.find((v) => v.id === versionId);
  if (version === undefined) {
    throw new BrokenRow(`"version" must be one of ${corootVersions.map((v) => v.id).join(', ')}.`);
  }
  if (typeof template !== 'string') throw new BrokenRow('"template" must be a text.');
  return { kind, version, template };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function jsonLine(value: unknown): Uint8Array {
  return encodeUtf8(`${JSON.stringify(value)}\n`);
}

/**
 * The lines of a text that comes in pieces, without their ends; empty ones are left out. Throws an Error for a line
 * that does not end.
 */
export async function* linesOf(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let parts: Uint8Array[] = [];
  let size = 0;
  const take = (): string => {
    const line = parts.length === 1 ? parts[0] : joined(parts, size);
    [parts, size] = [[], 0];
    return line === undefined ? '' : decodeUtf8(line);
  };
  for await (const piece of pieces) {
    let start = 0;
    for (let end = piece.indexOf(lineFeed); end >= 0; end = piece.indexOf(lineFeed, start)) {
      parts.push(piece.subarray(start, end));
      size += end - start;
      start = end + 1;
      const line = take();
      if (line.trim() !== '') yield line;
    }
    parts.push(piece.subarray(start));
    size += piece.length - start;
    if (size > longestRow) throw new Error(`a line is longer than ${String(longestRow / 1024 / 1024)} MB`);
  }
  const last = take();
  if (last.trim() !== '') yield last;
}

const lineFeed = 10;

function joined(parts: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
