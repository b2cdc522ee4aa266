/** Texts as a template writes them. */
import { quote, type StringNode } from '../../go';

/** A text written like another one: in backquotes where that one is and it can be. */
export function writtenLike({ quoted }: StringNode, text: string): string {
  return quoted.startsWith('`') && !text.includes('`') ? `\`${text}\`` : quote(text);
}

/** What a backslash and the character after it take in the source, by that character. */
const escapeLengths: ReadonlyMap<string, number> = new Map([
  ['x', 4],
  ['u', 6],
  ['U', 10],
  ...[...'01234567'].map((digit): readonly [string, number] => [digit, 4]),
]);

/** Where each unit of a text stands in its source, and where it ends; null where it is not told apart that exactly. */
const startsOf = new WeakMap<StringNode, readonly number[] | 'plain' | null>();

/**
 * Where `[from, to)` of a text stands in the template. Null where the source of the text is not told apart that
 * exactly: bytes written as escapes that make up a character together.
 */
export function placeIn(node: StringNode, from: number, to: number): readonly [number, number] | null {
  let starts = startsOf.get(node);
  if (starts === undefined) {
    starts = readStarts(node);
    startsOf.set(node, starts);
  }
  if (starts === 'plain') return [node.from + 1 + from, node.from + 1 + to];
  const [first, last] = [starts?.[from], starts?.[to]];
  return first === undefined || last === undefined ? null : [node.from + first, node.from + last];
}

function readStarts({ quoted, text }: StringNode): readonly number[] | 'plain' | null {
  if (quoted.slice(1, -1) === text) return 'plain';
  if (quoted.startsWith('`')) return null;
  const starts: number[] = [];
  for (let i = 1; i < quoted.length - 1;) {
    starts.push(i);
    const escape = quoted.charAt(i) === '\\' ? quoted.charAt(i + 1) : '';
    // A character beyond the first 65,536 is two units.
    if (escape === 'U' && Number.parseInt(quoted.slice(i + 2, i + 10), 16) > 0xffff) starts.push(i);
    i += escape === '' ? 1 : (escapeLengths.get(escape) ?? 2);
  }
  starts.push(quoted.length - 1);
  return starts.length === text.length + 1 ? starts : null;
}
