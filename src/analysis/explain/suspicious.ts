/** What is said of every finding of a kind that works and is hardly meant. */

/** The texts by code. */
export const suspicious: Readonly<Record<string, string>> = {
  'text-never-sent':
    'A comparison with a text that never comes is never true, and nothing says so: the branch is just not taken.',
  'space-in-text': '`eq .Application.Name "web "` is not true for `web`: spaces in quotes are part of the text.',
  'branch-never-taken':
    'The branches of an `if` are tried from top to bottom, and the first that holds is taken. Change the condition, or remove the branch.',
  'constant-condition':
    'Of a constant it is known beforehand whether it counts as true, so one of the branches is never taken. `or` and `and` look at each operand alone: `or (eq .A "x") "y"` is true because `"y"` is not empty; `eq .A "x" "y"` compares with both.',
  'quoted-field':
    'What stands in quotes is a text, letter by letter. Fields and variables stand without quotes and without braces of their own: `{{ if eq ".Status" "OK" }}` is `{{ if eq .Status "OK" }}`.',
  'compared-with-itself': 'A value is always equal to itself, so the comparison always comes out the same.',
  'shadowed-variable':
    '`:=` makes a new variable, which is seen up to the `{{ end }}` of its block; `=` gives the variable that there is another value. Before: `{{ if .URL }}{{ $c := "red" }}{{ end }}`; after: `{{ if .URL }}{{ $c = "red" }}{{ end }}`.',
  'unused-variable':
    'A variable that nobody reads changes nothing in the message. Perhaps another name was meant where it should be read.',
  'unused-template': 'What stands between `define` and `end` is printed only where `template` invokes it.',
  'empty-template': 'Invoking an empty template prints nothing.',
  'defined-twice': 'A name has one template. Go takes a second definition only where one of the two is empty.',
  'template-without-dot':
    'A template starts with what is written behind its name as its dot and its `$`; with nothing there, both are nil, and fields of nil print as `<no value>`.',
  'printf-kind':
    'printf does not fail on a value that its verb is not for: it writes the mistake into the message. `%s` is for texts, `%d` for whole numbers, `%t` for true and false, `%v` for anything.',
  'printf-verb':
    'Each `%` in a format begins a directive, up to a letter that says how to print. `%%` prints a percent sign.',
  'printf-missing':
    'printf takes its arguments from left to right, one for each directive; where they run out, it writes `%!s(MISSING)` into the message.',
  'printf-extra':
    'printf takes its arguments from left to right, one for each directive; what is left over is written at the end as `%!(EXTRA …)`.',
  'printf-index': '`%[1]s` prints the first argument, `%[2]s` the second.',
  'printed-whole':
    'Field follows field, without names. Before: `{{ .Reports }}`; after: `{{ range .Reports }}{{ .Message }}{{ end }}`.',
  'printed-nothing': '`print` writes nil as `<nil>`; an action writes it as `<no value>`.',
  'unknown-key':
    'Of a map Go takes any key: one that is not there is nothing, which prints as `<no value>` and counts as false.',
  'blank-lines':
    'Text is everything outside of the braces, the line break behind an action included. `{{- if .URL }}` trims the white space before the action, `{{ if .URL -}}` what comes after it.',
};
