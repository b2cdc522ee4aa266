/** Functions of other systems, each with what to write here instead, or why there is nothing for it. */

/** An argument as the person gave it: Go's text for it, and its value where it is a text literal. */
export interface HabitArgument {
  readonly text: string;
  readonly literal: string | null;
}

/** A call of a foreign function. */
export interface HabitCall {
  /** In the order in which Go would get them: what is piped in comes last. */
  readonly args: readonly HabitArgument[];
  readonly piped: boolean;
  /** Whether the call is all that its action does. */
  readonly alone: boolean;
  /** The spaces between a delimiter and what is in it. */
  readonly pad: string;
  readonly has: (name: string) => boolean;
}

/** What a call becomes. */
export type Rewrite =
  /** Another command, into which the last argument is still piped if it was. */
  | { readonly command: string }
  /** An expression in which all arguments stand. */
  | { readonly whole: string }
  /** Text with actions, in place of the whole action. */
  | { readonly actions: string };

/** A function that people know from elsewhere. */
export interface FunctionHabit {
  /** Where it is from, as a sentence names it. */
  readonly system: string;
  /** What to do here: sentences. */
  readonly hint: string;
  /** What a call becomes; null when it cannot be said here. */
  readonly rewrite: ((call: HabitCall) => Rewrite | null) | null;
}

type Row = readonly [names: string, system: string, hint: string, rewrite?: FunctionHabit['rewrite']];

const sprig = 'Sprig (Helm, Argo CD)';
const alertmanager = 'Alertmanager and Prometheus';
const jinja = 'Jinja';

/** Hands on the value as it is: what the function did to it cannot be done. */
function dropped({ args, piped }: HabitCall): Rewrite | null {
  const value = args.at(-1);
  if (value === undefined || args.length !== 1) return null;
  return piped ? { command: '' } : { whole: value.text };
}

/** The same arguments in the same order, by another name. */
function renamed(name: string): FunctionHabit['rewrite'] {
  return ({ args, piped, has }) => {
    if (!has(name)) return null;
    const given = piped ? args.slice(0, -1) : args;
    return { command: [name, ...given.map(({ text }) => text)].join(' ') };
  };
}

/** The value's first characters. `length` is the index of the argument that counts them. */
function cut({ args, piped }: HabitCall): Rewrite | null {
  const numbers = args.filter(({ text }) => /^\d+$/.test(text));
  // `substr 0 8`: from the beginning.
  const count = numbers.length === 2 && numbers[0]?.text === '0' ? numbers[1] : numbers[0];
  const value = args.find((arg) => !numbers.includes(arg));
  if (count === undefined || value === undefined || args.length !== numbers.length + 1) return null;
  if (numbers.length > (count === numbers[0] ? 1 : 2)) return null;
  const format = `printf "%.${count.text}s"`;
  return piped ? { command: format } : { whole: `${format} ${value.text}` };
}

function fallback({ args }: HabitCall): Rewrite | null {
  const [none, value] = args;
  if (args.length !== 2 || none === undefined || value === undefined) return null;
  return { whole: `or ${value.text} ${none.text}` };
}

/** A text of all elements with something between them: a loop, as no function makes a text of a list. */
function loop({ args, alone, pad, piped }: HabitCall): Rewrite | null {
  if (!alone || args.length > 2) return null;
  const separator = args.find(({ literal }) => literal !== null);
  const list = args.find((arg) => arg !== separator);
  if (list === undefined || (args.length === 2 && separator === undefined)) return null;
  if (separator?.literal?.includes('{') === true || (piped && args.length === 0)) return null;
  const open = `{{${pad}`;
  const close = `${pad}}}`;
  const between = separator?.literal ?? '';
  const comma = between === '' ? '' : `${open}if $i${close}${between}${open}end${close}`;
  return {
    actions: `${open}range $i, $s := ${list.text}${close}${comma}${open}$s${close}${open}end${close}`,
  };
}

