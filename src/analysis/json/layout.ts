/** Where things stand in a template: what a walk over it looks up. */
import type { ListNode, Node, PipeNode, Tree } from '../../go';

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
  private readonly siblings = new Map<Node, Sibling>();
  private readonly lastUses = new Map<string, number>();
  private readonly names = new Map<PipeNode, readonly string[]>();
  /** Every name of a variable that is written anywhere. */
  readonly variables = new Set<string>();
  readonly nodes: Node[] = [];

  constructor(trees: ReadonlyMap<string, Tree>, main: string) {
    for (const [name, { root }] of trees) this.list(root, null, name, name === main ? 0 : Infinity, 0);
  }

  /** Where a text, action or branch stands. */
  of(node: Node): Sibling | null {
    return this.siblings.get(node) ?? null;
  }

  /** The branches around a node, the innermost first. */
  *around(node: Node): IterableIterator<Node> {
    for (let at = this.of(node)?.parent ?? null; at !== null; at = this.of(at)?.parent ?? null) yield at;
  }

  /** After which offset a name (`$x`, `Field`) is not asked for any more. */
  lastUse(name: string): number {
    return this.lastUses.get(name) ?? -1;
  }

  /** The names that a pipeline asks for: variables, and the last one of each path of fields. */
  namesIn(pipe: PipeNode): readonly string[] {
    let names = this.names.get(pipe);
    if (names === undefined) {
      names = [...new Set(namesOf(pipe, 0))];
      this.names.set(pipe, names);
    }
    return names;
  }

  private list(list: ListNode, parent: Node | null, tree: string, end: number, depth: number): void {
    if (depth > deepest) return;
    list.nodes.forEach((node, index) => {
      this.siblings.set(node, { list, index, parent, tree });
      this.nodes.push(node);
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
          this.uses(node.pipe, Math.max(inner, node.pipe.to), 0, true);
          this.list(node.list, node, tree, inner, depth + 1);
          if (node.elseList !== null) this.list(node.elseList, node, tree, inner, depth + 1);
          break;
        }
        default:
      }
    });
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

function namesOf(node: Node, depth: number): readonly string[] {
  if (depth > deepest) return [];
  switch (node.kind) {
    case 'pipe':
      return node.cmds.flatMap((cmd) => namesOf(cmd, depth + 1));
    case 'command':
      return node.args.flatMap((arg) => namesOf(arg, depth + 1));
    case 'chain':
      return [...namesOf(node.node, depth + 1), node.field.at(-1) ?? ''];
    case 'variable':
      return node.ident.length === 1 ? node.ident : [node.ident[0] ?? '', node.ident.at(-1) ?? ''];
    case 'field':
      return [node.ident.at(-1) ?? ''];
    case 'dot':
      return ['.'];
    default:
      return [];
  }
}
