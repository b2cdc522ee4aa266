/** Lists and structs that are printed whole, nothing that is printed, and keys that the data does not have. */
import { type CommandNode, type Node, type Type, nodeString, sprint } from '../../go';
import type { Finding, Fix } from '../finding';
import type { Subject } from '../room';
import type { Known } from '../types/known';
import { formatOf } from '../format';
import { describesItself } from './samples';
import type { Survey } from './survey';
import { exampleOf, short, suspicion } from './wording';

/** What is written as text and is none. */
export function printedFindings(subject: Subject, survey: Survey): readonly Finding[] {
  return [...printedWhole(subject, survey), ...printedNil(survey), ...unknownKeys(subject, survey)];
}

/** Functions that write their operands as actions do. */
const writing: ReadonlySet<string> = new Set(['print', 'println', 'html', 'js', 'urlquery']);

function printedWhole(subject: Subject, { prints, calls }: Survey): readonly Finding[] {
  const findings: Finding[] = [];
  for (const { pipe } of prints) {
    const command = pipe.cmds.at(-1);
    const [only] = command?.args ?? [];
    if (command === undefined || only === undefined) continue;
    const alone = pipe.cmds.length === 1 && command.args.length === 1;
    const finding = whole(subject, alone ? only : command, alone ? pipe.cmds[0] : undefined, pipe);
    if (finding !== null) findings.push(finding);
  }
  for (const { name, args } of calls) {
    const operands = name === 'printf' ? printedByPrintf(args) : writing.has(name) ? args : [];
    for (const operand of operands) {
      const finding = whole(subject, operand);
      if (finding !== null) findings.push(finding);
    }
  }
  return findings;
}

