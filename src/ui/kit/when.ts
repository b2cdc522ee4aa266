/** Times in words. */

const dateTime = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** A time in milliseconds since 1970 as this browser's user writes it. Storage may hold any number: one that is no time gets words. */
export function dateAndTime(at: number): string {
  return Number.isNaN(new Date(at).getTime()) ? 'at an unknown time' : dateTime.format(at);
}
