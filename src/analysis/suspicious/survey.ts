/** What stands in a template, gathered in one walk: calls, blocks, invocations, variables and where they are read. */
import type {
  ActionNode,
  CommandNode,
  IfNode,
  ListNode,
  Node,
  PipeNode,
  RangeNode,
  TemplateNode,
  Tree,
  VariableNode,
  WithNode,
} from '../../go';

/** A call of a function by name. */
export interface Call {
  readonly name: string;
  readonly command: CommandNode;
  /** Its operands, without the function and what is piped in. */
  readonly args: readonly Node[];
  /** The command whose value is piped in, or null. */
  readonly piped: CommandNode | null;
}

/** A block with a condition or a list. */
export type Branch = IfNode | RangeNode | WithNode;

/** A variable from where it is declared to the end of what it is declared in. */
export interface Variable {
  readonly name: string;
  readonly node: VariableNode;
  readonly pipe: PipeNode;
  /** The action or the block that declares it. */
  readonly owner: ActionNode | Branch;
  /** The end of its scope, in UTF-16 units. */
  scopeTo: number;
  /** The variable of the same name that it hides, `$` aside; null when there is none. */
  readonly hides: Variable | null;
  /** The ranges around it, outermost first. */
  readonly ranges: readonly RangeNode[];
  /** Where it is read, in the order of the text. */
  readonly reads: number[];
  /** How often it is given another value with `=`. */
  assigned: number;
}

/** What was found in all templates of a text. */
export interface Survey {
  readonly calls: readonly Call[];
  /** The actions that write a value. */
  readonly prints: readonly ActionNode[];
  readonly branches: readonly Branch[];
  readonly invocations: readonly { readonly node: TemplateNode; readonly tree: Tree }[];
  readonly variables: readonly Variable[];
  /** The templates that use their dot or `$`. */
  readonly usesDot: ReadonlySet<string>;
  /** Fields of the dot of a list of nodes: `.Status`. */
  readonly fields: readonly { readonly node: Node; readonly list: ListNode }[];
  /** Whether everything was seen; false where blocks or parentheses stand too deep in each other. */
  readonly complete: boolean;
}

/** How deep blocks and parentheses may stand in each other; nobody writes what is deeper. */
const deepest = 200;

/** Looks through every template. */
export function surveyOf(trees: ReadonlyMap<string, Tree>): Survey {
  const walk = new Walk();
  for (const tree of trees.values()) walk.tree(tree);
  return walk;
}

class Walk implements Survey {
  readonly calls: Call[] = [];
  readonly prints: ActionNode[] = [];
  readonly branches: Branch[] = [];
  readonly invocations: { readonly node: TemplateNode; readonly tree: Tree }[] = [];
  readonly variables: Variable[] = [];
  readonly usesDot = new Set<string>();
  readonly fields: { readonly node: Node; readonly list: ListNode }[] = [];
  complete = true;

  private current: Tree | null = null;
  private list: ListNode | null = null;
  /** Whether dot is still what the template was invoked with. */
  private ownDot = true;
  private depth = 0;
  private readonly ranges: RangeNode[] = [];
  /** The variables in sight, the innermost of a name last. */
  private readonly visible = new Map<string, Variable[]>();
  /** All of them, in the order in which they were declared. */
  private readonly inSight: Variable[] = [];

  tree(tree: Tree): void {
    this.current = tree;
    this.ownDot = true;
    this.visible.clear();
    this.inSight.length = 0;
    this.nodes(tree.root);
  }

  /** Walks a list, at whose end what is declared in it goes out of sight. */
  private nodes(list: ListNode): void {
    if (this.depth >= deepest) {
      this.complete = false;
      return;
    }
    this.depth++;
    const outer = this.list;
    this.list = list;
    const { length } = this.inSight;
    for (const node of list.nodes) this.node(node);
    this.forget(length, list.to);
    this.list = outer;
    this.depth--;
  }

  /** Puts the variables out of sight that were declared after the first ones. */
  private forget(first: number, to: number): void {
    while (this.inSight.length > first) {
      const variable = this.inSight.pop();
      if (variable === undefined) return;
      variable.scopeTo = to;
      this.visible.get(variable.name)?.pop();
    }
  }

  private node(node: Node): void {
    switch (node.kind) {
      case 'action':
        this.pipe(node.pipe);
        if (node.pipe.decl.length === 0) this.prints.push(node);
        else this.declare(node.pipe, node);
        return;
      case 'template':
        if (node.pipe !== null) this.pipe(node.pipe);
        if (this.current !== null) this.invocations.push({ node, tree: this.current });
        return;
      case 'if':
      case 'range':
      case 'with':
        this.branch(node);
        return;
      default:
    }
  }

  private branch(node: Branch): void {
    this.branches.push(node);
    this.pipe(node.pipe);
    const { length } = this.inSight;
    if (node.pipe.decl.length > 0) this.declare(node.pipe, node);
    const { ownDot } = this;
    if (node.kind === 'range') this.ranges.push(node);
    if (node.kind !== 'if') this.ownDot = false;
    this.nodes(node.list);
    if (node.kind === 'range') this.ranges.pop();
    this.ownDot = ownDot;
    if (node.elseList !== null) this.nodes(node.elseList);
    this.forget(length, node.to);
  }

  private declare(pipe: PipeNode, owner: Variable['owner']): void {
    for (const node of pipe.decl) {
      const name = node.ident[0] ?? '';
      const same = this.visible.get(name);
      const hidden = same?.at(-1);
      if (pipe.isAssign) {
        if (hidden !== undefined) hidden.assigned++;
        continue;
      }
      const variable: Variable = {
        name,
        node,
        pipe,
        owner,
        scopeTo: 0,
        hides: hidden ?? null,
        ranges: [...this.ranges],
        reads: [],
        assigned: 0,
      };
      if (same === undefined) this.visible.set(name, [variable]);
      else same.push(variable);
      this.variables.push(variable);
      this.inSight.push(variable);
    }
  }

  private pipe(pipe: PipeNode): void {
    if (this.depth >= deepest) {
      this.complete = false;
      return;
    }
    this.depth++;
    let piped: CommandNode | null = null;
    for (const command of pipe.cmds) {
      const [first] = command.args;
      if (first?.kind === 'identifier') {
        this.calls.push({ name: first.ident, command, args: command.args.slice(1), piped });
      }
      for (const arg of command.args) this.operand(arg);
      piped = command;
    }
    this.depth--;
  }

  private operand(node: Node): void {
    switch (node.kind) {
      case 'dot':
        this.useDot();
        break;
      case 'field':
        this.useDot();
        if (this.list !== null) this.fields.push({ node, list: this.list });
        break;
      case 'variable': {
        const [name = ''] = node.ident;
        if (name === '$') this.usesDot.add(this.current?.name ?? '');
        this.visible.get(name)?.at(-1)?.reads.push(node.from);
        break;
      }
      case 'chain':
        if (node.node.kind === 'chain') this.complete = false;
        else this.operand(node.node);
        break;
      case 'pipe':
        this.pipe(node);
        break;
      default:
    }
  }

  private useDot(): void {
    if (this.ownDot) this.usesDot.add(this.current?.name ?? '');
  }
}
