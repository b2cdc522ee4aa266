/** Where a complaint of the executor came up. */
import type { CommandNode, Node, PipeNode } from '../../go';
import type { Edit, Fix } from '../finding';
import type { Known } from './known';

/** What is known of the place; what of this there is depends on the complaint. */
export interface Place {
  /** The action, branch or invocation around. */
  readonly around?: Node | null;
  /** The node that was evaluated last. */
  readonly blamed?: Node | null;
  /** What the name was asked of, the node with it, all its names and which one it is. */
  readonly receiver?: Known;
  readonly node?: Node;
  readonly names?: readonly string[];
  readonly at?: number;
  /** A call: the function's name, its command's words and what they give. */
  readonly call?: string;
  readonly args?: readonly Node[];
  readonly argv?: readonly Known[];
  /** A variable that is assigned to. */
  readonly variable?: Node;
  /** The names of all templates. */
  readonly templates?: readonly string[];
}

/** The command that a node is a word of, in a pipeline or in parentheses inside; null when there is none. */
export function commandWith(pipe: PipeNode | null, node: Node): CommandNode | null {
  for (const cmd of pipe?.cmds ?? []) {
    if (cmd.args.includes(node)) return cmd;
    if (node.from < cmd.from || node.to > cmd.to) continue;
    for (const arg of cmd.args) {
      const inner = arg.kind === 'chain' ? arg.node : arg;
      const found = inner.kind === 'pipe' ? commandWith(inner, node) : null;
      if (found !== null) return found;
    }
  }
  return null;
}

/** A fix that puts a text in place of what is written. */
export function replacing(title: string, from: number, to: number, insert: string): Fix {
  const edit: Edit = { from, to, insert };
  return { title, edits: [edit] };
}
