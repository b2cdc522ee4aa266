/** Variables that are used where they are not known. */
import type { Node, PipeNode, Tree } from '../../go';
import { habitOfField } from '../explain/habit-fields';
import type { Fix } from '../finding';
import { isOneOff } from './spelling';

/** A declaration, and the block in which its variable is known. */
interface Declaration {
  readonly name: string;
  readonly from: number;
  readonly pipe: PipeNode;
  readonly blockFrom: number;
  readonly blockTo: number;
  /** Where the block around that block ends. */
  readonly outerTo: number;
  readonly keyword: string;
}

type Block = Pick<Declaration, 'blockFrom' | 'blockTo' | 'outerTo' | 'keyword'>;

/** Where variables are declared. */
export class Declarations {
  private readonly all: Declaration[] = [];
  private looked = false;

  constructor(private readonly trees: ReadonlyMap<string, Tree>) {}

  /** Goes through the trees once something is asked that they answer. */
  private look(): void {
    if (this.looked) return;
    this.looked = true;
    for (const { root } of this.trees.values()) {
      this.walk(root, { blockFrom: root.from, blockTo: root.to, outerTo: root.to, keyword: '' }, 0);
    }
  }

  private walk(node: Node, block: Block, depth: number): void {
    if (depth > 200) return;
    switch (node.kind) {
      case 'list':
        for (const inner of node.nodes) this.walk(inner, block, depth + 1);
        return;
      case 'action':
        this.note(node.pipe, block);
        return;
      case 'if':
      case 'range':
      case 'with': {
        const { from, to, kind, list, elseList } = node;
        const inside = { blockFrom: from, blockTo: to, outerTo: block.blockTo, keyword: kind };
        this.note(node.pipe, inside);
        this.walk(list, inside, depth + 1);
        if (elseList !== null) this.walk(elseList, inside, depth + 1);
        return;
      }
      default:
    }
  }

  private note(pipe: PipeNode, block: Block): void {
    if (pipe.isAssign) return;
    for (const { ident, from } of pipe.decl) {
      this.all.push({ name: ident[0] ?? '', from, pipe, ...block });
    }
  }

  /**
   * What is to be said of a variable that is not known at a place; `field` is the field of that name, if there is one.
   */
  advise(
    text: string,
    name: string,
    pos: number,
    field: string | null,
  ): { readonly hint: string; readonly fixes: readonly Fix[] } {
    this.look();
    let ended: Declaration | undefined;
    let later: Declaration | undefined;
    let similar: Declaration | undefined;
    for (const one of this.all) {
      if (one.name === name && one.blockTo <= pos && one.blockTo > one.blockFrom) ended = one;
      else if (one.name === name && one.from > pos) later ??= one;
      else if (one.name.length > 3 && isOneOff(one.name.toLowerCase(), name.toLowerCase())) similar ??= one;
      else if (one.name.toLowerCase() === name.toLowerCase()) similar = one;
    }
    if (ended !== undefined && ended.keyword !== '') {
      const line = 1 + (text.slice(0, ended.from).match(/\n/g)?.length ?? 0);
      const where = `\`${name}\` is declared in line ${line}, inside \`${ended.keyword}\`, and known until that block’s \`{{ end }}\`.`;
      return {
        hint: `${where} Declare it before the block, and set it inside with \`=\`.`,
        fixes: pos < ended.outerTo ? this.hoist(text, ended) : [],
      };
    }
    if (similar !== undefined) {
      const edits = [{ from: pos, to: pos + name.length, insert: similar.name }];
      return { hint: `Did you mean \`${similar.name}\`?`, fixes: [{ title: `Write \`${similar.name}\``, edits }] };
    }
    if (field !== null && later === undefined) {
      const edits = [{ from: pos, to: pos + name.length, insert: field }];
      const hint = `A field begins with a point, a variable with \`$\`: this is the field \`${field}\`.`;
      return { hint, fixes: [{ title: `Write \`${field}\``, edits }] };
    }
    if (later !== undefined) return { hint: `\`${name}\` is declared only further down.`, fixes: [] };
    const habit = habitOfField([name.slice(1)]);
    if (habit?.system === 'Prometheus') return { hint: habit.hint.replace(`.${name.slice(1)}`, name), fixes: [] };
    return { hint: `The variable is undefined: declare it before it is used: \`{{ ${name} := … }}\`.`, fixes: [] };
  }

  /** Declares a variable before its block. Only one that an action in the block declares, and whose type is plain. */
  private hoist(text: string, { name, pipe, blockFrom, from }: Declaration): readonly Fix[] {
    const sign = text.indexOf(':=', from);
    const value = pipe.cmds.length === 1 && pipe.cmds[0]?.args.length === 1 ? pipe.cmds[0].args[0] : undefined;
    if (pipe.decl.length !== 1 || sign < 0 || pipe.from <= blockFrom) return [];
    if (/\{\{-?\s*(?:if|with|range|else)\b[^{}]*$/.test(text.slice(Math.max(0, from - 200), from))) return [];
    const empty =
      value?.kind === 'number' ? '0' : value?.kind === 'bool' ? 'false' : value?.kind === 'string' ? '""' : null;
    if (empty === null) return [];
    return [
      {
        title: `Declare \`${name}\` before the block`,
        edits: [
          { from: blockFrom, to: blockFrom, insert: `{{ ${name} := ${empty} }}` },
          { from: sign, to: sign + 2, insert: '=' },
        ],
      },
    ];
  }
}
