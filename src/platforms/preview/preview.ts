/**
 * A message as a platform draws it, as data: what text there is, how it is marked up and grouped. It is made from the
 * posted body alone, never from the template. The page draws it; colours and spacing are the page's business.
 */

/** A run of text within a line. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'break' }
  | { readonly kind: 'code'; readonly text: string }
  | {
      readonly kind: 'bold' | 'italic' | 'underline' | 'strike' | 'spoiler' | 'small';
      readonly children: readonly Inline[];
    }
  | { readonly kind: 'color'; readonly color: string; readonly children: readonly Inline[] }
  /**
   * `href` is null where the platform shows the text without a link. Only http, https and mailto are ever followed, and
   * tel where a platform finds phone numbers.
   */
  | { readonly kind: 'link'; readonly href: string | null; readonly children: readonly Inline[] }
  /** A mention of somebody; `loud` ones notify many people. */
  | { readonly kind: 'mention'; readonly text: string; readonly loud: boolean }
  /** An emoji written by name: what is shown, or the name itself where the page does not know it. */
  | { readonly kind: 'emoji'; readonly text: string; readonly name: string };

/** A block of a text. */
export type Block =
  | { readonly kind: 'paragraph'; readonly children: readonly Inline[] }
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3 | 4 | 5 | 6; readonly children: readonly Inline[] }
  /** Lines as they are, in a fixed-width font. */
  | { readonly kind: 'code'; readonly language: string; readonly text: string }
  /** `collapsed` quotes show their beginning until somebody opens them. */
  | { readonly kind: 'quote'; readonly collapsed: boolean; readonly children: readonly Block[] }
  | {
      readonly kind: 'list';
      readonly ordered: boolean;
      /** The number of an ordered list's first item. */
      readonly start: number;
      readonly items: readonly (readonly Block[])[];
    }
  | {
      readonly kind: 'table';
      readonly header: readonly (readonly Inline[])[];
      readonly rows: readonly (readonly (readonly Inline[])[])[];
    }
  | { readonly kind: 'rule' };

/** A labelled value; `short` ones stand beside each other. */
export interface PreviewField {
  readonly name: readonly Inline[];
  readonly value: readonly Block[];
  readonly short: boolean;
}

/** A button that opens an address. */
export interface PreviewButton {
  readonly label: string;
  readonly href: string | null;
  readonly tone: 'default' | 'primary' | 'danger';
}

/** A part of a message, from top to bottom. */
export type Piece =
  | { readonly kind: 'text'; readonly blocks: readonly Block[] }
  /** A large line of plain text. */
  | { readonly kind: 'header'; readonly text: string }
  | { readonly kind: 'title'; readonly children: readonly Inline[]; readonly href: string | null }
  | { readonly kind: 'author'; readonly text: string; readonly href: string | null }
  | { readonly kind: 'fields'; readonly fields: readonly PreviewField[] }
  /** Small and quiet text, as in a footer. */
  | { readonly kind: 'context'; readonly blocks: readonly Block[] }
  | { readonly kind: 'divider' }
  | { readonly kind: 'image'; readonly src: string; readonly alt: string }
  | { readonly kind: 'buttons'; readonly buttons: readonly PreviewButton[] }
  /**
   * A framed part with a colour bar, as embeds and attachments have; `color` is `#rrggbb` or null for the platform's
   * own.
   */
  | { readonly kind: 'card'; readonly color: string | null; readonly pieces: readonly Piece[] };

/** A message in the window of its platform. */
export type Preview =
  /** A chat message. */
  | {
      readonly kind: 'message';
      /** Who it is from, as the platform shows it: the bot's or hook's name, or the one the body asks for. */
      readonly sender: string;
      readonly pieces: readonly Piece[];
    }
  /** A push notification. `priority` is in the platform's own words. */
  | {
      readonly kind: 'notification';
      readonly title: string;
      readonly pieces: readonly Piece[];
      readonly priority: string;
      readonly tags: readonly string[];
      /** What a tap opens, or null. */
      readonly click: string | null;
    }
  /** What an on-call system makes of an event. */
  | {
      readonly kind: 'incident';
      readonly action: 'trigger' | 'acknowledge' | 'resolve' | 'record';
      /** In the platform's own words, with how bad it is. */
      readonly severity: { readonly label: string; readonly tone: 'critical' | 'warning' | 'info' | 'ok' };
      readonly title: string;
      readonly body: readonly Block[];
      readonly rows: readonly (readonly [label: string, value: string])[];
      readonly links: readonly PreviewButton[];
    }
  /**
   * An Adaptive Card: its JSON for Microsoft's renderer, with the Markdown in it already resolved, and the text that it
   * shows, a line for each element.
   */
  | { readonly kind: 'adaptive-card'; readonly sender: string; readonly card: string; readonly text: string }
  /** A receiver that shows nothing by itself gets the body as it is. */
  | { readonly kind: 'data'; readonly text: string }
  /** Nothing can be shown, with the reason as a sentence. */
  | { readonly kind: 'nothing'; readonly reason: string };

