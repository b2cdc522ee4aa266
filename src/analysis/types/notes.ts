/** What is known at nodes, written down once for nodes that give the same. */
import type { Node } from '../../go';
import type { Knowledge } from './annotated';
import { join } from './knowledge';
import type { Known } from './known';

/**
 * What nodes give. A command without an entry of its own gives what the operand does that it begins with, a pipeline
 * what its last command does.
 */
export class Notes implements Knowledge {
  private readonly entries = new Map<Node, Known>();

  get(node: Node): Known | undefined {
    const own = this.entries.get(node);
    if (own !== undefined) return own;
    if (node.kind === 'pipe') {
      const last = node.cmds.at(-1);
      const known = last === undefined ? undefined : this.get(last);
      // What comes out of a pipeline is in no interface any more.
      return known?.boxed === true ? { ...known, boxed: false } : known;
    }
    const [first] = node.kind === 'command' ? node.args : [];
    return first === undefined ? undefined : this.entries.get(first);
  }

  /** Whether a node has an entry of its own. */
  has(node: Node): boolean {
    return this.entries.has(node);
  }

  /** Writes down what a node gives on one more way. */
  add(node: Node, known: Known): void {
    const other = this.entries.get(node);
    if (other === known) return;
    this.entries.set(node, other === undefined ? known : join(other, known));
  }
}
