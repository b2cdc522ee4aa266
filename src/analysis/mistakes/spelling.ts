/** Words that are nearly another. */

/** Whether a word is another but for one letter more, less or exchanged, or two that changed places. */
export function isOneOff(a: string, b: string): boolean {
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let [endA, endB] = [a.length, b.length];
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA--;
    endB--;
  }
  const [left, right] = [a.slice(start, endA), b.slice(start, endB)];
  if (left.length <= 1 && right.length <= 1) return left !== right;
  return left.length === 2 && right === [...left].reverse().join('');
}

/** Whether two words have the same letters. */
export function isMixed(a: string, b: string): boolean {
  return [...a].sort().join('') === [...b].sort().join('');
}
