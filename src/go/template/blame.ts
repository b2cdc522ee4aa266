/** How execution blames a node: Go's message, the place included. */
import { quote } from '../strconv';
import { byteLength } from '../utf8';
import { TemplateError } from './errors';
import type { Complaint } from './messages';
import type { Node, Tree } from './parse/node';
import { nodeString } from './parse/string';

/**
 * A complaint at the node of a tree that was evaluated last, or before any was; `[from, to)` is what a person should
 * look at, the node unless something else is given.
 */
export function executionError(
  tree: Tree,
  node: Node | null,
  { code, detail, needs }: Complaint,
  from?: number,
  to?: number,
): TemplateError {
  const where =
    node === null ? tree.parseName : `${location(tree, node)}: executing ${quote(tree.name)} at <${nodeString(node)}>`;
  return new TemplateError({
    message: `template: ${where}: ${detail}`,
    phase: 'exec',
    code,
    detail,
    from: from ?? node?.from ?? 0,
    to: to ?? node?.to ?? 0,
    needs: needs ?? null,
  });
}

/** `name:line:column` of a node, the column counting bytes from 0, as in Go's messages. */
function location(tree: Tree, node: Node): string {
  const { text } = tree;
  const start = node.pos === 0 ? 0 : text.lastIndexOf('\n', node.pos - 1) + 1;
  let line = 1;
  for (let i = text.indexOf('\n'); i >= 0 && i < start; i = text.indexOf('\n', i + 1)) line++;
  return `${tree.parseName}:${String(line)}:${String(byteLength(text, start, node.pos))}`;
}

/** Where one name of a chain is written, the `at`th of the node's: the names end where the node does. */
export function nameSpan(node: Node, names: readonly string[], at: number): readonly [from: number, to: number] {
  let { to } = node;
  for (let i = names.length - 1; i > at; i--) to -= (names[i] ?? '').length + 1;
  return [to - (names[at] ?? '').length, to];
}
