/**
 * An ESLint rule: comments end at 120 columns, like the code beside them, which Prettier wraps and comments it does
 * not. Its fix moves the words that do not fit to the front of the next line of the paragraph.
 */

/** Columns of a line, comments included; `printWidth` of `.prettierrc.json`. A column is a Unicode character. */
const printWidth = 120;

/** Comments that tools read: they have to stay where they are. */
const directive = /^\s*(?:prettier-ignore|eslint-|@ts-|svelte-ignore|\/ ?<)/;

/** How the item of a list or the alternative of a grammar begins: a line that begins so goes on with nothing. */
const marker = /^(?:[-*+=|]|\d+\.)(?: |$)/;

function width(text) {
  return [...text].length;
}

/**
 * Where to break a text so that what is before has at most `room` columns, or is one long word; -1 where it has no such
 * place. What is in back quotes stays together where it can.
 */
function breakAt(text, room) {
  const places = Array.from(text.matchAll(/ +/g), ({ index }) => index).filter((i) => {
    const before = text.slice(0, i).trim();
    return before !== '' && !/^(?:[-*+]|\d+\.)$/.test(before) && !marker.test(text.slice(i).trimStart());
  });
  const fitting = places.filter((i) => width(text.slice(0, i)) <= room);
  const outside = fitting.filter((i) => text.slice(0, i).split('`').length % 2 === 1);
  return outside.at(-1) ?? fitting.at(-1) ?? places[0] ?? -1;
}

/** How many spaces stand before the text of a line. */
function indent(text) {
  return text.length - text.trimStart().length;
}

/** Where the further lines of a line's paragraph begin: below the text of a list's item. */
function hang(text) {
  const item = /^ *(?:[-*+]|\d+\.) +/.exec(text);
  return item ? item[0].length : indent(text);
}

/**
 * The lines of a comment, without markers, with none longer than `room` where that can be done. Lines that are short
 * enough stay as they are unless words are moved to them. What is indented by four or more is no prose and stays.
 */
function reflow(lines, room) {
  const out = [];
  let carried = null;
  for (const line of lines) {
    let text = line;
    if (carried !== null) {
      const goesOn = line.trim() !== '' && indent(line) === indent(carried) && !marker.test(line.trimStart());
      if (goesOn) text = `${carried} ${line.trimStart()}`;
      else out.push(carried);
      carried = null;
    }
    while (width(text) > room && indent(text) < 4) {
      const at = breakAt(text, room);
      if (at < 0) break;
      out.push(text.slice(0, at).trimEnd());
      text = ' '.repeat(hang(text)) + text.slice(at + 1).trimStart();
      carried = text;
    }
    if (carried === null) out.push(text);
    else carried = text;
  }
  if (carried !== null) out.push(carried);
  return out;
}

/** The lines of a block comment without its markers; empty ones at the ends left out. */
function textsOf(value) {
  const lines = value
    .split('\n')
    .map((line, i) => (i === 0 ? line.replace(/^\*?\s*/, '') : line.replace(/^\s*\* ?/, '')));
  lines[lines.length - 1] = lines.at(-1).trimEnd();
  while (lines.length > 0 && lines[0].trim() === '') lines.shift();
  while (lines.length > 0 && lines.at(-1).trim() === '') lines.pop();
  return lines;
}

/** Comments of a line each that are short enough; `margin` stands before them. */
function lineComments(values, margin) {
  const texts = values.map((value) => value.replace(/^ /, ''));
  const wrapped = reflow(texts, printWidth - margin.length - 3);
  return wrapped.map((line) => `// ${line}`.trimEnd()).join(`\n${margin}`);
}

