/** Blocks of a template by place. */
import type { ListNode, Node } from '../../go';

type Block = Extract<Node, { readonly kind: 'range' | 'with' }>;

/** The innermost `range` or `with` that gives the dot at a place; null at the top. */
export function blockAround(root: ListNode, pos: number): Block | null {
  let found: Block | null = null;
  let list: ListNode | null = root;
  while (list !== null) {
    const node = nodeAt(list.nodes, pos);
    list = null;
    if (node?.kind !== 'if' && node?.kind !== 'range' && node?.kind !== 'with') continue;
    if (isIn(node.list, pos)) {
      if (node.kind !== 'if') found = node;
      ({ list } = node);
    } else if (node.elseList !== null && isIn(node.elseList, pos)) list = node.elseList;
  }
  return found;
}

function isIn({ from, to }: ListNode, pos: number): boolean {
  return from <= pos && pos < to;
}

/** The last node that begins at or before a place: nodes of a list follow one another. */
function nodeAt(nodes: readonly Node[], pos: number): Node | undefined {
  let low = 0;
  let high = nodes.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((nodes[middle]?.from ?? 0) <= pos) low = middle;
    else high = middle - 1;
  }
  return nodes[low];
}
