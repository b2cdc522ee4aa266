/** What to say of a complaint of the executor beside what is said of its kind, and how to mend it. */
import type { Complaint } from '../../go';
import type { Environment } from '../environment';
import type { Fix } from '../finding';
import { argumentAdvice } from './argument-advice';
import { fieldAdvice } from './field-advice';
import { type Place, commandWith, replacing } from './place';
import { type Advice, type State, noAdvice } from './state';

/** Advice on a complaint at a place. */
export function advise(complaint: Complaint, place: Place, environment: Environment, state: State): Advice {
  switch (complaint.code) {
    case 'no-such-field':
      return fieldAdvice(place, environment, state);
    case 'argument-count':
    case 'incompatible-types':
    case 'index-type':
    case 'not-indexable':
    case 'index-range':
      return argumentAdvice(complaint.code, place, state);
    case 'field-with-arguments':
      return {
        hint: comparisonHint(place, state) ?? 'To write several values, give each an action of its own or use `print`.',
        fixes: [],
      };
    case 'not-a-function':
      return { hint: comparisonHint(place, state) ?? '', fixes: [] };
    case 'not-iterable':
      return { hint: iterationHint(complaint, environment), fixes: withInstead(place, state) };
    case 'undefined-variable':
      return declaration(place, state);
    case 'undefined-template':
      return definition(place, environment, state);
    default:
      return noAdvice;
  }
}

/** What to write where a condition has several values side by side; null for what is no condition. */
function comparisonHint({ around, node, args }: Place, { tree: { text } }: State): string | null {
  if (around?.kind !== 'if' && around?.kind !== 'with') return null;
  const words = args ?? (node === undefined ? undefined : commandWith(around.pipe, node)?.args) ?? [];
  const [first] = words;
  const last = words.at(-1);
  const written = first === undefined || last === undefined ? '' : text.slice(first.from, last.to);
  if (words.length > 1 && written.length < 60 && words.slice(1).every(({ kind }) => /^(?:string|number)$/.test(kind))) {
    return `To compare them write \`eq ${written}\`.`;
  }
  return 'To compare, a function stands first: `eq .A "text"`; to ask for both, `and .A .B`.';
}

/** `{{ range .Application }}`: a single value is looked into with `with`. */
function withInstead({ around }: Place, { known, tree: { text } }: State): readonly Fix[] {
  if (around?.kind !== 'range' || around.pipe.decl.length > 1) return [];
  const kind = known.get(around.pipe)?.type?.kind;
  const from = text.indexOf('range', around.from);
  if (kind !== 'struct' || from < 0 || from > around.pipe.from) return [];
  return [replacing('Look into it with `with`', from, from + 'range'.length, 'with')];
}

function iterationHint({ needs }: Complaint, { root, calledWith }: Environment): string {
  const since = needs === undefined || needs === null ? null : calledWith(needs);
  if (since !== null) return `\`range\` over a number needs ${since}.`;
  const lists = root.fields.filter(({ type }) => type.kind === 'slice').map(({ name }) => `\`.${name}\``);
  const such = lists.length === 0 ? '' : `, such as ${lists.join(' or ')}`;
  return `\`range\` goes over a list${such}; this is none.`;
}

/** An assignment to what was never declared: `=` becomes `:=`. */
function declaration({ around, variable }: Place, { tree: { text } }: State): Advice {
  if (variable === undefined || around === null || around === undefined || !('pipe' in around)) return noAdvice;
  const { pipe } = around;
  const at = text.indexOf('=', variable.to);
  const name = text.slice(variable.from, variable.to);
  const hint = `\`${name}\` is declared nowhere before; \`:=\` declares a variable, \`=\` changes one that there is.`;
  if (pipe === null || at < 0 || at > (pipe.cmds[0]?.from ?? -1)) return { hint, fixes: [] };
  return { hint, fixes: [{ title: `Declare \`${name}\` with \`:=\``, edits: [{ from: at, to: at, insert: ':' }] }] };
}

/** A template that the text does not define: perhaps it has another name. */
function definition({ around, templates = [] }: Place, { name, nearest }: Environment, { tree }: State): Advice {
  if (around?.kind !== 'template') return noAdvice;
  const defined = templates.filter((other) => other !== name);
  const near = nearest(around.name, defined);
  const written = tree.text.indexOf(around.name, around.from);
  if (near === null || written < 0 || written > around.to) {
    const known =
      defined.length === 0
        ? 'This text defines no templates'
        : `It defines ${defined.map((other) => `\`${quoted(other)}\``).join(', ')}`;
    return { hint: `${known}; add \`{{ define ${quoted(around.name)} }}…{{ end }}\`.`, fixes: [] };
  }
  const edits = [{ from: written, to: written + around.name.length, insert: near }];
  return { hint: `Did you mean \`${quoted(near)}\`?`, fixes: [{ title: `Invoke \`${quoted(near)}\``, edits }] };
}

function quoted(text: string): string {
  return `"${text}"`;
}
