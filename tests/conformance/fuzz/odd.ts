/** Requests about one corner each: literals, trimming, names, nesting. */
import type { Request } from '../subject';
import type { Json } from '../values';
import type { Random } from './random';

const digits = [
  '0',
  '1',
  '7',
  '8',
  '9',
  '_',
  'a',
  'f',
  'x',
  'b',
  'o',
  'e',
  'p',
  'E',
  '.',
  '+',
  '-',
  'i',
  "'",
  '00',
  '12',
];

function numberLiteral(r: Random): string {
  const head = r.pick(['', '', '-', '+', '0x', '0b', '0o', '0', '1', '.', '0X1p', '1e', '9007199254740993', '0x1.']);
  return head + r.many(0, 5, () => r.pick(r.chance(0.7) ? digits.slice(0, 5) : digits)).join('');
}

const escapes = ['\\n', '\\"', "\\'", '\\x41', '\\xff', '\\377', '\\400', '\\08', '\\u00e9', '\\ud800', '\\U0001F600'];
const moreEscapes = [
  '\\U00110000',
  '\\uD83D\\uDE00',
  '\\x4',
  '\\a\\v\\0',
  '\\000',
  '\\\\',
  '\\?',
  'é',
  '\u2028',
  '\t',
  '%',
];

function quotedLiteral(r: Random): string {
  const inside = (): string =>
    r
      .many(0, 3, () => r.pick(r.chance(0.6) ? [...escapes, ...moreEscapes] : ['a', ' ', "'", '"', '`', '{', '}}']))
      .join('');
  return r.weighted(
    [4, () => `"${inside()}"`],
    [1, () => `\`${inside()}\``],
    [3, () => `'${r.pick([...escapes, ...moreEscapes, 'a', '', 'ab'])}'`],
  );
}

/** Numbers, characters and texts as templates write them, right and wrong. */
export function literalRequest(r: Random): Request {
  const literal = (): string => (r.chance(0.6) ? numberLiteral(r) : quotedLiteral(r));
  const template = r.weighted(
    [3, () => `{{printf "%T %v" ${literal()} ${literal()}}}`],
    [3, () => `{{${literal()}}}`],
    [1, () => `{{print ${literal()} | printf "%q"}}`],
    [1, () => `{{${r.pick(['eq', 'lt', 'index .', 'slice .', 'and', 'len'])} ${literal()} ${literal()}}}`],
    [1, () => `{{$x := ${literal()}}}{{json $x}}`],
    [1, () => `{{.Int8 ${literal()}}}{{.Uint64 ${literal()}}}{{.Float32 ${literal()}}}{{.Rune ${literal()}}}`],
  );
  return { mode: 'any', template, data: { $named: ['Args', ['']] } };
}

const spaces = [' ', '  ', '\n', '\t', '\r', '\r\n', '', '', '\u00a0', '\f', 'a', '-', '{', '}', '{ {'];

/** Space around actions, trim markers, comments and the ends of keywords. */
export function trimRequest(r: Random): Request {
  const space = (): string => r.many(0, 3, () => r.pick(spaces)).join('');
  const inside = (): string =>
    r.pick([
      '/* c */',
      '/**/',
      '/*',
      '1',
      '.',
      '-1',
      '- 1',
      '"x"',
      '',
      'if .',
      'end',
      'else',
      'range .',
      '/* }} */',
      '*/',
    ]);
  const action = (): string =>
    r.pick(['{{', '{{-', '{{- ', '{{-\n', '{{ ', '{{ -']) +
    inside() +
    r.pick(['}}', '-}}', ' -}}', '\n-}}', ' }}', '- }}', ' - }}']);
  return { mode: 'any', template: r.many(1, 4, () => space() + action()).join('') + space(), data: ['e', 'f'] };
}

const letters = [
  'a',
  'é',
  'Z',
  '_',
  '1',
  '٣',
  '日',
  'ǅ',
  'ª',
  '\u0301',
  '\u200d',
  '-',
  '.',
  '$',
  '\ud83d\ude00',
  'x y',
];

/** Names of fields, variables, functions and templates with letters of every sort. */
export function nameRequest(r: Random): Request {
  const name = (): string => r.many(1, 3, () => r.pick(r.chance(0.6) ? letters.slice(0, 6) : letters)).join('');
  const [a, b] = [name(), r.chance(0.7) ? null : name()];
  const template = r.pick([
    `{{.${a}}}{{.x.${b ?? a}}}`,
    `{{$${a} := 1}}{{$${b ?? a}}}`,
    `{{define "${a}"}}[{{.}}]{{end}}{{template "${b ?? a}" .}}`,
    `{{block "${a}" .}}x{{end}}{{template "${b ?? a}"}}`,
    `{{${a}}}`,
    `{{range $${a}, $b := .}}{{$${b ?? a}}}={{$b}};{{end}}`,
    `{{(index . "${a}").${b ?? a}}}`,
    `{{with $${a} := .${b ?? a}}}{{$${a}}}{{else}}none{{end}}`,
  ]);
  return { mode: 'any', template, data: { [a]: 1, x: { [b ?? a]: 'v', y: 1 } } };
}

const wraps: readonly (readonly [head: string, tail: string])[] = [
  ['(', ')'],
  ['print (', ')'],
  ['not (', ')'],
  ['and 1 (', ')'],
  ['or (', ') 2'],
  ['len (print ', ')'],
  ['print (print 1) (', ')'],
  ['print ($x = print $x "b") (', ')'],
  ['index $.l (len ', ')'],
  ['(', ').a'],
];
const blocks: readonly (readonly [head: string, tail: string])[] = [
  ['{{if 1}}', '{{end}}'],
  ['{{if 0}}{{else}}', '{{end}}'],
  ['{{if 0}}{{else if 1}}', '{{end}}'],
  ['{{with $x}}', '{{end}}'],
  ['{{range 1}}', '{{end}}'],
  ['{{range $i, $e := $.l}}{{$i}}', '{{break}}{{end}}'],
  ['{{with .}}{{$x := 2}}', '{{$x}}{{end}}'],
  ['{{block "b" .}}', '{{end}}'],
];

/** Expressions, bodies and data nested deep, of one sort or of several. */
export function deepRequest(r: Random): Request {
  const depth = r.pick([1, 2, 5, 60, 149, 150, 151, 300, 700]);
  const nested = (sorts: typeof wraps, inner: string): string => {
    const chosen = r.many(1, 2, () => r.pick(sorts));
    let text = inner;
    for (let n = r.below(depth + 1); n > 0; n--) {
      const [head, tail] = r.pick(chosen);
      text = head + text + tail;
    }
    return text;
  };
  const leaf = r.pick(['1', '.', '$x', '"s"', '.Nope', 'nil', '$.d', '(index .l 9)', 'print']);
  const action = `{{${r.pick(['', '', 'print ', '$x = ', '$y := '])}${nested(wraps, leaf)}}}`;
  const text = r.chance(0.5) ? action : nested(blocks, action);
  let data: Json = 1;
  for (let n = r.below(30); n > 0; n--) data = r.chance(0.5) ? [data] : { a: data };
  const template = `{{$x := "x"}}${text}{{$x}}${r.chance(0.2) ? '{{json .}}{{.}}' : ''}`;
  return { mode: 'any', template, data: { l: [1, 2], d: data } };
}
