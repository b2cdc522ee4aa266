/** Draws text with entities: nested marks become blocks and inlines, as Telegram's apps show them. */
import { type Block, type Inline, plain, safeHref } from '../../preview/preview';
import { dateText } from './dates';
import type { Entity, Style } from './entities';
import { type FoundEntity, findEntities, isFound } from './found';

/** An entity that contains text but no other of its sort: they never overlap after Telegram has put them in order. */
type Holder = Exclude<Entity, { readonly kind: Style | 'quote' }> | FoundEntity;
type Quote = Extract<Entity, { readonly kind: 'quote' }>;

/** A stretch of text whose marks do not change. */
interface Segment {
  readonly text: string;
  readonly styles: readonly Style[];
  readonly holder: Holder | null;
  readonly quote: Quote | null;
}

/** Outermost first. */
const styleOrder: readonly Style[] = ['spoiler', 'bold', 'italic', 'underline', 'strike'];

/** Telegram's order of entities on the same text: what comes first stays, what overlaps it goes. */
const holderOrder: readonly Holder['kind'][] = ['pre', 'code', 'user', 'link', 'url', 'mention', 'emoji', 'date'];

/** The text as Telegram keeps it: control characters become spaces, others that only steer the layout go. */
export function cleaned(text: string): string {
  return text
    .replace(/[\r\u2028-\u202e]/g, '')
    .replace(/\p{Cc}/gu, (control) => (control < ' ' && control !== '\n' ? ' ' : control));
}

/** Draws a text. White space around it is dropped, as Telegram does. */
export function compose(text: string, entities: readonly Entity[]): readonly Block[] {
  return blocks(segments(text, entities));
}

function isQuote(entity: Entity): entity is Quote {
  return entity.kind === 'quote';
}

function isStyle(kind: Entity['kind']): kind is Style {
  return styleOrder.some((style) => style === kind);
}

/** Those that stand first, none overlapping another; the longer one wins where two begin together. */
function disjoint<T extends { readonly from: number; readonly to: number }>(
  spans: readonly T[],
  rank: (span: T) => number,
): readonly T[] {
  let end = 0;
  return spans
    .toSorted((a, b) => a.from - b.from || b.to - a.to || rank(a) - rank(b))
    .filter((span) => {
      if (span.from < end) return false;
      end = span.to;
      return true;
    });
}

function holders(text: string, entities: readonly Entity[]): readonly Holder[] {
  const rank = (holder: Holder): number => holderOrder.indexOf(holder.kind);
  const written = disjoint(
    entities.filter((entity): entity is Exclude<Holder, FoundEntity> => !isStyle(entity.kind) && !isQuote(entity)),
    rank,
  );
  // What is found in the text yields to what is marked in it.
  const all = [...written, ...findEntities(text)].toSorted((a, b) => a.from - b.from);
  return all.filter((holder, i) => {
    if (!isFound(holder)) return true;
    const before = all[i - 1];
    const after = all[i + 1];
    return (before === undefined || before.to <= holder.from) && (after === undefined || after.from >= holder.to);
  });
}

/** The mentions that Telegram finds outside of code and links. */
export function mentionsIn(text: string, entities: readonly Entity[]): readonly FoundEntity[] {
  return holders(text, entities)
    .filter(isFound)
    .filter(({ kind }) => kind === 'mention');
}

function segments(text: string, entities: readonly Entity[]): readonly Segment[] {
  const from = text.length - text.trimStart().length;
  const to = text.trimEnd().length;
  const held = holders(text, entities);
  const quotes = disjoint(entities.filter(isQuote), () => 0);
  const styled = entities.filter(({ kind }) => isStyle(kind));
  const starts = styled.toSorted((a, b) => a.from - b.from);
  const ends = styled.toSorted((a, b) => a.to - b.to);
  const points = [...new Set([from, to, ...[...held, ...quotes, ...styled].flatMap((span) => [span.from, span.to])])]
    .filter((point) => point >= from && point <= to)
    .sort((a, b) => a - b);
  const active = new Map<Entity['kind'], number>();
  const [holderAt, quoteAt] = [cursor(held), cursor(quotes)];
  let [started, ended] = [0, 0];
  const found: Segment[] = [];
  points.forEach((point, i) => {
    for (let s = starts[started]; s !== undefined && s.from <= point; s = starts[++started]) {
      active.set(s.kind, (active.get(s.kind) ?? 0) + 1);
    }
    for (let e = ends[ended]; e !== undefined && e.to <= point; e = ends[++ended]) {
      active.set(e.kind, (active.get(e.kind) ?? 0) - 1);
    }
    const next = points[i + 1];
    if (next === undefined) return;
    const holder = holderAt(point);
    const styles = styleOrder.filter((style) => (active.get(style) ?? 0) > 0);
    found.push({ text: text.slice(point, next), styles, holder, quote: quoteAt(point) });
  });
  return found;
}

