/** Go's `error` values. https://pkg.go.dev/builtin#error */
import type { Dynamic } from './type';

/** The text of a non-nil `error`: what its `Error` method returns. The method may throw a `GoPanic`. */
export function errorText(raw: Dynamic): string {
  const method = raw.type.methods.get('Error');
  if (method === undefined) throw new TypeError(`${raw.type.toString()} is not an error`);
  const [text] = method.call(raw.v, []);
  return text as string;
}
