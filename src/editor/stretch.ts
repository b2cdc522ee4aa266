/**
 * A stretch of a template from one place between actions to another, read by itself: its nodes, its actions and how
 * they pair up, all counted from its start. So it stays as it is wherever a change before it moves it.
 */
import { NodeType, Tree } from '@lezer/common';
import { type Item, lexInBatches } from '../go';
import { type Action, type Clause, isClauseWord } from './action';
import { type Pairing, pairingOf } from './pairing';
import { type NodeName, idOf, nodeNames, nodeSet } from './nodes';

/** What was read of a stretch. */
export interface Stretch {
  readonly length: number;
  /** Its nodes, under one without a name. */
  readonly tree: Tree;
  /** In the order of the text. */
  readonly actions: readonly Action[];
  readonly pairing: Pairing;
  /** How many units after its end had a say in how it was read. */
  readonly reach: number;
  /** Whether a raw string is open in it, which any backquote in all that follows would close. */
  readonly hasOpenRawString: boolean;
}

/** How far after an action the lexer looks at most, to see that it ends there: ` -}}`, and what is no letter. */
const commonReach = 4;

/**
 * How many units of the text a buffer of the tree spans at most. Going back by one node takes Lezer as long as a whole
 * buffer, and matching brackets does that for each item of an action.
 */
const maxBufferLength = 64;

/** Collects nodes in the postfix order that `Tree.build` reads: `[type, from, to, size]` each. */
class Builder {
  private readonly actions: Action[] = [];
  private readonly buffer: number[] = [];
  private first: Item | null = null;
  private childrenAt = 0;
  private words: Item[] = [];
  private faultAt: number | null = null;
  private nodesEnd = 0;
  private itemsEnd = 0;
  /** Up to where the lexer has looked for what it has found. */
  private lookedTo = 0;
  private hasOpenRawString = false;

  constructor(private readonly text: string) {}

  /** Where the lexer stands after the items so far. */
  get end(): number {
    return this.itemsEnd;
  }

  /** Whether nothing after `text` could have changed what was read. */
  get isCertain(): boolean {
    return !this.hasOpenRawString && Math.max(this.lookedTo, this.itemsEnd + commonReach) <= this.text.length;
  }

  add(item: Item): void {
    if (item.failure !== null) this.look(item, item.failure.code);
    if (item.failure?.code === 'unclosed-action') {
      this.closeAction(null);
      return;
    }
    // An error that looks back at something already in the tree adds nothing to it.
    if (item.pos < this.nodesEnd) return;
    // All the rest is the comment's.
    this.itemsEnd = item.failure?.code === 'unclosed-comment' ? this.text.length : item.end;
    switch (item.type) {
      case 'text':
      case 'eof':
        return;
      case 'leftDelim':
        this.openAction(item);
        return;
      case 'rightDelim':
        this.delimiter(item, item.end - '}}'.length);
        this.closeAction(item);
        return;
      default: {
        const name = nodeNames[item.type];
        if (name !== null) this.leaf(name, item.pos, item.end);
        if (item.type === 'error') this.faultAt ??= item.pos;
        if (item.type === 'char' && this.text[item.pos] === '\\') this.lookAlongLine(item.pos);
        if (isClauseWord(item.type) || item.type === 'break' || item.type === 'continue') this.words.push(item);
      }
    }
  }

  build(length: number): Stretch {
    const { buffer, actions, hasOpenRawString } = this;
    const { children, positions } = Tree.build({ buffer, nodeSet, topID: 0, length, maxBufferLength });
    return {
      length,
      tree: new Tree(NodeType.none, children, positions, length),
      actions,
      pairing: pairingOf(actions),
      reach: Math.max(commonReach, this.lookedTo - length),
      hasOpenRawString,
    };
  }

  /** Notes what the lexer looked for in vain. */
  private look({ pos }: Item, code: string): void {
    if (code === 'unterminated-raw-string') this.hasOpenRawString = true;
    if (code.startsWith('unterminated-')) this.lookAlongLine(pos);
  }

  private lookAlongLine(pos: number): void {
    const newline = this.text.indexOf('\n', pos);
    this.lookedTo = Math.max(this.lookedTo, newline < 0 ? Infinity : newline + 1);
  }

  private leaf(name: NodeName, from: number, to: number): void {
    this.buffer.push(idOf(name), from, to, 4);
    this.nodesEnd = to;
  }

  /** A delimiter and its trim marker; `split` is where the one becomes the other. */
  private delimiter(item: Item, split: number): void {
    if (item.type === 'leftDelim') this.leaf('LeftDelim', item.pos, split);
    else if (item.pos < split) this.leaf('TrimMarker', item.pos, split);
    if (item.type === 'rightDelim') this.leaf('RightDelim', split, item.end);
    else if (split < item.end) this.leaf('TrimMarker', split, item.end);
  }

  private openAction(item: Item): void {
    this.first = item;
    this.words = [];
    this.faultAt = null;
    this.childrenAt = this.buffer.length;
    this.delimiter(item, item.pos + '{{'.length);
  }

  private closeAction(rightDelim: Item | null): void {
    const { first } = this;
    if (first === null) return;
    this.first = null;
    const to = rightDelim?.end ?? this.itemsEnd;
    this.buffer.push(idOf('Action'), first.pos, to, this.buffer.length - this.childrenAt + 4);
    this.nodesEnd = to;
    this.actions.push({
      from: first.pos,
      to,
      innerFrom: first.end,
      innerTo: rightDelim?.pos ?? to,
      clause: this.clause(first),
      faultAt: this.faultAt,
    });
  }

  /** The word an action starts with; for `else if` and `else with` the second one too. */
  private clause(leftDelim: Item): Clause | null {
    const [word, second] = this.words;
    if (word === undefined || !isClauseWord(word.type)) return null;
    if (this.text.slice(leftDelim.end, word.pos).trim() !== '') return null;
    const follows = second !== undefined && this.text.slice(word.end, second.pos).trim() === '';
    const chained = word.type === 'else' && follows && (second.type === 'if' || second.type === 'with');
    return chained
      ? { word: word.type, chained: second.type, from: word.pos, to: second.end }
      : { word: word.type, chained: null, from: word.pos, to: word.end };
  }
}

/**
 * Reads the stretch that `text` begins with, between actions; errors are recovered from. `isWhole` says that the
 * template ends with the text. The stretch ends with the first action whose end, counted from the start of the text, is
 * where `mayEnd`; at the latest it ends with the template. Null when the text is too short to say.
 */
export function readStretch(text: string, isWhole: boolean, mayEnd: (end: number) => boolean): Stretch | null {
  const builder = new Builder(text);
  for (const items of lexInBatches(text, { comments: true, recover: true }, 1)) {
    items.forEach((item) => builder.add(item));
    const { end } = builder;
    if (end === text.length || items.every(({ type }) => type === 'text' || type === 'eof')) break;
    if (mayEnd(end)) return isWhole || builder.isCertain ? builder.build(end) : null;
  }
  return isWhole ? builder.build(text.length) : null;
}
