/**
 * Dates in a message, which apps write anew in the language, the format and the time zone of whoever reads them:
 * https://core.telegram.org/bots/api#date-time-entity-formatting. What the letters of a format mean is from TDLib's
 * description of its API and its parser's tests, as they stood on 2026-11-30:
 * https://github.com/tdlib/td/blob/022d602/td/generate/scheme/td_api.tl
 */

/** What a date shows: `r` how long ago, `w` the day of the week, `t` and `T` the time, `d` and `D` the date. */
export type DatePart = 'r' | 'w' | 't' | 'T' | 'd' | 'D';

/** A date, in seconds since 1970, and what is shown of it; nothing where its text stays as it is. */
export interface FormattedDate {
  readonly unix: number;
  readonly parts: readonly DatePart[];
}

/** Dates are whole numbers of 32 bits. */
export const latestDate = 2 ** 31 - 1;

const parts: readonly DatePart[] = ['w', 't', 'T', 'd', 'D'];

/** A date with the letters of its format, in any order and number; null where Telegram refuses the format. */
export function dateOf(unix: number, format: string): FormattedDate | null {
  if (format === 'r' || format === 'R') return { unix, parts: ['r'] };
  if (!/^[tTdDwW]*$/.test(format)) return null;
  const letters = format.replaceAll('W', 'w');
  return { unix, parts: parts.filter((part) => letters.includes(part)) };
}

/** The number at the start of an attribute as Telegram reads it: 0 without digits, cut to 32 bits. */
export function looseNumber(text: string): number {
  const digits = /^-?\d+/.exec(text)?.[0] ?? '0';
  return Number(BigInt.asIntN(32, BigInt(digits)));
}

/**
 * A date as an app shows it in English and UTC: `Thursday, 22:45, 17.03.22`, or `in 5 minutes`. The short form wins
 * where both are asked for. Null where the text of the date stays as it is. `now` is in milliseconds since 1970.
 */
export function dateText({ unix, parts: shown }: FormattedDate, now: number): string | null {
  if (shown.length === 0) return null;
  if (shown.includes('r')) return relative(unix - Math.floor(now / 1000));
  const date = new Date(unix * 1000);
  const [day = '', time = ''] = date.toISOString().split(/[T.]/);
  const [year = '', month = '', ofMonth = ''] = day.split('-');
  const inWords = (options: Intl.DateTimeFormatOptions): string =>
    date.toLocaleDateString('en-US', { ...options, timeZone: 'UTC' });
  const pieces: string[] = [];
  // In this order: https://core.telegram.org/constructor/messageEntityFormattedDate
  if (shown.includes('w')) pieces.push(inWords({ weekday: 'long' }));
  if (shown.includes('t')) pieces.push(time.slice(0, 5));
  else if (shown.includes('T')) pieces.push(time);
  if (shown.includes('d')) pieces.push(`${ofMonth}.${month}.${year.slice(-2)}`);
  else if (shown.includes('D')) pieces.push(inWords({ year: 'numeric', month: 'long', day: 'numeric' }));
  return pieces.join(', ');
}

const units = [
  ['year', 365 * 86_400],
  ['month', 30 * 86_400],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const;

/** `in 2 hours`, `5 minutes ago`: in the largest unit of which there is one. */
function relative(seconds: number): string {
  const [unit, length] = units.find(([, least]) => Math.abs(seconds) >= least) ?? (['second', 1] as const);
  const count = Math.floor(Math.abs(seconds) / length);
  const text = `${String(count)} ${unit}${count === 1 ? '' : 's'}`;
  return seconds > 0 ? `in ${text}` : `${text} ago`;
}
