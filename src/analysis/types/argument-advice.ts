/** What was meant by a call whose arguments do not fit. */
import type { CommandNode, Node } from '../../go';
import type { Fix } from '../finding';
import { type Place, commandWith, replacing } from './place';
import { type Advice, type State, noAdvice } from './state';

/** Advice on a call with too many, too few or unfit arguments. */
export function argumentAdvice(code: string, place: Place, state: State): Advice {
  switch (code) {
    case 'argument-count':
      return countAdvice(place, state);
    case 'incompatible-types':
      return literalAdvice(place, state) ?? lengthAdvice(place, state) ?? noAdvice;
    case 'not-indexable':
      return indexAdvice(place, state);
    case 'index-type': {
      const advice = literalAdvice(place, state);
      return advice ?? { hint: 'An index is a number, the first being 0.', fixes: [] };
    }
    default:
      return rangeAdvice(place, state);
  }
}

function pipeOf(around: Node | null | undefined) {
  return around !== null && around !== undefined && 'pipe' in around ? around.pipe : null;
}

/** The functions that are written between their operands elsewhere. */
const connectives: ReadonlySet<string> = new Set(['and', 'or']);

/** The functions that compare two values. */
const compares: ReadonlySet<string> = new Set(['eq', 'ne', 'lt', 'le', 'gt', 'ge']);

/** Functions of one argument. */
const takesOne: ReadonlySet<string> = new Set(['len', 'not', 'json', 'html', 'js', 'urlquery']);

function countAdvice({ around, blamed, call = '', args = [] }: Place, { tree: { text } }: State): Advice {
  const source = (from: number, to: number): string => text.slice(from, to);
  if (blamed?.kind === 'identifier' && text[blamed.to] === '.') {
    const hint = `A space stands between a function and its argument: \`${call} .X\`.`;
    return { hint, fixes: [replacing(`Put a space after \`${call}\``, blamed.to, blamed.to, ' ')] };
  }
  const cmd = blamed === null || blamed === undefined ? null : commandWith(pipeOf(around), blamed);
  if (cmd === null) return noAdvice;
  if (connectives.has(call)) {
    const fixes = infix(cmd, call, source);
    const hint = `\`${call}\` stands before what it connects: \`${call} (…) (…)\`.`;
    return { hint, fixes };
  }
  const at = blamed === null || blamed === undefined ? -1 : cmd.args.indexOf(blamed);
  const rest = cmd.args.slice(at + 1);
  const [next] = rest;
  const last = rest.at(-1);
  const inner = at === 0 ? cmd.args.slice(1).find((arg) => arg.kind === 'identifier') : blamed;
  if (call === 'not' && at === 0 && inner !== undefined && inner === next && last !== undefined) {
    const insert = `(${source(next.from, last.to)})`;
    const fix = replacing(`Write \`not ${insert}\``, next.from, last.to, insert);
    return { hint: '`not` takes one value: put the comparison in parentheses, `not (eq … …)`.', fixes: [fix] };
  }
  if (at >= 0 && inner?.kind === 'identifier') {
    const following = cmd.args.slice(cmd.args.indexOf(inner) + 1);
    const end = following[takesOne.has(inner.ident) ? 0 : following.length - 1];
    if (end === undefined) return noAdvice;
    // How much of what follows is compared is told by reading the whole condition.
    if (compares.has(inner.ident) && following.length > 2 && inner !== cmd.args[0]) {
      return {
        hint: `\`${inner.ident}\` and its two values go into parentheses: \`(${inner.ident} .A .B)\`.`,
        fixes: [],
      };
    }
    const insert = `(${source(inner.from, end.to)})`;
    const fix = replacing(`Write \`${insert}\``, inner.from, end.to, insert);
    return { hint: `\`${inner.ident}\` and what it is called with go into parentheses: \`${insert}\`.`, fixes: [fix] };
  }
  if (args.length > 2) return { hint: `\`${call}\` takes one value; give each a call of its own.`, fixes: [] };
  return noAdvice;
}

/** `eq a b or eq c d` as `or (eq a b) (eq c d)`. */
function infix({ args }: CommandNode, call: string, source: (from: number, to: number) => string): readonly Fix[] {
  const operands: Node[][] = [[]];
  for (const arg of args) {
    if (arg.kind === 'identifier' && connectives.has(arg.ident)) {
      if (arg.ident !== call) return [];
      operands.push([]);
    } else operands.at(-1)?.push(arg);
  }
  const texts: string[] = [];
  for (const words of operands) {
    const [first] = words;
    const last = words.at(-1);
    if (first === undefined || last === undefined) return [];
    const written = source(first.from, last.to);
    texts.push(words.length > 1 ? `(${written})` : written);
  }
  const [first] = args;
  const last = args.at(-1);
  if (first === undefined || last === undefined || texts.length < 2) return [];
  const insert = `${call} ${texts.join(' ')}`;
  return [replacing(`Write \`${insert}\``, first.from, last.to, insert)];
}

