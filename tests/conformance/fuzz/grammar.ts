/** Random templates: most of them valid, some nearly, some with a few bytes changed. */
import { memberNames } from './data';
import type { Paths } from './paths';
import type { Random } from './random';

const plainTexts = [
  ...[
    'text',
    ' ',
    '\n',
    '  \n\t ',
    'é😀 ',
    '{"a": "',
    '"}',
    '{',
    '}',
    ',',
    '\r\n',
    '<b>',
    '%',
    '\\',
    '"',
    "'",
    '\u00a0',
    '{ {',
    '} }',
    '-',
  ],
];

/** Numbers that are well formed and that most types can hold. */
export const numbers = [
  ...[
    '0',
    '1',
    '2',
    '3',
    '0',
    '1',
    '2',
    '-1',
    '+1',
    '17',
    '300',
    '0x10',
    '0X_1F',
    '0b101',
    '0o17',
    '017',
    '1e2',
    '1.5',
    '-2.5',
    '.5',
    '1.',
    '2.0',
  ],
  ...[
    '0x1p4',
    '0x1.8p1',
    '1i',
    '2.5i',
    '1+2i',
    '1e1i',
    '1e-7',
    '100000',
    "'a'",
    "'\\n'",
    "'é'",
    "'\\u00e9'",
    "'\\''",
    "'\\x41'",
  ],
];

/** Numbers that some types or Go itself cannot hold. */
const wildNumbers = [
  ...[
    '1_000',
    '1e400',
    "'\\377'",
    '9223372036854775807',
    '9223372036854775808',
    '-9223372036854775808',
    '1e19',
    '0x1.8',
  ],
  ...['18446744073709551615', '18446744073709551616', '1e-400', '0xffffffffffffffff', '-0', '-0.0', '1_0.5', '0_1'],
];

const strings = [
  ...[
    '""',
    '"a"',
    '"abc"',
    '"a b"',
    '"<é&>"',
    '"\\n\\t\\""',
    '"\\u00e9"',
    '"\\xff"',
    '"\\U0001F600"',
    '`raw`',
    '`r\\w`',
    '"1"',
    '"true"',
    '"A"',
  ],
  ...['"b"', '"c"', '"Name"', '"日本"', '`a\nb`', '"http://x/?a=b c"', '"x\\x00y"'],
];

const nearly = [
  ...[
    '08',
    '1__0',
    '0x',
    '0b2',
    "'ab'",
    "''",
    '"\\q"',
    '1e',
    '1i2',
    '.5x',
    '..',
    '.a.',
    '$.',
    '.',
    '(',
    ')',
    '"open',
    '`open',
    "'a",
    '|',
    ':=',
    '=',
  ],
  ...[
    '$x',
    '$nope',
    '$',
    ',',
    '@',
    '#',
    '!',
    '..a',
    '.a..b',
    '$a.b.',
    'nil.a',
    '1.a',
    '"s".a',
    'true.b',
    '(1).a',
    '().a',
    '( )',
    '+',
    '-',
    '1+',
    '=',
    '==',
    '\\',
  ],
  ...[
    'end',
    'else',
    'if',
    'range',
    'define',
    'block',
    'template',
    'break',
    'continue',
    'with',
    'nope',
    '_x',
    'é',
    '/* c */',
    '/*',
    '*/',
    '- ',
    ' -',
    '-',
    '{{',
    '}}',
    '\n',
  ],
];

/** Functions that take anything. */
const easyFunctions = [
  'print',
  'println',
  'html',
  'js',
  'urlquery',
  'json',
  'and',
  'or',
  'not',
  'printf',
  'printf',
  'printf',
  'json',
  'printf',
];

/** Every function there is, those with the most ways to go wrong several times. */
export const functionNames = [
  ...[
    'and',
    'or',
    'not',
    'len',
    'index',
    'slice',
    'print',
    'printf',
    'println',
    'html',
    'js',
    'urlquery',
    'eq',
    'ne',
    'lt',
    'le',
    'gt',
    'ge',
  ],
  ...['call', 'json', 'eq', 'index', 'printf', 'len', 'json', 'slice', 'print'],
];

