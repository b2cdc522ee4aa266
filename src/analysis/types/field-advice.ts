/** What was meant by a field that there is not. */
import { type Node, type Type, nameSpan } from '../../go';
import type { Elsewhere, Environment } from '../environment';
import { habitOfField } from '../explain/habit-fields';
import { habitOfFunction } from '../explain/habits';
import type { Fix } from '../finding';
import { type Place, commandWith, replacing } from './place';
import { blockAround } from './blocks';
import type { Known } from './known';
import type { Advice, State } from './state';

/** Names by which people ask for a length. */
const lengths: ReadonlySet<string> = new Set(['length', 'len', 'size', 'count']);

/** Advice on a name that neither field nor method nor key has. */
export function fieldAdvice(place: Place, environment: Environment, state: State): Advice {
  const { receiver, node, names, at } = place;
  if (receiver?.type === undefined || receiver.type === null || node === undefined) return { hint: '', fixes: [] };
  if (names === undefined || at === undefined) return { hint: '', fixes: [] };
  const asked: Asked = { receiver, node, names, at, name: names[at] ?? '', around: place.around ?? null };
  const type = receiver.type.kind === 'ptr' ? receiver.type.elem : receiver.type;
  return (
    ofTheElement(type, asked, state) ??
    ofAnIndex(asked, state) ??
    ofAVariable(asked, state) ??
    ofTheWhole(asked, state) ??
    ofTheKey(type, asked, state) ??
    byKind(type, asked, environment, state)
  );
}

interface Asked {
  readonly receiver: Known;
  readonly node: Node;
  readonly names: readonly string[];
  readonly at: number;
  readonly name: string;
  readonly around: Node | null;
}

/** Inside `range` and `with` dot is something else; the data as a whole is `$`. */
function ofTheWhole({ node, name, receiver, at }: Asked, state: State): Advice | null {
  const whole = state.variable('$');
  if (node.kind !== 'field' || at !== 0 || node.ident[0] !== name || whole === undefined || whole.id === receiver.id)
    return null;
  if (whole.type?.kind !== 'struct' || whole.type.fieldByName(name) === null) return null;
  if (receiver.type === whole.type) return null;
  const written = `$.${node.ident.join('.')}`;
  return {
    hint: `Here the dot is ${described(receiver)}, not the whole data: write \`${written}\`.`,
    fixes: [{ title: `Write \`${written}\``, edits: [{ from: node.from, to: node.from, insert: '$' }] }],
  };
}

/** `.Reports.Message` and `$.Message` where dot is one of the reports already: `.Message`. */
function ofTheElement(type: Type, { node, names, at, receiver, name }: Asked, state: State): Advice | null {
  const isWhole = node.kind === 'variable' && node.ident[0] === '$' && at === 1;
  if (!isWhole && (node.kind !== 'field' || at !== 0)) return null;
  const block = blockAround(state.tree.root, node.from);
  const whole = state.variable('$')?.type ?? null;
  const dot = block?.kind === 'range' ? (state.dots.get(block.list)?.type ?? null) : null;
  if (dot?.kind !== 'struct' || whole?.kind !== 'struct' || (!isWhole && receiver.type !== dot)) return null;
  const list = whole.fields.find((field) => field.type.kind === 'slice' && field.type.elem === dot);
  if (list === undefined) return null;
  const path = list.name === name ? names.slice(at + 1) : isWhole ? names.slice(at) : [];
  const [first] = path;
  if (first === undefined || (type === dot) === isWhole || dot.fieldByName(first) === null) return null;
  const written = `.${path.join('.')}`;
  const hint = `Inside this \`range\` the dot is the element of \`.${list.name}\`: write \`${written}\`.`;
  return { hint, fixes: [replacing(`Write \`${written}\``, node.from, node.to, written)] };
}

/** `index .Reports 0 .Name`: the field is taken of what `index` gives. */
function ofAnIndex({ node, name, around }: Asked, { known, tree: { text } }: State): Advice | null {
  const pipe = around !== null && 'pipe' in around ? around.pipe : null;
  const cmd = commandWith(pipe, node);
  const [first, list] = cmd?.args ?? [];
  if (cmd === null || first?.kind !== 'identifier' || first.ident !== 'index' || list === undefined) return null;
  const type = known.get(list)?.type ?? null;
  const last = cmd.args[2];
  if (cmd.args.length !== 4 || cmd.args[3] !== node || last === undefined || node.kind !== 'field') return null;
  if (type?.kind !== 'slice' || type.elem.kind !== 'struct' || type.elem.fieldByName(name) === null) return null;
  const written = `(${text.slice(first.from, last.to)}).${node.ident.join('.')}`;
  return {
    hint: `A field of what \`index\` gives is taken after parentheses: \`${written}\`.`,
    fixes: [replacing(`Write \`${written}\``, first.from, node.to, written)],
  };
}

