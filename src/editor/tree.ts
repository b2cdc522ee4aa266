/**
 * The syntax tree the editor colours, matches and folds by. It is flat: actions and comments, and in an action its
 * items, as the engine's own lexer gives them. It is read in stretches; after a change only those are read again that
 * what changed has a say in. https://lezer.codemirror.net/docs/ref/#common.Parser
 */
import { type Input, NodeProp, Parser, type PartialParse, Tree, type TreeFragment } from '@lezer/common';
import { nodeSet } from './nodes';
import { type Stretch, readStretch } from './stretch';

/** The stretches of a tree, and where each begins. */
interface Stretches {
  readonly stretches: readonly Stretch[];
  readonly starts: readonly number[];
}

const stretchesProp = new NodeProp<Stretches>({ perNode: true });

const none: Stretches = { stretches: [], starts: [] };

/** The stretches that a template's tree was read in; none for the tree of another language. */
export function stretchesOf(tree: Tree): Stretches {
  return tree.prop(stretchesProp) ?? none;
}

/** How long things are, in UTF-16 units. */
export interface ReadingSizes {
  /** From where on a stretch ends with an action. Short stretches are less to read again at a key, and more to list. */
  readonly stretch: number;
  /** How much of the text is looked at first for a stretch; then ever more, until it is enough. */
  readonly look: number;
}

const usual: ReadingSizes = { stretch: 1_500, look: 4_096 };

/** A stretch of an older tree that is as it was, and where it begins now. */
interface Kept {
  readonly from: number;
  readonly stretch: Stretch;
}

/** The stretches of older trees that nothing has changed which had a say in them, in the order of the text. */
function keptOf(input: Input, fragments: readonly TreeFragment[]): readonly Kept[] {
  const kept: Kept[] = [];
  let backquotes: number | null = null;
  const lastBackquote = (): number => (backquotes ??= input.read(0, input.length).lastIndexOf('`'));
  for (const { from, to, openEnd, offset, tree } of fragments) {
    const { stretches, starts } = stretchesOf(tree);
    const certainTo = !openEnd && to >= input.length ? Infinity : to;
    for (const [i, stretch] of stretches.entries()) {
      const start = (starts[i] ?? 0) - offset;
      const end = start + stretch.length;
      if (start < from || end + stretch.reach > certainTo) continue;
      if (stretch.hasOpenRawString && lastBackquote() >= end) continue;
      kept.push({ from: start, stretch });
    }
  }
  return kept;
}

/** Reads one stretch at each step. */
class StretchParse implements PartialParse {
  stoppedAt: number | null = null;
  private readonly stretches: Stretch[] = [];
  private readonly starts: number[] = [];
  private pos = 0;
  private next = 0;

  constructor(
    private readonly input: Input,
    private readonly kept: readonly Kept[],
    private readonly sizes: ReadingSizes,
  ) {}

  get parsedPos(): number {
    return this.pos;
  }

  advance(): Tree | null {
    const to = this.stoppedAt ?? this.input.length;
    while (this.pos < to && this.take()) {
      // What is kept costs nothing.
    }
    if (this.pos < to) this.push(this.read());
    return this.pos < to ? null : this.tree();
  }

  stopAt(pos: number): void {
    this.stoppedAt = pos;
  }

  /** Takes the kept stretch that begins here. */
  private take(): boolean {
    const kept = this.keptFrom(this.pos);
    if (kept?.from !== this.pos) return false;
    this.push(kept.stretch);
    return true;
  }

  /** The first kept stretch that begins at `pos` or after it. */
  private keptFrom(pos: number): Kept | undefined {
    while ((this.kept[this.next]?.from ?? Infinity) < pos) this.next++;
    return this.kept[this.next];
  }

  private push(stretch: Stretch): void {
    this.stretches.push(stretch);
    this.starts.push(this.pos);
    this.pos += stretch.length;
  }

  private read(): Stretch {
    const { input, pos, sizes } = this;
    const mayEnd = (end: number): boolean => {
      const ahead = (this.keptFrom(pos + end)?.from ?? Infinity) - pos;
      // What is kept goes on from here; but nothing is to be cut into ever shorter stretches.
      if (ahead === end) return end >= sizes.stretch / 3;
      // Rather a longer one than to end just before what is kept.
      return end >= sizes.stretch && ahead > 2 * sizes.stretch;
    };
    for (let size = sizes.look; ; size *= 4) {
      const to = Math.min(input.length, pos + size);
      const { next } = this;
      const stretch = readStretch(input.read(pos, to), to === input.length, mayEnd);
      if (stretch !== null) return stretch;
      this.next = next;
    }
  }

  private tree(): Tree {
    const { stretches, starts, pos } = this;
    const trees = stretches.map(({ tree }) => tree);
    const [type] = nodeSet.types;
    return new Tree(type ?? Tree.empty.type, trees, starts, pos, [[stretchesProp, { stretches, starts }]]);
  }
}

/** The Lezer parser of templates. It reads from the start of a text to its end, without ranges in between. */
export class TemplateParser extends Parser {
  constructor(private readonly sizes = usual) {
    super();
  }

  override createParse(input: Input, fragments: readonly TreeFragment[]): PartialParse {
    return new StretchParse(input, keptOf(input, fragments), this.sizes);
  }
}
