/** Blank lines that actions leave behind which stand alone on their lines. */
import type { Edit, Finding } from '../finding';
import type { Subject } from '../room';
import { suspicion } from './wording';

/** A line with one action that writes nothing and trims nothing. */
const silentLine = /^[ \t]*\{\{(?!-)\s*(?:if|range|with|else|end)\b[^{}]*(?<!-)\}\}[ \t]*\r?$/;

/**
 * Actions that stand alone on lines of their own, two or more of them one below the other, in a text that is no JSON:
 * each leaves a blank line in the message.
 */
export function blankLines({ text, environment: { expectsJson } }: Subject): readonly Finding[] {
  if (expectsJson === true || !text.includes('\n') || (expectsJson === null && /^\s*[{[]/.test(shownFirst(text))))
    return [];
  const skipped = comments(text);
  const findings: Finding[] = [];
  let run: Line[] = [];
  let before: string | null = null;
  let at = 0;
  for (const line of text.split('\n')) {
    const from = at;
    at += line.length + 1;
    if (silentLine.test(line) && !skipped(from)) {
      run.push({ from, text: line, before });
    } else {
      const finding = findingOf(run, line);
      if (finding !== null) findings.push(finding);
      run = [];
    }
    before = line;
  }
  return findings;
}

interface Line {
  readonly from: number;
  readonly text: string;
  /** The line above, null for the first. */
  readonly before: string | null;
}

function findingOf(run: readonly Line[], after: string): Finding | null {
  const [first] = run;
  const last = run.at(-1);
  // Where the message begins, and where somebody left a line blank, it may be meant.
  if (first === undefined || last === undefined || run.length < 2) return null;
  if (first.before === null || first.before.trim() === '' || after.trim() === '') return null;
  const edits = run.map(({ from, text }): Edit => {
    const brace = from + text.indexOf('{{');
    const space = /\s/.test(text.charAt(text.indexOf('{{') + 2)) ? '-' : '- ';
    return { from: brace + 2, to: brace + 2, insert: space };
  });
  const place = [first.from + first.text.indexOf('{{'), last.from + last.text.trimEnd().length] as const;
  const message = `These ${run.length} lines leave ${run.length} blank lines in the message.`;
  return suspicion('blank-lines', place, message, {
    severity: 'info',
    hint: 'The line break after an action is text. `{{-` takes away the white space before the action.',
    fixes: [{ title: 'Trim the lines', edits }],
  });
}

/** The beginning of what is written, without actions. */
function shownFirst(text: string): string {
  for (let at = 0; at < text.length;) {
    const open = text.indexOf('{{', at);
    const shown = text.slice(at, open < 0 ? text.length : open);
    if (shown.trim() !== '') return shown;
    const close = open < 0 ? -1 : text.indexOf('}}', open);
    if (close < 0) return '';
    at = close + 2;
  }
  return '';
}

/** Whether a place is within a comment. */
function comments(text: string): (at: number) => boolean {
  const spans: (readonly [number, number])[] = [];
  for (let open = text.indexOf('/*'); open >= 0;) {
    const close = text.indexOf('*/', open + 2);
    if (close < 0) break;
    spans.push([open, close]);
    open = text.indexOf('/*', close + 2);
  }
  let next = 0;
  return (at) => {
    while ((spans[next]?.[1] ?? Infinity) < at) next++;
    return (spans[next]?.[0] ?? Infinity) < at;
  };
}
