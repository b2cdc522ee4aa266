/** Indents JSON without reading its values: numbers keep their digits, duplicate keys stay, nothing is reordered. */

/** The JSON text with two spaces a level; text that is not JSON comes back changed only in its white space outside strings. */
export function indentJson(json: string): string {
  let out = '';
  let depth = 0;
  const line = (): string => `\n${'  '.repeat(depth)}`;
  for (const [token] of json.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+|"/gs)) {
    switch (token) {
      case '{':
      case '[':
        depth += 1;
        out += token + line();
        break;
      case '}':
      case ']': {
        depth = Math.max(0, depth - 1);
        const empty = /[{[]\n *$/.test(out.slice(-2 - 2 * (depth + 1)));
        out = empty ? out.trimEnd() + token : out + line() + token;
        break;
      }
      case ',':
        out += token + line();
        break;
      case ':':
        out += ': ';
        break;
      default:
        out += token;
    }
  }
  return out;
}
