/** What Coroot adds to the functions of Go templates. https://docs.coroot.com/alerting/webhook */
import { type FunctionTable, anyType, errorType, funcOf, marshal, stringType, stringValue, zeroValue } from '../go';

/** The functions beyond Go's predefined ones: `json` is Go's `json.Marshal`, as text. */
export const corootFunctions: FunctionTable = new Map([
  [
    'json',
    {
      type: funcOf([anyType], [stringType, errorType]),
      call: ([value = zeroValue], meter, go) => stringValue(marshal(value, meter, go)),
    },
  ],
]);