/** A number in quotes where a number is wanted, or the other way round. */
function literalAdvice({ args = [], argv = [], call = '' }: Place, { tree: { text } }: State): Advice | null {
  const operands = args.slice(1);
  for (const [i, operand] of operands.entries()) {
    const others = argv.filter((_, j) => j !== i);
    const wantsNumber = call === 'index' || call === 'slice' ? i > 0 : others.some(({ type }) => type?.isInteger);
    if (operand.kind === 'string' && wantsNumber && /^\d+$/.test(operand.text)) {
      const fix = replacing(`Write \`${operand.text}\``, operand.from, operand.to, operand.text);
      return { hint: `A number has no quotes: \`${operand.text}\`.`, fixes: [fix] };
    }
    const whole = text.slice(operand.from, operand.to);
    if (operand.kind === 'number' && wantsNumber && /^\d+\.0*$/.test(whole)) {
      const insert = whole.replace(/\..*/, '');
      const hint = `A length is a whole number, which has no point: \`${insert}\`.`;
      return { hint, fixes: [replacing(`Write \`${insert}\``, operand.from, operand.to, insert)] };
    }
    if (
      operand.kind === 'string' &&
      /^(?:true|false)$/.test(operand.text) &&
      others.some(({ type }) => type?.kind === 'bool')
    ) {
      const fix = replacing(`Write \`${operand.text}\``, operand.from, operand.to, operand.text);
      return { hint: `\`${operand.text}\` is written without quotes.`, fixes: [fix] };
    }
    if ((operand.kind === 'number' || operand.kind === 'bool') && call !== 'index' && call !== 'slice') {
      if (!others.some(({ type }) => type?.kind === 'string')) continue;
      const insert = `"${text.slice(operand.from, operand.to)}"`;
      const fix = replacing(`Write \`${insert}\``, operand.from, operand.to, insert);
      return { hint: `It is compared with a text: \`${insert}\`.`, fixes: [fix] };
    }
  }
  return null;
}

/** A list is compared with a number: its length is meant. */
function lengthAdvice({ args = [], argv = [] }: Place, { tree: { text } }: State): Advice | null {
  const operands = args.slice(1);
  const at = operands.findIndex((_, i) => argv[i]?.type?.kind === 'slice' || argv[i]?.type?.kind === 'map');
  const list = operands[at];
  const others = argv.filter((_, i) => i !== at);
  if (list === undefined || others.length === 0 || !others.every(({ type }) => type?.isInteger === true)) return null;
  const written = text.slice(list.from, list.to);
  const fix = replacing(`Write (len ${written})`, list.from, list.to, `(len ${written})`);
  return { hint: `A list is no number; how many there are is \`len ${written}\`.`, fixes: [fix] };
}

/** `index .Application "Name"`: a field is taken with a point. `.X | slice 0 8`: what is piped in comes last. */
function indexAdvice({ around, args = [], argv = [], call = '' }: Place, { tree: { text } }: State): Advice {
  const [whole, of, key] = args;
  const type = argv[0]?.type;
  if (of?.kind === 'number' && (pipeOf(around)?.cmds.length ?? 0) > 1) {
    return {
      hint: `What is piped in is the last argument, and \`${call}\` wants it first: \`${call} .X 0\`.`,
      fixes: [],
    };
  }
  if (whole === undefined || of === undefined || key?.kind !== 'string' || args.length !== 3) return noAdvice;
  if (type?.kind !== 'struct' || type.fieldByName(key.text) === null) return noAdvice;
  const path = `${text.slice(of.from, of.to).replace(/^\.$/, '')}.${key.text}`;
  if (of.kind !== 'field' && of.kind !== 'variable' && of.kind !== 'dot') return noAdvice;
  return {
    hint: `A field is taken with a point: \`${path}\`.`,
    fixes: [replacing(`Write \`${path}\``, whole.from, key.to, path)],
  };
}

/** A part that may reach beyond the end. */
function rangeAdvice({ around, args = [], argv = [], call = '' }: Place, { tree: { text } }: State): Advice {
  const [, container, low, high] = args;
  const [of] = argv;
  if (container === undefined || low === undefined || of === undefined) return noAdvice;
  const source = (node: Node): string => text.slice(node.from, node.to);
  const textOf = (node: Node | undefined): string => (node === undefined ? '' : source(node));
  const whole = args[0];
  const isNegative = [low, high].some((node) => node !== undefined && source(node).startsWith('-'));
  if (isNegative) {
    const hint = 'Elements are counted from 0 on, and there is no counting from the end. Go through all with `range`.';
    return { hint, fixes: [] };
  }
  if (of.type?.kind === 'string') {
    const hint =
      'The text may be shorter; `printf "%.100s"` cuts a text at 100 characters and takes a shorter one as it is.';
    const isPrefix = call === 'slice' && args.length === 4 && source(low) === '0' && /^\d+$/.test(textOf(high));
    if (!isPrefix || whole === undefined || high === undefined) return { hint, fixes: [] };
    const insert = `printf "%.${source(high)}s" ${source(container)}`;
    return { hint, fixes: [replacing('Cut it with printf', whole.from, high.to, insert)] };
  }
  const bound = high ?? low;
  const hint = `There may be fewer: ask for the length first, \`{{ if gt (len ${source(container)}) … }}\`.`;
  const isSimple = container.kind === 'field' || container.kind === 'variable';
  if (around?.kind !== 'action' || around.pipe.decl.length > 0 || !isSimple || !/^\d+$/.test(source(bound))) {
    return { hint, fixes: [] };
  }
  const needed = Number(source(bound)) + (call === 'index' ? 1 : 0);
  const list = source(container);
  const guard = needed === 1 ? `{{ if ${list} }}` : `{{ if ge (len ${list}) ${String(needed)} }}`;
  const edits = [
    { from: around.from, to: around.from, insert: guard },
    { from: around.to, to: around.to, insert: '{{ end }}' },
  ];
  return { hint, fixes: [{ title: 'Ask for the length first', edits }] };
}
