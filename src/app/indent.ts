/** Indents JSON without reading its values: numbers keep their digits, duplicate keys stay, nothing is reordered. */

const punctuation = '{}[],:"';
const space = ' \t\r\n';

/**
 * Where the token that begins at `from` ends. Scanned by hand: over a text of many megabytes a pattern overflows the
 * stack.
 */
function tokenEnd(json: string, from: number): number {
  let at = from + 1;
  if (json[from] === '"') {
    while (at < json.length && json[at] !== '"') at += json[at] === '\\' ? 2 : 1;
    return Math.min(at + 1, json.length);
  }
  if (punctuation.includes(json.charAt(from))) return at;
  while (at < json.length && !(punctuation + space).includes(json.charAt(at))) at += 1;
  return at;
}

/**
 * The JSON text with two spaces a level; text that is not JSON comes back changed only in its white space outside
 * strings. What is nested so deep that it would be white space above all comes back as it is: 9,000 lists in each other
 * would be 160 MB.
 */
export function indentJson(json: string): string {
  const out: string[] = [];
  let depth = 0;
  let opened = false;
  let white = 0;
  const line = (): void => {
    white += 1 + 2 * depth;
    out.push('\n', '  '.repeat(depth));
  };
  for (let at = 0, end = 0; at < json.length; at = end) {
    if (white > 1_000_000 + 8 * json.length) return json;
    end = at + 1;
    if (space.includes(json.charAt(at))) continue;
    end = tokenEnd(json, at);
    const token = json.slice(at, end);
    const closes = token === '}' || token === ']';
    if (closes) depth = Math.max(0, depth - 1);
    if (closes !== opened) line();
    opened = token === '{' || token === '[';
    if (opened) depth += 1;
    out.push(token === ':' ? ': ' : token);
    if (token === ',') line();
  }
  return out.join('');
}
