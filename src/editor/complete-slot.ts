/**
 * Where in an action a cursor is, as far as completion cares. Read off the engine's lexer, from the text before the
 * cursor.
 */
import { type Item, type ItemType, lex } from '../go';

/**
 * What may be written at the cursor; `typed` units of it are there already.
 * `start` is the start of an action, `command` that of a command, `stage` that of a command after `|`, `operand` a
 * later word of a command, `else` what follows `else`. `field` is a name after a dot: `parent` is the path before it,
 * as in `.Application`, taken from `head`.
 */
export type Slot =
  | { readonly kind: 'start' | 'command' | 'stage' | 'operand' | 'else'; readonly typed: number }
  | { readonly kind: 'field'; readonly typed: number; readonly head: '.' | '$'; readonly parent: string };

type WordSlot = Exclude<Slot['kind'], 'field'>;

/**
 * What a word may be after the item `before`, the last of `items` that is not space; null when nothing can be offered.
 */
function wordSlot(items: readonly Item[], before: Item | undefined): WordSlot | null {
  switch (before?.type) {
    case 'leftDelim':
      return 'start';
    case 'leftParen':
    case 'assign':
    case 'declare':
    case 'if':
    case 'with':
    case 'range':
      return 'command';
    case 'pipe':
      return 'stage';
    case 'else':
      return 'else';
    case 'string':
    case 'rawString': {
      const first = items.find(({ type }) => type !== 'leftDelim' && type !== 'space');
      const naming = first?.type === 'template' || first?.type === 'block';
      const named = items.filter(({ type }) => type !== 'space').indexOf(before) === 2;
      return naming && named ? 'command' : 'operand';
    }
    case undefined:
    case 'error':
    case 'template':
    case 'define':
    case 'block':
    case 'end':
    case 'break':
    case 'continue':
    case 'char':
      return null;
    default:
      return 'operand';
  }
}

const words: ReadonlySet<ItemType> = new Set<ItemType>([
  ...(['identifier', 'bool', 'nil', 'if', 'range', 'with', 'define', 'block', 'template'] as const),
  ...(['else', 'end', 'break', 'continue'] as const),
]);

/** The items that a word may follow without a space. */
const openers: ReadonlySet<ItemType> = new Set<ItemType>(['leftDelim', 'leftParen', 'pipe', 'assign', 'declare']);

/** The slot after `before`, which is an action's text from its left delimiter up to the cursor. */
export function slotAt(before: string): Slot | null {
  // The space ends the item under the cursor as a delimiter would; what the lexer then misses is only the delimiter.
  const lexed = lex(`${before} `, { comments: true, recover: true });
  const items = lexed.filter(({ type, failure }) => type !== 'eof' && failure?.code !== 'unclosed-action');
  if (items.some(({ type }) => type === 'error' || type === 'comment')) return null;
  const [previous, last] = items.filter(({ type }) => type !== 'space').slice(-2);
  const current = last ?? previous;
  if (current === undefined) return null;
  if (current.end < before.length || openers.has(current.type)) return slotOfWord(items, current, 0);
  if (current.type === 'dot' || current.type === 'field') return fieldSlot(items, before);
  if (!words.has(current.type) || previous === undefined) return null;
  if (previous.end === current.pos && !openers.has(previous.type)) return null;
  return slotOfWord(items, previous, current.end - current.pos);
}

function slotOfWord(items: readonly Item[], previous: Item, typed: number): Slot | null {
  const kind = wordSlot(items, previous);
  return kind === null ? null : { kind, typed };
}

function fieldSlot(items: readonly Item[], before: string): Slot | null {
  let i = items.findLastIndex(({ type }) => type !== 'space');
  const name = items[i];
  if (name === undefined) return null;
  while (items[i - 1]?.type === 'field' && items[i - 1]?.end === items[i]?.pos) i--;
  const start = items[i]?.pos ?? name.pos;
  const glued = items[i - 1];
  const typed = name.end - name.pos - 1;
  const parent = before.slice(start, name.pos);
  if (glued?.type === 'variable') {
    return glued.end - glued.pos === 1 ? { kind: 'field', typed, head: '$', parent } : null;
  }
  if (glued === undefined || (glued.type !== 'space' && !openers.has(glued.type))) return null;
  const kind = wordSlot(
    items,
    items.slice(0, i).findLast(({ type }) => type !== 'space'),
  );
  return kind === 'start' || kind === 'command' || kind === 'operand'
    ? { kind: 'field', typed, head: '.', parent }
    : null;
}
