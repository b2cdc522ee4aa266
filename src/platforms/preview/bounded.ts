/**
 * A preview small enough for any browser to draw at once. A body may hold any number of parts, nested as deep as JSON
 * goes; people look at the first ones.
 */
import type { Block, Inline, Piece, Preview, PreviewButton, PreviewField } from './preview';

/** How much is drawn. */
export interface DrawingBounds {
  /** Parts of every kind together: pieces, blocks, runs of text, fields, buttons, rows, cells. */
  readonly parts: number;
  /** Levels of parts within parts. */
  readonly depth: number;
  /** UTF-16 units of all texts together. */
  readonly text: number;
}

/**
 * What the page draws, in some hundredths of a second. Few messages that a platform accepts have more, such as a text
 * of nothing but line feeds.
 */
export const drawingBounds: DrawingBounds = { parts: 1000, depth: 40, text: 100_000 };

/** A preview within bounds. */
export interface Drawing {
  readonly preview: Preview;
  /** How many parts are left out; those within parts that are left out do not count. */
  readonly left: number;
}

/** A JSON value. */
type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/**
 * How long a text of a card may be that is never cut: words of the format are not, and nothing that people read is
 * shorter when cut.
 */
const word = 60;

/** The beginning of a preview, in the order in which people read it. */
export function boundedPreview(preview: Preview, bounds: DrawingBounds = drawingBounds): Drawing {
  const drawing = new Bounded(bounds);
  const drawn = drawing.preview(preview);
  return { preview: drawn, left: drawing.left };
}

/** What is left of the bounds while a preview is copied. */
class Bounded {
  left = 0;
  private parts: number;
  private units: number;

  constructor(private readonly bounds: DrawingBounds) {
    this.parts = bounds.parts;
    this.units = bounds.text;
  }

  preview(preview: Preview): Preview {
    switch (preview.kind) {
      case 'message':
        return { ...preview, sender: this.text(preview.sender), pieces: this.pieces(preview.pieces, 0) };
      case 'notification':
        return {
          ...preview,
          title: this.text(preview.title),
          priority: this.text(preview.priority),
          pieces: this.pieces(preview.pieces, 0),
          tags: this.list(preview.tags, 0, (tag) => this.text(tag)),
        };
      case 'incident':
        return {
          ...preview,
          severity: { ...preview.severity, label: this.text(preview.severity.label) },
          title: this.text(preview.title),
          body: this.blocks(preview.body, 0),
          rows: this.list(preview.rows, 0, ([label, value]) => [this.text(label), this.text(value)] as const),
          links: this.buttons(preview.links, 0),
        };
      case 'adaptive-card': {
        const sender = this.text(preview.sender);
        const text = preview.text.slice(0, this.units);
        return { ...preview, sender, text, card: JSON.stringify(this.json(JSON.parse(preview.card) as Json, 0)) };
      }
      case 'data':
        return { ...preview, text: this.text(preview.text) };
      case 'nothing':
        return { ...preview, reason: this.text(preview.reason) };
      default:
        return preview satisfies never;
    }
  }

  /** The items that are drawn. */
  private list<T, U>(items: readonly T[], depth: number, draw: (item: T) => U): readonly U[] {
    const drawn: U[] = [];
    for (const item of items) {
      if (this.parts === 0 || this.units === 0 || depth >= this.bounds.depth) break;
      this.parts--;
      drawn.push(draw(item));
    }
    this.left += items.length - drawn.length;
    return drawn;
  }

  private text(text: string): string {
    // Half a surrogate pair would be drawn as a question mark.
    const to = /[\uD800-\uDBFF]/.test(text.charAt(this.units - 1)) ? this.units - 1 : this.units;
    this.units = Math.max(0, this.units - text.length);
    if (text.length <= to) return text;
    return `${text.slice(0, to)}… ${(text.length - to).toLocaleString('en')} more characters`;
  }

  private pieces(pieces: readonly Piece[], depth: number): readonly Piece[] {
    return this.list(pieces, depth, (piece) => this.piece(piece, depth + 1));
  }

  private piece(piece: Piece, depth: number): Piece {
    switch (piece.kind) {
      case 'text':
      case 'context':
        return { ...piece, blocks: this.blocks(piece.blocks, depth) };
      case 'header':
      case 'author':
        return { ...piece, text: this.text(piece.text) };
      case 'title':
        return { ...piece, children: this.inlines(piece.children, depth) };
      case 'fields':
        return { ...piece, fields: this.list(piece.fields, depth, (field) => this.field(field, depth + 1)) };
      case 'divider':
        return piece;
      case 'image':
        return { ...piece, src: this.text(piece.src), alt: this.text(piece.alt) };
      case 'buttons':
        return { ...piece, buttons: this.buttons(piece.buttons, depth) };
      case 'card':
        return { ...piece, pieces: this.pieces(piece.pieces, depth) };
      default:
        return piece satisfies never;
    }
  }

  private field({ name, value, short }: PreviewField, depth: number): PreviewField {
    return { name: this.inlines(name, depth), value: this.blocks(value, depth), short };
  }

  private buttons(buttons: readonly PreviewButton[], depth: number): readonly PreviewButton[] {
    return this.list(buttons, depth, (button) => ({ ...button, label: this.text(button.label) }));
  }

  private blocks(blocks: readonly Block[], depth: number): readonly Block[] {
    return this.list(blocks, depth, (block) => this.block(block, depth + 1));
  }

  private block(block: Block, depth: number): Block {
    switch (block.kind) {
      case 'paragraph':
      case 'heading':
        return { ...block, children: this.inlines(block.children, depth) };
      case 'code':
        return { ...block, text: this.text(block.text) };
      case 'quote':
        return { ...block, children: this.blocks(block.children, depth) };
      case 'list':
        return { ...block, items: this.list(block.items, depth, (item) => this.blocks(item, depth + 1)) };
      case 'table': {
        const row = (cells: readonly (readonly Inline[])[], at: number): readonly (readonly Inline[])[] =>
          this.list(cells, at, (cell) => this.inlines(cell, at + 1));
        const header = row(block.header, depth);
        return { ...block, header, rows: this.list(block.rows, depth, (cells) => row(cells, depth + 1)) };
      }
      case 'rule':
        return block;
      default:
        return block satisfies never;
    }
  }

  private inlines(inlines: readonly Inline[], depth: number): readonly Inline[] {
    return this.list(inlines, depth, (inline) => this.inline(inline, depth + 1));
  }

  private inline(inline: Inline, depth: number): Inline {
    switch (inline.kind) {
      case 'text':
      case 'code':
      case 'mention':
        return { ...inline, text: this.text(inline.text) };
      case 'emoji':
        return { ...inline, text: this.text(inline.text), name: this.text(inline.name) };
      case 'break':
        return inline;
      case 'bold':
      case 'italic':
      case 'underline':
      case 'strike':
      case 'spoiler':
      case 'small':
      case 'color':
      case 'link':
        return { ...inline, children: this.inlines(inline.children, depth) };
      default:
        return inline satisfies never;
    }
  }

  /** A part of a card; each element of a list counts as one. */
  private json(value: Json, depth: number): Json {
    if (typeof value === 'string') return value.length <= word ? value : this.text(value);
    if (typeof value !== 'object' || value === null) return value;
    if (isList(value)) return this.list(value, depth, (item) => this.json(item, depth + 1));
    const members = depth >= this.bounds.depth ? [] : Object.entries(value);
    return Object.fromEntries(members.map(([key, member]) => [key, this.json(member, depth + 1)]));
  }
}

function isList(value: object): value is readonly Json[] {
  return Array.isArray(value);
}