/** A block comment whose lines are short enough; `margin` stands before them. */
function blockComment(kind, value, margin) {
  if (kind === 'markup' || kind === 'style') {
    const [open, close] = kind === 'markup' ? ['<!--', '-->'] : ['/*', '*/'];
    const lines = value.split('\n').map((line) => line.trim());
    const room = printWidth - margin.length - open.length - 1;
    // The last line has to have room for the end.
    const wrapped = reflow([`${lines.join(' ')} ${close}`], room);
    return `${open} ${wrapped.join(`\n${margin}${' '.repeat(open.length + 1)}`)}`;
  }
  const body = reflow(textsOf(value), printWidth - margin.length - 3);
  const rows = body.map((line) => `${margin} * ${line}`.trimEnd());
  return [value.startsWith('*') ? '/**' : '/*', ...rows, `${margin} */`].join('\n');
}

/** Comments of a component's markup are nodes of the tree, and its style sheet is text to the parser. */
function* styleComments(text) {
  for (const style of text.matchAll(/<style[^>]*>[\s\S]*?<\/style>/g)) {
    for (const found of style[0].matchAll(/\/\*([\s\S]*?)\*\//g)) {
      const start = style.index + found.index;
      yield { kind: 'style', value: found[1], range: [start, start + found[0].length] };
    }
  }
}

/** The rule, for `plugins` of `eslint.config.js`. */
export const commentWidth = {
  meta: {
    type: 'layout',
    fixable: 'whitespace',
    schema: [],
    messages: { long: `A comment line of {{width}} columns; they end at ${printWidth}.` },
  },
  create(context) {
    const { sourceCode } = context;
    const { text, lines } = sourceCode;
    const markup = [];

    const check = (kind, value, range, last = range[1]) => {
      const from = sourceCode.getLocFromIndex(range[0]);
      const to = sourceCode.getLocFromIndex(last);
      const margin = lines[from.line - 1].slice(0, from.column);
      const own = margin.trim() === '';
      const rows = [...lines.slice(from.line - 1, to.line - 1), lines[to.line - 1].slice(0, to.column)];
      const marks = /^\s*(?:\/\/|\/?\*+|<!--)?\s*/;
      const long = rows.flatMap((line, i) =>
        width(line) > printWidth && line.replace(marks, '').trimEnd().includes(' ') ? [i] : [],
      );
      for (const i of long) {
        context.report({
          loc: { line: from.line + i, column: printWidth },
          messageId: 'long',
          data: { width: String(width(rows[i])) },
          // Code before a comment, or behind it, is for people to move; and so are lines without a place to break.
          fix: (fixer) => {
            if (!own || i !== long[0] || text.slice(last).split('\n', 1)[0].trim() !== '') return null;
            const before = text.slice(range[0], last);
            const after = kind === 'line' ? lineComments(value, margin) : blockComment(kind, value, margin);
            return after === before ? null : fixer.replaceTextRange([range[0], last], after);
          },
        });
      }
    };

    return {
      SvelteHTMLComment(node) {
        markup.push({ kind: 'markup', value: node.value, range: node.range });
      },
      'Program:exit'() {
        const blocks = [];
        let previous = null;
        for (const comment of sourceCode.getAllComments()) {
          if (comment.type === 'Block') blocks.push({ kind: 'block', value: comment.value, range: comment.range });
          if (comment.type !== 'Line' || directive.test(comment.value)) continue;
          const { line, column } = comment.loc.start;
          const own = lines[line - 1].slice(0, column).trim() === '';
          // Lines of their own, one below the other, are one comment.
          const follows = own && previous?.own && previous.line === line - 1 && previous.column === column;
          const group = follows ? previous.group : { kind: 'line', value: [], range: comment.range, last: 0 };
          group.value.push(comment.value);
          group.last = comment.range[1];
          if (!follows) blocks.push(group);
          previous = { own, line, column, group };
        }
        const styles = context.filename.endsWith('.svelte') ? styleComments(text) : [];
        for (const { kind, value, range, last } of [...blocks, ...markup, ...styles]) {
          if (typeof value === 'string' && directive.test(value)) continue;
          check(kind, value, range, last);
        }
      },
    };
  },
};