const verbs = [
  'p',
  'v',
  'v',
  'd',
  's',
  'q',
  'x',
  'X',
  'T',
  't',
  'f',
  'e',
  'g',
  'G',
  'E',
  'F',
  'c',
  'U',
  'b',
  'o',
  'O',
  'w',
  'z',
  '!',
  '%',
];

/** A random format for printf. */
export function randomFormat(r: Random): string {
  const directive = (): string => {
    const flags = r.many(0, 2, () => r.pick(['+', '-', '#', ' ', '0', '#', '+'])).join('');
    const width = r.weighted(
      [5, () => ''],
      [2, () => String(r.below(12))],
      [0.3, () => '*'],
      [0.2, () => `[${String(r.below(4))}]*`],
    );
    const precision = r.weighted(
      [5, () => ''],
      [2, () => `.${String(r.below(6))}`],
      [0.3, () => '.'],
      [0.3, () => '.*'],
    );
    const at = r.chance(0.1) ? `[${r.pick(['1', '2', '3', '0', 'x', ''])}]` : '';
    return `%${flags}${width}${precision}${at}${r.pick(verbs)}`;
  };
  return r.many(1, 3, () => (r.chance(0.75) ? directive() : r.pick(['', ' ', 'a', '%', 'é', '%!']))).join('');
}

/** Makes one template about data with the given names. */
export class Grammar {
  private variables: string[] = ['$'];
  private defined = 0;
  private loops = 0;
  /** Whether dot is the data, so that paths into the data begin with a dot here. */
  private dotIsData = true;

  constructor(
    private readonly r: Random,
    private readonly names: readonly string[],
    private readonly paths: Paths,
    /** How likely a path leads where nothing may be. */
    private readonly wildness: number,
    /** How likely something that is not quite the language slips in, for each place where it may. */
    private readonly sloppiness: number,
  ) {}

  template(): string {
    const { r } = this;
    const count = r.chance(0.2) ? 1 + r.below(2) : 0;
    // Templates invoke only those that are defined after them, so that rendering ends.
    const definitions = Array.from({ length: count }, (_, i) => {
      this.defined = count - i - 1;
      this.variables = ['$'];
      return `{{define ${this.templateName(i, count)}}}${this.body(1)}{{end}}`;
    });
    this.defined = count;
    this.variables = ['$'];
    const main = this.body(3);
    return r.chance(0.5) ? main + definitions.join('') : definitions.join('') + main;
  }

  private templateName(i: number, count: number): string {
    return this.r.chance(0.97) ? `"d${String(count - 1 - i)}"` : '"t"';
  }

  private body(depth: number): string {
    return this.r.many(1, 3, () => this.node(depth)).join('');
  }

  private action(inside: string): string {
    const { r } = this;
    const left = r.chance(0.08) ? '{{- ' : r.chance(0.1) ? '{{ ' : '{{';
    const right = r.chance(0.08) ? ' -}}' : r.chance(0.1) ? ' }}' : '}}';
    return left + (r.chance(this.sloppiness * 0.3) ? this.spoil(inside) : inside) + right;
  }

  private spoil(inside: string): string {
    const words = inside.split(' ');
    const at = this.r.below(words.length + 1);
    words.splice(at, this.r.below(2), this.r.pick(nearly));
    return words.join(this.r.chance(0.9) ? ' ' : '');
  }

  private node(depth: number): string {
    const { r } = this;
    return r.weighted(
      [1.5, () => (r.chance(0.7) ? r.pick(plainTexts) : r.pick(plainTexts) + r.pick(plainTexts))],
      [5, () => this.action(this.pipeline(2))],
      [0.2, () => this.comment()],
      [0.8, () => this.declaration()],
      [depth > 0 ? 1.2 : 0, () => this.conditional('if', depth)],
      [depth > 0 ? 1 : 0, () => this.conditional('with', depth)],
      [depth > 0 ? 1.8 : 0, () => this.range(depth)],
      [
        this.defined > 0 ? 1 : 0,
        () => this.action(`template "d${String(r.below(this.defined))}"${r.chance(0.7) ? ` ${this.pipeline(1)}` : ''}`),
      ],
      [depth > 0 ? 0.15 : 0, () => this.block(depth)],
      [this.loops > 0 ? 0.4 : this.sloppiness * 0.2, () => this.action(r.pick(['break', 'continue']))],
    );
  }

