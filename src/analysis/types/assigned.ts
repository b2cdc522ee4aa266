/** Which variables a loop changes, and to what. */
import type { Node, PipeNode, RangeNode } from '../../go';

/**
 * The variables that the body of a loop, or what is in it, assigns to with `=`; with the texts that they get, or null
 * where they get anything but constant texts.
 */
export function assignedIn({ list }: RangeNode): ReadonlyMap<string, readonly string[] | null> {
  const names = new Map<string, readonly string[] | null>();
  const open: Node[] = [list];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.kind === 'list') for (const inner of node.nodes) open.push(inner);
    if (node.kind === 'if' || node.kind === 'with' || node.kind === 'range') {
      open.push(node.list);
      if (node.elseList !== null) open.push(node.elseList);
    } else if (node.kind !== 'action') continue;
    const { isAssign, decl } = node.pipe;
    if (!isAssign) continue;
    const text = textOf(node.pipe);
    for (const { ident } of decl) {
      const [name = ''] = ident;
      const old = names.get(name);
      names.set(name, old === null || text === null ? null : [...(old ?? []), text]);
    }
  }
  return names;
}

/** The text that a pipeline is; null where it is anything else. */
function textOf({ cmds }: PipeNode): string | null {
  const [arg, ...more] = cmds.length === 1 ? (cmds[0]?.args ?? []) : [];
  return arg?.kind === 'string' && more.length === 0 ? arg.text : null;
}
