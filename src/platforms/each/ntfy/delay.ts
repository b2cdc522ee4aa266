/**
 * Delays as ntfy reads them: https://docs.ntfy.sh/publish/#scheduled-delivery. Bounds are the defaults of its settings
 * `message-delay-min` and `message-delay-max`.
 */

/** What ntfy makes of a delay. */
export type Delay = 'accepted' | 'unreadable' | 'too-small' | 'too-large';

/** In seconds. */
const least = 10;
const most = 3 * 86_400;

/** Go's durations: https://pkg.go.dev/time#ParseDuration */
const goDuration = /^[-+]?(?:0|(?:(?:\d+(?:\.\d*)?|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+)$/;
const goPart = /(\d+(?:\.\d*)?|\.\d+)(ns|us|µs|μs|ms|s|m|h)/g;
const goUnits: Readonly<Record<string, number>> = { ms: 0.001, s: 1, m: 60, h: 3600 };

/** A number and a word, such as `2 days` or `30mins`. Case is ignored, but for the first letter. */
const inWords = /^(\d+)\s*(?:(d|days?)|(h|hours?)|(m|mins?|minutes?)|(?:s|secs?|seconds?))$/i;

/**
 * What may be a date in English: ntfy looks for one anywhere in the text. Which of these it understands, and as what,
 * is not looked at.
 */
const english =
  /\b(?:now|today|tonight|tomorrow|tmr|yesterday|last\s*night|morning|afternoon|evening|noon|(?:within|in|next|last|past|this)\s*\w+|ago)\b|\b(?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\b\d{1,2}\s*[ap]\b\.?m?|\b\d{1,2}\s*[ap]m\b|\d{1,2}[:：-][0-5]\d(?!\d)|\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}/i;

/** Reads a delay; `now` is in milliseconds since 1970, which a time in seconds since 1970 is compared with. */
export function delayOf(text: string, now: number): Delay {
  const written = text.trim();
  const seconds = secondsOf(written, Math.floor(now / 1000));
  if (seconds === null) return english.test(written) ? 'accepted' : 'unreadable';
  if (seconds < least) return 'too-small';
  return seconds > most ? 'too-large' : 'accepted';
}

/** How many seconds from now, or null where the text is neither a time nor a duration. */
function secondsOf(text: string, now: number): number | null {
  if (/^[-+]?\d+$/.test(text) && Number(text) >= now && Number(text) < 2 ** 63) return Number(text) - now;
  if (goDuration.test(text)) {
    let sum = 0;
    for (const [, number, unit = ''] of text.matchAll(goPart)) sum += Number(number) * (goUnits[unit] ?? 0);
    return text.startsWith('-') ? -sum : sum;
  }
  const [, number, days, hours, minutes] = /^\d+\s*[dhms]/.test(text) ? (inWords.exec(text) ?? []) : [];
  if (number === undefined) return null;
  const unit = days !== undefined ? 86_400 : hours !== undefined ? 3600 : minutes !== undefined ? 60 : 1;
  return Number(number) * unit;
}
