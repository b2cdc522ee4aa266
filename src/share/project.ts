/**
 * What a link, a draft or an exported file holds: the templates and what they are rendered with. There is deliberately
 * no place in it for an address, credentials or headers, so nothing that is shared can carry a secret or choose a
 * target.
 */
import { type CustomField, type NotificationKind, notificationKinds } from '../coroot';

/** One text for each kind of notification. */
export type TextByKind = Readonly<Record<NotificationKind, string>>;

/** Everything that decides what the playground shows. All text is kept as typed, valid or not. */
export interface Project {
  /** The kind on view. */
  readonly kind: NotificationKind;
  /** The id of the Coroot version whose behaviour is shown; ids this release does not know are kept. */
  readonly version: string;
  /** The id of the preset the templates started from, or null; a label only, the texts below are always complete. */
  readonly preset: string | null;
  readonly templates: TextByKind;
  /** The sample payloads, as JSON text. */
  readonly payloads: TextByKind;
  /** Keys may repeat while somebody is typing. */
  readonly customFields: readonly CustomField[];
  /** A name a person gave it. */
  readonly title?: string;
}

/** A project, or a sentence that says what is wrong with the input. */
export type ProjectResult =
  { readonly ok: true; readonly project: Project } | { readonly ok: false; readonly reason: string };

/** How much a project may hold, in UTF-16 units (entries for `customFields`). */
export const projectLimits = {
  /** Templates, payloads and custom fields together. */
  text: 1_000_000,
  version: 100,
  preset: 100,
  title: 300,
  customFields: 1000,
} as const;

class Invalid extends Error {}

function shown(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'a list' : `${/^[aeiou]/.test(typeof value) ? 'an' : 'a'} ${typeof value}`;
}

function recordAt(value: unknown, path: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Invalid(`${path} must be an object, not ${shown(value)}.`);
  }
  return value as Record<string, unknown>;
}

function textAt(value: unknown, path: string, limit: number): string {
  if (typeof value !== 'string') throw new Invalid(`${path} must be text, not ${shown(value)}.`);
  if (value.length > limit) throw new Invalid(`${path} is longer than ${String(limit)} characters.`);
  return value;
}

function textsAt(value: unknown, path: string, limit: number): TextByKind {
  const texts = recordAt(value, path);
  return {
    incident: textAt(texts['incident'], `${path}.incident`, limit),
    deployment: textAt(texts['deployment'], `${path}.deployment`, limit),
    alert: textAt(texts['alert'], `${path}.alert`, limit),
  };
}

function kindAt(value: unknown): NotificationKind {
  const kind = notificationKinds.find((k) => k === value);
  if (kind === undefined) throw new Invalid(`kind must be one of ${notificationKinds.join(', ')}.`);
  return kind;
}

function customFieldsAt(value: unknown, limit: number): readonly CustomField[] {
  if (!Array.isArray(value)) throw new Invalid(`customFields must be a list, not ${shown(value)}.`);
  if (value.length > projectLimits.customFields) {
    throw new Invalid(`customFields has more than ${String(projectLimits.customFields)} entries.`);
  }
  return Array.from(value, (entry: unknown, i) => {
    const path = `customFields[${String(i)}]`;
    if (!Array.isArray(entry) || entry.length !== 2) throw new Invalid(`${path} must be a key and a value.`);
    return [textAt(entry[0], `${path} key`, limit), textAt(entry[1], `${path} value`, limit)] as const;
  });
}

function read(value: unknown, limit: number): Project {
  const input = recordAt(value, 'The project');
  const project = {
    kind: kindAt(input['kind']),
    version: textAt(input['version'], 'version', projectLimits.version),
    preset: input['preset'] === null ? null : textAt(input['preset'], 'preset', projectLimits.preset),
    templates: textsAt(input['templates'], 'templates', limit),
    payloads: textsAt(input['payloads'], 'payloads', limit),
    customFields: customFieldsAt(input['customFields'], limit),
  };
  if (textSize(project) > limit) {
    throw new Invalid(`The texts together are longer than ${String(limit)} characters.`);
  }
  const title = input['title'];
  return title === undefined ? project : { ...project, title: textAt(title, 'title', projectLimits.title) };
}

/** How much of `projectLimits.text` a project uses, in UTF-16 units. */
export function textSize(project: Pick<Project, 'templates' | 'payloads' | 'customFields'>): number {
  let size = 0;
  for (const kind of notificationKinds) size += project.templates[kind].length + project.payloads[kind].length;
  for (const [key, value] of project.customFields) size += key.length + value.length;
  return size;
}

/**
 * Checks that untrusted data is a project and copies exactly the members a project has. Unknown members are tolerated
 * and dropped, so data written by a later release still opens; a missing or mistyped member is refused with the reason.
 * `limit` is how much text it may hold, in UTF-16 units: what links carry, unless said otherwise.
 */
export function parseProject(value: unknown, limit: number = projectLimits.text): ProjectResult {
  try {
    return { ok: true, project: read(value, limit) };
  } catch (error) {
    if (error instanceof Invalid) return { ok: false, reason: error.message };
    // Only a getter or proxy inside the input can get here: the data is not plain data.
    return { ok: false, reason: 'The project cannot be read.' };
  }
}
