/**
 * What gets lost when Teams reads a text of a card as Markdown: it knows bold, italics, lists and links, and nothing else.
 * https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-format
 */
import type { JsonString } from '../../coroot';
import { placeInString } from '../located-json';
import type { Report } from '../verdict';

interface Loss {
  readonly code: string;
  readonly pattern: RegExp;
  readonly message: string;
}

/** Each pattern looks at one line, without backtracking over it. */
const inLine: readonly Loss[] = [
  {
    code: 'heading',
    pattern: /^ {0,3}#{1,6}[ \t]/,
    message: 'Teams does not know Markdown headings in cards. Use “size” and “weight” of the TextBlock.',
  },
  {
    code: 'quote',
    pattern: /^ {0,3}>/,
    message: 'Teams does not know Markdown quotes in cards. Use a Container with “style”: "emphasis".',
  },
  {
    code: 'code',
    pattern: /`/,
    message:
      'Teams does not know Markdown code in cards; the backquotes do not make it one. Use a TextRun with “fontType”: "Monospace".',
  },
  {
    code: 'image',
    pattern: /!\[/,
    message: 'Teams does not know Markdown images in cards. Use an Image element.',
  },
  {
    code: 'table',
    pattern: /^ {0,3}\|/,
    message: 'Teams does not know Markdown tables in cards. Use a FactSet or a Table element.',
  },
  {
    code: 'html',
    pattern: /<\/?(?:a|b|i|u|s|p|br|em|strong|code|pre|ul|ol|li|div|span|font|img|table|h[1-6])[\s/>]/i,
    message: 'Teams shows no HTML in cards. Use Markdown’s **bold**, _italic_ and [text](address), or TextRuns.',
  },
];

/** How many UTF-16 units are looked at; a message with more is refused as too large anyway. */
const looked = 30_000;

const listItem = /^ {0,3}(?:[-*+]|\d{1,9}[.)])[ \t]/;

/** Warns of each kind of loss once, at its first place. */
export function warnOfLosses(report: Report, node: JsonString, path: string): void {
  const value = node.value.slice(0, looked);
  const seen = new Set<string>();
  let at = 0;
  let before: string | null = null;
  for (const line of value.split(/(?<=\n|\r(?!\n))/)) {
    for (const { code, pattern, message } of inLine) {
      const match = seen.has(code) ? null : pattern.exec(line);
      if (match === null) continue;
      seen.add(code);
      const from = at + match.index;
      const place = placeInString(report.body, node, from, from + match[0].length);
      report.warning(place, `markdown-${code}`, `“${path}”: ${message}`);
    }
    if (!seen.has('line-break') && before !== null && before.trim() !== '' && line.trim() !== '') {
      if (!listItem.test(line)) {
        seen.add('line-break');
        report.warning(
          placeInString(report.body, node, at - 1, at),
          'line-break',
          `“${path}”: a single line break is a space in Teams. Write two for a new paragraph, or put the texts into TextRuns.`,
        );
      }
    }
    before = line;
    at += line.length;
  }
}
