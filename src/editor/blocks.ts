/**
 * Which actions belong together as a block (`if … else … end`), and what a block does to dot. Nothing is worked out
 * before it is asked for, and then from what each stretch of the template leaves to the others. What does not pair up
 * is left out, for the parser says so better.
 */
import { type Action, type BlockWord, type Clause, type Span, firstOf, moved } from './action';
import { pairingOf } from './pairing';
import type { Stretch } from './stretch';

/**
 * What `.` and `$` stand for at a place: the data the template was given, or something the text alone does not tell.
 */
export interface Surroundings {
  readonly dot: 'root' | 'other';
  readonly dollar: 'root' | 'other';
  /** The branches around the place, innermost first: which word opens the block, and what the branch starts with. */
  readonly around: readonly { readonly block: BlockWord; readonly branch: Clause }[];
}

/** An action: which one of which stretch. */
interface Place {
  readonly at: number;
  readonly index: number;
}

/** What opens a block around a place, and the last part of the block before the place. */
interface Enclosing {
  readonly open: Place;
  readonly part: Place;
}

/** Where there is no stretch. */
const nothing: Pick<Stretch, 'actions' | 'pairing'> = { actions: [], pairing: pairingOf([]) };

function isBlockWord(word: Clause['word']): word is BlockWord {
  return word !== 'else' && word !== 'end';
}

/** The actions and blocks of a template that was read in stretches. */
export class Structure {
  /** How many blocks are open where each stretch begins, and at the end of the template. */
  private readonly depths: readonly number[];
  /** The fewest blocks that are open anywhere from the start of each stretch on. */
  private readonly shallowest: readonly number[];

  /** `starts` says where each stretch begins. */
  constructor(
    private readonly stretches: readonly Stretch[],
    private readonly starts: readonly number[],
  ) {
    const depths = [0];
    const least: number[] = [];
    for (const [at, { pairing }] of stretches.entries()) {
      const within = Math.max(0, (depths[at] ?? 0) - pairing.ends.length);
      least.push(within);
      depths.push(within + pairing.opens.length);
    }
    for (let at = least.length - 2; at >= 0; at--) least[at] = Math.min(least[at] ?? 0, least[at + 1] ?? 0);
    this.depths = depths;
    this.shallowest = least;
  }

  /** Every action, in the order of the text. */
  *actions(): Generator<Action> {
    for (const [at, { actions }] of this.stretches.entries()) {
      for (const action of actions) yield moved(action, this.starts[at] ?? 0);
    }
  }

  /** The action that touches `pos`, or null; of two that meet there the one on the left. */
  actionAt(pos: number): Action | null {
    const place = this.placeAt(pos);
    return place === null ? null : this.action(place);
  }

  /**
   * The words of the block whose action stands at `pos`, for example those of `if`, `else` and `end`; none elsewhere.
   */
  pairAt(pos: number): readonly Span[] {
    const place = this.placeAt(pos);
    const word = place === null ? undefined : this.wordAt(place);
    if (place === null || word === undefined) return [];
    const open = isBlockWord(word) ? place : this.innermost(place);
    const end = open === undefined ? null : this.endOf(open);
    if (open === undefined || end === null) return [];
    return [...this.parts(open, end), end].flatMap((part) => this.action(part)?.clause ?? []);
  }

  /**
   * What folding at a line hides, given the line's span: the body of the first block that opens on the line and closes
   * on a later one. Null when there is none. With a `word`, only blocks that it opens count.
   */
  foldAt(line: Span, word: BlockWord | null = null): Span | null {
    for (let at = this.stretchAt(line.from); at < this.stretches.length; at++) {
      const start = this.starts[at] ?? 0;
      const { actions } = this.stretches[at] ?? nothing;
      for (let index = firstOf(actions, ({ from }) => start + from >= line.from); index < actions.length; index++) {
        const action = actions[index];
        if (action === undefined || start + action.from > line.to) return null;
        const opens = action.clause !== null && isBlockWord(action.clause.word) && start + action.to <= line.to;
        if (!opens || (word !== null && action.clause.word !== word)) continue;
        const end = this.endOf({ at, index });
        const to = end === null ? -1 : (this.action(end)?.from ?? -1);
        if (to > line.to) return { from: start + action.to, to };
      }
      if (start + (this.stretches[at]?.length ?? 0) > line.to) return null;
    }
    return null;
  }

  /** What surrounds a position. Inside the action that starts a branch it is what surrounds the block. */
  surroundingsAt(pos: number): Surroundings {
    const around: Surroundings['around'][number][] = [];
    let dot: Surroundings['dot'] = 'root';
    let dollar: Surroundings['dollar'] = 'root';
    const at = this.stretchAt(pos);
    const start = this.starts[at] ?? 0;
    const index = firstOf(this.stretches[at]?.actions ?? [], ({ from }) => start + from >= pos);
    for (const { open, part } of this.around({ at, index })) {
      const block = this.wordAt(open);
      const starting = this.action(part);
      const branch = starting?.clause ?? null;
      if (block === undefined || !isBlockWord(block) || branch === null || (starting?.to ?? 0) > pos) continue;
      around.push({ block, branch });
      const word = branch.chained ?? branch.word;
      if (word !== 'if' && word !== 'else') dot = 'other';
      if (word === 'define' || word === 'block') dollar = 'other';
    }
    return { dot, dollar, around };
  }

