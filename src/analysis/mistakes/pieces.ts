/** The broken actions of a template and the text that was meant to be one, each with what it was meant to be. */
import type { TemplateFailure } from '../../go';
import type { Edit } from '../finding';
import { type ScannedAction, type Scanned, type Span, actionAt } from './actions';
import { smallestEdit } from './edits';
import type { Names } from './names';
import { type ActionSource, type Meant, type Role, Statements } from './statement';
import { type Stray, straysOf } from './stray';
import { tokensOf } from './tokens';
import type { Validity } from './valid';

/** A place of the template that was meant to be an action and is none of Go's. */
export interface Piece extends ActionSource {
  readonly meant: Meant;
  /** What the parser says of it; nothing of text. */
  readonly errors: readonly TemplateFailure[];
  readonly stray: Stray | null;
  readonly ends: ScannedAction['ends'];
  /** What makes it Go's; null where that is not known. */
  readonly edit: Edit | null;
  /** What to say of the edit where it is no translation; empty where it is one. */
  readonly hint: string;
  /** What to show of it where the parser noticed it elsewhere; null where its own place is right. */
  readonly shown: Span | null;
  /** Unknown functions that are still called after the edit. */
  readonly unknown: ReadonlySet<string>;
  /** Pieces of the same block, whose edits go with this one's. */
  readonly joined: Piece[];
  /** Whether it goes with another piece and has no finding of its own. */
  isJoined: boolean;
  /** What opens the block that it has its meaning from; what mends that mends this. */
  opener: Piece | null;
}

/** How errors are called that concern blocks, not the action at which they are noticed. */
export const structural: ReadonlySet<string> = new Set([
  'unexpected-eof',
  'unexpected-end',
  'unexpected-else',
  'break-outside-range',
  'continue-outside-range',
  'multiple-definition',
  'unclosed-comment',
  'comment-before-delim',
]);

const none: ReadonlySet<string> = new Set();

const trimMarker = 'A trim marker needs a space between it and what is in the action: `{{- .X -}}`.';

const noQuote = 'The closing quote is missing.';
const severalLines = 'A text in double quotes ends in its line: one over several lines stands in backquotes.';

/** How many pieces are looked at; nobody reads more. */
const most = 300;

/** Pieces in the order of the text. */
export function piecesOf(
  text: string,
  scanned: Scanned,
  errors: readonly TemplateFailure[],
  names: Names,
  valid: Validity,
): readonly Piece[] {
  const statements = new Statements(text, names);
  const byAction = new Map<ScannedAction, TemplateFailure[]>();
  for (const error of errors) {
    if (structural.has(error.code)) continue;
    const action = actionAt(scanned.actions, error.from);
    if (action === null) continue;
    const known = byAction.get(action);
    if (known === undefined) byAction.set(action, [error]);
    else known.push(error);
    if (byAction.size >= most) break;
  }
  const sources: (readonly [ScannedAction | Stray, readonly TemplateFailure[]])[] = [...byAction];
  const strays = straysOf(text, scanned.texts, names, valid, most);
  for (const stray of strays) sources.push([stray, []]);
  sources.sort(([a], [b]) => a.from - b.from);
  // Variables that broken loops declare are known before what uses them is read.
  const pieces = sources.map(([source, of]) => pieceOf(text, source, of, statements, valid));
  join(pieces, scanned.actions, text);
  return pieces;
}

