/**
 * A project as bytes, before compression: one record for each member that differs from the baseline, a letter, the text
 * and the byte FF. Text is UTF-8 in which a lone surrogate is encoded as if it were a character, so any JavaScript
 * string survives (https://wtf-8.codeberg.page/); that never yields FE or FF, so nothing needs escaping and a damaged
 * link still shows its text. The letters and the baseline are part of the format `v1` and never change.
 */
import { type NotificationKind, notificationKinds } from '../coroot';
import type { Project } from './project';

const endOfRecord = 0xff;
const endOfKey = 0xfe;

const templateLetters: Readonly<Record<NotificationKind, string>> = { incident: 'i', deployment: 'd', alert: 'a' };
const payloadLetters: Readonly<Record<NotificationKind, string>> = { incident: 'I', deployment: 'D', alert: 'A' };

/** What each letter stands for, for people. */
const labels: ReadonlyMap<string, string> = new Map([
  ['k', 'Kind'],
  ['v', 'Coroot version'],
  ['p', 'Preset'],
  ['i', 'Incident template'],
  ['d', 'Deployment template'],
  ['a', 'Alert template'],
  ['I', 'Incident payload'],
  ['D', 'Deployment payload'],
  ['A', 'Alert payload'],
  ['f', 'Custom field'],
  ['t', 'Title'],
]);

/**
 * The project a link without any record stands for. It is frozen with the format: what the application starts with may
 * change from release to release, this must not, or old links would show something else.
 */
const baseline: Project = {
  kind: 'incident',
  version: 'documented',
  preset: null,
  templates: { incident: '', deployment: '', alert: '' },
  payloads: { incident: '', deployment: '', alert: '' },
  customFields: [],
};

/** Why bytes are not a project's records: they are not well-formed, or hold a record this release has no name for. */
export type RecordsResult =
  | { readonly ok: true; readonly project: Project }
  | { readonly ok: false; readonly reason: 'malformed' | 'unknown-record' };

function isSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdfff;
}

/** Appends text as generalised UTF-8. */
function pushText(bytes: number[], text: string): void {
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 63));
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
    else bytes.push(0xf0 | (code >> 18), 0x80 | ((code >> 12) & 63), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
  }
}

/** The bytes of a text in the encoding of records; the dictionary is stored in it too. */
export function textBytes(text: string): Uint8Array {
  const bytes: number[] = [];
  pushText(bytes, text);
  return Uint8Array.from(bytes);
}

/** The text of generalised UTF-8, or null when the bytes are none. */
function textOf(bytes: Uint8Array): string | null {
  const parts: string[] = [];
  for (let i = 0; i < bytes.length;) {
    const lead = bytes[i] ?? 0;
    const width = lead < 0x80 ? 1 : lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
    if (width === 0 || i + width > bytes.length) return null;
    let code = width === 1 ? lead : lead & (0xff >> (width + 1));
    for (let k = 1; k < width; k++) {
      const byte = bytes[i + k] ?? 0;
      if ((byte & 0xc0) !== 0x80) return null;
      code = (code << 6) | (byte & 63);
    }
    if ((width === 3 && code < 0x800) || (width === 4 && code < 0x10000) || code > 0x10ffff) return null;
    parts.push(isSurrogate(code) ? String.fromCharCode(code) : String.fromCodePoint(code));
    i += width;
  }
  const text = parts.join('');
  // Two encoded halves that form a pair would be a second spelling of one character.
  return textBytes(text).length === bytes.length ? text : null;
}

/** The records of a project. Members the type does not have are not looked at. */
export function toRecords(project: Project): Uint8Array {
  const bytes: number[] = [];
  const record = (letter: string, ...texts: readonly string[]): void => {
    pushText(bytes, letter);
    texts.forEach((text, i) => {
      if (i > 0) bytes.push(endOfKey);
      pushText(bytes, text);
    });
    bytes.push(endOfRecord);
  };
  if (project.kind !== baseline.kind) record('k', project.kind);
  if (project.version !== baseline.version) record('v', project.version);
  if (project.preset !== null) record('p', project.preset);
  for (const kind of notificationKinds) {
    if (project.templates[kind] !== '') record(templateLetters[kind], project.templates[kind]);
  }
  for (const kind of notificationKinds) {
    if (project.payloads[kind] !== '') record(payloadLetters[kind], project.payloads[kind]);
  }
  for (const [key, value] of project.customFields) record('f', key, value);
  if (project.title !== undefined) record('t', project.title);
  return Uint8Array.from(bytes);
}

function splitAt(bytes: Uint8Array, separator: number): Uint8Array[] {
  const parts: Uint8Array[] = [];
  let from = 0;
  for (let at = bytes.indexOf(separator); at >= 0; at = bytes.indexOf(separator, from)) {
    parts.push(bytes.subarray(from, at));
    from = at + 1;
  }
  parts.push(bytes.subarray(from));
  return parts;
}

/**
 * Reads what `toRecords` wrote; never throws. The project is well-formed but may exceed the limits `parseProject`
 * checks.
 */
export function fromRecords(bytes: Uint8Array): RecordsResult {
  const records = splitAt(bytes, endOfRecord);
  if ((records.pop()?.length ?? 0) > 0) return { ok: false, reason: 'malformed' };
  const single = new Map<string, string>();
  const customFields: (readonly [string, string])[] = [];
  for (const record of records) {
    const letter = String.fromCharCode(record[0] ?? 0);
    if (!labels.has(letter)) return { ok: false, reason: record.length === 0 ? 'malformed' : 'unknown-record' };
    const [text, value, ...more] = splitAt(record.subarray(1), endOfKey).map(textOf);
    if (text === null || text === undefined) return { ok: false, reason: 'malformed' };
    if (letter === 'f') {
      if (value === null || value === undefined || more.length > 0) return { ok: false, reason: 'malformed' };
      customFields.push([text, value]);
    } else {
      if (value !== undefined || single.has(letter)) return { ok: false, reason: 'malformed' };
      single.set(letter, text);
    }
  }
  const kindText = single.get('k') ?? baseline.kind;
  const kind = notificationKinds.find((k) => k === kindText);
  if (kind === undefined) return { ok: false, reason: 'unknown-record' };
  const texts = (letters: Readonly<Record<NotificationKind, string>>) => ({
    incident: single.get(letters.incident) ?? '',
    deployment: single.get(letters.deployment) ?? '',
    alert: single.get(letters.alert) ?? '',
  });
  const title = single.get('t');
  const project: Project = {
    kind,
    version: single.get('v') ?? baseline.version,
    preset: single.get('p') ?? null,
    templates: texts(templateLetters),
    payloads: texts(payloadLetters),
    customFields,
  };
  return { ok: true, project: title === undefined ? project : { ...project, title } };
}

/** Whatever text bytes hold that may be records, possibly cut off or altered, each under its label. */
export function readableText(bytes: Uint8Array): string {
  const decoder = new TextDecoder();
  const sections: string[] = [];
  for (const record of splitAt(bytes, endOfRecord)) {
    if (record.length === 0) continue;
    const label = labels.get(String.fromCharCode(record[0] ?? 0));
    const text = splitAt(label === undefined ? record : record.subarray(1), endOfKey).map((part) =>
      decoder.decode(part),
    );
    sections.push(`${label ?? 'Unknown part'}:\n${text.join(' = ')}`);
  }
  return sections.join('\n\n');
}
