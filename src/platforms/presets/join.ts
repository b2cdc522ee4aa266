/**
 * Puts robust templates together. What several templates say alike stands once, in a file of its own: under `presets/`
 * where several platforms use it, beside a platform's templates where only its kinds do. A template names such a piece
 * where it belongs, ⟨name⟩, and the platform's `presets/robust.ts` says which text that is.
 */
import type { CorootVersion, NotificationKind } from '../../coroot';
import type { PresetTemplates, TemplatesFor } from '../catalogue/parts';
import { onRelease } from './release';

/** A text for all three kinds of notification, or one for each. */
export type SharedText = string | PresetTemplates;

/** How the comment above the helpers begins: the editor folds what follows it. */
const helpersComment = 'Helpers, which can be left alone.';

/** What robust templates are put together from. */
export interface Parts extends PresetTemplates {
  /** The comment on what people do not edit first; an empty one is left out. */
  readonly note?: SharedText;
  /** What people change first, above the body: how many items are shown, who is mentioned. */
  readonly top?: SharedText;
  /** What the helpers do, for the comment above them: sentences, in lines that begin with six spaces but the first. */
  readonly about?: SharedText;
  /** Texts with one `define` each. A template gets those that it calls, and those that these call, in this order. */
  readonly helpers?: readonly string[];
  /** What ⟨name⟩ stands for in templates, notes and other pieces. ⟨kind⟩ is always the kind of notification. */
  readonly pieces?: Readonly<Record<string, SharedText>>;
}

/** The parts of one template, filled; what there is nothing of is empty. */
interface Texts {
  readonly top: string;
  readonly note: string;
  readonly body: string;
  readonly about: string;
  readonly helpers: readonly string[];
}

/**
 * The order of a whole template: what people edit comes first, up to the body's first empty line, if it has any; the
 * note on the rest stands there, and the helpers at the end. No other place knows it. Nothing of the end is written:
 * white space before it is trimmed, but for a line feed that the body ends with.
 */
function inOrder({ top, note, body, about, helpers }: Texts): string {
  const edited = body.includes('\n\n') ? body.slice(0, body.indexOf('\n\n') + 2) : '';
  const noted = note === '' ? body : `${edited}${note}\n${body.slice(edited.length)}`;
  const above = top === '' ? noted : `${top}\n${noted}`;
  if (helpers.length === 0) return above;
  const comment = `/* ${helpersComment} ${about} */ -}}`;
  return [above.endsWith('\n') ? `${above}{{${comment}` : `${above}\n\n{{- ${comment}`, ...helpers].join('\n');
}

/** The templates of the three kinds, for each release. */
export function joined({ note = '', top = '', about = '', helpers = [], pieces = {}, ...bodies }: Parts): TemplatesFor {
  function whole(kind: NotificationKind, version: CorootVersion): string {
    const named = Object.entries(pieces).map(([name, piece]) => [name, ofKind(piece, kind)] as const);
    const texts = { ...Object.fromEntries(named), kind };
    const filled = (text: SharedText): string => withoutEnd(fill(ofKind(text, kind), texts));
    const body = onRelease(fill(bodies[kind], texts), kind, version);
    return inOrder({
      top: onRelease(filled(top), kind, version),
      note: filled(note),
      body,
      about: filled(about),
      helpers: called(helpers, body).map(withoutEnd),
    });
  }
  const made = new Map<CorootVersion, PresetTemplates>();
  return (version) => {
    const templates = made.get(version) ?? {
      incident: whole('incident', version),
      deployment: whole('deployment', version),
      alert: whole('alert', version),
    };
    made.set(version, templates);
    return templates;
  };
}

/**
 * The text with what `texts` has for each ⟨name⟩, in which names are replaced likewise; names that it does not have
 * stay. The line feed at the end of a file is no part of what stands for a name.
 */
export function fill(text: string, texts: Readonly<Record<string, string | number>>): string {
  return text.replace(/⟨(\w+)⟩/g, (mark, name: string) => {
    const found = texts[name];
    return found === undefined ? mark : fill(withoutEnd(found.toString()), texts);
  });
}

/** The helpers that a text calls, directly or through others, in the order that they are given in. */
function called(helpers: readonly string[], text: string): readonly string[] {
  const found = new Set<string>();
  function visit(caller: string): void {
    for (const helper of helpers) {
      if (found.has(helper) || !caller.includes(`template "${nameOf(helper)}"`)) continue;
      found.add(helper);
      visit(helper);
    }
  }
  visit(text);
  return helpers.filter((helper) => found.has(helper));
}

function nameOf(helper: string): string {
  return /define "([^"]+)"/.exec(helper)?.[1] ?? '';
}

function ofKind(text: SharedText, kind: NotificationKind): string {
  return typeof text === 'string' ? text : text[kind];
}

function withoutEnd(text: string): string {
  return text.replace(/\n$/, '');
}
