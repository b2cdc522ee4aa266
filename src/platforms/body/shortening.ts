/**
 * What to do about a message that is too long as a whole: how much has to go, and a cut of its texts that is enough.
 */
import type { JsonNode } from '../../coroot';
import { unitName } from './measure';
import type { Limit } from './verdict';

/** A text that is cut shorter says too little. */
const shortestCut = 20;

/** All texts in a value, of however deep members. */
export function textsIn(root: JsonNode): readonly string[] {
  const found: string[] = [];
  const rest: JsonNode[] = [root];
  for (let node = rest.pop(); node !== undefined; node = rest.pop()) {
    if (node.kind === 'string') found.push(node.value);
    else if (node.kind === 'array') for (const element of node.elements) rest.push(element);
    else if (node.kind === 'object') for (const { value } of node.members) rest.push(value);
  }
  return found;
}

/**
 * The advice for a message that measures `used` where `limit` is allowed, and is made of these texts: how much is too
 * much, and what to write in the template. One text is made of parts that nobody knows here.
 */
export function shortenAll(texts: readonly string[], used: number, { max, measure }: Limit): string {
  const over = used - max;
  const much = `It is ${over.toLocaleString('en')} ${unitName(measure)} too long: show fewer items`;
  if (texts.length < 2) return `${much}, or cut its longest part with printf "%.200s".`;
  const sumOf = (length: number): number => texts.reduce((sum, text) => sum + measure(cut(text, length)), 0);
  const whole = sumOf(Infinity);
  let enough = 0;
  let tooLong = texts.reduce((longest, text) => Math.max(longest, text.length), 0) + 1;
  while (tooLong - enough > 1) {
    const middle = (enough + tooLong) >> 1;
    if (whole - sumOf(middle) >= over) enough = middle;
    else tooLong = middle;
  }
  const length = rounded(enough);
  if (length < shortestCut) return `${much}; cutting its texts is not enough.`;
  return `${much}, or cut each text with printf "%.${String(length)}s".`;
}

/** What Go's printf leaves of a text: so many characters. */
function cut(text: string, length: number): string {
  return text.length <= length
    ? text
    : Array.from(text.slice(0, 2 * length))
        .slice(0, length)
        .join('');
}

/** A number of two digits and zeros that is not larger. */
function rounded(length: number): number {
  const unit = 10 ** Math.max(0, String(length).length - 2);
  return Math.floor(length / unit) * unit;
}
