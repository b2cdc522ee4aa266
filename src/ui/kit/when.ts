/** Times in words. */

const dateTime = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** A time in milliseconds since 1970, one that a `Date` can hold, as this browser's user writes it. */
export function dateAndTime(at: number): string {
  return dateTime.format(at);
}
