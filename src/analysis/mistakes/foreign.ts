/** A template that was written for another system: all that can be translated, at once. */
import type { Node } from '../../go';
import { habitOfField } from '../explain/habit-fields';
import { habitOfFunction } from '../explain/habits';
import type { Edit, Finding } from '../finding';
import type { Unread } from '../room';
import { disjoint } from './edits';
import type { Names } from './names';
import type { Piece } from './pieces';

/** A field of another system, and what it becomes; null where nothing holds the same. */
interface ForeignField {
  readonly written: string;
  readonly from: number;
  readonly to: number;
  readonly insert: string | null;
}

/** The one finding of a template with at least two habits of other systems. */
export function foreignTemplate(subject: Unread, names: Names, pieces: readonly Piece[]): readonly Finding[] {
  const fields = fieldsOf(subject, names);
  const done = new Set<string>();
  const left = new Set<string>();
  let from = Infinity;
  let to = 0;
  const edits: Edit[] = [];
  for (const piece of pieces) {
    const { meant, edit, stray } = piece;
    const used = [...meant.notes.foreign];
    const isForeign = meant.foreignWord || used.length > 0 || (stray !== null && !stray.isGo);
    if (piece.opener !== null && edit !== null && !isForeign) edits.push(edit);
    if (!isForeign) continue;
    for (const [name, could] of used) (could ? done : left).add(`\`${name}\``);
    if (!piece.isJoined && (meant.foreignWord || used.length === 0)) done.add(`#${piece.from}`);
    if (piece.from < from) ({ from, to } = piece);
    if (edit !== null) edits.push(edit);
  }
  for (const field of fields) {
    (field.insert === null ? left : done).add(`\`${field.written}\``);
    if (field.from < from) ({ from, to } = field);
    const { insert } = field;
    if (insert === null) continue;
    const around = edits.findIndex((edit) => edit.from < field.to && field.from < edit.to);
    const edit = edits[around];
    if (edit === undefined) edits.push({ from: field.from, to: field.to, insert });
    else edits[around] = { ...edit, insert: edit.insert.replaceAll(field.written, insert) };
  }
  if (done.size + left.size < 2) return [];
  const all = disjoint(edits);
  const looks = `This looks like a template for ${systemsOf(fields, pieces)}.`;
  const rest = left.size === 0 ? '' : ` Nothing here corresponds to ${[...left].sort().join(', ')}.`;
  return [
    {
      code: 'foreign-template',
      certainty: 'suspicious',
      severity: 'info',
      from,
      to,
      message: looks,
      go: null,
      hint: `${looks}${rest}`,
      fixes: all.length === 0 ? [] : [{ title: 'Translate what can be translated', edits: all }],
    },
  ];
}

function systemsOf(fields: readonly ForeignField[], pieces: readonly Piece[]): string {
  const systems = new Set<string>();
  // What is known from several is no sign of one of them.
  const add = (system: string | undefined): void => {
    if (system === undefined || system === 'other systems') return;
    for (const one of system.split(' and ')) systems.add(one);
  };
  for (const { written } of fields) add(habitOfField(written.slice(1).split('.'))?.system);
  for (const { meant, stray } of pieces) {
    if (stray?.code === 'jinja') add('Jinja');
    for (const name of meant.notes.foreign.keys()) add(habitOfFunction(name)?.system);
  }
  const all = [...systems];
  const last = all.pop();
  if (last === undefined) return 'another system';
  return all.length === 0 ? last : `${all.join(', ')} and ${last}`;
}

/** The fields of other systems in a template that the data does not have. */
function fieldsOf({ trees, text }: Unread, names: Names): readonly ForeignField[] {
  const found: ForeignField[] = [];
  const visit = (node: Node, depth: number): void => {
    if (depth > 200 || found.length >= 300) return;
    switch (node.kind) {
      case 'list':
        for (const inner of node.nodes) visit(inner, depth + 1);
        return;
      case 'if':
      case 'range':
      case 'with':
        visit(node.pipe, depth + 1);
        visit(node.list, depth + 1);
        if (node.elseList !== null) visit(node.elseList, depth + 1);
        return;
      case 'action':
        visit(node.pipe, depth + 1);
        return;
      case 'template':
        if (node.pipe !== null) visit(node.pipe, depth + 1);
        return;
      case 'pipe':
        for (const cmd of node.cmds) visit(cmd, depth + 1);
        return;
      case 'command':
        for (const arg of node.args) visit(arg, depth + 1);
        return;
      case 'chain':
        visit(node.node, depth + 1);
        return;
      case 'field':
      case 'variable': {
        const path = node.kind === 'field' ? node.ident : node.ident[0] === '$' ? node.ident.slice(1) : [];
        const [first] = path;
        if (first === undefined || !/^[A-Z]/.test(first)) return;
        const habit = habitOfField(path);
        if (habit === null || names.isKnown(first, node.from)) return;
        const root = node.kind === 'field' ? '' : '$';
        const written = `${root}.${path.slice(0, habit.length).join('.')}`;
        if (!text.startsWith(written, node.from)) return;
        const field = habit.candidates.find((name) => names.hasField(name.replace(/\..*/, '')));
        const insert = field === undefined || path.length > habit.length ? null : `${root}.${field}`;
        found.push({ written: written.slice(root.length), from: node.from, to: node.from + written.length, insert });
        return;
      }
      default:
    }
  };
  for (const { root } of trees.values()) visit(root, 0);
  return found;
}
