/** How findings name what they speak of. */
import { Value } from '../../go';
import type { Finding } from '../finding';
import type { Known } from '../types/known';

/** A finding of this room, with what is usual for it. */
export function suspicion(
  code: string,
  [from, to]: readonly [number, number],
  message: string,
  rest: Partial<Pick<Finding, 'severity' | 'hint' | 'fixes'>> = {},
): Finding {
  const { severity = 'warning', hint = '', fixes = [] } = rest;
  return { code, certainty: 'suspicious', severity, from, to, message, go: null, hint, fixes };
}

/** `OK, WARNING or CRITICAL`. */
function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`;
}

/** Texts as code: `` `OK`, `WARNING` or `CRITICAL` ``. */
export function listedAsCode(words: readonly string[]): string {
  return listed(words.map((word) => `\`${word}\``));
}

/** A text cut to what a sentence can hold. */
export function short(text: string, most = 60): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length <= most ? line : `${line.slice(0, most - 1)}…`;
}

/** A value that something has or may have, for a message that shows one; null when none is known. */
export function exampleOf(known: Known | undefined): Value | null {
  if (known === undefined) return null;
  const list = known.lengthOf?.example() ?? null;
  if (list?.kind === 'slice' && known.type?.isInteger === true) return new Value(known.type, BigInt(list.length));
  return known.constant ?? known.example();
}
