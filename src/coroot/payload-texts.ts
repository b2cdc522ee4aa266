/** The texts of a payload with their paths, to find again in a body what came from where. */
import type { JsonNode } from '../go';
import { applicationParts, parseApplicationId } from './application-id';
import { plainKey } from './payload-key';
import { parsePayload } from './payload-syntax';
import { fieldNames } from './types';
import type { CorootVersion } from './versions';

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
export function payloadTexts(payload: string, version: CorootVersion): readonly PayloadText[] {
  const parsed = parsePayload(payload);
  const texts: PayloadText[] = [];
  const visit = (node: JsonNode, path: string): void => {
    switch (node.kind) {
      case 'string':
        if (path === '.Application') texts.push(...applicationTexts(node, version));
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

function applicationTexts(
  { value, from, to }: { value: string; from: number; to: number },
  { clusters }: CorootVersion,
): readonly PayloadText[] {
  const parts = parseApplicationId(value, clusters);
  if (parts === null) return [];
  const texts = [parts.cluster, parts.namespace, parts.kind, parts.name];
  return applicationParts.flatMap((name, i) => {
    const text = texts[i] ?? null;
    return text === null ? [] : [{ text, path: `.Application.${name}`, from, to }];
  });
}