/** Finds the span at each of a row of growing offsets. */
function cursor<T extends { readonly from: number; readonly to: number }>(
  spans: readonly T[],
): (offset: number) => T | null {
  let i = 0;
  return (offset) => {
    let span = spans[i];
    while (span !== undefined && span.to <= offset) span = spans[++i];
    return span !== undefined && span.from <= offset ? span : null;
  };
}

/** Neighbours of which `key` says the same. */
function groups<K>(items: readonly Segment[], key: (segment: Segment) => K): readonly (readonly [K, Segment[]])[] {
  const found: [K, Segment[]][] = [];
  for (const item of items) {
    const last = found.at(-1);
    const k = key(item);
    if (last?.[0] === k) last[1].push(item);
    else found.push([k, [item]]);
  }
  return found;
}

function textOf(items: readonly Segment[]): string {
  return items.map(({ text }) => text).join('');
}

function blocks(items: readonly Segment[]): readonly Block[] {
  const parts = groups(items, ({ quote, holder }) => quote ?? (holder?.kind === 'pre' ? holder : null));
  return parts.flatMap(([block, inside], i): readonly Block[] => {
    if (block?.kind === 'quote') {
      const children = blocks(
        withoutBreak(
          inside.map((item) => ({ ...item, quote: null })),
          'last',
        ),
      );
      return [{ kind: 'quote', collapsed: block.expandable, children }];
    }
    if (block?.kind === 'pre') {
      return [{ kind: 'code', language: block.language, text: cleaned(textOf(inside)).replace(/\n$/, '') }];
    }
    // A block stands on lines of its own anyway.
    let shown: readonly Segment[] = inside;
    if (i > 0) shown = withoutBreak(shown, 'first');
    if (i < parts.length - 1) shown = withoutBreak(shown, 'last');
    const children = inlines(shown);
    return children.length === 0 ? [] : [{ kind: 'paragraph', children }];
  });
}

/** Drops the line break at one of the edges, where there is one. */
function withoutBreak(items: readonly Segment[], edge: 'first' | 'last'): readonly Segment[] {
  const at = edge === 'first' ? 0 : items.length - 1;
  const pattern = edge === 'first' ? /^\r?\n/ : /\r?\n$/;
  return items
    .map((item, i) => (i === at ? { ...item, text: item.text.replace(pattern, '') } : item))
    .filter(({ text }) => text !== '');
}

function inlines(items: readonly Segment[]): readonly Inline[] {
  return groups(items, ({ holder }) => holder).flatMap(([holder, inside]): readonly Inline[] => {
    switch (holder?.kind) {
      case undefined:
      case 'emoji':
      case 'pre':
        return inside.flatMap(styled);
      case 'date': {
        const shown = dateText(holder.date, Date.now());
        return shown === null
          ? inside.flatMap(styled)
          : inside.slice(0, 1).flatMap((part) => styled({ ...part, text: shown }));
      }
      case 'code':
        return [{ kind: 'code', text: cleaned(textOf(inside)) }];
      case 'user':
      case 'mention':
        return [{ kind: 'mention', text: cleaned(textOf(inside)), loud: false }];
      case 'link':
      case 'url': {
        const href = holder.url === null ? null : safeHref(holder.url);
        return [{ kind: 'link', href, children: inside.flatMap(styled) }];
      }
      default:
        return holder satisfies never;
    }
  });
}

function styled({ text, styles }: Segment): readonly Inline[] {
  const shown = plain(cleaned(text));
  if (shown.length === 0) return [];
  return styles.reduceRight<readonly Inline[]>((children, kind) => [{ kind, children }], shown);
}
