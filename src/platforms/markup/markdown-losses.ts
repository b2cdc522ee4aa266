/** What gets lost where a platform reads only a part of Markdown: warnings at the first place of each kind. */
import type { JsonString } from '../../coroot';
import { placeInString } from '../body/located-json';
import type { Report } from '../body/verdict';

/** Kinds of markup, each with a pattern that looks at one line without going back over it. */
const patterns = {
  heading: /^ {0,3}#{1,6}[ \t]/,
  quote: /^ {0,3}>/,
  code: /`/,
  image: /!\[/,
  table: /^ {0,3}\|/,
  html: /<\/?(?:a|b|i|u|s|p|br|em|strong|code|pre|ul|ol|li|div|span|font|img|table|h[1-6])[\s/>]/i,
} as const;

/** What a platform loses: for each kind of markup a sentence with what to do, likewise for a lone line break. */
export type Losses = Readonly<Partial<Record<keyof typeof patterns | 'line-break', string>>>;

/** How many UTF-16 units are looked at; no platform that these losses are for takes more. */
const looked = 30_000;

const listItem = /^ {0,3}(?:[-*+]|\d{1,9}[.)])[ \t]/;

/** Makes a check of texts that a platform reads as Markdown with these losses. */
export function lossCheck(losses: Losses): (report: Report, node: JsonString, path: string) => void {
  const kinds = Object.entries(patterns).flatMap(([kind, pattern]) => {
    const message = losses[kind as keyof typeof patterns];
    return message === undefined ? [] : [{ kind, pattern, message }];
  });
  const lineBreak = losses['line-break'];
  return (report, node, path) => {
    const seen = new Set<string>();
    let at = 0;
    let before = '';
    for (const line of node.value.slice(0, looked).split(/(?<=\n|\r(?!\n))/)) {
      for (const { kind, pattern, message } of kinds) {
        const match = seen.has(kind) ? null : pattern.exec(line);
        if (match === null) continue;
        seen.add(kind);
        const from = at + match.index;
        const place = placeInString(report.body, node, from, from + match[0].length);
        report.warning(place, `markdown-${kind}`, `“${path}”: ${message}`);
      }
      const joined = before.trim() !== '' && line.trim() !== '' && !/ {2}\r?\n?$/.test(before) && !listItem.test(line);
      if (joined && lineBreak !== undefined && !seen.has('line-break')) {
        seen.add('line-break');
        report.warning(placeInString(report.body, node, at - 1, at), 'line-break', `“${path}”: ${lineBreak}`);
      }
      before = line;
      at += line.length;
    }
  };
}
