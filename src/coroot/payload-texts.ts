/** The texts of a payload with their paths, to find again in a body what came from where. */
import { type JsonNode, parseJson } from '../go';
import { applicationParts } from './application-id';
import { plainKey } from './payload-key';
import { fieldNames } from './types';

/** A text of the payload: its path as templates write it, and its place in the JSON, quotes included. */
export interface PayloadText {
  readonly text: string;
  /** Such as `.Reports[1].Message`. */
  readonly path: string;
  readonly from: number;
  readonly to: number;
}

/** Go's name for each key, whichever form the payload is written in. */
const goNames: ReadonlyMap<string, string> = new Map(
  [...fieldNames, ...applicationParts].map((name) => [plainKey(name), name]),
);

/** Every text of a payload, in order; none when it is no JSON. The text of an application's id counts part by part. */
export function payloadTexts(payload: string): readonly PayloadText[] {
  const parsed = parseJson(payload);
  const texts: PayloadText[] = [];
  const visit = (node: JsonNode, path: string): void => {
    switch (node.kind) {
      case 'string':
        if (path === '.Application') texts.push(...applicationTexts(node));
        texts.push({ text: node.value, path, from: node.from, to: node.to });
        break;
      case 'array':
        node.elements.forEach((element, i) => {
          visit(element, `${path}[${String(i)}]`);
        });
        break;
      case 'object':
        // Payloads are three levels deep; what is deeper is none of Coroot's.
        if (path.split('.').length > 4) return;
        for (const { key, value } of node.members) visit(value, `${path}.${goNames.get(plainKey(key)) ?? key}`);
        break;
      default:
    }
  };
  if (parsed.ok) visit(parsed.node, '');
  return texts;
}

function applicationTexts({ value, from, to }: { value: string; from: number; to: number }): readonly PayloadText[] {
  const parts = value.split(':');
  const names = parts.length > 3 ? applicationParts : applicationParts.slice(1);
  return parts.map((text, i) => ({ text, path: `.Application.${names[i] ?? 'Name'}`, from, to }));
}
