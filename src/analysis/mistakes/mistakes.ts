/** What Go cannot parse, and text that was meant to be an action. */
import { type LooseParse, type TemplateFailure, functionNames, parseLoose } from '../../go';
import type { Edit, Finding, Fix } from '../finding';
import type { Unread } from '../room';
import { dotsOf } from '../types/annotate';
import { type Scanned, actionAt, scan, textsOf } from './actions';
import { adviseOnBlock } from './blocks';
import { Edited, disjoint } from './edits';
import { escapedActions } from './escaped';
import { foreignTemplate } from './foreign';
import { Names, type Parsed } from './names';
import { type Piece, isNewBlock, piecesOf, structural } from './pieces';
import { findingOfStray } from './stray-findings';
import { tokensOf } from './tokens';
import { Validity } from './valid';
import { Declarations } from './variables';

/** How many findings one text has at most; nobody reads more. */
const most = 300;

/** What was found, and what mends it. */
export interface Mistakes {
  readonly findings: readonly Finding[];
  /** The template with what mends it, in which the rest reads as it was meant; null where nothing does. */
  readonly repaired: { readonly edited: Edited; readonly loose: LooseParse } | null;
}

/** What an action that prints an action looks like. */
const escapes = /\{\{-?\s*[`"](?:\{\{|-?\}\})/;

/** Everything that keeps a template from being parsed, with what was likely meant. */
export function mistakes(subject: Unread): Mistakes {
  const { text, trees, errors } = subject;
  // Most templates are in order, and have nothing in them that could be meant as an action.
  if (errors.length === 0 && !/[{<$]|\[\[/.test(text)) return { findings: [], repaired: null };
  const scanned = errors.length > 0 || escapes.test(text) ? scan(text) : { actions: [], texts: textsOf(trees) };
  const { pieces, names, valid } = readAgain(subject, scanned, readPieces(subject, scanned, subject, null));
  const found: Finding[] = [];
  const cause = new Causes(subject, scanned, pieces);
  const declarations = new Declarations(trees);
  for (const piece of pieces) {
    if (found.length >= most) break;
    if (piece.isJoined) continue;
    if (piece.stray !== null) found.push(findingOfStray(text, piece, cause.refusalOf(piece)));
    else found.push(...findingsOfPiece(text, piece, names, declarations, cause));
  }
  for (const error of errors) {
    if (found.length >= most) break;
    if (!structural.has(error.code) || cause.isConsequence(error)) continue;
    const { hint, fixes } = adviseOnBlock(text, error);
    found.push(findingOf(error, error, hint, fixes, cause));
  }
  const others = [...escapedActions(text, scanned.actions, valid), ...foreignTemplate(subject, names, pieces)];
  return { findings: [...found, ...others], repaired: cause.repaired };
}

/** The pieces of a template, and what they were read with. */
interface Read {
  readonly pieces: readonly Piece[];
  readonly names: Names;
  readonly valid: Validity;
}

function readPieces(
  { text, environment, errors }: Unread,
  scanned: Scanned,
  parsed: Parsed,
  edited: Edited | null,
): Read {
  const placed = edited === null ? undefined : (pos: number): number => edited.placesOf([pos])[0] ?? pos;
  const names = new Names(environment, parsed, placed);
  const valid = new Validity(environment, names);
  return { pieces: piecesOf(text, scanned, errors, names, valid), names, valid };
}

/**
 * What stands inside a block that Go does not see as one is read once more, with the dot and variables of the block.
 */
function readAgain(subject: Unread, scanned: Scanned, read: Read): Read {
  if (!read.pieces.some(isNewBlock)) return read;
  const { text, environment } = subject;
  const edits = disjoint(read.pieces.flatMap(editsOf));
  const edited = new Edited(text, edits);
  const loose = parseLoose(environment.name, edited.text, functionNames(environment.functions), environment.go);
  return readPieces(subject, scanned, { trees: loose.trees, dots: () => dotsOf(loose, environment) }, edited);
}

/** Which errors are only there because of another mistake, and which finding has the error that Go stops at. */
class Causes {
  readonly repaired: Mistakes['repaired'] = null;
  private readonly gone = new Set<TemplateFailure>();
  private readonly refused: TemplateFailure | null;
  /** The piece that is to blame for what Go stops at, where no finding has that error itself. */
  private blamed: Piece | null = null;

  constructor({ text, environment, errors, refusal }: Unread, scanned: Scanned, pieces: readonly Piece[]) {
    const edits = disjoint(pieces.flatMap(editsOf));
    for (const { edit, ends, errors: own } of pieces) {
      // What follows the end of an action that is not closed is text.
      if (ends !== 'never' || edit === null) continue;
      for (const error of own) if (error.from >= edit.from) this.gone.add(error);
    }
    if (edits.length > 0) {
      const edited = new Edited(text, edits);
      const sorted = [...errors].sort((a, b) => a.from - b.from);
      const places = edited.placesOf(sorted.map(({ from }) => from));
      const { go, name, functions } = environment;
      const loose = parseLoose(name, edited.text, functionNames(functions), go);
      this.repaired = { edited, loose };
      const left = new Set(loose.errors.map(({ code, from }) => `${code} ${from}`));
      const mended = new Set(pieces.map(({ from }) => from));
      sorted.forEach((error, i) => {
        const action = structural.has(error.code) ? null : actionAt(scanned.actions, error.from);
        if (action !== null && mended.has(action.from) && error.code !== 'undefined-variable') return;
        if (!left.has(`${error.code} ${places[i] ?? 0}`)) this.gone.add(error);
      });
    }
    this.refused = errors.find(({ message }) => message === refusal?.message) ?? null;
    if (refusal !== null && (this.refused === null || this.gone.has(this.refused))) {
      // What has only errors that go away with another piece is not told.
      const told = pieces.filter(
        ({ stray, meant, errors: own }) =>
          stray !== null || meant.notes.isStatement || own.some((error) => !this.gone.has(error)),
      );
      const before = told.filter((piece) => piece.from <= refusal.from && piece.meant.role !== 'other');
      const any = told.find((piece) => piece.stray?.code === 'missing-brace' || piece.stray === null);
      this.blamed =
        this.declaring(told, text) ??
        before.at(-1) ??
        told.find((piece) => piece.meant.role !== 'other') ??
        any ??
        (this.refused === null ? null : (told.findLast(({ from }) => from <= refusal.from) ?? null));
    }
    this.refusal = refusal;
  }

  private readonly refusal: TemplateFailure | null;

  /** The piece that was to declare the variable that Go does not know. */
  private declaring(pieces: readonly Piece[], text: string): Piece | null {
    if (this.refused?.code !== 'undefined-variable') return null;
    const { from, to } = this.refused;
    const name = text.slice(from, to);
    const declares = (inside: string): boolean => {
      const at = inside.indexOf(name);
      return at >= 0 && /^(?:\s*,\s*\$[\p{L}\p{Nd}_]+)?\s*:?=/u.test(inside.slice(at + name.length));
    };
    const before = pieces.filter((piece) => piece.from <= from);
    return before.findLast(({ insideFrom, insideTo }) => declares(text.slice(insideFrom, insideTo))) ?? null;
  }

  /** Whether an error goes away when other mistakes are mended. */
  isConsequence(error: TemplateFailure): boolean {
    return this.gone.has(error);
  }

  /** Whether Go stops at an error. */
  stopsAt(error: TemplateFailure): boolean {
    return error === this.refused && !this.gone.has(error);
  }

  /** What Go stops at because of a piece that has no error of its own; null for any other. */
  refusalOf(piece: Piece): TemplateFailure | null {
    return piece === this.blamed ? this.refusal : null;
  }
}

/** What mends a piece and all that goes with it. */
function editsOf(piece: Piece): readonly Edit[] {
  return [piece, ...piece.joined].flatMap(({ edit }) => (edit === null ? [] : [edit]));
}

function findingOf(
  error: TemplateFailure,
  { from, to }: { readonly from: number; readonly to: number },
  hint: string,
  fixes: readonly Fix[],
  cause: Causes,
  refusal: TemplateFailure | null = null,
): Finding {
  const go = refusal ?? (cause.stopsAt(error) ? error : null);
  const { code } = error;
  const message = (go ?? error).detail;
  return { code, certainty: 'always', severity: 'error', from, to, message, go: go?.message ?? null, hint, fixes };
}

/** The findings of an action that Go cannot read. */
function findingsOfPiece(
  text: string,
  piece: Piece,
  names: Names,
  declarations: Declarations,
  cause: Causes,
): readonly Finding[] {
  const { errors, meant, edit } = piece;
  const tokens = tokensOf(text.slice(piece.insideFrom, piece.insideTo), piece.insideFrom);
  const syntax = errors.filter(({ code }) => code !== 'undefined-function' && code !== 'undefined-variable');
  const whole = wholeFix(text, piece);
  const hints = piece.hint || hintOf(piece, syntax[0]) || [...meant.notes.hints].join(' ');
  const isOne =
    piece.opener !== null ||
    meant.foreignWord ||
    meant.notes.isStatement ||
    piece.shown !== null ||
    piece.joined.length > 0 ||
    errors.length === 1;
  const found: Finding[] = [];
  for (const error of errors) {
    if (!meant.notes.isStatement && cause.isConsequence(error)) continue;
    const refusal = found.length === 0 ? cause.refusalOf(piece) : null;
    const token = tokens.find(({ from, to }) => from <= error.from && error.from < to);
    if (error.code === 'undefined-variable' && !meant.notes.isStatement) {
      if (meant.notes.resolved.has(error.from)) continue;
      const name = text.slice(error.from, error.to);
      const field = names.fieldOf(name.slice(1), error.from);
      const { hint, fixes } = declarations.advise(text, name, error.from, field);
      found.push(findingOf(error, error, hint, fixes, cause, refusal));
    } else if (error.code === 'undefined-function' && !isOne) {
      found.push(ofName(text, error, piece, names, cause, refusal));
    } else {
      const isName = error.code === 'undefined-function';
      const hint = hints === '' && isName ? unknownFunction(text.slice(error.from, error.to), names) : hints;
      const noticed = token === undefined || error.code === 'missing-value' || error.to > token.to ? error : token;
      const mends = edit !== null && (!isName || !piece.unknown.has(text.slice(error.from, error.to)));
      found.push(findingOf(error, piece.shown ?? noticed, hint, mends ? whole : [], cause, refusal));
      if (isOne) break;
    }
  }
  return found;
}

function ofName(
  text: string,
  error: TemplateFailure,
  piece: Piece,
  names: Names,
  cause: Causes,
  refusal: TemplateFailure | null,
): Finding {
  const name = text.slice(error.from, error.to);
  const own = [...piece.meant.notes.hints].filter((hint) => hint.includes(`\`${name}\``));
  const value = names.valueOf(name, error.from);
  if (value !== null && piece.meant.notes.resolved.has(error.from)) {
    const edits = [{ from: error.from, to: error.to, insert: value.source }];
    return findingOf(error, error, value.hint(''), [{ title: `Write \`${value.source}\``, edits }], cause, refusal);
  }
  const resolved = piece.meant.notes.resolved.has(error.from);
  const hint = own.join(' ') || unknownFunction(name, names);
  return findingOf(error, error, hint, resolved ? wholeFix(text, piece) : [], cause, refusal);
}