/** The operands that printf writes by `%s` or `%v`; who writes `%+v` wants to see everything. */
function printedByPrintf([format, ...operands]: readonly Node[]): readonly Node[] {
  if (format?.kind !== 'string') return [];
  const { directives } = formatOf(format.text, operands.length);
  return directives.flatMap(({ verb, flags, value }) => {
    const operand = value === null ? undefined : operands[value];
    return operand !== undefined && (verb === 's' || verb === 'v') && !/[+#]/.test(flags) ? [operand] : [];
  });
}

function whole({ annotated, text }: Subject, node: Node, action?: CommandNode, span: Node = node): Finding | null {
  const known = annotated.known.get(node);
  const type = known?.type ?? null;
  if (type === null || known === undefined || describesItself(type)) return null;
  const isList = type.kind === 'slice' || type.kind === 'array';
  if (!isList && type.kind !== 'struct' && type.kind !== 'map') return null;
  // A list of bytes is printed as text by some, and has no use here.
  if (isList && type.elem.kind === 'uint8') return null;
  const example = exampleOf(known);
  const brackets = isList
    ? type.elem.kind === 'struct' && !describesItself(type.elem)
      ? '[{…}]'
      : '[…]'
    : type.kind === 'map'
      ? 'map[…]'
      : '{…}';
  const shown = example === null ? brackets : short(sprint([example]));
  const what = isList ? 'list' : type.kind === 'map' ? 'map' : 'struct';
  const place = placeOf(node, span);
  const message = `${short(text.slice(place[0], place[1]))} is a ${what}: Go prints it whole, as ${shown}.`;
  const { hint, fix } = isList ? ofList(type, node, action, text) : ofStruct(type, node, text);
  return suspicion('printed-whole', place, message, {
    hint: `\`${brackets}\` is how Go shows a ${what}. ${hint}`.trim(),
    fixes: fix === null ? [] : [fix],
  });
}

/** What is written of a pipeline, without the spaces around it. */
function placeOf(node: Node, span: Node): readonly [number, number] {
  if (span.kind !== 'pipe') return [node.from, node.to];
  const [first] = span.cmds;
  return [first?.from ?? span.from, span.cmds.at(-1)?.to ?? span.to];
}

interface Advice {
  readonly hint: string;
  readonly fix: Fix | null;
}

/** The field that says most of an item: the last one that is a text. */
function tellingField(type: Type): string | null {
  if (type.kind !== 'struct') return null;
  return type.fields.findLast((field) => field.type.kind === 'string')?.name ?? null;
}

/** How much white space may stand before the end of an action, with the end, in UTF-16 units. */
const longestEnd = 40;

function ofList(type: Type, node: Node, action: CommandNode | undefined, text: string): Advice {
  const list = text.slice(node.from, node.to);
  const isText = type.elem.kind === 'string' || describesItself(type.elem);
  const field = isText ? null : tellingField(type.elem);
  const item = isText ? '$s' : field === null ? '.' : `.${field}`;
  const hint = `Go through it with \`range\` and print ${field === null ? 'each' : `a field of each, such as \`${item}\``}.`;
  if (action === undefined || (!isText && field === null)) return { hint, fix: null };
  // The action's own braces stay: what trims white space goes on doing so.
  const close = /-?\}\}/.exec(text.slice(action.to, action.to + longestEnd));
  const right = close === null ? '}}' : text.slice(action.to, action.to + close.index + close[0].length);
  if (/\S/.test(right.replace(/-?\}\}$/, ''))) return { hint, fix: null };
  const range = isText
    ? `range $i, $s := ${list} }}{{ if $i }}, {{ end }}{{ $s }}{{ end`
    : `range ${list} }}{{ ${item} }}{{ end`;
  const tight = text.charAt(action.from - 1) === '{';
  const insert = tight ? range.replaceAll('{{ ', '{{').replaceAll(' }}', '}}') : range;
  return { hint, fix: { title: 'Go through it with `range`', edits: [{ from: action.from, to: action.to, insert }] } };
}

function ofStruct(type: Type, node: Node, text: string): Advice {
  const field = tellingField(type);
  if (type.kind === 'map' || field === null) return { hint: 'Print what is in it one by one.', fix: null };
  const hint = `Print a field of it, such as \`.${field}\`.`;
  const written = text.slice(node.from, node.to);
  // The data itself has no field that stands for all.
  if (type.fields.some((f) => f.type.kind === 'slice' || f.type.kind === 'struct')) {
    return { hint: 'Print its fields one by one, or all of them as JSON.', fix: null };
  }
  const name = ((): string | null => {
    switch (node.kind) {
      case 'dot':
        return `.${field}`;
      case 'field':
      case 'variable':
      case 'chain':
        return `${written}.${field}`;
      case 'pipe':
        return `${written}.${field}`;
      case 'command':
        return `(${written}).${field}`;
      default:
        return null;
    }
  })();
  if (
    name === null ||
    (node.kind === 'command' && /\|\s*$/.test(text.slice(Math.max(0, node.from - longestEnd), node.from)))
  ) {
    return { hint, fix: null };
  }
  return { hint, fix: { title: `Print \`.${field}\``, edits: [{ from: node.from, to: node.to, insert: name }] } };
}

function printedNil({ calls }: Survey): readonly Finding[] {
  return calls.flatMap(({ name, args }) =>
    args
      .filter(({ kind }) => kind === 'nil' && (name === 'print' || name === 'println'))
      .map(({ from, to }) =>
        suspicion('printed-nothing', [from, to], `nil is nothing: ${name} writes <nil>.`, {
          hint: 'For no text write `""`.',
        }),
      ),
  );
}

/** Keys of the data, where it is a map, that it does not have: they print as `<no value>` and say nothing. */
function unknownKeys({ annotated, environment }: Subject, { fields }: Survey): readonly Finding[] {
  const { keys, root, nearest, called } = environment;
  if (keys === null) return [];
  const names = [...keys.keys()];
  const isRoot = (known: Known | undefined): boolean => known?.type === root && known.id === '$';
  return fields.flatMap(({ node, list }): readonly Finding[] => {
    if (node.kind !== 'field' || !isRoot(annotated.dots.get(list))) return [];
    const [name = ''] = node.ident;
    if (keys.has(name)) return [];
    const plain = (s: string): string => s.toLowerCase().replaceAll('_', '');
    const meant = names.find((key) => plain(key) === plain(name)) ?? nearest(name, names);
    const place = [node.from, node.from + 1 + name.length] as const;
    const message = `The data has no key ${name} here: ${nodeString(node)} is <no value>.`;
    const why = `${called} hands templates a map by the keys of its JSON`;
    if (meant === null) return [suspicion('unknown-key', place, message, { hint: `${why}.` })];
    // What is in it may have no parts: an application is one text in JSON.
    if (node.ident.length > 1) {
      return [suspicion('unknown-key', place, message, { hint: `${why}: the key is \`.${meant}\`.` })];
    }
    const fix = { title: `Write \`.${meant}\``, edits: [{ from: place[0], to: place[1], insert: `.${meant}` }] };
    return [suspicion('unknown-key', place, message, { hint: `${why}: write \`.${meant}\`.`, fixes: [fix] })];
  });
}