/** `ternary yes no test`, the test last; where the first is a call and the last a text it was meant to be the test. */
function choice({ args, alone, pad }: HabitCall): Rewrite | null {
  const [first, second, third] = args;
  const isFirst = first?.text.startsWith('(') === true && typeof third?.literal === 'string';
  if (!alone || args.length !== 3 || first === undefined || second === undefined || third === undefined) return null;
  const [yes, no, test] = isFirst ? [second, third, first] : [first, second, third];
  const open = `{{${pad}`;
  const close = `${pad}}}`;
  const shown = ({ text, literal }: HabitArgument): string =>
    literal !== null && !literal.includes('{') ? literal : open + text + close;
  const condition = /^\(.*\)$/.test(test.text) && balanced(test.text.slice(1, -1)) ? test.text.slice(1, -1) : test.text;
  return { actions: `${open}if ${condition}${close}${shown(yes)}${open}else${close}${shown(no)}${open}end${close}` };
}

function balanced(text: string): boolean {
  let depth = 0;
  for (const c of text) {
    if (c === '(') depth++;
    else if (c === ')' && --depth < 0) return false;
  }
  return depth === 0;
}

function firstOf({ args }: HabitCall): Rewrite | null {
  const [list] = args;
  return args.length !== 1 || list === undefined ? null : { whole: `index ${list.text} 0` };
}

function negated({ args, piped }: HabitCall): Rewrite | null {
  const [value] = args;
  if (args.length !== 1 || value === undefined) return null;
  return piped ? { command: 'not' } : { whole: `not ${value.text}` };
}

function alternatives({ args, piped }: HabitCall): Rewrite | null {
  if (piped || args.length < 1) return null;
  return { whole: ['or', ...args.map(({ text }) => text)].join(' ') };
}

function invoked({ args, piped, alone, pad }: HabitCall): Rewrite | null {
  if (piped || !alone || args[0]?.literal == null) return null;
  return { actions: `{{${pad}${['template', ...args.map(({ text }) => text)].join(' ')}${pad}}}` };
}

const noCase =
  'There is no function here that changes the case of letters: leave it out, or compare and write the text you want with `if eq`.';
const noReplace =
  'There is no function here that searches or replaces in a text. What text the field holds is all that can be printed.';
const noArithmetic =
  'There is no arithmetic in Go templates: write the number itself, or let the receiver calculate. `len` counts and `lt`, `gt` compare. What stands between elements goes before all but the first: `{{ range $i, $x := .List }}{{ if $i }}, {{ end }}…`.';
const noTime =
  'There is no clock in a template here: nothing gives a time or formats one. Most receivers stamp the message themselves.';
const noLists = 'Lists and dictionaries cannot be built here: write the JSON as text, with `json` around each value.';
const noCheck = 'A text cannot be searched here: `eq` compares whole texts, and takes several: `eq .X "a" "b"`.';
const noLayout = 'Nothing here indents text: write the spaces into the template.';
const noTrim =
  'Nothing here trims a text. The markers `{{-` and `-}}` trim the template’s own spaces around an action.';
const noNumbers =
  'Numbers are printed with `printf`, such as `printf "%.1f" .X`; durations and sizes come as text already.';
const noOutside = 'A template here sees nothing but the notification: no environment, files, cluster or network.';
const noCrypto = 'There is no encoding, hashing or random value here; `urlquery` escapes for links, `html` for HTML.';
const noTypes =
  'Values keep their type here; `print` makes a text of anything, and numbers are written without quotes.';