/** `.r.Message` where `$r` is a variable. */
function ofAVariable({ node, name, names, at }: Asked, state: State): Advice | null {
  if (node.kind !== 'field' || at !== 0 || state.variable(`$${name}`) === undefined) return null;
  const written = `$${names.join('.')}`;
  return {
    hint: `\`$${name}\` is a variable: it has a dollar sign and no point before it.`,
    fixes: [replacing(`Write \`${written}\``, node.from, node.to, written)],
  };
}

/** `range $x, $i := .List`: the first of two variables is the number, the second the element. */
function ofTheKey(type: Type, { node, name, at }: Asked, state: State): Advice | null {
  if (!type.isInteger || node.kind !== 'variable' || at !== 1) return null;
  const block = blockAround(state.tree.root, node.from);
  const [first, second] = block?.kind === 'range' ? block.pipe.decl : [];
  if (first === undefined || second === undefined || first.ident[0] !== node.ident[0]) return null;
  const element = state.variable(second.ident[0] ?? '')?.type ?? null;
  if (element?.kind !== 'struct' || element.fieldByName(name) === null) return null;
  const [a = '', b = ''] = [first.ident[0], second.ident[0]];
  const edits = [
    { from: first.from, to: first.to, insert: b },
    { from: second.from, to: second.to, insert: a },
  ];
  const hint = `Of two variables of a \`range\` the first is the number, the second the element: \`range ${b}, ${a} := …\`.`;
  return { hint, fixes: [{ title: `Write \`range ${b}, ${a}\``, edits }] };
}

function byKind(type: Type, asked: Asked, environment: Environment, state: State): Advice {
  switch (type.kind) {
    case 'struct':
      return ofStruct(type, asked, environment);
    case 'slice':
    case 'array':
      return withRange(type, asked, state) ?? ofList(type, asked, environment);
    case 'string': {
      const isMethod = ofTexts.test(asked.name);
      const habit = isMethod ? (habitOfFunction(asked.name) ?? habitOfFunction(lowered(asked.name))) : null;
      const item = textItem(asked, state);
      const hint = `${subject(asked)} is a text, and a text has no fields.${item}${habit === null ? '' : ` ${habit.hint}`}`;
      return lengthAdvice(asked) ?? { hint, fixes: [] };
    }
    default:
      return { hint: '', fixes: [] };
  }
}

/** What is said of the dot of a `range` over texts. */
function textItem({ node, at }: Asked, state: State): string {
  const block = node.kind === 'field' && at === 0 ? blockAround(state.tree.root, node.from) : null;
  return block?.kind === 'range' ? ' Each element is the text itself: write `{{ . }}`.' : '';
}

/** Methods of texts in other languages. */
const ofTexts =
  /^(?:contains|has|starts|ends|to|replace|trim|strip|split|upper|lower|title|index|sub|slice|match|format)/i;

