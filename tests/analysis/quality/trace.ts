/**
 * Which nodes of a template an execution went through to their end. The executor asks each node that it evaluates, and
 * none else, for its `kind`: so a node whose `kind` tells on itself says that it was reached, without the executor
 * knowing. What is under way when the executor fails is not counted: only what it had reached before it began the next
 * action, since actions of one body do not overlap.
 */
import { type Node, PlainSink, type Template, type Value, executeTemplate } from '../../../src/go';

/** Runs a template again and again and says what each run completed. */
export class Trace {
  private done = new Set<Node>();
  private pending = new Set<Node>();
  private current: Node | null = null;
  private readonly nodes: Node[] = [];

  constructor(
    private readonly template: Template,
    private readonly limits: Parameters<typeof executeTemplate>[3],
  ) {
    for (const tree of template.trees.values()) this.instrument(tree.root, false);
  }

  /** The nodes that were completed with this data. */
  run(data: Value): ReadonlySet<Node> {
    this.done = new Set();
    this.pending = new Set();
    this.current = null;
    const result = executeTemplate(this.template, data, new PlainSink(), this.limits);
    if (result.ok) this.complete();
    return this.done;
  }

  /**
   * The node that stands for a place: the smallest that contains it. One that is made of others, a command or a
   * pipeline, is reached where its first part is.
   */
  nodeAt(from: number, to: number): Node | null {
    let best: Node | null = null;
    for (const node of this.nodes) {
      if (node.from > from || node.to < to) continue;
      if (best === null || node.to - node.from <= best.to - best.from) best = node;
    }
    while (best !== null && (best.kind === 'command' || best.kind === 'pipe')) {
      best = (best.kind === 'command' ? best.args[0] : best.cmds[0]) ?? null;
    }
    return best;
  }

  private complete(): void {
    for (const node of this.pending) this.done.add(node);
    this.pending.clear();
  }

  private instrument(node: Node, isAction: boolean): void {
    const { kind } = node;
    this.nodes.push(node);
    if (kind !== 'list' && kind !== 'pipe' && kind !== 'command') {
      Object.defineProperty(node, 'kind', {
        get: () => {
          // A message asks the action that it is about once more.
          if (isAction && node !== this.current) {
            this.complete();
            this.current = node;
          }
          this.pending.add(node);
          return kind;
        },
      });
    }
    switch (kind) {
      case 'list':
        for (const child of node.nodes) this.instrument(child, true);
        return;
      case 'action':
        this.instrument(node.pipe, false);
        return;
      case 'template':
        if (node.pipe !== null) this.instrument(node.pipe, false);
        return;
      case 'if':
      case 'with':
      case 'range':
        this.instrument(node.pipe, false);
        this.instrument(node.list, false);
        if (node.elseList !== null) this.instrument(node.elseList, false);
        return;
      case 'pipe':
        for (const cmd of node.cmds) this.instrument(cmd, false);
        return;
      case 'command':
        for (const arg of node.args) this.instrument(arg, false);
        return;
      case 'chain':
        this.instrument(node.node, false);
        return;
      default:
        return;
    }
  }
}
