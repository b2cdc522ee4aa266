/** The body as its receiver reads it: JSON whose every value knows its place in the text. */
import { type JsonError, type JsonNode, Locator, type ParsedJson, byteLength, parseJson, runeCount } from '../go';

export type { JsonError, JsonMember, JsonNode, JsonObject, JsonString } from '../go';

/** A posted body: its text, and its JSON, which is read once and only when somebody asks. */
export class Body {
  private read: ParsedJson | undefined;

  /** `json` is given where the text is to be read in another way than it is written. */
  constructor(
    readonly text: string,
    json?: ParsedJson,
  ) {
    this.read = json;
  }

  /**
   * The text as JSON, with Go's message for what is wrong with it. Offsets are UTF-16 units of the text. Never throws.
   */
  get json(): ParsedJson {
    return (this.read ??= parseJson(this.text));
  }
}

/** A fault of JSON at another place of another text: in what was posted instead of what it was read as. */
export function faultAt(text: string, { message }: JsonError, from: number, to: number): JsonError {
  return new Locator(text).error(message, from, to);
}

/** How many bytes a text has in UTF-8; a byte that is not UTF-8 counts as one. */
export function bytesIn(text: string): number {
  return byteLength(text);
}

/** How many characters (Unicode code points) a text has. */
export function charactersIn(text: string): number {
  return runeCount(text);
}

/** A JSON value in words, for messages. */
export function described(node: JsonNode): string {
  switch (node.kind) {
    case 'object':
      return 'an object';
    case 'array':
      return 'a list';
    case 'string':
      return 'text';
    case 'number':
      return `the number ${node.text}`;
    case 'boolean':
      return String(node.value);
    case 'null':
      return 'null';
    default: {
      return node satisfies never;
    }
  }
}
