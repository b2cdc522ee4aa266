/** Which variables a loop changes. */
import type { Node, RangeNode } from '../../go';

/** The variables that the body of a loop, or what is in it, assigns to with `=`. */
export function assignedIn({ list }: RangeNode): ReadonlySet<string> {
  const names = new Set<string>();
  const open: Node[] = [list];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.kind === 'list') for (const inner of node.nodes) open.push(inner);
    if (node.kind === 'if' || node.kind === 'with' || node.kind === 'range') {
      open.push(node.list);
      if (node.elseList !== null) open.push(node.elseList);
    } else if (node.kind !== 'action') continue;
    const { isAssign, decl } = node.pipe;
    if (isAssign) for (const { ident } of decl) names.add(ident[0] ?? '');
  }
  return names;
}