function pieceOf(
  text: string,
  source: ScannedAction | Stray,
  errors: readonly TemplateFailure[],
  statements: Statements,
  valid: Validity,
): Piece {
  const stray = 'code' in source ? source : null;
  const ends = 'ends' in source ? source.ends : 'well';
  const meant = statements.read(source);
  const base = {
    ...source,
    meant,
    errors,
    stray,
    ends,
    hint: '',
    shown: null,
    unknown: none,
    joined: [],
    isJoined: false,
    opener: null,
  };
  const { from, to } = source;
  if (stray?.isGo === true) {
    const inside = text.slice(from + 1, stray.code === 'missing-brace' ? to : to - 1);
    const insert = stray.code === 'missing-brace' ? `{{${inside}` : `{{${inside}}}`;
    return { ...base, edit: smallestEdit(text, from, to, insert) };
  }
  const { replacement, role } = meant;
  const triple = tripled(text, source, statements, valid);
  if (triple !== null) return { ...base, ...triple };
  const swallowed = errors.length === 0 ? null : swallowing(text, source, role, valid);
  if (swallowed !== null) return { ...base, ...swallowed, ends: 'well', hint: noQuote };
  if (ends === 'never') {
    const nested = unnested(text, source, statements, valid);
    return nested === null ? { ...base, edit: closing(text, source, meant, valid) } : { ...base, ...nested };
  }
  if (replacement !== null && (replacement === '' || valid.reads(replacement, role, true))) {
    const edit = smallestEdit(text, from, to, replacement);
    if (edit.from < edit.to || edit.insert !== '') {
      return { ...base, edit, unknown: replacement === '' ? none : valid.unknownIn(replacement, role) };
    }
  }
  if (ends === 'brief') return { ...base, edit: { from: to, to, insert: '}' } };
  const spaced = spacing(text, source, role, valid);
  if (spaced !== null) return { ...base, edit: spaced, hint: trimMarker };
  const quoted = unquoted(text, source, role, valid);
  if (quoted !== null) return { ...base, edit: quoted, hint: quoted.insert.length > 1 ? severalLines : noQuote };
  return { ...base, edit: balanced(text, source, errors, role, valid) };
}

/** `{{{ .X }}}`, as Handlebars has it, or a brace of JSON directly before an action. */
function tripled(
  text: string,
  source: ActionSource,
  statements: Statements,
  valid: Validity,
): { readonly edit: Edit; readonly hint: string } | null {
  const { from, to, insideFrom } = source;
  if (text[insideFrom] !== '{' || insideFrom !== from + 2) return null;
  const plain = `{{${text.slice(insideFrom + 1, to)}`;
  const { replacement, role } = statements.read({ ...source, insideFrom: insideFrom + 1 });
  const inner = replacement !== null && valid.reads(replacement, role) ? replacement : plain;
  if (!valid.reads(inner, role, true)) return null;
  if (text[to] === '}' && text[to + 1] !== '}') {
    const hint = 'Three braces are Handlebars: here nothing is escaped, and an action has two.';
    return { edit: smallestEdit(text, from, to + 1, inner), hint };
  }
  const hint = 'An action begins with the first two of three braces: put a space after the one that is text.';
  return { edit: { from: from + 1, to: from + 1, insert: ' ' }, hint };
}

/** What stands between the braces of an action inside an action, and after it, in one line. */
const nestedIn = /([^{}\n]*)\{\{-?([^{}\n]*?)-?\}\}([^{}\n]*?)(-?\}\})/y;

/** `{{ if eq {{ .X }} "OK" }}`: an action inside an action. */
function unnested(
  text: string,
  source: ActionSource,
  statements: Statements,
  valid: Validity,
): { readonly edit: Edit; readonly hint: string } | null {
  const { from, insideFrom } = source;
  nestedIn.lastIndex = insideFrom;
  const found = nestedIn.exec(text);
  if (found === null) return null;
  const [all, before = '', inner = '', after = '', right = ''] = found;
  const insert = text.slice(from, insideFrom) + before + inner.trim() + after + right;
  if (before.trim() === '' && after.trim() !== '') return null;
  const { role } = statements.read({ ...source, insideTo: insideFrom + before.length });
  if (!valid.reads(insert, role)) return null;
  const hint = 'An action has one pair of braces: inside it, values stand without any of their own.';
  return { edit: smallestEdit(text, from, insideFrom + all.length, insert), hint };
}

/** A parenthesis too few or too many. */
function balanced(
  text: string,
  { from, to, insideFrom, insideTo }: ActionSource,
  errors: readonly TemplateFailure[],
  role: Role,
  valid: Validity,
): Edit | null {
  const at = insideFrom + text.slice(insideFrom, insideTo).trimEnd().length;
  for (const error of errors) {
    let edit: Edit | null = null;
    if (error.code === 'unclosed-left-paren') edit = { from: at, to: at, insert: ')' };
    else if (error.code === 'unexpected-right-paren') edit = { from: error.from, to: error.to, insert: '' };
    if (edit === null) continue;
    const whole = text.slice(from, edit.from) + edit.insert + text.slice(edit.to, to);
    if (valid.reads(whole, role, true)) return edit;
  }
  return null;
}

