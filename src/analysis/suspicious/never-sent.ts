/** Texts that are compared with a field that never holds them. */
import type { Node } from '../../go';
import type { KnownTexts } from '../environment';
import type { Finding, Fix } from '../finding';
import type { Subject } from '../room';
import type { Comparison } from '../types/annotated';
import { writtenLike } from './literal';
import type { Call, Survey } from './survey';
import { listedAsCode, suspicion } from './wording';

/** The texts are named where there are so few. */
const fewTexts = 5;

/** Every text that a field beside it never holds, and every text with a space too much. */
export function neverSent(subject: Subject, survey: Survey): readonly Finding[] {
  const { annotated, environment } = subject;
  const keys = keysBeside(subject, survey);
  const seen = new Map<string, TextField | null>();
  const textField = (comparison: Comparison): TextField | null => textsFor(comparison, environment, keys, seen);
  const handled = textsByField(annotated.comparisons, textField);
  const calls = callsByOperand(survey);
  const findings: Finding[] = [];
  for (const [literal, ways] of byLiteral(annotated.comparisons)) {
    const { text } = literal;
    const [way] = ways;
    // That a text is empty is asked of any field.
    if (text === '' || way === undefined) continue;
    const fields = ways.map(textField);
    const [field] = fields;
    if (field === null || field === undefined) {
      const spaced = fields.every((f) => f === null) ? withSpaces(way) : null;
      if (spaced !== null) findings.push(spaced);
      continue;
    }
    if (!fields.every((f) => f !== null && f.texts.called === field.texts.called)) continue;
    if (field.texts.sent.includes(text)) continue;
    // To rule out what another release sends is right there and does no harm here.
    if (ways.every(({ negated }) => negated) && field.texts.elsewhere.has(text)) continue;
    if (isInReserve(text, field, handled.get(field.key) ?? new Set(), environment.nearest)) continue;
    const call = calls.get(literal) ?? null;
    findings.push(findingFor(way, field.texts, environment, call));
  }
  return findings;
}

/** A field with few texts, and what tells it from others. */
interface TextField {
  readonly key: string;
  readonly texts: KnownTexts;
}

/** Which keys of the data, where it is a map, are compared with which literals. */
function keysBeside({ annotated, environment }: Subject, { calls, fields }: Survey): ReadonlyMap<unknown, string> {
  const beside = new Map<unknown, string>();
  if (environment.keys === null) return beside;
  const ofData = new Map<Node, string>();
  for (const { node, list } of fields) {
    const [key, ...rest] = node.kind === 'field' ? node.ident : [];
    if (key !== undefined && rest.length === 0 && annotated.dots.get(list)?.id === '$') ofData.set(node, key);
  }
  for (const { name, args } of calls) {
    const [first, ...others] = args;
    if ((name !== 'eq' && name !== 'ne') || first === undefined) continue;
    for (const other of others) {
      const [a, b] = [ofData.get(first), ofData.get(other)];
      if (a !== undefined) beside.set(other, a);
      if (b !== undefined) beside.set(first, b);
    }
  }
  return beside;
}

function textsFor(
  { value, literal }: Comparison,
  { root, textsOf }: Subject['environment'],
  keys: ReadonlyMap<unknown, string>,
  seen: Map<string, TextField | null>,
): TextField | null {
  const key = keys.get(literal);
  const struct = value.field?.struct ?? (key === undefined ? null : root);
  const name = value.field?.name ?? key;
  if (struct === null || name === undefined) return null;
  const whole = `${struct.toString()}.${name}`;
  let field = seen.get(whole);
  if (field === undefined) {
    const texts = textsOf(struct.toString(), name);
    field = texts === null ? null : { key: whole, texts };
    seen.set(whole, field);
  }
  return field;
}

function byLiteral(comparisons: readonly Comparison[]): ReadonlyMap<Comparison['literal'], readonly Comparison[]> {
  const ways = new Map<Comparison['literal'], Comparison[]>();
  for (const comparison of comparisons) {
    const known = ways.get(comparison.literal);
    if (known === undefined) ways.set(comparison.literal, [comparison]);
    else known.push(comparison);
  }
  return ways;
}

/** What the template compares each field with. */
function textsByField(
  comparisons: readonly Comparison[],
  textField: (comparison: Comparison) => TextField | null,
): ReadonlyMap<string, ReadonlySet<string>> {
  const texts = new Map<string, Set<string>>();
  for (const comparison of comparisons) {
    const { literal } = comparison;
    const key = textField(comparison)?.key;
    if (key === undefined) continue;
    const of = texts.get(key) ?? new Set();
    texts.set(key, of.add(literal.text));
  }
  return texts;
}

function callsByOperand({ calls }: Survey): ReadonlyMap<unknown, Call> {
  const found = new Map<unknown, Call>();
  for (const call of calls) {
    if (call.name === 'eq' || call.name === 'ne') for (const arg of call.args) found.set(arg, call);
  }
  return found;
}

