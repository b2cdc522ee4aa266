/** The rules of a style sheet that a piece of markup uses, so that they can stand in the page itself. */

/** A rule, or a block of rules that begins with `@`, as it is written. */
interface Block {
  readonly head: string;
  readonly body: string;
}

/** The rules and blocks of a style sheet in order. Strings, parentheses and comments may hold braces. */
function* blocksOf(css: string): Generator<Block> {
  const text = css.replace(/\/\*.*?\*\//gs, '');
  let start = 0;
  let open = -1;
  let depth = 0;
  for (const { 0: token, index } of text.matchAll(/"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|[{};]/g)) {
    if (token === '{' && depth++ === 0) open = index;
    else if (token === '}' && --depth === 0) {
      yield { head: text.slice(start, open).trim(), body: text.slice(open + 1, index) };
      start = index + 1;
    } else if (token === ';' && depth === 0) start = index + 1;
  }
}

/** The selectors of a list; commas inside of parentheses are not between selectors. */
function selectorsOf(list: string): readonly string[] {
  const found: string[] = [];
  let depth = 0;
  let from = 0;
  for (const { 0: token, index } of `${list},`.matchAll(/[(),[\]]/g)) {
    if (token === '(' || token === '[') depth++;
    else if (token === ')' || token === ']') depth--;
    else if (depth === 0) {
      found.push(list.slice(from, index).trim());
      from = index + 1;
    }
  }
  return found;
}

/** Whether all classes, ids and elements that a selector asks for are there. What is negated need not be. */
function mayMatch(selector: string, names: ReadonlySet<string>): boolean {
  const asked = selector.replace(/:[\w-]+\([^()]*(?:\([^()]*\)[^()]*)*\)|::?[\w-]+|\[[^\]]*\]/g, ' ');
  return (asked.match(/[.#]?-?[_a-z][\w-]*/gi) ?? []).every((name) => names.has(name));
}

/** The classes (`.a`), ids (`#a`) and elements (`a`) of markup. */
function namesIn(html: string): ReadonlySet<string> {
  const names = new Set(['html', 'body']);
  for (const [, element = ''] of html.matchAll(/<([a-z][\w-]*)/gi)) names.add(element.toLowerCase());
  for (const [, list = ''] of html.matchAll(/\sclass="([^"]*)"/g))
    for (const name of list.split(/\s+/)) names.add(`.${name}`);
  for (const [, id = ''] of html.matchAll(/\sid="([^"]*)"/g)) names.add(`#${id}`);
  return names;
}

/** The rules that `html` uses or may use when its state changes, in their order. */
export function usedRules(css: string, html: string): string {
  const names = namesIn(html);
  const keep = (sheet: string): string =>
    [...blocksOf(sheet)]
      .map(({ head, body }) => {
        if (/^@(?:media|supports|layer|container)\b/.test(head)) {
          const inner = keep(body);
          return inner === '' ? '' : `${head}{${inner}}`;
        }
        if (head.startsWith('@')) return '';
        const used = selectorsOf(head).filter((selector) => mayMatch(selector, names));
        return used.length === 0 ? '' : `${used.join(',')}{${body.trim()}}`;
      })
      .join('');
  return keep(css);
}