/** Trim markers that lack their space: `{{.X-}}`, `{{-.X}}`. */
function spacing(
  text: string,
  { from, to, insideFrom, insideTo }: ActionSource,
  role: Role,
  valid: Validity,
): Edit | null {
  const content = text.slice(insideFrom, insideTo);
  const [, lead = ''] = /^(\s*-)(?!\d)/.exec(content) ?? [];
  const [, tail = ''] = /(-\s*)$/.exec(content.slice(lead.length)) ?? [];
  if (lead === '' && tail === '') return null;
  const start = lead === '' ? text.slice(from, insideFrom) : '{{- ';
  const end = tail === '' ? text.slice(insideTo, to) : ' -}}';
  const inner = content.slice(lead.length, content.length - tail.length);
  const before = lead === '' ? inner : inner.trimStart();
  const whole = start + (tail === '' ? before : before.trimEnd()) + end;
  return valid.reads(whole, role, true) ? smallestEdit(text, from, to, whole) : null;
}

/** A closing quote for a text that lacks it. */
function unquoted(
  text: string,
  { from, to, insideFrom, insideTo }: ActionSource,
  role: Role,
  valid: Validity,
): Edit | null {
  const content = text.slice(insideFrom, insideTo).trimEnd();
  const at = insideFrom + content.length;
  // A text over several lines stands in backquotes.
  const broken = to - from > 2000 ? null : /"([^"`]*\n[^"`]*)"/.exec(text.slice(from, to));
  if (broken !== null) {
    const start = from + broken.index;
    const insert = `\`${broken[1] ?? ''}\``;
    const whole = text.slice(from, start) + insert + text.slice(start + broken[0].length, to);
    if (valid.reads(whole, role, true)) return smallestEdit(text, start, start + broken[0].length, insert);
  }
  for (const quote of ['"', '`']) {
    const whole = text.slice(from, at) + quote + text.slice(at, to);
    if (content.includes(quote) && valid.reads(whole, role, true)) return { from: at, to: at, insert: quote };
  }
  return null;
}

