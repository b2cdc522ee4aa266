/** Go's `error` values: what `errors.New` makes and how an error's text is asked for. https://pkg.go.dev/errors */
import { nilPointerPanic } from '../errors';
import {
  type Dynamic,
  type Raw,
  type RawPointer,
  type Type,
  defineMethods,
  defineType,
  funcOf,
  pointerTo,
  stringType,
  structOf,
} from './type';

const errorString: Type = defineType('errors.errorString', structOf([{ name: 's', type: stringType }]));

defineMethods(errorString, [
  {
    name: 'Error',
    type: funcOf([], [stringType]),
    pointer: true,
    call: (receiver) => {
      if (receiver === null) throw nilPointerPanic();
      const [text] = (receiver as RawPointer).value as readonly Raw[];
      return [text ?? ''];
    },
  },
]);

/** The type `errors.New` returns: `*errors.errorString`. */
export const errorStringType: Type = pointerTo(errorString);

/** What Go's `errors.New(message)` returns, as a value of the interface type `error`. */
export function newError(message: string): Dynamic {
  return { type: errorStringType, v: { value: [message] } };
}

/** The text of a non-nil `error`: what its `Error` method returns. The method may throw a `GoPanic`. */
export function errorText(raw: Dynamic): string {
  const method = raw.type.methods.get('Error');
  if (method === undefined) throw new TypeError(`${raw.type.toString()} is not an error`);
  const [text] = method.call(raw.v, []);
  return text as string;
}
