/** Templates as people get them wrong: one thing of a good one deleted, replaced or misspelt. */
import type { Random } from '../../conformance/fuzz/random';

const actionPattern = /\{\{[^]*?\}\}/g;
const tokenPattern = /"(?:[^"\\\n]|\\.)*"|`[^`]*`|'[^'\n]*'|\$?[.\w]+|\$|:=|\|\||&&|[^\s\w]/g;

/** What stands in actions, meant or not. */
const words = [
  ...[
    '.',
    '$',
    '.Status',
    '.URL',
    '.Application.Name',
    '.Reports',
    '.Name',
    '.Message',
    '.Severity',
    '.Details',
    '.Nope',
  ],
  ...['$x', '$.Status', '.Application', '.Summary', '.status', 'Status', '.Reports.Message', '.Labels', '.Values.x'],
  ...[
    'eq',
    'ne',
    'lt',
    'and',
    'or',
    'not',
    'len',
    'index',
    'slice',
    'json',
    'print',
    'printf',
    'html',
    'js',
    'urlquery',
  ],
  ...[
    'toJson',
    'upper',
    'default',
    'join',
    'if',
    'else',
    'end',
    'range',
    'with',
    'template',
    'define',
    'break',
    'elseif',
  ],
  ...[
    '"OK"',
    '"x"',
    '`x`',
    "'x'",
    '“OK”',
    '\\"OK\\"',
    '1',
    '-1',
    '1.5',
    'true',
    'nil',
    '==',
    '=',
    '!=',
    '&&',
    '||',
    '!',
  ],
  ...['(', ')', '|', ':=', ',', '?', ':', '+', '-', '%', '@', '{', '}', '[0]', '.length', 'len()'],
];

interface Span {
  readonly from: number;
  readonly to: number;
}

function spans(text: string, pattern: RegExp, offset = 0): readonly Span[] {
  return [...text.matchAll(pattern)].map((m) => ({ from: offset + m.index, to: offset + m.index + m[0].length }));
}

function replaced(text: string, { from, to }: Span, by: string): string {
  return text.slice(0, from) + by + text.slice(to);
}

/** A word with one slip of the fingers. */
function misspelt(r: Random, word: string): string {
  const at = r.below(word.length);
  return r.weighted(
    [2, () => word.slice(0, at) + word.slice(at + 1)],
    [
      2,
      () =>
        word.slice(0, at) +
        word
          .slice(at, at + 2)
          .split('')
          .reverse()
          .join('') +
        word.slice(at + 2),
    ],
    [1, () => word.slice(0, at + 1) + word.slice(at)],
    [2, () => word.toLowerCase()],
    [1, () => `${word}s`],
    [1, () => word.replace(/^\./, '')],
    [1, () => word.toUpperCase()],
  );
}

/** Changes one thing of a template; what is chosen may not be there, and then nothing changes. */
export function spoiled(r: Random, text: string): string {
  const actions = spans(text, actionPattern);
  const action = actions.length === 0 ? null : r.pick(actions);
  const outside = (pattern: RegExp): readonly Span[] =>
    spans(text, pattern).filter((s) => !actions.some((a) => a.from < s.to && s.from < a.to));
  const one = (among: readonly Span[], by: (was: string) => string): string => {
    if (among.length === 0) return text;
    const span = r.pick(among);
    return replaced(text, span, by(text.slice(span.from, span.to)));
  };
  if (action === null) return one(outside(/["{},:[\]]/g), () => '');
  const inside = text.slice(action.from + 2, action.to - 2);
  const tokens = spans(inside, tokenPattern, action.from + 2);
  const named = tokens.filter(({ from, to }) => /[A-Za-z]/.test(text.slice(from, to)));
  const quoted = tokens.filter(({ from }) => text[from] === '"');
  return r.weighted<string>(
    [3, () => one(tokens, () => '')],
    [3, () => one(tokens, () => r.pick(words))],
    [1, () => one(tokens, (was) => `${was} ${r.pick(words)}`)],
    [4, () => one(named, (was) => misspelt(r, was))],
    [1, () => one(spans(text, /[{}]/g), () => '')],
    [1, () => one(spans(text, /\{\{|\}\}/g), (was) => was[0] ?? '')],
    [
      1,
      () =>
        one(quoted, (was) =>
          r.pick([
            `'${was.slice(1, -1)}'`,
            `“${was.slice(1, -1)}”`,
            `\\"${was.slice(1, -1)}\\"`,
            was.slice(1),
            was.slice(0, -1),
          ]),
        ),
    ],
    [2, () => one(spans(text, /\bjson \b|\| *json\b/g), () => '')],
    [2, () => one(outside(/,/g), () => '')],
    [1, () => one(outside(/,/g), () => ',,')],
    [1, () => one(outside(/[\]}]/g), (was) => `,${was}`)],
    [1, () => one(outside(/"/g), (was) => r.pick(['', "'", '\\"', `${was}${was}`]))],
    [1, () => one(outside(/[{}[\]:]/g), () => '')],
    [1, () => one(outside(/\n|\w+/g), (was) => r.pick([`${was}\n`, `${was}\\`, `${was}\t`, `${was}"`]))],
    [1, () => one(actions, () => '')],
    [1, () => one(actions, (was) => was + was)],
    [1, () => one(spans(text, /\{\{-? *(?:end|else)[^}]*\}\}/g), () => '')],
    [
      1,
      () =>
        one(actions, () =>
          r.pick(['{{ else }}', '{{ end }}', '{{ break }}', '{{ .Nope }}', '{{ template "x" }}', '{{ . }}']),
        ),
    ],
    [1, () => one(tokens, (was) => (was.startsWith('$.') ? was.slice(1) : was.startsWith('.') ? `$${was}` : was))],
    [0.5, () => one([action], (was) => `{${was.slice(2, -2)}}`)],
    [0.5, () => one([action], (was) => `$${was}`)],
  );
}
