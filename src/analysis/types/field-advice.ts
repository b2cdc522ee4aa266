/** What was meant by a field that there is not. */
import { type Node, type Type, nameSpan } from '../../go';
import type { Elsewhere, Environment } from '../environment';
import { habitOfField } from '../explain/habit-fields';
import type { Fix } from '../finding';
import type { Place } from './place';
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
  return ofTheWhole(asked, state) ?? byKind(type, asked, environment);
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

function byKind(type: Type, asked: Asked, environment: Environment): Advice {
  switch (type.kind) {
    case 'struct':
      return ofStruct(type, asked, environment);
    case 'slice':
    case 'array':
      return ofList(type, asked, environment);
    case 'string':
      return lengthAdvice(asked) ?? { hint: `${subject(asked)} is a text, and a text has no fields.`, fixes: [] };
    default:
      return { hint: '', fixes: [] };
  }
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
  const own = candidates.find((candidate) => type.fieldByName(candidate) !== null);
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
  const outer = type.fields.find((field) => field.type.kind === 'struct' && field.type.fieldByName(name) !== null);
  if (outer === undefined) return null;
  const [, to] = nameSpan(node, names, at);
  const written = `${outer.name}.${name}`;
  return {
    hint: `\`.${name}\` is a field of \`.${outer.name}\`: write \`.${written}\`.`,
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
