/** Blocks without an end, and ends and elses without a block. */
import type { TemplateFailure } from '../../go';
import type { Fix } from '../finding';

/** What to do about an error that concerns blocks, or comments. */
export interface BlockAdvice {
  readonly hint: string;
  readonly fixes: readonly Fix[];
}

/** Advice for one of the codes of blocks. */
export function adviseOnBlock(text: string, { code, from, to, detail }: TemplateFailure): BlockAdvice {
  switch (code) {
    case 'unexpected-eof': {
      const opening = text.slice(from, to);
      const keyword = /\b(?:if|range|with|block|define)\b/.exec(opening)?.[0] ?? 'block';
      const pad = /^\{\{-?\s/.test(opening) ? ' ' : '';
      const insert = `{{${pad}end${pad}}}`;
      return {
        hint: `This \`${keyword}\` has no \`{{ end }}\`. Put it after what belongs to the block.${elseIf(text, to)}`,
        fixes: endsOf(text, to).map((at) => ({
          title: at === text.length ? 'Add `{{ end }}` at the end' : 'Add `{{ end }}` here',
          edits: [{ from: at, to: at, insert }],
        })),
      };
    }
    case 'unexpected-end':
      return {
        hint: 'There is no open block that this `end` could close.',
        fixes: [{ title: 'Remove this `{{ end }}`', edits: [{ from, to, insert: '' }] }],
      };
    case 'unexpected-else':
      return {
        hint: detail.startsWith('expected end')
          ? 'A block has one `else`: for further conditions write `else if` before it.'
          : 'There is no open `if`, `range` or `with` that this `else` could belong to: its `{{ end }}` may stand too early.',
        fixes: [],
      };
    case 'unclosed-comment': {
      const close = text.indexOf('}}', to);
      const lineEnd = text.indexOf('\n', to);
      const end = lineEnd < 0 ? text.length : lineEnd;
      const inLine = close >= 0 && close < end;
      const at = inLine ? close : end;
      const trims = inLine && /\s-$/.test(text.slice(0, at).slice(-2));
      const before = trims ? at - 2 : to + text.slice(to, at).trimEnd().length;
      const insert = inLine ? ' */' : ' */}}';
      const edits = [{ from: before, to: inLine && !trims ? at : before, insert }];
      return { hint: 'A comment ends with `*/}}`.', fixes: [{ title: 'Close the comment', edits }] };
    }
    case 'comment-before-delim':
      return {
        hint: 'A comment is an action of its own: after `*/` the braces close it at once.',
        fixes: afterComment(text, to),
      };
    default:
      return { hint: '', fixes: [] };
  }
}

/** `{{ else }}{{ if … }}`, for which one end is not enough. */
function elseIf(text: string, from: number): string {
  const isNested = /\{\{-?\s*else\s*-?\}\}\s*\{\{-?\s*if\b/.test(text.slice(from, from + 2000));
  return isNested ? ' Each `if` in an `else` needs one of its own; `{{ else if … }}`, in one action, does not.' : '';
}

/** How many places for an `{{ end }}` are tried before what closes brackets at the end of a text. */
const mostBrackets = 3;

/** Where a block that begins before an offset may end: at the end of the text, before what closes it, with its line. */
function endsOf(text: string, from: number): readonly number[] {
  const places = [text.length];
  let at = text.length;
  while (places.length <= mostBrackets) {
    const before = text.slice(from, at).trimEnd().length + from;
    const bracket = text.charAt(before - 1);
    if (before <= from || (bracket !== '}' && bracket !== ']') || text.startsWith('}}', before - 2)) break;
    at = before - 1;
    places.push(at);
  }
  const lineEnd = text.indexOf('\n', from);
  if (lineEnd >= 0 && text.slice(from, lineEnd).trim() !== '') places.push(lineEnd);
  return places;
}

function afterComment(text: string, at: number): readonly Fix[] {
  const rest = text.slice(at, at + 2000);
  if (rest.startsWith('}')) return [{ title: 'Add the missing brace', edits: [{ from: at, to: at, insert: '}' }] }];
  if (rest.startsWith(' -}') && rest[3] !== '}') {
    return [{ title: 'Add the missing brace', edits: [{ from: at + 3, to: at + 3, insert: '}' }] }];
  }
  const marker = /^(\s*)(-?)\}\}/.exec(rest);
  if (marker !== null) {
    const [, spaces = '', minus = ''] = marker;
    const insert = minus === '' ? '' : ' ';
    return [{ title: 'Close the comment directly after `*/`', edits: [{ from: at, to: at + spaces.length, insert }] }];
  }
  const close = rest.indexOf('}}');
  if (close < 0) return [];
  return [{ title: 'Give the comment braces of its own', edits: [{ from: at, to: at, insert: '}}{{' }] }];
}
