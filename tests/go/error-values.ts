/** Values of Go's `error`, as `errors.New` makes them. https://pkg.go.dev/errors#New */
import { nilPointerPanic } from '../../src/go/errors';
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
} from '../../src/go/reflect/type';

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
