/** Whether templates that invoke themselves will ever stop. */
import type { Value } from '../reflect/value';
import type { TemplateNode, Tree } from './parse/node';

/** An invocation under way: the template it stands in, its node, and the dot that it hands on. */
export interface Invocation {
  readonly from: Tree;
  readonly node: TemplateNode;
  readonly dot: Value;
}

/**
 * The invocation with which templates would go beyond `depth` of them in one another, or null when it is not known
 * whether they will. What a template does follows from its dot alone: it sees no variables of others, and neither data
 * nor functions change. So one that is invoked with the same dot as an invocation of it that is still under way goes on
 * for ever, through the same invocations in turn. `current` is the template of the last invocation.
 */
export function nodeAtDepth(
  invocations: readonly Invocation[],
  current: Tree,
  depth: number,
): Pick<Invocation, 'from' | 'node'> | null {
  const seen = new Map<Tree, Map<unknown, number[]>>();
  for (const [i, { dot }] of invocations.entries()) {
    const tree = invocations[i + 1]?.from ?? current;
    const dots = seen.get(tree) ?? new Map<unknown, number[]>();
    seen.set(tree, dots);
    const alike = dots.get(dot.v) ?? [];
    const before = alike.find((j) => sameDot(invocations[j]?.dot, dot));
    if (before !== undefined) {
      // The invocation after number `before` is made as that after number `i`, and so on.
      const next = before + 1;
      return invocations[next + ((depth - next) % (i - before))] ?? null;
    }
    dots.set(dot.v, [...alike, i]);
  }
  return null;
}

function sameDot(a: Value | undefined, b: Value): boolean {
  return a?.type === b.type && a.v === b.v && a.addressable === b.addressable && a.readOnly === b.readOnly;
}
