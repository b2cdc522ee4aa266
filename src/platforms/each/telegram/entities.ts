/**
 * Formatted text as the Bot API has it: plain text and the ranges marked in it.
 * https://core.telegram.org/bots/api#messageentity
 */
import { bytesIn } from '../../../coroot';
import type { Place } from '../../body/verdict';
import type { FormattedDate } from './dates';
import { linkTarget } from './links';

/** Marks that combine freely with each other and with all but code. */
export type Style = 'bold' | 'italic' | 'underline' | 'strike' | 'spoiler';

/** What a range of the text is. */
export type Mark =
  | { readonly kind: Style }
  /** `language` is only used to join `<code>` with `<pre>`. */
  | { readonly kind: 'code'; readonly language: string }
  | { readonly kind: 'pre'; readonly language: string }
  /** `url` is null where Telegram drops the link and keeps its text. */
  | { readonly kind: 'link'; readonly url: string | null }
  /** Somebody, by the id in a `tg://user` link. */
  | { readonly kind: 'user'; readonly id: string }
  | { readonly kind: 'quote'; readonly expandable: boolean }
  /** A custom emoji, whose text is shown here as it stands. */
  | { readonly kind: 'emoji'; readonly id: string }
  /** A date, which apps write anew for whoever reads it. */
  | { readonly kind: 'date'; readonly date: FormattedDate };

/**
 * A mark on `[from, to)` of the text in UTF-16 units, which the Bot API counts in too; `source` is its place in the
 * markup.
 */
export type Entity = Mark & { readonly from: number; readonly to: number; readonly source: Place };

/** Markup as Telegram reads it. */
export type Parsed =
  | {
      readonly ok: true;
      readonly text: string;
      readonly entities: readonly Entity[];
      /** Markup around nothing: it vanishes without a trace. */
      readonly empty: readonly Place[];
    }
  /** Refused: `reason` is what Telegram answers after “can't parse entities: ”, `at` the place in the markup. */
  | { readonly ok: false; readonly reason: string; readonly at: Place };

/** Markup that Telegram refuses; each parser turns it into a result at its boundary. */
export class EntityError extends Error {
  constructor(
    readonly reason: string,
    readonly at: Place,
  ) {
    super(reason);
  }
}

/** A sentence of Telegram that ends in a place, which it gives in bytes of UTF-8. */
export function atByte(sentence: string, raw: string, offset: number): string {
  return `${sentence} at byte offset ${String(bytesIn(raw.slice(0, offset)))}`;
}

/** Collects text and entities while markup is read. */
export class EntityText {
  /** How long the text is by now. */
  length = 0;
  private readonly pieces: string[] = [];
  private readonly entities: Entity[] = [];
  private readonly empty: Place[] = [];

  write(text: string): void {
    this.pieces.push(text);
    this.length += text.length;
  }

  /** Marks everything since `from`; a mark around nothing is dropped, as Telegram does. */
  mark(mark: Mark, from: number, source: Place): void {
    if (from < this.length) this.entities.push({ ...mark, from, to: this.length, source });
    else this.empty.push(source);
  }

  /** Marks a link; where it has no address (null), its text is tried as one. */
  link(address: string | null, from: number, source: Place): void {
    const target = linkTarget(address ?? this.since(from));
    this.mark(target.kind === 'user' ? target : { kind: 'link', url: target.url }, from, source);
  }

  private since(from: number): string {
    let first = this.pieces.length;
    for (let at = this.length; at > from && first > 0;) at -= this.pieces[--first]?.length ?? 0;
    return this.pieces.slice(first).join('');
  }

  /** The entity marked last, when it spans everything since `from`. */
  lastSince(from: number): Entity | null {
    const last = this.entities.at(-1);
    return last?.from === from && last.to === this.length ? last : null;
  }

  /** Replaces the mark of the entity marked last. */
  remark(mark: Mark, source: Place): void {
    const last = this.entities.pop();
    if (last !== undefined) this.entities.push({ ...mark, from: last.from, to: last.to, source });
  }

  get parsed(): Parsed {
    return { ok: true, text: this.pieces.join(''), entities: this.entities, empty: this.empty };
  }
}

/** Runs a parser; what it refuses becomes a result. */
export function parsedBy(parse: (raw: string, out: EntityText) => void, raw: string): Parsed {
  const out = new EntityText();
  try {
    parse(raw, out);
  } catch (error) {
    if (error instanceof EntityError) return { ok: false, reason: error.reason, at: error.at };
    throw error;
  }
  return out.parsed;
}

/**
 * Reads what may stand after three backquotes: a language, up to white space, and one line break. `from` is where the
 * code begins. A word that runs up to a backquote or the end is no language but code.
 */
export function preStart(raw: string, from: number): { readonly language: string; readonly from: number } {
  const word = /[^ \t\r\n\0\v`]*/y;
  word.lastIndex = from;
  const language = word.exec(raw)?.[0] ?? '';
  const next = raw[from + language.length];
  const named = next !== undefined && next !== '`';
  const breaks = /\r\n|\n\r|[\r\n]/y;
  breaks.lastIndex = named ? from + language.length : from;
  return { language: named ? language : '', from: breaks.lastIndex + (breaks.exec(raw)?.[0].length ?? 0) };
}
