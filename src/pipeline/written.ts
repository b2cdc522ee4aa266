/** A body read without its escapes, with the places of the characters in what was posted. */

/** A text that was decoded, and where in the body each of its units stands. */
export class Written {
  private readonly starts: Uint32Array | null;
  readonly text: string;

  /**
   * A body whose JSON escapes are undone wherever they stand. Texts that are no JSON have few backslashes, and nothing
   * is looked for behind one.
   */
  constructor(private readonly body: string) {
    if (!body.includes('\\')) {
      this.text = body;
      this.starts = null;
      return;
    }
    const starts = new Uint32Array(body.length + 1);
    const pieces: string[] = [];
    let length = 0;
    let plainFrom = 0;
    for (let at = 0; at < body.length;) {
      const escape = body[at] === '\\' ? escapeAt(body, at) : null;
      starts[length++] = at;
      if (escape === null) {
        at++;
        continue;
      }
      pieces.push(body.slice(plainFrom, at), escape.character);
      at += escape.length;
      plainFrom = at;
    }
    pieces.push(body.slice(plainFrom));
    starts[length] = body.length;
    this.text = pieces.join('');
    this.starts = starts;
  }

  /** Where in the body a unit of the text stands; that of its end is the body's. */
  original(at: number): number {
    return this.starts === null ? at : (this.starts[at] ?? this.body.length);
  }

  /** Which unit of the text a place of the body is. */
  index(offset: number): number {
    if (this.starts === null) return offset;
    let low = 0;
    let high = this.text.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.starts[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

const named: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

function escapeAt(body: string, at: number): { readonly character: string; readonly length: number } | null {
  const next = body[at + 1];
  if (next === undefined) return null;
  if (next !== 'u') return { character: named[next] ?? next, length: 2 };
  const hex = body.slice(at + 2, at + 6);
  return /^[0-9a-f]{4}$/i.test(hex) ? { character: String.fromCharCode(parseInt(hex, 16)), length: 6 } : null;
}
