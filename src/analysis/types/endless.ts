/** Templates that invoke themselves whatever the data holds: Go stops them at its greatest depth. */
import { type ListNode, type Node, type TemplateNode, type Tree, maxTemplateDepth } from '../../go';

type Trees = ReadonlyMap<string, Tree>;

/** Chains of templates that are longer are not followed. */
const longest = 500;

/**
 * The invocations at which Go gives up: of each circle of templates that invoke one another outside of any block, the
 * one that it comes to at the greatest depth.
 */
export function endlessInvocations(trees: Trees, main: string): ReadonlySet<TemplateNode> {
  const failing = new Set<TemplateNode>();
  const next = endless(trees);
  if (next.size === 0) return failing;
  const depths = depthsIn(trees, main);
  const seen = new Set<string>();
  for (const start of [...depths.keys(), ...next.keys()]) {
    const way: TemplateNode[] = [];
    const places = new Map<string, number>();
    let name = start;
    for (let node = next.get(name); node !== undefined && !seen.has(name); node = next.get(name)) {
      seen.add(name);
      places.set(name, way.length);
      way.push(node);
      ({ name } = node);
    }
    const circle = way.slice(places.get(name) ?? way.length);
    const before = way.length - circle.length + (depths.get(start) ?? 1);
    const last = circle[(maxTemplateDepth - before) % circle.length];
    if (last !== undefined) failing.add(last);
  }
  return failing;
}

/** Of the templates that never end, what each invokes first of those. */
function endless(trees: Trees): ReadonlyMap<string, TemplateNode> {
  const next = new Map<string, TemplateNode>();
  const done = new Set<string>();
  const under = new Set<string>();
  const isEndless = (name: string): boolean => {
    if (under.has(name) || next.has(name)) return true;
    if (done.has(name) || under.size >= longest) return false;
    done.add(name);
    under.add(name);
    for (const node of trees.get(name)?.root.nodes ?? []) {
      if (node.kind !== 'template' || !isEndless(node.name)) continue;
      next.set(name, node);
      break;
    }
    under.delete(name);
    return next.has(name);
  };
  for (const name of trees.keys()) isEndless(name);
  return next;
}

/** How deep each template is first invoked, blocks included; those that are reached sooner come first. */
function depthsIn(trees: Trees, main: string): ReadonlyMap<string, number> {
  const depths = new Map([[main, 0]]);
  for (const [name, depth] of depths) {
    const open: (Node | ListNode)[] = [trees.get(name)?.root ?? []].flat();
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      if (node.kind === 'list') open.push(...node.nodes.toReversed());
      else if (node.kind === 'if' || node.kind === 'with' || node.kind === 'range') {
        if (node.elseList !== null) open.push(node.elseList);
        open.push(node.list);
      } else if (node.kind === 'template' && !depths.has(node.name)) depths.set(node.name, depth + 1);
    }
  }
  return depths;
}
