/** The findings of text that was meant to be an action. */
import type { TemplateFailure } from '../../go';
import type { Finding, Fix } from '../finding';
import { disjoint } from './edits';
import type { Piece } from './pieces';
import type { Stray } from './stray';

const messages: Readonly<Record<Stray['code'], string>> = {
  'missing-brace': 'A brace of this action is missing, so it is printed as it stands.',
  'single-braces': 'Single braces are text, so this is printed as it stands.',
  jinja: 'This is Jinja, which is text to Go and printed as it stands.',
  placeholder: 'This placeholder is text to Go and printed as it stands.',
  erb: 'This is another language’s action, which is text to Go and printed as it stands.',
};

const hints: Readonly<Record<Stray['code'], string>> = {
  'missing-brace': 'An action stands in two braces on either side: `{{ … }}`.',
  'single-braces': 'An action stands in two braces on either side: `{{ … }}`.',
  jinja: 'Jinja’s `{% … %}` is `{{ … }}` in Go.',
  placeholder: 'Go’s way to print a value is `{{ … }}`.',
  erb: 'Go’s way to print a value is `{{ … }}`.',
};

/** The finding of a stray piece. `refusal` is what Go stops at because of it, if that is so. */
export function findingOfStray(text: string, piece: Piece, refusal: TemplateFailure | null): Finding {
  const { from, to, meant, stray, joined } = piece;
  const code = stray?.code ?? 'missing-brace';
  const all = [piece, ...joined];
  const edits = all.some(({ edit }) => edit === null) ? [] : disjoint(all.flatMap(({ edit }) => edit ?? []));
  const fixes: readonly Fix[] =
    edits.length === 0
      ? []
      : [{ title: code === 'missing-brace' ? 'Add the missing brace' : titleOf(text, piece), edits }];
  const own = stray?.isGo === true ? [] : [...meant.notes.hints];
  return {
    code,
    certainty: refusal === null ? 'suspicious' : 'always',
    severity: refusal === null ? 'warning' : 'error',
    from,
    to,
    message: refusal?.detail ?? messages[code],
    go: refusal?.message ?? null,
    hint: [hints[code], ...own].join(' '),
    fixes,
  };
}

function titleOf(text: string, { edit, from, to }: Piece): string {
  if (edit === null) return '';
  const written = text.slice(from, edit.from) + edit.insert + text.slice(edit.to, to);
  return written.length > 60 ? 'Write it in Go’s way' : `Write \`${written}\``;
}
