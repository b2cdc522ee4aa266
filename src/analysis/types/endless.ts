/** Templates that invoke themselves whatever the data holds: Go stops them at its greatest depth. */
import { type ListNode, type Node, type PipeNode, type TemplateNode, type Tree, maxTemplateDepth } from '../../go';

type Trees = ReadonlyMap<string, Tree>;

/** Chains of templates that are longer are not followed. */
const longest = 500;

/**
 * The invocations at which Go gives up: those by which a template gives itself what it was given, so that it comes
 * there again, and of each circle of templates that invoke one another outside of any block the one that Go comes to at
 * the greatest depth.
 */
export function endlessInvocations(trees: Trees, main: string): ReadonlySet<TemplateNode> {
  const failing = new Set<TemplateNode>();
  for (const [name, tree] of trees) repeated(name, tree, failing);
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

/** Adds what a template invokes itself by with its own dot: all that it does depends on that. */
function repeated(name: string, { root }: Tree, into: Set<TemplateNode>): void {
  const open: (readonly [list: ListNode, isOwnDot: boolean])[] = [[root, true]];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [list, isOwnDot] = next;
    for (const node of list.nodes) {
      const isOwn = 'pipe' in node && node.pipe !== null && isDot(node.pipe, isOwnDot);
      if (node.kind === 'template' && node.name === name && isOwn) into.add(node);
      if (node.kind !== 'if' && node.kind !== 'with' && node.kind !== 'range') continue;
      open.push([node.list, node.kind === 'if' ? isOwnDot : node.kind === 'with' && isOwn]);
      if (node.elseList !== null) open.push([node.elseList, isOwnDot]);
    }
  }
}

/** Whether a pipeline gives the dot that the template was given. */
function isDot({ cmds }: PipeNode, isOwnDot: boolean): boolean {
  const [cmd, ...cmdsAfter] = cmds;
  const [arg, ...argsAfter] = cmd?.args ?? [];
  if (arg === undefined || cmdsAfter.length > 0 || argsAfter.length > 0) return false;
  return arg.kind === 'dot' ? isOwnDot : arg.kind === 'variable' && arg.ident.length === 1 && arg.ident[0] === '$';
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
    const root = trees.get(name)?.root;
    const open: (Node | ListNode)[] = root === undefined ? [] : [root];
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      if (node.kind === 'list') for (const inner of node.nodes.toReversed()) open.push(inner);
      else if (node.kind === 'if' || node.kind === 'with' || node.kind === 'range') {
        if (node.elseList !== null) open.push(node.elseList);
        open.push(node.list);
      } else if (node.kind === 'template' && !depths.has(node.name)) depths.set(node.name, depth + 1);
    }
  }
  return depths;
}