const rows: readonly Row[] = [
  [
    'toJson toJSON tojson to_json toRawJson toPrettyJson mustToJson jsonEncode json_encode dump jsonify stringify',
    sprig,
    'Here it is called `json`, and it writes one value with its quotes.',
    renamed('json'),
  ],
  ['upper toUpper uppercase toUpperCase to_upper ToUpper UPPER', sprig, noCase, dropped],
  ['lower toLower lowercase toLowerCase to_lower ToLower downcase LOWER', sprig, noCase, dropped],
  [
    'title titleCase capitalize untitle camelcase snakecase kebabcase swapcase initials Title capitalise capfirst',
    sprig,
    noCase,
    dropped,
  ],
  ['default dflt', sprig, 'Here `or` gives the first value that is not empty: `or .X "none"`.', fallback],
  ['coalesce firstNonEmpty', sprig, 'Here `or` gives the first value that is not empty.', alternatives],
  [
    'trunc truncate substr limit abbrev cut ellipsis',
    sprig,
    'Here `printf "%.100s"` keeps the first 100 characters and is fine with shorter texts.',
    cut,
  ],
  [
    'join stringJoin joinStrings joinWithComma',
    'Alertmanager, Sprig',
    'No function here makes a text of a list: use `range` and write the separator before all but the first.',
    loop,
  ],
  ['ternary iif', sprig, 'Go has no expression for one of two values: write `if`, `else` and `end`.', choice],
  ['quote dquote', sprig, 'Here `json` writes a text with its quotes, escaped for JSON.', renamed('json')],
  ['squote', sprig, 'Write the quotes into the template; for JSON use `json`, which brings its own.'],
  [
    'now date dateInZone date_modify dateModify ago duration durationRound toDate unixEpoch htmlDate strftime time formatTime tz since datetime toTime parseTime timestamp',
    `${sprig} and Alertmanager`,
    noTime,
  ],
  [
    'add add1 sub mul div mod addf subf mulf divf max min round ceil floor abs sum plus minus times divide modulo seq until untilStep randInt math inc',
    `${sprig} and Jinja`,
    noArithmetic,
  ],
  [
    'replace regexReplaceAll regexReplaceAllLiteral reReplaceAll regex_replace mustRegexReplaceAll ReplaceAll replaceAll match reMatch regexMatch regexFind regexFindAll matches stripPort stripDomain nospace wrap wrapWith',
    'Sprig, Alertmanager',
    noReplace,
  ],
  ['contains hasPrefix hasSuffix has startsWith endsWith includes mustHas startswith endswith in', sprig, noCheck],
  [
    'split splitList splitn regexSplit explode splitString',
    sprig,
    'A text cannot be split here. Where the data has a list, `range` goes through it.',
  ],
  ['trim trimAll trimSuffix trimPrefix trimSpace strip rstrip lstrip TrimSpace chomp', sprig, noTrim, dropped],
  [
    'safeHtml safeHTML safe safeUrl safeURL safeJS safeCSS raw noescape unescaped htmlSafe',
    'Alertmanager, Hugo, Jinja',
    'Nothing is escaped here by itself, so nothing needs to be called safe: leave it out.',
    dropped,
  ],
  [
    'humanize humanize1024 humanizeDuration humanizePercentage humanizeTimestamp toFloat parseDuration bytes filesizeformat formatBytes',
    alertmanager,
    noNumbers,
  ],
  [
    'first head mustFirst',
    `${sprig} and Jinja`,
    'Here it is `index .List 0`; an empty list has no such element, so guard it with `if .List`.',
    firstOf,
  ],
  [
    'last rest tail initial reverse uniq sortAlpha sort compact without append prepend concat slices chunk sortBy reject select map filter batch unique selectattr',
    `${sprig} and Jinja`,
    'Lists come as they are: only `index`, `slice`, `len` and `range` work on them. The last one is found by its number in a `range`.',
  ],
  ['length size count sizeOf lenght', `${jinja} and JavaScript`, 'Here it is called `len`.', renamed('len')],
  [
    'list tuple dict set unset get hasKey keys values pick omit merge mergeOverwrite dig pluck deepCopy array hash object stringSlice strings',
    sprig,
    noLists,
  ],
  ['empty', sprig, 'Empty is what `not` is for: `if not .X`.', negated],
  ['nindent indent', sprig, noLayout, ({ args, piped }) => (piped && args.length === 2 ? { command: '' } : null)],
  [
    'toYaml toYAML toToml fromJson fromYaml fromJSON parseJson',
    sprig,
    'There is only `json`, which writes JSON; no function reads it.',
  ],
  [
    'toString tostring str string ToString',
    `${sprig} and Jinja`,
    'Here `print` makes a text of anything.',
    renamed('print'),
  ],
  ['int int64 float64 atoi toDecimal float number parseInt', `${sprig} and Jinja`, noTypes],
  ['typeOf kindOf kindIs typeIs deepEqual typeof isinstance', sprig, noTypes],
  ['format sprintf fmt Sprintf', 'other languages', 'Here it is called `printf`.', renamed('printf')],
  [
    'echo puts write log Println Printf Print println',
    'other languages',
    'Here it is called `print`; an action prints its value by itself.',
    renamed('print'),
  ],
  [
    'b64enc b64dec base64 b32enc sha256sum sha1sum md5 md5sum genPassword randAlphaNum uuidv4 encryptAES derivePassword',
    sprig,
    noCrypto,
  ],
  [
    'urlEncode urlencode queryEscape encodeURIComponent url_encode urlParse urlJoin pathEscape urlquote uri',
    `${jinja} and JavaScript`,
    'Here it is called `urlquery`.',
    renamed('urlquery'),
  ],
  [
    'htmlEscape escapeHtml escape e escapeHTML html_escape',
    `${jinja} and Handlebars`,
    'Here it is called `html`. In JSON use `json` instead.',
    renamed('html'),
  ],
  [
    'markdownEscape escapeMarkdown stripHtml striptags nl2br linebreaks plainify markdownify',
    'other systems',
    'There is no function for it here. What the receiver reads as markup has to be avoided in the template.',
  ],
  ['env expandenv lookup getHostByName file files secret include_file query config getv', sprig, noOutside],
  [
    'include partial',
    'Helm',
    'Here a template is invoked by the action `template "name" .`, which cannot be piped.',
    invoked,
  ],
  [
    'tpl required fail assert error panic',
    'Helm',
    'A template here cannot stop itself or run another text as a template. Use `if` to leave something out.',
  ],
  ['repeat cat plural nospace shuffle', sprig, 'There is no such function here; `print` puts texts together.'],
  [
    'args graphLink tableLink externalURL pathPrefix value label strvalue safeHtmlLabel sortByLabel tmpl',
    alertmanager,
    'That is for metrics and labels of Prometheus. Here the notification’s own fields are all there is.',
  ],
  [
    'equals equal is isEqual Eq EQ',
    'other languages',
    'Here it is called `eq`, and stands before its two values.',
    renamed('eq'),
  ],
  [
    'neq notEqual notEquals unequal',
    'other languages',
    'Here it is called `ne`, and stands before its two values.',
    renamed('ne'),
  ],
  ['gte geq', 'other languages', 'Here it is called `ge`.', renamed('ge')],
  ['lte leq', 'other languages', 'Here it is called `le`.', renamed('le')],
];

const table: ReadonlyMap<string, FunctionHabit> = new Map(
  rows.flatMap(([names, system, hint, rewrite = null]) =>
    names.split(' ').map((name) => [name, { system, hint, rewrite }] as const),
  ),
);

/** What to do instead of calling a function that is known from elsewhere; null for a name that is not. */
export function habitOfFunction(name: string): FunctionHabit | null {
  return table.get(name) ?? null;
}

/** Says of a function from elsewhere that it is none here, and in the same sentence what there is instead. */
export function functionOfElsewhere(name: string, { system, hint }: FunctionHabit): string {
  return `\`${name}\` is a function of ${system}: ${continued(hint)}`;
}

/** A sentence as it goes on after a colon; the name of the language keeps its capital. */
export function continued(sentence: string): string {
  return /^Go\b/.test(sentence) ? sentence : `${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`;
}
