/** Whether a template is meant to write JSON. */
import type { ListNode, Node } from '../../go';
import type { Environment } from '../environment';
import type { Knowledge } from '../types/annotated';

/** What a template writes first: a text from its first character that is no space on, or the action. */
interface Beginning {
  readonly text: string;
  readonly next: Node | null;
}

/** What follows `{` or `[` in JSON, in what people take for JSON too. */
const afterBrace = /^\s*(?:["'“}]|[\p{L}_$][\w$-]*\s*:)/u;
const afterBracket = /^\s*(?:["'“{[]|\]\s*$|-?\d[\d.]*\s*,)/u;

/** Whether the output is meant to be JSON: it is expected, or it begins like it. */
export function isMeantAsJson(root: ListNode, known: Knowledge, environment: Environment): boolean {
  if (environment.expectsJson !== null) return environment.expectsJson;
  return beginsLikeJson(beginning(root, 0), known);
}

function beginsLikeJson(begun: Beginning | null, known: Knowledge): boolean {
  if (begun === null) return false;
  const { text, next } = begun;
  if (!text.startsWith('{') && !text.startsWith('[')) return false;
  const rest = text.slice(1);
  if (rest.trim() !== '') return (text.startsWith('{') ? afterBrace : afterBracket).test(rest);
  if (next === null) return text.startsWith('[');
  if (next.kind === 'action') return known.get(next.pipe)?.made.by === 'json';
  if (next.kind !== 'if' && next.kind !== 'with' && next.kind !== 'range') return false;
  const inner = beginning(next.list, 0) ?? (next.elseList === null ? null : beginning(next.elseList, 0));
  if (inner === null) return false;
  if (inner.text === '') return inner.next?.kind === 'action' && known.get(inner.next.pipe)?.made.by === 'json';
  return /^(?:["'{[,]|[\p{L}_$][\w$-]*\s*:)/u.test(inner.text);
}

/** What a list writes first, or null when it writes nothing but space. */
function beginning({ nodes }: ListNode, depth: number): Beginning | null {
  if (depth > 100) return null;
  for (const [i, node] of nodes.entries()) {
    switch (node.kind) {
      case 'text': {
        if (node.text.trim() === '') break;
        // A comment divides a text that is written as one.
        const rest = nodes.slice(i + 1);
        const other = rest.findIndex(({ kind }) => kind !== 'text' && kind !== 'comment');
        const more = other === -1 ? rest : rest.slice(0, other);
        const text = node.text + more.map((n) => (n.kind === 'text' ? n.text : '')).join('');
        return { text: text.trimStart(), next: rest[other] ?? null };
      }
      case 'action':
        if (node.pipe.decl.length === 0) return { text: '', next: node };
        break;
      case 'template':
        return { text: '', next: node };
      case 'if':
      case 'with':
      case 'range': {
        const inner =
          beginning(node.list, depth + 1) ?? (node.elseList === null ? null : beginning(node.elseList, depth + 1));
        if (inner !== null) return inner;
        break;
      }
      default:
    }
  }
  return null;
}
