/** Puts commas where they belong: between elements, whatever of them there is. */
import type { ListNode, Node, RangeNode, TextNode } from '../../../go';
import type { Edit, Fix } from '../../finding';
import type { Fault } from '../faults';
import { type Source, fix, inserted, without } from './source';

/** A comma before `]` or `}`. */
export function trailingCommaFixes(fault: Fault, source: Source): readonly Fix[] {
  const comma = fault.from;
  const remove = fix('Take the comma away', without(comma, comma + 1));
  const node = source.textAt(comma);
  if (node === null || node === fault.node) return [remove];
  const range = rangeBetween(node, fault.node, source);
  if (range !== null) return separated(range, node, comma, source);
  const moved = movedInto(node, comma, source);
  return moved === null ? (fault.always ? [remove] : []) : [fix('Move the comma to what it belongs to', ...moved)];
}

/** The innermost range around the one node that is not around the other. */
function rangeBetween(inner: Node, outer: Node | null, source: Source): RangeNode | null {
  const around = new Set(outer === null ? [] : source.layout.around(outer));
  for (const node of source.layout.around(inner)) {
    if (around.has(node)) return null;
    if (node.kind === 'range') return node;
  }
  return null;
}

/** Elements of a range get their comma before them, but for the first one. */
function separated(range: RangeNode, node: TextNode, comma: number, source: Source): readonly Fix[] {
  const place = source.layout.of(node);
  if (place === null) return [];
  const title = 'Write a comma before each element but the first';
  if (place.list === range.list) {
    if (!isLast(place.list, place.index, node, comma)) return [];
    const { name, edits } = counted(range, source);
    const sign = `${source.action(range, `if ${name}`)},${source.action(range, 'end')}`;
    return [fix(title, ...edits, inserted(range.list.from, sign), without(comma, comma + 1))];
  }
  // Not every turn writes an element, so what was written decides.
  const { list } = place;
  if (!isLast(list, place.index, node, comma)) return [];
  const name = source.freeName(['$sep', '$comma']);
  const opening = source.text.startsWith('{{-', range.from) ? `{{- ${name} := "" }}` : source.action(range, `${name} := ""`);
  return [
    fix(
      title,
      inserted(range.from, opening),
      inserted(list.from, source.action(range, name)),
      { from: comma, to: comma + 1, insert: source.action(range, `${name} = ","`) },
    ),
  ];
}

/** Whether nothing but space stands behind an offset of a text in its list. */
function isLast({ nodes }: ListNode, index: number, node: TextNode, comma: number): boolean {
  if (node.text.slice(comma - node.from + 1).trim() !== '') return false;
  return nodes.slice(index + 1).every((other) => isSilent(other));
}

function isSilent(node: Node): boolean {
  if (node.kind === 'text') return node.text.trim() === '';
  return node.kind === 'comment' || (node.kind === 'action' && node.pipe.decl.length > 0);
}

/** The variable that counts the turns of a range, and what it takes to have one. */
function counted(range: RangeNode, source: Source): { readonly name: string; readonly edits: readonly Edit[] } {
  const { decl, from } = range.pipe;
  const [first, second] = decl;
  if (first !== undefined && second !== undefined) return { name: first.ident[0] ?? '$i', edits: [] };
  const name = source.freeName(['$i', '$n', '$k']);
  if (first !== undefined) return { name, edits: [inserted(first.from, `${name}, `)] };
  return { name, edits: [inserted(from, `${name}, ${source.freeName(['$r', '$e', '$x'])} := `)] };
}

