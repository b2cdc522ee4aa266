/** Markup that Telegram accepts but a person may not have meant: characters that vanish, links that are dropped. */
import type { Place, Report } from '../../body/verdict';
import type { Entity, Parsed } from './entities';
import { mentionsIn } from './compose';
import type { ParseMode } from './message';

/** How many findings of one sort are told one by one. */
const most = 20;

/** Reports on the marks of a text; `place` turns a place in the markup into one in the body. */
export function checkMarks(
  report: Report,
  raw: string,
  parsed: Extract<Parsed, { readonly ok: true }>,
  mode: ParseMode,
  place: (span: Place) => Place,
): void {
  const markdown = mode === 'Markdown' || mode === 'MarkdownV2';
  const tell: Tell = (spans, code, message) => {
    for (const span of spans.slice(0, most)) report.warning(place(span), code, message(span));
  };
  const links = parsed.entities.filter((entity) => entity.kind === 'link' && entity.url === null);
  const bracketed = (span: Place): boolean => markdown && raw[span.to - 1] === ']';
  const sources = links.map(({ source }) => source);
  tell(
    sources.filter((span) => !bracketed(span)),
    'link-dropped',
    () =>
      'Telegram keeps the text of this link and drops the link: its address needs http or https and a host with a dot, which localhost and names of one word lack.',
  );
  tell(
    sources.filter(bracketed),
    'brackets-lost',
    (span) => `${quoted(raw, span)} is read as a link without an address, so its brackets vanish. Use parse_mode HTML.`,
  );
  if (markdown) tellSwallowed(raw, parsed, tell);
  tellMentions(report, raw, parsed, place);
}

type Tell = (spans: readonly Place[], code: string, message: (span: Place) => string) => void;

function tellSwallowed(raw: string, parsed: Extract<Parsed, { readonly ok: true }>, tell: Tell): void {
  tell(
    parsed.entities.filter((entity) => swallows(raw, entity)).map(({ source }) => source),
    'swallowed',
    (span) =>
      `${quoted(raw, span)} is read as markup, so the characters around it vanish, though they look like part of a name. Use parse_mode HTML with {{ html … }}.`,
  );
  tell(
    parsed.empty,
    'swallowed',
    (span) =>
      `${quoted(raw, span)} is read as markup around nothing, so it vanishes. In Telegram’s Markdown bold is *one* asterisk.`,
  );
}

/** The marked text, shortened. */
function quoted(raw: string, { from, to }: Place): string {
  const text = raw.slice(from, to);
  const characters = Array.from(text.slice(0, 80));
  return `“${characters.length > 40 ? `${characters.slice(0, 40).join('')}…` : text}”`;
}

/** What single characters mark, which names hold too. */
const delimited: ReadonlySet<Entity['kind']> = new Set([
  'bold', 'italic', 'underline', 'strike', 'spoiler', 'code',
]); // prettier-ignore

/** Whether an entity begins or ends in the middle of a word or an address, as in my_app and other_app. */
function swallows(raw: string, { kind, source }: Entity): boolean {
  if (!delimited.has(kind)) return false;
  return /[\p{L}\p{N}@/.=]/u.test(raw.charAt(source.from - 1)) || /[\p{L}\p{N}@/=]/u.test(raw.charAt(source.to));
}

/**
 * Mentions are found in the text without its markup, so the places are those where the name is written.
 */
function tellMentions(
  report: Report,
  raw: string,
  parsed: Extract<Parsed, { readonly ok: true }>,
  place: (span: Place) => Place,
): void {
  const names = new Set(mentionsIn(parsed.text, parsed.entities).map(({ from, to }) => parsed.text.slice(from, to)));
  for (const name of [...names].slice(0, most)) {
    const message = `${name} becomes a mention: whoever has that username is notified if they are in the chat. Inside code it stays text.`;
    for (const span of writtenAt(raw, name)) report.mention(place(span), 'mention', message, 'info');
  }
}

/** Where a name is written, all of the text where it only comes about without the markup. */
function writtenAt(raw: string, name: string): readonly Place[] {
  const places: Place[] = [];
  for (let at = raw.indexOf(name); at >= 0 && places.length < most; at = raw.indexOf(name, at + 1)) {
    places.push({ from: at, to: at + name.length });
  }
  return places.length > 0 ? places : [{ from: 0, to: raw.length }];
}
