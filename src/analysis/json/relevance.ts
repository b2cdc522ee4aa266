/** Which names the JSON depends on. */
import type { Node, PipeNode } from '../../go';
import type { Layout } from './layout';

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
  const add = (pipe: PipeNode): void => {
    for (const name of layout.namesIn(pipe)) relevant.add(name);
    for (const { ident } of pipe.decl) relevant.add(ident[0] ?? '');
  };
  for (const node of uneven) if ('pipe' in node && node.pipe !== null) add(node.pipe);
  const settings: { readonly name: string; readonly pipe: PipeNode; readonly node: Node }[] = [];
  for (const node of layout.nodes) {
    if (!('pipe' in node) || node.pipe === null) continue;
    for (const { ident } of node.pipe.decl) settings.push({ name: ident[0] ?? '', pipe: node.pipe, node });
  }
  // A dot is what the branches around it say.
  for (let before = -1; before !== relevant.size; ) {
    before = relevant.size;
    for (const { name, pipe, node } of settings) {
      if (!relevant.has(name)) continue;
      add(pipe);
      for (const outer of layout.around(node)) if ('pipe' in outer && outer.pipe !== null) add(outer.pipe);
    }
    if (relevant.has('.')) {
      for (const node of layout.nodes) {
        if ((node.kind === 'with' || node.kind === 'range' || node.kind === 'template') && node.pipe !== null) add(node.pipe);
      }
    }
  }
  return relevant;
}