/** Moves a comma into the branches after it, and theirs into those after them. */
function movedInto(node: TextNode, comma: number, source: Source): readonly Edit[] | null {
  const place = source.layout.of(node);
  if (place === null || node.text.slice(comma - node.from + 1).trim() !== '') return null;
  const { nodes } = place.list;
  const edits: Edit[] = [without(comma, comma + 1)];
  for (let i = place.index + 1; i < nodes.length; i++) {
    const next = nodes[i];
    if (next === undefined || isSilent(next)) continue;
    if (next.kind === 'text') {
      if (/^\s*[}\]]/.test(next.text)) return edits;
      edits.push(commaBefore(next, next.from + next.text.search(/\S/)));
      return edits;
    }
    if (next.kind !== 'if' && next.kind !== 'with' && next.kind !== 'range') return edits.length > 1 ? edits : null;
    const lists = next.elseList === null ? [next.list] : [next.list, next.elseList];
    let goesOn = false;
    for (const list of lists) {
      const start = list.nodes.findIndex((inner) => !isSilent(inner));
      const first = list.nodes[start];
      if (first === undefined) continue;
      edits.push(first.kind === 'text' ? commaBefore(first, first.from + first.text.search(/\S/)) : inserted(first.from, ', '));
      const end = list.nodes.findLast((inner) => !isSilent(inner));
      if (end?.kind === 'text' && end.text.trimEnd().endsWith(',')) {
        const at = end.from + end.text.trimEnd().length - 1;
        edits.push(without(at, at + 1));
        goesOn = true;
      }
    }
    if (!goesOn && next.kind !== 'range' && next.elseList === null) return edits;
    if (!goesOn) return edits;
  }
  return edits;
}

/** A comma before something in a text: at the end of what is before it where that is a line of its own. */
function commaBefore(node: TextNode, at: number): Edit {
  const space = /\s*$/.exec(node.text.slice(0, at - node.from))?.[0] ?? '';
  return space === '' ? inserted(at, ', ') : inserted(at - space.length, ',');
}

/** Two commas, or one before anything. */
export function doubledCommaFixes(fault: Fault, source: Source): readonly Fix[] {
  const { from, state } = fault;
  const remove = fix('Take the comma away', without(from, from + 1));
  const node = source.textAt(from);
  const isFirst = state.mode === 'first-key' || state.mode === 'first-element';
  if (node === null) return [];
  if (isFirst) {
    const place = source.layout.of(node);
    if (fault.always || place?.parent?.kind !== 'range' || place.list !== place.parent.list) return fault.always ? [remove] : [];
    const { name, edits } = counted(place.parent, source);
    const sign = `${source.action(place.parent, `if ${name}`)},${source.action(place.parent, 'end')}`;
    return [fix('Write it before each element but the first', ...edits, { from, to: from + 1, insert: sign })];
  }
  const before = source.textAt(state.at);
  if (before === null || before === node) return [remove];
  return [fix('Take the comma before it away', without(state.at, state.at + 1)), remove];
}

/** Something begins where a comma should be. */
export function missingCommaFixes(fault: Fault, source: Source): readonly Fix[] {
  const { from, node, state } = fault;
  if (node === null) return [];
  const place = source.layout.of(node);
  const range = place?.parent;
  if (range?.kind === 'range' && place?.list === range.list && !fault.always && state.stack.endsWith('a')) {
    const begins = place.list.nodes.slice(0, place.index).every(isSilent);
    if (begins && (node.kind !== 'text' || source.text.slice(node.from, from).trim() === '')) {
      const { name, edits } = counted(range, source);
      const sign = `${source.action(range, `if ${name}`)},${source.action(range, 'end')}`;
      return [fix('Write a comma before each element but the first', ...edits, inserted(range.list.from, sign))];
    }
  }
  const rest = source.text.slice(from, from + 400);
  const isKey = !state.stack.endsWith('o') || node.kind === 'action' || /^["'“][^"'”\n]*["'”]\s*:|^\w+\s*:/.test(rest) || /^"[^"\n]*\{\{/.test(rest);
  if (!isKey) return [];
  return [fix('Put a comma before it', node.kind === 'text' ? commaBefore(node, from) : inserted(from, ', '))];
}
