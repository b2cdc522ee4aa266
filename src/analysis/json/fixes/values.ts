/** Mends values that are written into JSON without being encoded, or encoded in the wrong place. */
import { type ActionNode, type Node, quote } from '../../../go';
import type { Fix } from '../../finding';
import type { Fault, StringSpan } from '../faults';
import { inString } from '../state';
import { type Source, fix, inserted } from './source';

/** Ways to write the value as JSON. */
export function valueFixes(fault: Fault, source: Source): readonly Fix[] {
  const { node, state } = fault;
  // What mends one way to the place spoils the others.
  if (node?.kind !== 'action' || !fault.everywhere) return [];
  const { json } = source.environment;
  if (inString(state)) return state.mode === 'string' ? inText(node, fault, source) : [];
  if (state.mode === 'after' || state.mode === 'colon') return [];
  const call = `${json} ${source.encoded(node)}`;
  return [fix(`Write it with ${json}`, { from: node.pipe.from, to: node.pipe.to, insert: call })];
}

function inText(node: ActionNode, { state }: Fault, source: Source): readonly Fix[] {
  const { json } = source.environment;
  const span = source.faults.stringAt(state.at);
  const encoded = source.encoded(node);
  const value = source.isText(node) ? encoded : `(print ${encoded})`;
  const fixes: Fix[] = [];
  if (span !== null) {
    if (span.from === node.from - 1 && span.to === node.to + 1) {
      const whole = source.action(node, `${json} ${span.isKey ? value : encoded}`);
      return [fix(`Let ${json} write the quotes`, replaced(span, whole, source))];
    }
    const joined = asOneCall(span, source);
    if (joined !== null)
      fixes.push(fix(`Put the text together and let ${json} write it`, replaced(span, joined, source)));
  }
  if (state.quote !== '"') return fixes;
  const name = source.freeName(['$p', '$q', '$quoted']);
  const text = source.of(node);
  const opening = text.startsWith('{{-') ? '{{-' : '{{';
  const closing = text.endsWith('-}}') ? '-}}' : '}}';
  const plain = source.action(node, '');
  const pad = plain === '{{}}' ? '' : ' ';
  const before = opening === '{{-' ? ' ' : pad;
  const after = closing === '-}}' ? ' ' : pad;
  const insert =
    `${opening}${before}${name} := ${json} ${value}${pad}}}` +
    `{{${pad}slice ${name} 1 (len (slice ${name} 1))${after}${closing}`;
  fixes.push(fix(`Encode it with ${json} in place`, { from: node.from, to: node.to, insert }));
  return fixes;
}

/** Two braces of text and action must not meet: Go would read `{{{`. */
function replaced(span: StringSpan, insert: string, source: Source): { from: number; to: number; insert: string } {
  const meets = source.text.charAt(span.from - 1) === '{';
  return { from: span.from, to: span.to, insert: meets ? ` ${insert}` : insert };
}

/** Longer strings are better mended in place. */
const longest = 160;

/** A string of text and actions as one call of json, or null where that would change what is printed. */
function asOneCall(span: StringSpan, source: Source): string | null {
  if (span.to - span.from > longest) return null;
  const open = source.textAt(span.from);
  const close = source.textAt(span.to - 1);
  const first = open === null ? null : source.layout.of(open);
  const last = close === null ? null : source.layout.of(close);
  if (first === null || last === null || first.list !== last.list || first.index >= last.index) return null;
  const operands: string[] = [];
  let isText = true;
  let style: Node | null = null;
  for (const node of first.list.nodes.slice(first.index, last.index + 1)) {
    if (node.kind === 'text') {
      const from = Math.max(node.from, span.from + 1);
      const text = decoded(source.text.slice(from, Math.min(node.to, span.to - 1)));
      if (text === null) return null;
      if (text === '') continue;
      operands.push(quote(text));
      isText = true;
    } else if (node.kind === 'action' && node.pipe.decl.length === 0) {
      const known = source.known.get(node.pipe);
      if (
        known?.type == null ||
        known.type.kind === 'interface' ||
        known.made.by === 'inside' ||
        known.made.by === 'tail'
      ) {
        return null;
      }
      const texty = source.isText(node);
      // Between two operands that are no texts, print puts a space.
      if (!texty && !isText) return null;
      isText = texty;
      operands.push(source.encoded(node));
      style ??= node;
    } else {
      return null;
    }
  }
  if (style === null) return null;
  const { json } = source.environment;
  return source.action(style, `${json} (print ${operands.join(' ')})`);
}

/** A piece of a JSON string as text; null when json would not write it as it stands. */
function decoded(piece: string): string | null {
  if (/[<>&\u2028\u2029\n\r\t]/.test(piece)) return null;
  try {
    return JSON.parse(`"${piece}"`) as string;
  } catch {
    return null;
  }
}

/** A branch that writes no value when its condition does not hold gets `null` for that. */
export function missingValueFixes({ state }: Fault, source: Source): readonly Fix[] {
  const colon = state.mode === 'value' ? source.textAt(state.at) : null;
  const place = colon === null ? null : source.layout.of(colon);
  if (colon === null || place === null || source.text.slice(state.at + 1, colon.to).trim() !== '') return [];
  const branch = place.list.nodes[place.index + 1];
  if (branch === undefined || (branch.kind !== 'if' && branch.kind !== 'with') || branch.elseList !== null) return [];
  const otherwise = `${source.action(branch, 'else')}null`;
  return [fix('Write null otherwise', inserted(branch.list.to, otherwise))];
}
