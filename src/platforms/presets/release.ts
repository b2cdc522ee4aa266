/**
 * What a robust template says on a release of Coroot. The files are written for the newest one; a field that a release
 * does not have is an error there, not an empty text, so what is said of it is left out.
 */
import { type CorootVersion, type NotificationKind, fieldKeys, lackingFields } from '../../coroot';

/** The template for a release. A kind that the release does not send keeps its text. */
export function onRelease(text: string, kind: NotificationKind, version: CorootVersion): string {
  if (!version.kinds.includes(kind)) return text;
  const known = withoutFields(text, lackingFields(kind, version));
  return version.data === 'map' ? overMap(known) : known;
}

const action = /\{\{(-? ?)(if|range|with|define|block|else|end)?\b[^]*?\}\}/g;

/**
 * The text without each `{{ with .Field }}…{{ end }}` of the fields; what stands behind its `{{ else }}` stays. It does
 * what the whole text does where these fields are empty, because the white space that the actions trim goes with them.
 */
export function withoutFields(text: string, fields: readonly string[]): string {
  const actions = [...text.matchAll(action)].map(({ 0: whole, 2: word = '', index }) => ({
    word,
    field: /^\{\{-? ?with \.(\w+) ?-?\}\}$/.exec(whole)?.[1] ?? null,
    trims: whole.startsWith('{{-'),
    trimsAfter: whole.endsWith('-}}'),
    from: index,
    to: index + whole.length,
  }));
  let kept = '';
  let at = 0;
  for (const [i, opening] of actions.entries()) {
    if (opening.field === null || !fields.includes(opening.field) || opening.from < at) continue;
    const { otherwise, end } = closing(actions.slice(i + 1));
    const before = text.slice(at, opening.from);
    kept += opening.trims ? before.trimEnd() : before;
    if (otherwise !== null) kept += text.slice(otherwise.to, end.from);
    at = end.to;
    // An action that follows and trims takes the line feed itself: so it stays for the reader.
    if (end.trimsAfter && !/^\s*\{\{-/.test(text.slice(at))) at += /^\s*/.exec(text.slice(at))?.[0].length ?? 0;
  }
  return kept + text.slice(at);
}

interface Place {
  readonly word: string;
  readonly from: number;
  readonly to: number;
  readonly trimsAfter: boolean;
}

/** The `{{ end }}`, and the `{{ else }}` if any, of what was opened before these actions. */
function closing(actions: readonly Place[]): { readonly otherwise: Place | null; readonly end: Place } {
  let otherwise: Place | null = null;
  let depth = 0;
  for (const place of actions) {
    if (place.word === 'else' && depth === 0) otherwise = place;
    if (place.word === 'end' && depth-- === 0) return { otherwise, end: place };
    if (['if', 'range', 'with', 'define', 'block'].includes(place.word)) depth++;
  }
  throw new RangeError('an action without its end');
}

/**
 * The text for templates that get a map made from JSON: keys in place of Go's names, the application as one text, which
 * is all that is known of it, and lists that may be missing, of which there is no length.
 */
function overMap(text: string): string {
  return text.replace(/\{\{(?!-? ?\/\*)[^]*?\}\}/g, (whole) =>
    whole
      .replace(/(?<![\w)])\$?\.Application\.Namespace\b/g, '"_"')
      .replace(/(?<![\w)])\$?\.Application\.Kind\b/g, '""')
      .replace(/\.Application\.Name\b/g, '.application')
      .replace(/\.([A-Z]\w*)/g, (field, name: string) => `.${fieldKeys.get(name) ?? field.slice(1)}`)
      .replace(/\blen (\$?\.?(?:reports|summary|details))\b/g, 'len (or $1 "")'),
  );
}