  /** Which stretch `pos` lies in, or at the start of. */
  private stretchAt(pos: number): number {
    return Math.max(0, firstOf(this.starts, (start) => start > pos) - 1);
  }

  private placeAt(pos: number): Place | null {
    const last = this.stretchAt(pos);
    // An action may end where a stretch does.
    for (let at = Math.max(0, last - 1); at <= last; at++) {
      const start = this.starts[at] ?? 0;
      const { actions } = this.stretches[at] ?? nothing;
      const index = firstOf(actions, ({ to }) => start + to >= pos);
      const found = actions[index];
      if (found !== undefined && start + found.from <= pos) return { at, index };
    }
    return null;
  }

  private action({ at, index }: Place): Action | null {
    const action = this.stretches[at]?.actions[index];
    return action === undefined ? null : moved(action, this.starts[at] ?? 0);
  }

  private wordAt({ at, index }: Place): Clause['word'] | undefined {
    return this.stretches[at]?.actions[index]?.clause?.word;
  }

  /** How many blocks are open before what opens at a place and is not closed in its stretch. */
  private depthOf({ at, index }: Place): number {
    const { ends, opens } = (this.stretches[at] ?? nothing).pairing;
    return Math.max(0, (this.depths[at] ?? 0) - ends.length) + opens.findIndex((open) => open.index === index);
  }

  /** What ends the block that opens at a place. */
  private endOf(open: Place): Place | null {
    const partner = this.stretches[open.at]?.pairing.partners[open.index] ?? -1;
    if (partner >= 0) return { at: open.at, index: partner };
    const next = open.at + 1;
    const depth = this.depthOf(open);
    if ((this.shallowest[next] ?? Infinity) > depth) return null;
    for (let at = next; at < this.stretches.length; at++) {
      // The first end in the stretch ends the innermost block that is open before it, and so on.
      const index = this.stretches[at]?.pairing.ends[(this.depths[at] ?? 0) - depth - 1];
      if (index !== undefined) return { at, index };
    }
    return null;
  }

  /** The actions that start the parts of the block that opens at a place, itself the first; `end` is what ends it. */
  private parts(open: Place, end: Place | null): readonly Place[] {
    const parts = [open];
    const { actions, pairing } = this.stretches[open.at] ?? nothing;
    const last = end?.at === open.at ? end.index : actions.length;
    for (let index = open.index + 1; index < last; index++) {
      const word = actions[index]?.clause?.word;
      if (word === 'else') parts.push({ at: open.at, index });
      if (word === undefined || !isBlockWord(word)) continue;
      // Over what opens and ends in between; what is still open at the end of the stretch has all the rest.
      const partner = pairing.partners[index] ?? -1;
      index = partner < 0 ? last : partner;
    }
    if (end?.at === open.at) return parts;
    const depth = this.depthOf(open);
    for (let at = open.at + 1; at <= (end?.at ?? this.stretches.length - 1); at++) {
      const level = (this.depths[at] ?? 0) - depth - 1;
      const elses = this.stretches[at]?.pairing.elses ?? [];
      parts.push(...elses.filter(({ ends }) => ends === level).map(({ index }) => ({ at, index })));
    }
    return parts;
  }

  private innermost(place: Place): Place | undefined {
    const [innermost] = this.around(place);
    return innermost?.open;
  }

  /** The blocks that an action is in, not counting one that it opens; innermost first. */
  private *around({ at, index }: Place): Generator<Enclosing> {
    const { actions, pairing } = this.stretches[at] ?? nothing;
    let part: Place | null = null;
    for (let i = index - 1; i >= 0; i--) {
      const word = actions[i]?.clause?.word;
      if (word === 'end') {
        const partner = pairing.partners[i] ?? -1;
        // What ends here opens in another stretch, and all that opens in this one before it has ended as well.
        if (partner < 0) break;
        i = partner;
      } else if (word === 'else') part ??= { at, index: i };
      else if (word !== undefined) {
        yield { open: { at, index: i }, part: part ?? { at, index: i } };
        part = null;
      }
    }
    const ended = pairing.ends.filter((end) => end < index).length;
    yield* this.aroundStretch(at, Math.max(0, (this.depths[at] ?? 0) - ended) - 1, part);
  }

  /**
   * The first `depth + 1` blocks that open before a stretch and not in it; `part` is the last part of the innermost.
   */
  private *aroundStretch(stretch: number, depth: number, part: Place | null): Generator<Enclosing> {
    const parts = new Map<number, Place>(part === null ? [] : [[depth, part]]);
    for (let at = stretch - 1; at >= 0 && depth >= 0; at--) {
      const { ends, elses, opens } = (this.stretches[at] ?? nothing).pairing;
      const base = Math.max(0, (this.depths[at] ?? 0) - ends.length);
      for (; depth >= base; depth--) {
        const open = opens[depth - base];
        if (open === undefined) break;
        yield { open: { at, index: open.index }, part: parts.get(depth) ?? { at, index: open.part } };
      }
      const divider = elses.at(-1);
      // Of what is still open before the stretch, only the innermost can be divided in it after all its ends.
      if (divider?.ends === ends.length && !parts.has(base - 1)) parts.set(base - 1, { at, index: divider.index });
    }
  }
}
