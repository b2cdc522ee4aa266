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

/** The text without what is said of fields: each `{{ with .Field }}…{{ end }}`, but for what stands behind its else. */
export function withoutFields(text: string, fields: readonly string[]): string {
  return leaveOut(text, (opening) => fields.some((field) => opening === `with .${field}`));
}

/**
 * The text without the blocks whose opening action, without braces, is `never` true; what stands behind their
 * `{{ else }}` stays. White space that the actions trim goes with them, so the rest does what it did.
 */
function leaveOut(text: string, never: (opening: string) => boolean): string {
  const actions = [...text.matchAll(/\{\{-? ?(if|range|with|define|block|else|end)\b[^]*?\}\}/g)].map(
    ({ 0: whole, 1: word = '', index }): Action => ({ word, whole, from: index, to: index + whole.length }),
  );
  let kept = '';
  let at = 0;
  for (const [i, opening] of actions.entries()) {
    if (opening.from < at || !never(opening.whole.replace(/^\{\{-? ?| ?-?\}\}$/g, ''))) continue;
    const { otherwise, end } = closing(actions.slice(i + 1));
    const before = text.slice(at, opening.from);
    kept += opening.whole.startsWith('{{-') ? before.trimEnd() : before;
    if (otherwise !== null) kept += text.slice(otherwise.to, end.from);
    at = end.to;
    // White space that an action beside it trims stays for the reader.
    const trimmed = kept.endsWith('-}}') || /^\s*\{\{-/.test(text.slice(at));
    if (end.whole.endsWith('-}}') && !trimmed) at += /^\s*/.exec(text.slice(at))?.[0].length ?? 0;
  }
  return kept + text.slice(at);
}

/** An action that opens, divides or closes a block: its word, its text and its place. */
interface Action {
  readonly word: string;
  readonly whole: string;
  readonly from: number;
  readonly to: number;
}

/** The `{{ end }}`, and the `{{ else }}` if any, of what was opened before these actions. */
function closing(actions: readonly Action[]): { readonly otherwise: Action | null; readonly end: Action } {
  let otherwise: Action | null = null;
  let depth = 0;
  for (const action of actions) {
    if (action.word === 'else' && depth === 0) otherwise = action;
    if (action.word === 'end' && depth-- === 0) return { otherwise, end: action };
    if (['if', 'range', 'with', 'define', 'block'].includes(action.word)) depth++;
  }
  throw new RangeError('an action without its end');
}

/**
 * The text for templates that get a map made from JSON: keys in place of Go's names, the application as one text, which
 * is all that is known of it, and lists that may be missing, of which there is no length.
 */
function overMap(text: string): string {
  const known = leaveOut(text, (opening) => opening === 'if ne .Application.Namespace "_"');
  return known.replace(/\{\{(?!-? ?\/\*)[^]*?\}\}/g, (whole) =>
    whole
      .replace(/(?<![\w)])\$?\.Application\.Namespace\b/g, '"_"')
      .replace(/(?<![\w)])\$?\.Application\.Kind\b/g, '""')
      .replace(/\.Application\.Name\b/g, '.application')
      .replace(/\.([A-Z]\w*)/g, (field, name: string) => `.${fieldKeys.get(name) ?? field.slice(1)}`)
      .replace(/\blen (\$?\.?(?:reports|summary|details))\b/g, 'len (or $1 "")'),
  );
}