  private comment(): string {
    const text = this.r.pick(['', ' c ', '\n', ' {{ ', ' }} ', '*', ' a */ b ', '-']);
    return this.r.pick([
      `{{/*${text}*/}}`,
      `{{- /*${text}*/ -}}`,
      `{{/*${text}*/ -}}`,
      `{{- /*${text}*/}}`,
      `{{ /*${text}*/ }}`,
    ]);
  }

  private declaration(): string {
    const name = this.r.pick(['$a', '$b', '$c', '$é', '$v1']);
    if (this.variables.includes(name) && this.r.chance(0.5)) return this.action(`${name} = ${this.pipeline(1)}`);
    const text = this.action(`${name}${this.r.pick([' := ', ':=', ' :='])}${this.pipeline(1)}`);
    this.variables.push(name);
    return text;
  }

  private scoped(make: () => string): string {
    const height = this.variables.length;
    const text = make();
    this.variables.length = height;
    return text;
  }

  private conditional(keyword: 'if' | 'with', depth: number): string {
    const { r } = this;
    return this.scoped(() => {
      const head = this.head(keyword);
      const inside = (): string => this.body(depth - 1);
      let text = head + this.scoped(() => (keyword === 'with' ? this.away(inside) : inside()));
      while (r.chance(0.2))
        text +=
          this.action(`else ${r.chance(0.95) ? keyword : 'if'} ${this.pipeline(1)}`) +
          this.scoped(() => this.body(depth - 1));
      if (r.chance(0.35)) text += this.action('else') + this.scoped(() => this.body(depth - 1));
      return text + this.end();
    });
  }

  private head(keyword: string): string {
    if (!this.r.chance(0.3)) return this.action(`${keyword} ${this.pipeline(1)}`);
    const name = this.r.pick(['$w', '$a']);
    const text = this.action(`${keyword} ${name} := ${this.pipeline(1)}`);
    this.variables.push(name);
    return text;
  }

  private end(): string {
    return this.r.chance(1 - this.sloppiness * 0.05) ? this.action('end') : '';
  }

  private range(depth: number): string {
    const { r } = this;
    return this.scoped(() => {
      const over = r.chance(0.8) ? this.reach(this.paths.loops) : r.chance(0.5) ? String(r.below(5)) : this.pipeline(1);
      const names = r.weighted<readonly string[]>(
        [4, () => []],
        [2, () => ['$e']],
        [3, () => ['$i', '$e']],
        [this.sloppiness, () => ['$i', '$e', '$x']],
      );
      const assign = names.length > 0 && this.variables.length > names.length && r.chance(0.15);
      const used = assign ? names.map(() => r.pick(this.variables.slice(1))) : names;
      const text = this.action(`range ${used.length === 0 ? '' : `${used.join(', ')} ${assign ? '=' : ':='} `}${over}`);
      this.variables.push(...used);
      this.loops++;
      const body = this.scoped(() => this.away(() => this.body(depth - 1)));
      this.loops--;
      const otherwise = r.chance(0.25) ? this.action('else') + this.scoped(() => this.body(depth - 1)) : '';
      return text + body + otherwise + this.end();
    });
  }

  private block(depth: number): string {
    const name = this.r.pick(['"k"', '"l"', '`k`', '"t"']);
    const head = this.action(`block ${name} ${this.pipeline(1)}`);
    const outer = this.variables;
    const { loops } = this;
    this.variables = ['$'];
    this.loops = 0;
    const text = head + this.body(depth - 1) + this.action('end');
    this.variables = outer;
    this.loops = loops;
    return text;
  }

