/** Which links Telegram keeps. It drops the others and shows their text alone. */

/** What a link leads to: somebody, or an address, which is null when Telegram drops it. */
export type LinkTarget =
  { readonly kind: 'user'; readonly id: string } | { readonly kind: 'address'; readonly url: string | null };

/** Ids of people are below 2⁴⁰. https://core.telegram.org/api/bots/ids */
const mostUserId = 2n ** 40n - 1n;

/** Reads the address of a link. https://core.telegram.org/bots/api#formatting-options */
export function linkTarget(address: string): LinkTarget {
  const id = tgParameters(address, 'user')?.find(([key]) => key.toLowerCase() === 'id')?.[1] ?? '';
  if (/^[1-9]\d*$/.test(id) && BigInt(id) <= mostUserId) return { kind: 'user', id };
  const checked = checkAddress(address);
  return { kind: 'address', url: checked.ok ? checked.url : null };
}

/**
 * The parameters of an address `tg://host?key=value&…`, as they are written and in their order; null where it is
 * another address or has none. Scheme and host ignore case, the slashes may be missing, and what follows a `#` is no
 * parameter: https://github.com/tdlib/td/blob/022d602/test/message_entities.cpp, read on 2026-11-30.
 */
export function tgParameters(
  address: string,
  host: 'emoji' | 'time' | 'user',
): readonly (readonly [key: string, value: string])[] | null {
  const [, found, query] = /^tg:(?:\/\/)?([a-z]+)\/?\?([^#]*)/i.exec(address) ?? [];
  if (found?.toLowerCase() !== host || query === undefined) return null;
  return query.split('&').map((part) => {
    const equals = part.indexOf('=');
    return equals < 0 ? [part, ''] : [part.slice(0, equals), part.slice(equals + 1)];
  });
}

/** The number of a custom emoji as it is written, a whole one of 64 bits; null where it is none. */
export function customEmojiId(text: string): string | null {
  if (!/^-?[1-9]\d{0,18}$/.test(text)) return null;
  return BigInt.asIntN(64, BigInt(text)) === BigInt(text) ? text : null;
}

/** An address as Telegram keeps it, or why it refuses it, in the words of its answers. */
export type CheckedAddress =
  { readonly ok: true; readonly url: string } | { readonly ok: false; readonly reason: string };

/**
 * Checks an address as links and buttons have it: `tg:`, `ton:`, or http and https, which may be left out, with a host
 * that has a dot. Reasons as in “inline keyboard button URL '…' is invalid: …”.
 */
export function checkAddress(address: string): CheckedAddress {
  if (/^(?:tg|ton|tonsite):/i.test(address)) return { ok: true, url: address };
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(address)?.[1]?.toLowerCase() ?? null;
  if (scheme !== null && scheme !== 'http' && scheme !== 'https') {
    return { ok: false, reason: 'Unsupported URL protocol' };
  }
  const rest = scheme === null ? address : address.slice(scheme.length + 3);
  const authority = /^[^/?#]*/.exec(rest)?.[0] ?? '';
  const [, host = '', port = null] = /^(\[[^\]]*\]|[^:]*)(?::(.*))?$/s.exec(authority.replace(/^.*@/s, '')) ?? [];
  if (host === '') return { ok: false, reason: 'URL host is empty' };
  if (port !== null && !(/^\d+$/.test(port) && Number(port) > 0 && Number(port) < 65536)) {
    return { ok: false, reason: 'Wrong HTTP URL' };
  }
  if (!host.startsWith('[') && (!host.includes('.') || !/^[\w.!$,~*'()&+=;%\u0080-\uffff-]+$/.test(host))) {
    return { ok: false, reason: 'Wrong HTTP URL' };
  }
  const tail = rest.slice(authority.length);
  return { ok: true, url: `${scheme ?? 'http'}://${authority}${tail.startsWith('/') ? '' : '/'}${tail}` };
}
