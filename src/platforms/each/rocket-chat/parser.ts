/**
 * Rocket.Chat's own parser of messages, fetched when it is first needed, and how much of a text it is given.
 * https://www.npmjs.com/package/@rocket.chat/message-parser 0.31.36, looked at on 2026-11-30.
 */
import type { Options, Root } from '@rocket.chat/message-parser';

let parse: ((text: string, options: Options) => Root) | null = null;

/** Fetches the parser. Until then texts are shown without markup. Rejects where it cannot be fetched. */
export async function loadParser(): Promise<void> {
  const loaded = await import('@rocket.chat/message-parser');
  parse = loaded.parse;
}

/**
 * What servers set from the beginning: formulas in `\(…\)`, none between dollars.
 * https://github.com/RocketChat/Rocket.Chat/blob/develop/apps/meteor/server/settings/message.ts (2026-11-30)
 */
const serverOptions: Options = {
  colors: true,
  emoticons: true,
  katex: { dollarSyntax: false, parenthesisSyntax: true },
};

/** What the parser made of the beginning of a text, and the rest, which is shown as it is. */
export interface ParsedText {
  readonly root: Root;
  readonly rest: string;
}

/** Reads as much of a text as is read at once; null where the parser is not there, or fails. */
export function parsed(text: string): ParsedText | null {
  if (parse === null || text === '') return null;
  const to = readable(text);
  const head = text.slice(0, to).replace(/\n$/, '');
  if (head === '') return null;
  try {
    return { root: parse(head, { ...serverOptions, emoticons: !chained.test(head) }), rest: text.slice(to) };
  } catch {
    // Rocket.Chat then shows the text as it is, too.
    return null;
  }
}

/**
 * Characters of emoticons one after another: at each emoticon the parser looks whether another follows, and then does
 * all of that again, so that ten take a thousand times as long as one. None are read in a text with such a chain.
 */
const chained = /(?!(.)\1{12})[:;=<>()[\]{}'^*#%@$\\/|.\-_&OoDPXBLbyÞ038]{13}/;

/** How many UTF-16 units of a text are read. */
const mostUnits = 20_000;

/**
 * How many units may be looked through. At each mark that might begin something the parser looks for its end in the
 * rest of the line; this many take less than a fifth of a second on a slow machine.
 */
const mostLooked = 250_000;

/** What a line takes however short it is, and emphasis that begins in it, in the same units. */
const lineCost = 60;

/** Beginnings whose end is looked for in all of the rest: formulas, code, hidden paragraphs. */
const farReaching = /^(?:\\\[|```|\|\|)/;

/** Where the lines end that are read. */
function readable(text: string): number {
  let looked = 0;
  let start = 0;
  // Each [ is looked on from until the next ](, through all lines, and emphasis is read on the way.
  let open = 0;
  while (start < text.length) {
    const feed = text.indexOf('\n', start);
    const end = feed < 0 ? text.length : feed + 1;
    const line = text.slice(start, end);
    open += count(line, /\[/g);
    const emphasis = count(line, /[*_~|]/g);
    looked += lineCost + line.length * (count(line, mark) + emphasis + 1);
    looked += open * (line.length + emphasis * (line.length + lineCost));
    if (line.includes('](')) open = count(line.slice(line.lastIndexOf('](')), /\[/g);
    if (farReaching.test(line)) looked += Math.min(text.length, mostUnits) - start;
    if (looked > mostLooked || end > mostUnits) return start;
    start = end;
  }
  return text.length;
}

/** What may begin something. */
const mark = /[^\p{L}\p{N}\s,.;/-]/gu;

function count(line: string, pattern: RegExp): number {
  return line.match(pattern)?.length ?? 0;
}
