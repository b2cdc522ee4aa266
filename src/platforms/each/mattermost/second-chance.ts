/**
 * What Mattermost does with a body that is no JSON: it escapes the line feeds and tabs in some texts and tries again.
 * https://github.com/mattermost/mattermost/blob/master/server/public/model/incoming_webhook.go
 */
import { Body } from '../../../coroot';
import { firstValue, reportRest } from '../../body/encoding-json';
import type { Mended } from '../../body/reading';
import type { Place, Report } from '../../body/verdict';

const named = /"(?:text|fallback|pretext|author_name|title|value)"\s*:\s*"/g;

/**
 * The body as Mattermost reads it: repaired only if it is no JSON otherwise, and no further than the end of its first
 * value. Null when it reads the body as it is.
 */
export function secondChance(posted: Body): Mended | null {
  if (posted.json.ok) return null;
  const { text, edits } = repaired(posted.text);
  const whole = edits.length === 0 ? posted : new Body(text);
  const original = ({ from, to }: Place): Place => ({ from: before(edits, from), to: before(edits, to) });
  const { json } = whole;
  if (json.ok) {
    const first = edits[0] ?? 0;
    // The first line feed or tab, which takes two characters now.
    return {
      body: whole,
      original,
      remarks: (report) => {
        reportRepaired(report, { from: first, to: first + 2 });
      },
    };
  }
  const value = firstValue(whole);
  if (value === null) return edits.length === 0 ? null : { body: whole, original, remarks: () => undefined };
  return {
    body: value,
    original,
    remarks: (report) => {
      reportRest(report, 'Mattermost', value.text.length);
    },
  };
}

function reportRepaired(report: Report, at: Place): void {
  const message =
    'The body is not valid JSON: a line feed or tab stands in a text as it is. Mattermost repairs that, other platforms refuse it. Write texts as {{ json .Summary }}.';
  report.warning(at, 'repaired', message);
}

/** A body whose line feeds and tabs in texts are escaped, and where they were. */
export function repaired(body: string): { readonly text: string; readonly edits: readonly number[] } {
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
  return { text: text + body.slice(from), edits };
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
