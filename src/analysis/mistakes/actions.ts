/** The actions of a template, those that are not closed included, and the text between them. */
import { type Item, type Node, type Tree, lexInBatches } from '../../go';
import type { ActionSource } from './statement';

/** An action and how it ends: as it should, with one brace, or not at all before the next one or the end. */
export interface ScannedAction extends ActionSource {
  readonly ends: 'well' | 'brief' | 'never';
}

/** A stretch of the text. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** What a template is made of. */
export interface Scanned {
  readonly actions: readonly ScannedAction[];
  readonly texts: readonly Span[];
}

/** Scans a template as the loose parser does. */
export function scan(text: string): Scanned {
  const actions: ScannedAction[] = [];
  const texts: Span[] = [];
  let open: Item | null = null;
  let last: Item | null = null;
  const close = (open: Item): void => {
    if (last !== null) actions.push(actionOf(text, open, last));
  };
  const read = (item: Item): void => {
    if (open !== null && (item.type === 'leftDelim' || item.type === 'text' || item.type === 'comment')) {
      close(open);
      open = null;
    }
    if (item.type === 'leftDelim') open = item;
    else if (item.type === 'rightDelim' && open !== null) {
      last = item;
      close(open);
      open = null;
    } else if (item.type === 'text') texts.push({ from: item.pos, to: item.end });
    else if (item.type === 'eof' && open !== null) close(open);
    // An action that is not closed has no error of its own to end with.
    if (item.type !== 'error' || item.failure?.code !== 'unclosed-action') last = item;
  };
  for (const items of lexInBatches(text, { recover: true, comments: true })) for (const item of items) read(item);
  return { actions, texts };
}

function actionOf(text: string, open: Item, last: Item): ScannedAction {
  const from = open.pos;
  const left = open.end - open.pos === 3 ? '{{-' : '{{';
  const insideFrom = open.end;
  if (last.type === 'rightDelim') {
    const right = last.end - last.pos === 3 ? '-}}' : '}}';
    return { from, to: last.end, insideFrom, insideTo: last.pos, left, right, ends: 'well' };
  }
  const to = Math.max(last.end, insideFrom);
  const isOne = (last.type === 'char' || last.type === 'error') && last.end === last.pos + 1;
  if (isOne && text[last.pos] === '}') {
    const trims = /\s-$/.test(text.slice(Math.max(insideFrom, last.pos - 2), last.pos));
    const insideTo = trims ? last.pos - 1 : last.pos;
    return { from, to, insideFrom, insideTo, left, right: trims ? '-}}' : '}}', ends: 'brief' };
  }
  const insideTo = insideFrom + text.slice(insideFrom, to).trimEnd().length;
  return { from, to: insideTo, insideFrom, insideTo, left, right: '}}', ends: 'never' };
}

/** The action at a place, or null. */
export function actionAt(actions: readonly ScannedAction[], pos: number): ScannedAction | null {
  let low = 0;
  let high = actions.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((actions[middle]?.from ?? 0) <= pos) low = middle;
    else high = middle - 1;
  }
  const found = actions[low];
  return found !== undefined && found.from <= pos && pos <= found.to ? found : null;
}

/** The texts of a template that is in order, by its trees. */
export function textsOf(trees: ReadonlyMap<string, Tree>): readonly Span[] {
  const texts: Span[] = [];
  const visit = (node: Node, depth: number): void => {
    if (depth > 200) return;
    if (node.kind === 'text') texts.push({ from: node.from, to: node.to });
    else if (node.kind === 'list') for (const inner of node.nodes) visit(inner, depth + 1);
    else if (node.kind === 'if' || node.kind === 'range' || node.kind === 'with') {
      visit(node.list, depth + 1);
      if (node.elseList !== null) visit(node.elseList, depth + 1);
    }
  };
  for (const { root } of trees.values()) visit(root, 0);
  return texts.sort((a, b) => a.from - b.from);
}