function lowered(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

/** `{{ with .Reports }}{{ .Message }}`: a list is gone through with `range`. */
function withRange(type: Type, { node, name, at }: Asked, { tree: { root, text }, dots }: State): Advice | null {
  if (node.kind !== 'field' || at !== 0 || type.elem.kind !== 'struct' || type.elem.fieldByName(name) === null)
    return null;
  const block = blockAround(root, node.from);
  if (block?.kind !== 'with' || dots.get(block.list)?.type !== type || block.pipe.decl.length > 1) return null;
  const from = text.indexOf('with', block.from);
  if (from < 0 || from > block.pipe.from) return null;
  return {
    hint: `The dot here is a list: \`range\` goes through it, and inside \`.${name}\` is the element’s.`,
    fixes: [replacing('Go through it with `range`', from, from + 'with'.length, 'range')],
  };
}

/** What a name was asked of, as it is written. */
function subject({ node, names, at }: Asked): string {
  if (node.kind === 'field') return at === 0 ? 'The dot here' : `\`.${names.slice(0, at).join('.')}\``;
  if (node.kind === 'variable') return `\`${names.slice(0, at).join('.')}\``;
  return 'This';
}

function described({ type, field }: Known): string {
  const of = field === null ? '' : ` (\`.${field.name}\`)`;
  switch (type?.kind) {
    case 'string':
      return `a text${of}`;
    case 'struct':
      return field === null ? 'an element of a list' : `\`.${field.name}\``;
    case 'slice':
      return `a list${of}`;
    default:
      return 'another value';
  }
}

function ofStruct(type: Type, asked: Asked, environment: Environment): Advice {
  const { name } = asked;
  const joined = inOneWord(type, asked);
  if (joined !== null) return joined;
  const elsewhere = environment.elsewhere(type.toString(), name);
  if (elsewhere?.isKnown === true) return { hint: elsewhere.sentence, fixes: [] };
  const names = namesOf(type);
  const same = names.find((other) => other.toLowerCase() === name.toLowerCase());
  if (same !== undefined) return renamed(same, asked, null);
  const inner = inAStruct(type, asked);
  const listed = inTheList(type, asked);
  if (inner !== null) return listed === null ? inner : { ...inner, fixes: [...inner.fixes, ...listed.fixes] };
  if (listed !== null) return listed;
  const habit = fromElsewhere(type, asked);
  if (habit !== null) return habit;
  const near = environment.nearest(name, names) ?? synonym(name, names);
  if (near !== null) return renamed(near, asked, elsewhere);
  return { hint: elsewhere?.sentence ?? fieldList(type, asked.receiver), fixes: [] };
}

/** `.RCA.Summary` for `.RCASummary`. */
function inOneWord(type: Type, { node, names, at }: Asked): Advice | null {
  const [name = '', next] = names.slice(at);
  if (next === undefined) return null;
  const whole = (name + next).toLowerCase();
  const own = namesOf(type).find((other) => other.toLowerCase() === whole);
  if (own === undefined) return null;
  const [, to] = nameSpan(node, names, at + 1);
  const [, end] = nameSpan(node, names, at);
  return {
    hint: `It is one field: \`.${own}\`.`,
    fixes: [replacing(`Write \`.${own}\``, end - name.length, to, own)],
  };
}

function renamed(near: string, { node, names, at, name }: Asked, elsewhere: Elsewhere | null): Advice {
  const [, to] = nameSpan(node, names, at);
  const isOther = elsewhere?.sentence.includes('only, not in') === true;
  return {
    hint: `${isOther ? `${elsewhere.sentence} ` : ''}Did you mean \`.${near}\`?`,
    fixes: [{ title: `Write \`.${near}\``, edits: [{ from: to - name.length, to, insert: near }] }],
  };
}

/** A field that other systems' templates have; what replaces it is one of the data's own, where it has such. */
function fromElsewhere(type: Type, { node, names, at, receiver }: Asked): Advice | null {
  if (receiver.id !== '$') return null;
  const habit = habitOfField(names.slice(at));
  if (habit === null) return null;
  const { hint, candidates, length } = habit;
  const own = candidates.find((candidate) => type.fieldByName(candidate.replace(/\..*/, '')) !== null);
  const last = names[at + length - 1] ?? '';
  if (own === undefined || (node.kind !== 'field' && node.kind !== 'variable')) return { hint, fixes: [] };
  const [, to] = nameSpan(node, names, at + length - 1);
  const [from] = nameSpan(node, names, at);
  return { hint, fixes: last === '' ? [] : [{ title: `Write \`.${own}\``, edits: [{ from, to, insert: own }] }] };
}

function namesOf(type: Type): readonly string[] {
  return [...type.fields.map(({ name }) => name), ...type.methods.keys()];
}

/** A field whose name ends in the one that was asked for: `Summary` for `RCASummary`. */
function synonym(name: string, names: readonly string[]): string | null {
  const found = names.filter((other) => name.length > 2 && other.toLowerCase().endsWith(name.toLowerCase()));
  return found.length === 1 ? (found[0] ?? null) : null;
}

function fieldList(type: Type, { id }: Known): string {
  const names = type.fields.map(({ name }) => `\`.${name}\``).join(', ');
  return `${id === '$' ? 'There are' : 'Here there are'} ${names}.`;
}

/** A field of what a field is: `.Namespace` for that of the application. */
function inAStruct(type: Type, { node, names, at, name }: Asked): Advice | null {
  let inner = name;
  const has = (field: Type['fields'][number]): boolean => {
    if (field.type.kind !== 'struct') return false;
    if (field.type.fieldByName(name) !== null) return true;
    // `.ApplicationName`, `.app_name`: both in one word.
    const short = name.replaceAll('_', '').toLowerCase();
    const own = field.type.fields.find((one) =>
      [field.name, 'app', 'service', 'workload'].some((outer) => (outer + one.name).toLowerCase() === short),
    );
    if (own !== undefined) inner = own.name;
    return own !== undefined;
  };
  const outer = type.fields.find(has);
  if (outer === undefined) return null;
  const [, to] = nameSpan(node, names, at);
  const written = `${outer.name}.${inner}`;
  return {
    hint: `\`.${inner}\` is a field of \`.${outer.name}\`: write \`.${written}\`.`,
    fixes: [{ title: `Write \`.${written}\``, edits: [{ from: to - name.length, to, insert: written }] }],
  };
}

/** A field of the elements of a list, asked of what has the list: `.Message` for that of a report. */
function inTheList(type: Type, { node, name, around }: Asked): Advice | null {
  const list = type.fields.find(
    (field) => field.type.kind === 'slice' && field.type.elem.kind === 'struct' && field.type.elem.fieldByName(name),
  );
  if (list === undefined) return null;
  const hint = `\`.${name}\` is a field of each element of \`.${list.name}\`: write it inside \`{{ range .${list.name} }}\`.`;
  if (!isWholeAction(node, around) || node.kind !== 'field') return { hint, fixes: [] };
  const insert = `range .${list.name} }}{{ .${node.ident.join('.')} }}{{ end`;
  return {
    hint,
    fixes: [
      { title: `Go through \`.${list.name}\` with \`range\``, edits: [{ from: node.from, to: node.to, insert }] },
    ],
  };
}

/** Whether a node is all there is in an action that prints. */
function isWholeAction(node: Node, around: Node | null): boolean {
  if (around?.kind !== 'action' || around.pipe.decl.length > 0 || around.pipe.cmds.length !== 1) return false;
  const [cmd] = around.pipe.cmds;
  return cmd?.args.length === 1 && cmd.args[0] === node;
}

function ofList(type: Type, asked: Asked, environment: Environment): Advice {
  const length = lengthAdvice(asked);
  if (length !== null) return length;
  const { node, names, at, name, around } = asked;
  const { elem } = type;
  const list = node.kind === 'field' ? `.${names.slice(0, at).join('.')}` : names.slice(0, at).join('.');
  const isField = elem.kind === 'struct' ? (elem.fieldByName(name) !== null ? name : null) : null;
  const meant = isField ?? (elem.kind === 'struct' ? environment.nearest(name, namesOf(elem)) : null);
  const element = elementAdvice(asked);
  if (element !== null && meant === null) return element;
  const rest = [meant ?? name, ...names.slice(at + 1)].join('.');
  const shown = list === '.' ? 'The dot here' : `\`${list}\``;
  const hint = `${shown} is a list: \`range\` goes through it, and inside \`.${rest}\` is the element’s.`;
  if (
    !isWholeAction(node, around) ||
    meant === null ||
    list === '.' ||
    (node.kind !== 'field' && node.kind !== 'variable')
  ) {
    return { hint, fixes: [] };
  }
  const insert = `range ${list} }}{{ .${rest} }}{{ end`;
  return {
    hint,
    fixes: [{ title: `Go through \`${list}\` with \`range\``, edits: [{ from: node.from, to: node.to, insert }] }],
  };
}

/** `.Reports.First.Message`: elements are taken by their number. */
function elementAdvice({ node, names, at, name }: Asked): Advice | null {
  if (!/^first$/i.test(name) || at === 0 || (node.kind !== 'field' && node.kind !== 'variable')) return null;
  const list = `${node.kind === 'field' ? '.' : ''}${names.slice(0, at).join('.')}`;
  const path = names
    .slice(at + 1)
    .map((field) => `.${field}`)
    .join('');
  const insert = path === '' ? `index ${list} 0` : `(index ${list} 0)${path}`;
  return {
    hint: `The first element of a list is \`index ${list} 0\`; the list may be empty.`,
    fixes: [{ title: `Write \`${insert}\``, edits: [{ from: node.from, to: node.to, insert }] }],
  };
}

function lengthAdvice({ node, names, at, name, around }: Asked): Advice | null {
  if (!lengths.has(name.toLowerCase()) || at !== names.length - 1 || at === 0) return null;
  if (node.kind !== 'field' && node.kind !== 'variable') return null;
  const of = `${node.kind === 'field' ? '.' : ''}${names.slice(0, at).join('.')}`;
  const bare = isWholeAction(node, around);
  const insert = bare ? `len ${of}` : `(len ${of})`;
  const fix: Fix = { title: `Write \`${insert}\``, edits: [{ from: node.from, to: node.to, insert }] };
  return { hint: `The length of \`${of}\` is \`len ${of}\`.`, fixes: [fix] };
}
