/** Which links Telegram keeps. It drops the others and shows their text alone. */

/** What a link leads to: somebody, or an address, which is null when Telegram drops it. */
export type LinkTarget = { readonly kind: 'user' } | { readonly kind: 'address'; readonly url: string | null };

/** Reads the address of a link. https://core.telegram.org/bots/api#formatting-options */
export function linkTarget(address: string): LinkTarget {
  if (/^tg:(?:\/\/)?user\?id=[1-9]\d*$/i.test(address)) return { kind: 'user' };
  const checked = checkAddress(address);
  return { kind: 'address', url: checked.ok ? checked.url : null };
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
