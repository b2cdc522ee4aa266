/** Which names the JSON depends on. */
import type { Node, PipeNode } from '../../go';
import { type Layout, asks } from './layout';

/**
 * The names that conditions are worth following for: those that branches which lead to several states ask for, and
 * whatever these depend on, through variables and through the branches in which variables are set.
 */
export function relevantNames(
  uneven: ReadonlySet<Node>,
  printed: ReadonlySet<string>,
  layout: Layout,
): ReadonlySet<string> {
  const relevant = new Set(printed);
  const note = (name: string): boolean => {
    relevant.add(name);
    return false;
  };
  const add = (pipe: PipeNode): void => {
    asks(pipe, note);
    for (const { ident } of pipe.decl) relevant.add(ident[0] ?? '');
  };
  for (const node of uneven) if ('pipe' in node && node.pipe !== null) add(node.pipe);
  const settings = new Map<string, { readonly pipe: PipeNode; readonly parent: Node | null }[]>();
  // A dot is what the branches around it say.
  const dots: PipeNode[] = [];
  for (const [i, node] of layout.nodes.entries()) {
    if (!('pipe' in node) || node.pipe === null) continue;
    const { pipe } = node;
    if (node.kind === 'with' || node.kind === 'range' || node.kind === 'template') dots.push(pipe);
    for (const { ident } of pipe.decl) {
      const setting = { pipe, parent: layout.parents[i] ?? null };
      const of = settings.get(ident[0] ?? '');
      if (of === undefined) settings.set(ident[0] ?? '', [setting]);
      else of.push(setting);
    }
  }
  const above = new Set<Node>();
  // What is added on the way is come by too.
  for (const name of relevant) {
    if (name === '.') for (const pipe of dots) add(pipe);
    for (const { pipe, parent } of settings.get(name) ?? []) {
      add(pipe);
      for (const outer of layout.upFrom(parent)) {
        if (above.has(outer)) break;
        above.add(outer);
        if ('pipe' in outer && outer.pipe !== null) add(outer.pipe);
      }
    }
  }
  return relevant;
}
