/** What Telegram finds in plain text by itself: addresses become links and names of people mentions. */
import { checkAddress } from './links';

/** An address or a mention at `[from, to)` of the text. */
export type FoundEntity = { readonly from: number; readonly to: number } & (
  { readonly kind: 'url'; readonly url: string } | { readonly kind: 'mention' }
);

/** Tells what was found from what was marked. */
export function isFound(entity: { readonly kind: string }): entity is FoundEntity {
  return entity.kind === 'url' || entity.kind === 'mention';
}

/** Usernames have 5 to 32 letters, digits and underscores. https://core.telegram.org/method/account.checkUsername */
const pattern = /https?:\/\/[^\s<>"«»]+|(?<![\p{L}\p{N}_])@[a-z0-9_]{5,32}(?![\p{L}\p{N}_])/giu;

/** Finds addresses with a scheme, and mentions; they do not overlap and come in order. */
export function findEntities(text: string): readonly FoundEntity[] {
  return Array.from(text.matchAll(pattern)).flatMap((match): readonly FoundEntity[] => {
    const [found] = match;
    const from = match.index;
    if (found.startsWith('@')) return [{ kind: 'mention', from, to: from + found.length }];
    const url = withoutPunctuation(found);
    const checked = checkAddress(url);
    return checked.ok ? [{ kind: 'url', url: checked.url, from, to: from + url.length }] : [];
  });
}

/**
 * An address ends before the punctuation of the sentence it stands in; a closing bracket stays when it has its opening
 * one.
 */
function withoutPunctuation(address: string): string {
  let end = address.length;
  let open = address.split('(').length - address.split(')').length;
  while (end > 0) {
    const c = address.charAt(end - 1);
    if (c === ')' && open < 0) open++;
    else if (!'.,:;!?\'"*_~`|]}…'.includes(c)) break;
    end--;
  }
  return address.slice(0, end);
}