/** Plain text as inlines, its line breaks kept. */
export function plain(text: string): readonly Inline[] {
  return text.split(/\r\n|\r|\n/).flatMap((line, i): readonly Inline[] => {
    const shown: readonly Inline[] = line === '' ? [] : [{ kind: 'text', text: line }];
    return i === 0 ? shown : [{ kind: 'break' }, ...shown];
  });
}

/** One paragraph of plain text. */
export function plainBlock(text: string): Block {
  return { kind: 'paragraph', children: plain(text) };
}

/** The address if it may be followed, else null: http, https and mailto are, anything that could run is not. */
export function safeHref(href: string): string | null {
  if (!URL.canParse(href)) return null;
  return ['http:', 'https:', 'mailto:'].includes(new URL(href).protocol) ? href : null;
}

/** The text of inlines as a person reads it. */
export function inlineText(inlines: readonly Inline[]): string {
  return inlines
    .map((inline): string => {
      switch (inline.kind) {
        case 'text':
        case 'code':
        case 'mention':
        case 'emoji':
          return inline.text;
        case 'break':
          return '\n';
        case 'bold':
        case 'italic':
        case 'underline':
        case 'strike':
        case 'spoiler':
        case 'small':
        case 'color':
        case 'link':
          return inlineText(inline.children);
        default:
          return inline satisfies never;
      }
    })
    .join('');
}

/** The text of blocks, a line for each. */
export function blockText(blocks: readonly Block[]): string {
  return blocks
    .map((block): string => {
      switch (block.kind) {
        case 'paragraph':
        case 'heading':
          return inlineText(block.children);
        case 'code':
          return block.text;
        case 'quote':
          return blockText(block.children);
        case 'list':
          return block.items.map(blockText).join('\n');
        case 'table':
          return [block.header, ...block.rows].map((row) => row.map(inlineText).join('\t')).join('\n');
        case 'rule':
          return '';
        default:
          return block satisfies never;
      }
    })
    .join('\n');
}

function pieceText(piece: Piece): string {
  switch (piece.kind) {
    case 'text':
    case 'context':
      return blockText(piece.blocks);
    case 'header':
    case 'author':
      return piece.text;
    case 'title':
      return inlineText(piece.children);
    case 'fields':
      return piece.fields.map(({ name, value }) => `${inlineText(name)}\n${blockText(value)}`).join('\n');
    case 'divider':
      return '';
    case 'image':
      return piece.alt;
    case 'buttons':
      return piece.buttons.map(({ label }) => label).join('\n');
    case 'card':
      return piece.pieces.map(pieceText).join('\n');
    default:
      return piece satisfies never;
  }
}

/** All the text that a preview shows, markup resolved: what a person can read, search for and copy. */
export function previewText(preview: Preview): string {
  switch (preview.kind) {
    case 'message':
      return [preview.sender, ...preview.pieces.map(pieceText)].join('\n');
    case 'notification':
      return [preview.title, ...preview.pieces.map(pieceText), ...preview.tags].join('\n');
    case 'incident':
      return [preview.title, blockText(preview.body), ...preview.rows.flat()].join('\n');
    case 'adaptive-card':
      return `${preview.sender}\n${preview.text}`;
    case 'data':
      return dataText(preview.text);
    case 'nothing':
      return '';
    default:
      return preview satisfies never;
  }
}

/** Every string in a JSON value, in order. It may be nested deeper than the stack is. */
function stringsIn(root: unknown): readonly string[] {
  const found: string[] = [];
  const rest: unknown[] = [root];
  while (rest.length > 0) {
    const value = rest.pop();
    if (typeof value === 'string') found.push(value);
    else if (typeof value === 'object' && value !== null) {
      for (const child of Object.values(value).toReversed()) rest.push(child);
    }
  }
  return found;
}

function dataText(text: string): string {
  try {
    return stringsIn(JSON.parse(text)).join('\n');
  } catch (error) {
    if (error instanceof SyntaxError) return text;
    throw error;
  }
}
