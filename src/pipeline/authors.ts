/**
 * Whether the template or the payload wrote a place of the body. The template is rendered once more with a payload
 * whose punctuation is marked, only when somebody asks.
 */
import { type OutputSpan, dataPath } from '../go';
import {
  decodePayload,
  findVersion,
  isMarked,
  outputOffset,
  payloadTexts,
  render,
  shaded,
  spansAt,
  unmarked,
} from '../coroot';
import type { PipelineInput } from './input';
import { Written } from './written';

interface Place {
  readonly from: number;
  readonly to: number;
}

/** Who wrote a text: what stands in the template, constants of its actions included, or what the payload brought. */
export type Author = 'template' | 'payload';

/** How much of a place is compared, in UTF-16 units: enough to recognise it. */
const longest = 80;

/** The authors of places in the body that an input renders to. One rendering for all of them. */
export function authorsOf(input: PipelineInput, body: string, places: readonly Place[]): readonly Author[] {
  const written = new Written(body);
  const marked = markedBody(input);
  const there = marked === null ? null : new Written(marked);
  const plain = there === null ? null : unmarked(there.text);
  // Where both are the same, a place is where it is; elsewhere it is the same occurrence of the same text.
  const same = plain === written.text;
  const occurrences = new Occurrences(written.text);
  const elsewhere = plain === null ? null : new Occurrences(plain);
  return places.map((place) => {
    const from = written.index(place.from);
    const text = written.text.slice(from, Math.min(written.index(place.to), from + longest));
    const at = same ? from : (elsewhere?.nth(text, occurrences.rank(text, from)) ?? null);
    if (at === null || there === null) return guess(input, place, text);
    return isMarked(there.text, firstMarkable(text) + at) ? 'payload' : 'template';
  });
}

/** A place may begin with the quote of its text. */
function firstMarkable(text: string): number {
  return /^"./.test(text) ? 1 : 0;
}

function markedBody(input: PipelineInput): string | null {
  const version = findVersion(input.version);
  const payload = shaded(input.payload);
  if (payload === null) return null;
  const decoded = decodePayload(payload, input.kind, version, input.customFields);
  if (!decoded.ok) return null;
  const rendered = render({ kind: input.kind, template: input.template, value: decoded.value, go: version.go });
  return rendered.ok ? rendered.body : null;
}

/** Where a text occurs, looked up once for each. */
class Occurrences {
  private readonly found = new Map<string, readonly number[]>();

  constructor(private readonly text: string) {}

  private of(text: string): readonly number[] {
    let places = this.found.get(text);
    if (places === undefined) {
      const all: number[] = [];
      if (text !== '')
        for (let at = this.text.indexOf(text); at >= 0; at = this.text.indexOf(text, at + 1)) all.push(at);
      places = all;
      this.found.set(text, places);
    }
    return places;
  }

  /** How many begin before a place. */
  rank(text: string, place: number): number {
    const places = this.of(text);
    const rank = places.findIndex((at) => at >= place);
    return rank < 0 ? places.length : rank;
  }

  nth(text: string, rank: number): number | null {
    return this.of(text)[rank] ?? null;
  }
}

/**
 * Where the template goes another way with marked texts: what stands in the template is its own, what an action printed
 * is the payload's where it is a field or a text of the payload has it.
 */
function guess(input: PipelineInput, place: Place, text: string): Author {
  const span = writerOf(input, place);
  if (span?.value == null) return 'template';
  if (dataPath(span.value) !== '') return 'payload';
  const texts = payloadTexts(input.payload, findVersion(input.version));
  const plain = unescaped(text);
  return texts.some((brought) => unescaped(brought.text).includes(plain)) ? 'payload' : 'template';
}

/** Without what templates put between the characters of a text to take their meaning away. */
function unescaped(text: string): string {
  return text.replace(/[\\\u200b-\u200d\u2060]/g, '');
}

/** A piece of the output, and where in the body it begins. */
export interface Writer extends OutputSpan {
  readonly bodyFrom: number;
}

/** What of the output of an input stands at the beginning of a place of its body. */
function writerOf(input: PipelineInput, place: Place): OutputSpan | null {
  return writersAt(input, [place.from])[0] ?? null;
}

/** What of the output of an input stands at places of its body; null where that is nothing. */
export function writersAt(input: PipelineInput, places: readonly number[]): readonly (Writer | null)[] {
  const version = findVersion(input.version);
  const decoded = decodePayload(input.payload, input.kind, version, input.customFields);
  if (!decoded.ok) return places.map(() => null);
  const rendered = render({ kind: input.kind, template: input.template, value: decoded.value, go: version.go });
  if (!rendered.ok) return places.map(() => null);
  const { edits } = rendered.escaped;
  return places.map((place) => {
    if (place < 0) return null;
    const from = outputOffset(edits, place);
    const span = spansAt(rendered.template, decoded.value, from, from + 1)[0];
    return span === undefined ? null : { ...span, bodyFrom: place - (from - span.from) };
  });
}
