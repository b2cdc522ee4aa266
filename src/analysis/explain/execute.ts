/** What is said of everything that Go complains about when it carries a template out. */

/** Texts by the executor's codes. */
export const executeTexts: Readonly<Record<string, string>> = {
  'no-such-field':
    'There is no such field here. Names are exact, upper and lower case included. Inside `range` and `with` the dot is the element or value; `$` is still the whole data: `{{ range .List }}{{ $.Name }}{{ end }}`.',
  'unexported-field': 'Templates see only fields that begin with an upper-case letter.',
  'nil-pointer': 'There is no value to take a field of. Guard it: `{{ with .X }}{{ .Name }}{{ end }}`.',
  'field-with-arguments':
    'A field is a value and takes no arguments, yet something stands after it. To print several values write several actions, or `{{ print .A .B }}`; to compare, `{{ eq .A .B }}`.',
  'key-with-arguments':
    'A key of a map is a value and takes no arguments. To print several values write `{{ print .A .B }}`.',
  'not-a-function': 'Only a function takes arguments, and it stands first: `{{ "a" .X }}` is `{{ print "a" .X }}`.',
  'argument-count':
    'The function was given too few or too many arguments; what is piped in counts as the last one. A call among arguments needs parentheses: `{{ not eq .A "x" }}` is `{{ not (eq .A "x") }}`.',
  'undefined-template':
    'A template is invoked that nothing defines. Add `{{ define "name" }}…{{ end }}`, or correct the name.',
  'wrong-type': 'The value does not fit what the function takes there. Texts stand in quotes, numbers without.',
  'incompatible-types':
    'Go compares values of the same kind only: text with text, number with number. `{{ gt (len .X) "3" }}` is `{{ gt (len .X) 3 }}`.',
  'not-comparable': 'Values of this kind cannot be compared. Compare a field of it, or its `len`.',
  'index-range':
    'The list or text has fewer elements than that on some data, and Go then gives up the whole template. Guard it: `{{ if gt (len .X) 2 }}{{ index .X 2 }}{{ end }}`.',
  'index-type':
    'Elements of a list are counted with a number, keys of a map have the map’s type: `{{ index .X "0" }}` is `{{ index .X 0 }}`.',
  'not-indexable': '`index` and `slice` take a list, a map or a text. Fields are taken with a point: `.X.Name`.',
  'no-length': '`len` counts lists, maps and texts; this has no length.',
  'not-iterable': '`range` goes through a list or a map. For a single value use `{{ with .X }}` or `{{ if .X }}`.',
  'range-variables': 'This can be gone through with one variable only: `{{ range $x := … }}`.',
  'nil-command': '`nil` is a value without a type: it can be compared, and neither printed nor kept.',
  'nil-argument': 'The function needs a value there and gets none.',
  'template-depth':
    'Templates invoke one another without end, or too deeply. A template that invokes itself needs an `if` that stops it.',
  'function-results': 'The function or method gives back what templates cannot use.',
  'function-error': 'The function was called and failed.',
  'function-panic': 'The function was called and broke down on this value.',
  'constant-overflow': 'The number is too large.',
  'not-printable': 'A function or channel has no text.',
  'go-panic': 'This Go breaks down here instead of reporting an error.',
  'step-limit': 'The playground stops what takes too long; the real one goes on.',
  'output-limit': 'The playground stops what becomes too large; the real one goes on.',
};
