/**
 * What Mattermost does with a body that is no JSON: it escapes the line feeds and tabs in some texts and tries again.
 * https://github.com/mattermost/mattermost/blob/master/server/public/model/incoming_webhook.go
 */
import { readBody } from '../../../coroot';
import type { Place } from '../../body/verdict';

/** A body as Mattermost reads it, with places in it as places in the body that was posted. */
export interface ReadBody {
  readonly text: string;
  /** The first line feed or tab that had to be escaped, or null where none had. */
  readonly repaired: Place | null;
  readonly original: (at: Place) => Place;
}

const named = /"(?:text|fallback|pretext|author_name|title|value)"\s*:\s*"/g;

/** The body, repaired only if it is no JSON otherwise. */
export function secondChance(body: string): ReadBody {
  if (readBody(body).ok) return { text: body, repaired: null, original: (at) => at };
  const edits: number[] = [];
  let text = '';
  let from = 0;
  for (named.lastIndex = 0; ;) {
    const match = named.exec(body);
    if (match === null) break;
    const end = endOfText(body, named.lastIndex);
    if (end === null) continue;
    for (let at = match.index; at < end; at++) {
      const escape = body[at] === '\n' ? '\\n' : body[at] === '\t' ? '\\t' : null;
      if (escape === null) continue;
      text += body.slice(from, at) + escape;
      edits.push(at);
      from = at + 1;
    }
    named.lastIndex = end;
  }
  text += body.slice(from);
  const first = edits[0];
  return {
    text,
    repaired: first === undefined ? null : { from: first, to: first + 1 },
    original: (at) => ({ from: before(edits, at.from), to: before(edits, at.to) }),
  };
}

/**
 * The end of a text, after its quote. A backslash hides the quote after it, even one that is itself escaped: texts that
 * end in a backslash reach too far, in Mattermost as well.
 */
function endOfText(body: string, start: number): number | null {
  let hidden: number | null = null;
  for (let at = start; at < body.length; at++) {
    if (body[at] === '"') return at + 1;
    if (body[at] === '\\' && body[at + 1] === '"') hidden = ++at + 1;
  }
  return hidden;
}

/** The offset in the posted body of one in the repaired body, which is longer by one for each edit before it. */
function before(edits: readonly number[], at: number): number {
  let low = 0;
  let high = edits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((edits[middle] ?? 0) + middle < at) low = middle + 1;
    else high = middle;
  }
  return at - low;
}
