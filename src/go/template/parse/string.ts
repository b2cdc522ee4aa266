/** The source form of parse trees, as Go prints it in messages. https://pkg.go.dev/text/template/parse#Node */
import { quote } from '../../strconv';
import type { IfNode, Node, PipeNode, RangeNode, VariableNode, WithNode } from './node';

type Part = Node | string;

function joined(nodes: readonly Node[], separator: string): Part[] {
  return nodes.flatMap((node, i) => (i === 0 ? [node] : [separator, node]));
}

function pipeParts(node: PipeNode): Part[] {
  if (node.decl.length === 0) return joined(node.cmds, ' | ');
  const names: readonly VariableNode[] = node.decl;
  return [...joined(names, ', '), node.isAssign ? ' = ' : ' := ', ...joined(node.cmds, ' | ')];
}

function branchParts(node: IfNode | RangeNode | WithNode): Part[] {
  const otherwise: Part[] = node.elseList === null ? [] : ['{{else}}', node.elseList];
  return [`{{${node.kind} `, node.pipe, '}}', node.list, ...otherwise, '{{end}}'];
}

/** What a node prints as: strings, and nodes still to be printed. */
function parts(node: Node): readonly Part[] {
  switch (node.kind) {
    case 'list':
      return node.nodes;
    case 'text':
      return [node.text];
    case 'comment':
      return ['{{', node.text, '}}'];
    case 'action':
      return ['{{', node.pipe, '}}'];
    case 'pipe':
      return pipeParts(node);
    case 'command':
      return node.args.flatMap((arg, i): Part[] => {
        const before = i === 0 ? '' : ' ';
        return arg.kind === 'pipe' ? [`${before}(`, arg, ')'] : [before, arg];
      });
    case 'identifier':
      return [node.ident];
    case 'variable':
      return [node.ident.join('.')];
    case 'dot':
      return ['.'];
    case 'nil':
      return ['nil'];
    case 'field':
      return [`.${node.ident.join('.')}`];
    case 'chain': {
      const fields = node.field.map((name) => `.${name}`).join('');
      return node.node.kind === 'pipe' ? ['(', node.node, `)${fields}`] : [node.node, fields];
    }
    case 'bool':
      return [String(node.value)];
    case 'number':
      return [node.text];
    case 'string':
      return [node.quoted];
    case 'if':
    case 'range':
    case 'with':
      return branchParts(node);
    case 'break':
    case 'continue':
      return [`{{${node.kind}}}`];
    case 'template': {
      const name = `{{template ${quote(node.name)}`;
      return node.pipe === null ? [`${name}}}`] : [`${name} `, node.pipe, '}}'];
    }
    default:
      return node satisfies never;
  }
}

/** Go's `Node.String()`: the node in canonical source form. Nodes nested to any depth are fine. */
export function nodeString(node: Node): string {
  let out = '';
  // A stack, not recursion: trees may be nested deeper than the JS stack allows.
  const todo: Part[] = [node];
  for (let part = todo.pop(); part !== undefined; part = todo.pop()) {
    if (typeof part === 'string') out += part;
    else {
      const inner = parts(part);
      for (let i = inner.length - 1; i >= 0; i--) todo.push(inner[i] ?? '');
    }
  }
  return out;
}