/** Where a text without its closing quote may have been meant to end: before what is no word. */
const afterText = /\s*(?=[|)])|\s+(?=[.$(])/g;

/** So many places are tried for a quote. */
const mostQuotes = 8;

/** `{{ printf "%s .X }}, "a": …`: a text that goes on to the next quote, over the end of the action. */
function swallowing(
  text: string,
  source: ActionSource,
  role: Role,
  valid: Validity,
): Pick<Piece, 'edit' | 'shown' | 'to' | 'insideTo'> | null {
  const { from, insideFrom } = source;
  const close = text.indexOf('}}', insideFrom);
  if (close < 0 || close >= source.to || close - insideFrom > mostSwallowed) return null;
  const content = text.slice(insideFrom, close);
  const quotes = [...content.matchAll(/\\.|"/gs)].filter(([found]) => found === '"').map(({ index }) => index);
  const quote = quotes.at(-1) ?? 0;
  if (quotes.length % 2 === 0 || content.includes('\n') || content.includes('`')) return null;
  const places = [...content.slice(quote + 1).matchAll(afterText)].map(({ index }) => quote + 1 + index);
  const end = content.replace(/\s+-?$/, '').length;
  for (const at of [...places.slice(0, mostQuotes), end].map((place) => insideFrom + place)) {
    if (!valid.reads(`${text.slice(from, at)}"${text.slice(at, close + 2)}`, role, true)) continue;
    const shown = { from: insideFrom + quote, to: close };
    return { edit: { from: at, to: at, insert: '"' }, shown, to: close + 2, insideTo: close };
  }
  return null;
}

/** An action whose quote is looked for is no longer than this, in UTF-16 units. */
const mostSwallowed = 500;

/** The two braces that an action lacks, at the end of what can be read of it. */
function closing(text: string, { from, insideFrom, to }: ActionSource, { role }: Meant, valid: Validity): Edit | null {
  const content = text.slice(insideFrom, to);
  const [line = ''] = content.trimStart().split('\n');
  const lead = content.length - content.trimStart().length;
  const end = insideFrom + lead + line.trimEnd().length;
  const pad = lead === 0 ? '' : ' ';
  const single = text[end - 1] === '}';
  const tokens = tokensOf(line.slice(0, 300), insideFrom + lead).slice(0, 12);
  const ends = [end, ...tokens.map((token) => token.to).reverse()];
  for (const at of ends) {
    if (valid.reads(`${text.slice(from, at)}${pad}}}`, role, false)) return { from: at, to: at, insert: `${pad}}}` };
  }
  return single ? { from: end, to: end, insert: '}' } : null;
}

/** Lets what closes a foreign block, and what stands between, go with what opens it. */
function join(pieces: readonly Piece[], actions: readonly ScannedAction[], text: string): void {
  if (pieces.some(opens)) joinBlocks(pieces, actions, text);
  joinUses(pieces, text);
}

/** Whether a piece opens a block that others may belong to. */
function opens(piece: Piece): boolean {
  return piece.meant.role === 'open' && (isForeign(piece) || isNewBlock(piece));
}

function joinBlocks(pieces: readonly Piece[], actions: readonly ScannedAction[], text: string): void {
  const broken = new Map(pieces.map((piece) => [piece.from, piece]));
  const all: (ScannedAction | Piece)[] = [];
  for (const action of actions) if (!broken.has(action.from)) all.push(action);
  all.push(...pieces);
  all.sort((a, b) => a.from - b.from);
  const open: (Piece | null)[] = [];
  for (const one of all) {
    const piece = 'meant' in one ? one : null;
    const role = piece?.meant.role ?? roleOf(text, one);
    const top = open.at(-1) ?? null;
    const foreign = piece !== null && isForeign(piece);
    if (role === 'open') open.push(piece !== null && opens(piece) ? piece : null);
    else if (role !== 'other' && foreign && top !== null && (piece.stray === null) === (top.stray === null)) {
      top.joined.push(piece);
      piece.isJoined = true;
    } else if (piece !== null && top !== null && role === 'other' && isOfBlock(piece)) {
      top.joined.push(piece);
      piece.opener = top;
    }
    if (role === 'end') open.pop();
  }
}

/** Lets uses of a name that is declared without its dollar sign go with the declaration. */
function joinUses(pieces: readonly Piece[], text: string): void {
  const declared = new Map<string, Piece>();
  for (const piece of pieces) {
    const uses = piece.errors.find(({ code }) => code === 'undefined-function');
    const opener = uses === undefined ? undefined : declared.get(text.slice(uses.from, uses.to));
    if (opener !== undefined && piece.opener === null && !piece.isJoined && isOfBlock(piece)) {
      opener.joined.push(piece);
      piece.opener = opener;
    }
    if (piece.meant.role !== 'other' || piece.edit === null) continue;
    for (const name of piece.meant.notes.declared) if (!declared.has(name)) declared.set(name, piece);
  }
}

/** Whether a piece is put right by what the block around it gives its names. */
function isOfBlock({ edit, errors, stray }: Piece): boolean {
  return edit !== null && stray === null && errors.some(({ code }) => code === 'undefined-function');
}

/** Whether a piece opens a block that Go does not see, or with variables that it does not see. */
export function isNewBlock({ meant, errors, edit }: Piece): boolean {
  if (edit === null || meant.role !== 'open') return false;
  return meant.foreignWord || errors.some(({ code }) => code === 'undefined-function');
}

/** Whether a piece is written in another language, as what belongs to its block will be. */
function isForeign({ meant, stray }: Piece): boolean {
  return meant.foreignWord || stray?.code === 'jinja' || stray?.code === 'single-braces';
}

const word = /^\s*(if|range|with|block|define|else|end)\b/;

function roleOf(text: string, { insideFrom, insideTo }: ActionSource): Role {
  const found = word.exec(text.slice(insideFrom, Math.min(insideTo, insideFrom + 60)))?.[1];
  if (found === undefined) return 'other';
  return found === 'end' || found === 'else' ? found : 'open';
}
