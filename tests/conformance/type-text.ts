/** Reads a type as Go writes it, for the data of requests. The oracle's twin is oracle/types.go. */
import { type Type, anyType, errorType, funcOf, mapOf, sliceOf, structOf } from '../../src/go';
import type { Kind } from '../../src/go/reflect/kind';
import { arrayOf, chanOf, pointerTo, basicType } from '../../src/go/reflect/type';
import { unquote } from '../../src/go/strconv';
import { namedTypes } from './named';

const kinds: readonly Kind[] = [
  ...(['bool', 'string', 'int', 'int8', 'int16', 'int32', 'int64', 'uint', 'uint8', 'uint16', 'uint32'] as const),
  ...(['uint64', 'uintptr', 'float32', 'float64', 'complex64', 'complex128'] as const),
];

/** The predeclared types by name, aliases included. */
export const predeclared: ReadonlyMap<string, Type> = new Map([
  ...kinds.map((kind) => [kind, basicType(kind)] as const),
  ['byte', basicType('uint8')],
  ['rune', basicType('int32')],
  ['any', anyType],
  ['error', errorType],
]);

/** The type a text like `map[string][]*Pair` means. Throws an Error that names the text when it means none. */
export function parseType(text: string): Type {
  const reader = new TypeReader(text);
  const type = reader.read();
  if (reader.rest.trim() !== '') throw new Error(`type ${text}: ${reader.rest} is too much`);
  return type;
}

class TypeReader {
  constructor(public rest: string) {}

  private take(token: string): boolean {
    this.rest = this.rest.trimStart();
    if (!this.rest.startsWith(token)) return false;
    this.rest = this.rest.slice(token.length);
    return true;
  }

  private expect(token: string): void {
    if (!this.take(token)) throw new Error(`no ${token} before ${this.rest}`);
  }

  private word(): string {
    this.rest = this.rest.trimStart();
    const [word = ''] = /^[\p{L}\p{Nd}_]*/u.exec(this.rest) ?? [];
    this.rest = this.rest.slice(word.length);
    return word;
  }

  read(): Type {
    if (this.take('*')) return pointerTo(this.read());
    if (this.take('[]')) return sliceOf(this.read());
    if (this.take('[')) {
      const length = Number(this.word());
      this.expect(']');
      return arrayOf(length, this.read());
    }
    if (this.take('<-chan ')) return chanOf('recv', this.read());
    if (this.take('chan<- ')) return chanOf('send', this.read());
    if (this.take('(')) {
      const type = this.read();
      this.expect(')');
      return type;
    }
    return this.named();
  }

  private named(): Type {
    const name = this.word();
    switch (name) {
      case 'map': {
        this.expect('[');
        const key = this.read();
        this.expect(']');
        return mapOf(key, this.read());
      }
      case 'chan':
        return chanOf('both', this.read());
      case 'func':
        return this.function();
      case 'struct':
        return this.structure();
      case 'interface':
        this.expect('{');
        this.expect('}');
        return anyType;
      default: {
        const type = predeclared.get(name) ?? namedTypes.get(name);
        if (type === undefined) throw new Error(`no type ${name}`);
        return type;
      }
    }
  }

  private function(): Type {
    const params: Type[] = [];
    const results: Type[] = [];
    let variadic = false;
    this.expect('(');
    while (!this.take(')')) {
      if (this.take('...')) {
        variadic = true;
        params.push(sliceOf(this.read()));
      } else params.push(this.read());
      this.take(',');
    }
    if (this.take('(')) {
      while (!this.take(')')) {
        results.push(this.read());
        this.take(',');
      }
    } else if (!/^\s*(?:$|[),;\]}])/.test(this.rest)) results.push(this.read());
    return funcOf(params, results, variadic);
  }

  private structure(): Type {
    const fields: { name: string; type: Type; tag: string }[] = [];
    this.expect('{');
    while (!this.take('}')) {
      const name = this.word();
      const type = this.read();
      fields.push({ name, type, tag: this.tag() });
      this.take(';');
    }
    return structOf(fields);
  }

  private tag(): string {
    const quoted = /^\s*("(?:[^"\\]|\\.)*")/.exec(this.rest);
    if (quoted === null) return '';
    this.rest = this.rest.slice(quoted[0].length);
    return unquote(quoted[1]!) ?? '';
  }
}
