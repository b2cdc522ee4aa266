/** The source of a template, and what is needed to change it in a person's own style. */
import type { ActionNode, PipeNode, TextNode } from '../../../go';
import type { Edit, Fix } from '../../finding';
import type { Environment } from '../../environment';
import type { Knowledge } from '../../types/annotated';
import type { Faults } from '../faults';
import type { Layout } from '../layout';

/** What a fix is made from. */
export class Source {
  private readonly texts: readonly TextNode[];

  constructor(
    readonly text: string,
    readonly layout: Layout,
    readonly faults: Faults,
    readonly known: Knowledge,
    readonly environment: Environment,
  ) {
    this.texts = layout.nodes.filter((node) => node.kind === 'text').sort((a, b) => a.from - b.from);
  }

  /** The text node that has an offset. */
  textAt(offset: number): TextNode | null {
    let low = 0;
    let high = this.texts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.texts[middle]?.to ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    const node = this.texts[low];
    return node !== undefined && node.from <= offset ? node : null;
  }

  /** The source of a node. */
  of({ from, to }: { readonly from: number; readonly to: number }): string {
    return this.text.slice(from, to);
  }

  /** A pipeline as an operand: in parentheses unless it is a single one. */
  operand(pipe: PipeNode): string {
    const source = this.of(pipe);
    return pipe.cmds.length === 1 && pipe.cmds[0]?.args.length === 1 ? source : `(${source})`;
  }

  /** An action in the style of another: `{{ x }}` or `{{x}}`. */
  action(like: { readonly from: number }, inner: string): string {
    const pad = /^\{\{-?\s/.test(this.text.slice(like.from, like.from + 4)) && !this.isTight(like.from) ? ' ' : '';
    return `{{${pad}${inner}${pad}}}`;
  }

  /** Whether an action has no space after its braces. */
  private isTight(from: number): boolean {
    const start = this.text.startsWith('{{-', from) ? from + 3 : from + 2;
    // A trim marker needs its space, so the other end tells.
    if (start === from + 2) return !/\s/.test(this.text.charAt(start));
    const end = this.text.indexOf('}}', start);
    return end > 0 && !/\s/.test(this.text.charAt(end - 1)) && this.text.charAt(end - 1) !== '-';
  }

  /** A name that no variable of the template has. */
  freeName(names: readonly string[]): string {
    const [first = '$x'] = names;
    for (const name of names) if (!this.layout.variables.has(name)) return name;
    for (let n = 2; ; n++) if (!this.layout.variables.has(`${first}${String(n)}`)) return `${first}${String(n)}`;
  }

  /** What of an action is to be written as JSON: what stands before an escaping that is not JSON's is left away. */
  encoded(node: ActionNode): string {
    const { pipe } = node;
    const [first, second] = pipe.cmds;
    const { json } = this.environment;
    if (pipe.cmds.length === 1 && first !== undefined) {
      const [fn, a, b] = first.args;
      const name = fn?.kind === 'identifier' ? fn.ident : null;
      if (first.args.length === 2 && a !== undefined && (name === json || name === 'js')) return this.of(a);
      if (first.args.length === 3 && name === 'printf' && a?.kind === 'string' && a.text === '%q' && b !== undefined) {
        return this.of(b);
      }
    }
    if (pipe.cmds.length === 2 && first?.args.length === 1 && second !== undefined) {
      const [fn, a] = second.args;
      const name = fn?.kind === 'identifier' ? fn.ident : null;
      if (second.args.length === 1 && (name === json || name === 'js')) return this.of(first);
      if (second.args.length === 2 && name === 'printf' && a?.kind === 'string' && a.text === '%q')
        return this.of(first);
    }
    return this.operand(pipe);
  }

  /** Whether what is encoded is a text, so that its JSON has quotes. */
  isText(node: ActionNode): boolean {
    const known = this.known.get(node.pipe);
    if (known === undefined) return false;
    const { made, type } = known;
    return made.by === 'json' ? made.of.type?.kind === 'string' : type?.kind === 'string';
  }
}

/** A fix of one edit. */
export function fix(title: string, ...edits: readonly Edit[]): Fix {
  return { title, edits };
}

/** Takes `[from, to)` away. */
export function without(from: number, to: number): Edit {
  return { from, to, insert: '' };
}

/** Puts a text in. */
export function inserted(at: number, insert: string): Edit {
  return { from: at, to: at, insert };
}