function unknownFunction(name: string, names: Names): string {
  const all = [...names.functions].sort().map((own) => `\`${own}\``);
  const fields = names.root.map((field) => `\`.${field}\``);
  const meant = /^[a-z]/.test(name) && fields.length > 0 ? ` Fields begin with a point: ${fields.join(', ')}.` : '';
  return `There is no function \`${name}\`. All there is: ${all.join(', ')}.${meant}`;
}

/** The fix of a piece: everything in it at once, and in the pieces that go with it. */
function wholeFix(text: string, piece: Piece): readonly Fix[] {
  const whole = piece.opener ?? piece;
  const edits = disjoint(editsOf(whole));
  if (
    edits.length === 0 ||
    (whole.joined.length > 0 && [whole, ...whole.joined].some(({ edit, isJoined }) => edit === null && isJoined))
  ) {
    return [];
  }
  return [{ title: titleOf(text, piece), edits }];
}

/** What a fix does, in few words. */
function titleOf(text: string, piece: Piece): string {
  const { edit, from, to } = piece;
  if (edit === null) return 'Mend the action';
  if (edit.from <= from && edit.to >= to && edit.insert === '') return 'Remove the empty action';
  if (edit.from === edit.to && /^\s*\}+$/.test(edit.insert)) {
    return edit.insert.trim() === '}' ? 'Add the missing brace' : 'Close the action';
  }
  if (edit.to > to + 1) return 'Remove the inner braces';
  const start = Math.min(edit.from, from);
  const end = Math.max(edit.to, to);
  const short = text.slice(start, edit.from) + edit.insert + text.slice(edit.to, end);
  // The last of three braces is not the action's.
  const written = /[^}]\}$/.test(short) && text[end] === '}' ? `${short}}` : short;
  return written.length > 60 ? 'Write it in Go’s way' : `Write \`${written}\``;
}

/** What to say where nothing was recognised. */
function hintOf(piece: Piece, error: TemplateFailure | undefined): string {
  if (piece.ends === 'brief') return 'An action ends with two braces: `}}`.';
  switch (error?.code) {
    case 'unclosed-action':
      return 'This action has no closing `}}`.';
    case 'unterminated-string':
    case 'unterminated-raw-string':
    case 'unterminated-char':
      return 'The closing quote is missing.';
    case 'unexpected-token':
      if (error.detail === 'unexpected "|" in command') return 'What is piped stands before `|`, a function after it.';
      return '';
    default:
      return '';
  }
}
