/**
 * Telegram's first Markdown, `parse_mode: "Markdown"`: entities do not nest, and every opening character needs its
 * closing one, wherever it stands. https://core.telegram.org/bots/api#markdown-style
 */
import { EntityError, type EntityText, type Parsed, atByte, parsedBy, preStart } from './entities';

/** Reads a text. Takes time in proportion to its length. */
export function parseMarkdown(raw: string): Parsed {
  return parsedBy(readText, raw);
}

/** An escape, or what begins an entity. Any other backslash stands for itself. */
const special = /\\[_*`[]|```|[_*`[]/g;

function readText(raw: string, out: EntityText): void {
  let at = 0;
  for (;;) {
    special.lastIndex = at;
    const found = special.exec(raw);
    out.write(raw.slice(at, found?.index ?? raw.length));
    if (found === null) return;
    const [opening] = found;
    if (opening.startsWith('\\')) {
      out.write(opening.slice(1));
      at = special.lastIndex;
    } else at = readEntity(raw, out, found.index, opening);
  }
}

/** Reads the entity that begins at `begin`; returns where the text goes on. Everything inside is taken literally. */
function readEntity(raw: string, out: EntityText, begin: number, opening: string): number {
  const { language, from } =
    opening === '```' ? preStart(raw, begin + 3) : { language: '', from: begin + opening.length };
  const closing = opening === '[' ? ']' : opening;
  const close = raw.indexOf(closing, from);
  if (close < 0) {
    const reason = atByte("Can't find end of the entity starting", raw, begin);
    throw new EntityError(reason, { from: begin, to: begin + opening.length });
  }
  const start = out.length;
  out.write(raw.slice(from, close));
  const to = close + closing.length;
  const source = { from: begin, to };
  switch (opening) {
    case '[':
      return readLink(raw, out, begin, close, start);
    case '```':
      out.mark({ kind: 'pre', language }, start, source);
      return to;
    case '`':
      out.mark({ kind: 'code', language: '' }, start, source);
      return to;
    default:
      out.mark({ kind: opening === '*' ? 'bold' : 'italic' }, start, source);
      return to;
  }
}

/** After `[text]`, which may stand alone; an address without its parenthesis goes on to the end of the text. */
function readLink(raw: string, out: EntityText, begin: number, close: number, start: number): number {
  if (start === out.length || raw[close + 1] !== '(') {
    out.link(null, start, { from: begin, to: close + 1 });
    return close + 1;
  }
  const end = raw.indexOf(')', close + 2);
  const to = end < 0 ? raw.length : end + 1;
  out.link(raw.slice(close + 2, end < 0 ? raw.length : end), start, { from: begin, to });
  return to;
}