  private pipeline(depth: number): string {
    const { r } = this;
    const commands = [this.command(depth, true)];
    while (r.chance(0.2)) commands.push(this.command(depth, false));
    return commands.join(r.chance(0.9) ? ' | ' : '|');
  }

  private command(depth: number, first: boolean): string {
    const { r } = this;
    if (first && r.chance(0.5)) return this.operand(depth);
    if (r.chance(0.03 + 0.25 * this.wildness))
      return [this.reach(), ...r.many(0, 3, () => this.operand(depth - 1))].join(' ');
    const name = r.chance(0.55 + 0.4 * this.wildness) ? r.pick(functionNames) : r.pick(easyFunctions);
    const few = first ? 1 : 0;
    const operands = (): string[] => {
      switch (name) {
        case 'printf':
          return [this.quoted(randomFormat(r)), ...r.many(0, 3, () => this.operand(depth - 1))];
        case 'call':
        case 'index':
        case 'slice':
          return [...(first ? [this.reach()] : []), ...r.many(few, 2, () => this.operand(depth - 1))];
        case 'len':
        case 'not':
        case 'json':
          return r.many(few, r.chance(0.05) ? 2 : few, () => this.operand(depth - 1));
        default:
          return r.many(few, 3, () => this.operand(depth - 1));
      }
    };
    return [name, ...operands()].join(' ');
  }

  private quoted(text: string): string {
    return this.r.chance(0.8) ? JSON.stringify(text) : `\`${text}\``;
  }

  private operand(depth: number): string {
    const { r } = this;
    if (r.chance(this.sloppiness * 0.05)) return r.pick(nearly);
    return r.weighted(
      [3, () => this.reach()],
      [1, () => '.'],
      [1.5, () => (r.chance(0.03) ? r.pick(wildNumbers) : r.pick(numbers))],
      [1.2, () => r.pick(strings)],
      [0.4, () => r.pick(['true', 'false', 'nil'])],
      [0.2, () => r.pick(functionNames)],
      [
        depth > 0 ? 1.5 : 0,
        () => `(${this.pipeline(depth - 1)})${r.chance(0.03 + 0.3 * this.wildness) ? `.${r.pick(memberNames)}` : ''}`,
      ],
    );
  }

  /** A field, a variable, or what can be reached from them. */
  private reach(among: readonly string[] = this.paths.all): string {
    const { r } = this;
    if (among.length > 0 && !r.chance(this.wildness)) {
      if (r.chance(0.12)) return r.pick(this.variables);
      return `${this.dotIsData && r.chance(0.9) ? '' : '$'}.${r.pick(among)}`;
    }
    const chain = (): string =>
      r.many(0, r.chance(0.6) ? 0 : 2, () => `.${r.chance(0.7) ? r.pick(memberNames) : r.pick(this.names)}`).join('');
    if (r.chance(0.65)) return `.${r.pick(this.names)}${chain()}`;
    const variable = r.pick(this.variables);
    if (variable === '$' && r.chance(0.8)) return `$.${r.pick(this.names)}${chain()}`;
    return variable + chain();
  }

  /** Runs `make` where dot is something else than the data. */
  private away(make: () => string): string {
    const before = this.dotIsData;
    this.dotIsData = false;
    const text = make();
    this.dotIsData = before;
    return text;
  }
}

/** Changes a few bytes of a template: the result is hardly ever valid, often not even UTF-8. */
export function mutate(r: Random, text: string): Buffer {
  let bytes = Buffer.from(text);
  for (let n = 1 + r.below(3); n > 0 && bytes.length > 0; n--) {
    const at = r.below(bytes.length);
    const span = r.below(4);
    const insert = r.weighted(
      [3, () => Buffer.alloc(0)],
      [3, () => Buffer.from(r.pick(nearly))],
      [1, () => Buffer.from([r.below(256)])],
      [2, () => Buffer.from([32 + r.below(95)])],
      [1, () => bytes.subarray(r.below(bytes.length)).subarray(0, 1 + r.below(12))],
    );
    bytes = Buffer.concat([bytes.subarray(0, at), insert, bytes.subarray(at + span)]);
  }
  return bytes;
}
