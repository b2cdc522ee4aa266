/** What is said of everything that Go cannot read. */

/** Texts by the parser's codes. */
export const parseTexts: Readonly<Record<string, string>> = {
  'unexpected-token':
    'Go stopped at a character or word that cannot stand there. An action is a command: a function’s name and its arguments with spaces between. It has no operators, commas or brackets: `{{ if .A == "x" }}` is `{{ if eq .A "x" }}`.',
  'undefined-function':
    'A word without a point or dollar sign is the name of a function, and there is none of this name: nothing is sent. Fields begin with a point, variables with `$`: `{{ name }}` is `{{ .Name }}`.',
  'undefined-variable':
    'A variable is known from its declaration `{{ $x := … }}` to the `{{ end }}` of the block it stands in, and not inside a `define`. `{{ if .A }}{{ $x := 1 }}{{ end }}{{ $x }}` is `{{ $x := 0 }}{{ if .A }}{{ $x = 1 }}{{ end }}{{ $x }}`.',
  'missing-value':
    'Something has to stand here: a value to print, or a condition. `{{ if }}` is `{{ if .Field }}`; an empty `{{ }}` is removed, as a comment is `{{/* … */}}`.',
  'unexpected-eof':
    'The template ended while a block was open. Every `if`, `range`, `with`, `define` and `block` needs an `{{ end }}` of its own; an `else if` shares the one of its `if`.',
  'unexpected-end':
    'This `{{ end }}` closes nothing: every block before it is closed already. Either there is one too many, or what was meant to open a block does not.',
  'unexpected-else':
    'An `{{ else }}` belongs inside an `if`, `range` or `with`, before its `{{ end }}`, and is the last part of it: `{{ if .A }}a{{ else if .B }}b{{ else }}c{{ end }}`.',
  'break-outside-range': '`{{ break }}` leaves a `range`, and there is none around it.',
  'continue-outside-range': '`{{ continue }}` goes on with the next element of a `range`, and there is none around it.',
  'multiple-definition':
    'Two templates have the same name. Go takes one text for each: give the second `define` another name, or remove it.',
  'unclosed-action':
    'The action was opened with `{{` and not closed with `}}` before the next one or the end of the template.',
  'unclosed-left-paren': 'A parenthesis is opened and not closed: `{{ not (eq .A "x" }}` is `{{ not (eq .A "x") }}`.',
  'unexpected-right-paren': 'A parenthesis is closed that was not opened: `{{ eq .A "x") }}` is `{{ eq .A "x" }}`.',
  'unclosed-comment': 'The comment is never closed, so all the rest belongs to it. A comment is `{{/* … */}}`.',
  'comment-before-delim':
    'A comment fills its action: after `*/` come `}}` or ` -}}` and nothing else. `{{/* note */ .X }}` is `{{/* note */}}{{ .X }}`.',
  'unterminated-string':
    'A text in double quotes ends in the same line, and its closing quote is missing. For a text over several lines use backquotes.',
  'unterminated-raw-string': 'A text in backquotes has no closing backquote, so it went on to the end of the template.',
  'unterminated-char':
    "A single quote begins one character, as in `'a'`. Texts stand in double quotes or backquotes: `'OK'` is `\"OK\"`.",
  'malformed-char': "`'OK'` is `\"OK\"`; a single quote is for one character, as in `'a'`.",
  'invalid-string':
    'A backslash in double quotes begins one of a few escapes, such as `\\n`, `\\"` and `\\\\`. In backquotes it is a plain character.',
  'bad-character':
    'A name, field or variable goes on with letters, digits and underscores only, and this character cannot follow it. `{{ .X-}}` is `{{ .X -}}`, and `{{ .my-field }}` is `{{ index . "my-field" }}` where the data is a map.',
  'bad-number':
    'This begins like a number and goes on unlike one. Names begin with a letter, and `-` before a field is no sign: there is no arithmetic. `{{-.X}}` is `{{- .X}}`.',
  'unrecognized-character':
    'Go does not know this character inside an action. Typographic quotes and dashes come from text editors and chats: write straight ones, `"OK"`.',
  'expected-declare':
    'After a colon Go expects `=`: a variable is declared with `:=`. There is no `a ? b : c` and there are no `key: value` pairs.',
  'field-of-literal': 'Only a value can have a field, not a literal or dot alone: `. .Name` is `.Name`.',
  'too-many-declarations':
    'One variable is declared at a time; only a `range` takes two: `{{ range $i, $x := .List }}`.',
  'range-initialize': 'Before `:=` of a `range` stand variables only: `{{ range $i, $x := .List }}`.',
  'non-executable-command':
    'What stands after `|` gets the value before it as its last argument, so it must be a function: `{{ .X | json }}`.',
  'max-depth': 'There are too many parentheses in one another.',
};

/** Texts by codes of what is text to Go and was meant to be an action. */
export const strayTexts: Readonly<Record<string, string>> = {
  'missing-brace': '`{ .X }}` is text; `{{ .X }}` prints the value.',
  'single-braces': '`{ .X }` is text, as braces are in JSON; `{{ .X }}` prints the value.',
  jinja:
    'Go knows one kind of action, `{{ … }}`, for values, conditions and loops alike: `{% if x %}a{% endif %}` is `{{ if .X }}a{{ end }}`.',
  placeholder: 'Shells and JavaScript fill in `${…}`, Go does not: it is sent as it stands. `${X}` is `{{ .X }}`.',
  erb: '`<%= x %>` is sent as it stands; in Go it is `{{ .X }}`.',
  'escaped-action':
    'The braces were escaped for a chart or another template that produces this one. Here the template is carried out directly: write `{{ .X }}`.',
  'foreign-template':
    'Every system with Go templates brings its own data and functions; only the language itself is the same. The fields are those of the notification, the functions Go’s own and `json`.',
};
