/** Times in words. */

const dateTime = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
const month = new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** A time in milliseconds since 1970, one that a `Date` can hold, as this browser's user writes it. */
export function dateAndTime(at: number): string {
  return dateTime.format(at);
}

/** A month such as `2026-11` in the words of the page: November 2026. */
export function monthOf(checked: `${number}-${number}`): string {
  return month.format(new Date(`${checked}-01T00:00:00Z`));
}
