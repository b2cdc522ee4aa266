/** Where things stand in a template: what a walk over it looks up. */
import type { ListNode, Node, Tree } from '../../go';

/** A node's place among its siblings. */
export interface Sibling {
  readonly list: ListNode;
  readonly index: number;
  /** The branch whose body the list is, and the tree's name. */
  readonly parent: Node | null;
  readonly tree: string;
}

/** The deepest nesting that is looked into. */
export const deepest = 200;

/** A template's nodes with their places. */
export class Layout {
  private siblings: Map<Node, Sibling> | null = null;
  private readonly lastUses = new Map<string, number>();
  private readonly lastUsesOfEntries = new Map<string, number>();
  /** The branches in branches, and those around them. */
  private readonly outer = new Map<Node, Node>();
  /** Every name of a variable that is written anywhere. */
  readonly variables = new Set<string>();
  readonly nodes: Node[] = [];
  /** The branch around each of the nodes. */
  readonly parents: (Node | null)[] = [];

  constructor(
    private readonly trees: ReadonlyMap<string, Tree>,
    main: string,
  ) {
    for (const [name, { root }] of trees) this.list(root, null, name === main ? 0 : Infinity, 0);
  }

  /** Where a text, action or branch stands. */
  of(node: Node): Sibling | null {
    if (this.siblings === null) {
      this.siblings = new Map();
      for (const [name, { root }] of this.trees) place(root, null, name, 0, this.siblings);
    }
    return this.siblings.get(node) ?? null;
  }

  /** The branches around a node, the innermost first. */
  *around(node: Node): IterableIterator<Node> {
    yield* this.upFrom(this.of(node)?.parent ?? null);
  }

  /** A branch and those around it, the innermost first. */
  *upFrom(branch: Node | null): IterableIterator<Node> {
    for (let at = branch; at !== null; at = this.outer.get(at) ?? null) yield at;
  }

  /** After which offset a name (`$x`, `Field`) is not asked for any more. */
  lastUse(name: string): number {
    return this.lastUses.get(name) ?? -1;
  }

  /** The same for the name of an entry of a way: `$x@12` for a variable, `=$.A.Field` for what is said of a value. */
  lastUseOf(entry: string): number {
    let last = this.lastUsesOfEntries.get(entry);
    if (last === undefined) {
      // What has a space in it is no path of fields, and is kept.
      const isTold = entry.startsWith('=');
      const name = isTold ? entry.slice(Math.max(1, entry.lastIndexOf('.') + 1)) : entry.slice(0, entry.indexOf('@'));
      last = isTold && entry.includes(' ') ? Infinity : this.lastUse(name);
      this.lastUsesOfEntries.set(entry, last);
    }
    return last;
  }

  private list(list: ListNode, parent: Node | null, end: number, depth: number): void {
    if (depth > deepest) return;
    for (const node of list.nodes) {
      this.nodes.push(node);
      this.parents.push(parent);
      switch (node.kind) {
        case 'action':
          this.uses(node.pipe, Math.max(end, node.to), 0, node.pipe.decl.length > 0);
          break;
        case 'template':
          if (node.pipe !== null) this.uses(node.pipe, Math.max(end, node.to), 0, true);
          break;
        case 'if':
        case 'with':
        case 'range': {
          const inner = node.kind === 'range' ? Math.max(end, node.to) : end;
          if (parent !== null) this.outer.set(node, parent);
          this.uses(node.pipe, Math.max(inner, node.pipe.to), 0, true);
          this.list(node.list, node, inner, depth + 1);
          if (node.elseList !== null) this.list(node.elseList, node, inner, depth + 1);
          break;
        }
        default:
      }
    }
  }

  private uses(node: Node, end: number, depth: number, decides: boolean): void {
    if (depth > deepest) return;
    switch (node.kind) {
      case 'pipe':
        for (const { ident } of node.decl) this.variables.add(ident[0] ?? '');
        for (const cmd of node.cmds) this.uses(cmd, end, depth + 1, decides);
        break;
      case 'command':
        for (const arg of node.args) this.uses(arg, end, depth + 1, decides);
        break;
      case 'chain':
        this.uses(node.node, end, depth + 1, decides);
        break;
      case 'variable':
        this.variables.add(node.ident[0] ?? '');
        this.use(node.ident[0], end);
        if (decides) this.use(node.ident.at(-1), end);
        break;
      case 'field':
        if (decides) this.use(node.ident.at(-1), end);
        break;
      default:
    }
  }

  private use(name: string | undefined, end: number): void {
    if (name !== undefined && end > this.lastUse(name)) this.lastUses.set(name, end);
  }
}

function place(list: ListNode, parent: Node | null, tree: string, depth: number, siblings: Map<Node, Sibling>): void {
  if (depth > deepest) return;
  list.nodes.forEach((node, index) => {
    siblings.set(node, { list, index, parent, tree });
    if (node.kind !== 'if' && node.kind !== 'with' && node.kind !== 'range') return;
    place(node.list, node, tree, depth + 1, siblings);
    if (node.elseList !== null) place(node.elseList, node, tree, depth + 1, siblings);
  });
}

/**
 * Looks at the names that a node asks for, variables and the last one of each path of fields, until one of them is what
 * is looked for: whether it is, or null where the node asks for nothing.
 */
export function asks(node: Node, isLookedFor: (name: string) => boolean, depth = 0): boolean | null {
  if (depth > deepest) return null;
  switch (node.kind) {
    case 'pipe':
      return anyAsks(node.cmds, isLookedFor, depth + 1);
    case 'command':
      return anyAsks(node.args, isLookedFor, depth + 1);
    case 'chain':
      return asks(node.node, isLookedFor, depth + 1) === true || isLookedFor(node.field.at(-1) ?? '');
    case 'variable': {
      const { ident } = node;
      const [name = ''] = ident;
      return isLookedFor(name) || (ident.length > 1 && isLookedFor(ident.at(-1) ?? ''));
    }
    case 'field':
      return isLookedFor(node.ident.at(-1) ?? '');
    case 'dot':
      return isLookedFor('.');
    default:
      return null;
  }
}

function anyAsks(nodes: readonly Node[], isLookedFor: (name: string) => boolean, depth: number): boolean | null {
  let asksAny: boolean | null = null;
  for (const node of nodes) {
    const found = asks(node, isLookedFor, depth);
    if (found === true) return true;
    asksAny ??= found;
  }
  return asksAny;
}
