/** Keys of payloads, which may be Go's names or those of Coroot's JSON. */

/** A key without what makes no difference between keys: upper and lower case, underscores, hyphens and spaces. */
export function plainKey(key: string): string {
  return key.toLowerCase().replace(/[_\- ]/g, '');
}