/**
 * A template that handles all that is sent, but for one text at most that goes to its `else`, may handle more: what
 * other releases send, or the same pieces in other notifications.
 */
function isInReserve(
  text: string,
  { texts: { sent, elsewhere } }: TextField,
  handled: ReadonlySet<string>,
  nearest: Subject['environment']['nearest'],
): boolean {
  if (!elsewhere.has(text) && nearest(text, sent) !== null) return false;
  const known = sent.filter((other) => handled.has(other)).length;
  return elsewhere.has(text) && known >= Math.min(2, sent.length) && sent.length - known <= 1;
}

function findingFor(
  { literal }: Comparison,
  texts: KnownTexts,
  { called, nearest }: Subject['environment'],
  call: Call | null,
): Finding {
  const { text } = literal;
  const { sent, elsewhere } = texts;
  const few = sent.length <= fewTexts;
  const time = elsewhere.get(text);
  const never = `${called} never sends “${text}” as the ${texts.called}`;
  const place = [literal.from, literal.to] as const;
  if (time !== undefined) {
    const hint = few ? `It sends ${listedAsCode(sent)}.` : '';
    return suspicion('text-never-sent', place, `${never}: ${time}.`, {
      hint,
    });
  }
  const word = wordFor(text, texts);
  const near = word ?? spelling(text, sent) ?? nearest(text, sent);
  if (near !== null) {
    const same = near.toLowerCase() === text.toLowerCase();
    const why = same ? 'Texts are compared letter by letter: small and capital letters are different.' : '';
    const all = few && sent.length > 1 ? `It sends ${listedAsCode(sent)}.` : `Write \`${near}\`.`;
    const hint = `${why} ${all}`.trim();
    const fix = {
      title: `Write \`${writtenLike(literal, near)}\``,
      edits: [{ ...spanOf(literal), insert: writtenLike(literal, near) }],
    };
    return suspicion('text-never-sent', place, `${never}. Did you mean “${near}”?`, { hint, fixes: [fix] });
  }
  const other = otherThan(text, texts, literal, call);
  const hint = [few ? `It sends ${listedAsCode(sent)}.` : '', other?.hint ?? ''].filter((s) => s !== '').join(' ');
  return suspicion('text-never-sent', place, `${never}.`, {
    hint,
    fixes: other === null ? [] : [other.fix],
  });
}

const spanOf = ({ from, to }: { from: number; to: number }): { from: number; to: number } => ({ from, to });

/** The text that differs in the size of letters, in spaces and signs between words, or not at all but for those. */
function spelling(text: string, sent: readonly string[]): string | null {
  const plain = (s: string): string => s.toLowerCase().replace(/[\s_-]+/g, '');
  return sent.find((other) => plain(other) === plain(text)) ?? null;
}

/** The one text that another system's word stands for, or null. */
function wordFor(text: string, { words, sent }: KnownTexts): string | null {
  const meant = words?.get(text.trim().toLowerCase());
  return meant?.is === true && sent.includes(meant.text) ? meant.text : null;
}

/** Where a word stands for everything but one text: the comparison with that one turned round. */
function otherThan(
  text: string,
  { words, sent }: KnownTexts,
  literal: Comparison['literal'],
  call: Call | null,
): { readonly hint: string; readonly fix: Fix } | null {
  const meant = words?.get(text.trim().toLowerCase());
  if (meant === undefined || meant.is || !sent.includes(meant.text) || call === null) return null;
  const name = call.command.args[0];
  if (name === undefined || call.args.length + (call.piped === null ? 0 : 1) !== 2) return null;
  const turned = call.name === 'eq' ? 'ne' : 'eq';
  const written = writtenLike(literal, meant.text);
  const edits = [
    { ...spanOf(name), insert: turned },
    { ...spanOf(literal), insert: written },
  ];
  return {
    hint: `All of them but \`${meant.text}\` are meant by that word: write \`${turned}\` and \`${written}\`.`,
    fix: { title: `Write \`${turned}\` and \`${written}\``, edits },
  };
}

/** Names neither begin nor end with a space. */
function withSpaces({ literal, value }: Comparison): Finding | null {
  const { text } = literal;
  const trimmed = text.trim();
  if (trimmed === '' || trimmed === text || value.field === null) return null;
  const where = /^\s/.test(text) ? (/\s$/.test(text) ? 'begins and ends' : 'begins') : 'ends';
  return suspicion(
    'space-in-text',
    [literal.from, literal.to],
    `“${text}” ${where} with a space, and is compared with it.`,
    {
      severity: 'info',
      hint: 'Texts are compared letter by letter, spaces included.',
      fixes: [{ title: 'Remove the space', edits: [{ ...spanOf(literal), insert: writtenLike(literal, trimmed) }] }],
    },
  );
}
