/**
 * A project as the hash of a link: `#v1.` and the armoured, compressed records of the project.
 *
 * A link is complete in itself. It never refers to a preset, because presets change from release to release and a link
 * must go on showing what its author saw. What keeps links short instead is a preset dictionary for the compression
 * (`dictionary.ts`) that holds typical templates and payloads: a documented template costs a link a few characters.
 * The record letters, the baseline and the dictionary make up `v1` and never change; something else would be `v2`.
 */
import { Inflate, deflateSync } from 'fflate';
import { armor, unarmor } from './armor';
import { dictionary } from './dictionary';
import { type Project, parseProject, projectLimits } from './project';
import { fromRecords, readableText, toRecords } from './records';

const prefix = 'v1.';

/** The largest project inflates to less: three bytes for each unit, and ids, title and record marks. */
const maxInflated =
  3 * (projectLimits.text + projectLimits.title + projectLimits.version + projectLimits.preset) + 16_384;

/** The longest hash that is looked at: the largest project, not compressible at all. */
const maxHash = Math.ceil((maxInflated * 4) / 3) + 4096;

/**
 * Bytes pushed into the inflater at once; deflate expands at most 1032 times, so this bounds what one push can
 * allocate.
 */
const pushSize = 1024;

/** Why a hash is not a project. `newer` is a link written by a later release of the playground. */
export type DecodeFailure = 'empty' | 'damaged' | 'newer' | 'too-large';

/**
 * The project of a link, or why there is none, with a sentence for people, whatever text could be read from it
 * (possibly none, possibly garbled towards its end) and the hash as it was given.
 */
export type DecodeResult =
  | { readonly ok: true; readonly project: Project }
  | {
      readonly ok: false;
      readonly reason: DecodeFailure;
      readonly message: string;
      readonly recovered: string;
      readonly raw: string;
    };

/**
 * The hash of a link that shows exactly this project, `#` included; the same project always gives the same hash within
 * one release. Only members of `Project` are written. A project beyond `projectLimits` gives a hash that `decode`
 * refuses as too large: check with `parseProject` where that can happen.
 */
export function encode(project: Project): string {
  const records = toRecords(project);
  return `#${prefix}${armor(deflateSync(records, { level: 9, mem: 8, dictionary }))}`;
}

interface Inflated {
  readonly state: 'complete' | 'broken' | 'too-large';
  readonly bytes: Uint8Array;
}

/** Inflates in steps, so that a small link cannot fill the memory and a damaged one still yields its beginning. */
function inflate(compressed: Uint8Array, step: number): Inflated {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const joined = (): Uint8Array => {
    const bytes = new Uint8Array(Math.min(size, maxInflated));
    let at = 0;
    for (const chunk of chunks) {
      bytes.set(chunk.subarray(0, bytes.length - at), at);
      at += chunk.length;
      if (at >= bytes.length) break;
    }
    return bytes;
  };
  const inflater = new Inflate({ dictionary }, (chunk) => {
    chunks.push(chunk);
    size += chunk.length;
  });
  try {
    for (let from = 0; from < compressed.length; from += step) {
      inflater.push(compressed.slice(from, from + step), from + step >= compressed.length);
      if (size > maxInflated) return { state: 'too-large', bytes: joined() };
    }
  } catch {
    return { state: 'broken', bytes: joined() };
  }
  return { state: compressed.length > 0 ? 'complete' : 'broken', bytes: joined() };
}

/** The readable beginning of a damaged stream. Small steps lose less at the damage; their number is bounded. */
function salvage(compressed: Uint8Array): string {
  return readableText(inflate(compressed, Math.max(1, Math.ceil(compressed.length / 4096))).bytes);
}

function versionOf(text: string): number | null {
  const match = /^v([1-9]\d{0,8})\./.exec(text);
  return match === null ? null : Number(match[1]);
}

/**
 * Reads the hash of a link, with or without its `#`; never throws. A checksum tells a link that was cut short or
 * mistyped from a good one, so the result is never silently another project.
 */
export function decode(hash: string): DecodeResult {
  const fail = (reason: DecodeFailure, message: string, recovered = ''): DecodeResult => {
    return { ok: false, reason, message, recovered, raw: hash };
  };
  const tooLarge = (recovered = ''): DecodeResult => {
    return fail('too-large', 'The link holds more than the playground accepts.', recovered);
  };
  const newer = (recovered = ''): DecodeResult => {
    return fail(
      'newer',
      'The link was made by a newer release of the playground. Reload the page to update it.',
      recovered,
    );
  };

  if (hash.length > maxHash) return tooLarge();
  const text = hash.trim().replace(/^#+/, '').trim();
  if (text === '') return fail('empty', 'The link holds no project.');
  const version = versionOf(text);
  if (version === null) return fail('damaged', 'This is not a link of the playground, or its beginning is missing.');
  if (version > 1) return newer();

  const { state, bytes } = unarmor(text.slice(prefix.length));
  switch (state) {
    case 'cut-short':
      return fail('damaged', 'The link is incomplete: its end is missing.', salvage(bytes));
    case 'altered':
      return fail('damaged', 'The link was altered on its way: at least one character is wrong.', salvage(bytes));
    case 'intact':
      break;
    default:
      return state satisfies never;
  }

  const inflated = inflate(bytes, pushSize);
  if (inflated.state === 'too-large') return tooLarge(readableText(inflated.bytes.subarray(0, projectLimits.text)));
  const records = fromRecords(inflated.bytes);
  // From here on the checksum is right: what is wrong was wrong when the link was made, or is something newer.
  if (inflated.state === 'broken' || (!records.ok && records.reason === 'malformed')) {
    return fail(
      'damaged',
      'The link was not made correctly: its contents cannot be read.',
      readableText(inflated.bytes),
    );
  }
  if (!records.ok) return newer(readableText(inflated.bytes));
  const parsed = parseProject(records.project);
  return parsed.ok ? parsed : tooLarge(readableText(inflated.bytes.subarray(0, projectLimits.text)));
}
