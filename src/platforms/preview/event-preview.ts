/** Reading the bodies of on-call systems for a preview: severities, and whatever else is in them as labelled rows. */
import type { JsonNode } from '../../coroot';
import { type Preview, type PreviewButton, safeHref } from './preview';

/** The preview of an event. */
export type IncidentPreview = Extract<Preview, { kind: 'incident' }>;

/** A severity as a card shows it. */
export type Severity = IncidentPreview['severity'];

/** How many rows a card has at most, and how deep an object is looked into. */
const most = 40;
const deepest = 4;

/** The values in an object as rows; those in objects within it get their path as label. */
export function rowsOf(node: JsonNode | null, prefix = '', depth = 0): readonly (readonly [string, string])[] {
  if (node === null || node.kind === 'null' || depth > deepest) return [];
  switch (node.kind) {
    case 'object':
      return node.members
        .flatMap(({ key, value }) => rowsOf(value, prefix === '' ? key : `${prefix}.${key}`, depth + 1))
        .slice(0, most);
    case 'array':
      return node.elements
        .slice(0, most)
        .flatMap((element, i) => rowsOf(element, `${prefix}[${String(i)}]`, depth + 1))
        .slice(0, most);
    case 'string':
      return [[prefix, node.value]];
    case 'number':
      return [[prefix, node.text]];
    case 'boolean':
      return [[prefix, String(node.value)]];
    default:
      return node satisfies never;
  }
}

/** A row, or none when there is no text. */
export function row(label: string, value: string | null): readonly (readonly [string, string])[] {
  return value === null || value === '' ? [] : [[label, value]];
}

/** A button for an address, or none when there is none. */
export function linkTo(label: string, href: string | null): readonly PreviewButton[] {
  return href === null || href === '' ? [] : [{ label, href: safeHref(href), tone: 'default' }];
}
