/** What is said of every finding about JSON, by its code. */
export const jsonExplanations: Readonly<Record<string, string>> = {
  'unsafe-json': '`json` writes any text so that it is valid JSON. The fix does so in all places at once.',
  'unescaped-text':
    'A quote, a backslash or a line break in the text ends the string or breaks it, and the notification is lost. `json` writes the text with its quotes: `"text": {{ json .X }}`. Inside a longer string, take the quotes off again: `{{ $p := json .X }}{{ slice $p 1 (len (slice $p 1)) }}`.',
  'json-in-quotes':
    '`json` writes a text with its quotes. Leave yours away: `"text": {{ json .X }}` instead of `"text": "{{ json .X }}"`.',
  'unquoted-text':
    'Texts in JSON are in quotes. `json` writes them, and escapes what needs it: `"text": {{ json .X }}`.',
  'not-json-escaping':
    '`printf "%q"` quotes for Go, `js` for JavaScript, `html` for HTML; each leaves or writes something that JSON does not allow. `json` writes JSON, also of what they made: `{{ json (html .X) }}`.',
  'list-in-json': 'Go prints a list as `[a b]` and a struct as `{a b}`. `json` writes it as JSON: `{{ json .X }}`.',
  'raw-line-break':
    'In JSON a line break inside a string is written `\\n`. They are repaired on the way only in texts of the outermost object, not deeper, not in keys and not in a list.',
  'raw-control': 'In JSON a tab inside a string is written `\\t`, other control characters `\\u001b`.',
  'bad-escape':
    'In JSON a backslash begins an escape: `\\"`, `\\\\`, `\\/`, `\\b`, `\\f`, `\\n`, `\\r`, `\\t`, `\\u00e9`. A backslash that is meant as text is written twice: `"C:\\\\dir"`.',
  'unescaped-quote': 'A quote inside a JSON string is written with a backslash: `"say \\"hi\\""`.',
  'trailing-comma':
    'JSON allows no comma after the last element. In a range write it before each element but the first: `{{ range $i, $r := .X }}{{ if $i }},{{ end }}…{{ end }}`. Where a part may be left out, its comma goes with it: `{{ with .X }}, "b": {{ json . }}{{ end }}`.',
  'doubled-comma':
    'JSON has one comma between two elements, and none before the first. A part that may be left out takes its comma with it.',
  'missing-comma':
    'JSON has a comma between two elements. In a range write it before each but the first: `{{ range $i, $r := .X }}{{ if $i }},{{ end }}…{{ end }}`. A part that may be left out begins with it: `{{ with .X }}, "b": {{ json . }}{{ end }}`.',
  'missing-colon': 'In JSON a key is followed by a colon and a value: `"text": "a"`.',
  'missing-json-value':
    'Every key needs a value, and every comma an element, whatever branch is taken. Write `null` or `""` where there is nothing: `{{ else }}null{{ end }}`.',
  'wrong-bracket': 'What began with `{` ends with `}`, and what began with `[` ends with `]`.',
  'wrong-quotes':
    'JSON knows only double quotes: `"text"`, for keys too. Typographic quotes, `“` and `”`, come from text editors and chats.',
  'bare-name': 'Keys are in double quotes in JSON: `{"text": 1}` instead of `{text: 1}`.',
  'bare-word':
    'Apart from numbers, JSON has the words `true`, `false` and `null`. Everything else is in double quotes.',
  'json-comment': 'Write comments as actions, they are not sent: `{{/* note */}}`.',
  'unexpected-text': 'In JSON a list has values with commas between them, and an object keys with colons and values.',
  'text-after-json': 'The body is one JSON value. What stands after it makes it invalid.',
  'unfinished-json': 'Whatever branch is taken, the output must be whole: everything that is opened gets closed.',
  'not-json':
    'The receiver reads the body as JSON. Begin with `{`, or write a whole text as JSON: `{{ json (print "text " .X) }}`.',
};
