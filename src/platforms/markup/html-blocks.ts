/** HTML as the blocks of a preview, for the platforms that take a whole page's worth of elements. */
import { type HtmlNode, htmlInlines, htmlText } from './html';
import type { Block, Inline } from '../preview/preview';

/** White space between the words of HTML is one space, wherever it came from. */
function folded(text: string): readonly Inline[] {
  const shown = text.replace(/[ \t\r\n\f]+/g, ' ');
  return shown === '' ? [] : [{ kind: 'text', text: shown }];
}

type Element = Extract<HtmlNode, { kind: 'element' }>;

const blockNames = new Set([
  ...['p', 'div', 'ul', 'ol', 'blockquote', 'pre', 'hr', 'table', 'details', 'summary', 'h1', 'h2', 'h3', 'h4', 'h5'],
  'h6',
]);

/** Blocks in the order of the text; inlines between two blocks make a paragraph. */
export function htmlBlocks(nodes: readonly HtmlNode[]): readonly Block[] {
  const blocks: Block[] = [];
  let line: HtmlNode[] = [];
  const endLine = (): void => {
    const children = htmlInlines(line, folded);
    line = [];
    if (children.some((inline) => inline.kind !== 'text' || inline.text.trim() !== '')) {
      blocks.push({ kind: 'paragraph', children });
    }
  };
  for (const node of nodes) {
    if (node.kind === 'text' || !blockNames.has(node.name)) line.push(node);
    else {
      endLine();
      blocks.push(...blockOf(node));
    }
  }
  endLine();
  return blocks;
}

function blockOf(node: Element): readonly Block[] {
  const level = ([1, 2, 3, 4, 5, 6] as const).find((n) => node.name === `h${String(n)}`);
  if (level !== undefined) return [{ kind: 'heading', level, children: htmlInlines(node.children, folded) }];
  switch (node.name) {
    case 'ul':
    case 'ol':
      return [
        {
          kind: 'list',
          ordered: node.name === 'ol',
          start: Number.parseInt(node.attributes.get('start') ?? '1', 10) || 1,
          items: elementsOf(node, ['li']).map(({ children }) => htmlBlocks(children)),
        },
      ];
    case 'blockquote':
      return [{ kind: 'quote', collapsed: false, children: htmlBlocks(node.children) }];
    case 'pre': {
      const [code] = elementsOf(node, ['code']);
      const language = /\blanguage-(\S+)/.exec(code?.attributes.get('class') ?? '')?.[1] ?? '';
      return [{ kind: 'code', language, text: htmlText(node.children).replace(/^\n|\n$/g, '') }];
    }
    case 'hr':
      return [{ kind: 'rule' }];
    case 'table': {
      const parts = elementsOf(node, ['thead', 'tbody', 'tfoot']).flatMap((part) => elementsOf(part, ['tr']));
      const rows = [...elementsOf(node, ['tr']), ...parts].map((row) =>
        elementsOf(row, ['th', 'td']).map(({ children }) => htmlInlines(children, folded)),
      );
      const [header = [], ...rest] = rows;
      return [{ kind: 'table', header, rows: rest }];
    }
    default:
      return htmlBlocks(node.children);
  }
}

function elementsOf(node: Element, names: readonly string[]): readonly Element[] {
  return node.children.flatMap((child) => (child.kind === 'element' && names.includes(child.name) ? [child] : []));
}
